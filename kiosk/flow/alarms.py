"""Deadlines of the kiosk itself: the loop sleeps no longer than the next one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kiosk.events import Alarm


class Alarms:
    """At most one moment for each alarm, in seconds that never jump."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self._monotonic = monotonic
        self._moments: dict[Alarm, float] = {}

    def set(self, alarm: Alarm, seconds: float) -> None:
        """Ring after so many seconds from now; an earlier setting is forgotten."""
        self._moments[alarm] = self._monotonic() + seconds

    def cancel(self, *alarms: Alarm) -> None:
        """Do not ring."""
        for alarm in alarms:
            self._moments.pop(alarm, None)

    def __contains__(self, alarm: Alarm) -> bool:
        return alarm in self._moments

    def deadline(self) -> float | None:
        """Moment of the next alarm, None if none is set."""
        return min(self._moments.values(), default=None)

    def due(self) -> Iterator[Alarm]:
        """Take out what is due now, the earliest first."""
        now = self._monotonic()
        for alarm, moment in sorted(self._moments.items(), key=lambda item: item[1]):
            if moment <= now:
                del self._moments[alarm]
                yield alarm
