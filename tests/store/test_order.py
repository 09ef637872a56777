"""Nothing tells who came first (R8, law 4): a thief compares file positions with arrivals.

The measure is Kendall's tau between the two orders: 1 or -1 for the same or reversed order, and
for orders that have nothing to do with each other a mean |tau| that depends on chance alone. One
run says little, so the mean over RUNS has to stay in the band that chance leaves it, five standard
deviations wide; each way of getting it wrong that we know of has to fall out of that band.
"""

from __future__ import annotations

import math
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from itertools import combinations
from pathlib import Path
from statistics import mean

import pytest

from kiosk.events import EntryRegistered, LetterStored
from kiosk.post.letters import DayMonth, Letter
from kiosk.post.sealing import seal
from tests.office import COMMITTEE, LETTER, entry, keyring
from tests.store.desk import FAST, desk, new_store

RUNS = 12
LETTERS = 40
PLACES = 120

Arrivals = list[bytes]
Way = Callable[[Path, Arrivals], None]


def tau(order: Sequence[int]) -> float:
    """Kendall's tau between an order and the natural one."""
    pairs = list(combinations(order, 2))
    return sum(1 if one < two else -1 for one, two in pairs) / len(pairs)


def chance(count: int, runs: int) -> float:
    """The highest mean |tau| that chance gives, but for about one time in a million."""
    deviation = math.sqrt(2 * (2 * count + 5) / (9 * count * (count - 1)))
    usual = deviation * math.sqrt(2 / math.pi)
    spread = deviation * math.sqrt((1 - 2 / math.pi) / runs)
    return usual + 5 * spread


def seen_in_file(path: Path, arrivals: Arrivals) -> list[int]:
    """The arrivals in the order in which their envelopes lie in the raw file."""
    content = path.read_bytes()
    starts = [content.index(sealed[:120]) for sealed in arrivals]
    return sorted(range(len(arrivals)), key=starts.__getitem__)


def seen_in_rows(path: Path, arrivals: Arrivals) -> list[int]:
    """The same by asking SQLite for the rows as it has them."""
    with closing(sqlite3.connect(path)) as database:
        found = database.execute("SELECT sealed FROM envelopes WHERE used ORDER BY rowid")
        kept = [sealed for (sealed,) in found]
    return [arrivals.index(sealed) for sealed in kept]


def by_the_kiosk(path: Path, arrivals: Arrivals) -> None:
    with desk(path, FAST) as office:
        for sealed in arrivals:
            office.store.accept(sealed, COMMITTEE.public_key)
            office.expect(LetterStored)


def into_the_first_free_place(path: Path, arrivals: Arrivals) -> None:
    choice = "(SELECT min(place) FROM envelopes WHERE NOT used)"
    _overwriting(path, arrivals, choice)


def into_a_pool_that_grows(path: Path, arrivals: Arrivals) -> None:
    """At random, but among ten places, then ten more: as if blank ones were made when needed."""
    with closing(sqlite3.connect(path)) as database, database:
        for n, sealed in enumerate(arrivals):
            first = n // 10 * 10
            database.execute(
                "UPDATE envelopes SET used = 1, sealed = ? WHERE place = (SELECT place FROM"
                " envelopes WHERE NOT used AND place > ? AND place <= ? ORDER BY random() LIMIT 1)",
                (sealed, first, first + 10),
            )


def as_new_rows(path: Path, arrivals: Arrivals) -> None:
    """With a random key, which hides the order in queries by key, but not by rowid."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE envelopes")
        database.execute("CREATE TABLE envelopes (key TEXT PRIMARY KEY, used, sealed)")
        for sealed in arrivals:
            words = "INSERT INTO envelopes VALUES (hex(randomblob(8)), 1, ?)"
            database.execute(words, (sealed,))


def _overwriting(path: Path, arrivals: Arrivals, choice: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        for sealed in arrivals:
            words = f"UPDATE envelopes SET used = 1, sealed = ? WHERE place = {choice}"  # noqa: S608
            database.execute(words, (sealed,))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_store(tmp_path_factory.mktemp("empty") / "data", PLACES)


def orders(empty: Path, directory: Path, way: Way) -> list[tuple[list[int], list[int]]]:
    """What the thief sees after each of RUNS times LETTERS letters came in."""
    seen = []
    for _ in range(RUNS):
        path = Path(shutil.copy(empty, directory / "kiosk.db"))
        arrivals = [seal(LETTER, COMMITTEE.public_key) for _ in range(LETTERS)]
        way(path, arrivals)
        seen.append((seen_in_file(path, arrivals), seen_in_rows(path, arrivals)))
    return seen


def leak(seen: Sequence[Sequence[int]]) -> float:
    """Mean |tau| over all runs."""
    return mean(abs(tau(order)) for order in seen)


def test_neither_the_file_nor_a_query_keeps_the_order_of_arrival(
    empty: Path, tmp_path: Path
) -> None:
    seen = orders(empty, tmp_path, by_the_kiosk)
    band = chance(LETTERS, RUNS)
    assert leak([in_file for in_file, _ in seen]) < band
    assert leak([in_rows for _, in_rows in seen]) < band


@pytest.mark.parametrize("way", [into_the_first_free_place, into_a_pool_that_grows, as_new_rows])
def test_the_attack_finds_the_order_where_it_is(empty: Path, tmp_path: Path, way: Way) -> None:
    seen = orders(empty, tmp_path, way)
    worst = max(leak([in_file for in_file, _ in seen]), leak([in_rows for _, in_rows in seen]))
    assert worst > 2 * chance(LETTERS, RUNS)


def test_the_journal_keeps_no_order_of_arrival(empty: Path, tmp_path: Path) -> None:
    """Letters are read in random order, so neither numbers nor rows tell."""
    seen = []
    for _ in range(RUNS):
        path = Path(shutil.copy(empty, tmp_path / "kiosk.db"))
        letters = [Letter(f"{n}", DayMonth(1, 9)) for n in range(LETTERS)]
        by_the_kiosk(path, [seal(letter, COMMITTEE.public_key) for letter in letters])
        seen.append(_registered(path))
    assert leak(seen) < chance(LETTERS, RUNS)


def _registered(path: Path) -> list[int]:
    """Arrivals by the number of their row."""
    keys = keyring()
    numbers: dict[int, int] = {}
    with desk(path, FAST) as office:
        for opened in keys.open(office.meeting()).letters:
            assert opened.letter is not None
            row = entry(text=opened.letter.text)
            office.store.register(1, opened.place, keys.seal_entry(row), row)
            numbers[office.expect(EntryRegistered).number] = int(opened.letter.text)
    return [numbers[number] for number in sorted(numbers)]


def test_tau_and_its_band_are_what_they_say() -> None:
    assert tau(range(9)) == 1
    assert tau(range(9, 0, -1)) == -1
    assert tau([1, 0, 3, 2]) == pytest.approx(1 / 3)
    assert chance(40, 12) == pytest.approx(0.184, abs=0.01)
