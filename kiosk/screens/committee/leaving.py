"""A frame whose way out asks once, and one large sentence: what the screens of a meeting share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import Event
from kiosk.screens import lettering, parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Button, Icon, Label, Style


@dataclass(frozen=True)
class AskLeave(Act):
    """Leave? Coming back costs everyone a card, so it is asked once."""


@dataclass(frozen=True)
class Stay(Act):
    """Back to where we were."""


@dataclass(frozen=True)
class Parting:
    """What is asked of who wants to leave, what it costs them, and the event that leaves."""

    ask: str
    cost: str
    event: Event


class Leaving(Screen):
    """Header above `body`; who touches `AskLeave` in the header finds the question in its place."""

    def __init__(self) -> None:
        self._leaving = False

    @abstractmethod
    def header(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Return the widgets above; without a way out while it is asked for."""

    @abstractmethod
    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Return the widgets below the header."""

    @abstractmethod
    def parting(self, look: Look) -> Parting:
        """Return the question before leaving."""

    def view(self, look: Look) -> View:
        head, area = rows(parts.page(look), look.theme.target, 1.0, gap=look.theme.gap)
        inside = self._question(look, area) if self._leaving else self.body(look, area)
        return View("paper", (*self.header(look, head), *inside))

    def act(self, act: Act) -> Event | None:
        match act:
            case AskLeave():
                self._leaving = True
            case Stay():
                self._leaving = False
            case _:
                return self.do(act)
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self._leaving:
            self._leaving = stroke.control != "escape"
            return None
        return self.keyed(stroke)

    def do(self, act: Act) -> Event | None:
        """Do what a touch in the body means."""
        return None

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a key of a USB keyboard or a scanner; not while it is asked whether to leave."""
        return None

    def _question(self, look: Look, area: Rect) -> Iterable[Widget]:
        parting = self.parting(look)
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        yield from statement(look, words, "leave_ask", "door-open", parting.ask, lead=parting.cost)
        left, right = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        stay, out = look.texts("leave_stay"), look.texts("sign_out")
        yield Button("stay", left, "paper", stay, style=Style.PRIMARY, act=Stay())
        yield Button("leave_sure", right, "paper", out, icon="x", act=parting.event)


def statement(
    look: Look,
    area: Rect,
    name: str,
    icon: str,
    text: str,
    *,
    lead: str = "",
    colour: str = "action",
) -> Iterable[Widget]:
    """One large icon above one large sentence, in the middle of the area; `lead` is quieter."""
    theme = look.theme
    wide, side = min(area.w, theme.mm(150)), min(theme.mm(18), area.h // 3)
    first = _height(text, theme.type("title"), wide)
    second = _height(lead, theme.type("lead"), wide) if lead else 0
    high = min(area.h, side + first + second + 2 * theme.gap)
    sign, below, under = rows(centred(area, wide, high), side, 1.0, second, gap=theme.gap)
    yield Icon(f"{name}_icon", sign, "paper", icon, colour=colour)
    yield Label(
        name, below, "paper", text, type="title", least="small*", align="centre", valign="top"
    )
    if lead:
        yield Label(
            f"{name}_lead", under, "paper", lead, type="lead", least="small", align="centre"
        )


def _height(text: str, letters: Type, room: int) -> int:
    return lettering.height(len(lettering.wrap(text, letters, room)), letters)
