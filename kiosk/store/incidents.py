"""What the committee must hear of: each kind once a day."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.post.incidents import Incident, Noted
from kiosk.store.tables import incidents


def kept(connection: Connection) -> tuple[Noted, ...]:
    """All of them, by day."""
    found = connection.execute(select(incidents).order_by(incidents.c.day))
    return tuple((row.day, Incident(row.what)) for row in found)


def note(connection: Connection, day: date, what: Incident) -> None:
    """Keep one; twice on a day is once."""
    noted = insert(incidents).values(day=day, what=what.value)
    connection.execute(noted.on_conflict_do_nothing())
