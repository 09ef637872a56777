"""The agenda of a forum, with room for its outcome and for signatures (R11)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PIL import Image

from kiosk.paper.twofold import Strip, Twofold, names
from kiosk.post.documents import Agenda, Item

if TYPE_CHECKING:
    from kiosk.config.school import School

OUTCOME_LINES = 3
HANDS = ("agenda_chair", "agenda_secretary")


def typeset(school: School, agenda: Agenda, dots: int) -> Image.Image:
    """Draw the strip `dots` wide, mode "1" (0 is ink); as long as it must be."""
    strip = Strip(dots)
    write(strip, names(school), agenda)
    strip.sheet.space(16)
    return strip.sheet.picture()


def write(paper: Twofold, names: Iterable[str], agenda: Agenda) -> None:
    """Write all of it, for a school of these names."""
    paper.titled(lambda texts: texts("agenda"), names)
    paper.said(lambda texts: texts(f"forum_{agenda.forum}"), f"{agenda.on:%d.%m.%Y}")
    for nth, item in enumerate(agenda.items, 1):
        _item(paper, nth, item, late=agenda.late(item))
    if agenda.at_desk:
        paper.named("agenda_at_desk")
        paper.value(", ".join(f"№ {number}" for number in agenda.at_desk))
    elif not agenda.items:
        paper.named("agenda_none")
    paper.part("j_signature")
    for hand in HANDS:
        paper.signed(hand)


def _item(paper: Twofold, nth: int, item: Item, *, late: bool) -> None:
    """A matter, its letters by number, and room for a hand; what presses says so first."""
    paper.numbered(nth, item.title)
    if item.urgent:
        paper.named("status_urgent")
    if late:
        paper.named("matter_late", f"{item.due:%d.%m.%Y}")
    for number, summary in item.letters:
        paper.value(f"№ {number}. {summary}")
    if item.due and not late:
        paper.named("agenda_due", f"{item.due:%d.%m.%Y}")
    # Its number once more: the room may be on the next page.
    paper.blank(lambda texts: f"{nth}. {texts('agenda_outcome')}", OUTCOME_LINES)
