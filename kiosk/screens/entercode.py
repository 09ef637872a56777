"""Typing a reply code: one group in sight, one sentence for all that leads to nothing (R2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, ReplyCodeTyped
from kiosk.post.codes import DIGITS, GROUP
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.digits import typed_groups
from kiosk.screens.explaining import explained
from kiosk.screens.layout import columns, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.parts import header, help_strip, note, note_height, paged, upright
from kiosk.screens.widgets import Button
from kiosk.texts import Texts


class Told(StrEnum):
    """What became of the last code; not ready, never answered, erased, wrong, mistyped are one."""

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
                self._rub()
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return BoardAsked()
        events = [self.act(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def _rub(self) -> None:
        """Take a digit back, or a hidden group whole: none comes into sight again."""
        hidden = len(self._digits) % GROUP == 0
        self._digits = self._digits[: -GROUP if hidden else -1]

    def _digit(self, figure: str) -> Event | None:
        self._told = None
        self._digits += figure
        if len(self._digits) < DIGITS:
            return None
        typed, self._digits = self._digits, ""
        self._working = True
        return ReplyCodeTyped(typed)

    def view(self, look: Look) -> View:
        head, body, foot = paged(look)
        icon, words, tone = self._said(look.texts)
        whole = body._replace(h=foot.y + foot.h - body.y)
        lines, said, leave, groups, keys = _places(look, whole, words)
        return View(
            "paper",
            (
                *header(look, head, look.texts("reply_enter")),
                *explained(look, lines, self._lines(look.texts)),
                *note(look, said, "said", icon, words, tone),
                Button("leave", leave, "paper", look.texts("to_board"), icon="arrow-left",
                       act=BoardAsked(), type="body*"),
                *self._groups(look, groups),
                *number_pad(keys, enabled=not (self._working or self.wait)),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip

    def _groups(self, look: Look, area: Rect) -> Iterable[Widget]:
        """What is typed, or in its place how long the keys stay grey."""
        if not self.wait:
            wrong = bool(self._told) and not self._digits
            return typed_groups(area, self._digits, DIGITS, look.theme.mm(1), wrong=wrong)
        words = look.texts("reply_wait", n=self.wait)
        return note(look, area, "wait", "clock", words, "honey")

    def _lines(self, texts: Texts) -> tuple[tuple[str, str], ...]:
        """What to mind; after a code that led to nothing, what there is to hope for (R2, R5)."""
        if self._told is not Told.NONE:
            return (("shield", texts("reply_private")),)
        return (
            ("users", texts("reply_not_all")),
            ("calendar", texts.many("reply_days", self._school.reply_days)),
            ("phone", texts("reply_help", number=self._school.helpline)),
        )

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: what became of the last code, and what is wanted."""
        if self._working:
            return "clock", texts("roll_checking"), "calm"
        words = [texts(self._told)] if self._told else []
        if self._told is Told.NONE and self._next_reading:
            words.append(texts("reply_next", date=texts.date(self._next_reading)))
        if not words:
            return "key-round", texts("reply_digits"), "calm"
        if self._told is Told.NONE:
            return "info", ". ".join(words), "honey"
        return "triangle-alert", ". ".join(words), "alarm"


def _places(look: Look, area: Rect, words: str) -> tuple[Rect, Rect, Rect, Rect, Rect]:
    """Return where lines, what is said, the way back, the groups and the keys stand."""
    theme = look.theme
    least = theme.mm(16)
    if upright(look):
        high = max(least, note_height(look, words, area.w))
        lines, said, groups, keys, leave = rows(
            area, 1.0, high, theme.mm(14), theme.mm(76), theme.target, gap=theme.gap
        )
        return lines, said, leave, groups, keys
    left, right = columns(area, 0.52, 0.48, gap=theme.mm(4))
    high = max(least, note_height(look, words, left.w))
    lines, said, leave = rows(left, 1.0, high, theme.target, gap=theme.gap)
    groups, keys = rows(right, theme.mm(11), 1.0, gap=theme.gap)
    return lines, said, leave, groups, keys
