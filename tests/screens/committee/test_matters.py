"""The matters on the screen: what is overdue first, covered, and what became of each (R11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.demo.book import DOOR, MATTERS, MEALS, OPENED, TEACHER, journal
from kiosk.demo.school import SCHOOL
from kiosk.events import DeskTurned, OutcomeWritten
from kiosk.post.book import Book, Row
from kiosk.post.desk import DeskPage
from kiosk.post.followup import written
from kiosk.post.journal import Forum
from kiosk.post.letters import Language
from kiosk.post.matters import MAX_OUTCOMES, Matter, Outcome, State
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Hint
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.matters import Matters
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size

ADULTS = (Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE)
TODAY = OPENED[-1]
REVIEW = date(2026, 12, 25)
COLD, LIGHT, GYM = MATTERS


class Table(Hand):
    """The screen, with the flow's part done by hand."""

    def __init__(
        self, book: Book | None = None, present: Iterable[Role] = Role, size: Size = LARGE
    ) -> None:
        self.book, self.present = book or journal(), tuple(present)
        self.matters = Matters(
            Index.of(self.book, self.present), Known(SCHOOL, TODAY, review_on=REVIEW)
        )
        super().__init__(self.matters, size)

    @property
    def kept(self) -> Matter:
        """The matter that was handed on to be stored."""
        assert isinstance(self.events[-1], OutcomeWritten)
        return self.events[-1].matter

    def answer(self, hint: Hint | None = None) -> None:
        """The store kept it, or not."""
        if hint is None:
            changed = {one.number: one for one in self.book.matters} | {self.kept.number: self.kept}
            self.book = replace(self.book, matters=tuple(changed.values()))
        index = Index.of(self.book, self.present)
        self.matters.follow(index, working=False, hint=hint)
        self.stage.refresh()
        self.stage.draw()

    @property
    def listed(self) -> list[int]:
        names = [widget.name for widget in self.stage.view.widgets]
        return [int(name[7:]) for name in names if name.startswith("matter_")]


# --- the list ---


def test_what_is_overdue_comes_first_with_a_sign_and_a_word() -> None:
    table = Table()
    assert table.listed == [COLD.number, GYM.number]
    assert table.has(f"late_{COLD.number}")
    assert not table.has(f"late_{GYM.number}")
    assert table.text(f"matter_{COLD.number}").startswith("Overdue · Considered")
    assert "Day: 10 December" in table.text(f"matter_{GYM.number}")


@pytest.mark.parametrize("covered", [True, False])
def test_what_is_urgent_leads_the_list_marked_and_due_at_once(covered: bool) -> None:
    """Nothing was heard of it for a day: another day that was set does not hide that."""
    pressing = replace(GYM, number=8, urgent=TODAY - timedelta(days=2), due=REVIEW)
    table = Table(replace(journal(), matters=(COLD, GYM, pressing)))
    if not covered:
        table.touch("cover")
    assert table.listed == [8, COLD.number, GYM.number]
    assert table.text("matter_8").startswith("Urgent · Overdue · ")
    assert table.has("late_8")


def test_what_became_urgent_today_is_marked_and_not_overdue_yet() -> None:
    table = Table(replace(journal(), matters=(COLD, replace(GYM, number=8, urgent=TODAY))))
    assert table.listed == [8, COLD.number]
    assert "Overdue" not in table.text("matter_8")
    assert table.has("late_8")


def test_no_title_is_seen_until_the_cover_is_lifted() -> None:
    table = Table()
    assert all(matter.title not in table.seen for matter in MATTERS)
    table.touch("cover")
    assert COLD.title in table.seen
    assert "Letters: 20" in table.text(f"matter_{COLD.number}")
    table.touch("cover")
    assert COLD.title not in table.seen


def test_one_touch_shows_what_has_ended_too() -> None:
    table = Table()
    assert table.text("open") == "Open: 2"
    table.touch("all")
    assert table.listed == [COLD.number, GYM.number, LIGHT.number]
    table.touch("open")
    assert LIGHT.number not in table.listed


def test_every_matter_is_reached_by_leafing() -> None:
    many = tuple(replace(GYM, number=n) for n in range(10, 40))
    table = Table(replace(journal(), matters=many), size=SMALL)
    found = table.listed
    while table.enabled("leaf_on"):
        table.touch("leaf_on")
        found += table.listed
    assert sorted(found) == [*range(10, 40)]


def test_where_nothing_is_open_it_says_so() -> None:
    assert Table(Book()).text("none") == "Nothing is left open"


# --- one matter ---


