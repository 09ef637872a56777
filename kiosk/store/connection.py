"""One connection as the promises need it: durable at COMMIT, no trace of what was deleted.

Measured with power cuts at every write: journal DELETE with synchronous EXTRA loses no commit,
while the module's default DELETE with FULL does. DELETE, not WAL, because a WAL keeps the order
of arrival until it is truncated. A rollback journal holds only what stood there before.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from types import MappingProxyType

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DatabaseError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from kiosk.store.errors import (
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreUnavailable,
    UnsafeSettings,
)
from kiosk.store.schema import CURRENT, Schema, check_schema
from kiosk.store.times import hide_times

Pragmas = Mapping[str, int | str]

PAGE_SIZE = 4096
SYNCHRONOUS_EXTRA = 3
TEMP_IN_MEMORY = 2
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

SETTINGS: Pragmas = MappingProxyType(
    {
        "busy_timeout": 5000,
        "journal_mode": "delete",
        "synchronous": SYNCHRONOUS_EXTRA,
        "secure_delete": 1,
        "temp_store": TEMP_IN_MEMORY,
        "foreign_keys": 1,
        "trusted_schema": 0,
        # Either kind of vacuum would move records, and what moved last would be last in the file.
        "auto_vacuum": 0,
    }
)
NO_PRAGMAS: Pragmas = MappingProxyType({})


def connect(path: Path, pragmas: Pragmas = NO_PRAGMAS) -> Connection:
    """Connect to a file that exists; transactions begin IMMEDIATE, so two writers never deadlock.

    `pragmas` are set after, and over, `SETTINGS`; all are read back. Raises `UnsafeSettings` if
    one did not take, and SQLAlchemy's errors; none of them quotes a parameter.
    """
    if not path.is_file():
        raise NotAStore(f"there is no store at {path}")
    engine = create_engine(
        "sqlite://",
        creator=partial(_dbapi, path, {**SETTINGS, **pragmas}),
        poolclass=NullPool,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine.connect()


@contextmanager
def transaction(
    path: Path, pragmas: Pragmas = NO_PRAGMAS, schema: Schema = CURRENT
) -> Iterator[Connection]:
    """One transaction on a store of this version, for the start and the command line.

    Every failure is a `StoreError`; file times are hidden afterwards.
    """
    with translated(), closing(connect(path, pragmas)) as connection:
        with whole(connection):
            check_schema(connection, schema)
            yield connection
        hide_times(path)


@contextmanager
def whole(connection: Connection) -> Iterator[None]:
    """A transaction that is durable afterwards, or gone."""
    try:
        with connection.begin():
            yield
    except BaseException:
        # After a COMMIT that failed, SQLAlchemy takes the transaction for ended; for SQLite it is
        # still open, and would hold its lock and hide in the next one.
        driver = connection.connection.driver_connection
        if driver is not None and driver.in_transaction:
            driver.rollback()
        raise


def sweep(connection: Connection) -> None:
    """Write nothing new, after which SQLite removes the journal that a power cut left behind.

    It would remove one that it has to roll back by itself, but not one that was hardly begun,
    whose file times tell when the last letter came. An UPDATE to the same value writes nothing.
    """
    connection.exec_driver_sql("PRAGMA user_version = 0")


@contextmanager
def translated() -> Iterator[None]:
    """Turn errors of SQLAlchemy and the disk into the store's own."""
    try:
        yield
    except StoreError:
        raise
    except DatabaseError as exc:
        raise _named(exc) from None
    except (SQLAlchemyError, OSError) as exc:
        raise StoreUnavailable(f"the store cannot be used: {type(exc).__name__}") from None


def _named(exc: DatabaseError) -> StoreError:
    name = getattr(exc.orig, "sqlite_errorname", "an error")
    if getattr(exc.orig, "sqlite_errorcode", 0) & 0xFF in DAMAGED:
        return StoreDamaged(f"the store is damaged: {name}")
    return StoreUnavailable(f"the store cannot be used: {name}")


def _dbapi(path: Path, pragmas: Pragmas) -> sqlite3.Connection:
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    try:
        raw.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        for name, value in pragmas.items():
            _set(raw, name, value)
    except (sqlite3.Error, StoreError):
        raw.close()
        raise
    return raw


def _set(raw: sqlite3.Connection, name: str, value: int | str) -> None:
    raw.execute(f"PRAGMA {name} = {value}").fetchall()
    (got,) = raw.execute(f"PRAGMA {name}").fetchone()
    if got != value:
        raise UnsafeSettings(f"SQLite keeps {name} at {got}, not {value}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
