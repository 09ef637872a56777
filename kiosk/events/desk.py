"""What the committee asks for at its desk: matters, the journal, papers; never the box."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events.happening import Happening
from kiosk.post.desk import DeskPage
from kiosk.post.matters import Matter


@dataclass(frozen=True)
class FromDesk(Happening):
    """Intents at the desk."""


@dataclass(frozen=True)
class DeskAsked(FromDesk):
    """To the desk: from the way in, over a step of a review, or once more when it did not open.

    `page` is the one that lies on top; only who was reminded of it asks for another than the menu.
    """

    page: DeskPage = DeskPage.MENU


@dataclass(frozen=True)
class DeskTurned(FromDesk):
    """Another page of the desk."""

    page: DeskPage


@dataclass(frozen=True)
class RowTaken(FromDesk):
    """This row of a closed review is to be corrected; who must not read it stepped away."""

    number: int


@dataclass(frozen=True)
class OutcomeWritten(FromDesk):
    """What became of a matter; the matter as it is from now on."""

    matter: Matter = field(repr=False)


@dataclass(frozen=True)
class ErasingAgreed(FromDesk):
    """Letter and private reply of these rows are to be erased."""

    numbers: tuple[int, ...]


@dataclass(frozen=True)
class CheckAsked(FromDesk):
    """Is the journal what was decided?"""


@dataclass(frozen=True)
class DeskLeft(FromDesk):
    """Done: back to the step; between reviews what was answered is published, and all go."""


DeskEvent = (
    DeskAsked | DeskTurned | RowTaken | OutcomeWritten | ErasingAgreed | CheckAsked | DeskLeft
)
