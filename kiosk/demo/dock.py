"""The dock beside the demo's screen: hands that move the simulated hardware.

It is a stage of its own in the same window; its buttons pull levers, never the application.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pygame

from kiosk.demo.school import CARDS
from kiosk.demo.strip import read_paper
from kiosk.demo.world import World
from kiosk.post.clock import ClockLevel
from kiosk.post.roles import Role
from kiosk.screens.base import Act, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Label

WIDTH = 360
GROUND = "key_control"
THEME = Theme(px_per_mm=4.2)
"""The dock is for a mouse on a desk: no millimetres of glass."""

INTO_WINDOW = timedelta(minutes=10)
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Pull(Act):
    """One lever."""

    lever: str


@dataclass(frozen=True)
class Strip(Widget):
    """The last paper that came out, drawn from its bytes."""

    paper: bytes = field(repr=False)
    dots: int

    def paint(self, brush: Brush, *, pressed: bool) -> None:  # noqa: ARG002
        """Draw the strip as wide as the dock, from its upper edge down."""
        picture = read_paper(self.paper, self.dots).convert("RGB")
        surface = pygame.image.frombuffer(picture.tobytes(), picture.size, "RGB")
        scale = min(self.rect.w / picture.width, self.rect.h / picture.height, 1.0)
        size = (round(picture.width * scale), round(picture.height * scale))
        left = self.rect.x + (self.rect.w - size[0]) // 2
        brush.surface.blit(pygame.transform.smoothscale(surface, size), (left, self.rect.y))


class Dock(Screen):
    """All levers on one page; what a lever says follows from where it stands."""

    name = "dock"

    def __init__(self, world: World) -> None:
        self._world = world
        levers = world.levers
        self._levers: dict[str, Callable[[], object]] = {
            "drop": levers.drop_letter,
            "slot": lambda: (levers.clear_slot if levers.slot_is_blocked else levers.block_slot)(),
            "door": self._door,
            "force": levers.force_door,
            "paper": lambda: (levers.take_paper if levers.paper_loaded else levers.load_paper)(),
            "plug": lambda: (
                levers.unplug_printer if levers.printer_plugged else levers.plug_printer
            )(),
            "window": self._next_window,
            "day": self._next_day,
            "clock": self._doubt,
        }

    def view(self, look: Look) -> View:
        """Four groups of levers, and the paper."""
        page = inset(Rect(0, 0, look.width, look.height), 14, 12)
        line = 44
        parts = rows(page, 34, *[line] * 5, 30, *[line] * 2, 30, *[line] * 3, 1.0, gap=6)
        head, *box = parts[:6]
        clock, *time = parts[6:9]
        cards, *holders = parts[9:13]
        widgets = [
            self._label("title", head, look.texts("dock_title"), "lead*"),
            *self._pair(look, box[0], "drop", "slot"),
            *self._pair(look, box[1], "door", "force"),
            *self._pair(look, box[2], "paper", "plug"),
            self._label("state", box[3], self._state(look), "small"),
            self._label("time", clock, self._time(look), "small*"),
            *self._pair(look, time[0], "window", "day"),
            *self._pair(look, time[1], "clock"),
            self._label("cards", cards, look.texts("dock_cards"), "small*"),
            *(self._card(look, cell, role) for cell, role in zip(holders, CARDS, strict=True)),
        ]
        papers = self._world.levers.papers
        if papers:
            dots = self._world.app.desk.hardware.printer.dots
            widgets.append(Strip("strip", parts[13], GROUND, papers[-1], dots))
        return View(GROUND, tuple(widgets))

    def act(self, act: Act) -> None:
        """Pull the lever."""
        if isinstance(act, Pull):
            self._levers[act.lever]() if act.lever in self._levers else self._type(act.lever)

    def _pair(self, look: Look, row: Rect, *levers: str) -> list[Widget]:
        cells = columns(row, *[1.0] * len(levers), gap=6)
        return [
            Button(lever, cell, GROUND, look.texts(self._word(lever)), type="small*",
                   act=Pull(lever), least="small")
            for lever, cell in zip(levers, cells, strict=True)
        ]  # fmt: skip

    def _card(self, look: Look, cell: Rect, role: Role) -> Widget:
        return Button(
            f"card_{role}", cell, GROUND, look.texts(role), act=Pull(role),
            type="small", least="small", icon="key-round",
        )  # fmt: skip

    def _label(self, name: str, rect: Rect, text: str, letters: str) -> Widget:
        return Label(name, rect, GROUND, text, type=letters, least="small")

    def _word(self, lever: str) -> str:
        levers = self._world.levers
        turned = {
            "slot": levers.slot_is_blocked,
            "door": levers.door_is_open,
            "paper": not levers.paper_loaded,
            "plug": not levers.printer_plugged,
            "clock": not self._world.clock.level.trusted,
        }
        return f"dock_{lever}_back" if turned.get(lever) else f"dock_{lever}"

    def _state(self, look: Look) -> str:
        return look.texts("dock_lock_open" if self._world.levers.coil_on else "dock_lock_held")

    def _time(self, look: Look) -> str:
        now = self._world.clock.now().astimezone(self._world.app.desk.zone)
        return f"{look.texts.day(now.date())}, {look.texts.time(now)}"

    def _door(self) -> None:
        levers = self._world.levers
        (levers.shut_door if levers.door_is_open else levers.pull_door)()

    def _next_window(self) -> None:
        desk = self._world.app.desk
        now = self._world.clock.now()
        here = desk.calendar.window_at(now)
        after = desk.calendar.next_window(here.end if here else now)
        if after is not None:
            self._world.move_clock(after.start + INTO_WINDOW)

    def _next_day(self) -> None:
        self._world.move_clock(self._world.clock.now() + A_DAY)

    def _doubt(self) -> None:
        clock = self._world.clock
        clock.level = ClockLevel.UNKNOWN if clock.level.trusted else ClockLevel.RTC
        self._world.app.look_at_the_clock()

    def _type(self, role: str) -> None:
        """Hold the card to the scanner, which types it."""
        for digit in CARDS[Role(role)]:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=digit))
