"""Nothing is forgotten: from the letter to the forum, and back with an outcome (R11)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kiosk.post import followup, forums
from kiosk.post.book import Book, Row
from kiosk.post.documents import ForumDay, Item
from kiosk.post.followup import NotAllowed
from kiosk.post.journal import Answer, Decision, Entry, Forum, Gap, Informed, Office
from kiosk.post.letters import Language, Origin
from kiosk.post.matters import MAX_OUTCOMES, MAX_WORDS, OPEN, Matter, Outcome, State
from kiosk.post.roles import Role

OPENED = date(2026, 11, 27)
DUE = date(2026, 12, 10)
TODAY = date(2026, 12, 25)
ROW = Entry(Origin.PAPER, None, summary="Тамак муздак", matters=(7,))
TO_DIRECTOR = replace(ROW, decision=Decision.REFERRED, forum=Forum.DIRECTOR)
TO_COUNCIL = replace(ROW, decision=Decision.REFERRED, forum=Forum.PEDCOUNCIL)
ANSWERED = replace(ROW, decision=Decision.ANSWERED)
NOTHING = replace(ROW, decision=Decision.NO_ACTION)
MATTER = Matter(7, "Тамак муздак", (), OPENED, review=3)
REFERRED = replace(MATTER, state=State.REFERRED, forum=Forum.DIRECTOR, due=DUE)
ANSWER = Answer({Language.KY: "Тамак"}, {Language.KY: "Эми ысык."})


def outcome(state: State, words: str = "", forum: Forum | None = None) -> Outcome:
    return Outcome(TODAY, state, forum, words)


# --- letters ---


@pytest.mark.parametrize("decision", Decision)
def test_the_first_letter_says_where_a_matter_stands(decision: Decision) -> None:
    forum = Forum.ASSEMBLY if decision is Decision.REFERRED else None
    moved = followup.referred(replace(ROW, decision=decision, forum=forum), MATTER)
    assert (moved.state, moved.forum, moved.due) == (State(decision), forum, None)


def test_the_letter_that_leaves_most_to_do_decides() -> None:
    assert followup.referred(NOTHING, REFERRED) == REFERRED
    ended = replace(MATTER, state=State.ANSWERED)
    assert followup.referred(TO_COUNCIL, ended).forum is Forum.PEDCOUNCIL
    assert followup.referred(NOTHING, ended) == ended


def test_the_last_forum_counts_and_has_its_own_day() -> None:
    moved = followup.referred(TO_COUNCIL, REFERRED)
    assert (moved.forum, moved.due) == (Forum.PEDCOUNCIL, None)
    assert followup.referred(TO_DIRECTOR, REFERRED).due == DUE


def test_what_was_considered_is_considered_anew_for_a_new_letter() -> None:
    considered = replace(REFERRED, state=State.CONSIDERED)
    assert followup.referred(TO_DIRECTOR, considered) == replace(REFERRED, due=None)


def test_whom_a_letter_leaves_out_must_not_read_of_its_matter() -> None:
    private = replace(NOTHING, excluded=frozenset({Role.PARLIAMENT_MEMBER}))
    moved = followup.referred(
        private, replace(REFERRED, excluded=frozenset({Role.DEPUTY_DIRECTOR}))
    )
    assert moved.excluded == {Role.PARLIAMENT_MEMBER, Role.DEPUTY_DIRECTOR}
    assert moved.state is State.REFERRED


def test_a_correction_takes_back_what_the_row_said() -> None:
    was = replace(REFERRED, review=2)
    moved = followup.weighed(was, 3, [], [(5, TO_COUNCIL)])
    assert moved.forum is Forum.PEDCOUNCIL
    back = followup.weighed(moved, 3, [(5, TO_COUNCIL)], [(5, NOTHING)])
    assert replace(back, before=None) == was
    gone = followup.weighed(moved, 3, [(5, TO_COUNCIL)], [(5, replace(NOTHING, matters=()))])
    assert gone == back


def test_a_correction_lets_another_row_of_the_matter_decide() -> None:
    both = [(5, TO_COUNCIL), (6, ANSWERED)]
    moved = followup.weighed(MATTER, 3, [], both)
    assert moved.state is State.REFERRED
    back = followup.weighed(moved, 3, both, [(5, NOTHING), (6, ANSWERED)])
    assert back.state is State.ANSWERED


def test_a_day_that_was_set_stays_as_long_as_the_forum() -> None:
    moved = followup.dated(followup.weighed(MATTER, 3, [], [(5, TO_DIRECTOR)]), DUE)
    again = followup.weighed(moved, 3, [(5, TO_DIRECTOR)], [(5, TO_DIRECTOR), (6, TO_DIRECTOR)])
    assert again.due == DUE
    assert followup.weighed(moved, 3, [(5, TO_DIRECTOR)], [(5, TO_COUNCIL)]).due is None


def test_an_outcome_is_not_undone_by_correcting_an_older_row() -> None:
    rows = [(5, TO_DIRECTOR)]
    moved = followup.weighed(MATTER, 3, [], rows)
    heard = followup.written(moved, outcome(State.CONSIDERED))
    mended = followup.weighed(heard, 3, rows, [(5, replace(TO_DIRECTOR, summary="Суп муздак"))])
    assert mended.state is State.CONSIDERED
    newer = followup.weighed(mended, 3, rows, [*rows, (6, TO_COUNCIL)])
    assert (newer.state, newer.forum) == (State.REFERRED, Forum.PEDCOUNCIL)


def test_letters_of_a_later_review_begin_where_the_matter_stands() -> None:
    moved = followup.weighed(MATTER, 3, [], [(5, TO_DIRECTOR)])
    later = followup.weighed(moved, 4, [], [(9, NOTHING)])
    assert (later.state, later.forum) == (State.REFERRED, Forum.DIRECTOR)
    assert later.before
    assert later.before.state is State.REFERRED


# --- outcomes ---


def test_an_outcome_moves_the_matter_and_stays_in_its_history() -> None:
    heard = followup.written(REFERRED, outcome(State.CONSIDERED, "Ашканага айтылды"), due=TODAY)
    assert (heard.state, heard.forum, heard.due) == (State.CONSIDERED, Forum.DIRECTOR, TODAY)
    done = followup.written(heard, outcome(State.ANSWERED))
    assert [one.state for one in done.outcomes] == [State.CONSIDERED, State.ANSWERED]
    assert (done.due, done.open) == (None, False)


@pytest.mark.parametrize(
    ("asked", "answer", "gap"),
    [
        (outcome(State.REFERRED), None, Gap.FORUM),
        (outcome(State.DECLINED, "  "), None, Gap.REASON),
        (outcome(State.ANSWERED), Answer({Language.KY: "Тамак"}, {}), Gap.ANSWER),
        (outcome(State.ANSWERED, forum=Forum.ASSEMBLY), ANSWER, Gap.FIRST_DAY),
    ],
    ids=["a forum", "a reason", "the answer's words", "a general answer's day"],
)
def test_what_lacks_something_is_not_written(
    asked: Outcome, answer: Answer | None, gap: Gap
) -> None:
    assert followup.lacks(asked, answer) == (gap,)
    with pytest.raises(NotAllowed):
        followup.written(REFERRED, asked, answer=answer)


@pytest.mark.parametrize("state", State)
def test_only_what_follows_is_allowed(state: State) -> None:
    matter = replace(REFERRED, state=state)
    may = followup.allowed(matter)
    assert State.REGISTERED not in may
    assert State.REFERRED in may, "a matter can always begin again"
    for wish in sorted(set(State) - set(may)):
        with pytest.raises(NotAllowed):
            followup.written(matter, outcome(wish, "Себеп", Forum.DIRECTOR))


def test_the_last_place_in_the_history_is_for_what_ends_it() -> None:
    matter = REFERRED
    while len(matter.outcomes) < MAX_OUTCOMES - 1:
        matter = followup.written(matter, outcome(State.CONSIDERED))
    assert OPEN.isdisjoint(followup.allowed(matter))
    ended = followup.written(matter, outcome(State.NO_ACTION))
    assert followup.allowed(ended) == ()


def test_words_that_are_too_long_are_refused_without_quoting_them() -> None:
    with pytest.raises(NotAllowed) as caught:
        followup.written(REFERRED, outcome(State.DECLINED, "secret" * MAX_WORDS))
    assert "secret" not in str(caught.value)


def test_a_new_answer_waits_to_be_published() -> None:
    hangs = replace(REFERRED, answer=ANSWER, published=True)
    assert followup.unpublished([hangs, MATTER]) == ()
    newer = followup.written(hangs, outcome(State.ANSWERED), answer=ANSWER)
    assert followup.unpublished([hangs, newer]) == (newer,)
    assert followup.written(hangs, outcome(State.CONSIDERED)).published


def test_only_what_is_open_has_a_day() -> None:
    assert followup.dated(REFERRED, None).due is None
    assert followup.dated(replace(REFERRED, state=State.ANSWERED), TODAY).due is None


# --- what waits ---


def test_a_matter_is_late_after_its_day_and_not_on_it() -> None:
    assert not followup.late(REFERRED, DUE)
    assert followup.late(REFERRED, DUE + timedelta(days=1))
    assert not followup.late(replace(REFERRED, state=State.DECLINED), TODAY)


def test_without_a_day_a_matter_is_late_at_the_next_review() -> None:
    undated = replace(REFERRED, due=None)
    assert not followup.late(undated, OPENED + timedelta(days=27))
    assert followup.late(undated, OPENED + timedelta(days=28)), "the fourth Friday"
    heard = followup.written(undated, outcome(State.CONSIDERED))
    assert not followup.late(heard, TODAY + timedelta(days=27))


def test_the_longest_overdue_comes_first_and_what_has_ended_not_at_all() -> None:
    later = replace(REFERRED, number=8, due=TODAY + timedelta(days=9))
    oldest = replace(REFERRED, number=9, due=date(2026, 12, 1))
    undated = replace(REFERRED, number=10, due=None)
    ended = replace(REFERRED, number=11, state=State.NO_ACTION)
    matters = [later, ended, REFERRED, undated, oldest]
    assert followup.open_matters(matters) == (oldest, REFERRED, undated, later)
    assert followup.overdue(matters, TODAY) == (oldest, REFERRED, undated)


# --- forums ---


def row(number: int, entry: Entry) -> Row:
    return Row(number, 3, OPENED, OPENED, entry)


BOOK = Book((row(6, replace(TO_DIRECTOR, summary="Суп муздак")), row(5, TO_DIRECTOR)), (REFERRED,))


def test_an_agenda_has_what_is_due_by_its_day_with_the_numbers_of_its_letters() -> None:
    agenda = forums.agenda(BOOK, Forum.DIRECTOR, DUE)
    told = ((5, "Тамак муздак"), (6, "Суп муздак"))
    assert agenda.items == (Item("Тамак муздак", told, DUE),)
    assert forums.agenda(BOOK, Forum.PEDCOUNCIL, DUE).items == ()
    assert forums.agenda(BOOK, Forum.DIRECTOR, DUE - timedelta(days=1)).items == ()


def test_what_is_overdue_or_has_no_day_is_on_the_next_agenda() -> None:
    undated = replace(REFERRED, number=8, title="Күнү жок", due=None)
    book = replace(BOOK, matters=(undated, REFERRED))
    assert forums.agenda_days(book, TODAY) == (ForumDay(Forum.DIRECTOR, TODAY),)
    titles = [item.title for item in forums.agenda(book, Forum.DIRECTOR, TODAY).items]
    assert titles == ["Тамак муздак", "Күнү жок"]


def test_every_forum_has_its_days_in_order() -> None:
    far = replace(REFERRED, number=8, forum=Forum.ASSEMBLY, due=TODAY + timedelta(days=30))
    ended = replace(REFERRED, number=9, forum=Forum.PEDCOUNCIL, state=State.ANSWERED)
    book = replace(BOOK, matters=(far, ended, REFERRED))
    days = forums.agenda_days(book, OPENED)
    assert days == (ForumDay(Forum.DIRECTOR, DUE), ForumDay(Forum.ASSEMBLY, far.due or TODAY))


def test_general_answers_of_letters_and_matters_make_one_text() -> None:
    general = replace(ANSWER, first_day=DUE)
    letter = row(4, replace(ANSWERED, forum=Forum.ASSEMBLY, answer=general))
    plain = row(3, replace(ANSWERED, answer=general))
    matter = followup.written(
        REFERRED, outcome(State.ANSWERED, forum=Forum.ASSEMBLY),
        answer=replace(general, body={Language.KY: "Башка."}),
    )  # fmt: skip
    book = Book((letter, row(5, letter.entry or ROW), plain), (matter,))
    assert forums.assembly_days(book) == (ForumDay(Forum.ASSEMBLY, DUE),)
    assert forums.assembly(book, Forum.ASSEMBLY, DUE).answers == (general, matter.answer)
    assert forums.assembly(book, Forum.BOYS_GIRLS, DUE).answers == ()


def test_a_matter_of_a_row_that_leaves_somebody_out_is_on_no_agenda_before_them() -> None:
    barred = frozenset({Role.PARLIAMENT_MEMBER})
    book = Book((row(5, replace(TO_DIRECTOR, excluded=barred)),), (REFERRED,))
    assert forums.agenda(book, Forum.DIRECTOR, DUE).items
    assert forums.agenda(book.before([*Role]), Forum.DIRECTOR, DUE).items == ()
    assert forums.agenda_days(book.before([*Role]), OPENED) == ()
    kept = forums.agenda(book.before([*Role]), Forum.DIRECTOR, DUE, book)
    assert (kept.items, kept.at_desk) == ((), (5,)), "but its number"
    assert forums.agenda(book, Forum.DIRECTOR, DUE, book).at_desk == ()
    assert forums.agenda(book.before([*Role]), Forum.PEDCOUNCIL, DUE, book).at_desk == ()


# --- what cannot wait ---

TOLD = replace(
    TO_DIRECTOR, forum=None, urgent=True, informed=(Informed(Office.POLICE, "", OPENED),)
)


def test_what_was_handed_on_at_once_is_due_on_the_next_day_and_comes_first() -> None:
    moved = followup.weighed(MATTER, 3, [], [(5, TOLD)])
    assert moved.urgent == OPENED
    assert followup.deadline(moved) == OPENED + timedelta(days=1)
    assert not followup.late(moved, OPENED + timedelta(days=1))
    assert followup.late(moved, OPENED + timedelta(days=2))
    older = replace(REFERRED, number=8, due=OPENED - timedelta(days=30))
    assert followup.open_matters([older, moved]) == (moved, older)
    assert followup.late(followup.dated(moved, TODAY + timedelta(days=30)), TODAY)


def test_an_outcome_ends_it_and_a_correction_takes_it_back() -> None:
    moved = followup.weighed(MATTER, 3, [], [(5, TOLD)])
    heard = followup.written(moved, outcome(State.CONSIDERED), due=DUE)
    assert (heard.urgent, followup.deadline(heard)) == (None, DUE)
    back = followup.weighed(moved, 3, [(5, TOLD)], [(5, TO_DIRECTOR)])
    assert back.urgent is None
    again = followup.weighed(moved, 4, [], [(9, TO_DIRECTOR)])
    assert again.urgent == OPENED, "a later letter does not"


def test_on_its_forums_agenda_it_is_marked_whatever_its_day() -> None:
    pressing = replace(REFERRED, urgent=OPENED, due=TODAY + timedelta(days=9))
    book = Book((row(5, TO_DIRECTOR),), (pressing,))
    (item,) = forums.agenda(book, Forum.DIRECTOR, TODAY).items
    assert item.urgent
