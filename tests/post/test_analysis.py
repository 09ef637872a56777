"""What the committee counts: every letter once, each in its month and school year (R4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.post.analysis import answered_on, tally
from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import Kind, Language, Origin
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.roles import Role
from kiosk.post.schoolyear import SchoolYear, following, month_of
from tests.post.books import (
    ANSWERED,
    ENTRY,
    NOVEMBER,
    OCTOBER,
    SEPTEMBER,
    YEAR,
    book,
    entries,
    joined,
    row,
)

SAID = {Language.KY: "Жооп"}
DAYS = st.dates(date(2025, 9, 1), date(2028, 8, 31))
ROWS = st.lists(st.tuples(st.one_of(st.none(), entries), DAYS, st.integers(0, 30)), max_size=30)


def books(rows: list[tuple[Entry | None, date, int]]) -> Book:
    return Book(tuple(row(n, entry, day, after) for n, (entry, day, after) in enumerate(rows, 1)))


def test_every_letter_is_counted_once_by_each_of_its_sides() -> None:
    wish = replace(ANSWERED, kind=Kind.WISH, origin=Origin.PAPER)
    counted = tally(book(ENTRY, ENTRY, wish), YEAR.first, YEAR.last)
    assert counted.letters == 3
    assert counted.kinds == dict.fromkeys((*Kind, None), 0) | {Kind.REQUEST: 2, Kind.WISH: 1}
    assert counted.origins == {Origin.TYPED: 2, Origin.PAPER: 1}
    assert counted.forums == dict.fromkeys(Forum, 0) | {Forum.DIRECTOR: 2}
    assert counted.outcomes[Decision.REFERRED] == 2
    assert counted.outcomes[Decision.ANSWERED] == 1
    assert [*counted.outcomes] == [*Decision]


def test_months_have_no_gap_and_a_letter_belongs_to_the_month_of_its_opening() -> None:
    december = replace(ENTRY, written=None)
    rows = joined(book(ENTRY), book(ENTRY, december, opened=NOVEMBER))
    counted = tally(rows, YEAR.first, YEAR.last)
    assert counted.months == {date(2026, 9, 1): 1, date(2026, 10, 1): 0, date(2026, 11, 1): 2}


def test_a_school_year_ends_with_august() -> None:
    summer, autumn = book(ENTRY, opened=date(2027, 8, 31)), book(ENTRY, opened=date(2027, 9, 1))
    both = tally(joined(summer, autumn), date(2026, 1, 1), date(2028, 1, 1))
    assert both.years == {SchoolYear(2026): 1, SchoolYear(2027): 1}
    assert str(SchoolYear(2026)) == "2026/27"
    assert tally(joined(summer, autumn), YEAR.first, YEAR.last).letters == 1


def test_a_row_that_no_longer_opens_is_counted_where_nothing_of_it_is_needed() -> None:
    counted = tally(book(ENTRY, None), YEAR.first, YEAR.last)
    assert (counted.letters, counted.unread) == (2, 1)
    assert counted.months == {date(2026, 9, 1): 2}
    assert sum(counted.kinds.values()) == sum(counted.outcomes.values()) == 1


def test_nothing_at_all_has_no_share_and_no_days() -> None:
    counted = tally(Book(), YEAR.first, YEAR.last)
    assert (counted.letters, counted.share, counted.days) == (0, None, None)
    assert counted.months == {}
    assert set(counted.kinds.values()) == {0}


# --- answers ---


def test_an_answer_is_given_when_the_review_closes() -> None:
    assert answered_on(row(1, ANSWERED, SEPTEMBER, after=3)) == SEPTEMBER + timedelta(days=3)
    assert answered_on(row(1, replace(ENTRY, reply="Рахмат"), SEPTEMBER)) == SEPTEMBER
    assert answered_on(row(1, ENTRY)) is None
    assert answered_on(row(1, None)) is None


def test_a_general_answer_is_given_on_its_own_day() -> None:
    later = Answer(SAID, SAID, first_day=OCTOBER)
    assert answered_on(row(1, replace(ENTRY, answer=later), SEPTEMBER)) == OCTOBER
    assert answered_on(row(1, replace(ENTRY, answer=later), NOVEMBER)) == NOVEMBER


def test_a_referred_letter_is_answered_when_its_matter_is_first_after_it() -> None:
    days = (SEPTEMBER - timedelta(days=9), SEPTEMBER + timedelta(days=9), NOVEMBER)
    answers = tuple(Outcome(day, State.ANSWERED) for day in days)
    considered = Outcome(SEPTEMBER, State.CONSIDERED)
    matter = Matter(5, "Иш", (), SEPTEMBER, outcomes=(considered, *answers))
    referred = row(1, replace(ENTRY, decision=Decision.REFERRED, matters=(5,)), SEPTEMBER)
    assert answered_on(referred, {5: matter}) == days[1]
    assert answered_on(referred, {6: replace(matter, number=6)}) is None
    counted = tally(Book((referred,), (matter,)), YEAR.first, YEAR.last)
    assert (counted.answered, counted.days) == (1, 9.0)


def test_a_correction_neither_moves_the_first_answer_nor_antedates_its_own() -> None:
    told = replace(ANSWERED, answer=Answer(SAID, SAID))
    later = replace(told, answer=Answer(SAID, SAID, first_day=NOVEMBER))
    kept = replace(row(1, later, SEPTEMBER), former=(told,), amended_on=OCTOBER)
    assert answered_on(kept) == SEPTEMBER
    fresh = replace(row(1, told, SEPTEMBER), former=(ENTRY,))
    assert answered_on(fresh) is None
    assert answered_on(replace(fresh, amended_on=OCTOBER)) == OCTOBER


def test_nothing_is_answered_while_a_review_goes_on() -> None:
    going_on = Row(1, 1, SEPTEMBER, None, ANSWERED)
    assert answered_on(going_on) is None
    assert tally(Book((going_on,)), YEAR.first, YEAR.last).answered == 0


def test_share_and_median_of_days() -> None:
    rows = (row(1, ANSWERED, after=0), row(2, ANSWERED, after=1), row(3, ANSWERED, after=30))
    counted = tally(Book((*rows, row(4, ENTRY))), YEAR.first, YEAR.last)
    assert (counted.answered, counted.share, counted.days) == (3, 0.75, 1.0)


# --- recurring matters ---


def test_a_matter_recurs_when_two_letters_are_about_it_the_most_frequent_first() -> None:
    matters = tuple(Matter(n, f"Иш {n}", (), SEPTEMBER) for n in (1, 2, 3))
    about = [(1,), (2, 1), (2,), (2, 2), (3,)]
    rows = tuple(row(n, replace(ENTRY, matters=one)) for n, one in enumerate(about, 1))
    found = tally(Book(rows, matters), YEAR.first, YEAR.last).recurring
    assert [(one.title, one.letters) for one in found] == [("Иш 2", 3), ("Иш 1", 2)]


def test_a_matter_that_somebody_must_not_read_of_is_counted_with_and_not_named() -> None:
    barred = frozenset({Role.PARLIAMENT_MEMBER})
    referred = replace(ENTRY, decision=Decision.REFERRED, matters=(5,), excluded=barred)
    answered = (Outcome(SEPTEMBER, State.ANSWERED),)
    book = Book(
        (row(1, referred), row(2, referred)),
        (Matter(5, "Иш", (), SEPTEMBER, outcomes=answered),),
    )
    told = tally(book, YEAR.first, YEAR.last, [*Role])
    assert (told.answered, told.recurring) == (2, ())
    assert tally(book, YEAR.first, YEAR.last, [Role.DEPUTY_DIRECTOR]).recurring


def test_matters_are_never_counted_as_letters() -> None:
    matters = tuple(Matter(n, "Иш", (), SEPTEMBER) for n in range(9))
    assert tally(Book((), matters), YEAR.first, YEAR.last).letters == 0


def test_no_title_is_in_a_repr() -> None:
    rows = tuple(row(n, replace(ENTRY, matters=(1,), summary="сыр")) for n in (1, 2))
    whole = Book(rows, (Matter(1, "сыр", (), SEPTEMBER),))
    assert "сыр" not in repr((whole, whole.rows, tally(whole, YEAR.first, YEAR.last)))
    assert [one.title for one in whole.about(replace(ENTRY, matters=(1, 7)))] == ["сыр"]


# --- every journal ---


@given(ROWS)
def test_each_side_sums_up_to_the_letters_that_can_be_read(
    rows: list[tuple[Entry | None, date, int]],
) -> None:
    counted = tally(books(rows), date.min, date.max)
    read = counted.letters - counted.unread
    assert sum(counted.kinds.values()) == read
    assert sum(counted.origins.values()) == read
    assert sum(counted.outcomes.values()) == read
    assert sum(counted.forums.values()) <= read
    assert sum(counted.months.values()) == counted.letters
    assert sum(counted.years.values()) == counted.letters
    assert counted.answered <= read


@given(ROWS, DAYS)
def test_two_periods_side_by_side_count_what_the_whole_counts(
    rows: list[tuple[Entry | None, date, int]], cut: date
) -> None:
    whole = tally(books(rows), date.min, date.max)
    before = tally(books(rows), date.min, cut)
    after = tally(books(rows), cut + timedelta(days=1), date.max)
    assert before.letters + after.letters == whole.letters
    for kind, count in whole.kinds.items():
        assert before.kinds[kind] + after.kinds[kind] == count


@given(DAYS)
def test_a_day_lies_in_its_school_year_and_month(day: date) -> None:
    year = SchoolYear.of(day)
    assert year.first <= day <= year.last
    assert year.last + timedelta(days=1) == SchoolYear(year.start + 1).first
    assert month_of(day) <= day < following(month_of(day))
