"""The whole journal for the desk, and what a desk session leaves: published at once, or not."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from kiosk.events import BookOpened, BookRead, DeskClosed, MatterKept, MatterSealed, StoreFailed
from kiosk.keyholder.answers import answer
from kiosk.post import jobs
from kiosk.post.answers import Telling
from kiosk.post.book import ReviewDays, SealedBook
from kiosk.post.filing import Filing
from kiosk.post.letters import Language, ReplyTo
from kiosk.post.matter_parcel import SEALED_MATTER_SIZE
from kiosk.post.matters import Matter
from kiosk.post.replies import Replying, SealedReply, seal
from kiosk.store import GoesOut
from tests.office import DAY, ROLES, keyring, notice
from tests.store.desk import Desk
from tests.store.month import index, register, review, sealed_book

KEYS = keyring()


def sealed(matter: Matter) -> MatterSealed:
    event = answer(KEYS, jobs.SealMatter(matter))
    assert isinstance(event, MatterSealed)
    return event


def test_a_new_journal_is_empty(office: Desk) -> None:
    assert sealed_book(office) == SealedBook()
    assert index(office).search() == ()


def test_rows_of_all_reviews_are_opened_by_the_keys_and_can_be_searched(office: Desk) -> None:
    review(office, "Жарык", "Суу")
    review(office, "Тамак")
    read = sealed_book(office)
    assert read.reviews == (ReviewDays(1, DAY, DAY), ReviewDays(2, DAY, DAY))
    assert [(row.number, row.review, row.chained) for row in read.rows] == [
        (1, 1, 1), (2, 1, 1), (3, 2, 2),
    ]  # fmt: skip
    opened = index(office)
    assert opened.present == frozenset(ROLES)
    [found] = opened.search("тамак")
    assert (found.number, found.review, found.opened_on, found.closed_on) == (3, 2, DAY, DAY)
    assert {matter.title for matter in opened.book.matters} == {"Тамак", "Суу", "Жарык"}


def test_the_rows_of_a_review_that_goes_on_are_there_and_not_closed(office: Desk) -> None:
    register(office, "Жарык")
    [row] = index(office).search()
    assert (row.closed_on, row.entry and row.entry.summary) == (None, "Жарык")
    assert [row.chained for row in sealed_book(office).rows] == [None]


def test_a_row_that_no_longer_opens_keeps_its_place(office: Desk) -> None:
    review(office, "Жарык", "Суу")
    with closing(sqlite3.connect(office.path)) as database, database:
        database.execute("UPDATE entries SET sealed = x'00' WHERE number = 1")
    assert [(row.number, row.entry is None) for row in index(office).book.rows] == [
        (1, True), (2, False),
    ]  # fmt: skip


def test_nothing_of_a_book_or_a_matter_is_in_a_repr(office: Desk) -> None:
    review(office, "Жарык")
    said = sealed_book(office)
    matter = index(office).book.matters[0]
    events = [BookRead(said), BookOpened(index(office)), sealed(matter), MatterKept(matter)]
    asked = [jobs.OpenBook(said, ROLES), jobs.SealMatter(matter), jobs.KeepMatter(sealed(matter))]
    for one in (*events, *asked):
        assert "Жарык" not in repr(one)
        assert "sealed=b" not in repr(one)


def test_what_became_of_a_matter_is_kept_in_its_place(office: Desk) -> None:
    review(office, "Жарык")
    [matter] = index(office).book.matters
    done = sealed(replace(matter, title="Жарык күйдү"))
    office.store.keep_matter(done.matter, done.sealed)
    assert office.expect(MatterKept).matter == done.matter
    assert index(office).book.matters == (done.matter,)


def test_a_matter_of_another_size_is_refused_by_its_step(office: Desk) -> None:
    review(office, "Жарык")
    before = sealed_book(office)
    office.store.keep_matter(index(office).book.matters[0], b"x" * (SEALED_MATTER_SIZE - 1))
    assert office.event() == StoreFailed("keep_matter")
    assert sealed_book(office) == before


# --- publishing ---


def replying() -> Replying:
    return Replying((seal("ооба", ReplyTo(b"n" * 16, b"k" * 32)),), DAY)


def tell(*headlines: str) -> tuple[Telling, ...]:
    return tuple(Telling(notice(words)) for words in headlines)


def hung(office: Desk) -> list[str]:
    return [one.headline[Language.KY] for one in office.board().board.notices]


def laid(office: Desk) -> int:
    with closing(sqlite3.connect(office.path)) as database:
        return int(database.execute("SELECT count(*) FROM replies").fetchone()[0])


def test_a_desk_session_is_published_together(office: Desk) -> None:
    review(office, "Жарык")
    [matter] = index(office).book.matters
    done = sealed(replace(matter, title="Жарык күйдү"))
    written = [(done.matter.number, done.sealed)]
    office.store.close_desk(GoesOut(tell("бир", "эки"), written, replying()), DAY)
    assert office.event() == DeskClosed()
    assert sorted(hung(office)) == ["бир", "эки"]
    assert index(office).book.matters == (done.matter,)
    assert laid(office) == 1


def test_a_row_learns_which_notice_is_its_own_and_that_it_was_told(office: Desk) -> None:
    review(office, "Жарык", "Суу")
    [first, _] = index(office).book.rows
    assert first.entry is not None
    office.store.hang_notice(notice("эски"))
    office.event()
    waits = replace(first.entry, notice=1, untold=True)
    for said in (replace(waits, summary="Ортодогу"), waits):
        office.store.amend(1, KEYS.seal_entry(said), said, Filing())
        office.event()
    before = sealed_book(office).rows
    out = GoesOut((Telling(notice("жаңы"), 1, stale=1),), settles=KEYS.journal().settled)
    office.store.close_desk(out, DAY)
    assert office.event() == DeskClosed()
    [row, _] = index(office).book.rows
    assert row.entry == replace(waits, notice=2, untold=False)
    assert [one.untold for one in row.former] == [False, True], "what it said stays as it was"
    assert hung(office) == ["жаңы"]
    assert sealed_book(office).rows[1] == before[1], "the chain knows the other one already"


def test_a_notice_that_somebody_took_down_holds_up_nothing(office: Desk) -> None:
    office.store.close_desk(GoesOut((Telling(None, row=1, stale=7),)), DAY)
    assert office.event() == DeskClosed()


def test_answers_of_a_desk_session_hang_in_no_order(office: Desk) -> None:
    """From their order on the board nobody may learn which matter each belongs to (law 4)."""
    words = [f"Жооп {n}" for n in range(12)]
    office.store.close_desk(GoesOut(tell(*words)), DAY)
    office.event()
    assert sorted(hung(office)) == sorted(words)
    assert hung(office) not in (words, words[::-1])


@pytest.mark.parametrize("broken", ["matter", "reply"])
def test_what_cannot_be_published_whole_is_not_published(office: Desk, broken: str) -> None:
    review(office, "Жарык")
    before = sealed_book(office)
    number = index(office).book.matters[0].number
    size = SEALED_MATTER_SIZE - (broken == "matter")
    short = Replying((SealedReply(b"n" * 16, b"short"),), DAY)
    late = short if broken == "reply" else replying()
    office.store.close_desk(GoesOut(tell("бир"), [(number, b"x" * size)], late), DAY)
    assert office.event() == StoreFailed("close_desk")
    assert office.board().board.notices == ()
    assert sealed_book(office) == before
    assert laid(office) == 0
