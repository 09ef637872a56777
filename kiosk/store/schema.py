"""Which version a store is of, and how an older one is brought up to date.

Alembic is imported only when a store is made or upgraded: the kiosk starts faster without it.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection

from kiosk.store.errors import NewerSchema, NotAStore, OlderSchema

APPLICATION = 0x504F5354
"""PRAGMA application_id: "POST"; by it a file is known as a store."""

HEAD = "0001"
"""The newest migration, the one that `tables` describes."""

MIGRATIONS = Path(__file__).parent / "migrations"


def check_schema(connection: Connection) -> None:
    """Refuse what is no store of this version; raises `NotAStore` and the schema errors."""
    revision = revision_of(connection)
    if revision == HEAD:
        return
    if revision in known_revisions():
        raise OlderSchema(f"the store has schema {revision}, this kiosk needs {HEAD}")
    raise NewerSchema(f"the store has schema {revision}, this kiosk knows {HEAD}: upgrade it")


def revision_of(connection: Connection) -> str:
    """The migration a store stands at; raises `NotAStore`."""
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
        raise NotAStore("the file is not a kiosk's store")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def known_revisions(scripts: Path = MIGRATIONS) -> frozenset[str]:
    """All migrations of this version."""
    from alembic.script import ScriptDirectory

    return frozenset(script.revision for script in ScriptDirectory(str(scripts)).walk_revisions())


def migrate(connection: Connection, scripts: Path = MIGRATIONS) -> None:
    """Run what is missing, inside the transaction that is open on this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    command.upgrade(config, "head")
