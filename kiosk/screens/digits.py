"""Codes on the glass, four digits a group: one group in sight while it is typed, or all to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import centred, columns, inset
from kiosk.screens.paint import Brush

GROUP = 4
WIDER = 2.4
"""The group that is typed, beside the others."""
FRAME_MM = 0.6
"""Round the group that is typed: it is seen without colours, too."""


@dataclass(frozen=True)
class Group(Widget):
    """Four digits of a code: shown while they are typed, then dots; `current` has the frame.

    With `wrong` its frame says so, and a sign, until a digit stands there.
    """

    digits: str = field(repr=False)
    current: bool
    wrong: bool = field(default=False, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        frame = "alarm_line" if self.wrong else "action"
        line, thick = (frame, FRAME_MM) if self.current else ("line", 0.28)
        brush.panel(self.rect, "sheet" if self.current else "mist", line=line, thick=thick)
        if self.wrong and not self.digits:
            high = min(self.rect.h, brush.theme.mm(6))
            brush.icon("triangle-alert", centred(self.rect, self.rect.w, high), "danger")
        room = inset(self.rect, brush.theme.mm(1.2), 0)
        for number, cell in enumerate(columns(room, *[1.0] * GROUP)[: len(self.digits)]):
            if self.current:
                self._figure(brush, cell, self.digits[number])
            else:
                middle = (cell.x + cell.w // 2, cell.y + cell.h // 2)
                brush.disc(*middle, max(1, min(brush.theme.mm(0.9), cell.w // 4)), "muted")

    def _figure(self, brush: Brush, cell: Rect, digit: str) -> None:
        letters = brush.theme.type("title")
        brush.text(digit, cell, letters, "ink", align="centre", valign="middle")


def typed_groups(
    area: Rect, digits: str, whole: int, gap: int, *, wrong: bool = False
) -> Iterator[Widget]:
    """Groups for `whole` digits, of which only the one that is being typed can be read."""
    parts = [digits[at : at + GROUP] for at in range(0, whole, GROUP)]
    current = min(len(digits) // GROUP, len(parts) - 1)
    yield from groups_of(area, parts, current, gap, wrong=wrong)


def groups_of(
    area: Rect, parts: Sequence[str], current: int | None, gap: int, *, wrong: bool = False
) -> Iterator[Widget]:
    """These groups, of which only the `current` one can be read; None: not one."""
    shares = [WIDER if number == current else 1.0 for number in range(len(parts))]
    for number, cell in enumerate(columns(area, *shares, gap=gap)):
        here = number == current
        yield Group(f"group_{number}", cell, "paper", parts[number], here, wrong=wrong and here)
