"""The pages of the matters, each as a committee of the demo's school would see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from kiosk.demo.book import OPENED, journal
from kiosk.demo.school import SCHOOL
from kiosk.post.matters import State
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.screens.base import Act, Screen
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.matter import DayAsked, OutcomeAsked
from kiosk.screens.committee.matterlist import Opened, Wanted
from kiosk.screens.committee.matters import Matters
from kiosk.screens.committee.outcome import Stated
from kiosk.screens.committee.pages import Cover, Go, Page

TODAY = OPENED[-1]
KNOWN = Known(SCHOOL, TODAY)


def _seen(*acts: Act) -> Screen:
    screen = Matters(Index.of(journal(), Role), KNOWN)
    for act in acts:
        screen.act(act)
    return screen


def _pressing() -> Screen:
    """An urgent one, and one that not everybody here may read."""
    book = journal()
    first, *others = book.matters
    urgent = replace(first, urgent=TODAY - timedelta(days=10))
    kept = replace(others[-1], excluded=frozenset({Role.PARLIAMENT_MEMBER}))
    pressing = replace(book, matters=(urgent, *others[:-1], kept))
    return Matters(Index.of(pressing, Role), KNOWN)


MATTERING: dict[str, Callable[[], Screen]] = {
    "matters": lambda: _seen(),
    "matters, shown": lambda: _seen(Wanted(all=True), Cover()),
    "matters, what presses": _pressing,
    "matter": lambda: _seen(Opened(1), Cover()),
    "matter, day": lambda: _seen(Opened(3), DayAsked()),
    "outcome": lambda: _seen(Opened(1), OutcomeAsked()),
    "outcome, declined": lambda: _seen(Opened(1), OutcomeAsked(), Stated(State.DECLINED)),
    "outcome, answer": lambda: _seen(Opened(1), OutcomeAsked(), Go(Page.ANSWER)),
}
