"""What the store does with the whole journal, at the desk."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events import AmendmentSealed, MatterSealed
from kiosk.post.answers import Telling
from kiosk.post.replies import Private


@dataclass(frozen=True)
class ReadBook:
    """Read all rows and matters, sealed."""


@dataclass(frozen=True)
class KeepMatter:
    """Make a matter durable, in the place of what was kept of it."""

    sealed: MatterSealed


@dataclass(frozen=True)
class Amend:
    """Let a row of a closed review say something else, and keep what it said."""

    sealed: AmendmentSealed


@dataclass(frozen=True)
class EraseTexts:
    """Erase letter and private reply of these rows, from all that they ever said."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class CheckBook:
    """See whether all rows are what was decided: the chain, and what they say."""


@dataclass(frozen=True)
class CloseDesk:
    """Publish together what a desk session answered, and keep that it is published."""

    answers: tuple[Telling, ...] = field(default=(), repr=False)
    matters: tuple[MatterSealed, ...] = ()
    private: Private = field(default_factory=Private)


BookJob = ReadBook | KeepMatter | Amend | EraseTexts | CheckBook | CloseDesk
