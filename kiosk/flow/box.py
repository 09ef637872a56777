"""The steel box: what follows from its slot, its door and its lock."""

from __future__ import annotations

from typing import assert_never

from kiosk import events as ev
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.desk import Desk
from kiosk.flow.front import Front
from kiosk.post.incidents import Incident


class Box:
    """Follows the hardware."""

    def __init__(self, desk: Desk, front: Front, committee: CommitteeFlow) -> None:
        self._desk, self._front, self._committee = desk, front, committee

    def on(self, event: ev.HardwareEvent) -> None:
        """Store first; the thanks follow from the store's answer."""
        match event:
            case ev.LetterDropped():
                self._desk.store.count_paper()
            case ev.SlotBlocked():
                self._desk.slot_blocked = True
            case ev.SlotCleared():
                self._desk.slot_blocked = False
            case ev.DoorOpened():
                self._door_opened()
            case ev.DoorShut():
                self._desk.door_open = False
            case ev.LockOpened() | ev.LockHeld() | ev.LockDenied() | ev.LockBroke():
                pass
            case _:
                assert_never(event)
        self._committee.follow(event)
        self._front.refresh()

    def _door_opened(self) -> None:
        """Without the quorum before it, an open door is tampering: the committee will hear."""
        desk = self._desk
        desk.door_open = True
        day = desk.today() or desk.board.mark
        if day is not None and not self._committee.gathered:
            desk.store.note_incident(day, Incident.FORCED)
