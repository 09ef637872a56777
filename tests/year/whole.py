"""A whole school year, as `make test-year` plays it: nine reviews, 400 letters, every change."""

from __future__ import annotations

import pytest

from tests.year.plan import SEED, WHOLE
from tests.year.players import Players
from tests.year.test_year import holds, plays


@pytest.mark.parametrize("seed", [SEED])
def test_a_school_year(players: Players, seed: int) -> None:
    plays(players, seed, WHOLE)
    holds(players, WHOLE)
