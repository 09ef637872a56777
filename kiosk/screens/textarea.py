"""The area that shows a letter: its lines and caret, or a cover that tells nothing of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import inset
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme

COVER = (0.94, 0.81, 0.97, 0.72, 0.9, 0.86, 0.64)
"""Widths of the bars that stand for covered text: always the same, whatever is written."""


def text_room(rect: Rect, theme: Theme) -> Rect:
    """Return where the lines stand inside a text area."""
    return inset(rect, theme.mm(2.4), theme.mm(1.4))


def text_lines(rect: Rect, theme: Theme) -> int:
    """How many whole lines a text area shows."""
    return max(1, text_room(rect, theme).h // theme.type("letter").line)


@dataclass(frozen=True)
class TextArea(Widget):
    """Shows `lines`, the visible ones only; `caret` is a visible line and a pixel in it."""

    lines: tuple[str, ...] = field(repr=False)
    caret: tuple[int, int] | None = field(default=None, repr=False, kw_only=True)
    covered: bool = field(default=False, kw_only=True)
    placeholder: str = field(default="", kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, "sheet", line="line")
        room = text_room(self.rect, brush.theme)
        if self.covered:
            self._cover(brush, room)
        else:
            self._write(brush, room)

    def _write(self, brush: Brush, room: Rect) -> None:
        letters = brush.theme.type("letter")
        if self.placeholder and not any(self.lines):
            beside = room._replace(x=room.x + brush.theme.mm(0.8))  # not under the caret
            brush.text(self.placeholder, beside, letters, "muted")
        for nth, line in enumerate(self.lines):
            brush.line(line, room.x, room.y + nth * letters.line, letters, "ink")
        if self.caret:
            nth, x = self.caret
            thick = brush.theme.mm(0.5)
            brush.fill(
                Rect(room.x + x - thick // 2, room.y + nth * letters.line, thick, letters.line),
                "action",
            )

    def _cover(self, brush: Brush, room: Rect) -> None:
        pitch = brush.theme.type("letter").line
        for nth in range(room.h // pitch):
            wide = int(room.w * COVER[nth % len(COVER)])
            bar = Rect(room.x, room.y + nth * pitch, wide, pitch)
            brush.panel(inset(bar, 0, pitch // 4), "hair", radius=9)
