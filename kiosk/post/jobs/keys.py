"""What is asked of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.post.book import SealedBook
from kiosk.post.calendar import Window
from kiosk.post.filing import NOTHING, Filing
from kiosk.post.journal import Entry
from kiosk.post.matters import Matter
from kiosk.post.meeting import Meeting, SealedEntry
from kiosk.post.protocol import Account
from kiosk.post.roles import Role
from kiosk.post.wishes import Wishes


@dataclass(frozen=True)
class StartKeys:
    """Have the keys' process ready before the first card."""


@dataclass(frozen=True)
class TryCard:
    """Derive a card's key and see whose it is."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class TryRecovery:
    """See whether these are the recovery envelope's digits."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class RecogniseCard:
    """See whose card this is, and forget it: for what needs no quorum and no key."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class MakeCard:
    """Make a card for a new member of this role; None is the recovery envelope.

    A card made before it that was not typed back is void.
    """

    role: Role | None


@dataclass(frozen=True)
class CopyCard:
    """Compare what was typed back with the card made last."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class VoidCards:
    """Forget the cards and the envelope that no committee has yet."""


@dataclass(frozen=True)
class Enrol:
    """Form the first committee of the cards that were typed back, the envelope among them."""

    quorum: Sequence[Sequence[Role]]
    on: date


@dataclass(frozen=True)
class AddCards:
    """Give the cards that were typed back to a committee that stays as it is."""

    on: date


@dataclass(frozen=True)
class Rekey:
    """Make new keys: without the cards of these numbers, with those that were typed back."""

    without: frozenset[int]
    on: date


@dataclass(frozen=True)
class DrillRecovery:
    """Try the recovery envelope once a year, in front of the whole quorum."""

    code: str = field(repr=False)
    on: date


@dataclass(frozen=True)
class KeepDigits:
    """Remember a member's four digits, to come back by after an idle lock."""

    role: Role
    digits: str = field(repr=False)


@dataclass(frozen=True)
class TryDigits:
    """See whose four digits these are."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class SignPermit:
    """Have the rebuilt key sign leave for this window."""

    window: Window


@dataclass(frozen=True)
class Unseal:
    """Open the set's envelopes and the rows already written."""

    meeting: Meeting


@dataclass(frozen=True)
class SealEntry:
    """Seal a row under the journal key."""

    place: int | None
    entry: Entry = field(repr=False)
    filing: Filing = NOTHING


@dataclass(frozen=True)
class SealWishes:
    """Seal what was said about letters, after so many paper ones, under the journal key."""

    wishes: Wishes = field(repr=False)
    papers: int


@dataclass(frozen=True)
class OpenBook:
    """Put the journal together, of which every record was taken, ready to be searched.

    These roles are here.
    """

    sealed: SealedBook = field(repr=False)
    present: tuple[Role, ...]


@dataclass(frozen=True)
class SealMatter:
    """Seal what became of a matter under the journal key."""

    matter: Matter = field(repr=False)


@dataclass(frozen=True)
class SealAmendment:
    """Seal what a row of a closed review says from now on."""

    number: int
    entry: Entry = field(repr=False)
    filing: Filing = NOTHING


@dataclass(frozen=True)
class UnsealFormer:
    """Open its rows for the protocol, and for nothing else."""

    account: Account
    rows: tuple[SealedEntry, ...] = field(repr=False)


@dataclass(frozen=True)
class WipeKeys:
    """Forget every key and all that was unsealed."""


RollCallJob = StartKeys | TryCard | RecogniseCard | TryRecovery | KeepDigits | TryDigits | WipeKeys
CardJob = MakeCard | CopyCard | VoidCards | Enrol | AddCards | Rekey | DrillRecovery
BookKeyJob = SealMatter | SealAmendment
TableJob = Unseal | SealEntry | SealWishes
KeyringJob = RollCallJob | CardJob | BookKeyJob | SignPermit | TableJob | UnsealFormer
KeyJob = KeyringJob | OpenBook
