"""What is found of slot, door and lock, whoever asked them: the doctor's bench, or the kiosk."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.post.finding import Finding, Part, green, red, say, yellow

ALIGN = say("doc_align_do")


@dataclass(frozen=True)
class Seen:
    """Slot and door; `edges` came within a moment, and while the door was open."""

    blocked: bool
    door_is_open: bool
    edges: int = 0


def slot(seen: Seen) -> Finding:
    """Judge the beam; with the door shut, what changes may be a letter and is not told."""
    if seen.blocked:
        return red(Part.SLOT, say("doc_slot_blocked"), say("doc_slot_blocked_do"), ALIGN)
    if seen.edges:
        what = say("doc_slot_flickers", times=seen.edges)
        return yellow(Part.SLOT, what, say("doc_slot_flickers_do"), ALIGN)
    return green(Part.SLOT, say("doc_slot_quiet" if seen.door_is_open else "doc_slot_clear"))


def door(*, is_open: bool) -> Finding:
    """An open door is nobody's fault, and nobody's good news."""
    if is_open:
        return yellow(Part.DOOR, say("doc_door_open"), say("doc_door_open_do"))
    return green(Part.DOOR, say("doc_door_shut"))


def held_by_the_kiosk(seen: Seen, *, lock_answers: bool) -> list[Finding]:
    """Judge what the running kiosk sees of its own box."""
    lock = green(Part.LOCK, say("doc_lock_kiosk")) if lock_answers else lock_broken()
    return [
        green(Part.PINS, say("doc_pins_kiosk")),
        slot(seen),
        door(is_open=seen.door_is_open),
        lock,
    ]


def lock_broken() -> Finding:
    """The coil's process is gone."""
    return red(Part.LOCK, say("doc_lock_gone"), say("doc_lock_silent_do"))


def lock_refused() -> Finding:
    """Law 2 forbids the trial."""
    return yellow(Part.LOCK, say("doc_lock_refused"), say("doc_lock_refused_do"))


def lock_tried() -> Finding:
    """The coil was on for a moment; what the bolt did only a person can say."""
    return green(Part.LOCK, say("doc_lock_tried"), say("doc_lock_tried_do"))
