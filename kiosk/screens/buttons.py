"""What is pressed: buttons and chips, and how they are dressed."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.screens import lettering
from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import centred, columns, inset
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme, Type


class Style(StrEnum):
    """How loudly a button calls."""

    PRIMARY = "primary"  # one a screen, at least `theme.primary` high
    INVITING = "inviting"  # the same on night
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    NIGHT = "night"  # secondary on night
    HELP = "help"  # the same on every screen


@dataclass(frozen=True)
class Dress:
    """Colours of one style."""

    fill: str
    pressed: str
    ink: str
    line: str = ""


DRESSES = {
    Style.PRIMARY: Dress("action", "action_pressed", "on_action"),
    Style.INVITING: Dress("sun", "sun_pressed", "night"),
    Style.SECONDARY: Dress("mist", "mist_pressed", "ink", "line"),
    Style.QUIET: Dress("", "mist_pressed", "ink"),
    Style.DANGER: Dress("danger", "danger_pressed", "on_action"),
    Style.HELP: Dress("calm", "calm_pressed", "ink", "calm_line"),
    Style.NIGHT: Dress("dusk", "dusk_pressed", "snow", "dusk_line"),
}
DISABLED = Dress("disabled", "disabled", "muted")
GIVES_MM = 0.6
"""What is pressed gives way so far on every side: it is seen without colours, too."""
CHOSEN_MM = 0.6
"""Border of what is chosen, and the bar under its word."""
TICK_MM = 5.2
ONWARD = frozenset({"chevron-right"})
"""Icons that point onward stand after the word, not at it."""


@dataclass(frozen=True)
class Button(Widget):
    """An icon, a word or both; text wraps where the button is narrow, `stacked` puts it under."""

    text: str = field(repr=False)
    style: Style = field(default=Style.SECONDARY, kw_only=True)
    icon: str = field(default="", kw_only=True)
    type: str = field(default="button", kw_only=True)
    least: str = field(default="small*", kw_only=True)
    stacked: bool = field(default=False, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        dress = DRESSES[self.style] if self.enabled else DISABLED
        _ground(brush, self, dress, pressed=pressed)
        icon, text, letters = self._plan(brush.theme)
        if self.icon:
            brush.icon(self.icon, icon, dress.ink)
        align = "centre" if self.stacked or not self.icon else "left"
        brush.text(self.text, text, letters, dress.ink, align=align, valign="middle")

    def fits(self, theme: Theme) -> bool:
        _, text, letters = self._plan(theme)
        return lettering.fits(self.text, letters, text[2:])

    def _plan(self, theme: Theme) -> tuple[Rect, Rect, Type]:
        """Return the places of icon and text, and the size the text is set in."""
        inner = inset(self.rect, theme.mm(1.6), theme.mm(0.8))
        plan = self._above if self.stacked else self._beside
        return plan(inner, theme) if self.icon else (inner, inner, self._letters(inner, theme))

    def _letters(self, room: Rect, theme: Theme) -> Type:
        full, least = theme.type(self.type), theme.least(self.least)
        return lettering.shrink(self.text, full, least, room[2:])

    def _beside(self, inner: Rect, theme: Theme) -> tuple[Rect, Rect, Type]:
        gap = theme.mm(1.4) if self.text else 0
        size, letters = 0, theme.type(self.type)
        for _ in range(2):  # the icon is as large as its word, and the word as small as it must
            size = min(inner.h, round(letters.px * 1.3))
            room = Rect(0, inner.y, inner.w - size - gap, inner.h)
            letters = self._letters(room, theme)
        lines = lettering.balanced(self.text, letters, room.w)
        wide = max(lettering.width(line, letters) for line in lines)
        wide = min(wide, room.w)
        x = inner.x + max(0, inner.w - size - gap - wide) // 2
        sign, words = (x + wide + gap, x) if self.icon in ONWARD else (x, x + size + gap)
        icon = Rect(sign, inner.y + (inner.h - size) // 2, size, size)
        return icon, Rect(words, inner.y, wide, inner.h), letters

    def _above(self, inner: Rect, theme: Theme) -> tuple[Rect, Rect, Type]:
        """Stand icon and words together in the middle, the icon taking what is left."""
        words = lettering.block(self.text, theme.least(self.least), inner.w)
        size = max(theme.mm(2), min(inner.h - words, theme.mm(8)))
        room = Rect(inner.x, inner.y + size, inner.w, inner.h - size)
        letters = self._letters(room, theme)
        tall = lettering.block(self.text, letters, inner.w)
        gap = min(theme.mm(0.8), inner.h - size - tall)
        top = inner.y + (inner.h - size - tall - gap) // 2
        text = Rect(inner.x, top + size + gap, inner.w, tall)
        return Rect(inner.x, top, inner.w, size), text, letters


@dataclass(frozen=True)
class Chip(Widget):
    """A choice among several: says itself chosen by colour, border and a tick."""

    text: str = field(repr=False)
    chosen: bool = field(default=False, kw_only=True)
    dark: bool = field(default=False, kw_only=True)
    ticked: bool = field(default=True, kw_only=True)
    type: str = field(default="body", kw_only=True)
    least: str = field(default="small", kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        dress, theme = self._dress(), brush.theme
        _ground(brush, self, dress, pressed=pressed, thick=CHOSEN_MM if self.chosen else 0.28)
        tick, words, letters = self._plan(theme)
        if self.chosen and self.ticked:
            brush.icon("check", tick, dress.ink)
        elif self.chosen:
            bar = Rect(words.x, self.rect.y + self.rect.h - theme.mm(1.6), words.w, theme.mm(0.6))
            brush.fill(bar, dress.ink)
        brush.text(self.text, words, letters, dress.ink, align="centre", valign="middle")

    def fits(self, theme: Theme) -> bool:
        return lettering.fits(self.text, self._letters(theme), self._room(theme)[2:])

    def _dress(self) -> Dress:
        if not self.enabled and not self.chosen:
            return DISABLED
        if self.dark:
            chosen, plain = Dress("snow", "sun_pressed", "night"), DRESSES[Style.NIGHT]
        else:
            chosen = Dress("calm", "calm_pressed", "ink", "calm_line")
            plain = Dress("sheet", "mist_pressed", "ink", "line")
        return chosen if self.chosen else plain

    def _letters(self, theme: Theme) -> Type:
        room = self._room(theme)
        least = theme.least(self.least)
        return lettering.shrink(self.text, theme.type(self.type), least, room[2:])

    def _room(self, theme: Theme) -> Rect:
        """Return the place of the words; that of a tick stays free even where none is."""
        place = self._words(theme)
        if not self.ticked:
            return inset(place, theme.mm(0.8), 0)
        return columns(place, theme.mm(TICK_MM), 1.0, theme.mm(1.2))[1]

    def _words(self, theme: Theme) -> Rect:
        """Return where tick and words stand."""
        return self.rect

    def _plan(self, theme: Theme) -> tuple[Rect, Rect, Type]:
        """Return the places of tick and words, together in the middle, and the words' size."""
        room, letters = self._room(theme), self._letters(theme)
        lines = lettering.balanced(self.text, letters, room.w)
        wide = max(lettering.width(line, letters) for line in lines)
        tick = theme.mm(TICK_MM) if self.chosen and self.ticked else 0
        place = self._words(theme)
        both = centred(place, min(wide + tick, place.w), place.h)
        sign, words = columns(both, tick, 1.0)
        return centred(sign, sign.w, theme.mm(3.8)), words, letters


def _ground(
    brush: Brush, widget: Button | Chip, dress: Dress, *, pressed: bool, thick: float = 0.28
) -> None:
    """Paint what a word stands on: smaller while it is pressed, with a broken border when off."""
    down = pressed and widget.enabled
    cap = inset(widget.rect, brush.theme.mm(GIVES_MM)) if down else widget.rect
    fill = dress.pressed if down else dress.fill
    if fill:
        brush.panel(cap, fill, line=dress.line, thick=thick)
    if dress is DISABLED:
        brush.dashes(cap, "line")
