"""Time, signals, threads."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.events.happening import Happening


class Alarm(StrEnum):
    """Moments the kiosk itself asked for."""

    CARD = "card"
    COVER = "cover"
    IDLE = "idle"
    ERASE = "erase"
    WINDOW = "window"
    COUNTDOWN = "countdown"
    DOOR = "door"
    SERVICE = "service"
    RENEW = "renew"
    TRY = "try"
    LOCK = "lock"


@dataclass(frozen=True)
class FromSystem(Happening):
    """Time, signals, threads."""


@dataclass(frozen=True)
class AlarmRang(FromSystem):
    """A deadline passed."""

    alarm: Alarm


@dataclass(frozen=True)
class Touched(FromSystem):
    """Somebody touched the screen or a key: idling starts anew."""


@dataclass(frozen=True)
class StayAsked(FromSystem):
    """Still here: the idle warning goes away."""


@dataclass(frozen=True)
class StopAsked(FromSystem):
    """SIGTERM, or the window was closed."""


SystemEvent = AlarmRang | Touched | StayAsked | StopAsked
