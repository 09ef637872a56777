"""The keyboard on the screen: ЙЦУКЕН with ү ө ң of their own, QWERTY, and numbers with signs.

One Cyrillic layout serves Kyrgyz and Russian, because children mix them. Keys act on press, since
young children tap and hold; held for half a second, у н о е ь become ү ң ө ё ъ, as on phones.
No key pops up, nothing is suggested, no word is learned.
"""

from __future__ import annotations

from enum import StrEnum

from kiosk.screens.base import KeyStroke, Look, Rect, When, Widget
from kiosk.screens.caps import OTHERS
from kiosk.screens.keys import Exchanged, Key, Pressed, Special, Typed
from kiosk.screens.layout import centred, columns, inset, rows

__all__ = ["Exchanged", "Key", "Keyboard", "Pressed", "Special", "Typed", "wants_capital"]

SHIFT, BACK, ENTER = Special.SHIFT, Special.BACKSPACE, Special.RETURN
KEYS = {
    Special.CYRILLIC: ("йцукенгшщзхъү", "фывапролджэөё", (SHIFT, *"ячсмитьбюң", BACK)),
    Special.LATIN: ("qwertyuiop", "asdfghjkl", (SHIFT, *"zxcvbnm", BACK)),
    Special.NUMBERS: ("1234567890", "-/:;()№%+=", (*"…!«»\"'–@", BACK)),
}
OWN_LETTERS = frozenset("үөң")
"""In the accent colour: the letters Kyrgyz adds."""
FACES = {Special.CYRILLIC: "АБВ", Special.LATIN: "ABC", Special.NUMBERS: "?123"}
ICONS = {
    SHIFT: "arrow-big-up",
    Special.LOCK: "arrow-big-up-dash",
    BACK: "delete",
    ENTER: "corner-down-left",
}
ENDS = frozenset(".!?…")
"""After one of these and a blank, and at the start of a line, a capital follows."""
ROWS = 4
WIDEST_MM = 247
"""13 keys of 19 mm: broader ones are not hit better, and lie farther apart."""


class Shift(StrEnum):
    """What was asked of the shift key."""

    ONCE = "once"
    OFF = "off"  # no capital, though a sentence begins
    LOCKED = "locked"


def wants_capital(before: str) -> bool:
    """Whether a sentence starts after this text of the caret's line."""
    bare = before.rstrip(" «\"'(")
    return not bare or (bare[-1] in ENDS and bare != before)


class Keyboard:
    """Which layout shows and what shift is at; `capital` is what the text asks for."""

    def __init__(self) -> None:
        self.layout = Special.CYRILLIC
        self._letters = Special.CYRILLIC
        self._shift: Shift | None = None

    def press(self, key: Special, *, capital: bool) -> None:
        """Take a special key that concerns the keyboard itself."""
        match key:
            case Special.SHIFT:
                self._shift = Shift.OFF if self.shifted(capital=capital) else Shift.ONCE
            case Special.LOCK:
                self._shift = Shift.LOCKED
            case Special.CYRILLIC | Special.LATIN:
                self.layout = self._letters = key
            case Special.NUMBERS:
                self.layout = key
            case Special.BACKSPACE | Special.RETURN:
                self.typed()

    def typed(self) -> None:
        """A character was typed: shift holds for one, unless it is locked."""
        self._shift = Shift.LOCKED if self._locked else None

    def take(self, stroke: KeyStroke) -> str:
        """Return what a key of a USB keyboard types while this layout shows, if anything.

        The chord that changes the layout does so.
        """
        if stroke.control == "layout":
            self.layout = self._letters = self._other
        cyrillic = self._letters is Special.CYRILLIC
        signs = self.layout is Special.NUMBERS and not stroke.text.isalpha()
        return stroke.printed if cyrillic and stroke.printed and not signs else stroke.text

    def shifted(self, *, capital: bool) -> bool:
        """Whether the next letter is a capital."""
        return capital if self._shift is None else self._shift is not Shift.OFF

    @property
    def _locked(self) -> bool:
        return self._shift is Shift.LOCKED

    @property
    def _other(self) -> Special:
        """The letters that do not show."""
        return Special.LATIN if self._letters is Special.CYRILLIC else Special.CYRILLIC

    def widgets(self, look: Look, area: Rect, *, capital: bool) -> tuple[Widget, ...]:
        """Return the keys, filling the area; on very broad glass they stand in its middle."""
        area = centred(area, min(area.w, look.theme.mm(WIDEST_MM)), area.h)
        first, second, third, last = rows(area, *[1.0] * ROWS)
        top, middle, low = KEYS[self.layout]
        short = len(middle) < len(top)
        side = round(area.w / len(top) / 2) if short else 0
        shift = self.shifted(capital=capital)
        return (
            *_row(first, [*top], shift=shift),
            *_row(inset(second, side, 0), [*middle], shift=shift),
            *_row(third, [*low], shift=shift, locked=self._locked),
            *self._last_row(look, last),
        )

    def _last_row(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        numbers = self.layout is Special.NUMBERS
        change = self._letters if numbers else Special.NUMBERS
        cells = columns(area, 1.5, 1.5, 1.0, 5.0, 1.0, 1.0, 2.0)
        return (
            _special(cells[0], change),
            _special(cells[1], self._other),
            _letter(cells[2], ",", shift=False),
            _space(cells[3], look.texts("key_space")),
            _letter(cells[4], ".", shift=False),
            _letter(cells[5], "?", shift=False),
            _special(cells[6], Special.RETURN),
        )


def _row(area: Rect, keys: list[str], *, shift: bool, locked: bool = False) -> list[Widget]:
    widths = [1.5 if isinstance(key, Special) or key == "…" else 1.0 for key in keys]
    return [
        _shift(cell, on=shift, locked=locked)
        if key is SHIFT
        else _special(cell, key)
        if isinstance(key, Special)
        else _letter(cell, key, shift=shift)
        for cell, key in zip(columns(area, *widths), keys, strict=True)
    ]


def _letter(cell: Rect, key: str, *, shift: bool) -> Key:
    own, more = key in OWN_LETTERS, OTHERS.get(key, "")
    sign, more = (key.upper(), more.upper()) if shift else (key, more)
    return Key(
        f"key_{key}",
        cell,
        "paper",
        sign,
        act=Typed(sign),
        when=When.PRESS,
        held=Exchanged(more, old=sign) if more else None,
        more=more,
        tone="calm" if own else "key",
        line="calm_line" if own else "line",
        bold=own,
    )


def _special(cell: Rect, key: Special) -> Key:
    return Key(
        f"key_{key}",
        cell,
        "paper",
        FACES.get(key, ""),
        icon=ICONS.get(key, ""),
        act=Pressed(key),
        when=When.REPEAT if key is BACK else When.PRESS,
        tone="key_control",
    )


def _shift(cell: Rect, *, on: bool, locked: bool) -> Key:
    """The shift key; locked, it wears another sign, and one touch lets it go."""
    lock = None if locked else Pressed(Special.LOCK)
    return Key(
        f"key_{SHIFT}",
        cell,
        "paper",
        "",
        icon=ICONS[Special.LOCK if locked else SHIFT],
        act=Pressed(SHIFT),
        when=When.PRESS,
        held=lock,
        twice=lock,
        locked=locked,
        tone="key_pressed" if on else "key_control",
        line="action" if on else "line",
        ink="action" if on else "ink",
    )


def _space(cell: Rect, name: str) -> Key:
    return Key("key_space", cell, "paper", name, act=Typed(" "), when=When.PRESS)
