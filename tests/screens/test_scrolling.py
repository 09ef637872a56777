"""A text longer than its sheet: drawn along by a finger, turned by keys and by buttons."""

from __future__ import annotations

import pytest

from kiosk.post.letters import DayMonth
from kiosk.screens.base import Screen
from kiosk.screens.check import Check
from kiosk.screens.checking import TextTouched
from kiosk.screens.reply import Covered, Reply
from kiosk.screens.write import Write
from tests.screens.pupil import READING, SCHOOL, Pupil

TEXT = "\n".join(f"сап {n}" for n in range(80))


def reading(kind: str) -> Screen:
    """A screen with all of the text to be read."""
    screen: Screen
    match kind:
        case "check":
            screen = Check(SCHOOL, TEXT, DayMonth(1, 9))
            screen.act(TextTouched())
        case "reply":
            screen = Reply(SCHOOL, TEXT, READING)
            screen.act(Covered())
        case _:
            screen = Write(SCHOOL, TEXT)
    return screen


@pytest.fixture(params=["write", "check", "reply"])
def pupil(request: pytest.FixtureRequest) -> Pupil:
    pupil = Pupil(reading(request.param))
    pupil.wait(1)
    return pupil


def top(pupil: Pupil) -> int:
    """Number of the first line in sight."""
    return int(vars(pupil.widget("text"))["lines"][0].removeprefix("сап "))


def visible(pupil: Pupil) -> int:
    return len(vars(pupil.widget("text"))["lines"])


def pitch(pupil: Pupil) -> int:
    return pupil.theme.type("letter").line


def to_the_top(pupil: Pupil) -> None:
    for _ in range(20):
        if pupil.enabled("up"):
            pupil.tap("up")
    assert top(pupil) == 0
    pupil.wait(1)


def draw(pupil: Pupil, lines: float) -> None:
    """Draw the text along by so many lines, a few pixels at a time; up is more than nothing."""
    x, y = pupil.middle("text")
    pupil.wait(0.3)
    pupil.down(x, y)
    for step in range(1, 11):
        pupil.wait(0.02)
        pupil.drag(x + step % 3, round(y - lines * pitch(pupil) * step / 10))
        pupil.stage.draw()
    pupil.up(x, round(y - lines * pitch(pupil)))
    pupil.stage.draw()


def test_the_text_follows_the_finger(pupil: Pupil) -> None:
    to_the_top(pupil)
    draw(pupil, 3)
    assert top(pupil) == 3
    draw(pupil, -2)
    assert top(pupil) == 1
    draw(pupil, -9)
    assert top(pupil) == 0, "no farther than its beginning"


def test_it_stays_where_the_finger_left_it(pupil: Pupil) -> None:
    to_the_top(pupil)
    draw(pupil, 4)
    pupil.wait(5)
    pupil.stage.refresh()
    assert top(pupil) == 4


def test_it_ends_at_its_last_line(pupil: Pupil) -> None:
    for _ in range(30):
        draw(pupil, 5)
    assert top(pupil) + visible(pupil) == 80
    assert not pupil.enabled("down")


def test_a_finger_that_comes_back_leaves_the_text_where_it_was(pupil: Pupil) -> None:
    to_the_top(pupil)
    x, y = pupil.middle("text")
    pupil.down(x, y)
    for dy in (-40, -120, -60, 0):
        pupil.drag(x, y + dy)
    pupil.up(x, y)
    assert top(pupil) == 0


def test_a_panel_without_motion_scrolls_when_the_finger_lifts(pupil: Pupil) -> None:
    to_the_top(pupil)
    x, y = pupil.middle("text")
    pupil.down(x, y)
    pupil.up(x, y - 3 * pitch(pupil))
    assert top(pupil) == 3


@pytest.mark.parametrize("between", [0.02, 0.2])
def test_a_second_finger_draws_nothing_along_with_it(pupil: Pupil, between: float) -> None:
    """Two fingers are no gesture: each line counts once, or not at all."""
    to_the_top(pupil)
    x, y = pupil.middle("text")
    pupil.down(x, y, who=1)
    pupil.wait(between)
    pupil.down(x + 200, y, who=2)
    for who in (1, 2):
        pupil.drag(x, y - 3 * pitch(pupil), who=who)
    assert top(pupil) in (0, 3)


@pytest.mark.parametrize("kind", ["check", "reply"])
def test_keys_scroll_what_is_read(kind: str) -> None:
    pupil = Pupil(reading(kind))
    pupil.wait(1)
    first, page = top(pupil), visible(pupil) - 1
    pupil.press("page_down")
    assert top(pupil) == first + page
    pupil.press("down")
    assert top(pupil) == first + page + 1
    pupil.press("page_up")
    pupil.press("up")
    assert top(pupil) == first


@pytest.mark.parametrize("kind", ["check", "reply"])
def test_keys_scroll_nothing_that_is_covered(kind: str) -> None:
    pupil = Pupil(reading(kind))
    pupil.tap("cover")
    assert "сап" not in pupil.seen
    pupil.press("page_down")
    pupil.tap("cover")
    assert top(pupil) == 0


# --- the caret ---


@pytest.fixture
def writer() -> Pupil:
    pupil = Pupil(reading("write"))
    pupil.wait(1)
    return pupil


def test_a_drag_never_sets_the_caret(writer: Pupil) -> None:
    draw(writer, -10)
    assert vars(writer.widget("text"))["caret"] is None, "it is below, out of sight"
    writer.type("а")
    screen = writer.stage.screen
    assert isinstance(screen, Write)
    assert screen.text.endswith("сап 79а")
    assert top(writer) + visible(writer) == 80


def test_a_tap_sets_the_caret_where_it_was_drawn_to(writer: Pupil) -> None:
    draw(writer, -10)
    writer.wait(1)
    line = top(writer) + 2
    x, y, *_ = writer.widget("text").rect
    writer.tap_at(x + 600, y + writer.theme.mm(1.4) + round(2.5 * pitch(writer)))
    writer.type("а")
    screen = writer.stage.screen
    assert isinstance(screen, Write)
    assert screen.text.split("\n")[line] == f"сап {line}а"


def test_under_the_cover_nothing_is_drawn_along(writer: Pupil) -> None:
    before = top(writer)
    writer.tap("cover")
    writer.wait(1)
    draw(writer, -10)
    writer.tap("cover")
    assert top(writer) == before


def test_a_text_that_fits_is_not_drawn_along() -> None:
    pupil = Pupil(Write(SCHOOL, "сап 0\nсап 1"))
    pupil.wait(1)
    draw(pupil, 2)
    assert top(pupil) == 0
    assert vars(pupil.widget("text"))["caret"] is not None
