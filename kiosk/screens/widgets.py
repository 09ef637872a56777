"""What screens are made of: frozen, comparable, silent about their text.

A screen declares its rectangles and fills them; the stage paints what changed and calls `act`
for what was touched. Colours and sizes are tokens of the theme.

    @dataclass(frozen=True)
    class Picked(Act):
        number: int

    class Colour(Screen):
        name = "colour"

        def __init__(self) -> None:
            self.picked = 0

        def view(self, look: Look) -> View:
            theme, texts = look.theme, look.texts
            page = inset(Rect(0, 0, look.width, look.height), theme.margin)
            head, body, foot = rows(page, theme.target, 1.0, theme.primary, gap=theme.gap)
            back, _, go = columns(foot, 0.3, 0.1, 0.6, gap=theme.gap)
            chips = [
                Chip(f"pick_{n}", cell, "paper", str(n), act=Picked(n), chosen=n == self.picked)
                for n, cell in enumerate(grid(body, 3, 2, gap=theme.gap))
            ]
            return View("paper", (
                Label("title", head, "paper", texts("your_letter"), type="title"),
                *chips,
                Button("back", back, "paper", texts("back"), icon="arrow-left", act=BoardAsked()),
                Button("go", go, "paper", texts("next"), style=Style.PRIMARY,
                       act=Understood(), enabled=self.picked > 0),
            ))

        def act(self, act: Act) -> Event | None:
            if isinstance(act, Picked):
                self.picked = act.number
            return None
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.screens import lettering
from kiosk.screens.base import Widget
from kiosk.screens.buttons import Button, Chip, Style
from kiosk.screens.paint import Brush
from kiosk.screens.theme import Theme, Type

__all__ = ["Button", "Chip", "Dots", "Icon", "Label", "Panel", "Picture", "Style"]


@dataclass(frozen=True)
class Label(Widget):
    """Wrapped text; with `least`, in the largest size from `type` to `least` that fits.

    `px` sets the size outright, for lines that were measured together.
    """

    text: str = field(repr=False)
    type: str = field(default="body", kw_only=True)
    least: str = field(default="", kw_only=True)
    px: int = field(default=0, kw_only=True)
    colour: str = field(default="ink", kw_only=True)
    align: str = field(default="left", kw_only=True)
    valign: str = field(default="middle", kw_only=True)

    def letters(self, theme: Theme) -> Type:
        """Return the size the text is really set in."""
        full = theme.type(self.type)
        if self.px:
            return Type(self.px, full.bold)
        if not self.least:
            return full
        return lettering.shrink(self.text, full, theme.least(self.least), self.rect[2:])

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        letters = self.letters(brush.theme)
        where = {"align": self.align, "valign": self.valign}
        brush.text(self.text, self.rect, letters, self.colour, **where)

    def fits(self, theme: Theme) -> bool:
        return lettering.fits(self.text, self.letters(theme), self.rect[2:])


@dataclass(frozen=True)
class Icon(Widget):
    """A shipped icon, as large as its rectangle allows."""

    icon: str
    colour: str = field(default="ink", kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.icon(self.icon, self.rect, self.colour)


@dataclass(frozen=True)
class Picture(Widget):
    """An image's file, as large as its rectangle allows."""

    file: bytes = field(repr=False)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.picture(self.file, self.rect)


@dataclass(frozen=True)
class Panel(Widget):
    """A rounded ground for other widgets; give them `fill` as their `ground`."""

    fill: str
    line: str = field(default="", kw_only=True)
    radius: float = field(default=1.8, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, self.fill, line=self.line, radius=self.radius)


@dataclass(frozen=True)
class Dots(Widget):
    """Which of several cards or pages shows."""

    count: int
    current: int
    colour: str = field(default="sun", kw_only=True)
    rest: str = field(default="dusk_line", kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        small, pitch = brush.theme.mm(0.9), brush.theme.mm(4)
        x = self.rect.x + (self.rect.w - (self.count - 1) * pitch) // 2
        for number in range(self.count):
            here = number == self.current
            radius = round(small * 1.5) if here else small
            place = (x + number * pitch, self.rect.y + self.rect.h // 2)
            brush.disc(*place, radius, self.colour if here else self.rest)
