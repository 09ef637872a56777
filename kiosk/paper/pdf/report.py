"""The yearly report: what the letters of a time come to, in figures and charts (R4, 2.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar

from kiosk.paper.pdf.charts import Bar, bars, columns
from kiosk.paper.pdf.leaves import Leaves
from kiosk.paper.pdf.table import Column, Table
from kiosk.post.analysis import Tally
from kiosk.post.documents import Order
from kiosk.texts import Texts

MATTERS = (Column("report_matter", 6), Column("agenda_letters", 1, figures=True))

What = TypeVar("What")


def report(order: Order, tally: Tally) -> Leaves:
    """Write the totals; only letters are counted."""
    leaves = Leaves(lambda texts: texts("report_title"), order.names, order.on)
    leaves.titled(lambda texts: texts("report_title"), order.names)
    _totals(leaves, tally)
    _chart(leaves, "j_kind", _rows(tally.kinds, "kind_", "no_kind"))
    _chart(leaves, "j_source", _rows(tally.origins, "origin_"))
    _chart(leaves, "j_forum", _rows(tally.forums, "forum_"))
    _chart(leaves, "j_decision", _rows(tally.outcomes, "decision_"))
    if tally.months:
        leaves.part("report_months")
        columns(leaves.pages, [(f"{day:%m.%Y}", count) for day, count in tally.months.items()])
    if len(tally.years) > 1:
        leaves.part("report_years")
        columns(leaves.pages, [(str(year), count) for year, count in tally.years.items()])
    _recurring(leaves, tally)
    return leaves


def _totals(leaves: Leaves, tally: Tally) -> None:
    leaves.named("report_period", f"{tally.first:%d.%m.%Y} – {tally.last:%d.%m.%Y}")
    leaves.named("close_registered", str(tally.letters))
    if tally.unread:
        leaves.named("protocol_lost", str(tally.unread))
    share = "" if tally.share is None else f" ({tally.share:.0%})"
    leaves.named("report_answered", f"{tally.answered}{share}")
    if tally.days is not None:
        leaves.named("report_days", f"{tally.days:g}")


def _rows(counts: Mapping[What, int], prefix: str, none: str = "") -> Iterable[Bar]:
    for what, count in counts.items():
        yield partial(_named, key=none if what is None else f"{prefix}{what}"), count


def _named(texts: Texts, key: str) -> str:
    return texts(key)


def _chart(leaves: Leaves, key: str, rows: Iterable[Bar]) -> None:
    leaves.part(key)
    bars(leaves.pages, [*rows])


def _recurring(leaves: Leaves, tally: Tally) -> None:
    if tally.recurring:
        leaves.part("report_recurring")
        table = Table(leaves.pages, MATTERS)
        for one in tally.recurring:
            table.row(one.title, str(one.letters))
