"""For a technician: every page of a store is read, and none is written."""

from __future__ import annotations

from pathlib import Path

from kiosk.store.connection import transaction
from kiosk.store.errors import StoreDamaged
from kiosk.store.files import StoreKind, kind


def check(path: Path) -> StoreKind:
    """Return the kind of a store that is whole; raises `StoreError`, `StoreDamaged` among them."""
    found = kind(path)
    with transaction(path) as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar() != "ok":
            raise StoreDamaged("the store's pages are damaged")
    return found
