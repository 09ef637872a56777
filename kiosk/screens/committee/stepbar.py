"""Where a review stands: roll call, open, count, read and register, close; and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens import lettering
from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme, Type

Sized = Callable[[str], Type]

NAMED_MM, BARE_MM = 3.0, 2.3
"""Radius of a disc with its name, and of one without."""


@dataclass(frozen=True)
class StepBar(Widget):
    """Done steps ticked, the current one filled and named; under each name its `notes` entry.

    A note is a number, such as "12 / 44": the current one is large.
    """

    labels: tuple[str, ...]
    current: int
    notes: tuple[str, ...] = ()

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        theme = brush.theme
        shown = self._shown(theme, self._sized(theme))
        for number, cell in enumerate(self._cells(theme)):
            self._disc(brush, number, cell)
            if number in shown:
                self._said(brush, number, self._words(number, cell, theme))

    def fits(self, theme: Theme) -> bool:
        cells = self._cells(theme)
        return all(
            lettering.fits(text, letters, place[2:])
            for number in self._shown(theme, self._sized(theme))
            for text, letters, place in self._texts(
                number, self._words(number, cells[number], theme), theme
            )
        )

    def _said(self, brush: Brush, number: int, area: Rect) -> None:
        colour = "ink" if number == self.current else "muted"
        for text, letters, place in self._texts(number, area, brush.theme):
            brush.text(text, place, letters, colour, valign="middle")

    def _texts(self, number: int, area: Rect, theme: Theme) -> list[tuple[str, Type, Rect]]:
        """The name, and the note under it, each with its place."""
        label, note, sized = self.labels[number], self._note(number), self._sized(theme)
        letters = sized("small*")
        if not note:
            return [(label, letters, area)]
        large = sized(self._note_type(number))
        _, name, count, _ = rows(area, 1.0, letters.line, large.line, 1.0)
        return [(label, letters, name), (note, large, count)]

    def _note(self, number: int) -> str:
        return self.notes[number] if self.notes else ""

    def _disc(self, brush: Brush, number: int, cell: Rect) -> None:
        done, radius = number < self.current, self._radius(number, brush.theme)
        x, y = cell.x + radius, cell.y + cell.h // 2
        fill = "calm_line" if done else "action" if number == self.current else "hair"
        brush.disc(x, y, radius, fill)
        box = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        if done:
            brush.icon("check", inset(box, radius // 2), "on_action")
            return
        ink = "on_action" if number == self.current else "ink"
        letters = self._sized(brush.theme)("small*")
        brush.text(str(number + 1), box, letters, ink, align="centre", valign="middle")

    def _radius(self, number: int, theme: Theme) -> int:
        shown = self._shown(theme, self._sized(theme))
        named = number in shown and len(shown) > 1
        return min(theme.mm(NAMED_MM if named else BARE_MM), self.rect.h // 2)

    def _note_type(self, number: int) -> str:
        return "lead*" if number == self.current else "small*"

    def _sized(self, theme: Theme) -> Sized:
        """Letters by their name, enlarged only where every step keeps its name."""
        high = theme.type("small*").line + theme.type("lead*").line
        free = high <= self.rect.h and len(self._shown(theme, theme.type)) == len(self.labels)
        return theme.type if free else theme.least

    def _shown(self, theme: Theme, sized: Sized) -> range:
        """Whose names stand there: where it is narrow the done ones go, then those to come."""
        here, count = self.current, len(self.labels)
        for shown in (range(count), range(here, count)):
            if sum(self._wants(n, theme, sized, shown) for n in range(count)) <= self.rect.w:
                return shown
        return range(here, here + 1)

    def _wants(self, number: int, theme: Theme, sized: Sized, shown: range) -> int:
        """Width of a disc and its words; a name without a note may take two lines."""
        if number not in shown:
            return 2 * theme.mm(BARE_MM) + theme.mm(0.6)
        label, note, letters = self.labels[number], self._note(number), sized("small*")
        words = lettering.width(label, letters) if note else _in_two(label, letters)
        count = lettering.width(note, sized(self._note_type(number)))
        return 2 * theme.mm(NAMED_MM) + theme.mm(1) + max(words, count) + theme.mm(1.3)

    def _cells(self, theme: Theme) -> list[Rect]:
        """Discs with their names: as wide as they want, the spare room shared by the named."""
        sized, numbers = self._sized(theme), range(len(self.labels))
        shown = self._shown(theme, sized)
        wanted = [self._wants(number, theme, sized, shown) for number in numbers]
        if len(shown) == 1:
            return columns(self.rect, *[1.0 if n in shown else wanted[n] for n in numbers])
        spare = (self.rect.w - sum(wanted)) // (len(shown) - 1)
        return columns(self.rect, *[wanted[n] + spare * (n in shown) for n in numbers])

    def _words(self, number: int, cell: Rect, theme: Theme) -> Rect:
        left = 2 * self._radius(number, theme) + theme.mm(1)
        return Rect(cell.x + left, cell.y, cell.w - left, cell.h)


def _in_two(label: str, letters: Type) -> int:
    """The least width in which a name takes no more than two lines."""
    words = label.split(" ")
    halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    widths = [max(lettering.width(half, letters) for half in both) for both in halves]
    narrow = (
        width for width in widths if lettering.fits(label, letters, (width, 2 * letters.line))
    )
    return min(narrow, default=lettering.width(label, letters))
