"""A whole kiosk on simulated hardware, and a visitor who stands before it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # tesseract's own threads hinder each other

import pygame
import pygame.font
import pytest

from kiosk.config import SlotSettings
from kiosk.demo.school import FIRST_MOMENT, found
from kiosk.demo.world import build, machine
from kiosk.hardware.simulated import Levers, SimulatedClock
from kiosk.keyholder import Holds
from kiosk.post.letters import Language
from tests.guest import Guest
from tests.office import CHEAP
from tests.skips import pytest_runtest_makereport

__all__ = ["Opens", "pytest_runtest_makereport"]

SIZE = (1280, 800)
POOL = 24

STORIES = {
    "demo", "deploy", "golden", "meetings", "mishaps", "outside", "reading", "touches", "year",
}  # fmt: skip
"""Folders of whole stories. Lines are counted by the small tests alone: counting halves the pace,
and a line that only a story passes has no test that says what it must do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines in whole stories (pytest-cov)."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in STORIES:
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh demo store with cheap cards and few envelopes."""
    return found(tmp_path_factory.mktemp("template"), CHEAP, POOL)


@pytest.fixture
def data(template: Path, tmp_path: Path) -> Path:
    """A data directory of the test's own."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(template, folder)
    return folder


@pytest.fixture(scope="session")
def surface() -> Iterator[pygame.Surface]:
    pygame.display.init()
    pygame.font.init()
    yield pygame.display.set_mode(SIZE)
    pygame.quit()


Opens = Callable[..., Guest]


@pytest.fixture
def opens(data: Path, surface: pygame.Surface) -> Iterator[Opens]:
    """Starts a kiosk over the data directory; again, after one was cut off.

    `prepared` pulls levers before it starts; `door_open`, `slot_blocked`: how the box is found.
    """
    open_ones: list[Guest] = []

    def start(
        folder: Path = data,
        language: Language = Language.KY,
        clock: SimulatedClock | None = None,
        slot: SlotSettings | None = None,
        prepared: Callable[[Levers], None] = lambda _: None,
        holds: Holds | None = None,
        **found: bool,
    ) -> Guest:
        pygame.event.clear()
        clock = clock or SimulatedClock(FIRST_MOMENT)
        settings = machine(SIZE, language).model_copy(update={"slot": slot or SlotSettings()})
        guest = Guest(build(folder, settings, surface, clock, CHEAP, holds, None, **found))
        open_ones.append(guest)
        prepared(guest.world.levers)
        guest.world.app.start()
        guest.world.app.settle()
        return guest

    yield start
    for guest in open_ones:
        guest.world.levers.keep_printer_waiting(asleep=False)  # whoever closes waits for its job
        guest.leave_for_good()


@pytest.fixture
def guest(opens: Opens) -> Guest:
    """A visitor before the board, in Kyrgyz, on a morning outside the window."""
    return opens()
