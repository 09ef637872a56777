"""The threads beside the store's and the printer's, each with the one thing it owns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kiosk.doctor.rounds import Doctor
from kiosk.documents import Press
from kiosk.export.stick import Stick
from kiosk.keyholder import Keyholder
from kiosk.post.cards import Cost
from kiosk.workers import Worker


@dataclass(frozen=True)
class Crew:
    """One for the whole program."""

    keys: Worker[Keyholder]
    doctor: Worker[Doctor]
    codes: Worker[Cost]
    press: Worker[Press]
    stick: Worker[Stick]

    @property
    def busy(self) -> bool:
        """Whether one of them still has something to say."""
        return any(worker.busy for worker in self._all)

    @property
    def alive(self) -> bool:
        """Whether none of them died or hangs."""
        return all(worker.alive for worker in self._all)

    def stop(self) -> None:
        """Let all finish what they were given."""
        for worker in self._all:
            worker.stop()

    @property
    def _all(self) -> tuple[Worker[Any], ...]:
        return self.keys, self.doctor, self.codes, self.press, self.stick
