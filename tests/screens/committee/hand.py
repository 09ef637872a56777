"""A hand and an eye in front of a real stage: touches widgets by name, types, reads what shows."""

from __future__ import annotations

from dataclasses import fields, replace

import pygame

from kiosk.events import Event, Touched
from kiosk.post.appearance import Appearance, TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Rect, Screen, Widget
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme

Size = tuple[int, int, float]
LARGE: Size = (1280, 800, 10.1)
MIDDLE: Size = (1024, 600, 10.1)
SMALL: Size = (800, 480, 7.0)

CONTROLS = {
    "backspace": pygame.K_BACKSPACE,
    "delete": pygame.K_DELETE,
    "return": pygame.K_RETURN,
    "escape": pygame.K_ESCAPE,
    "tab": pygame.K_TAB,
    "left": pygame.K_LEFT,
    "right": pygame.K_RIGHT,
    "page_up": pygame.K_PAGEUP,
    "page_down": pygame.K_PAGEDOWN,
}


class Hand:
    """Shows one screen; `events` is everything it emitted."""

    def __init__(
        self,
        screen: Screen,
        size: Size = LARGE,
        language: Language = Language.EN,
        *,
        paints: bool = True,
    ) -> None:
        self._size, (width, height, diagonal) = size, size
        self.now = 100.0
        self._paints = paints
        self.events: list[Event] = []
        self.extent = width, height
        theme, surface = Theme.resolve(width, height, diagonal), pygame.Surface(self.extent)
        self.stage = Stage(surface, theme, self._heard, lambda: self.now, language)
        self.stage.show(screen)
        self._draw()

    @property
    def theme(self) -> Theme:
        """Sizes and colours as they are now."""
        width, height, diagonal = self._size
        return replace(Theme.resolve(width, height, diagonal), appearance=self.stage.appearance)

    def read_by(self, language: Language, size: TextSize) -> None:
        """Somebody else reads the same screen."""
        if self.stage.appearance.size is not size:
            self.stage.appearance = Appearance(size=size)
        self.stage.language = language

    def _draw(self) -> None:
        if self._paints:
            self.stage.draw()

    def _heard(self, event: Event) -> None:
        if not isinstance(event, Touched):
            self.events.append(event)

    def widget(self, name: str) -> Widget:
        return next(widget for widget in self.stage.view.widgets if widget.name == name)

    def has(self, name: str) -> bool:
        return any(widget.name == name for widget in self.stage.view.widgets)

    def touch(self, *names: str) -> None:
        for name in names:
            x, y, w, h = self.widget(name).rect
            self.touch_at(x + w // 2, y + h // 2)

    def touch_at(self, x: int, y: int) -> None:
        self.now += 1
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self.stage.feed(pygame.event.Event(kind, pos=(x, y), button=1, touch=False))
            self._draw()
            self.now += 0.1

    def draw(self, name: str, millimetres: int) -> None:
        """Lay a finger on it and draw it down so far, or up; then lift it."""
        x, y, w, h = self.widget(name).rect
        at, way = (x + w // 2, y + h // 2), self.theme.mm(abs(millimetres))
        to = (at[0], at[1] + (way if millimetres > 0 else -way))
        self.now += 1
        for kind, pos in (
            (pygame.MOUSEBUTTONDOWN, at), (pygame.MOUSEMOTION, to), (pygame.MOUSEBUTTONUP, to),
        ):  # fmt: skip
            told = {"pos": pos, "button": 1, "buttons": (1, 0, 0), "touch": False}
            self.stage.feed(pygame.event.Event(kind, told))
            self.now += 0.1
        self._draw()

    def type(self, text: str) -> None:
        """One key after the other, as a keyboard or a card scanner does."""
        for sign in text:
            self.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=sign))
        self._draw()

    def paste(self, text: str) -> None:
        """All at once, as some input methods do."""
        self.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
        self._draw()

    def press(self, control: str) -> None:
        key = CONTROLS[control]
        self.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        self.stage.feed(pygame.event.Event(pygame.KEYUP, key=key, mod=0))
        self._draw()

    def set(self, **state: object) -> None:
        """Change the screen's attributes from outside, as the flow does."""
        for name, value in state.items():
            setattr(self.stage.screen, name, value)
        self.stage.refresh()
        self._draw()

    def enabled(self, name: str) -> bool:
        return self.widget(name).enabled

    def chosen(self, name: str) -> bool:
        return bool(vars(self.widget(name))["chosen"])

    def text(self, name: str) -> str:
        return " ".join(_words(self.widget(name)))

    @property
    def seen(self) -> str:
        """All words that are on the glass now."""
        return "\n".join(word for widget in self.stage.view.widgets for word in _words(widget))

    @property
    def reprs(self) -> str:
        """Whatever a log or a traceback could quote."""
        return repr((self.stage.screen, self.stage.view, self.events))

    def pixels(self, rect: Rect) -> bytes:
        return pygame.image.tobytes(self.stage._surface.subsurface(rect), "RGB")


def _words(widget: Widget) -> list[str]:
    """Text fields of a widget; covered text is not on the glass."""
    shown = vars(widget)
    names = {field.name for field in fields(widget)} & {
        "text", "lines", "digits", "face", "labels", "told",
    }  # fmt: skip
    if shown.get("covered"):
        return []
    found: list[str] = []
    for name in sorted(names):
        value = shown[name]
        found += [value] if isinstance(value, str) else [*value]
    return found
