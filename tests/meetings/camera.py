"""A camera on the glass: it keeps every frame that is painted, and proves what is on it.

It is a second stage of the same kiosk, drawn right after the first one. It paints the same widgets
once more on glass of its own: where both agree to the last pixel, nothing is left on the first from
before, and what the widgets say is all that there is to read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass

import pygame

from kiosk.events import Event
from kiosk.screens.base import Rect
from kiosk.screens.stage import Stage
from tests.guest import Guest

Words = tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """One picture: the screen's name, the pixels, and every text of every widget."""

    screen: str
    pixels: bytes
    words: Words

    def holds(self, word: str) -> bool:
        """Whether it can be found on it, however it was wrapped."""
        return "".join(word.split()) in "".join("".join(self.words).split())


class Camera(Stage):
    """Watches from the moment it was made."""

    def __init__(self, guest: Guest) -> None:
        self._watched = guest.world.app.desk.stage
        self._glass = guest.world.surface
        self.frames: list[Frame] = []
        super().__init__(
            pygame.Surface(self._glass.get_size(), 0, self._glass),
            self._watched._theme,
            _nobody_hears,
            lambda: 0.0,
            self._watched.language,
        )
        guest.world.app.add_stage(self)

    def refresh(self) -> None:
        self._view = self._watched.view

    def feed(self, event: pygame.event.Event) -> None:
        """It has no fingers."""

    def tick(self) -> None:
        """Nothing falls due."""

    def deadline(self) -> float | None:
        return None

    def draw(self) -> list[Rect]:
        """Take the picture that was just painted, if it is a new one."""
        pixels = pygame.image.tobytes(self._glass, "RGB")
        said = tuple(word for widget in self._view.widgets for word in _texts(widget))
        frame = Frame(self._watched.screen.name, pixels, said)
        if not self.frames or frame != self.frames[-1]:
            self._proves(frame)
            self.frames.append(frame)
        return []

    def cut(self) -> list[Frame]:
        """All frames since the last cut; the one that stands on the glass begins the next."""
        taken, self.frames = self.frames, self.frames[-1:]
        return taken

    def _proves(self, frame: Frame) -> None:
        self._marked = self._watched._marked
        self._paint_all()
        self._surface.set_at((0, 0), self._watched.beacon)
        mine = pygame.image.tobytes(self._surface, "RGB")
        assert mine == frame.pixels, f"{frame.screen!r} has pixels that no widget painted"


def _nobody_hears(_: Event) -> None:
    """A camera has nothing to say."""


def _texts(value: object) -> Words:
    """Every text in a widget, covered or not, in whatever field it lies."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, tuple | list | frozenset):
        return tuple(word for one in value for word in _texts(one))
    if is_dataclass(value):
        return tuple(w for one in fields(value) for w in _texts(getattr(value, one.name)))
    return ()
