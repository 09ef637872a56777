"""What the worker answers that makes reply codes and keys of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.events.happening import Happening
from kiosk.post.codes import ReplyCode, ReplyKey


class CodeFor(StrEnum):
    """What a code is made or tried for."""

    LETTER = "letter"
    SLIP = "slip"
    REPLY = "reply"


class CodeTrouble(StrEnum):
    """Why there is no code."""

    NOT_MADE = "not_made"


@dataclass(frozen=True)
class FromCodes(Happening):
    """The code worker."""


@dataclass(frozen=True)
class CodeMade(FromCodes):
    """A new code; it is shown only after what it belongs to is stored (law 1)."""

    code: ReplyCode
    wanted: CodeFor


@dataclass(frozen=True)
class CodeDerived(FromCodes):
    """Name and key that follow from a code which was typed."""

    key: ReplyKey


@dataclass(frozen=True)
class CodeFailed(FromCodes):
    """The worker could not do it, for want of memory perhaps."""

    wanted: CodeFor


CodesEvent = CodeMade | CodeDerived | CodeFailed
