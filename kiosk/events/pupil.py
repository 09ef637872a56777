"""What pupils and passers-by ask for."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.appearance import Appearance
from kiosk.post.letters import DayMonth, Kind, Language
from kiosk.post.roles import Role


@dataclass(frozen=True)
class FromPupil(Happening):
    """Intents of pupils and passers-by."""


@dataclass(frozen=True)
class LanguageChosen(FromPupil):
    """One touch switched the language; nothing else changes."""

    language: Language


@dataclass(frozen=True)
class AppearanceAsked(FromPupil):
    """Аа beside the languages: colours and letters to choose from, laid over what goes on."""


@dataclass(frozen=True)
class AppearanceChosen(FromPupil):
    """One touch changed colours or letters; nothing else changes."""

    appearance: Appearance


@dataclass(frozen=True)
class CoverLifted(FromPupil):
    """Away with what lies over the screen, back to what goes on."""


@dataclass(frozen=True)
class HelpAsked(FromPupil):
    """I need help now: whom to call and whom to go to, laid over what goes on; never recorded."""


@dataclass(frozen=True)
class HelpSlipAsked(FromPupil):
    """The same on a paper that does not say what it is for."""


@dataclass(frozen=True)
class WriteAsked(FromPupil):
    """Кат жазуу on the board."""


@dataclass(frozen=True)
class Understood(FromPupil):
    """Read who reads, when, and where help is."""


@dataclass(frozen=True)
class LetterWritten(FromPupil):
    """Done writing: to the check screen."""

    text: str = field(repr=False)


@dataclass(frozen=True)
class EditAsked(FromPupil):
    """Back from checking to writing; what was wished so far goes along."""

    kind: Kind | None = field(default=None, repr=False)
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    reply: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class LetterSent(FromPupil):
    """Жөнөтүү on the check screen; `excluded` must not read it, `reply` asks for a code."""

    written: DayMonth = field(repr=False)
    kind: Kind | None = field(default=None, repr=False)
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    reply: bool = field(default=False, repr=False)


@dataclass(frozen=True)
class LetterErased(FromPupil):
    """Өчүрүп, чыгуу, confirmed where it was asked."""


@dataclass(frozen=True)
class CodeAsked(FromPupil):
    """Show the reply code of the letter that is in the box."""


@dataclass(frozen=True)
class CodePrintAsked(FromPupil):
    """The reply code on a paper of its own."""


@dataclass(frozen=True)
class PaperAsked(FromPupil):
    """How to put in a paper letter."""


@dataclass(frozen=True)
class SlipAsked(FromPupil):
    """A dated slip, before or without a letter."""


@dataclass(frozen=True)
class CodeSlipAsked(FromPupil):
    """A slip in two halves: one for the letter, one with a reply code."""


@dataclass(frozen=True)
class ReplyAsked(FromPupil):
    """I have a reply code."""


@dataclass(frozen=True)
class ReplyCodeTyped(FromPupil):
    """Sixteen digits, typed by whoever asks for a reply."""

    digits: str = field(repr=False)


@dataclass(frozen=True)
class ReplyErased(FromPupil):
    """The reply was read and may go, confirmed."""


@dataclass(frozen=True)
class ReceiptAsked(FromPupil):
    """A receipt, offered after a letter."""


@dataclass(frozen=True)
class HowAsked(FromPupil):
    """Бул кантип иштейт?"""


@dataclass(frozen=True)
class BoardAsked(FromPupil):
    """Back to the board from a screen that holds no letter."""


@dataclass(frozen=True)
class CardTurned(FromPupil):
    """The next (+1) or previous (-1) card of the board."""

    step: int


PupilEvent = (
    LanguageChosen
    | AppearanceAsked
    | AppearanceChosen
    | CoverLifted
    | HelpAsked
    | HelpSlipAsked
    | WriteAsked
    | Understood
    | LetterWritten
    | EditAsked
    | LetterSent
    | LetterErased
    | CodeAsked
    | CodePrintAsked
    | PaperAsked
    | SlipAsked
    | CodeSlipAsked
    | ReplyAsked
    | ReplyCodeTyped
    | ReplyErased
    | ReceiptAsked
    | HowAsked
    | BoardAsked
    | CardTurned
)
