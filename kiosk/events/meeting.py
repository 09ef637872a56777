"""What the committee's members say about themselves: who comes, who goes, who steps away."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time

from kiosk.events.happening import Happening
from kiosk.post.roles import Role


@dataclass(frozen=True)
class FromMeeting(Happening):
    """Intents of the committee's members, beside the steps of a review."""


@dataclass(frozen=True)
class DigitsChosen(FromMeeting):
    """Four digits of the member whose turn it is, to come back by after an idle lock."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class DigitsPostponed(FromMeeting):
    """No digits now: after an idle lock the cards are needed again."""


@dataclass(frozen=True)
class DigitsAsked(FromMeeting):
    """Whoever is here may choose digits, or others."""


@dataclass(frozen=True)
class ScreenLocked(FromMeeting):
    """Nobody touched anything for a while, or somebody locked the screen."""


@dataclass(frozen=True)
class DigitsTyped(FromMeeting):
    """Somebody wants to come back from the lock."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class WhoIsHereAsked(FromMeeting):
    """Who is here? From every step."""


@dataclass(frozen=True)
class MemberLeft(FromMeeting):
    """Somebody of this role went home."""

    role: Role


@dataclass(frozen=True)
class AsideLeft(FromMeeting):
    """Back to the step."""


@dataclass(frozen=True)
class StepOutAsked(FromMeeting):
    """Somebody should not read the letter at hand."""


@dataclass(frozen=True)
class SteppedOut(FromMeeting):
    """Who it is; nobody asks why."""

    role: Role


@dataclass(frozen=True)
class RoomChanged(FromMeeting):
    """Who had to step away did, and who may be here again came back."""


@dataclass(frozen=True)
class LetterPutOff(FromMeeting):
    """The letter at hand comes later."""


@dataclass(frozen=True)
class LettersAsked(FromMeeting):
    """Which letters are left?"""


@dataclass(frozen=True)
class LetterPicked(FromMeeting):
    """This letter comes next; None is a paper letter."""

    place: int | None


@dataclass(frozen=True)
class NumberWritten(FromMeeting):
    """The number of its row stands on the paper letter."""


@dataclass(frozen=True)
class RowAsked(FromMeeting):
    """A row that somebody here must not read is to be corrected."""

    number: int


@dataclass(frozen=True)
class RowGivenBack(FromMeeting):
    """It is done with; who stepped away for it may come back."""


@dataclass(frozen=True)
class SlipsAsked(FromMeeting):
    """To the page where letters are printed to be read in a room."""


@dataclass(frozen=True)
class SlipsWanted(FromMeeting):
    """Print them, from this label on."""

    first: int


@dataclass(frozen=True)
class SlipsStopped(FromMeeting):
    """Print no more than the one that is coming out."""


@dataclass(frozen=True)
class OpeningAgreed(FromMeeting):
    """The quorum wants to open the box on another day than the rule's."""

    day: date
    opens: time
    closes: time


@dataclass(frozen=True)
class UrgentAgreed(FromMeeting):
    """The quorum wants to open the box now."""


MeetingEvent = (
    DigitsChosen
    | DigitsPostponed
    | DigitsAsked
    | ScreenLocked
    | DigitsTyped
    | WhoIsHereAsked
    | MemberLeft
    | AsideLeft
    | StepOutAsked
    | SteppedOut
    | RoomChanged
    | LetterPutOff
    | LettersAsked
    | LetterPicked
    | NumberWritten
    | RowAsked
    | RowGivenBack
    | SlipsAsked
    | SlipsWanted
    | SlipsStopped
    | OpeningAgreed
    | UrgentAgreed
)