def test_a_matter_says_its_letters_its_history_and_what_is_next() -> None:
    table = Table()
    table.touch(f"matter_{COLD.number}")
    assert COLD.title not in table.seen
    assert table.text("next") == "Next: answer it, or consider it again"
    table.touch("letter")
    assert COLD.title in table.seen
    assert COLD.outcomes[0].words in table.seen
    assert "№ 1: " + MEALS.summary in table.seen


def test_leaving_a_matter_covers_it_again() -> None:
    table = Table()
    table.touch(f"matter_{COLD.number}", "letter", "done", f"matter_{GYM.number}")
    assert GYM.title not in table.seen


def test_few_letters_are_told_by_their_numbers() -> None:
    rows = tuple(row for row in journal().rows if row.number in {7, 16})
    assert "№ 7, № 16" in Table(Book(rows, (GYM,))).text(f"matter_{GYM.number}")


def test_another_day_is_one_touch_and_the_next_review_stands_ready() -> None:
    table = Table()
    table.touch(f"matter_{GYM.number}", "day")
    assert table.chosen("due_12_10")
    assert not table.has("due_11_26"), "no day that went by"
    table.touch("due_12_16")
    assert table.kept == replace(GYM, due=date(2026, 12, 16))
    table.answer()
    assert "Day: 16 December" in table.text("stands")
    table.touch("day", "due_usual")
    assert table.kept.due == REVIEW


def test_the_same_day_once_more_stores_nothing() -> None:
    table = Table()
    table.touch(f"matter_{GYM.number}", "day", "due_12_10")
    assert table.events == []
    assert table.has("write")


# --- an outcome ---


def form(matter: Matter = COLD, book: Book | None = None) -> Table:
    table = Table(book)
    table.touch("all", f"matter_{matter.number}", "write")
    return table


def test_considered_again_it_is_due_at_the_next_review() -> None:
    table = form()
    assert "still" in table.text("gaps").lower()
    table.touch("state_considered", "keep")
    outcome = Outcome(TODAY, State.CONSIDERED, Forum.DIRECTOR)
    assert table.kept == written(COLD, outcome, due=REVIEW)
    assert not table.events[1:]


def test_words_come_from_a_usb_keyboard_too() -> None:
    table = form()
    table.touch("state_answered", "outcome")
    table.type("Жаңы казан алынды")
    table.press("escape")
    table.touch("keep")
    assert table.kept.outcomes[-1].words == "Жаңы казан алынды"
    assert table.kept.state is State.ANSWERED


def test_a_declined_matter_asks_for_its_reason() -> None:
    table = form()
    table.touch("state_declined", "done")
    assert "reason" in table.text("gaps")
    table.touch("state_declined", "reason_money", "keep")
    assert table.kept.outcomes[-1].words == "There is no money for it yet"


def test_referred_on_it_needs_a_forum() -> None:
    table = form()
    table.touch("state_referred", "forum_director")
    assert not table.has("keep")
    table.touch("forum_pedcouncil", "due", "due_none", "keep")
    assert (table.kept.forum, table.kept.due) == (Forum.PEDCOUNCIL, None)


def test_a_public_answer_is_previewed_and_waits_to_be_published() -> None:
    table = form()
    table.touch("state_answered", "answer", "headline")
    table.type("Тамак ысык")
    table.press("return")
    table.type("Эми тамак ысык берилет.")
    table.press("escape")
    table.touch("preview")
    assert "Тамак ысык" in table.seen
    table.touch("write", "done", "keep")
    assert table.kept.answer
    assert table.kept.answer.headline == {Language.EN: "Тамак ысык"}
    assert not table.kept.published
    table.answer()
    table.touch("letter")
    assert "The public answer is not published yet: Тамак ысык" in table.seen


@pytest.mark.parametrize("first", [(), ("state_considered",)])
def test_with_a_public_answer_the_matter_is_answered_and_the_screen_says_so(
    first: tuple[str, ...],
) -> None:
    table = form()
    table.touch(*first, "answer", "headline")
    table.type("Тамак ысык")
    table.press("return")
    table.type("Эми тамак ысык берилет.")
    table.press("escape")
    table.touch("done")
    assert table.chosen("state_answered")
    assert "An answer is written" in table.seen
    table.touch("state_considered")
    assert "An answer is written" not in table.seen
    table.touch("answer", "done")
    assert table.chosen("state_considered"), "who says otherwise is heard"
    table.touch("state_answered", "keep")
    assert table.kept.state is State.ANSWERED


def test_an_answer_that_might_tell_who_wrote_is_warned_of() -> None:
    table = form()
    table.touch("state_answered", "answer", "body")
    table.type("7-Б классына рахмат")
    table.press("escape")
    assert "7-Б" not in table.seen
    table.touch("cover")
    assert "7-Б класс" in table.text("mind")


