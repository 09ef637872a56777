"""What comes between the steps of a review, and covers them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.events import PrinterTrouble
from kiosk.post.roles import Role


class Interlude(StrEnum):
    """What covers the step: nothing of a letter is on it, and the step comes back as it was."""

    LOCKED = "locked"
    DIGITS = "digits"
    MEMBERS = "members"
    STEP_OUT = "step_out"
    LETTERS = "letters"
    SLIPS = "slips"
    ROOM = "room"
    WAITING = "waiting"
    KEPT = "kept"
    NUMBER = "number"
    DESK = "desk"
    DUE = "due"


class Setting(StrEnum):
    """How far the quorum is with a doubted clock (law 7), or with a review out of turn."""

    ASKED = "asked"
    DONE = "done"


@dataclass(frozen=True)
class Lock:
    """The screen is locked until two roles are `back`; `wrong` tries so far."""

    back: frozenset[Role] = frozenset()
    wrong: int = 0


@dataclass(frozen=True)
class Slips:
    """Letters being printed to be read in a room, by their labels; the first of `left` is next.

    `came` is the last that came out whole, `out` are all of this meeting. With `trouble` nothing
    prints until it is asked again.
    """

    left: tuple[int, ...] = ()
    came: int | None = None
    trouble: PrinterTrouble | None = None
    out: frozenset[int] = frozenset()

    @property
    def printing(self) -> bool:
        """Whether one is coming out."""
        return bool(self.left) and self.trouble is None
