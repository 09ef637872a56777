"""Answers of old rows: what the board does not know yet waits in the row, whatever comes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.answers import Telling
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.journal import Answer, Entry
from kiosk.post.journal_key import After, JournalKey
from kiosk.post.letters import Language
from kiosk.post.rows import DamagedRow
from tests.post.books import ENTRY, OCTOBER, row
from tests.post.meeting import FACTS, Table, opening
from tests.post.test_deskwork import Sitting, ends

KEY = JournalKey(b"k" * 32)
A = Answer({Language.KY: "Оңдолду"}, {Language.KY: "Лампа тагылды."})
B = Answer({Language.KY: "Эртең"}, {Language.KY: "Лампа эртең тагылат."})
HUNG = replace(ENTRY, answer=A, notice=5)


def journal(*said: Entry) -> Book:
    """A journal of one row, of a review that is closed, with all that it ever said."""
    return Book((replace(row(1, said[-1], OCTOBER), closed_on=OCTOBER, former=said[:-1]),))


def amended(*said: Entry, now: Entry) -> Entry:
    """What is sealed where a row that said this says something else now."""
    sitting = Sitting(journal(*said))
    sitting(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))
    (job,) = sitting(ev.EntryCorrected(1, now))
    assert isinstance(job, jobs.SealAmendment)
    return job.entry


def told(*said: Entry) -> list[tuple[object, int, int]]:
    """What the next end of a desk session tells: headlines, rows and stale notices."""
    whole = journal(*said)
    return [plain(one) for one in ends(Sitting(whole), whole).answers]


def plain(one: Telling) -> tuple[object, int, int]:
    return one.notice and one.notice.headline[Language.KY], one.row, one.stale


def test_a_new_answer_waits_in_its_row_until_any_end() -> None:
    waits = amended(ENTRY, now=replace(ENTRY, answer=A))
    assert (waits.untold, waits.notice) == (True, 0)
    assert told(ENTRY, waits) == [("Оңдолду", 1, 0)]
    mended = amended(ENTRY, waits, now=replace(waits, summary="Башка"))
    assert told(ENTRY, waits, mended) == [("Оңдолду", 1, 0)]


def test_a_changed_answer_takes_the_place_of_the_old_one() -> None:
    waits = amended(HUNG, now=replace(HUNG, answer=B))
    assert told(HUNG, waits) == [("Эртең", 1, 5)]


def test_an_answer_that_is_taken_back_takes_its_notice_along() -> None:
    waits = amended(HUNG, now=replace(HUNG, answer=None))
    assert told(HUNG, waits) == [(None, 1, 5)]


def test_there_and_back_in_one_session_tells_nothing() -> None:
    changed = amended(HUNG, now=replace(HUNG, answer=B))
    back = amended(HUNG, changed, now=replace(changed, answer=A))
    assert (back.untold, back.notice) == (False, 5)
    assert told(HUNG, changed, back) == []
    begun = amended(ENTRY, now=replace(ENTRY, answer=A))
    assert not amended(ENTRY, begun, now=replace(begun, answer=None)).untold


def test_what_was_hung_in_between_is_what_counts() -> None:
    between = replace(HUNG, answer=B, notice=6)
    back = amended(HUNG, between, now=replace(between, answer=A))
    assert told(HUNG, between, back) == [("Оңдолду", 1, 6)]


def test_what_did_not_change_does_not_go_out_twice() -> None:
    assert told(HUNG, amended(HUNG, now=replace(HUNG, summary="Башка"))) == []


def test_a_screen_does_not_say_what_hangs() -> None:
    forged = replace(HUNG, summary="Башка", notice=9, untold=True)
    assert amended(HUNG, now=forged) == replace(forged, notice=5, untold=False)


def test_the_next_close_tells_it_as_well() -> None:
    waits = amended(HUNG, now=replace(HUNG, answer=None))
    table = Table(facts=replace(FACTS, slot=0, hand=0))
    own = replace(ENTRY, answer=B)
    table.review = replace(table.review, entries=((2, own),))
    table(ev.CloseAsked())
    (close,) = table(*opening(journal(HUNG, waits)))
    assert isinstance(close, jobs.CloseReview)
    assert [plain(one) for one in close.closing.answers] == [("Эртең", 2, 0), (None, 1, 5)]


# --- the row afterwards ---

WAITS = replace(HUNG, untold=True, reply="Рахмат")


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (After(), WAITS),
        (After(notice=8), replace(WAITS, notice=8, untold=False)),
        (After(notice=0), replace(WAITS, notice=0, untold=False)),
        (After(replied=True), replace(WAITS, reply="", replied=True)),
    ],
)
def test_a_row_knows_after_a_close_what_hangs_and_that_its_writer_was_replied_to(
    after: After, said: Entry
) -> None:
    before = KEY.seal_entry(WAITS)
    settled = KEY.settled(before.sealed, after)
    assert settled is not None
    assert KEY.open_entry(settled.sealed) == said
    assert KEY.digest(settled.sealed) == settled.digest
    assert settled.sealed != before.sealed, "all are sealed anew, so that none stands out"
    assert len(settled.sealed) == len(before.sealed)


def test_a_row_that_does_not_open_stays_as_it_is() -> None:
    assert KEY.settled(b"x" * 100, After(notice=3)) is None
    with pytest.raises(DamagedRow):
        KEY.open_entry(b"x" * 100)
