"""Which version a store is of, and how an older one is brought up to date.

Alembic is imported only when a store is made or upgraded: the kiosk starts faster without it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from kiosk.store.errors import NewerSchema, NotAStore, OlderSchema

APPLICATION = 0x504F5354
"""PRAGMA application_id: "POST"; by it a file is known as a store."""


@dataclass(frozen=True)
class Schema:
    """The newest migration of a version of the kiosk, and where its migrations are."""

    head: str
    scripts: Path

    def revisions(self) -> frozenset[str]:
        """All migrations of this version."""
        from alembic.script import ScriptDirectory

        scripts = ScriptDirectory(str(self.scripts))
        return frozenset(script.revision for script in scripts.walk_revisions())


CURRENT = Schema("0006", Path(__file__).parent / "migrations")
"""The one that `tables` describes."""


def check_schema(connection: Connection, schema: Schema = CURRENT) -> None:
    """Refuse what is no store of this version: `NotAStore`, `NewerSchema`, `OlderSchema`."""
    revision = _revision(connection)
    if revision == schema.head:
        return
    if revision in schema.revisions():
        raise OlderSchema(f"the store has schema {revision}, this kiosk needs {schema.head}")
    raise NewerSchema(f"the store has schema {revision}, this kiosk knows {schema.head} at most")


def migrate(connection: Connection, schema: Schema = CURRENT) -> None:
    """Run what is missing, inside the transaction that is open on this connection."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    command.upgrade(config, schema.head)


def _revision(connection: Connection) -> str:
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION:
        raise NotAStore("the file is not a kiosk's store")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())
