"""The letter between writing and sending."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.post.codes import ReplyCode
from kiosk.post.letters import DayMonth, Kind
from kiosk.post.roles import Role


@dataclass
class Draft:
    """Only in memory (law 3)."""

    text: str = field(default="", repr=False)
    kind: Kind | None = field(default=None, repr=False)
    written: DayMonth | None = None
    excluded: frozenset[Role] = field(default=frozenset(), repr=False)
    reply: bool = field(default=False, repr=False)
    code: ReplyCode | None = field(default=None, repr=False)
