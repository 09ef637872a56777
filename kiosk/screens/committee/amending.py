"""A row of a closed review, corrected at the desk: its number stays, and what it said before."""

from __future__ import annotations

from kiosk.events import DeskTurned, Event
from kiosk.post.desk import DeskPage
from kiosk.post.steps import Step
from kiosk.screens.base import Act
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import GivenUp
from kiosk.screens.committee.register import Register


class Amending(Register):
    """Begins with the row of this number, which `known` has. Emits EntryCorrected, DeskTurned."""

    name = "amending"

    def __init__(self, step: Step, number: int, known: Known) -> None:
        super().__init__(0, 0, None, known)
        self.step = step
        self._take_up(number)

    def do(self, act: Act) -> Event | None:
        if isinstance(act, GivenUp) and not self.working:
            return DeskTurned(DeskPage.JOURNAL)
        return super().do(act)
