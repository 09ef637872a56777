"""What is asked about the committee's members and their cards."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.roles import Role
from kiosk.post.tasks import Task


@dataclass(frozen=True)
class FromMembers(Happening):
    """Intents of those who sit down over the cards."""


@dataclass(frozen=True)
class MembersAsked(FromMembers):
    """Members and cards: from the way in; without a committee, to form the first one."""


@dataclass(frozen=True)
class SteppedOn(FromMembers):
    """What this step asked is done: the technician left, the card is written, it is put away."""


@dataclass(frozen=True)
class SteppedBack(FromMembers):
    """One step back; a card that was not typed back is void."""


@dataclass(frozen=True)
class CodeTyped(FromMembers):
    """Twenty digits: a card's or the recovery envelope's, as the step asks for."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class EnvelopeTurned(FromMembers):
    """At the roll call: from now on the recovery envelope is typed, or cards again."""


@dataclass(frozen=True)
class TaskChosen(FromMembers):
    """What the gathered quorum wants to do."""

    task: Task


@dataclass(frozen=True)
class NewCardAsked(FromMembers):
    """A card for a new member of this role; None is the recovery envelope."""

    role: Role | None


@dataclass(frozen=True)
class CardShown(FromMembers):
    """The others look away: make the card, on paper or on the screen."""

    printed: bool


@dataclass(frozen=True)
class CardMarked(FromMembers):
    """The card of this number is to be revoked, or stays after all."""

    number: int


@dataclass(frozen=True)
class KeysAgreed(FromMembers):
    """Form the committee, make new keys, or keep once more what was not kept."""


@dataclass(frozen=True)
class ListAsked(FromMembers):
    """Print the list of cards, on which names are written by hand."""


@dataclass(frozen=True)
class MembersLeft(FromMembers):
    """Leave; cards that no committee has yet are void."""


MembersEvent = (
    MembersAsked
    | SteppedOn
    | SteppedBack
    | CodeTyped
    | EnvelopeTurned
    | TaskChosen
    | NewCardAsked
    | CardShown
    | CardMarked
    | KeysAgreed
    | ListAsked
    | MembersLeft
)
