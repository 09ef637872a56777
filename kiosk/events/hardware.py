"""What the pins and the coil's child tell."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.events.happening import Happening


@dataclass(frozen=True)
class FromHardware(Happening):
    """Pins and the coil's child."""


@dataclass(frozen=True)
class LetterDropped(FromHardware):
    """One paper letter passed the slot."""


@dataclass(frozen=True)
class SlotBlocked(FromHardware):
    """Something stays in the slot."""


@dataclass(frozen=True)
class SlotCleared(FromHardware):
    """The slot is free again."""


@dataclass(frozen=True)
class EdgesMissed(FromHardware):
    """Some edges of a sensor never arrived: what was counted may be wrong."""


@dataclass(frozen=True)
class PinsLost(FromHardware):
    """The pins are gone: until the next start nothing is heard of slot and door."""


@dataclass(frozen=True)
class DoorOpened(FromHardware):
    """The box's door opened, or was found open at start."""


@dataclass(frozen=True)
class DoorShut(FromHardware):
    """The box's door was shut."""


@dataclass(frozen=True)
class LockOpened(FromHardware):
    """The coil is on: the door can be pulled."""


@dataclass(frozen=True)
class LockHeld(FromHardware):
    """The coil dropped: the lock holds again."""


@dataclass(frozen=True)
class LockDenied(FromHardware):
    """The lock did not take the permit: the window is over, or the clock cannot be believed."""


@dataclass(frozen=True)
class LockBroke(FromHardware):
    """The coil's child is gone or does not answer; the coil is off."""


@dataclass(frozen=True)
class NobodyOpened(FromHardware):
    """The lock was open, and the door was not pulled."""


@dataclass(frozen=True)
class DoorForced(FromHardware):
    """The door opened without a permit."""


@dataclass(frozen=True)
class DoorFoundOpen(FromHardware):
    """The door was open when the kiosk started."""


@dataclass(frozen=True)
class DoorLeftOpen(FromHardware):
    """The committee has left, and the door is still open."""


HardwareEvent = (
    LetterDropped
    | SlotBlocked
    | SlotCleared
    | EdgesMissed
    | PinsLost
    | DoorOpened
    | DoorShut
    | LockOpened
    | LockHeld
    | LockDenied
    | LockBroke
    | NobodyOpened
    | DoorForced
    | DoorFoundOpen
    | DoorLeftOpen
)
