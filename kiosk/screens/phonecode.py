"""A code for a phone's camera: dark on light in every palette, in whole pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from kiosk.qr import Modules, modules
from kiosk.screens.base import Rect, Widget
from kiosk.screens.layout import centred
from kiosk.screens.paint import Brush


@lru_cache(maxsize=4)
def public(text: str) -> Modules:
    """Return the code of what hangs on the board for everybody; it is kept."""
    return modules(text)


@dataclass(frozen=True)
class PhoneCode(Widget):
    """What the camera reads, as large as its rectangle allows; only what anybody may know."""

    text: str = field(repr=False)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        matrix = public(self.text)
        module = min(self.rect.w, self.rect.h) // len(matrix)
        whole = centred(self.rect, module * len(matrix), module * len(matrix))
        brush.fill(whole, "snow")
        for y, row in enumerate(matrix):
            for x, dark in enumerate(row):
                if dark:
                    place = Rect(whole.x + x * module, whole.y + y * module, module, module)
                    brush.fill(place, "night")
