"""A USB keyboard goes through what can be touched, and never touches what nobody meant."""

from __future__ import annotations

import pygame
import pytest

from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, When
from kiosk.screens.widgets import Button, Label
from tests.screens.desk import Tick
from tests.screens.pupil import Pupil


class Page(Screen):
    """Nine buttons in a square, one held long, one off; keys that are typed, not walked through."""

    name = "page"

    def __init__(self) -> None:
        self.done: list[str] = []
        self.typed: list[KeyStroke] = []
        self.off = {"b1"}
        self.gone: set[str] = set()

    def act(self, act: Act) -> None:
        assert isinstance(act, Tick)
        self.done.append(act.what)
        if act.what == "c2":
            self.off.add("c2")
        if act.what == "c0":
            self.gone.add("c0")

    def key(self, stroke: KeyStroke) -> None:
        self.typed.append(stroke)

    def view(self, look: Look) -> View:
        square = [
            Button(name, Rect(20 + 300 * x, 20 + 150 * y, 200, 90), "paper", name, act=Tick(name),
                   enabled=name not in self.off, when=When.HOLD if name == "a2" else When.RELEASE)
            for y, row in enumerate("abc")
            for x, name in enumerate(f"{row}{nth}" for nth in range(3))
            if name not in self.gone
        ]  # fmt: skip
        key = Button("key", Rect(20, 600, 90, 90), "paper", "", act=Tick("key"), when=When.PRESS)
        back = Button("rub", Rect(220, 600, 90, 90), "paper", "", act=Tick("rub"), when=When.REPEAT)
        return View("paper", (Label("words", Rect(20, 500, 200, 90), "paper", "a"), *square, key,
                              back))  # fmt: skip


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def pupil(page: Page) -> Pupil:
    pupil = Pupil(page)
    pupil.wait(1)
    return pupil


ORDER = ["a0", "a1", "a2", "b0", "b2", "c0", "c1", "c2"]
"""All but what is off; neither the label nor the keys."""


def ringed(pupil: Pupil) -> list[str]:
    """What wears the ring: a dark edge all round, as nothing else does."""
    pupil.stage.draw()
    night = pupil.theme.colour("night")
    surface = pupil.stage._surface
    return [
        one.name
        for one in pupil.stage.view.widgets
        if {surface.get_at(place)[:3] for place in edges(one.rect)} == {night}
    ]


def edges(rect: Rect) -> list[tuple[int, int]]:
    across, down = rect.x + rect.w // 2, rect.y + rect.h // 2
    return [(across, rect.y), (rect.x, down), (across, rect.y + rect.h - 1)]


def back_tab(pupil: Pupil) -> None:
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        event = pygame.event.Event(kind, key=pygame.K_TAB, mod=pygame.KMOD_LSHIFT, unicode="")
        pupil.stage.feed(event)


def go_to(pupil: Pupil, name: str) -> None:
    for _ in ORDER:
        if ringed(pupil) == [name]:
            return
        pupil.press("tab")
    assert ringed(pupil) == [name]


# --- where it goes ---


def test_at_first_nothing_has_the_ring_and_every_key_is_the_screens(
    pupil: Pupil, page: Page
) -> None:
    assert ringed(pupil) == []
    for control in ("left", "return", "escape", "up"):
        pupil.press(control)
    pupil.type(" ")
    assert [one.control or one.text for one in page.typed] == [
        "left",
        "return",
        "escape",
        "up",
        " ",
    ]
    assert (page.done, ringed(pupil)) == ([], [])


def test_tab_goes_round_what_can_be_touched(pupil: Pupil, page: Page) -> None:
    met = []
    for _ in range(len(ORDER) + 1):
        pupil.press("tab")
        met += ringed(pupil)
    assert met == [*ORDER, "a0"]
    assert page.typed == [], "tab is never the screen's"


def test_shift_and_tab_go_round_backwards(pupil: Pupil) -> None:
    met = []
    for _ in range(len(ORDER) + 1):
        back_tab(pupil)
        met += ringed(pupil)
    assert met == [*reversed(ORDER), "c2"]


