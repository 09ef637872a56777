"""The yearly report: its figures agree with a count made by hand, and its charts with them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PIL import Image

from kiosk.paper.pdf.charts import INK
from kiosk.paper.pdf.typesetting import typeset
from kiosk.post.analysis import tally
from kiosk.post.book import Book
from kiosk.post.journal import Decision
from kiosk.post.letters import Kind, Language
from kiosk.texts import Texts
from tests.paper.pdf.office import BOOK, FIRST, LAST, PASSPHRASE, SECRET, entry, order
from tests.paper.pdf.reading import drawn, pages, read, squeezed

BOTH = (Texts(Language.KY), Texts(Language.RU))
NUMBERS = [n for n in range(1, 101) if n != 17]


@pytest.fixture(scope="module")
def data() -> bytes:
    return typeset(order(tally(BOOK, FIRST, LAST)))


@pytest.fixture(scope="module")
def told(data: bytes) -> str:
    return read(data, PASSPHRASE)


def lines(data: bytes) -> list[str]:
    return [line.strip() for page in pages(data, PASSPHRASE) for line in page.splitlines()]


def test_the_totals_are_those_of_the_journal(told: str) -> None:
    for texts in BOTH[:1]:
        assert f"{squeezed(texts('close_registered'))}100" in told.replace(
            squeezed(BOTH[1]("close_registered")), ""
        )
    answered = [
        n for n in NUMBERS if n % 7 == 0 or n % 9 == 0 or entry(n).decision is Decision.ANSWERED
    ]
    assert f"{len(answered)}({len(answered)}%)" in told


def test_each_kind_and_outcome_has_its_count_beside_its_name(data: bytes) -> None:
    told = read(data, PASSPHRASE)
    kinds = Counter(entry(n).kind for n in NUMBERS)
    for kind in (*Kind, None):
        name = f"kind_{kind}" if kind else "no_kind"
        assert squeezed("".join(texts(name) for texts in BOTH)) + str(kinds[kind]) in told, name
    outcomes = Counter(entry(n).decision for n in NUMBERS)
    for decision in Decision:
        name = squeezed("".join(texts(f"decision_{decision}") for texts in BOTH))
        assert name + str(outcomes[decision]) in told, decision


def test_each_month_has_its_column(told: str) -> None:
    for month, count in tally(BOOK, FIRST, LAST).months.items():
        assert f"{count}{month:%m.%Y}" in told


def test_what_recurs_is_named_with_its_letters(told: str) -> None:
    counts = Counter(1 + n % 5 for n in NUMBERS if n % 3 == 0)
    for number, count in counts.items():
        assert f"{number}-маселе:терезежанажарык{count}" in told


def test_several_years_stand_side_by_side(data: bytes) -> None:
    years = Book((*BOOK.rows, *(replace(r, opened_on=LAST.replace(year=2028)) for r in BOOK.rows)))
    told = read(typeset(order(tally(years, FIRST, LAST.replace(year=2028)))), PASSPHRASE)
    assert "1002026/27" in told
    assert "1002027/28" in told
    assert "2026/27" not in read(data, PASSPHRASE)


def test_a_year_without_letters_says_so_and_divides_by_nothing() -> None:
    told = read(typeset(order(tally(Book(), FIRST, LAST))), PASSPHRASE)
    assert squeezed(BOTH[1]("report_answered")) in told
    assert "%" not in told


def test_a_bar_twice_as_long_stands_for_twice_as_many() -> None:
    book = Book(tuple(row for row in BOOK.rows if row.number % 10 in {1, 2, 5}))
    totals = tally(book, FIRST, LAST)
    typed, paper = totals.origins.values()
    data = typeset(order(replace(totals, kinds={}, forums={}, outcomes={}, months={})))
    picture = drawn(data, 0, PASSPHRASE, scale=2)
    runs = [run for y in range(picture.height) if (run := grey(picture, y)) > 40]
    assert max(runs) / min(runs) == pytest.approx(typed / paper, rel=0.05)


def grey(picture: Image.Image, y: int) -> int:
    row = picture.crop((0, y, picture.width, y + 1)).tobytes()
    return sum(abs(tone - INK) < 4 for tone in row)


def test_it_is_readable_in_black_and_white(data: bytes) -> None:
    """Bars differ by their length and their figures alone, so one ink does for all."""
    for nth in range(len(pages(data, PASSPHRASE))):
        greys = drawn(data, nth, PASSPHRASE).histogram()
        assert {tone for tone in range(235) if greys[tone] > 1200} <= {INK}


def test_no_letter_is_in_it(told: str) -> None:
    assert SECRET not in told
    assert "Мазмун" not in told
