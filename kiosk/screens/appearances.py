"""Colours and letters to choose from, laid over whatever goes on; seen at once in all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kiosk.config.school import School
from kiosk.events import AppearanceChosen, CoverLifted, Event
from kiosk.post.appearance import Palette, TextSize
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import header, help_strip, note, note_height, paged
from kiosk.screens.widgets import Button, Chip, Label, Style


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
        palettes, sizes, said, _ = rows(
            body, theme.primary + theme.target, theme.primary + theme.target,
            note_height(look, far, body.w), 1.0, gap=theme.gap,
        )  # fmt: skip
        _, done = columns(foot, 0.5, 0.5, gap=theme.gap)
        return View(
            "paper",
            (
                *header(look, head, texts("appearance")),
                *_palettes(look, palettes),
                *_sizes(look, sizes),
                *note(look, said, "far", "eye", far, "calm"),
                Button("done", done, "paper", texts("done"), icon="check", act=CoverLifted(),
                       style=Style.PRIMARY),
                *help_strip(look, self._school),
            ),
        )  # fmt: skip


def _palettes(look: Look, area: Rect) -> Iterator[Widget]:
    theme, now = look.theme, look.theme.appearance
    name, choices = rows(area, theme.type("lead*").line, 1.0, gap=theme.mm(0.8))
    yield Label("colours", name, "paper", look.texts("colours"), type="lead*", least="small*")
    for palette, cell in zip(Palette, columns(choices, 1.0, 1.0, 1.0, gap=theme.gap), strict=True):
        yield Chip(
            f"palette_{palette}",
            cell,
            "paper",
            look.texts(f"palette_{palette}"),
            act=AppearanceChosen(replace(now, palette=palette)),
            chosen=now.palette is palette,
        )


def _sizes(look: Look, area: Rect) -> Iterator[Widget]:
    theme, now = look.theme, look.theme.appearance
    name, choices = rows(area, theme.type("lead*").line, 1.0, gap=theme.mm(0.8))
    yield Label("letters", name, "paper", look.texts("letters"), type="lead*", least="small*")
    for size, cell in zip(TextSize, columns(choices, 1.0, 1.0, gap=theme.gap), strict=True):
        yield Chip(
            f"size_{size}",
            cell,
            "paper",
            look.texts(f"letters_{size}"),
            act=AppearanceChosen(replace(now, size=size)),
            chosen=now.size is size,
            type="title" if size is TextSize.LARGE else "body",
        )
