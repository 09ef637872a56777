"""One tap reported twice, bouncing panels, and more than one finger."""

from __future__ import annotations

import pygame
import pytest

from kiosk.screens.touch import HOLD_S, RESTING_S
from tests.screens.desk import Desk
from tests.screens.pupil import Pupil

# --- one tap reported twice ---


@pytest.mark.parametrize("marked", [True, False])
def test_a_tap_that_is_also_a_mouse_counts_once(pupil: Pupil, desk: Desk, *, marked: bool) -> None:
    """SDL marks its own echo with touch=True; some panels repeat it unmarked."""
    x, y = pupil.middle("key")
    pupil.down(x, y)
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y, touch=marked)
    pupil.up(x, y)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y, touch=marked)
    assert desk.done == ["key"]
    assert pupil.presses == 1


def test_an_echo_after_a_long_press_counts_once_too(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    pupil.down(x, y)
    pupil.wait(2)
    pupil.up(x, y)
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    assert desk.done == ["key"]


def test_a_mouse_that_comes_before_its_finger_counts_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    pupil.down(x, y)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    pupil.up(x, y)
    assert desk.done == ["key"]


def test_a_mouse_alone_works_with_its_left_button(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y, button=3)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y, button=3)
    assert desk.done == []
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    motion = pygame.event.Event(pygame.MOUSEMOTION, pos=(x + 5, y), buttons=(1, 0, 0), touch=False)
    pupil.stage.feed(motion)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    assert desk.done == ["push"]


def test_a_bouncing_panel_types_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    for _ in range(3):
        pupil.down(x, y)
        pupil.wait(0.01)
        pupil.up(x, y)
        pupil.wait(0.01)
    assert desk.done == ["key"]


def test_chatter_at_the_end_of_a_long_press_types_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    pupil.down(x, y)
    pupil.wait(0.4)
    pupil.up(x, y)
    pupil.wait(0.01)
    pupil.down(x, y)
    pupil.up(x, y)
    assert desk.done == ["key"]


def test_a_quick_child_types_the_same_letter_twice(pupil: Pupil, desk: Desk) -> None:
    for _ in range(2):
        pupil.tap_at(*pupil.middle("key"))
        pupil.wait(0.04)
    assert desk.done == ["key", "key"]


# --- more than one finger ---


def test_two_thumbs_type_without_waiting_for_each_other(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("key"), who=1)
    pupil.wait(0.03)
    pupil.down(*pupil.middle("rub"), who=2)
    pupil.up(*pupil.middle("key"), who=1)
    pupil.up(*pupil.middle("rub"), who=2)
    assert desk.done == ["key", "rub"]


def test_a_palm_presses_no_button(pupil: Pupil, desk: Desk) -> None:
    for who, name in enumerate(("leave", "push", "hold")):
        pupil.down(*pupil.middle(name), who=who)
    pupil.wait(HOLD_S + 1)
    for who, name in enumerate(("leave", "push", "hold")):
        pupil.up(*pupil.middle(name), who=who)
    assert (desk.done, pupil.events) == ([], [])


def test_the_third_finger_on_keys_is_a_palm(pupil: Pupil, desk: Desk) -> None:
    for who, name in enumerate(("key", "rub", "sheet")):
        pupil.down(*pupil.middle(name), who=who)
    assert desk.done == ["key", "rub"]
    assert desk.points == []


def test_a_hand_resting_on_empty_glass_does_not_matter(pupil: Pupil, desk: Desk) -> None:
    pupil.down(1000, 700, who=1)
    pupil.down(1100, 700, who=2)
    pupil.down(*pupil.middle("push"), who=3)
    pupil.up(*pupil.middle("push"), who=3)
    assert desk.done == ["push"]


def test_a_finger_that_never_lifts_is_soon_no_part_of_what_is_meant(
    pupil: Pupil, desk: Desk
) -> None:
    """An unplugged panel; while it is only a moment ago, it counts as a second finger."""
    pupil.down(*pupil.middle("leave"), who=1)
    pupil.wait(RESTING_S - 0.5)
    pupil.down(*pupil.middle("push"), who=2)
    pupil.up(*pupil.middle("push"), who=2)
    assert desk.done == []
    pupil.wait(RESTING_S)
    pupil.down(*pupil.middle("push"), who=2)
    pupil.up(*pupil.middle("push"), who=2)
    assert desk.done == ["push"]
    pupil.up(*pupil.middle("leave"), who=1)
    assert pupil.events == [], "what rested is not meant any more"


