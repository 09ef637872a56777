"""What members ask who look after the board's notices."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.board import Notice


@dataclass(frozen=True)
class FromNotices(Happening):
    """Intents of a member at the board's notices."""


@dataclass(frozen=True)
class NoticesAsked(FromNotices):
    """The board's notices: from the way in, before anybody has shown a card."""


@dataclass(frozen=True)
class NoticesCardTyped(FromNotices):
    """Twenty digits of a member's key card."""

    code: str = field(repr=False)


@dataclass(frozen=True)
class NoticeListAsked(FromNotices):
    """Back to the list; what was not saved is forgotten."""


@dataclass(frozen=True)
class NoticeChosen(FromNotices):
    """Change the notice of this number; 0 begins a new one."""

    number: int


@dataclass(frozen=True)
class NoticeWritten(FromNotices):
    """Hang it up, or put it in the place of the one of its number."""

    notice: Notice


@dataclass(frozen=True)
class NoticeMoved(FromNotices):
    """Tell a notice one earlier (-1) or one later (+1)."""

    number: int
    step: int


@dataclass(frozen=True)
class NoticeWithdrawn(FromNotices):
    """Take a notice off the board."""

    number: int


@dataclass(frozen=True)
class NoticesLeft(FromNotices):
    """Back to the board."""


NoticesEvent = (
    NoticesAsked
    | NoticesCardTyped
    | NoticeListAsked
    | NoticeChosen
    | NoticeWritten
    | NoticeMoved
    | NoticeWithdrawn
    | NoticesLeft
)
