"""The notebook in A4: every row, every column, and not a word of any letter."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from kiosk.paper.pdf.journal import COLUMNS, journal
from kiosk.paper.pdf.typesetting import typeset
from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind, Language
from kiosk.post.matters import Outcome, State
from kiosk.post.notebook import Notebook, notebook
from kiosk.texts import Texts
from tests.paper.pdf.office import BOOK, FIRST, LAST, PASSPHRASE, REPLY, SECRET, entry, order
from tests.paper.pdf.reading import drawn, pages, read, squeezed

BOTH = (Texts(Language.KY), Texts(Language.RU))
NOTEBOOK = notebook(BOOK.rows, FIRST, LAST)


@pytest.fixture(scope="module")
def data() -> bytes:
    return typeset(order(NOTEBOOK))


@pytest.fixture(scope="module")
def told(data: bytes) -> str:
    return read(data, PASSPHRASE)


def test_the_regulations_columns_are_there_in_both_languages_on_every_page(data: bytes) -> None:
    assert len(COLUMNS) == 12
    for page in map(squeezed, pages(data, PASSPHRASE)):
        for texts in BOTH:
            assert [c.key for c in COLUMNS if squeezed(texts(c.key)) not in page] == []


def test_no_narrow_column_breaks_a_word_that_the_form_itself_sets(data: bytes) -> None:
    """The reader sees a line's end, or a blank, between what was broken."""
    said = " ".join(" ".join(pages(data, PASSPHRASE)).split())
    keys = ["no_kind", "no_date", *(f"kind_{one}" for one in Kind), *(c.key for c in COLUMNS)]
    keys += [*(f"decision_{one}" for one in Decision), *(f"forum_{one}" for one in Forum)]
    words = {word for texts in BOTH for key in keys for word in texts(key).split()}
    shown = {word for word in words if squeezed(word) in squeezed(said)}
    assert len(shown) > 50
    assert sorted(word for word in shown if word not in said) == []


def test_every_row_is_there_with_its_whole_summary_answer_and_reason(told: str) -> None:
    for n in range(1, 101):
        if n == 17:
            continue
        wanted = [entry(n).summary, entry(n).reason]
        answer = entry(n).answer
        if answer:
            wanted += [f"{answer.headline[Language.KY]}. {answer.body[Language.KY]}"]
        assert [words for words in wanted if squeezed(words) not in told] == [], n


def test_the_words_of_a_row_stand_in_both_languages(told: str) -> None:
    for texts in BOTH:
        for key in (
            *(f"forum_{forum}" for forum in (*Forum,)[:3]),
            *(f"decision_{decision}" for decision in Decision),
            "no_kind", "no_date", "status_urgent", "row_lost", "row_corrected", "origin_paper",
        ):  # fmt: skip
            assert squeezed(texts(key)) in told, key


def test_no_letter_and_no_private_reply_is_in_it_only_that_there_was_one(told: str) -> None:
    assert SECRET not in told
    assert REPLY not in told
    assert told.count(squeezed(BOTH[0]("reply_only"))) == sum(
        1 for n in range(1, 101) if n % 9 == 0 and n != 17
    )


def test_a_row_that_no_longer_opens_keeps_its_number_and_day(data: bytes) -> None:
    page = next(
        p for p in map(squeezed, pages(data, PASSPHRASE)) if squeezed(BOTH[0]("row_lost")) in p
    )
    assert "1725.09.2026" in page


def test_the_answers_day_is_the_close_or_later(told: str) -> None:
    assert "26.09.2026" in told


def test_what_a_forum_made_of_a_matter_stands_beside_the_decision_with_its_day() -> None:
    before = Outcome(date(2026, 9, 1), State.CONSIDERED, Forum.DIRECTOR, "Мурунку")
    later = Outcome(date(2026, 12, 4), State.ANSWERED, Forum.PEDCOUNCIL, "Айнек салынды")
    matter = replace(BOOK.matters[1], outcomes=(before, later))
    row = BOOK.rows[5]
    assert row.entry
    assert row.entry.matters == (matter.number,)
    told = read(typeset(order(notebook([row], FIRST, LAST, [matter]))), PASSPHRASE)
    for texts in BOTH:
        assert squeezed(f"{texts('state_answered')}: {texts('forum_pedcouncil')}") in told
    assert "04.12.2026" in told
    assert "Айнексалынды" in told
    assert "Мурунку" not in told, "that was before this letter"


def test_what_became_of_a_matter_before_a_letter_is_no_answer_to_it() -> None:
    matter = replace(BOOK.matters[1], outcomes=(Outcome(date(2026, 9, 1), State.ANSWERED),))
    (line,) = notebook([BOOK.rows[5]], FIRST, LAST, [matter]).lines
    assert line.said
    assert (line.said.outcome, line.answered_on) == (None, None)


def test_a_letter_is_answered_when_its_matter_is() -> None:
    answered = Outcome(date(2026, 12, 4), State.ANSWERED)
    (line,) = notebook([BOOK.rows[5]], FIRST, LAST).lines
    matter = replace(BOOK.matters[1], outcomes=(answered,))
    (later,) = notebook([BOOK.rows[5]], FIRST, LAST, [matter]).lines
    assert (line.answered_on, later.answered_on) == (None, answered.on)


def test_rows_of_another_time_stay_out() -> None:
    autumn = notebook(BOOK.rows, FIRST, date(2026, 10, 1))
    assert [line.number for line in autumn.lines] == [*range(1, 20)]
    words = read(typeset(order(autumn)), PASSPHRASE)
    assert "Мазмун19:" in words
    assert "Мазмун20:" not in words


def test_a_journal_without_rows_is_a_form_for_the_pen() -> None:
    words = read(typeset(order(Notebook(FIRST, LAST, ()))), PASSPHRASE)
    assert "Катар№" in words
    assert "1/1" in words


def test_pages_lie_on_their_side(data: bytes) -> None:
    picture = drawn(data, 0, PASSPHRASE)
    assert picture.width > picture.height


def test_nobody_reads_it_in_a_repr() -> None:
    assert not re.search("Мазмун|Себеп|" + SECRET, repr((NOTEBOOK, order(NOTEBOOK))))
    assert PASSPHRASE not in repr(order(NOTEBOOK))
    assert SECRET not in repr(vars(NOTEBOOK)) + repr(vars(NOTEBOOK.lines[0].said))


def test_it_is_written_the_same_whoever_asks() -> None:
    leaves = journal(order(NOTEBOOK), NOTEBOOK)
    again = journal(order(NOTEBOOK), NOTEBOOK)
    assert leaves.pages.bytes() == again.pages.bytes()
