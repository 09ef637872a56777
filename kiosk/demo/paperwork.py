"""Papers and passphrase in a few of their states, for the samples."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.post.documents import Document, ForumDay, Offers, Reviewed
from kiosk.post.journal import Forum
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.stick import StickTrouble
from kiosk.screens.base import Screen
from kiosk.screens.committee.papers import Doing, Outcome, Papers, Picked
from kiosk.screens.committee.passphrase import Passphrase
from kiosk.screens.keyboard import Typed

YEARS = (SchoolYear(2025), SchoolYear(2026))
REVIEWS = (Reviewed(6, date(2026, 9, 25)), Reviewed(7, date(2026, 10, 30)))
DAYS = (ForumDay(Forum.DIRECTOR, date(2026, 12, 4)), ForumDay(Forum.ASSEMBLY, date(2026, 12, 11)))
OFFERS: Offers = {
    Document.PROTOCOL: REVIEWS,
    Document.JOURNAL: YEARS,
    Document.STRIPS: REVIEWS,
    Document.AGENDA: DAYS,
    Document.ASSEMBLY: DAYS,
    Document.REPORT: YEARS,
    Document.NUMBERS: YEARS,
}


def _papers(document: Document, outcome: Outcome | None = None) -> Screen:
    screen = Papers(OFFERS, "KIOSK", prints=True)
    screen.act(Picked(document))
    screen.outcome = outcome or Outcome()
    return screen


def _phrase(words: str) -> Screen:
    screen = Passphrase()
    screen.act(Typed(words))
    return screen


PAPERWORK: dict[str, Callable[[], Screen]] = {
    "papers": lambda: _papers(Document.PROTOCOL),
    "papers, open": lambda: _papers(Document.ASSEMBLY),
    "papers, being made": lambda: _papers(Document.JOURNAL, Outcome(Doing.MAKING)),
    "papers, saved": lambda: _papers(
        Document.JOURNAL, Outcome(Doing.SAVED, "ishenim-journal-2026-27.pdf")
    ),
    "papers, no stick": lambda: _papers(
        Document.REPORT, Outcome(Doing.FAILED, trouble=StickTrouble.ABSENT)
    ),
    "passphrase": lambda: _phrase("бороон кар"),
    "passphrase, weak": lambda: _phrase("1111111111"),
}
