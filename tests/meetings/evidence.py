"""What the disk says afterwards, read with the cards and without any of the kiosk's own code."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.demo.school import CARDS
from kiosk.post.chain import Link, verify
from tests.thief import loot

STORE = "post.sqlite"
Row = dict[str, Any]


def opened(data: Path, codes: Iterable[str] = CARDS.values()) -> tuple[list[Row], list[Row]]:
    """Letters that still lie in envelopes, and the journal's rows by number."""
    found = list(loot(data / STORE, list(codes)))
    letters = [row for row in found if "place" in row]
    return letters, sorted((row for row in found if "number" in row), key=lambda row: row["number"])


def asked(data: Path, query: str) -> list[tuple[Any, ...]]:
    """Plain columns of the store."""
    with closing(sqlite3.connect(data / STORE)) as file:
        return file.execute(query).fetchall()


def labels(data: Path, codes: Iterable[str] = CARDS.values()) -> dict[str, int]:
    """The labels that a review dealt to letters without a row, by their texts."""
    dealt = dict(asked(data, "SELECT place, label FROM waiting"))
    letters, _ = opened(data, codes)
    return {row["text"]: dealt[row["place"]] for row in letters if row["place"] in dealt}


def closed_on(data: Path) -> date:
    """The day on which the only review was closed; its chain follows from its rows."""
    ((review, day, head),) = asked(data, "SELECT number, closed_on, chain FROM reviews")
    digests = asked(data, "SELECT number, digest FROM entries")
    assert verify([Link(review, tuple((number, row) for number, row in digests), head)]) is None
    return date.fromisoformat(day)


def one_row_each(rows: list[Row], texts: Iterable[str], papers: int) -> None:
    """Every letter has exactly one row, and nothing has two (law 5)."""
    assert [row["number"] for row in rows] == list(range(1, len(rows) + 1))
    typed = [row for row in rows if row["origin"] == "typed"]
    assert sorted(row["text"] for row in typed) == sorted(texts)
    assert sorted(row["label"] for row in typed) == list(range(1, len(typed) + 1))
    paper = [row for row in rows if row["origin"] == "paper"]
    assert len(paper) == len(rows) - len(typed) == papers
    assert all(row["label"] is None and not row["text"] for row in paper)
