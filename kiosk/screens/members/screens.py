"""Which screen belongs to which step of a sitting."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kiosk.post.sitting import Sitting, Step
from kiosk.screens.members.card import Away, Copy, Ready
from kiosk.screens.members.done import Done, Keeping
from kiosk.screens.members.frame import Members
from kiosk.screens.members.gather import Gather
from kiosk.screens.members.menu import Menu
from kiosk.screens.members.roster import Roster
from kiosk.screens.members.start import Start
from kiosk.screens.members.typing import Copied, Drill


def screen_for(
    sitting: Sitting, today: date | None, *, prints: bool = True, well: bool = True
) -> Members:
    """A new screen; `prints`: there is a printer, `well`: and it said so."""
    match sitting.step:
        case Step.START:
            return Start(sitting)
        case Step.GATHER:
            return Gather(sitting)
        case Step.MENU:
            return Menu(sitting, today, prints=prints)
        case Step.ROSTER:
            return Roster(sitting)
        case Step.AWAY:
            return Away(sitting, prints=prints and well)
        case Step.COPY:
            return Copy(sitting)
        case Step.TYPE:
            return Copied(sitting)
        case Step.READY:
            return Ready(sitting)
        case Step.DRILL:
            return Drill(sitting)
        case Step.KEEPING:
            return Keeping(sitting)
        case Step.DONE:
            return Done(sitting, prints=prints)
        case _:
            assert_never(sitting.step)
