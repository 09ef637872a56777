"""What hangs on the board: useful sums, from which no small count follows, whoever subtracts.

The proof is by brute force: every history that a small post can have is played through, and all
histories that leave the same boards behind are put together. Who knows every board ever hung, and
this very code, knows no more than that the truth is one of these.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.analysis import Tally, tally
from kiosk.post.book import Book
from kiosk.post.journal import Decision
from kiosk.post.letters import Kind
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.totals import (
    FEW,
    MONTH,
    TOLD_OUTCOMES,
    PublicTotals,
    TotalsDamaged,
    public,
)
from tests.post.books import NOVEMBER, OCTOBER, SEPTEMBER, YEAR, book, joined, letters

EMPTY = tally(Book(), YEAR.first, YEAR.last)
DAYS = [SEPTEMBER + n * timedelta(days=35) for n in range(9)]
REST: tuple[Kind | None, Decision] = (None, Decision.NO_ACTION)

Cell = tuple[Kind | None, Decision]
Close = dict[Cell, int]
"""Letters of one review, by kind and decision."""


def counted(closes: Sequence[Close]) -> Tally:
    """All letters so far."""
    kinds, outcomes = dict.fromkeys(EMPTY.kinds, 0), dict.fromkeys(EMPTY.outcomes, 0)
    for close in closes:
        for (kind, outcome), count in close.items():
            kinds[kind] += count
            outcomes[outcome] += count
    return replace(EMPTY, letters=sum(kinds.values()), kinds=kinds, outcomes=outcomes)


def boards(history: Sequence[Close], few: int = FEW) -> tuple[PublicTotals | None, ...]:
    """What is hung up at each close, None where nothing new is."""
    hung: list[PublicTotals | None] = []
    last: PublicTotals | None = None
    for n in range(len(history)):
        told = public(counted(history[: n + 1]), last, DAYS[n], few)
        hung.append(told)
        last = told or last
    return tuple(hung)


# --- what is told ---


def test_a_large_month_is_told_but_for_what_must_stay_out() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 20, (Kind.REPORT, Decision.REFERRED): 3}
    (told,) = boards([month])
    assert told is not None
    assert told.letters == 23
    assert told.kinds == dict.fromkeys(Kind, 0) | {Kind.WISH: 18}, "five of 23 stay out"
    assert told.outcomes == dict.fromkeys(TOLD_OUTCOMES, 0) | {Decision.ANSWERED: 18}


def test_letters_without_a_kind_make_room_for_all_the_others() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 20, (None, Decision.NO_ACTION): 5}
    (told,) = boards([month])
    assert told is not None
    assert told.kinds[Kind.WISH] == told.outcomes[Decision.ANSWERED] == 20


def test_what_is_left_over_is_told_later() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 4, REST: 6}
    first, second, third = boards([month, month, month])
    told = [one for one in (first, second, third) if one is not None]
    assert [one.kinds[Kind.WISH] for one in told] == [0, 5, 10]
    assert [one.letters for one in told] == [10, 20, 30]


def test_a_few_letters_are_not_told_at_all() -> None:
    few: Close = {(Kind.WISH, Decision.ANSWERED): FEW - 1}
    assert boards([few]) == (None,)
    assert boards([few, {REST: 1}])[1] is not None


def test_fewer_than_five_is_never_said_of_five_or_more() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 6, (Kind.REPORT, Decision.ANSWERED): 6}
    assert boards([month]) == (None,), "twice five and the rest of five are more than twelve"
    told = boards([month, {REST: 3}])[1]
    assert told is not None
    assert (told.kinds[Kind.WISH], told.kinds[Kind.REPORT]) == (5, 5)


def test_nothing_is_told_twice_in_a_month() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 20}
    first = public(counted([month]), None, SEPTEMBER)
    assert first is not None
    both = counted([month, month])
    assert public(both, first, SEPTEMBER + MONTH - timedelta(days=1)) is None
    assert public(both, first, SEPTEMBER + MONTH) is not None
    assert public(both, first, SEPTEMBER - timedelta(days=40)) is None, "a clock that was set back"


def test_a_new_school_year_begins_with_nothing_but_not_within_the_month() -> None:
    old = PublicTotals(date(2026, 8, 20), SchoolYear(2025), 300, {Kind.WISH: 100}, {})
    september = counted([{(Kind.WISH, Decision.ANSWERED): 7, REST: 13}])
    assert public(september, old, date(2026, 9, 10)) is None
    told = public(september, old, SEPTEMBER)
    assert told is not None
    assert (told.year, told.letters, told.kinds[Kind.WISH]) == (YEAR, 20, 7)


def test_a_new_committee_with_a_journal_of_its_own_begins_with_nothing() -> None:
    before = PublicTotals(SEPTEMBER, YEAR, 300, {Kind.WISH: 100}, {})
    month: Close = {(Kind.WISH, Decision.ANSWERED): 7, REST: 13}
    told = public(counted([month]), before, OCTOBER)
    assert told is not None
    assert (told.letters, told.kinds[Kind.WISH]) == (20, 7)


def test_rows_that_no_longer_open_take_nothing_back() -> None:
    month: Close = {(Kind.WISH, Decision.ANSWERED): 20, REST: 20}
    (first,) = boards([month])
    assert first is not None
    damaged = replace(counted([{REST: 30}]), letters=50)
    later = public(damaged, first, OCTOBER)
    assert later is not None
    assert later.kinds == first.kinds
    assert later.letters == 50


def test_totals_of_a_whole_journal() -> None:
    rows = joined(
        book(*letters(Kind.WISH, Decision.ANSWERED, 12), *letters(None, Decision.NO_ACTION, 9)),
        book(*letters(Kind.QUESTION, Decision.ANSWERED, 8), opened=NOVEMBER),
    )
    told = public(tally(rows, YEAR.first, NOVEMBER), None, NOVEMBER)
    assert told is not None
    assert told.letters == 29
    assert told.kinds == dict.fromkeys(Kind, 0) | {Kind.WISH: 12, Kind.QUESTION: 8}
    assert told.outcomes == dict.fromkeys(TOLD_OUTCOMES, 0) | {Decision.ANSWERED: 20}


# --- kept ---


def test_what_was_told_is_kept_as_words() -> None:
    (told,) = boards([{(Kind.WISH, Decision.ANSWERED): 20}])
    assert told is not None
    assert PublicTotals.unpack(told.pack()) == told


@pytest.mark.parametrize(
    "words", ["", "{}", "[]", "7", '{"on": "x"}', '{"on": 5}', '{"on": "2026-09-25", "year": "x"}']
)
def test_words_that_are_no_totals_are_refused(words: str) -> None:
    with pytest.raises(TotalsDamaged):
        PublicTotals.unpack(words)


def test_a_kind_of_a_later_version_is_left_out() -> None:
    (told,) = boards([{(Kind.WISH, Decision.ANSWERED): 20}])
    assert told is not None
    later = told.pack().replace('"wish"', '"poem"')
    assert Kind.WISH not in PublicTotals.unpack(later).kinds


# --- what follows from it: by brute force ---


def histories(closes: int, cells: Sequence[Cell], letters: int) -> Iterator[tuple[Close, ...]]:
    """Every way in which at most so many letters can come."""
    places = [(close, cell) for close in range(closes) for cell in cells]
    # Stars and bars: the gaps between chosen places are the counts.
    for bars in combinations(range(letters + len(places)), len(places)):
        counts = [after - before - 1 for before, after in zip((-1, *bars), bars, strict=False)]
        history: tuple[Close, ...] = tuple({} for _ in range(closes))
        for (close, cell), count in zip(places, counts, strict=True):
            history[close][cell] = count
        yield history


def sides(history: Sequence[Close], first: int, last: int) -> dict[str, int]:
    """What somebody may want to know of the closes from `first` to before `last`."""
    whole = counted(history[first:last])
    found = {f"kind {kind}": count for kind, count in whole.kinds.items()}
    found |= {f"outcome {outcome}": count for outcome, count in whole.outcomes.items()}
    return found | {"all": whole.letters}


def possible(closes: int, cells: Sequence[Cell], most: int, few: int) -> list[set[int]]:
    """For all boards, and each count up to the last of them: the values that it may have had."""
    alike: dict[tuple[object, ...], set[int]] = defaultdict(set)
    used = {f"kind {kind}" for kind, _ in cells} | {f"outcome {one}" for _, one in cells} | {"all"}
    for history in histories(closes, cells, most):
        hung = boards(history, few)
        key = tuple(told and told.pack() for told in hung)
        told_until = max((n for n, told in enumerate(hung, 1) if told), default=0)
        for first, last in combinations(range(told_until + 1), 2):
            for side, count in sides(history, first, last).items():
                if side in used:
                    alike[key, first, last, side].add(count)
    return [*alike.values()]


WISH, QUESTION = (Kind.WISH, Decision.NO_ACTION), (Kind.QUESTION, Decision.NO_ACTION)
CROSSED = [(kind, one) for kind in (Kind.WISH, None) for one in (Decision.ANSWERED, REST[1])]


@pytest.mark.parametrize(
    ("closes", "cells", "most", "few"),
    [
        (3, [WISH, REST], 10, 2),
        (2, [WISH, QUESTION, REST], 12, 3),
        (3, [WISH, QUESTION, REST], 8, 2),
        (2, [WISH, REST], 20, FEW),
        (2, CROSSED, 8, 2),
    ],
)
def test_no_count_below_few_follows_from_all_boards_together(
    closes: int, cells: Sequence[Cell], most: int, few: int
) -> None:
    values = possible(closes, cells, most, few)
    assert any(len(one) == 1 for one in values), "something is told exactly"
    for one in values:
        assert min(one) >= few or len(one) >= few, one


# --- what follows from it: for a school of any size, by building the other histories ---

COUNTS = st.lists(
    st.dictionaries(
        st.tuples(st.sampled_from([*Kind, None]), st.sampled_from(Decision)),
        st.integers(0, 12),
        max_size=9,
    ),
    min_size=1,
    max_size=9,
)


def other(history: Sequence[Close], close: int, kind: Kind, more: int) -> list[Close]:
    """A history with the same boards, in which the kind has `more` untold letters at this close.

    All letters come with the board that tells of them, and what no board tells is the rest.
    """
    hung = boards(history)
    made: list[Close] = [{} for _ in history]
    before = PublicTotals(SEPTEMBER, YEAR, 0, {}, {})
    carried = dict.fromkeys(Kind, 0)
    for n, told in enumerate(hung):
        if told is None:
            continue
        steps = {one: told.kinds[one] - before.kinds.get(one, 0) for one in Kind}
        arrived = {one: step - carried[one] if step else 0 for one, step in steps.items()}
        carried = {one: 0 if step else carried[one] for one, step in steps.items()}
        if n == close:
            arrived[kind] += more
            carried[kind] += more
        made[n] = _crossed(arrived, told, before)
        before = told
    return made


def _crossed(arrived: dict[Kind, int], told: PublicTotals, before: PublicTotals) -> Close:
    """Kinds and outcomes of one period in one table, filled from its corner."""
    letters = told.letters - before.letters
    outcomes = {one: told.outcomes[one] - before.outcomes.get(one, 0) for one in TOLD_OUTCOMES}
    rows: list[tuple[Kind | None, int]] = [
        *arrived.items(),
        (None, letters - sum(arrived.values())),
    ]
    columns = [*outcomes.items(), (Decision.NO_ACTION, letters - sum(outcomes.values()))]
    assert min(count for _, count in (*rows, *columns)) >= 0
    ways_in = [kind for kind, count in rows for _ in range(count)]
    ways_out = [one for one, count in columns for _ in range(count)]
    close: Close = defaultdict(int)
    for cell in zip(ways_in, ways_out, strict=True):
        close[cell] += 1
    return dict(close)


@settings(max_examples=60, deadline=None)
@given(COUNTS, st.sampled_from(Kind))
def test_whoever_knows_the_rule_still_cannot_tell_nought_from_four(
    history: list[Close], kind: Kind
) -> None:
    """Wherever a figure stays as it was, it may hide 0, 1, 2, 3 or 4 letters, all alike."""
    hung = boards(history)
    last = 0
    for n, told in enumerate(hung):
        if told is None:
            continue
        if told.kinds[kind] == last:
            for more in range(FEW):
                assert boards(other(history, n, kind, more)) == hung
        last = told.kinds[kind]


What = TypeVar("What", bound=Hashable)


def check(
    now: Mapping[What, int], was: Mapping[What, int], true: Mapping[What, int], fresh: int
) -> None:
    steps = [count - was.get(what, 0) for what, count in now.items()]
    assert all(step == 0 or step >= FEW for step in steps)
    assert fresh - sum(steps) >= FEW
    assert all(count <= true[what] for what, count in now.items())
    assert all(count or true[what] < FEW for what, count in now.items())


@settings(deadline=None)
@given(COUNTS)
def test_figures_only_grow_by_five_or_more_and_never_beyond_the_truth(
    history: list[Close],
) -> None:
    before = PublicTotals(SEPTEMBER, YEAR, 0, {}, {})
    for n, told in enumerate(boards(history)):
        if told is None:
            continue
        truth = counted(history[: n + 1])
        fresh = told.letters - before.letters
        assert told.letters == truth.letters
        assert fresh >= FEW
        kinds = {kind: truth.kinds[kind] for kind in Kind}
        check(told.kinds, before.kinds, kinds, fresh)
        check(told.outcomes, before.outcomes, truth.outcomes, fresh)
        before = told
