"""A private reply: covered at first, in small letters, erased when its reader says so (R2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, ReplyErased
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.editor import Editor
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.parts import header, help_strip, note, paged, roomy
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.widgets import Button, Icon, Label, Style


@dataclass(frozen=True)
class Covered(Act):
    """Show the reply, or cover it."""


@dataclass(frozen=True)
class EraseWished(Act):
    """Ask whether the reply may go (True), or let it stay."""

    wished: bool


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
            case EraseWished(wished=wished):
                self._asking, self.shown, self.failed = wished, False, False
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        return BoardAsked() if stroke.control == "escape" else None

    def view(self, look: Look) -> View:
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
        if self._asking:
            return self._ask(look, body, foot)
        return (*self._page(look, body), *self._foot(look, foot))

    def _page(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        left, right = columns(area, 1.0, theme.mm(46), gap=theme.gap)
        cover, kept, _ = rows(right, theme.target, theme.mm(26), 1.0, gap=theme.gap)
        word, icon = ("reply_hide", "eye-off") if self.shown else ("reply_show", "eye")
        until = texts("reply_kept", date=texts.date(self._last_day))
        return (
            *self._sheet.widgets(look, left, covered=not self.shown, writing=False),
            Button("cover", cover, "paper", texts(word), icon=icon, act=Covered(), type="body*"),
            *note(look, kept, "kept", "calendar", until, "calm"),
        )

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        leave, erase = columns(area, 0.5, 0.5, gap=look.theme.gap * 2)
        return (
            Button("leave", leave, "paper", texts("to_board"), icon="arrow-left",
                   act=BoardAsked(), type="body*"),
            Button("erase", erase, "paper", texts("reply_read"), icon="trash-2",
                   act=EraseWished(wished=True), type="body*"),
        )  # fmt: skip

    def _ask(self, look: Look, body: Rect, foot: Rect) -> tuple[Widget, ...]:
        """The question stands where the page was, its answers away from the button that asked."""
        theme, texts = look.theme, look.texts
        ask, answers = rows(body, 1.0, theme.primary, gap=theme.gap)
        keep, erase = columns(answers, 0.5, 0.5, gap=theme.gap * 2)
        words = texts("reply_failed")
        return (
            Label("ask", ask, "paper", texts("reply_erase"), type="title", least="body*",
                  align="centre"),
            Button("keep", keep, "paper", texts("reply_keep"), act=EraseWished(wished=False),
                   style=Style.PRIMARY),
            Button("erase_now", erase, "paper", texts("erase_now"), icon="trash-2",
                   act=ReplyErased(), style=Style.DANGER),
            *(note(look, foot, "said", "info", words, "honey") if self.failed else ()),
        )  # fmt: skip

    def _over(self, look: Look, body: Rect, foot: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        sign, words = rows(body, 1.0, theme.mm(16), gap=theme.gap)
        size = theme.mm(20 if roomy(look) else 12)
        return (
            Icon("tick", centred(sign, size, size), "paper", "circle-check", colour="calm_line"),
            Label("erased", words, "paper", texts("reply_erased"), type="title", least="body*",
                  align="centre"),
            Button("leave", columns(foot, 0.5, 0.5)[0], "paper", texts("to_board"),
                   icon="arrow-left", act=BoardAsked(), type="body*"),
        )  # fmt: skip
