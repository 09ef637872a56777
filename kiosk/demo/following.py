"""The tour's desk session: a matter is answered, the journal looked into and checked, printed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from kiosk.demo.school import CARDS
from kiosk.demo.words import ANSWERS

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide


def followed(guide: Guide) -> None:
    """On the day after the review, from the board to the desk and back with an answer."""
    guide.world.move_clock(guide.world.clock.now() + timedelta(days=1))
    guide.wait(1)
    guide.touch(f"language_{guide.language}")
    guide.hold("emblem", 3.2)
    guide.touch("desk")
    guide.see("rollcall", "The quorum comes for its desk")
    guide.touch("corridor_clear")
    for code in CARDS.values():
        guide.type(code)
        guide.wait_until(lambda: not guide.world.app.busy, "the card")
    guide.touch("digits_later")
    _opened(guide)
    _answered(guide)
    _looked(guide)
    _printed(guide)
    _checked(guide)
    guide.touch("desk_done")
    guide.wait_until(lambda: guide.screen == "board", "the board")
    guide.see("board", "The board after a desk session")


def _opened(guide: Guide) -> None:
    guide.wait_until(lambda: not guide.world.app.busy, "the journal")
    guide.see("deskmenu", "The desk")


def _answered(guide: Guide) -> None:
    """What the forum decided is written down, with an answer for the board."""
    headline, body = ANSWERS[guide.language]
    guide.touch("desk_matters", "cover")
    guide.see("matters", "Matters, what is overdue first")
    guide.touch(_named(guide, "matter_")[0], "write", "state_answered", "answer", "headline")
    guide.type(headline)
    guide.touch("done")
    guide.type(body)
    guide.touch("done", "done")
    guide.see("matters", "The outcome of a matter")
    guide.touch("keep")
    guide.wait_until(lambda: not guide.world.app.busy, "the matter")
    guide.see("matters", "A matter and its history")
    guide.touch("done", "leave")
    guide.see("deskmenu", "An answer goes out as all leave")


def _looked(guide: Guide) -> None:
    guide.touch("desk_journal")
    guide.see("journal", "The journal")
    guide.touch(_named(guide, "row_")[-1], "cover")
    guide.see("journal", "A row of the journal")
    guide.touch("amend")
    guide.see("amending", "A row corrected, with what it said before")
    guide.touch("give_up", "done", "leave", "desk_analysis")
    guide.see("analysis", "What the letters come to")
    guide.touch("leave")


def _printed(guide: Guide) -> None:
    guide.touch("desk_papers")
    guide.see("papers", "Papers and files")
    guide.touch("paper_strips")
    guide.take_paper("way_printer", "Strips to glue into the notebook")
    guide.touch("leave")


def _checked(guide: Guide) -> None:
    """No letter is old enough to be erased; and nobody changed the journal."""
    guide.touch("desk_erasing")
    guide.see("erasing_texts", "Texts of old letters")
    guide.touch("leave", "desk_check")
    guide.see("verdict", "The journal can be checked")
    guide.touch("check")
    guide.wait_until(lambda: not guide.world.app.busy, "the check")
    guide.see("verdict", "The journal is what was decided")
    guide.touch("leave")


def _named(guide: Guide, prefix: str) -> list[str]:
    """What can be touched of the list."""
    widgets = guide.world.app.desk.stage.view.widgets
    return [one.name for one in widgets if one.name.startswith(prefix) and one.act]
