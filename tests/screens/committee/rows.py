"""A letter to be registered, and what is known around it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.demo.school import SCHOOL
from kiosk.events import EntryCorrected, EntryWritten
from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin, ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.meeting import OpenedLetter
from kiosk.post.subjects import Subject
from kiosk.screens.committee.corrections import Corrections
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.register import Register
from tests.screens.committee.hand import LARGE, Hand, Size

WORDS = "Коридордо жарык өчүп калды"
DAY = date(2026, 11, 27)
SLIP = ReplyTo(b"n" * 16, b"k" * 32)
LETTER = Letter(WORDS, DayMonth(22, 11), Kind.REQUEST)
OPENED = OpenedLetter(7, LETTER, 5)
MATTER = Matter(41, "Ашканада тамак муздак", (Subject.MEALS,), date(2026, 10, 30), 3)
LIGHT = Matter(42, "Экинчи кабатта жарык жок", (Subject.BUILDING,), DAY, 4)
ROW = Entry(
    Origin.TYPED, DayMonth(20, 11), None, "Кыздар коркот", True, Forum.BOYS_GIRLS,
    Decision.REFERRED, text="Караңгыда коркобуз", subjects=(Subject.BUILDING,), matters=(42,),
    label=2,
)  # fmt: skip
PAPER = replace(ROW, origin=Origin.PAPER, text="", label=None, summary="Кагаз", matters=())
KNOWN = Known(
    SCHOOL, DAY, DayMonth.of(DAY), (LIGHT, MATTER), {"12345671": SLIP}, ((17, ROW), (18, PAPER))
)


def desk(
    opened: OpenedLetter | None = OPENED,
    size: Size = LARGE,
    language: Language = Language.EN,
    known: Known = KNOWN,
    *,
    on_slip: bool = True,
) -> Hand:
    """The screen with one letter in hand, which was read on its slip unless it was not."""
    screen = Register(3, 12, opened, known)
    screen.on_slip = on_slip
    return Hand(screen, size, language)


def register(hand: Hand) -> Register:
    """The screen itself."""
    screen = hand.stage.screen
    assert isinstance(screen, Register)
    return screen


def looking_back(known: Known = KNOWN) -> Hand:
    """The rows of a review in which nothing waits."""
    return Hand(Corrections(known), LARGE, Language.EN)


def row(hand: Hand) -> Entry:
    """The one row that was entered or corrected."""
    (event,) = hand.events
    assert isinstance(event, EntryWritten | EntryCorrected)
    return event.entry
