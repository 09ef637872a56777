"""A store at the beginning of a school year, and a kiosk that can be switched on over any disk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from kiosk import store
from kiosk.demo.school import CARDS, RECOVERY, SCHOOL
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.keys import enrol
from tests.conftest import Opens
from tests.guest import Guest
from tests.office import CHEAP
from tests.year.players import Players

FIRST = datetime(2026, 9, 1, 3, 0, tzinfo=UTC)
POOL = 96


@pytest.fixture
def players(opens: Opens, tmp_path: Path, seed: int) -> Players:
    """The school's first day, the committee enrolled, the box empty."""
    folder = tmp_path / "year"
    folder.mkdir()
    path = folder / "post.sqlite"
    store.create(path, "demo", SCHOOL.model_dump_json(), POOL)
    store.save_committee(
        path, enrol([*CARDS.items()], RECOVERY, SCHOOL.quorum, CHEAP, FIRST.date())
    )

    def starts(disk: Path, clock: SimulatedClock) -> Guest:
        return opens(disk, clock=clock)

    return Players(starts, folder, FIRST, Random(seed))  # noqa: S311 - to be played again
