"""Charts: bars for what is counted by its name, a line for what goes from month to month (R4).

Every bar and point has its name and its number beside it, and every bar its own pattern, so that
nothing depends on colour. Numbers are words, for a screen may say more than the figure: "at least".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import cycle

from kiosk.screens import lettering
from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.paint import Brush
from kiosk.screens.patterns import Pattern
from kiosk.screens.theme import Theme, Type

BAR = {"paper": "action", "sheet": "action", "night": "sun"}
INK = {"paper": "ink", "sheet": "ink", "night": "snow"}
"""Colours of what is drawn and of what is written, by the ground."""

SIZES = ("board", "lead", "body", "small")
LONGEST_NAME = 0.5
"""Of the width, for the names of bars at the most."""

SHORTEST_MM = 10.0
"""Of the longest bar."""

THICKEST_MM = 9.0
TALLEST_MM = 18.0


@dataclass(frozen=True)
class Chart(Widget):
    """Names, values and the words for them, in order.

    Where all are zero, `empty` is said instead. `type` is the largest size of letters; smaller ones
    are taken where it does not fit.
    """

    labels: tuple[str, ...] = field(repr=False)
    values: tuple[int, ...] = field(repr=False)
    told: tuple[str, ...] = field(repr=False)
    empty: str = field(default="", kw_only=True)
    type: str = field(default="lead", kw_only=True)

    @property
    def most(self) -> int:
        """What the longest or highest stands for."""
        return max(1, *self.values)

    @property
    def bare(self) -> bool:
        """Whether there is nothing to show; without words for that, zeros are drawn like others."""
        return not self.labels or bool(self.empty and not any(self.values))

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        if self.bare:
            where, least = self.rect[2:], brush.theme.type("small")
            letters = lettering.shrink(self.empty, brush.theme.type(self.type), least, where)
            middle = {"align": "centre", "valign": "middle"}
            brush.text(self.empty, self.rect, letters, INK[self.ground], **middle)
        else:
            self.draw(brush, self.letters(brush.theme))

    def draw(self, brush: Brush, letters: Type) -> None:
        """Draw what there is."""
        raise NotImplementedError

    def holds(self, letters: Type, theme: Theme) -> bool:
        """Whether all names and numbers stay in their places."""
        raise NotImplementedError

    def letters(self, theme: Theme) -> Type:
        """The largest size in which everything fits, or the smallest."""
        named = SIZES[SIZES.index(self.type) :]
        sizes = [*map(theme.type, named), theme.least(named[-1])]
        return next((size for size in sizes if self.holds(size, theme)), sizes[-1])

    def fits(self, theme: Theme) -> bool:
        if self.bare:
            return lettering.fits(self.empty, theme.type("small"), self.rect[2:])
        return self.holds(self.letters(theme), theme)


@dataclass(frozen=True)
class Bars(Chart):
    """Bars that lie one under the other, from the left; the longest fills its room."""

    def draw(self, brush: Brush, letters: Type) -> None:
        theme, ink, bold = brush.theme, INK[self.ground], Type(letters.px, bold=True)
        patterns, number = cycle(Pattern), self._number(letters, theme)
        for nth, (name, room) in enumerate(self._places(letters, theme)):
            brush.text(self.labels[nth], name, letters, ink, align="right", valign="middle")
            long = (room.w - number) * self.values[nth] // self.most
            thick = min(room.h * 2 // 3, theme.mm(THICKEST_MM))
            bar = Rect(room.x, room.y + (room.h - thick) // 2, long, thick)
            brush.bar(bar, next(patterns), BAR[self.ground], self.ground)
            beside = Rect(room.x + long + theme.mm(1), room.y, number, room.h)
            brush.text(self.told[nth], beside, bold, ink, valign="middle")

    def holds(self, letters: Type, theme: Theme) -> bool:
        number = self._number(letters, theme)
        return all(
            lettering.fits(self.labels[nth], letters, name[2:])
            and number + theme.mm(SHORTEST_MM) <= room.w
            and letters.line <= room.h
            for nth, (name, room) in enumerate(self._places(letters, theme))
        )

    def _number(self, letters: Type, theme: Theme) -> int:
        """Room for the widest number: bars of one chart are measured by one length."""
        bold = Type(letters.px, bold=True)
        return max(lettering.width(told, bold) for told in self.told) + theme.mm(2)

    def _places(self, letters: Type, theme: Theme) -> list[tuple[Rect, Rect]]:
        """For each bar, where its name and where its bar stand; few bars do not grow fat."""
        high = min(self.rect.h, len(self.labels) * theme.mm(TALLEST_MM))
        area = Rect(self.rect.x, self.rect.y + (self.rect.h - high) // 2, self.rect.w, high)
        widest = max(lettering.width(label, letters) for label in self.labels)
        names = min(widest, round(area.w * LONGEST_NAME))
        gap = theme.mm(2)
        lines = rows(area, *[1.0] * len(self.labels))
        return [(name, room) for name, room in (columns(ln, names, 1.0, gap=gap) for ln in lines)]


@dataclass(frozen=True)
class Line(Chart):
    """Points from left to right, joined; the highest reaches the top, zero is the ground line."""

    def draw(self, brush: Brush, letters: Type) -> None:
        theme, ink, colour = brush.theme, INK[self.ground], BAR[self.ground]
        plot, names = self._parts(letters, theme)
        base = Rect(plot.x, plot.y + plot.h, plot.w, theme.mm(0.3))
        brush.fill(base, ink)
        points = self._points(plot)
        brush.stroke(points, theme.mm(0.7), colour)
        bold = Type(letters.px, bold=True)
        for nth, (x, y) in enumerate(points):
            brush.disc(x, y, theme.mm(1.3), colour)
            cell = names[nth]
            brush.text(self.labels[nth], cell, letters, ink, align="centre", valign="middle")
            above = Rect(cell.x, y - theme.mm(1.6) - letters.line, cell.w, letters.line)
            brush.text(self.told[nth], above, bold, ink, align="centre")

    def holds(self, letters: Type, theme: Theme) -> bool:
        plot, names = self._parts(letters, theme)
        bold = Type(letters.px, bold=True)
        return plot.h >= 2 * letters.line and all(
            lettering.fits(self.labels[nth], letters, cell[2:])
            and lettering.width(self.told[nth], bold) <= cell.w
            for nth, cell in enumerate(names)
        )

    def _parts(self, letters: Type, theme: Theme) -> tuple[Rect, list[Rect]]:
        """Where points may stand, and the places of their names below."""
        room = theme.mm(1.6) + letters.line
        _, plot, below = rows(self.rect, room, 1.0, round(letters.px * 1.4), gap=theme.mm(1.4))
        return plot, columns(below, *[1.0] * len(self.labels))

    def _points(self, plot: Rect) -> list[tuple[int, int]]:
        middles = columns(plot, *[1.0] * len(self.values))
        return [
            (cell.x + cell.w // 2, plot.y + plot.h - plot.h * value // self.most)
            for cell, value in zip(middles, self.values, strict=True)
        ]
