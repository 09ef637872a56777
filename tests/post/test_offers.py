"""What goes onto paper of the open journal, and what of it never does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.demo.book import OPENED, TEACHER, journal
from kiosk.post.analysis import Tally
from kiosk.post.book import Book, Row
from kiosk.post.documents import Document, ForumDay, Reviewed
from kiosk.post.journal import Decision, Forum
from kiosk.post.meeting import Facts
from kiosk.post.notebook import Notebook
from kiosk.post.offers import Archive, NotOffered
from kiosk.post.protocol import Account, Protocol
from kiosk.post.schoolyear import SchoolYear
from tests.office import WITNESS

TODAY = date(2026, 11, 28)
ACCOUNT = Account(Facts(4, OPENED[3], 0, 0, closed_on=OPENED[3]), WITNESS)
ARCHIVE = Archive(journal(), (ACCOUNT,), TODAY)
YEAR = SchoolYear(2026)
LATEST = Reviewed(4, OPENED[3])


def test_of_each_document_there_is_what_the_journal_has_the_latest_last() -> None:
    offers = ARCHIVE.offers
    assert offers[Document.PROTOCOL] == (LATEST,)
    assert offers[Document.JOURNAL] == (SchoolYear(2025), YEAR)
    assert [one.on for one in offers[Document.STRIPS] if isinstance(one, Reviewed)] == [*OPENED]
    assert offers[Document.AGENDA]


def test_an_empty_journal_has_nothing_to_offer() -> None:
    empty = Archive(replace(journal(), rows=(), matters=()), (), TODAY)
    assert not any(empty.offers.values())


@pytest.mark.parametrize("document", [Document.JOURNAL, Document.STRIPS])
def test_of_a_row_that_leaves_somebody_out_no_word_goes_onto_paper(document: Document) -> None:
    choice = YEAR if document is Document.JOURNAL else LATEST
    content = ARCHIVE.supply(document, choice)
    assert isinstance(content, Notebook)
    (kept_back,) = [line for line in content.lines if line.number == 69]
    assert kept_back.said is not None
    assert (kept_back.said.summary, kept_back.said.reason) == ("", "")
    assert kept_back.said.decision is TEACHER.decision
    others = [line for line in content.lines if line.said and line.number != 69]
    assert all(line.said and line.said.summary for line in others)


def test_a_row_that_left_somebody_out_before_it_was_corrected_has_no_word_either() -> None:
    rows = list(journal().rows)
    former = replace(TEACHER, summary="Мугалим жөнүндө")
    rows[-2] = replace(rows[-2], entry=replace(TEACHER, excluded=frozenset()), former=(former,))
    content = replace(ARCHIVE, book=replace(journal(), rows=tuple(rows))).supply(
        Document.STRIPS, LATEST
    )
    assert isinstance(content, Notebook)
    assert [line.said.summary for line in content.lines if line.said and line.number == 69] == [""]


def test_the_report_counts_every_letter_of_its_year() -> None:
    content = ARCHIVE.supply(Document.REPORT, YEAR)
    assert isinstance(content, Tally)
    assert content.letters == sum(1 for row in journal().rows if row.opened_on >= YEAR.first)


def test_the_protocol_has_every_row_of_its_review_and_names_those_that_do_not_open() -> None:
    content = ARCHIVE.supply(Document.PROTOCOL, LATEST)
    assert isinstance(content, Protocol)
    assert content.registered == sum(1 for row in journal().rows if row.review == 4)
    assert content.lost == (68,)


def test_a_protocol_printed_again_says_what_was_decided_then() -> None:
    """Row 70 was no action before it was corrected."""
    content = ARCHIVE.supply(Document.PROTOCOL, LATEST)
    assert isinstance(content, Protocol)
    assert [one.decision for one in content.decided if one.number == 70] == [Decision.NO_ACTION]


def test_what_was_not_offered_is_not_drawn_up() -> None:
    with pytest.raises(NotOffered):
        ARCHIVE.supply(Document.PROTOCOL, YEAR)
    with pytest.raises(NotOffered):
        ARCHIVE.supply(Document.JOURNAL, ForumDay(Forum.DIRECTOR, TODAY))


def test_a_protocol_that_is_printed_again_tells_what_was_decided_then() -> None:
    row = journal().rows[-1]
    declined = replace(TEACHER, decision=Decision.DECLINED, forum=None, reason="-")
    now = replace(row, entry=declined, former=(TEACHER,))
    assert _decided(now) == ([TEACHER.decision], ())
    assert _decided(replace(now, first_lost=True)) == ([], (row.number,))
    assert _decided(replace(now, entry=None)) == ([TEACHER.decision], ())


def _decided(row: Row) -> tuple[list[Decision], tuple[int, ...]]:
    archive = Archive(Book((row,)), (ACCOUNT,), TODAY)
    protocol = archive.supply(Document.PROTOCOL, LATEST)
    assert isinstance(protocol, Protocol)
    return [one.decision for one in protocol.decided], protocol.lost
