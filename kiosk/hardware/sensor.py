"""A contact on a pin, through gpiozero, on whichever pin factory it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gpiozero import DigitalInputDevice


class Sensor(DigitalInputDevice):  # type: ignore[misc] # gpiozero is untyped
    """Hands on every edge with its own moment, also two equal ones: then one was missed.

    The pin is pulled up, so a cut wire reads high. `high` says whether a high level means on.
    """

    def __init__(
        self, pin: int, *, high: bool, edge: Callable[[bool, float], None], pin_factory: Any
    ) -> None:
        self._high, self._edge = high, edge
        self._started = False
        super().__init__(pin, pull_up=True, pin_factory=pin_factory)
        self._started = True

    @property
    def on(self) -> bool:
        """Level now."""
        return self._means_on(low=bool(self.is_active))

    def _means_on(self, *, low: bool) -> bool:
        return self._high != low

    def _fire_events(self, ticks: float, new_active: bool) -> None:  # noqa: FBT001 - gpiozero's
        super()._fire_events(ticks, new_active)
        if self._started:  # the first call only tells the level, which `on` gives
            self._edge(self._means_on(low=new_active), ticks)
