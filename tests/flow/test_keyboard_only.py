"""From the board to the receipt, and through erasing, by a USB keyboard alone: no touch, no mouse.

The system knows a US keyboard only, as on the Pi; the caps are Kyrgyz.
"""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from kiosk.post.letters import Kind
from kiosk.screens.caps import PRINTED, PRINTED_SHIFTED, US, US_SHIFTED
from tests.flow.test_letter import waiting
from tests.guest import Guest
from tests.readers import kinds, letters
from tests.screens.test_caps import scancode

FEW = 25
"""So many keys lead round any screen once."""


class Keyboard:
    """Presses keys, sees where the ring stands, and has no hand for anything else."""

    def __init__(self, guest: Guest) -> None:
        self.guest, self._app = guest, guest.world.app
        self.rings: list[tuple[str, str]] = []
        """Each screen on which a button was touched, and the button that wore the ring."""

    def press(self, key: int, *, mod: int = 0) -> None:
        self._post(key, 0, "", mod)

    def types(self, words: str) -> None:
        """By the caps that bear these letters."""
        for letter in words:
            if letter == " ":
                self._post(pygame.K_SPACE, pygame.KSCAN_SPACE, " ", 0)
                continue
            large = letter not in PRINTED
            place = (PRINTED_SHIFTED if large else PRINTED).index(letter)
            text = (US_SHIFTED if large else US)[place]
            mod = pygame.KMOD_LSHIFT if large else 0
            self._post(ord(US[place]), scancode(US[place]), text, mod)

    def goes_to(self, name: str) -> None:
        """Tab until the ring stands there."""
        for _ in range(FEW):
            self.press(pygame.K_TAB)
            if self.ring() == name:
                return
        raise AssertionError(f"no key leads to {name}")

    def touches(self, name: str, key: int = pygame.K_RETURN) -> None:
        """Go to a button and press Enter, or the blank."""
        self.goes_to(name)
        self.rings.append((self.guest.screen, self.ring()))
        self._post(key, 0, " " if key == pygame.K_SPACE else "", 0)

    def ring(self) -> str:
        """The button that wears the ring on the glass, by its pixels; empty if none does."""
        stage = self._app.desk.stage
        stage.draw()
        night = stage._theme.colour("night")
        ringed = [
            one.name
            for one in stage.view.widgets
            if one.act and {stage._surface.get_at(place)[:3] for place in edge(one.rect)} == {night}
        ]
        assert len(ringed) <= 1
        return "".join(ringed)

    def _post(self, key: int, code: int, text: str, mod: int) -> None:
        self.guest.wait(0.4)
        at = {"key": key, "scancode": code, "mod": mod, "unicode": text}
        pygame.event.post(pygame.Event(pygame.KEYDOWN, at))
        if text:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
        pygame.event.post(pygame.Event(pygame.KEYUP, at))
        self._app.settle()


def edge(rect: pygame.Rect | tuple[int, int, int, int]) -> list[tuple[int, int]]:
    x, y, w, h = rect
    return [(x + w // 2, y), (x, y + h // 2), (x + w - 1, y + h // 2), (x + w // 2, y + h - 1)]


@pytest.fixture
def keyboard(guest: Guest) -> Keyboard:
    return Keyboard(guest)


def test_from_the_board_to_the_receipt(keyboard: Keyboard, guest: Guest, data: Path) -> None:
    keyboard.touches("write")
    keyboard.touches("understood")
    guest.sees("write")
    keyboard.types("Үйгө кеч кайтабыз")
    keyboard.touches("cover")
    assert not guest.shows("Үйгө")
    keyboard.types(", караңгы.")
    keyboard.touches("cover", pygame.K_SPACE)
    assert guest.shows("Үйгө кеч кайтабыз, караңгы.")
    keyboard.touches("done")
    guest.sees("check")
    keyboard.touches("kind_wish", pygame.K_SPACE)
    keyboard.touches("send")
    guest.sees("thanks")
    keyboard.touches("receipt")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 1, "the receipt")
    assert guest.world.levers.papers[0].startswith(b"\x1b@")
    keyboard.touches("leave")
    guest.sees("board")
    assert letters(data) == ["Үйгө кеч кайтабыз, караңгы."]
    assert kinds(data) == [Kind.WISH]
    assert keyboard.rings == [
        ("board", "write"), ("before", "understood"), ("write", "cover"), ("write", "cover"),
        ("write", "done"), ("check", "kind_wish"), ("check", "send"), ("thanks", "receipt"),
        ("thanks", "leave"),
    ]  # fmt: skip


def test_a_blank_in_the_text_is_a_blank_and_enter_a_new_line(
    keyboard: Keyboard, guest: Guest
) -> None:
    """Who went to a button and then writes on has left it."""
    keyboard.touches("write")
    keyboard.touches("understood")
    keyboard.goes_to("erase")
    keyboard.types("бир эки")
    assert keyboard.ring() == ""
    keyboard.press(pygame.K_RETURN)
    keyboard.types("үч")
    guest.sees("write")
    assert guest.shows("бир эки үч")


def test_two_keys_erase_and_leave(keyboard: Keyboard, guest: Guest, data: Path) -> None:
    keyboard.touches("write")
    keyboard.touches("understood")
    keyboard.types("сыр")
    keyboard.touches("erase")
    assert not guest.shows("сыр")
    keyboard.press(pygame.K_RETURN)
    assert guest.offers("erase_now"), "Enter once more erases nothing"
    keyboard.touches("erase_now")
    guest.wait(60)
    guest.sees("board")
    assert waiting(data) == 0


def test_on_the_board_the_keyboard_reaches_every_way_in(keyboard: Keyboard, guest: Guest) -> None:
    there = [one.name for one in guest.world.app.desk.stage.view.widgets if one.act and one.enabled]
    met = set()
    for _ in range(len(there) + 1):
        keyboard.press(pygame.K_TAB)
        met.add(keyboard.ring())
    assert met == set(there)
