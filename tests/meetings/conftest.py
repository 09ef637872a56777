"""A kiosk whose pool holds a whole month's letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.demo.school import found
from tests.office import CHEAP

POOL = 64


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh demo store with cheap cards, and envelopes for a whole meeting."""
    return found(tmp_path_factory.mktemp("meetings"), CHEAP, POOL)
