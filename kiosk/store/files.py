"""A store as a file: made whole or not at all, and brought up to date on a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from sqlalchemy import Connection, insert, select

from kiosk.store.connection import connect, sweep, transaction, translated, whole
from kiosk.store.errors import AlreadyExists, OlderSchema, StoreDamaged, WrongKind
from kiosk.store.pool import ENVELOPES
from kiosk.store.schema import APPLICATION, CURRENT, Schema, check_schema, migrate
from kiosk.store.tables import kiosk, slot
from kiosk.store.times import hide_times

StoreKind = Literal["real", "demo"]
POOL = 1000
"""Envelopes in a new store: the worst month of a large school, 17 MB."""


def create(path: Path, kind: StoreKind, school_json: str, pool: int = POOL) -> None:
    """Make a store with a full pool of blank envelopes, durable and whole, or nothing.

    Raises `AlreadyExists` and leaves what is there as it is; `StoreUnavailable`.
    """
    with translated():
        if path.exists():
            raise AlreadyExists(f"there is a store at {path} already")
        with drafted(path) as draft:
            _build(draft, kind, school_json, pool)
            _publish(draft, path)


def prepare(path: Path, kind: StoreKind, schema: Schema = CURRENT) -> None:
    """At start: refuse a store of the other kind, a newer or a damaged one; upgrade an older one.

    Raises `WrongKind`, `NotAStore`, `NewerSchema`, `StoreDamaged`, `StoreUnavailable`.
    """
    try:
        with transaction(path, schema=schema):
            pass
    except OlderSchema:
        upgrade(path, schema)
    with transaction(path, schema=schema) as connection:
        sweep(connection)
        _check_pages(connection)
        if (found := connection.scalar(select(kiosk.c.kind))) != kind:
            raise WrongKind(f"the store at {path} is a {found} store, not a {kind} one")


def upgrade(path: Path, schema: Schema = CURRENT) -> None:
    """Run the missing migrations on a copy, then put it in the place of the old file at once.

    Only the kiosk's start may call this: who has the old file open would go on writing into it.
    """
    with translated(), drafted(path) as draft, _at_rest(path) as old:
        with draft.open("wb") as copy:
            shutil.copyfileobj(old, copy)
        with closing(connect(draft)) as connection, whole(connection):
            migrate(connection, schema)
        sync(draft)
        draft.replace(path)
        sync(path.parent)
        hide_times(path)


def kind(path: Path) -> StoreKind:
    """Whether a store is a demo one or a real one; raises `StoreError`."""
    with transaction(path) as connection:
        found = connection.scalar(select(kiosk.c.kind))
    for known in get_args(StoreKind):
        if found == known:
            return known  # type: ignore[no-any-return]
    raise StoreDamaged("the store is neither a demo nor a real one")


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """An empty file beside this one, for what will take its place; what is left of it goes."""
    draft = path.with_name(f"{path.name}.new")
    _clear(draft)
    draft.touch(mode=0o600)
    try:
        yield draft
    finally:
        _clear(draft)


def _clear(draft: Path) -> None:
    for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
        leftover.unlink(missing_ok=True)


@contextmanager
def _at_rest(path: Path) -> Iterator[BinaryIO]:
    # Nobody writes meanwhile, and a journal left by a power cut is rolled back. The file is closed
    # last, because closing it would drop the lock that SQLite holds on it in this process.
    with path.open("rb") as old, closing(connect(path)) as connection, connection.begin():
        yield old


def _build(draft: Path, kind: StoreKind, school_json: str, pool: int) -> None:
    with closing(connect(draft)) as connection, whole(connection):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection)
        check_schema(connection)
        connection.execute(insert(kiosk).values(id=1, kind=kind, school=school_json))
        connection.execute(insert(slot).values(id=1, letters=0))
        ENVELOPES.fill(connection, pool)


def _publish(draft: Path, path: Path) -> None:
    sync(draft)
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise AlreadyExists(f"there is a store at {path} already") from None
    _clear(draft)
    sync(path.parent)
    hide_times(path)


def _check_pages(connection: Connection) -> None:
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar() != "ok":
        raise StoreDamaged("the store's pages are damaged")


def sync(place: Path) -> None:
    """Return when a file, or a directory's list of names, is really on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