@pytest.mark.parametrize(
    ("way", "there"),
    [("left", "c0"), ("right", "c2"), ("up", "a1"), ("down", "c1")],
)
def test_arrows_go_to_the_nearest_that_way_over_what_is_off(
    pupil: Pupil, way: str, there: str
) -> None:
    go_to(pupil, "c1")
    pupil.press(way)
    assert ringed(pupil) == [there]


def test_arrows_at_the_edge_stay(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "a0")
    for way in ("left", "up"):
        pupil.press(way)
    assert ringed(pupil) == ["a0"]
    assert page.typed == []


# --- what it touches ---


@pytest.mark.parametrize("name", ["a0", "a2", "c1"])
def test_enter_and_blank_touch_it(pupil: Pupil, page: Page, name: str) -> None:
    go_to(pupil, name)
    pupil.press("return")
    pupil.type(" ")
    assert page.done == [name, name]
    assert page.typed == []
    assert ringed(pupil) == [name]


def test_it_looks_pressed_while_enter_is_held(pupil: Pupil) -> None:
    go_to(pupil, "a1")
    place = pupil.widget("a1").rect
    rest = pupil.pixels(place)
    down, up = (
        pygame.event.Event(kind, key=pygame.K_RETURN, mod=0, unicode="")
        for kind in (pygame.KEYDOWN, pygame.KEYUP)
    )
    pupil.stage.feed(down)
    assert pupil.stage.draw() == [place]
    pressed = pupil.pixels(place)
    assert pressed != rest
    pupil.stage.feed(up)
    assert pupil.stage.draw() == [place]
    assert pupil.pixels(place) == rest


def test_enter_on_what_went_off_meanwhile_reaches_nobody(pupil: Pupil, page: Page) -> None:
    """Holding or repeating Enter at the last page must not end up in the text."""
    go_to(pupil, "c2")
    for _ in range(3):
        pupil.press("return")
        pupil.type(" ")
    assert page.done == ["c2"]
    assert page.typed == []
    assert ringed(pupil) == ["c2"], "one sees why"
    pupil.press("tab")
    assert ringed(pupil) == ["a0"]


def test_from_what_went_away_tab_leads_to_the_first(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "c0")
    pupil.press("return")
    pupil.press("return")
    assert (page.done, page.typed, ringed(pupil)) == (["c0"], [], [])
    pupil.press("tab")
    assert ringed(pupil) == ["a0"]


def test_from_what_went_off_the_next_is_the_next(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "b0")
    page.off.add("b0")
    pupil.stage.refresh()
    pupil.press("tab")
    assert ringed(pupil) == ["b2"]


# --- how it ends ---


def test_a_letter_typed_ends_it_and_is_typed(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "a1")
    pupil.type("ө ")
    assert [one.text for one in page.typed] == ["ө", " "]
    assert (page.done, ringed(pupil)) == ([], [])


@pytest.mark.parametrize("control", ["backspace", "delete"])
def test_rubbing_out_ends_it(pupil: Pupil, page: Page, control: str) -> None:
    go_to(pupil, "a1")
    pupil.press(control)
    assert [one.control for one in page.typed] == [control]
    assert ringed(pupil) == []


def test_escape_ends_it_and_only_then_is_the_screens(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "a1")
    pupil.press("escape")
    assert (page.typed, ringed(pupil)) == ([], [])
    pupil.press("escape")
    assert [one.control for one in page.typed] == ["escape"]


def test_keys_that_scroll_are_the_screens_and_do_not_end_it(pupil: Pupil, page: Page) -> None:
    go_to(pupil, "a1")
    pupil.press("home")
    assert [one.control for one in page.typed] == ["home"]
    assert ringed(pupil) == ["a1"]


def test_a_finger_ends_it_wherever_it_lands(pupil: Pupil) -> None:
    go_to(pupil, "a1")
    pupil.tap_at(1200, 790)
    assert ringed(pupil) == []


def test_another_screen_begins_without_it(pupil: Pupil) -> None:
    go_to(pupil, "a1")
    pupil.stage.show(Page())
    assert ringed(pupil) == []


def test_on_a_page_without_buttons_tab_does_nothing(pupil: Pupil) -> None:
    class Bare(Page):
        def view(self, look: Look) -> View:
            return View("paper", ())

    bare = Bare()
    pupil.stage.show(bare)
    pupil.press("tab")
    pupil.press("return")
    assert [one.control for one in bare.typed] == ["return"]
