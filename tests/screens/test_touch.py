"""What is one tap, on which widget, and when it counts."""

from __future__ import annotations

import pytest

from kiosk.events import BoardAsked, Understood, WayInAsked
from kiosk.screens.base import Look, Rect, View, When
from kiosk.screens.touch import HOLD_S
from kiosk.screens.widgets import Button
from tests.screens.desk import Desk, Tick
from tests.screens.pupil import Pupil


def test_a_button_acts_when_the_finger_lifts_inside(pupil: Pupil) -> None:
    x, y = pupil.middle("leave")
    pupil.down(x, y)
    assert pupil.events == []
    pupil.up(x, y)
    assert pupil.events == [BoardAsked()]


def test_each_press_says_once_that_somebody_is_there(pupil: Pupil) -> None:
    pupil.tap("leave", "push")
    pupil.tap_at(1000, 700)
    assert pupil.presses == 3


def test_a_finger_may_slide_away_from_a_button(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    pupil.down(x, y)
    pupil.drag(x, y + 200)
    pupil.up(x, y + 200)
    assert desk.done == []


def test_a_screen_without_motion_events_still_lets_it_slide_away(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    pupil.down(x, y)
    pupil.up(x, y + 200)
    assert desk.done == []


def test_a_finger_that_comes_back_still_presses(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("push")
    pupil.down(x, y)
    pupil.drag(x, y + 200)
    pupil.drag(x, y)
    pupil.up(x, y)
    assert desk.done == ["push"]


def test_a_finger_that_slides_onto_a_button_does_not_press_it(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("leave"))
    pupil.drag(*pupil.middle("push"))
    pupil.up(*pupil.middle("push"))
    assert (desk.done, pupil.events) == ([], [])


def test_a_finger_may_land_a_little_outside_and_lower_still(pupil: Pupil, desk: Desk) -> None:
    left, top, _, high = pupil.widget("push").rect
    slop = pupil.theme.mm(1.6)
    for place in ((left - slop + 1, top + 5), (left + 9, top + high + 2 * slop - 2)):
        pupil.wait(0.5)
        pupil.tap_at(*place)
    assert desk.done == ["push", "push"]
    pupil.wait(0.5)
    pupil.tap_at(left + 9, top + high + 2 * slop + 2)
    pupil.tap_at(left + 9, top - slop - 2)
    assert desk.done == ["push", "push"]


def test_between_two_buttons_the_nearer_one_is_meant(pupil: Pupil, desk: Desk) -> None:
    gap_ends = pupil.widget("twin").rect.x
    pupil.tap_at(gap_ends - 1, 140)
    assert desk.done == ["twin"]


def test_a_disabled_button_does_nothing_and_gives_nothing_away(pupil: Pupil, desk: Desk) -> None:
    pupil.tap("dead")
    assert desk.done == []


def test_keys_act_on_press(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("key"))
    assert desk.done == ["key"]
    pupil.wait(2)
    pupil.up(*pupil.middle("key"))
    assert desk.done == ["key"]


def test_backspace_repeats_after_half_a_second_until_lifted(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("rub"))
    pupil.wait(0.49)
    assert desk.done == ["rub"]
    assert pupil.stage.deadline() == pytest.approx(pupil.now + 0.01)
    pupil.wait(0.02)
    pupil.wait(0.07)
    assert desk.done == ["rub"] * 3
    pupil.up(*pupil.middle("rub"))
    assert pupil.stage.deadline() is None
    pupil.wait(1)
    assert desk.done == ["rub"] * 3


def test_backspace_stops_repeating_when_the_finger_leaves(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("rub"))
    pupil.drag(700, 700)
    pupil.wait(1)
    assert desk.done == ["rub"]


def test_the_committees_gesture_is_three_seconds(pupil: Pupil) -> None:
    pupil.down(*pupil.middle("hold"))
    pupil.wait(HOLD_S - 0.1)
    assert pupil.events == []
    pupil.wait(0.2)
    assert pupil.events == [WayInAsked()]
    pupil.wait(HOLD_S)
    pupil.up(*pupil.middle("hold"))
    assert pupil.events == [WayInAsked()]


@pytest.mark.parametrize("ending", ["lift", "leave"])
def test_a_short_hold_is_nothing(pupil: Pupil, ending: str) -> None:
    x, y = pupil.middle("hold")
    pupil.down(x, y)
    pupil.wait(1)
    if ending == "lift":
        pupil.up(x, y)
    else:
        pupil.drag(x, y + 300)
    pupil.wait(HOLD_S)
    assert pupil.events == []


# --- drawing along ---


def test_the_sheet_is_told_where_it_was_tapped(pupil: Pupil, desk: Desk) -> None:
    pupil.down(100, 450)
    pupil.drag(105, 455)
    assert desk.points == []
    pupil.up(105, 455)
    pupil.drag(1, 1)
    assert desk.points == [(105, 455)]


@pytest.mark.parametrize("to", [(100, 500), (100, 420), (160, 450), (100, 700)])
@pytest.mark.parametrize("moves", [True, False])
def test_a_finger_drawn_along_the_sheet_is_no_tap(
    pupil: Pupil, desk: Desk, to: tuple[int, int], *, moves: bool
) -> None:
    pupil.down(100, 450)
    if moves:
        pupil.drag(*to)
        pupil.drag(100, 450)  # also when it comes back
    pupil.up(*((100, 450) if moves else to))
    assert desk.points == []


def test_a_finger_drawn_along_a_list_takes_it_along_step_by_step(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("list")
    pupil.down(x, y)
    pupil.drag(x, y - 39)
    assert desk.done == []
    pupil.drag(x, y - 40)
    assert desk.done == ["on"]
    pupil.drag(x, y - 125)
    assert desk.done == ["on"] * 3
    pupil.drag(x, y - 80)
    assert desk.done == ["on", "on", "on", "back"]
    pupil.up(x, y - 80)
    assert "list" not in desk.done, "drawn along, not tapped"


def test_a_panel_without_motion_draws_along_when_the_finger_lifts(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("list")
    pupil.down(x, y)
    pupil.up(x, y + 85)
    assert desk.done == ["back", "back"]


def test_a_tap_on_what_can_be_drawn_along_is_a_tap(pupil: Pupil, desk: Desk) -> None:
    x, y = pupil.middle("list")
    pupil.down(x, y)
    pupil.drag(x + 3, y + 9)
    pupil.up(x + 3, y + 9)
    assert desk.done == ["list"]


def test_a_drag_that_changes_the_screen_ends_there(pupil: Pupil, desk: Desk) -> None:
    desk.answer = BoardAsked()
    pupil.on_event = lambda: pupil.stage.show(Desk())
    x, y = pupil.middle("list")
    pupil.down(x, y)
    pupil.drag(x, y - 45)
    pupil.drag(x, y - 200)
    pupil.up(x, y - 200)
    assert (desk.done, pupil.events) == (["on"], [BoardAsked()])


# --- resting, and touching twice ---


def test_a_finger_that_rests_on_a_key_means_more_once(pupil: Pupil, desk: Desk) -> None:
    pupil.down(*pupil.middle("long"))
    assert desk.done == ["long"]
    pupil.wait(0.49)
    assert desk.done == ["long"]
    pupil.wait(0.02)
    pupil.wait(3)
    pupil.up(*pupil.middle("long"))
    assert desk.done == ["long", "held"]


@pytest.mark.parametrize("ends", ["lift", "leave", "another finger"])
def test_a_hold_ends_with_the_finger_or_with_another(pupil: Pupil, desk: Desk, ends: str) -> None:
    x, y = pupil.middle("long")
    pupil.down(x, y)
    pupil.wait(0.3)
    match ends:
        case "lift":
            pupil.up(x, y)
        case "leave":
            pupil.drag(x, y + 200)
        case _:
            pupil.down(*pupil.middle("key"), who=2)
    pupil.wait(3)
    assert "held" not in desk.done


def test_the_second_touch_within_four_tenths_means_something_else(pupil: Pupil, desk: Desk) -> None:
    for pause in (0.5, 0.3, 0.5):
        pupil.wait(pause)
        pupil.tap_at(*pupil.middle("double"))
    assert desk.done == ["double", "twice", "double"]


def test_a_touch_elsewhere_between_is_no_obstacle(pupil: Pupil, desk: Desk) -> None:
    """Rollover: each key knows its own last touch."""
    for name in ("double", "key", "double"):
        pupil.tap_at(*pupil.middle(name))
    assert desk.done == ["double", "key", "twice"]


# --- what changes under the finger ---


def test_the_second_tap_of_a_quick_child_does_not_fall_through(pupil: Pupil) -> None:
    pupil.tap("push")
    other = Desk()
    pupil.stage.show(other)
    pupil.wait(0.08)
    pupil.tap_at(*pupil.middle("push"))
    assert other.done == []
    pupil.wait(0.3)
    pupil.tap_at(*pupil.middle("push"))
    assert other.done == ["push"]


def test_a_finger_down_before_the_screen_changed_presses_nothing(pupil: Pupil) -> None:
    x, y = pupil.middle("leave")
    pupil.down(x, y)
    pupil.stage.show(Desk())
    pupil.wait(1)
    pupil.up(x, y)
    assert pupil.events == []


def test_a_button_that_just_came_under_the_finger_is_deaf(pupil: Pupil, desk: Desk) -> None:
    pupil.tap("move")
    pupil.wait(0.1)
    pupil.tap_at(*pupil.middle("move"))
    assert desk.done == ["move"]
    pupil.wait(0.3)
    pupil.tap_at(*pupil.middle("move"))
    assert desk.done == ["move", "move"]


def test_a_button_that_went_away_under_the_finger_does_nothing(pupil: Pupil) -> None:
    class Empty(Desk):
        def view(self, look: Look) -> View:
            gone = super().view(look)
            return gone if not self.done else View("paper", gone.widgets[:1])

    screen = Empty()
    pupil.stage.show(screen)
    pupil.wait(1)
    pupil.down(*pupil.middle("rub"))
    pupil.drag(1, 1)
    pupil.wait(1)
    pupil.up(1, 1)
    assert screen.done == ["rub"]


def test_a_repeat_that_was_disabled_meanwhile_stops(pupil: Pupil) -> None:
    class Once(Desk):
        def view(self, look: Look) -> View:
            free = not self.done
            rub = Button("rub", Rect(20, 100, 100, 80), "paper", "", act=Tick("rub"),
                         when=When.REPEAT, enabled=free)  # fmt: skip
            return View("paper", (rub,))

    screen = Once()
    pupil.stage.show(screen)
    pupil.wait(1)
    pupil.down(*pupil.middle("rub"))
    pupil.wait(2)
    assert screen.done == ["rub"]
    assert pupil.stage.deadline() is None


def test_an_act_may_lead_to_an_event(pupil: Pupil, desk: Desk) -> None:
    desk.answer = Understood()
    pupil.tap("push")
    assert pupil.events == [Understood()]


def test_touches_beside_the_stage_are_not_its_own(desk: Desk) -> None:
    """The demo's dock shares the window."""
    pupil = Pupil(desk)
    pupil.wait(1)
    for place in ((-5, 140), (1281, 140), (70, 801)):
        pupil.tap_at(*place)
    assert pupil.presses == 0
