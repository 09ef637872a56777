"""What comes between the steps of a review, filled with something to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from kiosk.demo.school import SCHOOL
from kiosk.post.handling import AtHand
from kiosk.post.meeting import OpenedLetter
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.screens.base import Screen
from kiosk.screens.committee.arrange import Arrange, Ask
from kiosk.screens.committee.digits import Digits, Locked
from kiosk.screens.committee.due import Due
from kiosk.screens.committee.kept import Kept, Numbered
from kiosk.screens.committee.letters import Letters, Slips
from kiosk.screens.committee.members import Members
from kiosk.screens.committee.rollcall import RollCall
from kiosk.screens.committee.room import Room, StepOut, Waiting

DEPUTY, PEDAGOGUE, _ = Role
STEP = Step.REGISTER
LEFT = (AtHand(None), *(AtHand(OpenedLetter(n, None, n)) for n in range(1, 9)))


def _arranging() -> Arrange:
    return Arrange(date(2026, 11, 30), time(14), time(16))


def _urgent() -> Arrange:
    arranging = _arranging()
    arranging.act(Ask(urgent=True))
    return arranging


INTERLUDES: dict[str, Callable[[], Screen]] = {
    "arrange": _arranging,
    "arrange, urgent": _urgent,
    "corridor": lambda: RollCall(tuple(Role)),
    "digits": lambda: Digits(Step.UNLOCK, PEDAGOGUE),
    "locked": lambda: Locked(SCHOOL),
    "members": lambda: Members(STEP, tuple(Role)),
    "members, one left": lambda: Members(STEP, (PEDAGOGUE,), (DEPUTY,)),
    "room": lambda: Room(STEP, (DEPUTY,), (PEDAGOGUE,)),
    "room, too few": lambda: Room(STEP, too_few=True),
    "step out": lambda: StepOut(STEP, tuple(Role)),
    "kept": lambda: Kept(STEP, AtHand(OpenedLetter(7, None, 7))),
    "kept, aside": lambda: Kept(STEP, AtHand(OpenedLetter(7, None, 7)), aside=True),
    "kept, the last": lambda: Kept(STEP, AtHand(None), again=True),
    "number": lambda: Numbered(STEP, 137),
    "room, the last": lambda: Room(STEP, (DEPUTY,), later=False),
    "letters, the last": lambda: Letters(STEP, LEFT[:1], later=False),
    "waiting": lambda: Waiting(STEP, 2, (DEPUTY,)),
    "letters": lambda: Letters(STEP, LEFT),
    "due": lambda: Due(STEP, 3),
    "slips": lambda: Slips(STEP, range(1, 9)),
}
