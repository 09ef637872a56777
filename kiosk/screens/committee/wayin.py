"""The way in to the box: it says when it can be opened, and takes up what was cut off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.events import (
    BoardAsked,
    DeskAsked,
    Event,
    MembersAsked,
    NoticesAsked,
    RollCallAsked,
    TechnicianAsked,
)
from kiosk.post.calendar import Window
from kiosk.post.clock import Doubt
from kiosk.screens import parts
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.desk import statement
from kiosk.screens.layout import columns, grid, rows
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts

Way = tuple[str, str, str, Event]
"""Name, icon and words of a button, and where it leads."""

WAY_MM = 50.0
"""Room for one of them."""


@dataclass(frozen=True)
class Doubted:
    """Why the clock is not believed: the day it shows, and the last day that was known."""

    why: Doubt
    shown: date
    mark: date | None

    def said(self, texts: Texts) -> str:
        """The reason in words."""
        if self.why is Doubt.UNKNOWN or self.mark is None:
            return texts("doubt_unknown")
        days = {"shown": texts.full(self.shown), "mark": texts.full(self.mark)}
        if self.why is Doubt.BEFORE_MARK:
            return texts("doubt_before_mark", **days)
        return texts("doubt_long_after", **days)


class WayIn(Screen):
    """Before the roll call. `unfinished`: a review was cut off and may be taken up on any day.

    With `doubted` the clock cannot be believed: it says why, and the quorum may set it. Otherwise
    it leads to the desk and the members' cards; with nobody `enrolled`, to forming the committee.
    With `extra` the quorum may agree on a review out of turn.
    """

    name = "wayin"

    def __init__(
        self,
        next_window: Window | None,
        *,
        doubted: Doubted | None = None,
        can_open: bool = False,
        unfinished: bool = False,
        enrolled: bool = True,
        extra: bool = False,
    ) -> None:
        self.next_window, self.doubted = next_window, doubted
        self.can_open, self.unfinished = can_open, unfinished
        self.enrolled, self.extra = enrolled, extra

    def key(self, stroke: KeyStroke) -> Event | None:
        return BoardAsked() if stroke.control == "escape" else None

    def view(self, look: Look) -> View:
        theme = look.theme
        others, area = self._ways(look.texts), parts.column(look)
        across = area.w // theme.mm(WAY_MM)
        down = -(-len(others) // across)
        high = down * theme.target + (down - 1) * theme.gap
        head, middle, other, foot = rows(
            area, parts.header_height(look), 1.0, high, theme.primary, gap=theme.gap
        )
        return View(
            "paper",
            (
                *parts.header(look, head, look.texts("open_box")),
                *self._middle(look, middle),
                *_laid(grid(other, min(across, len(others)), down, gap=theme.gap), others),
                *self._foot(look, foot),
            ),
        )

    def _middle(self, look: Look, area: Rect) -> Iterable[Widget]:
        note = self._note(look.texts)
        high = parts.note_height(look, note[2], area.w) if note else 0
        said, more = rows(area, 1.0, high, gap=look.theme.gap)
        icon, text = self._state(look.texts)
        yield from statement(look, said, "way_state", icon, text)
        if note:
            yield from parts.note(look, more, *note, "honey")

    def _note(self, texts: Texts) -> tuple[str, str, str] | None:
        """Name, icon and words of what is to be known beside; a doubted clock comes first."""
        if self.doubted:
            return "way_doubt", "calendar", self.doubted.said(texts)
        if self.unfinished:
            return "way_unfinished", "rotate-ccw", texts("way_unfinished")
        return None

    def _state(self, texts: Texts) -> tuple[str, str]:
        if not self.enrolled:
            return "users", texts("way_nobody")
        if self.doubted:
            return "clock", texts("unlock_clock")
        if self.next_window is None:
            return "calendar", texts("way_no_window")
        return "calendar", when(texts, self.next_window)

    def _ways(self, texts: Texts) -> list[Way]:
        """To what is not the box: the desk, cards, notices, the technician's service."""
        others: list[Way] = [("technician", "wrench", texts("technician"), TechnicianAsked())]
        if self.enrolled and not self.doubted:
            others.insert(0, ("members", "key-round", texts("members_title"), MembersAsked()))
            others.insert(0, ("desk", "book-open", texts("desk_title"), DeskAsked()))
        if self.enrolled:
            others.insert(0, ("notices", "megaphone", texts("notices_title"), NoticesAsked()))
        return others

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        onward: tuple[str, str, str, Event] | None = None
        if self.can_open or self.unfinished or self.doubted:
            onward = ("roll_call", "users", self._onward(texts), RollCallAsked())
        elif self.extra:
            onward = ("extra", "calendar", texts("way_extra"), RollCallAsked())
        elif not self.enrolled:
            onward = ("members", "key-round", texts("found_title"), MembersAsked())
        wide, style = (0.5, Style.SECONDARY) if self._seldom else (0.65, Style.PRIMARY)
        split = columns(area, 1 - wide, wide, gap=look.theme.mm(4))
        back, go = split if onward else (area, area)
        yield Button("back", back, "paper", texts("back"), icon="arrow-left", act=BoardAsked())
        if onward:
            name, icon, words, event = onward
            yield Button(name, go, "paper", words, icon=icon, style=style, act=event)

    @property
    def _seldom(self) -> bool:
        """Whether all that could be begun is a review out of turn: nobody is led there."""
        return self.extra and not (self.can_open or self.unfinished or self.doubted)

    def _onward(self, texts: Texts) -> str:
        if self.doubted:
            return texts("clock_set")
        return texts("way_resume" if self.unfinished else "roll_call")


def _laid(places: Iterable[Rect], ways: Iterable[Way]) -> Iterable[Widget]:
    for place, (name, icon, words, event) in zip(places, ways, strict=False):
        yield Button(name, place, "paper", words, icon=icon, type="body*", least="small", act=event)


def when(texts: Texts, window: Window) -> str:
    """Say when the box can be opened; the window is in the school's own time."""
    start, end = texts.time(window.start), texts.time(window.end)
    return texts("unlock_when", **{"date": texts.date(window.start), "from": start, "to": end})
