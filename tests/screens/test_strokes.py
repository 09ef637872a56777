"""What keys of a USB keyboard become, and how they repeat."""

from __future__ import annotations

import pygame
import pytest

from kiosk.events import BoardAsked
from kiosk.screens.base import KeyStroke
from tests.screens.pupil import Pupil
from tests.screens.test_stage import Sign


@pytest.fixture
def sign() -> Sign:
    return Sign()


@pytest.fixture
def pupil(sign: Sign) -> Pupil:
    pupil = Pupil(sign)
    pupil.wait(1)
    return pupil


def test_typed_text_and_control_keys_reach_the_screen(pupil: Pupil, sign: Sign) -> None:
    pupil.type("ң")
    pupil.press("backspace")
    assert sign.typed == [KeyStroke(text="ң"), KeyStroke(control="backspace")]
    assert "ң" not in repr(sign.typed)
    assert pupil.presses == 2


def test_a_key_may_lead_to_an_event(pupil: Pupil) -> None:
    pupil.press("escape")
    assert pupil.events == [BoardAsked()]


def test_other_keys_are_nothing(pupil: Pupil, sign: Sign) -> None:
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F5, mod=0, unicode=""))
    pupil.stage.feed(pygame.event.Event(pygame.WINDOWSHOWN))
    assert sign.typed == []
    assert pupil.presses == 0


def down(pupil: Pupil, key: int) -> None:
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))


def test_a_held_control_key_repeats_by_our_own_clock(pupil: Pupil, sign: Sign) -> None:
    down(pupil, pygame.K_BACKSPACE)
    assert pupil.stage.deadline() == pytest.approx(pupil.now + 0.5)
    pupil.wait(0.51)
    pupil.wait(0.03)
    down(pupil, pygame.K_BACKSPACE)  # the system repeats too: not twice
    pupil.wait(0.04)
    assert len(sign.typed) == 3
    pupil.stage.feed(pygame.event.Event(pygame.KEYUP, key=pygame.K_BACKSPACE, mod=0))
    pupil.wait(5)
    assert len(sign.typed) == 3


def test_a_held_return_decides_once(pupil: Pupil, sign: Sign) -> None:
    down(pupil, pygame.K_RETURN)
    pupil.wait(5)
    assert sign.typed == [KeyStroke(control="return")]
    assert pupil.stage.deadline() is None


def test_a_key_held_while_the_screen_changes_does_not_repeat_there(pupil: Pupil) -> None:
    down(pupil, pygame.K_BACKSPACE)
    other = Sign()
    pupil.stage.show(other)
    pupil.wait(5)
    assert other.typed == []
