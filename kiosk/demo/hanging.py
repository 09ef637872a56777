"""The tour's notices: a member's own card, the list, one notice, and the board with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.demo.school import CARDS
from kiosk.post.letters import Language
from kiosk.post.roles import Role

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide

NOTICES = {
    Language.KY: ("Боорсок жумасы", "Ашканада бүгүндөн баштап боорсок бар."),
    Language.RU: ("Неделя боорсоков", "С сегодняшнего дня в столовой есть боорсоки."),
    Language.EN: ("Boorsok week", "From today on there are boorsoks in the canteen."),
}


def hung(guide: Guide) -> None:
    """From the board to the notices, and back with one more."""
    headline, body = NOTICES[guide.language]
    guide.hold("emblem", 3.2)
    guide.touch("notices")
    guide.see("notices_card", "Is the corridor clear?")
    guide.touch("corridor_clear")
    guide.see("notices_card", "Who changes the notices")
    guide.type(CARDS[Role.DEPUTY_DIRECTOR])
    guide.wait_until(lambda: guide.screen == "notices", "the list")
    guide.see("notices", "The board's notices")
    guide.touch("new", f"tongue_{guide.language}", "headline")
    guide.type(headline)
    guide.see("notice", "Writing a notice")
    guide.touch("done", "body")
    guide.type(body)
    guide.touch("done", "tab_when")
    guide.see("notice", "When it hangs")
    guide.touch("tab_preview")
    guide.see("notice", "The board with this notice")
    guide.touch("write", "save")
    guide.wait_until(lambda: guide.screen == "notices", "the list")
    guide.see("notices", "It hangs now")
    guide.touch("leave")
