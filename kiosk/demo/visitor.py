"""A person at the demo: touches what is on the screen, types, pulls levers, looks.

Everything goes the way a hand's would: posted events, pin edges, bytes. What is not there cannot
be touched, and raises `NotThere`.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kiosk.demo.world import World
from kiosk.screens.base import Rect, Widget
from kiosk.screens.keyboard import Typed

BETWEEN_TOUCHES_S = 0.4
"""A new screen is deaf for a moment, so a person waits for it."""


PATIENCE = 500
"""How often a visitor looks for something that another process or thread has to do."""


class NotThere(AssertionError):
    """A person looked for something that the kiosk does not show."""


class Visitor:
    """Hands and eyes; the simulated clock moves on a little with each touch."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._stage = world.app.desk.stage

    @property
    def screen(self) -> str:
        """Name of what is shown."""
        return self._stage.top.name

    def sees(self, screen: str) -> None:
        """Make sure that this screen is shown."""
        if self.screen != screen:
            raise NotThere(f"expected the screen {screen!r}, there is {self.screen!r}")

    def widget(self, name: str) -> Widget:
        """What can be touched under this name."""
        for widget in self._stage.view.widgets:
            if widget.name == name:
                return widget
        names = ", ".join(widget.name for widget in self._stage.view.widgets)
        raise NotThere(f"no {name!r} on the screen {self.screen!r}: {names}")

    def reads(self) -> str:
        """All words on the screen, one widget a line."""
        said = (getattr(widget, "text", "") for widget in self._stage.view.widgets)
        return "\n".join(filter(None, said))

    def touch(self, *names: str) -> None:
        """Tap one after the other, each in its middle."""
        for name in names:
            widget = self.widget(name)
            if not widget.enabled:
                raise NotThere(f"{name!r} on the screen {self.screen!r} cannot be touched yet")
            self.tap(*middle(widget.rect))

    def tap(self, x: int, y: int) -> None:
        """Tap a pixel."""
        self.wait(BETWEEN_TOUCHES_S)
        self._press(x, y)
        self._lift(x, y)

    def hold(self, name: str, seconds: float) -> None:
        """Keep a finger on something."""
        x, y = middle(self.widget(name).rect)
        self.wait(BETWEEN_TOUCHES_S)
        self._press(x, y)
        self.wait(seconds)
        self._lift(x, y)

    def type(self, text: str) -> None:
        """Type on a USB keyboard."""
        self.wait(BETWEEN_TOUCHES_S)
        for character in text:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=character))
        self.world.app.settle()

    def type_on_glass(self, text: str) -> None:
        """Type on the keyboard of the screen, key by key, as a finger has to."""
        for character in text:
            self.touch(self._key(character))

    def press(self, key: int) -> None:
        """Press and let go one key of a USB keyboard, such as pygame.K_RETURN."""
        self.wait(BETWEEN_TOUCHES_S)
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(pygame.Event(kind, key=key, mod=0, unicode=""))
        self.world.app.settle()

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.world.clock.advance(seconds)
        self.world.app.settle()

    def unlock(self) -> None:
        """Ask for the lock until it opens; a coil that was on a moment ago has to rest first."""
        for _ in range(PATIENCE):
            if self.widget("open_box").enabled:
                self.touch("open_box")
            self.world.app.nap(0.01)
            if self.world.levers.coil_on:
                return
        raise NotThere("the lock did not open")

    def wait_until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for another process or thread; raises NotThere if it never comes."""
        for _ in range(PATIENCE):
            self.world.app.settle()
            if happened():
                return
            self.world.app.nap(0.01)
        raise NotThere(f"waited in vain for {what}")

    def _key(self, character: str) -> str:
        """Name of the key that types this; shift and the layers are touched on the way."""
        for layer in ("", "key_shift", "key_cyrillic", "key_shift", "key_latin", "key_shift",
                      "key_numbers"):  # fmt: skip
            if layer:
                self._touch_if_there(layer)
            for widget in self._stage.view.widgets:
                if isinstance(widget.act, Typed) and widget.act.text == character:
                    return widget.name
        raise NotThere(f"no key types {character!r}")

    def _touch_if_there(self, name: str) -> None:
        if any(widget.name == name for widget in self._stage.view.widgets):
            self.touch(name)

    def _press(self, x: int, y: int) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=1, touch=False))
        self.world.app.settle()

    def _lift(self, x: int, y: int) -> None:
        pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(x, y), button=1, touch=False))
        self.world.app.settle()


def middle(rect: Rect) -> tuple[int, int]:
    """The centre pixel."""
    return rect.x + rect.w // 2, rect.y + rect.h // 2
