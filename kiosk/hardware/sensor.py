"""A contact on a pin, through gpiozero, on whichever pin factory it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gpiozero import DigitalInputDevice

from kiosk.config.machine import Pull

PULLED_UP: dict[Pull, bool | None] = {"up": True, "down": False, "none": None}


class Sensor(DigitalInputDevice):  # type: ignore[misc] # gpiozero is untyped
    """Hands on every edge with its own moment, also two equal ones: then one was missed.

    `high` says whether a high level means on; pulled up, a cut wire reads high. `told` is the level
    that the last edge led to.
    """

    def __init__(
        self,
        pin: int,
        *,
        high: bool,
        edge: Callable[[bool, float], None],
        pin_factory: Any,
        pull: Pull = "up",
    ) -> None:
        self._high, self._edge = high, edge
        self._active_high = pull != "up"  # gpiozero takes the pulled level for rest
        self._started = False
        active = {"active_state": True} if pull == "none" else {}
        super().__init__(pin, pull_up=PULLED_UP[pull], pin_factory=pin_factory, **active)
        self.told = self.on
        self._started = True

    @property
    def on(self) -> bool:
        """Level now."""
        return self._means_on(active=bool(self.is_active))

    @property
    def lost(self) -> int:
        """Edges that the kernel had no more room for, since the start; mock pins lose none."""
        return int(getattr(self.pin, "lost", 0))

    def missed(self, drain: Callable[[], None], at: float) -> bool:
        """Compare the level with what the edges told; where they disagree, say it as an edge.

        An edge may come between reading and draining, so they have to disagree twice.
        """
        level = self.on
        for _ in range(2):
            drain()
            if self.told == level:
                return False
            level = self.on
        self.told = level
        self._edge(level, at)
        return True

    def _means_on(self, *, active: bool) -> bool:
        return self._high == (active == self._active_high)

    def _fire_events(self, ticks: float, new_active: bool) -> None:  # noqa: FBT001 - gpiozero's
        super()._fire_events(ticks, new_active)
        if self._started:  # the first call only tells the level, which `on` gives
            self.told = self._means_on(active=new_active)
            self._edge(self.told, ticks)
