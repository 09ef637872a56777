"""What lies open of the journal, and what the keys say of the rest, one row after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from kiosk.post.book import SealedVersion
from kiosk.post.rekeying import Sealed
from kiosk.post.rows import DamagedRow
from kiosk.post.verifying import Chain, Closed, Kept, Verdict, compared, verified
from kiosk.store import versions
from kiosk.store.connection import transaction
from kiosk.store.tables import kept, reviews

Digest = Callable[[bytes], bytes]
"""What the chain must know of a sealed row; raises `DamagedRow` where it does not open."""


def verify_chain(path: Path) -> Chain:
    """What the chain tells without any key; raises `StoreError`."""
    with transaction(path) as connection:
        return verified(lying_open(connection))


def verdict(connection: Connection, digest: Digest) -> Verdict:
    """Chain and contents; what a former committee left cannot be opened, and is not compared."""
    open_to_all = lying_open(connection)
    here = versions.plain(connection)
    return Verdict(verified(open_to_all), compared(here, _digests(connection, here, digest)))


def lying_open(connection: Connection) -> Kept:
    """All digests, and where they stand; nothing that is sealed."""
    closed = select(reviews.c.number, reviews.c.chain).where(reviews.c.closed_on.is_not(None))
    found = connection.execute(closed.order_by(reviews.c.number))
    last = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = 'entries'")
    return Kept(
        tuple(Closed(number, head or b"") for number, head in found),
        (*_set_aside(connection), *versions.plain(connection)),
        last.scalar() or 0,
    )


def _digests(
    connection: Connection, here: tuple[SealedVersion, ...], digest: Digest
) -> Iterator[bytes | None]:
    """One by one: a whole journal would not be held in memory."""
    for version in here:
        try:
            yield digest(versions.sealed(connection, version))
        except DamagedRow:
            yield None


def _set_aside(connection: Connection) -> tuple[SealedVersion, ...]:
    """Of a former committee; a review that it did not close is forgotten, and told as 0."""
    columns = kept.c.row, kept.c.digest, kept.c.chained
    rows = select(*columns).where(kept.c.what == Sealed.ENTRY.value).order_by(kept.c.number)
    return tuple(
        SealedVersion(number, chained or 0, b"", digest or b"", chained)
        for number, digest, chained in connection.execute(rows)
    )
