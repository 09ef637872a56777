"""The door's reed switch as a pure state machine: raw edges and moments in, opened and shut out."""

from __future__ import annotations

from kiosk.events import DoorOpened, DoorShut, HardwareEvent

SETTLE_S = 0.05
"""A reed rattles for a few milliseconds; a door takes longer."""


class DoorSwitch:
    """Says each change that lasted `settle_s`; a door found open at start is said at first tick.

    Edges may be handed in late: what was due before an edge is worked out first.
    """

    def __init__(self, *, is_open: bool, at: float, settle_s: float = SETTLE_S) -> None:
        self._settle_s = settle_s
        self._level, self._said = is_open, False
        self._since = at - settle_s

    def edge(self, *, is_open: bool, at: float) -> list[HardwareEvent]:
        """Take an edge of the switch; `at` is when it happened, on the monotonic clock."""
        said = self.tick(at)
        self._level, self._since = is_open, at
        return said

    def deadline(self) -> float | None:
        """When `tick` has something to say next, if no edge comes."""
        return None if self._level == self._said else self._since + self._settle_s

    def tick(self, now: float) -> list[HardwareEvent]:
        """Say what has become certain by `now`; edges that happened before `now` go first."""
        due = self.deadline()
        if due is None or now < due:
            return []
        self._said = self._level
        return [DoorOpened() if self._said else DoorShut()]
