"""The keyboard on the screen: ЙЦУКЕН with ү ө ң of their own, QWERTY, and numbers with signs.

One Cyrillic layout serves Kyrgyz and Russian, because children mix them. Keys act on press, since
young children tap and hold. No key pops up, nothing is suggested, no word is learned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.screens import lettering
from kiosk.screens.base import Act, Look, Rect, When, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme


@dataclass(frozen=True)
class Typed(Act):
    """A character of the keyboard; the text is hidden, it is part of a letter."""

    text: str = field(repr=False)


class Special(StrEnum):
    """Keys that are not characters."""

    SHIFT = "shift"
    BACKSPACE = "backspace"
    RETURN = "return"
    CYRILLIC = "cyrillic"
    LATIN = "latin"
    NUMBERS = "numbers"


@dataclass(frozen=True)
class Pressed(Act):
    """One of the special keys."""

    key: Special


@dataclass(frozen=True)
class Key(Widget):
    """A key: a character, a word or an icon. Its rectangle reaches over the gap between keys."""

    face: str
    icon: str = field(default="", kw_only=True)
    tone: str = field(default="key", kw_only=True)
    line: str = field(default="hair", kw_only=True)
    ink: str = field(default="ink", kw_only=True)
    bold: bool = field(default=False, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        theme = brush.theme
        cap = inset(self.rect, theme.mm(0.6))
        tone, ink = (self.tone, self.ink) if self.enabled else ("disabled", "muted")
        brush.panel(cap, "key_pressed" if pressed else tone, line=self.line, radius=1.4)
        if self.icon:
            size = theme.mm(6)
            place = Rect(cap.x, cap.y + (cap.h - size) // 2, cap.w, size)
            brush.icon(self.icon, place, ink)
        letters = theme.type(self._type())
        brush.text(self.face, cap, letters, ink, align="centre", valign="middle")

    def fits(self, theme: Theme) -> bool:
        return lettering.fits(self.face, theme.type(self._type()), self.rect[2:])

    def _type(self) -> str:
        return ("key" if len(self.face) == 1 else "body") + "*" * self.bold


SHIFT, BACK, ENTER = Special.SHIFT, Special.BACKSPACE, Special.RETURN
KEYS = {
    Special.CYRILLIC: ("йцукенгшщзхъү", "фывапролджэөё", (SHIFT, *"ячсмитьбюң", BACK)),
    Special.LATIN: ("qwertyuiop", "asdfghjkl", (SHIFT, *"zxcvbnm", BACK)),
    Special.NUMBERS: ("1234567890", "-/:;()№%+=", (*"…!«»\"'–@", BACK)),
}
OWN_LETTERS = frozenset("үөң")
"""In the accent colour: the letters Kyrgyz adds."""
FACES = {Special.CYRILLIC: "АБВ", Special.LATIN: "ABC", Special.NUMBERS: "?123"}
ICONS = {SHIFT: "arrow-big-up", BACK: "delete", ENTER: "corner-down-left"}
ENDS = frozenset(".!?…")
"""After one of these and a blank, and at the start of a line, a capital follows."""
ROWS = 4


def wants_capital(before: str) -> bool:
    """Whether a sentence starts after this text of the caret's line."""
    bare = before.rstrip(" «\"'(")
    return not bare or (bare[-1] in ENDS and bare != before)


class Keyboard:
    """Which layout shows and whether shift is on; `capital` is what the text asks for."""

    def __init__(self) -> None:
        self.layout = Special.CYRILLIC
        self._letters = Special.CYRILLIC
        self._shift: bool | None = None

    def press(self, key: Special, *, capital: bool) -> None:
        """Take a special key that concerns the keyboard itself."""
        match key:
            case Special.SHIFT:
                self._shift = not self.shifted(capital=capital)
            case Special.CYRILLIC | Special.LATIN:
                self.layout = self._letters = key
            case Special.NUMBERS:
                self.layout = key
            case Special.BACKSPACE | Special.RETURN:
                self._shift = None

    def typed(self) -> None:
        """A character was typed: shift holds for one."""
        self._shift = None

    def shifted(self, *, capital: bool) -> bool:
        """Whether the next letter is a capital."""
        return capital if self._shift is None else self._shift

    def widgets(self, look: Look, area: Rect, *, capital: bool) -> tuple[Widget, ...]:
        """Return the keys, filling the area."""
        first, second, third, last = rows(area, *[1.0] * ROWS)
        top, middle, low = KEYS[self.layout]
        short = len(middle) < len(top)
        side = round(area.w / len(top) / 2) if short else 0
        shift = self.shifted(capital=capital)
        return (
            *_row(first, [*top], shift=shift),
            *_row(inset(second, side, 0), [*middle], shift=shift),
            *_row(third, [*low], shift=shift),
            *self._last_row(look, last),
        )

    def _last_row(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        numbers = self.layout is Special.NUMBERS
        change = self._letters if numbers else Special.NUMBERS
        other = Special.LATIN if self._letters is Special.CYRILLIC else Special.CYRILLIC
        cells = columns(area, 1.5, 1.5, 1.0, 5.0, 1.0, 1.0, 2.0)
        return (
            _special(cells[0], change),
            _special(cells[1], other),
            _letter(cells[2], ",", shift=False),
            _space(cells[3], look.texts("key_space")),
            _letter(cells[4], ".", shift=False),
            _letter(cells[5], "?", shift=False),
            _special(cells[6], Special.RETURN),
        )


def _row(area: Rect, keys: list[str], *, shift: bool) -> list[Widget]:
    widths = [1.5 if isinstance(key, Special) or key == "…" else 1.0 for key in keys]
    return [
        _special(cell, key, on=shift) if isinstance(key, Special) else _letter(cell, key, shift)
        for cell, key in zip(columns(area, *widths), keys, strict=True)
    ]


def _letter(cell: Rect, key: str, shift: bool) -> Key:  # noqa: FBT001
    sign, name = key.upper() if shift else key, f"key_{key}"
    own = key in OWN_LETTERS
    return Key(
        name,
        cell,
        "paper",
        sign,
        act=Typed(sign),
        when=When.PRESS,
        tone="calm" if own else "key",
        line="calm_line" if own else "hair",
        bold=own,
    )


def _special(cell: Rect, key: Special, *, on: bool = False) -> Key:
    lit = on and key is Special.SHIFT
    return Key(
        f"key_{key}",
        cell,
        "paper",
        FACES.get(key, ""),
        icon=ICONS.get(key, ""),
        act=Pressed(key),
        when=When.REPEAT if key is Special.BACKSPACE else When.PRESS,
        tone="key_pressed" if lit else "key_control",
        line="action" if lit else "hair",
        ink="action" if lit else "ink",
    )


def _space(cell: Rect, name: str) -> Key:
    return Key("key_space", cell, "paper", name, act=Typed(" "), when=When.PRESS)
