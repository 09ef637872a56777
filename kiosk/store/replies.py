"""Private replies and the handles of paper slips (R2); nothing here is ever counted."""

from __future__ import annotations

from datetime import date
from secrets import SystemRandom

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from kiosk.post.meeting import SealedHandle
from kiosk.post.replies import REPLY_SIZE, Replying, SealedReply
from kiosk.store.errors import WrongSize
from kiosk.store.pool import HANDLES
from kiosk.store.tables import handles, replies


def publish(connection: Connection, replying: Replying) -> None:
    """Lay the replies out shuffled, and make the handles blank that nobody will ask for again."""
    for reply in SystemRandom().sample(replying.replies, len(replying.replies)):
        _lay(connection, reply, replying.last_day)
    for place in replying.spent_handles:
        HANDLES.make_blank(connection, place)


def find(connection: Connection, name: bytes) -> tuple[bytes, date] | None:
    """The reply of this name, and the last day on which it is kept."""
    columns = replies.c
    wanted = select(columns.sealed, columns.last_day).where(columns.name == name)
    row = connection.execute(wanted).first()
    return (row.sealed, row.last_day) if row else None


def erase(connection: Connection, name: bytes) -> None:
    """Its reader is done with it; its bytes are overwritten."""
    connection.execute(delete(replies).where(replies.c.name == name))


def expire(connection: Connection, day: date) -> None:
    """Erase what was not asked for in time."""
    connection.execute(delete(replies).where(replies.c.last_day < day))


def slips(connection: Connection) -> tuple[SealedHandle, ...]:
    """All records of slips that were printed and not yet made blank."""
    found = connection.execute(select(handles).where(handles.c.used == 1).order_by(handles.c.place))
    return tuple(SealedHandle(row.place, row.sealed) for row in found)


def _lay(connection: Connection, reply: SealedReply, last_day: date) -> None:
    """A code answered twice shows its last reply: that must not hold up a close."""
    if len(reply.sealed) != REPLY_SIZE:
        raise WrongSize("a reply has one size")
    fresh = {"sealed": reply.sealed, "last_day": last_day}
    laid = insert(replies).values(name=reply.name, **fresh)
    connection.execute(laid.on_conflict_do_update(index_elements=["name"], set_=fresh))
