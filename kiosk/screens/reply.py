"""A private reply: covered at first, in small letters, erased when its reader says so (R2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.drawings import Drawing
from kiosk.screens.editor import Editor
from kiosk.screens.erasing import REPLY, EraseAsked, EraseDenied, erase_view
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import (
    abreast,
    actions,
    header,
    help_strip,
    note,
    note_height,
    paged,
    upright,
)
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.widgets import Button, Label


@dataclass(frozen=True)
class Covered(Act):
    """Show the reply, or cover it."""


class Reply(Screen):
    """`failed` is set from outside: it could not be erased. `shown` while it can be read."""

    name = "reply"

    def __init__(self, school: School, text: str, last_day: date) -> None:
        self._school, self._last_day = school, last_day
        self._editor = Editor(text, drawable=lettering.drawable().__contains__)
        self._sheet = Sheet(self._editor)
        self._asking = self._erased = False
        self.shown = self.failed = False

    def cover(self) -> None:
        self.shown = False

    def wipe(self) -> None:
        self._editor.clear()

    def done(self) -> None:
        """It is erased: nothing of it is left here either."""
        self._erased, self._asking = True, False
        self.wipe()

    def act(self, act: Act) -> Event | None:
        match act:
            case Covered():
                self.shown = not self.shown
            case Scrolled(lines=lines):
                self._sheet.scroll(lines)
            case EraseAsked() | EraseDenied():
                self._asking = isinstance(act, EraseAsked)
                self.shown = self.failed = False
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self.shown:
            self._sheet.read(stroke)
        if stroke.control != "escape":
            return None
        if self._asking:
            self._asking = False
            return None
        return BoardAsked()

    def view(self, look: Look) -> View:
        if self._asking:
            trouble = "reply_failed" if self.failed else ""
            return erase_view(look, self._school, REPLY, trouble)
        head, body, foot = paged(look)
        return View(
            "paper",
            (
                *header(look, head, look.texts("reply_title")),
                *self._body(look, body, foot),
                *help_strip(look, self._school),
            ),
        )

    def _body(self, look: Look, body: Rect, foot: Rect) -> tuple[Widget, ...]:
        if self._erased:
            return self._over(look, body, foot)
        return (*self._page(look, body), *self._foot(look, foot))

    def _page(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        until = texts("reply_kept", date=texts.date(self._last_day))
        left, cover, kept = self._places(look, area, until)
        word, icon = ("reply_hide", "eye-off") if self.shown else ("reply_show", "eye")
        return (
            *self._sheet.widgets(look, left, covered=not self.shown, writing=False),
            Button("cover", cover, "paper", texts(word), icon=icon, act=Covered(), type="body*"),
            *note(look, kept, "kept", "calendar", until, "calm"),
        )

    def _places(self, look: Look, area: Rect, until: str) -> tuple[Rect, Rect, Rect]:
        """Where the page, the button that covers it and the note stand."""
        theme = look.theme
        if upright(look):
            page, cover, kept = rows(
                area, 1.0, theme.target, note_height(look, until, area.w), gap=theme.gap
            )
            return page, cover, kept
        page, right = columns(area, 1.0, theme.mm(46), gap=theme.gap)
        high = note_height(look, until, right.w)
        cover, kept, _ = rows(right, theme.target, high, 1.0, gap=theme.gap)
        return page, cover, kept

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        leave, erase = actions(look, area, 0.5, 0.5)
        return (
            Button("leave", leave, "paper", texts("to_board"), icon="arrow-left",
                   act=BoardAsked(), type="body*"),
            Button("erase", erase, "paper", texts("reply_read"), icon="trash-2",
                   act=EraseAsked(), type="body*"),
        )  # fmt: skip

    def _over(self, look: Look, body: Rect, foot: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        side = min(theme.mm(96), body.h)
        sign, words = abreast(look, body, (side, 1.0), (0.6, 0.4), gap=theme.margin)
        return (
            Drawing("tick", sign, "paper", "erased"),
            Label("erased", words, "paper", texts("reply_erased"), type="display", least="title"),
            Button("leave", actions(look, foot, 0.5, 0.5)[0], "paper", texts("to_board"),
                   icon="arrow-left", act=BoardAsked(), type="body*"),
        )  # fmt: skip
