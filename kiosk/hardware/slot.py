"""The slot as a pure state machine: raw edges and moments in, letters and jams out.

A pass begins when the beam (or flap) is first blocked and ends when it has stayed clear for
`settle_s`; whatever flickers in between belongs to the same letter, however long or slow it is.
Edges may be handed in late: what was due before an edge is worked out first, so the count does not
depend on when anybody looked. Two equal edges mean that the one between them was missed.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.machine import SlotSettings
from kiosk.events import HardwareEvent, LetterDropped, SlotBlocked, SlotCleared


@dataclass(frozen=True)
class SlotTimes:
    """How the sensor's edges are read, in seconds.

    `settle_s`: clear for so long means the letter is through. `glitch_s`: a shadow shorter than
    this is no letter. `jam_s`: blocked for so long is said aloud.
    """

    settle_s: float = 0.05
    glitch_s: float = 0.0005
    jam_s: float = 5.0


def times(settings: SlotSettings) -> SlotTimes:
    """The times that the settings name."""
    return SlotTimes(settings.settle_s, settings.glitch_s, settings.jam_s)


@dataclass
class _Pass:
    began: float
    cleared: float | None = None
    counts: bool = True
    missed: bool = False
    jam: bool = False


class Slot:
    """Counts one letter for one pass; `blocked` is the level found at start, at moment `at`.

    What is in the slot at start is said at the first tick and is not counted: nobody knows
    whether it was counted before the power went.
    """

    def __init__(self, times: SlotTimes, *, blocked: bool, at: float) -> None:
        self._times = times
        self._pass = _Pass(at - times.jam_s, counts=False) if blocked else None

    def edge(self, *, blocked: bool, at: float) -> list[HardwareEvent]:
        """Take an edge of the sensor; `at` is when it happened, on the monotonic clock."""
        said = self.tick(at)
        passing = self._pass = self._pass or _Pass(at, cleared=None if blocked else at)
        passing.missed |= not blocked and passing.cleared is not None
        passing.cleared = None if blocked else at
        return said

    def deadline(self) -> float | None:
        """When `tick` has something to say next, if no edge comes."""
        passing = self._pass
        if passing is None:
            return None
        if passing.cleared is not None:
            return passing.cleared + self._times.settle_s
        return None if passing.jam else passing.began + self._times.jam_s

    def tick(self, now: float) -> list[HardwareEvent]:
        """Say what has become certain by `now`; edges that happened before `now` go first."""
        due, passing = self.deadline(), self._pass
        if passing is None or due is None or now < due:
            return []
        if passing.cleared is None:
            passing.jam = True
            return [SlotBlocked()]
        self._pass = None
        return self._through(passing, passing.cleared - passing.began)

    def _through(self, passing: _Pass, lasted_s: float) -> list[HardwareEvent]:
        cleared: list[HardwareEvent] = [SlotCleared()] if passing.jam else []
        if passing.counts and (passing.missed or lasted_s >= self._times.glitch_s):
            return [*cleared, LetterDropped()]
        return cleared
