"""Typing a reply code: one group in sight, one sentence for all that leads to nothing (R2)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, ReplyCodeTyped
from kiosk.post.codes import DIGITS
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View
from kiosk.screens.digits import typed_groups
from kiosk.screens.layout import columns, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.parts import explained, header, help_strip, note, note_height, paged
from kiosk.screens.widgets import Button
from kiosk.texts import Texts


class Told(StrEnum):
    """What became of the last code; not ready, wrong and mistyped are one."""

    NONE = "reply_none"
    DAMAGED = "reply_damaged"
    FAILED = "reply_failed"


class EnterCode(Screen):
    """`wait` is set from outside: seconds before the next try; meanwhile no digit is taken.

    `next_reading`: when the letters are read next, and so replies may be written.
    """

    name = "enter_code"

    def __init__(self, school: School, next_reading: date | None = None) -> None:
        self._school, self._next_reading = school, next_reading
        self._digits = ""
        self._told: Told | None = None
        self._working = False
        self.wait = 0

    def tell(self, told: Told) -> None:
        """The code led to nothing; the next one may be typed, after the wait."""
        self._told, self._working = told, False

    def wipe(self) -> None:
        self._digits = ""

    def act(self, act: Act) -> Event | None:
        if self._working or self.wait:
            return None
        match act:
            case Digit(text=figure):
                return self._digit(figure)
            case Rubbed():
                self._digits = self._digits[:-1]
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return BoardAsked()
        events = [self.act(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def _digit(self, figure: str) -> Event | None:
        self._told = None
        self._digits += figure
        if len(self._digits) < DIGITS:
            return None
        typed, self._digits = self._digits, ""
        self._working = True
        return ReplyCodeTyped(typed)

    def view(self, look: Look) -> View:
        theme = look.theme
        head, body, foot = paged(look)
        whole = Rect(body.x, body.y, body.w, foot.y + foot.h - body.y)
        left, right = columns(whole, 0.52, 0.48, gap=theme.mm(4))
        icon, words, tone = self._said(look.texts)
        high = max(theme.mm(16), note_height(look, words, left.w))
        lines, said, leave = rows(left, 1.0, high, theme.target, gap=theme.gap)
        groups, keys = rows(right, theme.mm(11), 1.0, gap=theme.gap)
        return View(
            "paper",
            (
                *header(look, head, look.texts("reply_enter")),
                *explained(look, lines, (("shield", look.texts("reply_private")),)),
                *note(look, said, "said", icon, words, tone),
                Button("leave", leave, "paper", look.texts("to_board"), icon="arrow-left",
                       act=BoardAsked(), type="body*"),
                *typed_groups(groups, self._digits, DIGITS, theme.mm(1)),
                *number_pad(keys),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: what became of the last code, and what is wanted."""
        if self._working:
            return "clock", texts("roll_checking"), "calm"
        words = [texts(self._told)] if self._told else []
        if self._told is Told.NONE and self._next_reading:
            words.append(texts("reply_next", date=texts.date(self._next_reading)))
        if self.wait:
            words.append(texts("reply_wait", n=self.wait))
        if not words:
            return "key-round", texts("reply_digits"), "calm"
        return "info", ". ".join(words), "honey"
