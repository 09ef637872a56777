"""The kiosk never reads a letter for words: whatever is written, the same happens, help in sight.

Whoever fears that certain words set something off would not write them here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.demo.glasses import SMALLEST
from kiosk.events import LetterSent, LetterWritten, StoreTrouble
from kiosk.post.appearance import Appearance
from kiosk.post.letters import DayMonth, Language
from kiosk.screens.base import Screen, View, Widget
from kiosk.screens.check import Check, DateAsked, SendTouched
from kiosk.screens.checking import TextTouched
from kiosk.screens.erasing import EraseAsked
from kiosk.screens.textarea import TextArea
from kiosk.screens.wishes import ReadersAsked
from kiosk.screens.write import Covered, Done, Write
from tests.flow.test_letter import waiting
from tests.guest import Guest
from tests.screens.pupil import SCHOOL
from tests.screens.shown import after
from tests.screens.sound import looked

DAY = DayMonth(22, 11)
ALARMING = (
    "Мен өлгүм келет",
    "Мени үйдө урушат, жардам бергиле",
    "Меня бьют дома, помогите",
    "Я хочу умереть",
    "I want to die, help, 112",
    "He touches me",
    "Мектепте бомба бар",
    "сука",
)
PLAIN = "Экинчи кабатта жарык жок"
WRITTEN = st.one_of(
    st.sampled_from(ALARMING),
    st.text(st.sampled_from("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюяhelpdie 112.,!?"), max_size=40),
).filter(str.strip)

STEPS: dict[str, Callable[[str], Screen]] = {
    "writing": lambda text: Write(SCHOOL, text),
    "covered": lambda text: after(Write(SCHOOL, text), Covered()),
    "asked to erase": lambda text: after(Write(SCHOOL, text), EraseAsked()),
    "checking": lambda text: Check(SCHOOL, text, DAY),
    "open": lambda text: after(Check(SCHOOL, text, DAY), TextTouched()),
    "date": lambda text: after(Check(SCHOOL, text, None), DateAsked()),
    "readers": lambda text: after(Check(SCHOOL, text, DAY), ReadersAsked()),
    "asked to erase it": lambda text: after(Check(SCHOOL, text, DAY), EraseAsked()),
    "sending": lambda text: after(Check(SCHOOL, text, DAY), SendTouched()),
    "refused": lambda text: after(Check(SCHOOL, text, DAY), trouble=StoreTrouble.DISK),
}
CHECKED = ("checking", "open", "date", "readers", "asked to erase it", "sending", "refused")


def seen(screen: Screen) -> View:
    return screen.view(looked(SMALLEST, Language.KY, Appearance()))


def without_text(view: View) -> Iterator[Widget]:
    for widget in view.widgets:
        if isinstance(widget, TextArea):
            yield replace(widget, lines=(), caret=None)
        else:
            yield widget


@pytest.mark.parametrize("step", STEPS)
@given(text=WRITTEN)
def test_every_step_looks_the_same_but_for_the_text_itself(step: str, text: str) -> None:
    make = STEPS[step]
    # A capital is offered where a sentence begins: that much the keyboard looks at.
    written, plain = text.rstrip(" .!?\n") + " а", PLAIN + " а"
    assert [*without_text(seen(make(written)))] == [*without_text(seen(make(plain)))]


@pytest.mark.parametrize("step", CHECKED)
@given(text=WRITTEN)
def test_the_check_screen_always_tells_whom_to_call(step: str, text: str) -> None:
    said = {widget.name: getattr(widget, "text", "") for widget in seen(STEPS[step](text)).widgets}
    assert SCHOOL.helpline in said["help_call"]
    assert SCHOOL.emergency in said["help_more"]
    assert "help_now" in said


@given(text=WRITTEN)
def test_what_is_told_on_does_not_depend_on_the_words(text: str) -> None:
    written = Write(SCHOOL, text).act(Done())
    assert isinstance(written, LetterWritten)
    assert Check(SCHOOL, written.text, DAY).act(SendTouched()) == LetterSent(DAY)


def _walk(guest: Guest, text: str) -> list[str]:
    """All that is said on the way, from the board to the board."""
    said = []
    guest.touch("write", "understood")
    for act in (lambda: guest.type(text), *(_touching(guest, name) for name in
                ("done", "kind_wish", "send", "leave"))):  # fmt: skip
        act()
        said.append(f"{guest.screen}\n{guest.reads()}")
    return said


def _touching(guest: Guest, name: str) -> Callable[[], None]:
    return lambda: guest.touch(name)


@pytest.mark.parametrize("text", ALARMING)
def test_a_whole_letter_goes_the_same_way(
    guest: Guest, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    assert _walk(guest, text) == _walk(guest, PLAIN)
    assert waiting(guest.data) == 2
    assert caplog.messages == []
