"""Finding letters again: forgiving in Kyrgyz and in Russian, and only what was asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.post.book import Book
from kiosk.post.journal import Answer, Decision, Forum
from kiosk.post.letters import Kind, Language
from kiosk.post.matters import Matter, Outcome, State
from kiosk.post.roles import Role
from kiosk.post.search import EVERYTHING, Filters, Index, folded
from tests.post.books import ANSWERED, ENTRY, NOVEMBER, SEPTEMBER, book, joined, row

LIGHT = replace(ENTRY, summary="Экинчи кабатта жарык өчүп калды", text="Жаңы үлгүдөгү ЛАМПА керек")
MEALS = replace(
    ANSWERED, kind=Kind.WISH, summary="Её обед холодный", text="Еда всё ещё холодная",
    reply="Повар ответит",
)  # fmt: skip
BOOK = joined(book(LIGHT, MEALS), book(None, ENTRY, opened=NOVEMBER))


def numbers(words: str = "", filters: Filters = EVERYTHING, whole: Book = BOOK) -> list[int]:
    return [row.number for row in Index.of(whole).search(words, filters)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("жарык", [4, 1]),
        ("ЖАРЫК", [4, 1]),
        ("жарык калды", [1]),
        ("калды жарык", [1]),
        ("жарык обед", []),
        ("очуп", [1]),
        ("өчүп", [1]),
        ("улгудогу", [1]),
        ("жаны", [1]),
        ("лампа", [1]),
        ("ее", [2]),
        ("её", [2]),
        ("все еще", [2]),
        ("повар", [2]),
        ("«обед», холодный!", [2]),
        ("кабат", [1]),
        ("самолёт", []),
        ("   ", [4, 3, 2, 1]),
        ("", [4, 3, 2, 1]),
    ],
)
def test_words_are_found_however_they_are_typed(words: str, found: list[int]) -> None:
    assert numbers(words) == found


def test_letters_composed_of_two_signs_are_found() -> None:
    assert numbers("её") == [2]
    assert folded("Ей") == "ей", "й is a letter of its own, not an и with a bow"


def test_reasons_answers_and_matters_are_searched_too() -> None:
    answer = Answer({Language.RU: "Свет есть"}, {Language.RU: "Лампы новые"})
    entry = replace(ENTRY, reason="Акча жок", answer=answer, matters=(7,))
    outcome = Outcome(NOVEMBER, State.CONSIDERED, words="Кулпу алынат")
    matter = Matter(7, "Спортзалдын эшиги", (), SEPTEMBER, outcomes=(outcome,))
    whole = replace(book(entry), matters=(matter,))
    for words in ("акча", "свет", "лампы", "спортзал", "кулпу"):
        assert numbers(words, whole=whole) == [1], words


def test_a_row_is_found_by_its_number_even_if_it_no_longer_opens() -> None:
    assert numbers("3") == [3]
    assert numbers("№ 3") == [3]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(kinds=frozenset({Kind.WISH})), [2]),
        (Filters(kinds=frozenset({Kind.WISH, Kind.REQUEST})), [4, 2, 1]),
        (Filters(kinds=frozenset({None})), []),
        (Filters(forums=frozenset({Forum.DIRECTOR})), [4, 1]),
        (Filters(outcomes=frozenset({Decision.ANSWERED})), [2]),
        (Filters(months=frozenset({date(2026, 11, 1)})), [4, 3]),
        (Filters(months=frozenset({date(2026, 11, 1)}), forums=frozenset(Forum)), [4]),
        (Filters(months=frozenset({date(2025, 11, 1)})), []),
    ],
)
def test_filters(filters: Filters, found: list[int]) -> None:
    assert numbers(filters=filters) == found
    assert filters


def test_words_and_filters_hold_together() -> None:
    assert numbers("жарык", Filters(months=frozenset({date(2026, 9, 1)}))) == [1]
    assert not EVERYTHING


def test_a_letter_without_a_kind_can_be_asked_for() -> None:
    whole = book(replace(ENTRY, kind=None), ENTRY)
    assert numbers(filters=Filters(kinds=frozenset({None})), whole=whole) == [1]


def test_a_filter_tells_nothing_in_a_repr() -> None:
    assert "wish" not in repr(Filters(kinds=frozenset({Kind.WISH})))
    assert "ламп" not in repr(Index.of(BOOK))


def test_no_row_is_found_by_what_a_row_of_somebody_left_out_calls_their_matter() -> None:
    about = replace(ENTRY, matters=(7,))
    secret = replace(about, excluded=frozenset({Role.PARLIAMENT_MEMBER}))
    matters = (Matter(7, "Спортзал", (), SEPTEMBER),)
    whole = replace(book(about, secret), matters=matters)
    found = [row.number for row in Index.of(whole, Role).search("спортзал")]
    assert found == []
    adults = [role for role in Role if role is not Role.PARLIAMENT_MEMBER]
    assert [row.number for row in Index.of(whole, adults).search("спортзал")] == [2, 1]
    corrected = replace(row(3, about), former=(secret,))
    assert corrected.barred(tuple(Role)) == {Role.PARLIAMENT_MEMBER}
    assert Book((corrected,), matters).before(tuple(Role)).matters == ()
    assert Book((corrected,), matters).before(adults).matters == matters


LETTERS = st.text("абвёеңнүуөоЖҮӨ ", max_size=40)


@given(LETTERS)
def test_folding_twice_changes_nothing_and_case_never_matters(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text.upper()) == folded(text.lower()) == folded(text)
    assert not set(folded(text)) & set("ёңүөЁҢҮӨ")


@given(st.lists(LETTERS, max_size=6), LETTERS)
def test_what_is_found_holds_each_word_and_what_is_not_lacks_one(
    texts: list[str], words: str
) -> None:
    whole = Book(tuple(row(n, replace(ENTRY, summary=text)) for n, text in enumerate(texts, 1)))
    found = numbers(words, whole=whole)
    for number, text in enumerate(texts, 1):
        holds = all(word in folded(text) for word in folded(words).split())
        assert (number in found) is holds
    assert found == sorted(found, reverse=True)
