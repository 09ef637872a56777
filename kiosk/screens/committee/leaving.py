"""A frame whose way out asks once, and one large sentence: what the screens of a meeting share."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import Event
from kiosk.screens import lettering, parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.theme import Theme
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

    def head_high(self, look: Look) -> int:
        """Pixels of the header."""
        return look.theme.target

    @abstractmethod
    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Return the widgets below the header."""

    @abstractmethod
    def parting(self, look: Look) -> Parting:
        """Return the question before leaving."""

    def view(self, look: Look) -> View:
        head, area = rows(parts.column(look), self.head_high(look), 1.0, gap=look.theme.gap)
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
        if stroke.control != "escape":
            return self.keyed(stroke)
        back = self.backward()
        return self.act(back) if isinstance(back, Act) else back

    def backward(self) -> Act | Event | None:
        """What the escape key means: what the way back on the screen means, if there is one."""
        return AskLeave()

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


STATED = (("title", "lead"), ("lead*", "body"), ("body*", "small"), ("small*", "small"))
"""Letters of a sentence and its lead: the largest for which there is room."""


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
    wide = min(area.w, theme.mm(150))
    side = min(max(theme.mm(18), area.h // 6), theme.mm(30), area.h // 3)
    room = area.h - side - 2 * theme.gap
    first, second = _said(theme, text, lead, wide, room)
    side = max(theme.mm(4), min(side, area.h - first - second - 2 * theme.gap))
    middle = centred(area, wide, min(area.h, side + first + second + 2 * theme.gap))
    sign, below, under = rows(middle, side, 1.0, second, gap=theme.gap)
    yield Icon(f"{name}_icon", sign, "paper", icon, colour=colour)
    yield Label(
        name, below, "paper", text, type="title", least="small*", align="centre", valign="top"
    )
    if lead:
        yield Label(
            f"{name}_lead", under, "paper", lead, type="lead", least="small", align="centre"
        )


def _said(theme: Theme, text: str, lead: str, wide: int, room: int) -> tuple[int, int]:
    """Pixels of a sentence and its lead; they are enlarged only where there is room."""
    sizes = [(theme.type(one), theme.type(other)) for one, other in STATED[:1]]
    sizes += [(theme.least(one), theme.least(other)) for one, other in STATED]
    high = (0, 0)
    for one, other in sizes:
        second = lettering.block(lead, other, wide) if lead else 0
        high = lettering.block(text, one, wide), second
        if sum(high) <= room:
            break
    return high
