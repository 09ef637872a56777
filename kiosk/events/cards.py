"""What the committee's keys answer about cards: who is here, and what becomes of the committee."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.committee import Committee
from kiosk.post.roles import Role


@dataclass(frozen=True)
class FromKeys(Happening):
    """The key worker."""


@dataclass(frozen=True)
class KeysStarted(FromKeys):
    """Ready for the first card."""


@dataclass(frozen=True)
class CardAccepted(FromKeys):
    """A card of a role that was still missing; after the quorum has gathered, any other card."""

    role: Role
    missing: tuple[Role, ...]


@dataclass(frozen=True)
class CardRepeated(FromKeys):
    """A card of a role that is already here."""

    role: Role
    missing: tuple[Role, ...]


@dataclass(frozen=True)
class CardUnknown(FromKeys):
    """Digits that belong to no member."""


@dataclass(frozen=True)
class CardRevoked(FromKeys):
    """A member's card once; it opens nothing any more."""


@dataclass(frozen=True)
class QuorumGathered(FromKeys):
    """The committee's key was rebuilt from the cards; `role` is the last who came."""

    role: Role


@dataclass(frozen=True)
class RecoveryAccepted(FromKeys):
    """The recovery envelope's digits are right; `more` roles are needed beside it."""

    more: int


@dataclass(frozen=True)
class RecoveryUnknown(FromKeys):
    """Digits that are not the recovery envelope's."""


@dataclass(frozen=True)
class RecoveryGathered(FromKeys):
    """The recovery envelope and two roles are here: they may make new keys, and nothing else."""

    roles: tuple[Role, ...]


@dataclass(frozen=True)
class RoleRecognised(FromKeys):
    """Whose card was typed, without any key being rebuilt; None: nobody's."""

    role: Role | None


@dataclass(frozen=True)
class CardMade(FromKeys):
    """A new card, to be shown to one person and copied by hand.

    `role` is None and `number` 0 for the recovery envelope.
    """

    role: Role | None
    number: int
    code: str = field(repr=False)


@dataclass(frozen=True)
class CardCopied(FromKeys):
    """The card made last was typed back as it is."""

    role: Role | None
    number: int


@dataclass(frozen=True)
class CardMiscopied(FromKeys):
    """What was typed back is not the card made last; `wrong` are the groups that differ, from 0."""

    role: Role | None
    number: int
    wrong: tuple[int, ...]


@dataclass(frozen=True)
class CardsVoided(FromKeys):
    """The cards and the envelope that no committee had yet are forgotten."""


@dataclass(frozen=True)
class CommitteeFormed(FromKeys):
    """A committee's record is ready for the store: new, with more cards, drilled or re-keyed."""

    committee: Committee = field(repr=False)


@dataclass(frozen=True)
class KeysGoingOver(FromKeys):
    """So much of what is sealed has gone over to new keys; nothing of it counts before the end."""

    percent: int


@dataclass(frozen=True)
class DigitsKept(FromKeys):
    """This member's four digits are known until the keys are wiped."""

    role: Role


@dataclass(frozen=True)
class DigitsRefused(FromKeys):
    """These digits are too easy, or were `again`'s until now, who must choose others as well."""

    role: Role
    again: Role | None = None


@dataclass(frozen=True)
class DigitsRight(FromKeys):
    """A member came back."""

    role: Role


@dataclass(frozen=True)
class DigitsWrong(FromKeys):
    """Nobody's digits; with none `left` the keys are gone and the quorum must gather again."""

    left: int


CardsEvent = (
    KeysStarted
    | CardAccepted
    | CardRepeated
    | CardUnknown
    | CardRevoked
    | QuorumGathered
    | RecoveryAccepted
    | RecoveryUnknown
    | RecoveryGathered
    | RoleRecognised
    | CardMade
    | CardCopied
    | CardMiscopied
    | CardsVoided
    | CommitteeFormed
    | KeysGoingOver
    | DigitsKept
    | DigitsRefused
    | DigitsRight
    | DigitsWrong
)
