"""One key of the keyboard on the screen: what it is, how it looks, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.screens import lettering
from kiosk.screens.base import Act, Rect, Widget
from kiosk.screens.layout import inset
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme, Type


@dataclass(frozen=True)
class Typed(Act):
    """A character of the keyboard; the text is hidden, it is part of a letter."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class Exchanged(Typed):
    """The letter that was just typed becomes this one, if it is still `old`."""

    old: str = field(repr=False)


class Special(StrEnum):
    """Keys that are not characters."""

    SHIFT = "shift"
    LOCK = "lock"  # shift touched twice, or held
    BACKSPACE = "backspace"
    RETURN = "return"
    CYRILLIC = "cyrillic"
    LATIN = "latin"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class Pressed(Act):
    """One of the special keys."""

    key: Special


MORE_MM = 12.0
"""A narrower key has no room for two letters."""


@dataclass(frozen=True)
class Key(Widget):
    """A key: a character, a word or an icon. Its rectangle reaches over the gap between keys.

    `more` stands small in its corner, if it is not too narrow: what it types when it is held. A key
    that is `locked` has a bar under its sign.
    """

    face: str
    more: str = field(default="", kw_only=True)
    icon: str = field(default="", kw_only=True)
    tone: str = field(default="key", kw_only=True)
    line: str = field(default="line", kw_only=True)
    ink: str = field(default="ink", kw_only=True)
    bold: bool = field(default=False, kw_only=True)
    locked: bool = field(default=False, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        theme = brush.theme
        cap = inset(self.rect, theme.mm(1.2 if pressed and self.enabled else 0.6))
        ink = self._cap(brush, cap, pressed=pressed)
        if self.icon:
            size = theme.mm(6)
            place = Rect(cap.x, cap.y + (cap.h - size) // 2, cap.w, size)
            brush.icon(self.icon, place, ink)
        if self.locked:
            thick = theme.mm(0.8)
            brush.fill(Rect(cap.x + cap.w // 4, cap.y + cap.h - 2 * thick, cap.w // 2, thick), ink)
        brush.text(self.face, cap, self._letters(theme), ink, align="centre", valign="middle")
        if self.more and cap.w >= theme.mm(MORE_MM):
            small = theme.least("small")
            corner = Rect(cap.x, cap.y + theme.mm(0.2), cap.w - theme.mm(1.1), small.line)
            brush.text(self.more, corner, small, "ink" if pressed else "muted", align="right")

    def _cap(self, brush: Brush, cap: Rect, *, pressed: bool) -> str:
        """Paint what the face stands on; return the face's colour."""
        if not self.enabled:
            brush.panel(cap, "disabled", radius=1.4)
            brush.dashes(cap, "line")
            return "muted"
        brush.panel(cap, "key_pressed" if pressed else self.tone, line=self.line, radius=1.4)
        return self.ink

    def fits(self, theme: Theme) -> bool:
        return lettering.fits(self.face, self._letters(theme), self.rect[2:])

    def _letters(self, theme: Theme) -> Type:
        token = ("key" if len(self.face) == 1 else "body") + "*" * self.bold
        room = inset(self.rect, theme.mm(0.6))
        return lettering.shrink(self.face, theme.type(token), theme.least("small"), room[2:])
