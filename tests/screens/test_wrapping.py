"""Lines are wrapped again only where they changed, and always as if anew."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.screens.wrapping import breaks, nearest
from tests.screens.test_editor import WIDE, editor, measure

# --- speed and truth of the cache ---


def test_typing_at_the_end_of_a_full_letter_measures_one_line_only() -> None:
    measured: list[int] = []

    def counting(text: str) -> int:
        measured.append(len(text))
        return WIDE * len(text)

    written = editor("сөз " * 990)
    written.fit(counting, 60 * WIDE)
    measured.clear()
    written.insert("а")
    assert sum(measured) < 60 * 60


def test_the_same_measure_and_width_wrap_nothing_again() -> None:
    calls: list[str] = []

    def counting(text: str) -> int:
        calls.append(text)
        return WIDE * len(text)

    written = editor("сөз " * 100)
    written.fit(counting, 300)
    calls.clear()
    written.fit(counting, 300)
    assert calls == []


STEPS = st.lists(
    st.one_of(
        st.text("абв \n", max_size=9),
        st.just("аааааааааааааааааааа"),
        st.sampled_from(
            ["<backspace", "<delete", "<left", "<right", "<up", "<down", "<home", "<end"]
        ),
    ),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(STEPS)
def test_lines_are_always_what_wrapping_anew_would_give(steps: list[str]) -> None:
    written = editor(limit=120)
    for step in steps:
        if step in ("<backspace", "<delete"):
            getattr(written, step[1:])()
        elif step.startswith("<"):
            written.move(step[1:])
        else:
            written.insert(step)
    assert written.lines == editor(written.text).lines
    assert written.left == 120 - len(written.text)
    line, x = written.caret
    assert 0 <= line < len(written.lines)
    assert 0 <= x <= 12 * WIDE


@given(st.text("абв  ", max_size=60), st.integers(1, 15))
def test_every_line_fits_but_for_its_blanks(text: str, room: int) -> None:
    starts = breaks(text, measure, room * WIDE, [0])
    ends = [*starts[1:], len(text)]
    lines = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    assert "".join(lines) == text
    assert all(len(line.rstrip()) <= room for line in lines)


def test_nearest_gap_between_characters() -> None:
    assert [nearest("абв", measure, x) for x in (-5, 0, 4, 6, 24, 26, 99)] == [0, 0, 0, 1, 2, 3, 3]
