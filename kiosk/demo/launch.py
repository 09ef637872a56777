"""The demo's door: what `kiosk demo` asks for, and how it begins."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame
import pygame.font
import typer

from kiosk.demo import dock
from kiosk.demo.dock import Dock
from kiosk.demo.geometry import geometry
from kiosk.demo.school import found, goes_on
from kiosk.demo.tour import tour
from kiosk.demo.world import World, build, machine
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.letters import Language
from kiosk.screens.display import Display, Turn
from kiosk.screens.stage import Stage

SIZE = (1280, 800)
NO_DISPLAY = frozenset({"dummy", "offscreen"})
"""What SDL falls back to, without a word, when nobody could see anything."""

TOUR_WITHOUT_DISPLAY = Path("build/tour")


@dataclass(frozen=True)
class DemoOptions:
    """What the command line asks of the demo.

    `data` is kept and taken up again; None is a directory that goes away with the demo. `tour` is
    where the tour leaves its pictures. `size` (pixels) is of the kiosk without its dock, `at` the
    place of the window. `geometry` prints where everything is, and opens nothing. In new `data`
    without `committee` it is still to be formed.
    """

    data: Path | None = None
    tour: Path | None = None
    dock: bool = True
    size: tuple[int, int] | None = None
    at: tuple[int, int] | None = None
    rotation: int = 0
    language: Language = Language.KY
    geometry: bool = False
    committee: bool = True


def demo(options: DemoOptions) -> int:
    """Run the demo; returns the process's exit code."""
    if options.geometry:
        typer.echo(json.dumps(geometry(), ensure_ascii=False, indent=1))
        return 0
    if options.tour is not None:
        return tour(options.tour)
    if not _has_display():
        typer.echo(f"There is no display here: the tour runs instead, into {TOUR_WITHOUT_DISPLAY}.")
        return tour(TOUR_WITHOUT_DISPLAY)
    with _data(options) as data:
        _open(options, data)
    return 0


def _has_display() -> bool:
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_NO_SIGNAL_HANDLERS", "1")
    try:
        pygame.display.init()
    except pygame.error:
        return False
    chosen = os.environ.get("SDL_VIDEODRIVER")
    return chosen is not None or pygame.display.get_driver() not in NO_DISPLAY


@contextmanager
def _data(options: DemoOptions) -> Iterator[Path]:
    if options.data is not None:
        options.data.mkdir(parents=True, exist_ok=True)
        yield options.data
        return
    with TemporaryDirectory(prefix="kiosk-demo-") as folder:
        yield Path(folder)


def _open(options: DemoOptions, data: Path) -> None:
    size = options.size or SIZE
    beside = dock.WIDTH if options.dock else 0
    if options.at is not None:
        os.environ["SDL_VIDEO_WINDOW_POS"] = "{},{}".format(*options.at)
    pygame.font.init()
    flags = pygame.NOFRAME if options.at is not None else 0
    height = max(size[1], dock.HEIGHT) if options.dock else size[1]
    display = _turned((size[0] + beside, height), flags, options.rotation // 90)
    window = display.surface
    pygame.display.set_caption("Ишеним почтасы")
    surface = window.subsurface((0, 0, *size)) if options.dock else window
    clock = SimulatedClock(goes_on(found(data, formed=options.committee)), running=True)
    world = build(data, machine(size, options.language), surface, clock, display=display)
    if options.dock:
        _add_dock(world, window, size, options.language)
    world.app.run()
    pygame.quit()


def _turned(picture: tuple[int, int], flags: int, quarters: int) -> Display:
    """Return a window in which the picture lies on its side, as on a panel that hangs so."""
    panel = picture if quarters % 2 == 0 else (picture[1], picture[0])
    return Display(pygame.display.set_mode(panel, flags), Turn(quarters))


def _add_dock(
    world: World, window: pygame.Surface, size: tuple[int, int], language: Language
) -> None:
    surface = window.subsurface((size[0], 0, dock.WIDTH, window.get_height()))
    desk = world.app.desk
    monotonic = desk.hardware.clock.monotonic
    emit = world.app.inbox.put
    stage = Stage(surface, dock.THEME, emit, monotonic, language, origin=(size[0], 0))
    stage.show(Dock(world))
    world.app.add_stage(stage)
