"""What a correction at the desk reaches: the register, papers; and what it must not reach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk import events as ev
from kiosk.post import filing, jobs
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.filing import Filing
from kiosk.post.followup import dated, written
from kiosk.post.journal import Answer, Decision, Entry, Forum, Informed, Office
from kiosk.post.journal_key import SealedRow
from kiosk.post.letters import Language
from kiosk.post.matters import Before, Matter, Outcome, State
from kiosk.post.review import Moment
from kiosk.post.steps import Hint
from tests.post.books import ENTRY, OCTOBER, row
from tests.post.meeting import DEPUTY, FACTS, OUTSIDE, PARLIAMENT, ROW, Table, letter, opening
from tests.post.test_deskwork import Sitting

TODAY = date(2026, 11, 28)
SAID = Answer({Language.KY: "Оңдолду"}, {Language.KY: "Лампа алмаштырылды."})
LINKED = replace(ENTRY, matters=(7,), decision=Decision.NO_ACTION, forum=None)
REFERRED = replace(LINKED, decision=Decision.REFERRED, forum=Forum.DIRECTOR)
OLD = replace(row(1, LINKED), closed_on=OCTOBER)
MATTER = Matter(7, "Жарык", (), OCTOBER, OLD.review, state=State.NO_ACTION, before=Before(9))


def takes_row_1(table: Table) -> None:
    table(ev.DeskTurned(DeskPage.JOURNAL), ev.RowTaken(1))


def amends(table: Table, entry: Entry) -> Filing:
    """Row 1 says this now; gives back what that made of the matters."""
    (job,) = table(ev.EntryCorrected(1, entry))
    assert isinstance(job, jobs.SealAmendment)
    table(ev.AmendmentSealed(1, SealedRow(b"", b""), entry, job.filing))
    table(ev.EntryAmended(1, entry, job.filing))
    return job.filing


# --- over a running review ---


@pytest.fixture
def table() -> Table:
    """A letter in the register of review 99; over it lies the desk."""
    begun = replace(MATTER, before=Before(OLD.review))
    table = Table(letter(1), facts=replace(FACTS, review=99, slot=0, hand=0))
    table.review = replace(table.review, matters=(begun,))
    table(ev.DeskAsked(), *opening(Book((OLD,), (begun,))))
    takes_row_1(table)
    return table


def test_what_the_desk_made_of_a_matter_the_next_letter_finds(table: Table) -> None:
    (moved,) = amends(table, REFERRED).matters
    assert moved.state is State.REFERRED
    after = Book((replace(OLD, entry=REFERRED),), (moved,))
    table(*opening(after), ev.DeskTurned(DeskPage.MENU), ev.DeskLeft())
    assert table.review.matters == (moved,)
    (job,) = table(ev.EntryWritten(10, replace(ROW, matters=(7,))))
    assert isinstance(job, jobs.SealEntry)
    assert all(one.state is State.REFERRED for one in job.filing.matters)


def test_a_matter_that_an_old_row_joined_outlives_the_row_that_began_it(table: Table) -> None:
    begun = Matter(8, "Суу", (), FACTS.opened_on, 99, before=Before(99))
    table.review = replace(table.review, matters=(begun,))
    table(*opening(Book((OLD,), (begun,))))
    takes_row_1(table)
    (joined,) = amends(table, replace(LINKED, matters=(8,))).matters
    facts = replace(FACTS, review=99)
    alone = replace(ROW, matters=(8,))
    gone = replace(alone, matters=())
    assert filing.correction(5, gone, facts, [(5, alone)], [begun]).dropped == (8,)
    assert filing.correction(5, gone, facts, [(5, alone)], [joined]).dropped == ()
    assert table.review.matters == (joined,)


# --- what is never dropped ---

OUTCOME = Outcome(OCTOBER, State.CONSIDERED)


@pytest.mark.parametrize(
    "spoken_of",
    [replace(MATTER, outcomes=(OUTCOME,)), replace(MATTER, answer=SAID)],
    ids=["outcome", "answer"],
)
def test_what_was_said_of_a_matter_stays_when_its_only_row_lets_go(spoken_of: Matter) -> None:
    sitting = Sitting(Book((OLD,), (spoken_of,)))
    takes_row_1(sitting)
    assert amends(sitting, replace(LINKED, matters=())).dropped == ()
    untold = Sitting(Book((OLD,), (MATTER,)))
    takes_row_1(untold)
    assert amends(untold, replace(LINKED, matters=())).dropped == (7,)


# --- the paper of an urgent row ---

URGENT = replace(ENTRY, urgent=True, informed=(Informed(Office.POLICE, "", OCTOBER),))


@pytest.mark.parametrize("with_text", [False, True])
def test_the_paper_of_an_urgent_row_comes_again_from_its_page(*, with_text: bool) -> None:
    sitting = Sitting(Book((replace(OLD, entry=URGENT), replace(OLD, number=2, entry=URGENT))))
    takes_row_1(sitting)
    again = jobs.PrintReferral(1, URGENT, with_text)
    assert sitting(ev.ReferralAsked(1, with_text=with_text)) == (again,)
    assert sitting(ev.ReferralAsked(2)) == (), "only of the row that lies open"


def test_of_a_row_that_is_not_urgent_there_is_no_paper() -> None:
    sitting = Sitting(Book((OLD,)))
    takes_row_1(sitting)
    assert sitting(ev.ReferralAsked(1)) == ()


# --- nothing is taken on trust from a screen ---


@pytest.mark.parametrize(
    "sent",
    [
        replace(MATTER, state=State.ANSWERED),
        replace(MATTER, title="Башка"),
        replace(MATTER, outcomes=(OUTCOME,)),
        replace(MATTER, published=True, answer=SAID),
        replace(MATTER, excluded=frozenset({DEPUTY})),
        written(replace(MATTER, number=9), Outcome(TODAY, State.ANSWERED)),
    ],
)
def test_a_matter_that_does_not_follow_from_what_is_known_is_not_sealed(sent: Matter) -> None:
    assert Sitting(Book((OLD,), (MATTER,)))(ev.OutcomeWritten(sent)) == ()


WAITS = replace(MATTER, state=State.REFERRED, forum=Forum.DIRECTOR, answer=SAID)
TOLD = replace(WAITS, published=True)


@pytest.mark.parametrize(
    ("known", "sent"),
    [
        (WAITS, dated(WAITS, TODAY)),
        (WAITS, written(WAITS, Outcome(TODAY, State.ANSWERED), answer=SAID)),
        (WAITS, replace(written(WAITS, Outcome(TODAY, State.NO_ACTION)), answer=None)),
        (TOLD, written(TOLD, Outcome(TODAY, State.NO_ACTION))),
        (TOLD, written(TOLD, Outcome(TODAY, State.ANSWERED), answer=SAID)),
    ],
)
def test_what_follows_is_sealed(known: Matter, sent: Matter) -> None:
    sitting = Sitting(Book((OLD,), (known,)))
    assert sitting(ev.OutcomeWritten(sent)) == (jobs.SealMatter(sent),)


def test_a_matter_that_too_few_here_may_read_of_is_not_written() -> None:
    two = (DEPUTY, PARLIAMENT)
    hidden = replace(MATTER, excluded=frozenset({PARLIAMENT}))
    answered = written(hidden, Outcome(TODAY, State.ANSWERED))
    few = Sitting(Book((OLD,), (hidden,)), two, (frozenset(two),))
    assert few(ev.OutcomeWritten(answered)) == ()
    assert Sitting(Book((OLD,), (hidden,)))(ev.OutcomeWritten(answered)) != ()


DONE = replace(OLD, entry=replace(LINKED, matters=(), text="Жарык жок"))
LATER = replace(OUTSIDE, today=date(2028, 1, 10))


def test_only_letters_that_are_due_are_erased() -> None:
    sitting = Sitting(Book((DONE, replace(DONE, number=2))), moment=LATER)
    assert sitting(ev.ErasingAgreed((1, 2))) == (jobs.EraseTexts((1, 2)),)
    early = Sitting(Book((DONE,)))
    assert early(ev.ErasingAgreed((1,))) == ()
    assert Sitting(Book((DONE,)), moment=LATER)(ev.ErasingAgreed((1, 3))) == ()


def test_how_long_they_are_kept_the_school_says() -> None:
    sitting = Sitting(Book((DONE,)), moment=replace(LATER, keep_texts_months=60))
    assert sitting(ev.ErasingAgreed((1,))) == ()


def test_on_a_day_that_is_not_believed_nothing_is_erased() -> None:
    sitting = Sitting(Book((DONE,)), moment=LATER)
    sitting.moment = Moment(None, None)
    assert sitting(ev.ErasingAgreed((1,))) == ()
    assert sitting.review.hint is Hint.CLOCK_UNKNOWN
