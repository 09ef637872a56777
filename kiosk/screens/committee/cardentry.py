"""Twenty digits typed on the pad or by a scanner: one group of four can be read at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.post.cards import DIGITS, GROUP, CardMistyped, parse
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_pad
from kiosk.screens.paint import Brush

GROUPS = DIGITS // GROUP


@dataclass(frozen=True)
class Group(Widget):
    """Four digits of a card: shown while they are typed, then dots; `current` has the frame."""

    digits: str = field(repr=False)
    current: bool

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        line = "action" if self.current else "hair"
        brush.panel(self.rect, "white" if self.current else "mist", line=line)
        for number, cell in enumerate(
            columns(inset(self.rect, brush.theme.mm(1.2), 0), *[1.0] * GROUP)
        ):
            if number >= len(self.digits):
                continue
            if self.current:
                letters = brush.theme.type("title")
                brush.text(
                    self.digits[number], cell, letters, "ink", align="centre", valign="middle"
                )
            else:
                middle = (cell.x + cell.w // 2, cell.y + cell.h // 2)
                brush.disc(*middle, max(1, min(brush.theme.mm(0.9), cell.w // 4)), "muted")


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
        current = min(len(self._digits) // GROUP, GROUPS - 1)
        shares = [2.4 if number == current else 1.0 for number in range(GROUPS)]
        for number, cell in enumerate(columns(groups, *shares, gap=theme.mm(1))):
            part = self._digits[number * GROUP : (number + 1) * GROUP]
            yield Group(f"group_{number}", cell, "paper", part, number == current)
        yield from number_pad(keys)
