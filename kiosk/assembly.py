"""The kiosk put together over a store, from its rooms and those who work in them."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pygame

from kiosk import events as ev
from kiosk import store as stores
from kiosk.app import App
from kiosk.config import Machine, load_school
from kiosk.doctor import glass, verdict
from kiosk.doctor.examination import Computer
from kiosk.doctor.rounds import Doctor
from kiosk.documents import Press
from kiosk.export.disk import Files
from kiosk.export.stick import Stick
from kiosk.flow.crew import Crew
from kiosk.flow.desk import Desk
from kiosk.hardware.ports import Hardware
from kiosk.keyholder import Holds
from kiosk.loop import Inbox
from kiosk.post.board import Board
from kiosk.post.cards import Cost
from kiosk.post.committee import Committee
from kiosk.screens.display import Display
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from kiosk.store import Store, StoreKind
from kiosk.workers import Worker

Build = Callable[[Callable[[], bytes | None], Callable[[ev.Event], None]], Hardware]
"""Makes a set of hardware from the committee's verify key and from where events go."""


def assemble(
    path: Path,
    kind: StoreKind,
    machine: Machine,
    surface: pygame.Surface,
    build: Build,
    holds: Holds,
    cost: Cost | None = None,
    files: Files | None = None,
    display: Display | None = None,
) -> App:
    """Put the kiosk together over the store at `path`; `holds` says who holds the keys.

    `cost` is what the reply codes of a demo cost, `files` what stands for its stick, `display` what
    `surface` is shown on if it does not hang straight.

    Raises `StoreError` (no store there, or one of the other kind: simulated hardware refuses a
    real one, real hardware a demo one) and `SettingsError` before anything is started.
    """
    stores.prepare(path, kind)
    school, committee = load_school(stores.load_school(path)), stores.load_committee(path)
    board = Board(mark=stores.load_mark(path))
    inbox = Inbox()
    hardware = build(lambda: _verify_key(desk.committee), inbox.put)
    hardware.clock.correct(stores.load_correction(path))
    screen = machine.screen
    theme = Theme.resolve(*surface.get_size(), screen.diagonal_in)
    stage = Stage(surface, theme, inbox.put, hardware.clock.monotonic, screen.language)
    store = Store(path, inbox.put)
    desk = Desk(school, stage, store, hardware, committee, machine, board)
    desk.unwell = lambda: verdict.is_red(computer.places)
    keyholder = Worker(
        "keys", lambda: holds(lambda: desk.committee), inbox.put, lambda keys: keys.end()
    )
    computer = Computer(clock=hardware.clock, ask_sdl=lambda: shows, kind=kind)
    looked_at, shows = machine.model_copy(update={"data": path.parent}), glass.shows()
    doctor = Worker("doctor", lambda: Doctor(looked_at, computer), inbox.put)
    codes = Worker("codes", lambda: cost or Cost.production(), inbox.put)
    press = Worker("papers", Press, inbox.put)
    # The kernel may try for minutes to write on a bad stick: no reason to end a meeting.
    stick = Worker(
        "stick", lambda: Stick(machine.stick.mount, files), inbox.put, patience_s=math.inf
    )
    crew = Crew(keyholder, doctor, codes, press, stick)
    return App(desk, inbox, crew, display or Display(surface))


def _verify_key(committee: Committee | None) -> bytes | None:
    return committee.verify_key if committee else None
