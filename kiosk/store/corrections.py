"""What the quorum added to the clock, on the one row of the store."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from kiosk.post.clock import ClockLevel, Correction
from kiosk.store.tables import kiosk

COLUMNS = (kiosk.c.clock_offset_s, kiosk.c.clock_boot, kiosk.c.clock_course, kiosk.c.clock_against)


def kept(connection: Connection) -> Correction | None:
    """The correction, None if the clock speaks for itself."""
    offset_s, boot, course, against = connection.execute(select(*COLUMNS)).one()
    return None if boot is None else Correction(offset_s, boot, course, ClockLevel(against))


def keep(connection: Connection, correction: Correction | None) -> None:
    """Put this one in the place of the last."""
    values: tuple[int | str | None, ...] = (None, None, None, None)
    if correction is not None:
        values = (
            correction.offset_s, correction.boot, correction.course, correction.against.value,
        )  # fmt: skip
    connection.execute(update(kiosk).values(dict(zip(COLUMNS, values, strict=True))))
