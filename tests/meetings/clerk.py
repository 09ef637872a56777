"""Who sits at the screen and keeps count: what was touched and typed for each letter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from tests.guest import Guest
from tests.screens.committee.test_touches import CHARACTERS_S, KEY_S, TOUCH_S, USUAL


@dataclass
class Effort:
    """What one letter took: every touch by name, and how many keys."""

    touches: list[str] = field(default_factory=list)
    keys: int = 0

    @property
    def seconds(self) -> float:
        """With a usual letter read aloud."""
        return len(self.touches) * TOUCH_S + self.keys * KEY_S + USUAL / CHARACTERS_S


class Clerk(Guest):
    """Stands before a kiosk that somebody else switched on."""

    def __init__(self, guest: Guest) -> None:
        super().__init__(guest.world)
        self._switch = guest
        self.effort = Effort()

    def leave_for_good(self) -> None:
        self._switch.leave_for_good()

    def touch(self, *names: str) -> None:
        self.effort.touches += names
        super().touch(*names)

    def type(self, text: str) -> None:
        self.effort.keys += len(text)
        super().type(text)

    def comes(self) -> None:
        """To the roll call: by the board's button, or where there is none by the gesture."""
        if not self.offers("way_in"):
            self.hold("emblem", 3.2)
            self.touch("roll_call")
        else:
            self.touch("way_in")
        self.sees("rollcall")

    def reads_one_of(self, texts: Iterable[str]) -> str:
        """The letter that is on the glass now."""
        found = [text for text in texts if self.shows(text)]
        assert len(found) == 1, f"{len(found)} letters on the glass"
        return found[0]

    def label(self) -> int:
        """The number of the letter in hand, as it stands above it."""
        words = getattr(self.widget("dated"), "text", "")
        return int(words.split("·")[0].split()[-1])
