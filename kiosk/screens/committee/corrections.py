"""The rows of a review in which nothing waits: looked over once more before the close."""

from __future__ import annotations

from kiosk.events import Event, RowsLeft
from kiosk.post.steps import Step
from kiosk.screens.base import Act
from kiosk.screens.committee import pages as do
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Page
from kiosk.screens.committee.register import Register


class Corrections(Register):
    """The rows of a review in which every letter has its row."""

    name = "corrections"
    step = Step.CLOSE

    def __init__(self, known: Known) -> None:
        super().__init__(0, 0, None, known, look_back=True)

    def do(self, act: Act) -> Event | None:
        if isinstance(act, do.Done) and self._task.page is Page.ROWS:
            return RowsLeft()
        return super().do(act)
