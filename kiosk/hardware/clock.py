"""The system's clock, and how far it can be believed (law 7)."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from kiosk.hardware.ports import Clock
from kiosk.post.clock import ClockLevel, Correction, Reading

BUILT = datetime(2026, 11, 22, tzinfo=UTC)
"""Raised with each release: no true clock shows an earlier day."""

RTC_DRIFT = timedelta(minutes=30)
"""Without a network the system's clock leaves the RTC's by seconds a day."""

RTC = Path("/sys/class/rtc/rtc0/since_epoch")
BOOT = Path("/proc/sys/kernel/random/boot_id")
SET_BY_NETWORK = Path("/run/systemd/timesync/synchronized")
"""systemd's mark, for a sandbox in which the kernel may not be asked."""

TIME_ERROR = 5  # what adjtimex returns while no network time has set the clock in this boot


class SystemClock:
    """Reads the kernel's clock; in `zone`, or the machine's own.

    NETWORK while the kernel is kept by network time; RTC if the battery clock can be read (the
    kernel refuses when its oscillator had stopped) and agrees; otherwise UNKNOWN. A moment before
    this software was built is never told, nor believed.
    """

    def __init__(
        self,
        zone: tzinfo | None = None,
        *,
        wall: Callable[[], float] = time.time,
        kept_by_network: Callable[[], bool] = lambda: kept_by_network(adjtimex(), SET_BY_NETWORK),
        rtc: Path = RTC,
    ) -> None:
        self._zone, self._wall = zone, wall
        self._kept_by_network, self._rtc = kept_by_network, rtc
        self._boot = ""

    def now(self) -> datetime:
        """Aware local time, never before the build."""
        return max(self._moment(), BUILT).astimezone(self._zone)

    def monotonic(self) -> float:
        """Seconds that never jump; the kernel stamps edges with the same clock."""
        return time.monotonic()

    @property
    def level(self) -> ClockLevel:
        """How far `now` can be believed; asked anew each time, for network time may come later."""
        if self._moment() < BUILT:
            return ClockLevel.UNKNOWN
        if self._kept_by_network():
            return ClockLevel.NETWORK
        return ClockLevel.RTC if self._rtc_agrees() else ClockLevel.UNKNOWN

    def reading(self) -> Reading:
        """The moment as the kernel has it, also one before the build."""
        running_s = time.clock_gettime(time.CLOCK_BOOTTIME)
        boot = self._boot or BOOT.read_text().strip()
        self._boot = boot
        return Reading(self._moment().astimezone(self._zone), self.level, boot, running_s)

    def _moment(self) -> datetime:
        return datetime.fromtimestamp(self._wall(), UTC)

    def _rtc_agrees(self) -> bool:
        try:
            battery = datetime.fromtimestamp(int(self._rtc.read_text()), UTC)
        except (OSError, ValueError):
            return False
        return abs(battery - self._moment()) < RTC_DRIFT


class CorrectedClock:
    """A clock with what the quorum has added to it; where that does not hold, the clock's own."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.correction: Correction | None = None

    def correct(self, correction: Correction | None) -> None:
        """From now on tell the time so; None is the clock's own."""
        self.correction = correction

    def now(self) -> datetime:
        """Aware local time."""
        if self.correction is None or not self.correction.holds(reading := self.reading()):
            return self._clock.now()
        return self.correction.told(reading)[0]

    def monotonic(self) -> float:
        """Seconds that never jump."""
        return self._clock.monotonic()

    @property
    def level(self) -> ClockLevel:
        """How far `now` can be believed."""
        return self.correction.told(self.reading())[1] if self.correction else self._clock.level

    def reading(self) -> Reading:
        """What the clock itself says, uncorrected."""
        return self._clock.reading()


def adjtimex() -> int:
    """Ask the kernel for the state of its clock without changing it; -1 if it does not say."""
    timex = ctypes.create_string_buffer(512)  # modes 0: only read; larger than any kernel's struct
    return int(ctypes.CDLL(None).adjtimex(timex))


def kept_by_network(state: int, mark: Path) -> bool:
    """Whether network time has set the clock in this boot; `state` is what adjtimex said."""
    return mark.exists() if state == -1 else state != TIME_ERROR
