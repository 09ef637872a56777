"""Old letters erased and the journal checked at the desk, by touches and on the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk import store
from kiosk.config import load_school
from tests.conftest import Opens
from tests.flow.test_desk import comes_to_the_desk, holds_a_review
from tests.guest import TEXT, Guest
from tests.readers import journal

SWAP = ("CREATE TEMP TABLE kept AS SELECT number, sealed FROM entries",
        "UPDATE entries SET sealed = (SELECT sealed FROM kept WHERE kept.number = 3 - entries.number)")  # fmt: skip  # noqa: E501


def file(guest: Guest) -> Path:
    return guest.data / "post.sqlite"


def harm(guest: Guest, *statements: str) -> None:
    """Somebody has the card in their own computer for an hour."""
    with closing(sqlite3.connect(file(guest))) as database, database:
        for words in statements:
            database.execute(words)


def waits(guest: Guest) -> None:
    guest.wait_until(lambda: not guest.world.app.busy, "the journal")


@pytest.fixture
def month_later(opens: Opens, data: Path) -> Guest:
    """Two letters were decided, and the school keeps their words for one month, which is over."""
    path = data / "post.sqlite"
    school = load_school(store.load_school(path))
    kept = school.model_copy(update={"keep_texts_months": 1})
    store.save_school(path, kept.model_dump_json())
    guest = opens()
    holds_a_review(guest, "Бир", "Эки")
    guest.world.move_clock(guest.world.clock.now().replace(month=12, day=28))
    guest.wait(61)
    return guest


def sealed(guest: Guest) -> list[bytes]:
    with closing(sqlite3.connect(file(guest))) as database:
        return [row[0] for row in database.execute("SELECT sealed FROM entries")]


# --- old letters ---


def test_two_touches_erase_the_letters_and_leave_the_rows(month_later: Guest) -> None:
    desk = month_later
    old = sealed(desk)
    comes_to_the_desk(desk)
    desk.touch("desk_erasing")
    assert desk.says("texts_due", n=2)
    desk.touch("erase", "erase_sure")
    waits(desk)
    assert desk.says("texts_erased", n=2)
    rows = journal(desk.data)
    assert [(row.summary, row.text, bool(row.erased)) for row in rows.values()] == [
        ("Бир", "", True), ("Эки", "", True),
    ]  # fmt: skip
    raw = file(desk).read_bytes()
    assert not any(row[at : at + 64] in raw for row in old for at in range(0, len(row) - 64, 64))


def test_afterwards_the_journal_still_agrees_with_its_chain(month_later: Guest) -> None:
    desk = month_later
    comes_to_the_desk(desk)
    desk.touch("desk_erasing", "erase", "erase_sure")
    waits(desk)
    desk.touch("leave", "desk_check", "check")
    waits(desk)
    assert desk.says("book_sound", n=2)


def corrects_row_1(guest: Guest, *touches: str) -> None:
    """Its summary, and whatever else is touched."""
    comes_to_the_desk(guest)
    guest.touch("desk_journal", "row_1", "amend", *touches, "cover", "summary")
    guest.type(" болду")
    guest.touch("done", "register")
    waits(guest)
    guest.sees("journal")


def erases(guest: Guest) -> None:
    guest.touch("leave", "desk_erasing", "erase", "erase_sure")
    waits(guest)


def holds_none_of(guest: Guest, old: list[bytes]) -> bool:
    raw = file(guest).read_bytes()
    return not any(row[at : at + 64] in raw for row in old for at in range(0, len(row) - 64, 64))


def test_a_row_that_was_corrected_is_erased_with_what_it_said_before(month_later: Guest) -> None:
    desk = month_later
    old = sealed(desk)
    corrects_row_1(desk)
    old += sealed(desk)
    erases(desk)
    assert desk.says("texts_erased", n=2)
    assert [row.text for row in journal(desk.data).values()] == ["", ""]
    assert holds_none_of(desk, old)
    desk.touch("leave", "desk_check", "check")
    waits(desk)
    assert desk.says("book_sound", n=2)
    assert not desk.says("book_wrong")


def test_it_says_how_many_letters_stay_and_why(guest: Guest) -> None:
    holds_a_review(guest, "Бир", "Эки")
    corrects_row_1(guest, "tab_decide", "forum_director")
    guest.touch("leave", "desk_erasing")
    assert guest.says("texts_none")
    assert guest.says("texts_unanswered", n=1)
    assert guest.says("texts_later", n=1)
    assert not guest.offers("erase")


def test_one_touch_erases_nothing(month_later: Guest) -> None:
    desk = month_later
    comes_to_the_desk(desk)
    desk.touch("desk_erasing", "erase", "keep", "leave", "desk_journal", "row_1", "cover")
    assert desk.shows(TEXT)
    assert all(row.text == TEXT for row in journal(desk.data).values())


def test_before_its_time_no_letter_is_erased(guest: Guest) -> None:
    holds_a_review(guest, "Бир")
    guest.world.move_clock(guest.world.clock.now().replace(day=28))
    guest.wait(61)
    comes_to_the_desk(guest)
    guest.touch("desk_erasing")
    assert guest.says("texts_none")
    assert not guest.offers("erase")


# --- the check ---


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A journal of two rows of a closed review."""
    holds_a_review(guest, "Бир", "Эки")
    guest.world.move_clock(guest.world.clock.now().replace(day=28))
    guest.wait(61)
    return guest


def checks(guest: Guest) -> None:
    comes_to_the_desk(guest)
    guest.touch("desk_check", "check")
    waits(guest)


def test_an_untouched_journal_agrees(desk: Guest) -> None:
    checks(desk)
    assert desk.says("book_sound", n=2)
    assert not desk.says("book_wrong")


@pytest.mark.parametrize(
    ("statements", "key", "values"),
    [
        (("UPDATE entries SET sealed = zeroblob(30036) WHERE number = 2",), "unread", {"rows": 2}),
        (("DELETE FROM entries WHERE number = 2",), "missing", {"rows": 2}),
        (("DELETE FROM entries WHERE number = 2",), "broken", {"n": 1}),
        (("UPDATE entries SET digest = zeroblob(32) WHERE number = 1",), "differing", {"rows": 1}),
        (SWAP, "differing", {"rows": "1, 2"}),
    ],
    ids=["tampered", "dropped", "dropped from the chain", "another digest", "swapped"],
)
def test_who_meddled_with_the_file_is_named_by_the_row(
    desk: Guest, statements: tuple[str, ...], key: str, values: dict[str, object]
) -> None:
    harm(desk, *statements)
    checks(desk)
    assert desk.says("book_wrong")
    assert desk.says(f"book_{key}", **values)


def test_whoever_mends_the_file_finds_it_sound_again(desk: Guest) -> None:
    harm(desk, *SWAP)
    checks(desk)
    assert desk.says("book_wrong")
    harm(desk, *SWAP)
    desk.touch("check")
    waits(desk)
    assert desk.says("book_sound", n=2)


def test_a_verdict_does_not_outlive_the_desk(desk: Guest) -> None:
    checks(desk)
    desk.touch("leave", "desk_done")
    waits(desk)
    comes_to_the_desk(desk)
    desk.touch("desk_check")
    assert desk.says("book_what")
