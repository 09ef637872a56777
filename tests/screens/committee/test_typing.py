"""The committee's fields take the glass and a USB keyboard as the pupils' sheet does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.demo.samples import SAMPLES
from kiosk.screens.committee.passphrase import Passphrase
from tests.screens.committee.rows import desk
from tests.screens.pupil import Pupil
from tests.screens.test_caps import CTRL_SHIFT, chord, console, type_caps

# --- three fields with a keyboard of their own ---


def summary() -> Pupil:
    pupil = Pupil(desk().stage.screen)
    pupil.tap("subject_building", "decision_no_action", "summary", "cover")
    return pupil


def phrase() -> Pupil:
    return Pupil(Passphrase())


def seeking() -> Pupil:
    return Pupil(SAMPLES["journal, search"]())


FIELDS = {"summary": (summary, "text"), "phrase": (phrase, "phrase"), "seeking": (seeking, "words")}
Field = tuple[Callable[[], Pupil], str]


@pytest.fixture(params=[*FIELDS])
def field(request: pytest.FixtureRequest) -> Field:
    return FIELDS[request.param]


def open_(field: Field) -> tuple[Pupil, Callable[[], str]]:
    """The field, emptied, and what it says."""
    make, name = field
    pupil = make()
    pupil.wait(1)
    for _ in range(40):
        pupil.press("backspace")
    return pupil, lambda: pupil.text(name).strip().removesuffix("|")


def test_a_held_letter_is_exchanged(field: Field) -> None:
    pupil, said = open_(field)
    pupil.type("а")
    pupil.down(*pupil.middle("key_у"))
    assert said() == "ау"
    pupil.wait(0.6)
    pupil.up(*pupil.middle("key_у"))
    assert said() == "аү"


def test_shift_locks(field: Field) -> None:
    pupil, said = open_(field)
    pupil.type("а")
    for _ in range(2):
        pupil.wait(0.1)
        pupil.tap_at(*pupil.middle("key_shift"))
    pupil.tap("key_б", "key_в")
    assert said() == "аБВ"


def test_a_usb_keyboard_is_read_by_its_caps_and_the_chord_changes_them(field: Field) -> None:
    pupil, said = open_(field)
    type_caps(pupil, "жарык өчтү")
    chord(pupil, *CTRL_SHIFT)
    assert pupil.has("key_q")
    console(pupil, "q")
    pupil.press("backspace")
    console(pupil, "w")
    assert said() == "жарык өчтүw"


# --- the pages of a row ---


def test_a_letter_that_was_refused_exchanges_none_that_stands() -> None:
    pupil = summary()
    room = int(pupil.text("used").split("/")[1])
    pupil.paste("у" * room)
    pupil.wait(1)
    pupil.down(*pupil.middle("key_у"))
    pupil.wait(1)
    pupil.up(*pupil.middle("key_у"))
    assert "ү" not in pupil.text("text")
    assert pupil.text("used") == f"{room} / {room}"


def test_page_keys_move_the_caret_of_a_long_passage() -> None:
    pupil = Pupil(desk().stage.screen)
    pupil.tap("subject_building", "decision_no_action", "to_answer", "headline", "cover")
    pupil.type("Жарык")
    pupil.tap("done")
    pupil.paste("\n".join(f"сап {n}" for n in range(30)))
    assert "сап 29" in pupil.text("text")
    for _ in range(12):
        pupil.press("page_up")
    assert "сап 0" in pupil.text("text")
