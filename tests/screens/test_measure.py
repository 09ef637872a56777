"""The smallest capital and the smallest target of a screen, in millimetres of the glass."""

from __future__ import annotations

from math import inf

import pytest

from kiosk.events import BoardAsked
from kiosk.post.appearance import Appearance, TextSize
from kiosk.screens.base import Rect, View, When, Widget
from kiosk.screens.digits import Group
from kiosk.screens.keyboard import Key
from kiosk.screens.measure import smallest_capital, smallest_target
from kiosk.screens.textarea import TextArea
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Chip, Label, Panel

PER_MM = 10.0
THEME = Theme(PER_MM)
PLACE = Rect(0, 0, 900, 300)


def capital(*widgets: Widget, theme: Theme = THEME) -> float:
    return smallest_capital(View("paper", widgets), theme)


def target(*widgets: Widget) -> float:
    return smallest_target(View("paper", widgets), THEME)


@pytest.mark.parametrize(
    ("widget", "mm"),
    [
        (Label("a", PLACE, "paper", "Кат", type="small"), 2.5),
        (Label("a", PLACE, "paper", "Кат", px=40), 2.8),
        (Button("a", PLACE, "paper", "Кат"), 3.4),
        (Chip("a", PLACE, "paper", "Кат"), 3.0),
        (Key("a", PLACE, "paper", "ө"), 4.4),
        (Group("a", PLACE, "paper", "4071", current=True), 4.2),
        (TextArea("a", PLACE, "paper", ("Кат",)), 3.0),
    ],
)
def test_a_capital_is_as_high_as_its_letters_say(widget: Widget, mm: float) -> None:
    assert capital(widget) == pytest.approx(mm, abs=0.05)


def test_the_smallest_counts_and_what_shows_no_words_does_not() -> None:
    large = Label("a", PLACE, "paper", "Кат", type="title")
    small = Label("b", PLACE, "paper", "кат", type="small")
    bare = (Panel("c", PLACE, "paper", "mist"), Label("d", PLACE, "paper", "", type="small"))
    assert capital(large, small, *bare) == capital(small)
    assert capital(large, *bare) == capital(large)
    assert capital(*bare) == inf


def test_a_text_that_had_to_shrink_counts_as_small_as_it_stands() -> None:
    narrow = Rect(0, 0, 160, 100)
    shrunk = Label("a", narrow, "paper", "Кутуча", type="lead", least="small")
    assert capital(shrunk) < capital(Label("a", PLACE, "paper", "Кутуча", type="lead"))


def test_large_letters_count_as_large() -> None:
    label = Label("a", PLACE, "paper", "Кат", type="small")
    larger = Theme(PER_MM, Appearance(size=TextSize.LARGE))
    assert capital(label, theme=larger) == pytest.approx(1.25 * capital(label), abs=0.1)


def test_a_target_is_as_large_as_its_shorter_side() -> None:
    wide = Button("a", Rect(0, 0, 900, 201), "paper", "Кат", act=BoardAsked())
    tall = Button("b", Rect(0, 0, 125, 700), "paper", "", act=BoardAsked(), enabled=False)
    sheet = TextArea("c", Rect(0, 0, 300, 90), "paper", (), when=When.POINT)
    assert target(wide) == pytest.approx(20.1)
    assert target(wide, tall) == pytest.approx(12.5)
    assert target(wide, tall, sheet) == pytest.approx(9.0)


def test_what_cannot_be_touched_is_no_target() -> None:
    assert target(Label("a", Rect(0, 0, 20, 20), "paper", "Кат")) == inf
