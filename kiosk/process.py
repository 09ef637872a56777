"""The kiosk as a process: it begins on the real hardware, and begins anew after a meeting."""

from __future__ import annotations

import logging
import os
import sys
from typing import NoReturn
from zoneinfo import ZoneInfo

import pygame
import pygame.font

from kiosk import store as stores
from kiosk.app import App, Ending
from kiosk.assembly import Build, assemble
from kiosk.boardonly import BoardOnly
from kiosk.config import Machine, ScreenSettings, load_school
from kiosk.doctor.disk import must_last
from kiosk.export.bulletin import Bulletins, bulletin_in
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.connectors import choose_card
from kiosk.hardware.pi import pi
from kiosk.hardware.ports import NoScreen
from kiosk.keyholder.child import HeldByChild
from kiosk.loop import Inbox
from kiosk.screens.display import Display, Turn
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme

SDL_ON_A_PI = {
    "SDL_RENDER_DRIVER": "opengles2",
    "SDL_FRAMEBUFFER_ACCELERATION": "opengles2",
    "SDL_NO_SIGNAL_HANDLERS": "1",
}
"""Without the first two a Pi without a desktop reports frames and shows black; without the third
SDL swallows SIGTERM."""


def run(machine: Machine) -> int:
    """Run the kiosk on the real hardware until it is asked to stop; returns the exit code."""
    stores.prepare(machine.store, "real")
    must_last(machine.data)
    zone = ZoneInfo(load_school(stores.load_school(machine.store)).timezone)
    build: Build = lambda committee, emit: pi(machine, committee, emit, zone)  # noqa: E731
    display = Display(_glass(machine.screen), turn(machine.screen))
    surface, holds = display.surface, HeldByChild
    return lived(assemble(machine.store, "real", machine, surface, build, holds, display=display))


def run_board(machine: Machine) -> int:
    """Run a second board until it is asked to stop; returns the exit code.

    Raises NoBulletin where nothing was ever hung up here.
    """
    bulletins = Bulletins(bulletin_in(machine.data))
    first = bulletins.first()
    display = Display(_glass(machine.screen), turn(machine.screen))
    clock, inbox = SystemClock(ZoneInfo(first.school.timezone)), Inbox()
    screen = machine.screen
    theme = Theme.resolve(*display.surface.get_size(), screen.diagonal_in)
    stage = Stage(display.surface, theme, inbox.put, clock.monotonic, screen.language)
    BoardOnly(first, bulletins.changed, stage, inbox, clock, display).run()
    pygame.quit()
    return 0


def lived(app: App) -> int:
    """Run to the end and return the exit code; after a meeting this process begins anew (law 10).

    Nothing of it stays in memory then, and the process keeps its number: who looks after it sees
    no end. Lock, pins, store and screen are let go of before.
    """
    app.desk.renews = True
    ending = app.run()
    pygame.quit()
    if ending is Ending.RENEWED:
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - ourselves
    return 0


def leave(code: int) -> NoReturn:
    """End this process at once, with this exit code.

    Everything was let go of by now; to take Python itself apart takes much longer than all of that,
    and who pulls the plug after a stop does not wait.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code)


def turn(screen: ScreenSettings) -> Turn:
    """How the panel and what feels fingers on it hang, by the settings."""
    picture, touch = screen.rotation // 90, screen.touch_rotation // 90
    return Turn(picture, touch, mirrored=screen.touch_mirrored)


def _glass(screen: ScreenSettings) -> pygame.Surface:
    """Return the whole touch screen, to draw on."""
    for name, value in SDL_ON_A_PI.items():
        os.environ.setdefault(name, value)
    choose_card()
    try:
        pygame.display.init()
        pygame.font.init()
        flags = pygame.FULLSCREEN if screen.fullscreen else 0
        surface = pygame.display.set_mode((screen.width, screen.height), flags)
    except pygame.error as error:
        raise NoScreen(f"no picture can be shown on a screen here ({error})") from None
    pygame.mouse.set_visible(False)
    return surface
