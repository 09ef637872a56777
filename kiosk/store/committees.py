"""The committee's record, and who a sealed thing must be sealed to."""

from __future__ import annotations

from sqlalchemy import Connection, select, update

from kiosk.post.committee import Committee, CommitteeDamaged
from kiosk.store import rekeying
from kiosk.store.errors import NoCommittee, OtherCommittee, StoreDamaged
from kiosk.store.rekeying import Reseal, Went
from kiosk.store.tables import kiosk


def kept(connection: Connection) -> Committee | None:
    """The committee, None before enrolment; raises `StoreDamaged` if it is no record."""
    words = connection.scalar(select(kiosk.c.committee))
    try:
        return Committee.unpack(words) if words else None
    except CommitteeDamaged:
        raise StoreDamaged("the committee's record cannot be read") from None


def check_key(connection: Connection, public_key: bytes) -> None:
    """Refuse what was sealed to a key that the committee has no more: nobody would ever read it.

    Raises `NoCommittee`, `OtherCommittee`.
    """
    committee = kept(connection)
    if committee is None:
        raise NoCommittee("nobody could read it")
    if committee.public_key != public_key:
        raise OtherCommittee("the committee has another key by now")


def keep(
    connection: Connection, committee: Committee, reseal: Reseal, went: Went = lambda _: None
) -> None:
    """The first record, a changed one, or one with new keys, over to which all that is sealed goes.

    Raises `OtherCommittee` for one that does not follow from the record that is kept.
    """
    before = kept(connection)
    if before is None:
        follows = committee.generation == 1
    elif committee.generation == before.generation:
        follows = committee.public_key == before.public_key
    else:
        follows = committee.generation == before.generation + 1
    if not follows or (before and before.salt != committee.salt):
        raise OtherCommittee("the committee's record was changed meanwhile")
    if before is not None and committee.generation > before.generation:
        rekeying.reseal_all(connection, reseal, went)
    connection.execute(update(kiosk).values(committee=committee.pack()))
