"""The screens over the committee's cards, filled with something to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

from kiosk.demo.cards import CHEAP
from kiosk.demo.school import CARDS, RECOVERY, SCHOOL
from kiosk.events import CardMade
from kiosk.post.keys import Committee, enrol
from kiosk.post.roles import Role
from kiosk.post.sitting import Making, Said, Sitting, Step, Strip
from kiosk.post.tasks import Task
from kiosk.screens.base import Screen
from kiosk.screens.committee.cardentry import GroupBack
from kiosk.screens.members.card import Doubted, Lifted
from kiosk.screens.members.roster import Asked
from kiosk.screens.members.screens import screen_for
from kiosk.screens.numberpad import Digit

TODAY = date(2026, 11, 20)
LATER = date(2027, 11, 22)
WHOSE, NUMBER = Role.SOCIAL_PEDAGOGUE, 4


@cache
def _committee() -> Committee:
    return enrol([*CARDS.items()], RECOVERY, SCHOOL.quorum, CHEAP, TODAY)


def _founding(**state: object) -> Sitting:
    return Sitting(SCHOOL.quorum, task=Task.FOUND, **state)  # type: ignore[arg-type]


def _here(**state: object) -> Sitting:
    sitting = replace(Sitting.begun(_committee()), gathered=True, missing=(), present=tuple(Role))
    return replace(sitting, **state)  # type: ignore[arg-type]


def _making(step: Step, strip: Strip = Strip.NONE) -> Sitting:
    made = CardMade(WHOSE, NUMBER, CARDS[WHOSE])
    return _here(task=Task.ADD, making=Making(WHOSE, step, NUMBER, made, strip))


def _copying() -> Screen:
    screen = screen_for(_making(Step.COPY), TODAY)
    screen.act(Lifted(1))
    return screen


def _giving_up() -> Screen:
    screen = screen_for(_making(Step.COPY), TODAY)
    screen.act(Doubted())
    return screen


def _miscopied() -> Screen:
    made = CardMade(WHOSE, NUMBER, CARDS[WHOSE])
    making = Making(WHOSE, Step.TYPE, NUMBER, made, wrong=(2,))
    return screen_for(_here(task=Task.ADD, making=making, said=Said.MISCOPIED), TODAY)


def _mistyped() -> Screen:
    """One digit of twenty is wrong, and a group is looked at."""
    screen = screen_for(Sitting.begun(_committee()), TODAY)
    wrong = CARDS[WHOSE][:-1] + str((int(CARDS[WHOSE][-1]) + 1) % 10)
    for act in (*map(Digit, wrong), GroupBack()):
        screen.act(act)
    return screen


def _asking() -> Screen:
    lost = _here(task=Task.LOST, out=frozenset({2}), fresh=((NUMBER, WHOSE),))
    screen = screen_for(lost, TODAY)
    screen.act(Asked())
    return screen


def _rescued() -> Sitting:
    two, third = tuple(Role)[:2], tuple(Role)[2:]
    here = _here(gathered=False, by_envelope=True, task=Task.RESCUE, present=two, missing=third)
    return replace(here, out=frozenset({3}))


MEMBERS: dict[str, Callable[[], Screen]] = {
    "form the group": lambda: screen_for(Sitting(SCHOOL.quorum), TODAY),
    "first cards": lambda: screen_for(_founding(), TODAY),
    "members, roll call": lambda: screen_for(Sitting.begun(_committee()), TODAY),
    "members": lambda: screen_for(_here(), LATER),
    "a lost card": lambda: screen_for(_here(task=Task.LOST, out=frozenset({2})), TODAY),
    "new keys, asked": _asking,
    "new keys by envelope": lambda: screen_for(_rescued(), TODAY),
    "look away": lambda: screen_for(_making(Step.AWAY), TODAY),
    "copy a card": _copying,
    "give a card up": _giving_up,
    "copy a printed card": lambda: screen_for(_making(Step.COPY, Strip.PRINTED), TODAY),
    "one group differs": _miscopied,
    "one digit is wrong": _mistyped,
    "type a card back": lambda: screen_for(_making(Step.TYPE), TODAY),
    "a card is ready": lambda: screen_for(_making(Step.READY), TODAY),
    "check the envelope": lambda: screen_for(_here(task=Task.DRILL), TODAY),
    "new keys": lambda: screen_for(
        _here(task=Task.YEAR, formed=_committee(), working=True, percent=40), TODAY
    ),
    "new keys are ready": lambda: screen_for(_here(task=Task.YEAR, kept=True), TODAY),
}
