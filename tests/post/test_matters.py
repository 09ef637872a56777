"""Matters: what several letters may be about, and how far each has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.journal import MAX_BODY, MAX_HEADLINE, Answer, Forum
from kiosk.post.letters import Language
from kiosk.post.matter_parcel import (
    MATTER_SIZE,
    DamagedMatter,
    MatterTooLong,
    TitleTooLong,
    pack,
    unpack,
)
from kiosk.post.matters import (
    MAX_OUTCOMES,
    MAX_TITLE,
    MAX_WORDS,
    Before,
    Matter,
    Outcome,
    State,
    begun,
    numbered,
    title,
)
from kiosk.post.padding import wrap
from kiosk.post.roles import Role
from kiosk.post.subjects import Subject

OPENED = date(2026, 11, 27)
WIDEST = "𝒜"
subjects = st.lists(st.sampled_from(Subject), unique=True, max_size=4).map(tuple)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=MAX_TITLE)
forums = st.none() | st.sampled_from(Forum)
states = st.sampled_from(State)
roles = st.frozensets(st.sampled_from(Role))
days = st.none() | st.dates()
said = st.dictionaries(st.sampled_from(Language), words, min_size=1)
answers = said.map(lambda said: Answer(said, said, first_day=OPENED))
matters = st.builds(
    Matter,
    st.integers(0, 2**48 - 1), words, subjects, st.dates(), st.integers(1), roles, forums, days,
    states, st.lists(st.builds(Outcome, st.dates(), states, forums, words), max_size=4).map(tuple),
    st.none() | answers, st.booleans(),
    st.none() | st.builds(Before, st.integers(1), st.integers(0), states, forums, days, roles),
)  # fmt: skip


@settings(deadline=None)
@given(matters)
def test_a_matter_comes_back_from_bytes_of_one_size(matter: Matter) -> None:
    packed = pack(matter)
    assert len(packed) == MATTER_SIZE
    assert unpack(packed) == matter


def test_all_that_the_form_allows_has_room_in_the_widest_script() -> None:
    headline = dict.fromkeys(Language, WIDEST * MAX_HEADLINE)
    body = dict.fromkeys(Language, WIDEST * MAX_BODY)
    outcome = Outcome(OPENED, State.CONSIDERED, Forum.PEDCOUNCIL, WIDEST * MAX_WORDS)
    everybody = frozenset(Role)
    matter = Matter(
        2**48 - 1, WIDEST * MAX_TITLE, tuple(Subject), OPENED, 10**6, everybody,
        Forum.BOYS_GIRLS, OPENED, State.CONSIDERED, (outcome,) * MAX_OUTCOMES,
        Answer(headline, body, first_day=OPENED, last_day=OPENED), published=True,
        before=Before(10**6, 10**6, State.REGISTERED, Forum.PEDCOUNCIL, OPENED, everybody, OPENED),
        urgent=OPENED,
    )  # fmt: skip
    assert unpack(pack(matter)) == matter


@settings(deadline=None)
@given(st.text(max_size=300))
def test_a_title_is_the_beginning_of_its_summary_on_one_line(summary: str) -> None:
    made = title(summary)
    assert len(made) <= MAX_TITLE
    assert "\n" not in made
    assert " ".join(summary.split()).startswith(made.removesuffix("…"))


def test_a_long_summary_is_cut_at_a_word() -> None:
    told = title("Экинчи кабаттын коридорунда кечинде такыр жарык жок, кыздар коркот")
    assert told == "Экинчи кабаттын коридорунда кечинде такыр жарык жок, кыздар…"
    assert title("ж" * 100) == "ж" * (MAX_TITLE - 1) + "…"


def test_numbers_are_random_and_tell_no_order() -> None:
    matter = begun("Жарык", (), OPENED, 1)
    numbers = [numbered(matter).number for _ in range(40)]
    assert matter.number == 0 not in numbers
    assert len(set(numbers)) == len(numbers)
    assert numbers != sorted(numbers)


def test_what_is_no_matter_is_damaged_and_quotes_nothing() -> None:
    for broken in (bytes(MATTER_SIZE), wrap({}, ["secret"], MATTER_SIZE), b""):
        with pytest.raises(DamagedMatter) as caught:
            unpack(broken)
        assert "secret" not in str(caught.value)


def test_what_an_earlier_version_did_not_write_is_not_missed() -> None:
    head = {"number": 5, "subjects": ["meals"], "opened_on": "2026-11-27", "review": 2}
    former = wrap(head, ["Ашкана"], MATTER_SIZE)
    assert unpack(former) == Matter(5, "Ашкана", (Subject.MEALS,), OPENED, 2)


def test_what_a_later_version_calls_differently_is_left_out() -> None:
    head = {"number": 5, "subjects": ["meals", "robots"], "opened_on": "2026-11-27", "review": 2}
    news = {"forum": "moon", "state": "dreamt", "outcomes": [["2026-12-01", "sung", "moon"]]}
    later = wrap(head | news | {"choir": 1}, ["Ашкана", *[""] * 6, "Угулду"], MATTER_SIZE)
    outcome = Outcome(date(2026, 12, 1), State.REGISTERED, None, "Угулду")
    plain = Matter(5, "Ашкана", (Subject.MEALS,), OPENED, 2)
    assert unpack(later) == replace(plain, outcomes=(outcome,))


def test_a_title_that_is_too_long_is_refused() -> None:
    with pytest.raises(TitleTooLong) as caught:
        pack(Matter(1, "secret" * MAX_TITLE, (), OPENED))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("many", [1, MAX_OUTCOMES + 1])
def test_outcomes_beyond_their_room_are_refused(many: int) -> None:
    outcome = Outcome(OPENED, State.CONSIDERED, None, "secret" * MAX_WORDS * (many == 1))
    with pytest.raises(MatterTooLong) as caught:
        pack(Matter(1, "Ашкана", (), OPENED, outcomes=(outcome,) * many))
    assert "secret" not in str(caught.value)


def test_nothing_of_a_matter_is_quoted() -> None:
    outcome = Outcome(OPENED, State.DECLINED, Forum.DIRECTOR, "secret")
    answer = Answer({Language.KY: "secret"}, {Language.KY: "secret"})
    matter = Matter(1, "secret", (Subject.HOME,), OPENED, outcomes=(outcome,), answer=answer)
    assert "secret" not in f"{matter!r}{outcome!r}"
    assert "home" not in repr(matter)
