"""A whole kiosk on simulated hardware: the application, its levers and its clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import pygame

from kiosk.app import App
from kiosk.assembly import assemble
from kiosk.config import Machine
from kiosk.config.machine import LockSettings, PrinterSettings, ScreenSettings
from kiosk.demo.glasses import inches
from kiosk.demo.school import FIRST_MOMENT, found
from kiosk.demo.stick import SimulatedStick
from kiosk.events import Event
from kiosk.hardware.ports import Hardware
from kiosk.hardware.simulated import Levers, SimulatedClock, simulated
from kiosk.keyholder import HeldHere, Holds
from kiosk.post.cards import Cost
from kiosk.post.letters import Language
from kiosk.screens.display import Display


@dataclass
class World:
    """What the dock, the tour and the tests hold in their hands."""

    app: App
    levers: Levers
    clock: SimulatedClock
    surface: pygame.Surface
    data: Path
    stick: SimulatedStick

    def move_clock(self, moment: datetime) -> None:
        """Turn the calendar, as if the days had passed; the kiosk notices at once."""
        self.clock.set(moment)
        self.app.look_at_the_clock()


def machine(size: tuple[int, int], language: Language, dots: Literal[384, 576] = 384) -> Machine:
    """The settings of a demo machine with a screen of that size in pixels."""
    width, height = size
    diagonal_in = inches(width, height)
    screen = ScreenSettings(width=width, height=height, diagonal_in=diagonal_in, language=language)
    printer = PrinterSettings(dots=dots, cutter=True)
    return Machine(screen=screen, lock=LockSettings(rest_s=1), printer=printer)


def build(
    data: Path,
    settings: Machine,
    surface: pygame.Surface,
    clock: SimulatedClock | None = None,
    cost: Cost | None = None,
    holds: Holds | None = None,
    display: Display | None = None,
    **at_start: bool,
) -> World:
    """Assemble a demo kiosk over `data`; without a clock of your own, one that stands still.

    `at_start` is how the box is found: see `simulated`.
    """
    clock = clock or SimulatedClock(FIRST_MOMENT)
    path = found(data, cost)
    levers: list[Levers] = []

    def hardware(committee: Callable[[], bytes | None], emit: Callable[[Event], None]) -> Hardware:
        built, own = simulated(settings, committee, emit, clock, **at_start)
        levers.append(own)
        return built

    stick = SimulatedStick(data / "stick")
    keys = holds or HeldHere
    app = assemble(path, "demo", settings, surface, hardware, keys, cost, stick, display)
    return World(app, levers[0], clock, surface, data, stick)
