"""The dock beside the demo's screen: hands that move the simulated hardware.

It is a stage of its own in the same window; its buttons pull levers, never the application.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pygame

from kiosk.demo.school import CARDS, PIN, RECOVERY
from kiosk.demo.strip import read_paper
from kiosk.demo.world import World
from kiosk.post.clock import ClockLevel
from kiosk.screens.base import Act, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Label
from kiosk.texts import Texts

WIDTH = 360
HEIGHT = 720
"""The least that has room for the levers and a strip of paper."""

GROUND = "key_control"
THEME = Theme(px_per_mm=4.2)
"""The dock is for a mouse on a desk: no millimetres of glass."""

WORDS = frozenset({"title", "state", "time", "cards", "strip"})
"""Places that cannot be touched."""

DIGITS = {f"card_{role}": code for role, code in CARDS.items()} | {
    "pin": PIN,
    "envelope": RECOVERY,
}
"""What each thing that is held here types."""

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
            "stick": world.stick.move,
        }

    def view(self, look: Look) -> View:
        """Levers in three groups, and the paper; in the language of the kiosk beside it."""
        texts = Texts(self._world.app.desk.stage.language)
        rects = places(look.width, look.height)
        labels = {
            "title": (texts("dock_title"), "lead*"),
            "state": (self._state(texts), "small"),
            "time": (self._time(texts), "small*"),
            "cards": (texts("dock_cards"), "small*"),
        }
        return View(
            GROUND,
            (
                *(_label(name, rects[name], *said) for name, said in labels.items()),
                *(self._lever(texts, name, rects[name]) for name in self._levers),
                *(
                    _held(f"card_{role}", rects[f"card_{role}"], texts(role), "key-round")
                    for role in CARDS
                ),
                _held("envelope", rects["envelope"], texts("envelope_name"), "mail"),
                _held("pin", rects["pin"], texts("dock_pin", pin=PIN), "wrench"),
                *self._strip(rects["strip"]),
            ),
        )

    def act(self, act: Act) -> None:
        """Pull the lever."""
        if isinstance(act, Pull):
            self._levers[act.lever]() if act.lever in self._levers else self._type(act.lever)

    def _lever(self, texts: Texts, lever: str, rect: Rect) -> Widget:
        words = texts(self._word(lever))
        return Button(lever, rect, GROUND, words, type="small*", least="small", act=Pull(lever))

    def _strip(self, rect: Rect) -> tuple[Widget, ...]:
        papers = self._world.levers.papers
        dots = self._world.app.desk.hardware.printer.dots
        return (Strip("strip", rect, GROUND, papers[-1], dots),) if papers else ()

    def _word(self, lever: str) -> str:
        levers = self._world.levers
        if lever == "stick":
            return f"dock_stick_{self._world.stick.state}"
        turned = {
            "slot": levers.slot_is_blocked,
            "door": levers.door_is_open,
            "paper": not levers.paper_loaded,
            "plug": not levers.printer_plugged,
            "clock": not self._world.clock.level.trusted,
        }
        return f"dock_{lever}_back" if turned.get(lever) else f"dock_{lever}"

    def _state(self, texts: Texts) -> str:
        return texts("dock_lock_open" if self._world.levers.coil_on else "dock_lock_held")

    def _time(self, texts: Texts) -> str:
        now = self._world.clock.now().astimezone(self._world.app.desk.zone)
        return f"{texts.day(now.date())}, {texts.time(now)}"

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

    def _type(self, held: str) -> None:
        """Type the PIN or the envelope, or hold the card to the scanner, which types it."""
        for digit in DIGITS[held]:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=digit))


def places(width: int, height: int) -> dict[str, Rect]:
    """Where each lever, card and label stands, by name; `strip` gets what is left."""
    page = inset(Rect(0, 0, width, height), 14, 10)
    line, words = 46, 24
    title, *box, stick, state, time, clock, cards, first, second, third, pin, strip = rows(
        page, 30, *[line] * 4, words, words, line, words, *[line] * 4, 1.0, gap=5
    )
    pairs = zip((("drop", "slot"), ("door", "force"), ("paper", "plug")), box, strict=True)
    cells = {
        name: cell
        for names, row in (*pairs, (("window", "day", "clock"), clock))
        for name, cell in zip(names, columns(row, *[1.0] * len(names), gap=6), strict=True)
    }
    holders = zip(CARDS, (first, second, third), strict=True)
    envelope, pin = columns(pin, 1.0, 1.0, gap=6)
    return {
        "title": title,
        "state": state,
        "time": time,
        "cards": cards,
        "stick": stick,
        "pin": pin,
        "envelope": envelope,
        "strip": strip,
        **cells,
        **{f"card_{role}": row for role, row in holders},
    }


def _label(name: str, rect: Rect, text: str, letters: str) -> Widget:
    return Label(name, rect, GROUND, text, type=letters, least="small")


def _held(name: str, rect: Rect, words: str, icon: str) -> Widget:
    return Button(name, rect, GROUND, words, act=Pull(name), type="small", least="small", icon=icon)
