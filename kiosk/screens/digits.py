"""Codes on the glass, four digits a group: one group in sight while it is typed, or all to copy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import columns, inset
from kiosk.screens.paint import Brush

GROUP = 4
WIDER = 2.4
"""The group that is typed, beside the others."""


@dataclass(frozen=True)
class Group(Widget):
    """Four digits of a code: shown while they are typed, then dots; `current` has the frame."""

    digits: str = field(repr=False)
    current: bool

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        line = "action" if self.current else "hair"
        brush.panel(self.rect, "sheet" if self.current else "mist", line=line)
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


def typed_groups(area: Rect, digits: str, whole: int, gap: int) -> Iterator[Widget]:
    """Groups for `whole` digits, of which only the one that is being typed can be read."""
    parts = [digits[at : at + GROUP] for at in range(0, whole, GROUP)]
    yield from groups_of(area, parts, min(len(digits) // GROUP, len(parts) - 1), gap)


def groups_of(area: Rect, parts: Sequence[str], current: int | None, gap: int) -> Iterator[Widget]:
    """These groups, of which only the `current` one can be read; None: not one."""
    shares = [WIDER if number == current else 1.0 for number in range(len(parts))]
    for number, cell in enumerate(columns(area, *shares, gap=gap)):
        yield Group(f"group_{number}", cell, "paper", parts[number], number == current)
