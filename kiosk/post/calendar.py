"""When the box may be opened: a monthly window from an RFC 5545 rule (R13, law 2)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Window:
    """The set time in which the box may be opened; both ends aware, `end` excluded."""

    start: datetime
    end: datetime

    def holds(self, moment: datetime) -> bool:
        """Whether the box may be opened at this moment."""
        return self.start <= moment < self.end
