"""A store and a desk for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.desk import Desk, desk, new_store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new store with a committee."""
    return new_store(tmp_path / "data")


@pytest.fixture
def office(path: Path) -> Iterator[Desk]:
    """A desk at a new store."""
    with desk(path) as open_desk:
        yield open_desk
