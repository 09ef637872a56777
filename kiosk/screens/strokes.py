"""The USB keyboard: typed text and control keys, repeated while held."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kiosk.screens.base import KeyStroke
from kiosk.screens.touch import REPEAT_AFTER_S, REPEAT_EVERY_S

CONTROLS = {
    pygame.K_BACKSPACE: "backspace",
    pygame.K_DELETE: "delete",
    pygame.K_RETURN: "return",
    pygame.K_KP_ENTER: "return",
    pygame.K_ESCAPE: "escape",
    pygame.K_TAB: "tab",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_HOME: "home",
    pygame.K_END: "end",
    pygame.K_PAGEUP: "page_up",
    pygame.K_PAGEDOWN: "page_down",
}
ONCE = frozenset({"return", "escape"})
"""Keys that decide something: holding them down does it once."""


class Strokes:
    """Turns pygame's keys into strokes. Calls `heard` for every key, `typed` for each stroke.

    The repeat is ours: a timer of SDL's would not wake the loop.
    """

    def __init__(
        self,
        monotonic: Callable[[], float],
        heard: Callable[[], None],
        typed: Callable[[KeyStroke], None],
    ) -> None:
        self._monotonic, self._heard, self._typed = monotonic, heard, typed
        self._held = ""
        self._due: float | None = None

    def feed(self, event: pygame.event.Event) -> None:
        """Take a key event; anything else is ignored."""
        if event.type == pygame.TEXTINPUT:
            self._heard()
            self._typed(KeyStroke(text=event.text))
        elif event.type == pygame.KEYDOWN and event.key in CONTROLS:
            self._heard()
            self._press(_control(event))
        elif event.type == pygame.KEYUP and self._holds(event.key):
            self.release()

    def release(self) -> None:
        """No key is held any more."""
        self._held, self._due = "", None

    def deadline(self) -> float | None:
        """When the next repeat is due."""
        return self._due

    def tick(self) -> None:
        """Repeat the held key if that is due."""
        if self._due is not None and self._due <= self._monotonic():
            self._due = self._monotonic() + REPEAT_EVERY_S
            self._typed(KeyStroke(control=self._held))

    def _holds(self, key: int) -> bool:
        """Whether this key is the one held; Shift may have been let go before it."""
        return CONTROLS.get(key) == self._held.removeprefix("back_")

    def _press(self, control: str) -> None:
        if control == self._held:  # the system repeats too
            return
        self._held = control
        self._due = None if control in ONCE else self._monotonic() + REPEAT_AFTER_S
        self._typed(KeyStroke(control=control))


def _control(event: pygame.event.Event) -> str:
    """The control key of a key event, empty if it is none."""
    back = event.key == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT
    return "back_tab" if back else CONTROLS.get(event.key, "")
