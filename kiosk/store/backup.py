"""Copies of a store, made while the kiosk runs: whole and checked, or not there at all.

A copy is taken page by page, so its envelopes lie where the store's lie, and it tells no more than
the store did on its day. What two copies tell whoever compares them is said in decision 38.
A copy opens with the cards of its day; therefore its name says which keys it is sealed to.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from kiosk.store.chains import verify_chain
from kiosk.store.checking import check
from kiosk.store.connection import connect, translated
from kiosk.store.desk import load_committee, load_mark
from kiosk.store.errors import StoreDamaged, StoreError
from kiosk.store.files import drafted, sync
from kiosk.store.hold import together
from kiosk.store.times import hide_times

NAME = re.compile(r"post-(\d{4}-\d\d-\d\d)-([0-9a-f]{8})(?:-(\d{1,4}))?\.sqlite")
"""Day, keys, and a number where there was another of that day: no hour is kept."""

NO_KEYS = "0" * 8
PAGES = 64
"""So many at a time, 256 KiB: between them a letter can be stored, and then it begins again."""
CHUNK = 1 << 20


@dataclass(frozen=True, order=True)
class Copy:
    """A copy by its name: its day, its number on that day, and which keys it is sealed to."""

    day: date
    number: int
    keys: str
    name: str

    @classmethod
    def of(cls, day: date, keys: str, others: Iterable[Copy]) -> Copy:
        """A new one beside others."""
        number = 1 + max(
            (it.number for it in others if (it.day, it.keys) == (day, keys)), default=0
        )
        counted = f"-{number}" if number > 1 else ""
        return cls(day, number, keys, f"post-{day.isoformat()}-{keys}{counted}.sqlite")


def folder(path: Path) -> Path:
    """Where the copies of a store lie."""
    return path.parent / "backups"


def among(names: Iterable[str]) -> tuple[Copy, ...]:
    """The copies among these names, the newest first."""
    return tuple(sorted(filter(None, map(_named, names)), reverse=True))


def copies(path: Path) -> tuple[Copy, ...]:
    """A store's copies beside it, the newest first; raises `StoreUnavailable`."""
    with translated():
        place = folder(path)
        return among(entry.name for entry in place.iterdir()) if place.is_dir() else ()


def keys(path: Path) -> str:
    """The keys to which a store is sealed, as the names of its copies say them."""
    committee = load_committee(path)
    if committee is None:
        return NO_KEYS
    return hashlib.blake2b(committee.public_key, digest_size=4).hexdigest()


def back_up(path: Path, day: date, keep: int) -> Copy:
    """Copy a store, check the copy, give it its name; then all but the newest `keep` go.

    Those that open with other cards go, too. Raises `StoreDamaged` if the copy does not verify,
    `StoreUnavailable`, and others of `StoreError`; then all copies are as they were.
    """
    with translated(), together(path):
        place = folder(path)
        _begin(place)
        with drafted(place / "post") as draft:
            _copy(path, draft)
            _verify(draft)
            others = copies(path)
            copy = Copy.of(day, keys(draft), others)
            _publish(draft, place / copy.name, day)
        same = [other for other in others if other.keys == copy.keys]
        for other in {*others} - {*same[: keep - 1]}:
            _erase(place / other.name)
        hide_times(path)
        return copy


def renew(path: Path) -> None:
    """After a change of keys: a new copy in the place of all that open with the old cards.

    Whoever makes no copies gets none. That it failed shows on the technician's page, which compares
    the keys, and the next daily run tries again.
    """
    with suppress(StoreError):
        if any(copy.keys != keys(path) for copy in copies(path)):
            back_up(path, load_mark(path) or datetime.now(UTC).date(), keep=1)


def _named(name: str) -> Copy | None:
    if not (said := NAME.fullmatch(name)):
        return None
    with suppress(ValueError):
        return Copy(date.fromisoformat(said[1]), int(said[3] or 1), said[2], name)
    return None


def _begin(place: Path) -> None:
    """Make the folder; end what a power cut left of an erasure."""
    place.mkdir(mode=0o700, exist_ok=True)
    sync(place.parent)
    for left in place.glob("*.old"):
        _overwrite(left)


def _copy(path: Path, draft: Path) -> None:
    """Letters go on being stored meanwhile: the source is free between two portions."""
    with closing(connect(path)) as source, closing(sqlite3.connect(draft)) as target:
        target.execute("PRAGMA synchronous = OFF")
        driver = source.connection.driver_connection
        try:
            driver.backup(target, pages=PAGES)  # type: ignore[union-attr]
        except sqlite3.Error as error:
            raise OSError(error.sqlite_errorname) from None


def _verify(draft: Path) -> None:
    check(draft)
    if not verify_chain(draft).sound:
        raise StoreDamaged("the journal is not as it was decided: ask `kiosk journal verify`")


def _publish(draft: Path, name: Path, day: date) -> None:
    begun = datetime.combine(day, time(), UTC).timestamp()
    os.utime(draft, (begun, begun))
    sync(draft)
    draft.replace(name)
    sync(name.parent)


def _erase(copy: Path) -> None:
    """Take its name first, so that a cut leaves no copy that is half overwritten."""
    old = copy.with_suffix(".old")
    copy.replace(old)
    sync(old.parent)
    _overwrite(old)


def _overwrite(old: Path) -> None:
    with old.open("r+b") as file:
        left = old.stat().st_size
        while left > 0:
            left -= file.write(bytes(min(CHUNK, left)))
        file.flush()
        os.fsync(file.fileno())
    old.unlink()
    sync(old.parent)
