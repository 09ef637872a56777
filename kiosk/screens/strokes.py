"""The USB keyboard: typed text and control keys, repeated while held, and chords."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from kiosk.screens.base import KeyStroke
from kiosk.screens.caps import printed, us, with_altgr
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

LAYOUT = KeyStroke(control="layout")
CHORD = frozenset({pygame.K_LSHIFT, pygame.K_RSHIFT, pygame.K_LCTRL, pygame.K_RCTRL, pygame.K_LALT})
"""Ctrl+Shift or Alt+Shift, pressed and let go with nothing between, change the layout."""
ALTGR = pygame.KMOD_RALT | pygame.KMOD_MODE
COMMANDS = pygame.KMOD_CTRL | pygame.KMOD_LALT | pygame.KMOD_GUI
"""With one of these held a key is an order to somebody, and no text."""


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
        self._last: tuple[int, int] = (0, 0)
        """Place and modifiers of the key that the system's text comes from; 0 if unknown."""
        self._mute = self._chord = False
        self._cyrillic = False
        """Whether the system's own layout is one: then its signs are what they are."""

    def feed(self, event: pygame.event.Event) -> None:
        """Take a key event; anything else is ignored."""
        match event.type:
            case pygame.TEXTINPUT if not self._mute:
                self._text(event.text)
            case pygame.KEYDOWN:
                self._down(event)
            case pygame.KEYUP:
                self._up(event)

    def release(self) -> None:
        """No key is held any more."""
        self._held, self._due = "", None

    @property
    def held(self) -> str:
        """The control key that is held down, empty if none is."""
        return self._held

    def deadline(self) -> float | None:
        """When the next repeat is due."""
        return self._due

    def tick(self) -> None:
        """Repeat the held key if that is due."""
        if self._due is not None and self._due <= self._monotonic():
            self._due = self._monotonic() + REPEAT_EVERY_S
            self._typed(KeyStroke(control=self._held))

    def _text(self, text: str) -> None:
        if text.isalpha():
            self._cyrillic = not text.isascii()
        cap = "" if self._cyrillic else printed(text, *self._last)
        self._say(KeyStroke(text=text, printed=cap))

    def _say(self, stroke: KeyStroke) -> None:
        self._heard()
        self._typed(stroke)

    def _down(self, event: pygame.event.Event) -> None:
        code = getattr(event, "scancode", 0)
        self._last, self._mute = (code, event.mod), False
        self._chord = event.key in CHORD and _two(event.mod)
        if event.key in CONTROLS:
            self._heard()
            self._press(_control(event))
        elif event.mod & ALTGR and us(code, event.mod):
            # Not every system gives a text for it, and none the right one.
            self._mute = True
            self._say(KeyStroke(text=us(code, event.mod), printed=with_altgr(code, event.mod)))
        elif event.mod & COMMANDS and event.key not in CHORD:
            self._mute = True
            if event.key == pygame.K_SPACE and event.mod & pygame.KMOD_GUI:
                self._say(LAYOUT)

    def _up(self, event: pygame.event.Event) -> None:
        if getattr(event, "scancode", 0) == self._last[0]:
            self._last, self._mute = (0, 0), False
        if self._chord and event.key in CHORD:
            self._chord = False
            self._say(LAYOUT)
        if self._holds(event.key):
            self.release()

    def _holds(self, key: int) -> bool:
        """Whether this key is the one held; Shift may have been let go before it."""
        return CONTROLS.get(key) == self._held.removeprefix("back_")

    def _press(self, control: str) -> None:
        if control == self._held:  # the system repeats too
            return
        self._held = control
        self._due = None if control in ONCE else self._monotonic() + REPEAT_AFTER_S
        self._typed(KeyStroke(control=control))


def _two(mod: int) -> bool:
    """Whether Shift and one of Ctrl and Alt are held, not both."""
    return bool(mod & pygame.KMOD_SHIFT) and bool(mod & pygame.KMOD_CTRL) != bool(
        mod & pygame.KMOD_LALT
    )


def _control(event: pygame.event.Event) -> str:
    """The control key of a key event, empty if it is none."""
    back = event.key == pygame.K_TAB and event.mod & pygame.KMOD_SHIFT
    return "back_tab" if back else CONTROLS.get(event.key, "")
