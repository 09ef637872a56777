"""What a screen is: state turned into widgets, touches turned into intents.

`Screen.view` is a pure picture of the screen's state; the stage compares it with the last one and
paints only what differs. A touch on a widget yields its `act`: a kiosk `Event` goes to the inbox,
anything else goes back into the screen.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from kiosk.events import Event

if TYPE_CHECKING:
    from kiosk.screens.paint import Brush
    from kiosk.screens.theme import Theme
    from kiosk.texts import Texts


class Rect(NamedTuple):
    """Pixels on the stage."""

    x: int
    y: int
    w: int
    h: int

    def holds(self, x: int, y: int) -> bool:
        """Whether the point lies inside."""
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h


@dataclass(frozen=True)
class Act:
    """What a touch means inside its own screen; never leaves it."""


class When(StrEnum):
    """When a widget answers a finger."""

    RELEASE = "release"  # buttons: a finger may still slide away
    PRESS = "press"  # keys: young children tap and hold
    REPEAT = "repeat"  # backspace: on press, then again while held
    HOLD = "hold"  # the committee's gesture: held for HOLD_S seconds
    POINT = "point"  # text area: where it was tapped, not where a finger was drawn


@dataclass(frozen=True)
class Pull:
    """What a finger drawn along a widget means, each time it has gone so many pixels.

    Drawn up it means `on`, down `back`: what lies under the finger comes along. There are always
    buttons and keys for the same.
    """

    pixels: int
    back: Act = field(repr=False)
    on: Act = field(repr=False)


@dataclass(frozen=True)
class Widget:
    """Something visible; equal widgets look equal, so they are not painted again.

    `name` is unique in its view and is what `--geometry` calls it. `ground` is the colour beneath.
    A finger that rests on it for half a second means `held` besides; a second touch within 0.4 s
    means `twice` instead of `act`. A finger drawn along it, where it has a `pull`, is no tap.
    """

    name: str
    rect: Rect
    ground: str
    act: Act | Event | None = field(default=None, repr=False, kw_only=True)
    when: When = field(default=When.RELEASE, kw_only=True)
    held: Act | None = field(default=None, repr=False, kw_only=True)
    twice: Act | None = field(default=None, repr=False, kw_only=True)
    pull: Pull | None = field(default=None, repr=False, kw_only=True)
    enabled: bool = field(default=True, kw_only=True)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        """Draw into the brush, clipped to `rect` and already filled with `ground`."""
        raise NotImplementedError

    def fits(self, theme: Theme) -> bool:
        """Whether all text stays inside `rect`, without painting it."""
        return True


@dataclass(frozen=True)
class Look:
    """All a view depends on beside its screen's own state."""

    width: int
    height: int
    theme: Theme
    texts: Texts


@dataclass(frozen=True)
class View:
    """One picture: a ground colour and widgets from back to front; `dim` in little light."""

    ground: str
    widgets: tuple[Widget, ...]
    dim: bool = False


@dataclass(frozen=True)
class KeyStroke:
    """One key of a USB keyboard: either typed text, or the name of a control key.

    `control` is one of backspace, delete, return, escape, left, right, up, down, home, end,
    page_up, page_down, layout (the chord that changes it); tab and back_tab stay with the stage,
    which moves the focus by them. `printed` is what stands on a Kyrgyz or Russian cap at the place
    of the key, where the system took it for a US keyboard's; see `caps`.
    """

    text: str = field(default="", repr=False)
    control: str = ""
    printed: str = field(default="", repr=False)


class Screen(ABC):
    """One screen. Attributes are its state; after changing one from outside, refresh the stage."""

    name: ClassVar[str]
    holds_letter: ClassVar[bool] = False
    """Idling here warns and then erases; elsewhere it goes back to the board."""

    @abstractmethod
    def view(self, look: Look) -> View:
        """Return the picture of the state."""

    def act(self, act: Act) -> Event | None:
        """Do what a touch means here; an event, if one follows, goes to the inbox."""
        return None

    def point(self, widget: str, x: int, y: int) -> None:
        """A finger tapped at a pixel of a `When.POINT` widget."""
        return

    def key(self, stroke: KeyStroke) -> Event | None:
        """Take a key of a USB keyboard."""
        return None

    def cover(self) -> None:
        """Hide what was written from whoever comes next; one touch shows it again."""
        return

    def wipe(self) -> None:
        """Forget every letter, card and row: the stage calls it before another screen shows."""
        return
