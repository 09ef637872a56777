"""The desk in a few of its states, over the demo's journal: for the samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kiosk.demo.book import OPENED, journal
from kiosk.demo.mattering import KNOWN
from kiosk.post.retention import Staying
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.post.steps import Hint, Step
from kiosk.post.verifying import Chain, Contents, Verdict
from kiosk.screens.base import Act, Screen
from kiosk.screens.committee.amending import Amending
from kiosk.screens.committee.analysis import Analysis, Looked, Side
from kiosk.screens.committee.checking_book import CheckingBook
from kiosk.screens.committee.deskmenu import DeskMenu, Waiting
from kiosk.screens.committee.erasing_texts import Begun, ErasingTexts
from kiosk.screens.committee.journal import Journal
from kiosk.screens.committee.leafing import Leaf, Opened, To
from kiosk.screens.committee.pages import Cover
from kiosk.screens.committee.progress import AT_THE_DESK


def _acted(screen: Screen, *acts: Act) -> Screen:
    for act in acts:
        screen.act(act)
    return screen


def _journal(*acts: Act) -> Screen:
    """With the whole committee there."""
    return _acted(Journal(Index.of(journal(), Role)), *acts)


def _analysis(*acts: Act) -> Screen:
    return _acted(Analysis(journal(), OPENED[-1], tuple(Role)), *acts)


def _menu(waiting: Waiting | None = None, hint: Hint | None = None, *, working: bool) -> Screen:
    screen = DeskMenu(Step.DESK)
    screen.bar, screen.waiting = AT_THE_DESK, waiting
    screen.working, screen.hint = working, hint
    return screen


def _over() -> Screen:
    screen = DeskMenu(Step.COUNT, over=True)
    screen.waiting = Waiting()
    return screen


def _amending() -> Screen:
    row = journal().rows[-1]
    rows = ((row.number, row.entry),) if row.entry else ()
    known = replace(KNOWN, matters=journal().matters, rows=rows)
    screen = Amending(Step.DESK, row.number, known)
    screen.bar = AT_THE_DESK
    return screen


def _erasing(*acts: Act, due: int = 23, erased: int = 0) -> Screen:
    stays = Staying(unanswered=14, later=61)
    screen = ErasingTexts(tuple(range(1, due + erased + 1)), 12, stays)
    if erased:
        screen.follow(tuple(range(1, due + 1)), stays, working=False, hint=None)
    return _acted(screen, *acts)


def _checked(verdict: Verdict | None, *, working: bool = False) -> Screen:
    screen = CheckingBook()
    screen.follow(verdict, working=working, hint=None)
    return screen


HEAD = bytes(range(7, 231, 7))
SOUND = Verdict(Chain(9, 400, 412, waiting=(381,), head=HEAD), Contents(400))
WRONG = Verdict(
    Chain(9, 399, 411, broken=7, missing=(318,), misplaced=(12,), head=HEAD),
    Contents(396, differing=(12, 77), unread=(301,)),
)


DESK: dict[str, Callable[[], Screen]] = {
    "desk": lambda: _menu(Waiting(7, 2, 1), working=False),
    "desk, nothing waits": lambda: _menu(Waiting(), working=False),
    "desk, opening": lambda: _menu(working=True),
    "desk, not opened": lambda: _menu(hint=Hint.NOT_STORED, working=False),
    "desk, over a review": _over,
    "analysis": _analysis,
    "analysis, months": lambda: _analysis(Looked(Side.MONTHS)),
    "analysis, recurring": lambda: _analysis(Looked(Side.RECURRING), Cover()),
    "journal": _journal,
    "journal, search": lambda: _journal(To(Leaf.SEEK)),
    "journal, filter": lambda: _journal(To(Leaf.SIFT)),
    "journal, step away": lambda: _journal(Opened(69)),
    "journal, row": lambda: _journal(Opened(70), Cover()),
    "old letters": _erasing,
    "old letters, sure": lambda: _erasing(Begun()),
    "old letters, erased": lambda: _erasing(due=0, erased=23),
    "journal checked": lambda: _checked(SOUND),
    "journal checked, wrong": lambda: _checked(WRONG),
    "journal, to be checked": lambda: _checked(None),
    "journal, being checked": lambda: _checked(None, working=True),
    "row corrected": lambda: _acted(_amending(), Cover()),
}
