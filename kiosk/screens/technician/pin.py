"""The technician's PIN on the number pad; what was typed is never shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import BoardAsked, Event, PinTyped
from kiosk.post.pin import LEAST, MOST, Answer
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.paint import Brush
from kiosk.screens.widgets import Button
from kiosk.texts import Texts

SENTENCES = {Answer.NONE_SET: "pin_none", Answer.UNKNOWN: "pin_failed"}


@dataclass(frozen=True)
class Typed(Act):
    """All digits are typed."""


@dataclass(frozen=True)
class Beads(Widget):
    """One disc for each digit."""

    count: int

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, "sheet", line="line")
        for bead in columns(self.rect, *[1.0] * MOST)[: self.count]:
            middle = (bead.x + bead.w // 2, bead.y + bead.h // 2)
            brush.disc(*middle, max(2, min(bead.w // 3, brush.theme.mm(1.4))), "ink")


class Pin(Screen):
    """Digits are kept here only until they are sent. While `wait_s` lasts, none are taken."""

    name = "pin"

    def __init__(self, wait_s: int = 0) -> None:
        self.wait_s = wait_s
        self.working = False
        self.answer: Answer | None = None
        self._digits = ""

    def wipe(self) -> None:
        self._digits = ""

    def act(self, act: Act) -> Event | None:
        if self.working or self.wait_s:
            return None
        match act:
            case Digit(text=figure) if len(self._digits) < MOST:
                self._digits, self.answer = self._digits + figure, None
            case Rubbed():
                self._digits = self._digits[:-1]
            case Typed() if len(self._digits) >= LEAST:
                typed, self._digits, self.working = self._digits, "", True
                return PinTyped(typed)
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return BoardAsked()
        if stroke.control == "return":
            return self.act(Typed())
        for act in number_acts(stroke):
            self.act(act)
        return None

    def view(self, look: Look) -> View:
        head, body = rows(parts.column(look), parts.header_height(look), 1.0, gap=look.theme.gap)
        left, right = parts.abreast(look, body, (0.55, 0.45), (0.45, 0.55), look.theme.mm(4))
        title = parts.header(look, head, look.texts("technician"))
        return View("paper", (*title, *self._told(look, left), *self._pad(look, right)))

    def _told(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, about, _, foot = rows(
            area, theme.mm(18), theme.mm(18), 1.0, theme.target, gap=theme.gap
        )
        yield from parts.note(look, said, "said", *self._said(texts))
        yield from parts.note(look, about, "about", "shield", texts("tech_about"), "calm")
        yield Button("back", foot, "paper", texts("back"), icon="arrow-left", act=BoardAsked())

    def _said(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: what to do, or why not."""
        if self.working:
            return "clock", texts("pin_checking"), "calm"
        if self.wait_s:
            wait = texts("pin_wait", seconds=self.wait_s)
            return "triangle-alert", f"{texts('wrong_pin')}. {wait}", "alarm"
        if self.answer in SENTENCES:
            return "triangle-alert", texts(SENTENCES[self.answer]), "alarm"
        if self.answer is Answer.WRONG:
            return "triangle-alert", texts("wrong_pin"), "alarm"
        return "key-round", f"{texts('enter_pin')}. {texts('pin_digits')}", "honey"

    def _pad(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        beads, keys, send = rows(area, theme.mm(9), 1.0, theme.target, gap=theme.gap)
        yield Beads("beads", beads, "paper", len(self._digits))
        yield from number_pad(keys)
        enabled = len(self._digits) >= LEAST and not (self.working or self.wait_s)
        yield Button(
            "send_pin", send, "paper", texts("confirm"), icon="check",
            act=Typed(), enabled=enabled,
        )  # fmt: skip
