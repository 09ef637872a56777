"""Nothing is forgotten: what letters and outcomes make of a matter, and what waits for whom (R11).

A matter is registered, referred to a forum, considered there, and ends answered, declined with a
reason, or with nothing to be done. Without a day of its own it is due at the next review.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import reduce

from kiosk.post.book import Book, Row
from kiosk.post.journal import GENERAL, Answer, Entry, Gap
from kiosk.post.matters import MAX_OUTCOMES, MAX_WORDS, OPEN, Before, Matter, Outcome, State

UNTIL_REVIEW = timedelta(days=27)
"""Reviews are four or five weeks apart: what has no day is overdue at the next one."""

AT_ONCE = timedelta(days=1)
"""Until then something must have come of what is urgent."""

OPENNESS = (
    State.REGISTERED,
    State.NO_ACTION,
    State.DECLINED,
    State.ANSWERED,
    State.CONSIDERED,
    State.REFERRED,
)
"""Of several letters about a matter the one that leaves most to do decides; any decides before
none has."""

STEPS = {
    State.REGISTERED: tuple(State)[1:],
    State.REFERRED: tuple(State)[1:],
    State.CONSIDERED: tuple(State)[1:],
    State.ANSWERED: (State.REFERRED, State.ANSWERED),
    State.DECLINED: (State.REFERRED, State.ANSWERED),
    State.NO_ACTION: (State.REFERRED, State.ANSWERED),
}
"""What an outcome may make of a matter; what had ended may begin again, or be answered yet."""

Rows = Sequence[tuple[int, Entry]]


class NotAllowed(ValueError):
    """This outcome lacks something, or does not follow from how the matter stands."""


# --- what letters make of a matter ---


def referred(entry: Entry, matter: Matter) -> Matter:
    """The matter once this row is about it: forum, state, urgency, and who must not read it."""
    told = min((one.on for one in entry.informed), default=None) if entry.urgent else None
    hidden = replace(
        matter, excluded=matter.excluded | entry.excluded, urgent=matter.urgent or told
    )
    if entry.decision is None:
        return hidden
    state = State(entry.decision)
    if OPENNESS.index(state) < OPENNESS.index(matter.state):
        return hidden
    if state is not State.REFERRED:
        return replace(hidden, state=state, due=None)
    forum = entry.forum or matter.forum  # what was handed on at once names none
    due = matter.due if matter.state is state and matter.forum is forum else None
    return replace(hidden, state=state, forum=forum, due=due)


def weighed(matter: Matter, review: int, former: Rows, rows: Rows) -> Matter:
    """The matter as the rows of this review leave it that are about it; `former` are as they were.

    A day that was set for a forum stays as long as the forum does.
    """
    before = matter.before
    if before is None or before.review != review:
        before = _standing(matter, review, former)
    stood = replace(
        matter,
        state=before.state,
        forum=before.forum,
        due=before.due,
        excluded=before.excluded,
        urgent=before.urgent,
    )
    told = [entry for number, entry in about(matter, rows) if number > before.after]
    moved = reduce(lambda so_far, entry: referred(entry, so_far), told, stood)
    same = moved.open and (moved.state, moved.forum) == (matter.state, matter.forum)
    return replace(moved, due=matter.due if same else moved.due, before=before)


def about(matter: Matter, rows: Rows) -> list[tuple[int, Entry]]:
    """Those of the rows that are about this matter."""
    return [(number, entry) for number, entry in rows if matter.number in entry.matters]


def _standing(matter: Matter, review: int, former: Rows) -> Before:
    after = max((number for number, _ in about(matter, former)), default=0)
    stood = matter.state, matter.forum, matter.due, matter.excluded, matter.urgent
    return Before(review, after, *stood)


# --- what outcomes make of it ---


def allowed(matter: Matter) -> tuple[State, ...]:
    """What an outcome may make of it; the last place is kept for what ends it."""
    last = len(matter.outcomes) >= MAX_OUTCOMES - 1
    return tuple(
        state for state in STEPS[matter.state] if not matter.full and not (last and state in OPEN)
    )


def lacks(outcome: Outcome, answer: Answer | None = None) -> tuple[Gap, ...]:
    """What an outcome still needs; a general answer also its first day (R12)."""
    lacking = {
        Gap.FORUM: outcome.state is State.REFERRED and outcome.forum is None,
        Gap.REASON: outcome.state is State.DECLINED and not outcome.words.strip(),
        Gap.ANSWER: answer is not None and not answer.complete,
        Gap.FIRST_DAY: answer is not None and outcome.forum in GENERAL and answer.first_day is None,
    }
    return tuple(gap for gap, lack in lacking.items() if lack)


def written(
    matter: Matter, outcome: Outcome, *, due: date | None = None, answer: Answer | None = None
) -> Matter:
    """The matter with one more outcome, and perhaps a public answer; raises `NotAllowed`.

    `due` is the forum's next day; what has ended has none.
    """
    if outcome.state not in allowed(matter):
        raise NotAllowed(f"a matter that is {matter.state} cannot become {outcome.state}")
    if lacks(outcome, answer) or len(outcome.words) > MAX_WORDS:
        raise NotAllowed("the outcome is not complete")
    moved = replace(
        matter,
        state=outcome.state,
        forum=outcome.forum or matter.forum,
        due=due if outcome.state in OPEN else None,
        outcomes=(*matter.outcomes, outcome),
        before=None,
        urgent=None,
    )
    return moved if answer is None else replace(moved, answer=answer, published=False)


def follows(old: Matter, new: Matter) -> bool:
    """Whether one allowed outcome makes the one of the other, or another day of its forum does.

    An answer that waits may be taken back with it.
    """
    if new == dated(old, new.due):
        return True
    answer = None if new.published else new.answer
    try:
        made = written(old, new.outcomes[-1], due=new.due, answer=answer)
    except (NotAllowed, IndexError):
        return False
    return new == (made if made.published else replace(made, answer=answer))


def dated(matter: Matter, due: date | None) -> Matter:
    """The matter on another day of its forum; None is not set yet."""
    return replace(matter, due=due if matter.open else None)


def unpublished(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Those whose public answer does not hang on the board yet."""
    return tuple(one for one in matters if one.answer is not None and not one.published)


# --- what waits ---


def deadline(matter: Matter) -> date:
    """Its day; without one, the day before the next review can be.

    What is urgent is due the day after somebody was told of it, until an outcome is written.
    """
    if matter.pressing and matter.urgent is not None:
        return matter.urgent + AT_ONCE
    since = matter.outcomes[-1].on if matter.outcomes else matter.opened_on
    return matter.due or since + UNTIL_REVIEW


def late(matter: Matter, today: date) -> bool:
    """Whether its day went by and something is still to be done."""
    return matter.open and deadline(matter) < today


def open_matters(matters: Iterable[Matter]) -> tuple[Matter, ...]:
    """Those of which something is to be done: urgent ones first, then the longest overdue, then by
    their day."""
    still = (one for one in matters if one.open)
    return tuple(sorted(still, key=lambda one: (not one.pressing, deadline(one))))


def overdue(matters: Iterable[Matter], today: date) -> tuple[Matter, ...]:
    """Those whose day went by, urgent ones first, then the longest overdue."""
    return tuple(one for one in open_matters(matters) if late(one, today))


def letters(book: Book, matter: Matter) -> tuple[Row, ...]:
    """The rows about a matter, by number."""
    found = (row for row in book.rows if row.entry and matter.number in row.entry.matters)
    return tuple(sorted(found, key=lambda row: row.number))
