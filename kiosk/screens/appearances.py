"""Colours and letters to choose from, laid over whatever goes on; seen at once in all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.config.school import School
from kiosk.events import AppearanceChosen, CoverLifted, Event
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.parts import abreast, actions, header, help_strip, note, note_height, paged
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Chip, Label, Style

SAMPLE = "Аа"
TALLEST_MM = 42


@dataclass(frozen=True)
class Tile(Chip):
    """A look to choose: its name under a sample of itself, where there is room for one."""

    appearance: Appearance

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        super().paint(brush, pressed=pressed)
        above = self._parts(brush.theme)[0]
        if not above.h:
            return
        own = Brush(brush.surface, replace(brush.theme, appearance=self.appearance))
        place = inset(above, brush.theme.mm(3), brush.theme.mm(2))
        own.panel(place, "paper", line="line")
        letters, button = columns(place, 0.55, 0.45)
        middle = {"align": "centre", "valign": "middle"}
        own.text(SAMPLE, letters, own.theme.type("title"), "ink", **middle)
        high = min(button.h, brush.theme.mm(7))
        own.panel(centred(button, button.w * 3 // 4, high), "action", radius=1.2)

    def _words(self, theme: Theme) -> Rect:
        return self._parts(theme)[1]

    def _parts(self, theme: Theme) -> tuple[Rect, Rect]:
        """Return the places of sample and name; the sample's is empty on a low tile."""
        high = theme.target if self.rect.h >= 2 * theme.target else self.rect.h
        above, below = rows(self.rect, 1.0, high)
        return above, below


class Appearances(Screen):
    """Three palettes and two sizes; the next one who comes finds them as they were."""

    name = "appearances"

    def __init__(self, school: School) -> None:
        self._school = school

    def key(self, stroke: KeyStroke) -> Event | None:
        return CoverLifted() if stroke.control in ("return", "escape") else None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        far = texts("large_letters_far")
        palettes, sizes, said = rows(
            body, 1.0, 1.0, note_height(look, far, body.w), gap=theme.gap * 2
        )
        return View(
            "paper",
            (
                *header(look, head, texts("appearance")),
                *_choices(look, palettes, "colours", [*_palettes(theme.appearance)]),
                *_choices(look, sizes, "letters", [*_sizes(theme.appearance)]),
                *note(look, said, "far", "eye", far, "calm"),
                Button("done", actions(look, foot, 0.5, 0.5)[1], "paper", texts("done"),
                       icon="check", act=CoverLifted(), style=Style.PRIMARY),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip


def _palettes(now: Appearance) -> Iterator[tuple[str, str, Appearance]]:
    """Name of the widget, key of its word, and what it makes of the look."""
    for palette in Palette:
        yield f"palette_{palette}", f"palette_{palette}", replace(now, palette=palette)


def _sizes(now: Appearance) -> Iterator[tuple[str, str, Appearance]]:
    for size in TextSize:
        yield f"size_{size}", f"letters_{size}", replace(now, size=size)


def _choices(
    look: Look, area: Rect, name: str, looks: list[tuple[str, str, Appearance]]
) -> Iterator[Widget]:
    """Return what is chosen, beside or above the tiles."""
    theme = look.theme
    line = theme.type("lead*").line
    words, tiles = abreast(look, area, (theme.mm(34), 1.0), (line, 1.0), gap=theme.gap)
    tiles = tiles._replace(h=min(tiles.h, theme.mm(TALLEST_MM)))
    yield Label(name, words, "paper", look.texts(name), type="lead*", least="small*",
                valign="top" if tiles.h > theme.primary else "middle")  # fmt: skip
    cells = columns(tiles, *[1.0] * len(looks), gap=theme.gap)
    for (widget, key, appearance), cell in zip(looks, cells, strict=True):
        yield Tile(
            widget,
            cell,
            "paper",
            look.texts(key),
            appearance,
            act=AppearanceChosen(appearance),
            chosen=appearance == theme.appearance,
        )
