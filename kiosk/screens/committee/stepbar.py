"""Where a review stands: roll call, open, count, read and register, close."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens import lettering
from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import columns, inset
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme, Type


@dataclass(frozen=True)
class StepBar(Widget):
    """Where the review stands: done steps ticked, the current one filled and named."""

    labels: tuple[str, ...]
    current: int

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        radius, letters = self._radius(brush.theme), self._letters(brush.theme)
        for number, cell in enumerate(self._cells(brush.theme)):
            middle = cell.y + cell.h // 2
            self._disc(brush, number, cell.x + radius, middle)
            words = self._words(cell, brush.theme)
            if self._named(number, brush.theme):
                colour = "ink" if number == self.current else "muted"
                brush.text(self.labels[number], words, letters, colour, valign="middle")

    def fits(self, theme: Theme) -> bool:
        letters = self._letters(theme)
        return all(
            lettering.fits(self.labels[n], letters, self._words(cell, theme)[2:])
            for n, cell in enumerate(self._cells(theme))
            if self._named(n, theme)
        )

    def _disc(self, brush: Brush, number: int, x: int, y: int) -> None:
        done, radius = number < self.current, self._radius(brush.theme)
        fill = "calm_line" if done else "action" if number == self.current else "hair"
        brush.disc(x, y, radius, fill)
        box = Rect(x - radius, y - radius, 2 * radius, 2 * radius)
        if done:
            brush.icon("check", inset(box, radius // 2), "white")
            return
        ink = "white" if number == self.current else "ink"
        brush.text(
            str(number + 1), box, brush.theme.type("small*"), ink, align="centre", valign="middle"
        )

    def _radius(self, theme: Theme) -> int:
        return min(theme.mm(3), self.rect.h // 2)

    def _letters(self, theme: Theme) -> Type:
        return theme.type("small*")

    def _named(self, number: int, theme: Theme) -> bool:
        """On a narrow screen only the current step has room for its name."""
        return number == self.current or self._roomy(theme)

    def _roomy(self, theme: Theme) -> bool:
        wants = sum(self._wants(label, theme) for label in self.labels)
        return wants + theme.gap * (len(self.labels) - 1) <= self.rect.w

    def _wants(self, label: str, theme: Theme) -> int:
        """Width of a disc and its words on at most two lines."""
        letters = self._letters(theme)
        whole = lettering.width(label, letters)
        words = min(whole, max(lettering.width(w, letters) for w in label.split(" ")) * 2)
        if " " in label:
            words = min(
                width
                for width in range(whole // 2, whole + 1, 4)
                if lettering.fits(label, letters, (width, 2 * letters.line))
            )
        return 2 * self._radius(theme) + theme.mm(1) + words + theme.mm(0.5)

    def _cells(self, theme: Theme) -> list[Rect]:
        """Discs with their names: as wide as they want, the spare room shared."""
        bare = 2 * self._radius(theme) + theme.gap
        if self._roomy(theme):
            wanted = [self._wants(label, theme) for label in self.labels]
            spare = (self.rect.w - sum(wanted)) // (len(wanted) - 1)
            return columns(self.rect, *wanted, gap=spare)
        widths = [1.0 if n == self.current else bare for n in range(len(self.labels))]
        return columns(self.rect, *widths)

    def _words(self, cell: Rect, theme: Theme) -> Rect:
        left = 2 * self._radius(theme) + theme.mm(1)
        return Rect(cell.x + left, cell.y, cell.w - left, cell.h)
