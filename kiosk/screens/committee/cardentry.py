"""Twenty digits typed on the pad or by a scanner: one group of four can be read at a time."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.cards import DIGITS, CardMistyped, parse
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.digits import typed_groups
from kiosk.screens.layout import rows
from kiosk.screens.numberpad import Digit, Rubbed, number_pad


class CardEntry:
    """Digits are kept here only until the last one is typed; a mistyped card is found at once."""

    def __init__(self) -> None:
        self._digits = ""
        self.mistyped = False

    def wipe(self) -> None:
        """Forget what was typed."""
        self._digits = ""

    def took(self, act: Act) -> str | None:
        """Take a digit or a backspace; the whole code with its last digit, if it may be one."""
        match act:
            case Digit(text=figure):
                return self._digit(figure)
            case Rubbed():
                self._digits = self._digits[:-1]
        return None

    def _digit(self, figure: str) -> str | None:
        self.mistyped = False
        self._digits += figure
        if len(self._digits) < DIGITS:
            return None
        typed, self._digits = self._digits, ""
        try:
            return parse(typed)
        except CardMistyped:
            self.mistyped = True
            return None

    def widgets(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Five groups, one of them readable, above the pad."""
        theme = look.theme
        least = 4 * theme.target
        groups, keys = rows(area, min(theme.mm(13), area.h - least - theme.gap), 1.0, gap=theme.gap)
        yield from typed_groups(groups, self._digits, DIGITS, theme.mm(1))
        yield from number_pad(keys)
