"""Reviews out of turn on the tables: their days and hours are public, as the rule's are."""

from __future__ import annotations

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.post.calendar import Opening
from kiosk.store.tables import openings


def agree(connection: Connection, opening: Opening) -> None:
    """Keep a review out of turn; another one on the same day takes its place."""
    values = {
        "opens": opening.opens,
        "closes": opening.closes,
        "urgent": opening.urgent,
        "agreed_on": opening.agreed_on,
    }
    kept = insert(openings).values(day=opening.day, **values)
    connection.execute(kept.on_conflict_do_update(index_elements=["day"], set_=values))


def kept(connection: Connection) -> tuple[Opening, ...]:
    """All of them, also past ones, by their day."""
    found = connection.execute(select(openings).order_by(openings.c.day))
    return tuple(
        Opening(row.day, row.opens, row.closes, row.agreed_on, bool(row.urgent)) for row in found
    )
