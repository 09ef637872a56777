"""The steel box: what follows from its slot, its door and its lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.desk import Desk
from kiosk.flow.front import Front
from kiosk.flow.technician import Technician
from kiosk.post.incidents import Incident

PULLED_S = 2.0
"""A door is noticed a little after it was pulled; the coil may have dropped meanwhile."""


class Box:
    """Follows the hardware."""

    def __init__(
        self,
        desk: Desk,
        front: Front,
        committee: CommitteeFlow,
        technician: Technician,
        emit: Callable[[ev.Event], None],
    ) -> None:
        self._desk, self._front, self._committee = desk, front, committee
        self._technician, self._emit = technician, emit
        self._found_open = desk.hardware.door.is_open
        self._lock_open = self._pulled = False
        self._held_at = float("-inf")

    def on(self, event: ev.HardwareEvent) -> None:
        """Store first; the thanks follow from the store's answer."""
        match event:
            case ev.LetterDropped() | ev.SlotBlocked() | ev.SlotCleared():
                self._slot(event)
            case ev.DoorOpened() | ev.DoorShut():
                self._door(event)
            case ev.LockOpened() | ev.LockHeld() | ev.LockDenied() | ev.LockBroke():
                self._lock(event)
            case ev.EdgesMissed():
                self._desk.note(Incident.EDGES_MISSED)
            case ev.PinsLost():
                self._desk.pins_lost = True
                self._desk.note(Incident.PINS_LOST)
            case ev.DoorForced():
                self._desk.note(Incident.FORCED)
            case ev.DoorFoundOpen():
                self._desk.note(Incident.FOUND_OPEN)
            case ev.DoorLeftOpen():
                self._desk.note(Incident.LEFT_OPEN)
            case ev.NobodyOpened():
                self._desk.note(Incident.NOT_OPENED)
            case _:
                assert_never(event)
        self._committee.follow(event)
        self._technician.follow(event)
        self._front.refresh()

    def look_at_the_door(self) -> None:
        """The committee left it open a while ago."""
        if self._desk.door_open and not self._committee.meeting:
            self._emit(ev.DoorLeftOpen())

    def _slot(self, event: ev.HardwareEvent) -> None:
        """A technician's strip, pushed through at the open door, is no letter and no jam."""
        if isinstance(event, ev.LetterDropped):
            if not self._technician.aligning:
                self._desk.store.count_paper()
            return
        self._desk.slot_blocked = isinstance(event, ev.SlotBlocked)
        if self._desk.slot_blocked and not self._technician.aligning:
            self._desk.note(Incident.SLOT_BLOCKED)

    def _door(self, event: ev.DoorOpened | ev.DoorShut) -> None:
        self._desk.door_open = isinstance(event, ev.DoorOpened)
        found, self._found_open = self._found_open, False
        if not self._desk.door_open:
            return
        self._pulled = True
        if found:
            self._emit(ev.DoorFoundOpen())
        elif not self._may_be_open():
            self._emit(ev.DoorForced())

    def _may_be_open(self) -> bool:
        """Whether a permit opened it: just now, or before in the meeting that stands here."""
        just_held = self._now() - self._held_at <= PULLED_S
        return self._lock_open or just_held or self._committee.let_open

    def _lock(self, event: ev.HardwareEvent) -> None:
        if isinstance(event, ev.LockOpened):
            self._lock_open, self._pulled = True, self._desk.hardware.door.is_open
        elif self._lock_open and not isinstance(event, ev.LockDenied):
            self._lock_open, self._held_at = False, self._now()
            if not self._pulled and not self._desk.hardware.door.is_open:
                self._emit(ev.NobodyOpened())

    def _now(self) -> float:
        return self._desk.hardware.clock.monotonic()
