"""What the committee must hear of at its next meeting (laws 2 and 7)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum


class Incident(StrEnum):
    """Something that happened to the box; kept with its day only. The gravest come first."""

    FORCED = "forced"
    """The door opened without a permit."""

    FOUND_OPEN = "found_open"
    """The door was open when the kiosk started: nobody knows since when."""

    RECOVERY_USED = "recovery_used"
    """The recovery envelope served to make new keys possible; also told on the board."""

    COMMITTEE_LOST = "committee_lost"
    """So many cards were lost that what was sealed cannot be opened any more."""

    LEFT_OPEN = "left_open"
    """The door was still open after a review."""

    RULE_CHANGED = "rule_changed"
    """A technician changed when the box may be opened; the protocol tells the rule in full."""

    MARK_LOWERED = "mark_lowered"
    """The quorum set a day before the last one known."""

    CLOCK_SET = "clock_set"
    """The quorum set a clock that could not be believed; kept with the day that it set."""

    SLOT_BLOCKED = "slot_blocked"
    """Something was stuck in the slot."""

    EDGES_MISSED = "edges_missed"
    """A sensor's signals were lost: the slot's count may be wrong."""

    PINS_LOST = "pins_lost"
    """The sensors fell silent until the next start: no letter counted, no door noticed."""

    NOT_OPENED = "not_opened"
    """The lock was open, and nobody pulled the door."""

    DESK_SESSION = "desk_session"
    """The quorum sat at its desk between the reviews; the box stayed shut."""


Noted = tuple[date, Incident]


def since(noted: Iterable[Noted], day: date | None) -> tuple[Noted, ...]:
    """What happened since the last review was closed on `day`, that day included."""
    return tuple((on, what) for on, what in noted if day is None or on >= day)


def by_kind(noted: Iterable[Noted]) -> dict[Incident, tuple[date, ...]]:
    """The days of each kind of incident, the gravest kind first."""
    known = sorted(noted)
    days = {kind: tuple(day for day, what in known if what is kind) for kind in Incident}
    return {kind: on for kind, on in days.items() if on}
