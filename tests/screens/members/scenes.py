"""Sittings in every state, to be looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.events import CardMade, PrinterTrouble
from kiosk.post.committee import CardRecord, Committee
from kiosk.post.roles import Role
from kiosk.post.sitting import Making, Said, Sitting, Step, Strip
from kiosk.post.tasks import Task
from tests.office import COMMITTEE, ROLES

CODE = "14825073966148203570"
SECOND = Role.SOCIAL_PEDAGOGUE
DAY = date(2026, 11, 27)

FOUNDING = Sitting((ROLES,), task=Task.FOUND)
GATHERING = Sitting.begun(COMMITTEE)
HERE = replace(GATHERING, gathered=True, missing=(), present=ROLES)
RESCUED = replace(
    GATHERING, by_envelope=True, task=Task.RESCUE, missing=ROLES[2:], present=ROLES[:2],
    out=frozenset({3}),
)  # fmt: skip


def many(count: int) -> Committee:
    """A committee in which one role has so many cards."""
    more = (CardRecord(n, SECOND, b"", b"", DAY) for n in range(4, 4 + count))
    return replace(COMMITTEE, cards=(*COMMITTEE.cards, *more))


def doing(task: Task, **state: object) -> Sitting:
    return replace(HERE, task=task, **state)  # type: ignore[arg-type]


def making(
    step: Step, role: Role | None = SECOND, strip: Strip = Strip.NONE, **state: object
) -> Sitting:
    """While a card is made."""
    number = 4 if role else 0
    made = CardMade(role, number, CODE) if step in {Step.COPY, Step.TYPE} else None
    card = Making(role, step, number if step is not Step.AWAY else 0, made, strip)
    return replace(FOUNDING, making=card, **state)  # type: ignore[arg-type]


def miscopied(*wrong: int) -> Sitting:
    """These groups were typed back otherwise."""
    sitting = making(Step.TYPE, said=Said.MISCOPIED)
    assert sitting.making is not None
    return replace(sitting, making=replace(sitting.making, wrong=wrong))


FRESH = ((4, ROLES[0]), (5, ROLES[0]), (6, ROLES[1]), (7, ROLES[2]))

SITTINGS: dict[str, Sitting] = {
    "start": Sitting((ROLES,)),
    "start, no clock": Sitting((ROLES,), said=Said.CLOCK_UNKNOWN),
    "start, cut off": Sitting((ROLES,), said=Said.CUT_OFF),
    "gather": GATHERING,
    "gather, one here": replace(GATHERING, present=ROLES[:1], missing=ROLES[1:]),
    "gather, working": replace(GATHERING, working=True),
    "gather, envelope": replace(GATHERING, envelope_next=True),
    "gather, right": replace(GATHERING, said=Said.ENVELOPE_RIGHT, wanted=2),
    "gather, wrong": replace(GATHERING, envelope_next=True, said=Said.ENVELOPE_UNKNOWN),
    "gather, repeated": replace(GATHERING, said=Said.CARD_REPEATED),
    "gather, unknown": replace(GATHERING, said=Said.CARD_UNKNOWN),
    "gather, revoked": replace(GATHERING, said=Said.CARD_REVOKED),
    "gather, again": replace(GATHERING, said=Said.GATHER_AGAIN),
    "menu": HERE,
    "menu, drilled": replace(HERE, said=Said.DRILLED),
    "menu, many": replace(HERE, committee=many(6)),
    "menu, list failed": replace(HERE, strip=Strip.FAILED, trouble=PrinterTrouble.PAPER_OUT),
    "menu, list": replace(HERE, strip=Strip.PRINTED),
    "menu, clock": replace(HERE, said=Said.CLOCK_UNKNOWN),
    "roster": FOUNDING,
    "roster, thin": replace(FOUNDING, fresh=FRESH),
    "roster, full": replace(FOUNDING, fresh=(*FRESH, (8, ROLES[1]), (9, ROLES[2]))),
    "roster, complete": replace(FOUNDING, fresh=FRESH, envelope=True),
    "add": doing(Task.ADD),
    "lost": doing(Task.LOST),
    "lost, marked": doing(Task.LOST, out=frozenset({2}), fresh=((4, SECOND),)),
    "lost, bare": doing(Task.LOST, out=frozenset({1, 2, 3})),
    "lost, working": doing(Task.LOST, out=frozenset({2}), fresh=((4, SECOND),), working=True),
    "year": doing(Task.YEAR),
    "year, many": doing(Task.YEAR, committee=many(14)),
    "year, clock": doing(Task.YEAR, said=Said.CLOCK_UNKNOWN),
    "rescue": RESCUED,
    "rescue, complete": replace(RESCUED, fresh=((4, ROLES[2]),), envelope=True),
    "drill": doing(Task.DRILL),
    "drill, wrong": doing(Task.DRILL, said=Said.ENVELOPE_UNKNOWN),
    "drill, working": doing(Task.DRILL, working=True),
    **{f"away, {role}": making(Step.AWAY, role) for role in (*ROLES, None)},
    "copy": making(Step.COPY),
    "copy, envelope": making(Step.COPY, None),
    "copy, printing": making(Step.COPY, strip=Strip.PRINTING),
    "copy, printed": making(Step.COPY, strip=Strip.PRINTED),
    "copy, failed": making(Step.COPY, strip=Strip.FAILED, trouble=PrinterTrouble.PAPER_OUT),
    "copy, stalled": making(Step.COPY, None, Strip.FAILED, trouble=PrinterTrouble.STALLED),
    "type": making(Step.TYPE),
    "type, envelope": making(Step.TYPE, None),
    "type, wrong": miscopied(1),
    "type, two wrong": miscopied(0, 3),
    "type, working": making(Step.TYPE, working=True),
    "ready": making(Step.READY),
    "ready, saving": making(Step.READY, working=True),
    "ready, envelope": making(Step.READY, None),
    "ready, new envelope": replace(making(Step.READY, None), committee=COMMITTEE),
    "keeping": replace(FOUNDING, formed=COMMITTEE, working=True),
    "keeping a card": doing(Task.ADD, formed=COMMITTEE, working=True),
    "keeping keys": doing(Task.YEAR, formed=COMMITTEE, working=True, percent=40),
    "keeping failed": doing(Task.YEAR, formed=COMMITTEE, said=Said.NOT_KEPT),
    "done": replace(FOUNDING, kept=True, committee=COMMITTEE),
    "done, printed": replace(FOUNDING, kept=True, committee=COMMITTEE, strip=Strip.PRINTED),
    "done, printing": replace(FOUNDING, kept=True, committee=COMMITTEE, strip=Strip.PRINTING),
    "done, failed": doing(
        Task.YEAR, kept=True, strip=Strip.FAILED, trouble=PrinterTrouble.PAPER_OUT
    ),
    "done, many": doing(Task.YEAR, kept=True, committee=many(12)),
}