def test_two_thumbs_type_beside_a_finger_that_never_lifts(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("rub"), who=9)
    pupil.wait(0.2)
    for who, name in enumerate(("key", "long") * 4):
        pupil.down(*pupil.middle(name), who=who % 2)
        pupil.wait(0.06)
        if who:
            pupil.up(*pupil.middle("key"), who=(who - 1) % 2)
        pupil.wait(0.03)
    assert desk.done == ["rub", *("key", "long") * 4]


def test_what_lies_on_the_glass_as_a_palm_types_nothing_more(pupil: Pupil, desk: Desk) -> None:
    for who, name in enumerate(("key", "rub", "long")):
        pupil.down(*pupil.middle(name), who=who)
    pupil.wait(0.3)
    pupil.down(*pupil.middle("double"), who=4)
    assert desk.done == ["key", "rub"]
    for who, name in enumerate(("key", "rub", "long")):
        pupil.up(*pupil.middle(name), who=who)
    pupil.wait(0.1)
    pupil.tap("long")
    assert desk.done == ["key", "rub", "long"]


def test_one_finger_that_the_panel_sees_as_two_types_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    pupil.down(x, y, who=1)
    pupil.wait(0.03)
    pupil.down(x + 9, y, who=2)
    pupil.up(x, y, who=1)
    pupil.up(x + 9, y, who=2)
    assert desk.done == ["key"]


def test_each_key_knows_its_own_bounce(pupil: Pupil, desk: Desk) -> None:
    """The first key bounces when the second is down already."""
    x, y = pupil.middle("key")
    pupil.down(x, y, who=1)
    pupil.wait(0.05)
    pupil.down(*pupil.middle("long"), who=2)
    pupil.up(x, y, who=1)
    pupil.wait(0.01)
    pupil.down(x, y, who=3)
    pupil.up(x, y, who=3)
    assert desk.done == ["key", "long"]


# --- which of the two sources speaks ---


def test_a_mouse_that_tells_first_hands_its_taps_over_to_the_fingers(
    pupil: Pupil, desk: Desk
) -> None:
    """The second thumb has no mouse; it is heard while the first is still down."""
    first, second = pupil.middle("key"), pupil.middle("long")
    pupil.mouse(pygame.MOUSEBUTTONDOWN, *first)
    pupil.down(*first, who=1)
    pupil.wait(0.05)
    pupil.down(*second, who=2)
    pupil.up(*first, who=1)
    pupil.mouse(pygame.MOUSEBUTTONUP, *first)
    pupil.up(*second, who=2)
    assert desk.done == ["key", "long"]


def test_a_finger_that_is_told_late_counts_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("key")
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    pupil.wait(0.15)
    pupil.down(x + 4, y)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    pupil.up(x + 4, y)
    assert desk.done == ["key"]


def test_a_whole_click_before_its_finger_counts_once(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pupil.mouse(kind, x, y)
    pupil.down(x, y)
    pupil.drag(x, y)
    pupil.up(x, y)
    assert desk.done == ["push"]


def test_a_finger_elsewhere_is_no_echo_of_the_mouse(pupil: Pupil, desk: Desk) -> None:
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pupil.mouse(kind, *pupil.middle("push"))
    pupil.tap_at(*pupil.middle("key"))
    assert desk.done == ["push", "key"]


def test_a_mouse_that_a_finger_echoes_may_slide_away(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    pupil.down(x, y)
    motion = {"pos": (x, y + 200), "buttons": (1, 0, 0), "touch": False}
    pupil.stage.feed(pygame.event.Event(pygame.MOUSEMOTION, motion))
    pupil.drag(x, y + 200)
    pupil.up(x, y + 200)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y + 200)
    assert desk.done == []
    pupil.wait(1)
    pupil.mouse(pygame.MOUSEBUTTONDOWN, x, y)
    pupil.mouse(pygame.MOUSEBUTTONUP, x, y)
    assert desk.done == ["push"], "a mouse alone is heard again"
