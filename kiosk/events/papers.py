"""What the committee wants on paper or on a stick, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.documents import Choice, Document, Way
from kiosk.post.stick import StickTrouble


@dataclass(frozen=True)
class FromPapers(Happening):
    """Intents at the papers, and their workers."""


@dataclass(frozen=True)
class PaperChosen(FromPapers):
    """Which document, of what time or day, and how it is to leave."""

    document: Document
    choice: Choice
    way: Way


@dataclass(frozen=True)
class StickFound(FromPapers):
    """There is one for the file that was chosen."""


@dataclass(frozen=True)
class PhraseAgreed(FromPapers):
    """The passphrase for the file that was chosen."""

    phrase: str = field(repr=False)


@dataclass(frozen=True)
class PhraseLeft(FromPapers):
    """Back to the papers without a file."""


@dataclass(frozen=True)
class DocumentMade(FromPapers):
    """A file is ready for the stick."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class DocumentFailed(FromPapers):
    """It did not come about."""


@dataclass(frozen=True)
class FileSaved(FromPapers):
    """It is on the stick, whole, under this name."""

    name: str


@dataclass(frozen=True)
class FileRefused(FromPapers):
    """It is not on the stick."""

    trouble: StickTrouble


PapersEvent = (
    PaperChosen
    | StickFound
    | PhraseAgreed
    | PhraseLeft
    | DocumentMade
    | DocumentFailed
    | FileSaved
    | FileRefused
)
