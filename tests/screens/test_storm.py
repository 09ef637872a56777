"""Hands that do anything at all."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.events import LetterErased, LetterSent, LetterWritten
from kiosk.post.letters import MAX_CHARACTERS, DayMonth
from kiosk.screens.check import Check
from kiosk.screens.write import Write
from tests.screens.pupil import LETTER, SCHOOL, Pupil

PLACES = st.tuples(st.integers(0, 1279), st.integers(0, 799))
HANDS = st.lists(
    st.one_of(
        st.tuples(st.just("down"), st.integers(1, 4), PLACES),
        st.tuples(st.just("drag"), st.integers(1, 4), PLACES),
        st.tuples(st.just("up"), st.integers(1, 4), PLACES),
        st.tuples(st.just("wait"), st.sampled_from([0.01, 0.09, 0.4, 3.5]), PLACES),
        st.tuples(st.just("type"), st.text("аб \n😀\x1b", max_size=5), PLACES),
        st.tuples(
            st.just("press"),
            st.sampled_from(["backspace", "delete", "return", "escape", "up", "down", "page_up"]),
            PLACES,
        ),
    ),
    max_size=60,
)


def storm(pupil: Pupil, hands: list[tuple[str, object, tuple[int, int]]]) -> None:
    for what, which, (x, y) in hands:
        match what:
            case "down" | "drag" | "up":
                getattr(pupil, what)(x, y, which)
            case "wait":
                pupil.wait(which)  # type: ignore[arg-type]
            case _:
                getattr(pupil, what)(which)
        pupil.stage.draw()


CALM = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CALM
@given(HANDS)
def test_no_hands_break_writing(hands: list[tuple[str, object, tuple[int, int]]]) -> None:
    screen = Write(SCHOOL, LETTER * 58)
    pupil = Pupil(screen)
    storm(pupil, hands)
    assert len(screen.text) <= MAX_CHARACTERS
    assert not set("😀\x1b") & set(screen.text)
    assert all(isinstance(one, LetterWritten | LetterErased) or "Language" in type(one).__name__
               for one in pupil.events)  # fmt: skip
    assert "кабатта" not in pupil.reprs
    assert pupil.stage.draw() == []


@CALM
@given(HANDS)
def test_no_hands_change_the_letter_that_is_checked_or_send_it_twice(
    hands: list[tuple[str, object, tuple[int, int]]],
) -> None:
    screen = Check(SCHOOL, LETTER, DayMonth(22, 11))
    pupil = Pupil(screen)
    storm(pupil, hands)
    assert screen.text == LETTER
    assert sum(isinstance(one, LetterSent) for one in pupil.events) <= 1
    assert pupil.stage.draw() == []
