"""A desk to touch, and a pupil in front of it."""

from __future__ import annotations

import pytest

from tests.screens.desk import Desk
from tests.screens.pupil import Pupil


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def pupil(desk: Desk) -> Pupil:
    pupil = Pupil(desk)
    pupil.wait(1)
    return pupil