def test_a_general_answer_waits_for_its_day() -> None:
    table = form(GYM)
    table.touch("state_answered", "answer", "headline")
    table.type("Эшик")
    table.press("return")
    table.type("Кулпу тагылды.")
    table.press("escape")
    table.touch("done")
    assert "council or assembly" in table.text("gaps")
    table.touch("answer", "days", "first_+7", "done", "done", "keep")
    assert table.kept.answer
    assert table.kept.answer.first_day == date(2026, 12, 4)


def test_an_answer_taken_back_before_it_was_published_is_gone() -> None:
    waiting = replace(LIGHT, published=False)
    table = form(LIGHT, replace(journal(), matters=(waiting,)))
    table.touch("state_answered", "answer", "unanswered", "keep")
    assert table.kept.answer is None


def test_while_it_is_stored_nothing_changes_and_what_failed_is_still_there() -> None:
    table = form()
    table.touch("state_considered", "keep")
    assert not table.enabled("keep")
    table.touch("state_no_action")
    table.answer(Hint.NOT_STORED)
    assert table.chosen("state_considered")
    assert table.has("hint")
    table.touch("keep")
    assert len(table.events) == 2
    table.answer()
    assert table.has("write")


def test_a_full_history_takes_nothing_more() -> None:
    ended = Outcome(TODAY, State.NO_ACTION)
    full = replace(GYM, outcomes=(ended,) * MAX_OUTCOMES)
    table = Table(replace(journal(), matters=(full,)))
    table.touch(f"matter_{GYM.number}")
    assert not table.enabled("write")
    assert "No more" in table.text("next")


def test_a_form_that_is_given_up_keeps_nothing() -> None:
    table = form()
    table.touch("state_considered", "done", "done")
    assert table.events == []
    assert table.listed


# --- who must not read ---


def kept_back() -> Book:
    """A journal of one row that leaves the pupils out, and its matter."""
    hidden = replace(TEACHER, matters=(9,))
    rows = (Row(1, 1, OPENED[0], OPENED[0], hidden), Row(2, 1, OPENED[0], OPENED[0], DOOR))
    return Book(rows, (replace(COLD, number=9, title="Мугалим кыйкырат"), GYM))


@pytest.mark.parametrize("covered", [True, False])
def test_of_a_matter_that_somebody_must_not_read_only_a_line_is_there(covered: bool) -> None:
    table = Table(kept_back())
    if not covered:
        table.touch("cover")
    assert table.listed == [GYM.number, 9], "last, so that its place tells nothing"
    assert table.text("matter_9") == "Overdue · № 1 · Not for everyone here"
    assert table.has("late_9")
    assert "Мугалим" not in table.seen


def test_it_shows_when_they_stepped_away_and_calls_them_back() -> None:
    table = Table(kept_back())
    table.touch("matter_9")
    assert "Мугалим" not in table.seen
    assert "parliament" in table.seen.lower()
    table.touch("moved", "letter")
    assert "Мугалим" in table.seen
    table.touch("done")
    assert "Мугалим" not in table.seen
    table.touch("moved")
    assert table.listed == [GYM.number, 9]


def test_it_waits_where_too_few_would_stay() -> None:
    table = Table(kept_back(), (Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER))
    table.touch("matter_9")
    assert not table.has("moved")
    assert "Мугалим" not in table.seen


def test_adults_alone_see_it_among_the_others() -> None:
    table = Table(kept_back(), ADULTS)
    assert table.listed == [9, GYM.number]


# --- keys, lock, silence ---


def test_a_keyboard_finds_its_way_without_the_glass() -> None:
    table = Table()
    table.type("3")  # after the two filters
    table.type(" ")
    assert COLD.title in table.seen
    table.press("escape")
    assert table.listed
    table.press("escape")
    assert table.events == [DeskTurned(DeskPage.MENU)]


def test_the_lock_covers_and_the_end_forgets() -> None:
    table = form()
    table.touch("cover", "state_answered", "outcome")
    table.type("Жаңы казан")
    table.matters.cover()
    table.stage.refresh()
    table.stage.draw()
    assert "казан" not in table.seen
    table.matters.wipe()
    table.stage.refresh()
    table.stage.draw()
    assert table.text("none")
    assert "казан" not in repr(vars(table.matters))


def test_nothing_that_a_log_could_quote_tells_of_a_matter() -> None:
    table = form()
    table.touch("state_answered", "outcome")
    table.type("secret")
    table.press("escape")
    table.touch("keep")
    for words in ("secret", COLD.title, MEALS.summary):
        assert words not in table.reprs
