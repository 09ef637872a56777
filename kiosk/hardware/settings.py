"""What the hardware asks of the machine's settings; `kiosk.config.Machine` answers."""

from __future__ import annotations

from typing import Literal, Protocol


class Pins(Protocol):
    """BCM numbers of the header's pins, and which level means what."""

    @property
    def slot(self) -> int: ...
    @property
    def door(self) -> int: ...
    @property
    def lock(self) -> int: ...
    @property
    def slot_blocked_high(self) -> bool: ...
    @property
    def door_open_high(self) -> bool: ...


class LockTimes(Protocol):
    """How long the coil may be on, and must be off, in seconds."""

    @property
    def pulse_s(self) -> float: ...
    @property
    def rest_s(self) -> float: ...


class Printing(Protocol):
    """Where the printer is and what it has."""

    @property
    def connection(self) -> Literal["usb", "serial", "network", "file", "none"]: ...
    @property
    def device(self) -> str: ...
    @property
    def dots(self) -> Literal[384, 576]: ...
    @property
    def cutter(self) -> bool: ...


class MachineLike(Protocol):
    """The machine's settings."""

    @property
    def pins(self) -> Pins: ...
    @property
    def lock(self) -> LockTimes: ...
    @property
    def printer(self) -> Printing: ...
