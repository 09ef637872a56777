"""What is one tap, on which widget, and when it counts."""

from __future__ import annotations

from dataclasses import dataclass

import pygame
import pytest

from kiosk.events import BoardAsked, Event, Understood, WayInAsked
from kiosk.screens.base import Act, Look, Rect, Screen, View, When, Widget
from kiosk.screens.touch import HOLD_S, STALE_S
from kiosk.screens.widgets import Button, Label
from tests.screens.pupil import Pupil


@dataclass(frozen=True)
class Tick(Act):
    """Counted by the screen."""

    what: str


class Desk(Screen):
    """One widget of each kind, 300 pixels apart."""

    name = "desk"

    def __init__(self) -> None:
        self.done: list[str] = []
        self.points: list[tuple[int, int]] = []
        self.moved = 0
        self.wiped = False
        self.answer: Event | None = None

    def act(self, act: Act) -> Event | None:
        assert isinstance(act, Tick)
        self.done.append(act.what)
        if act.what == "move":
            self.moved = 30
        return self.answer

    def point(self, widget: str, x: int, y: int) -> None:
        assert widget == "sheet"
        self.points.append((x, y))

    def wipe(self) -> None:
        self.wiped = True

    def view(self, look: Look) -> View:
        def place(n: int) -> Rect:
            return Rect(20 + 200 * n, 100, 100, 80)

        def act(what: str) -> Tick:
            return Tick(what)

        widgets: tuple[Widget, ...] = (
            Button("leave", place(0), "paper", "a", act=BoardAsked()),
            Button("push", place(1), "paper", "b", act=act("push")),
            Button("key", place(2), "paper", "c", act=act("key"), when=When.PRESS),
            Button("rub", place(3), "paper", "d", act=act("rub"), when=When.REPEAT),
            Button("hold", place(4), "paper", "e", act=WayInAsked(), when=When.HOLD),
            Button("dead", place(5), "paper", "f", act=act("dead"), enabled=False),
            Label("sheet", Rect(20, 400, 600, 200), "paper", "", when=When.POINT),
            Button("twin", Rect(124 + 200, 100, 60, 80), "paper", "g", act=act("twin")),
            Button("move", Rect(700, 400 + self.moved, 100, 80), "paper", "", act=act("move")),
        )
        return View("paper", widgets)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def pupil(desk: Desk) -> Pupil:
    pupil = Pupil(desk)
    pupil.wait(1)
    return pupil


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


def test_the_sheet_is_told_where_the_finger_is(pupil: Pupil, desk: Desk) -> None:
    pupil.down(100, 450)
    pupil.drag(150, 460)
    pupil.drag(150, 700)
    pupil.up(150, 700)
    pupil.drag(1, 1)
    assert desk.points == [(100, 450), (150, 460), (150, 700)]


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


def test_a_finger_that_never_lifted_is_forgotten(pupil: Pupil, desk: Desk) -> None:
    """An unplugged panel; while it is only a moment ago, it counts as a second finger."""
    pupil.down(*pupil.middle("leave"), who=1)
    pupil.wait(1)
    pupil.down(*pupil.middle("push"), who=2)
    pupil.up(*pupil.middle("push"), who=2)
    assert desk.done == []
    pupil.wait(STALE_S)
    pupil.down(*pupil.middle("push"), who=2)
    pupil.up(*pupil.middle("push"), who=2)
    assert desk.done == ["push"]


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
