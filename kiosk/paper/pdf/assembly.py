"""One text for the assembly: the general answers, to be read out (R12).

A page in Kyrgyz, a page in Russian, each in letters as large as let it stay one page.
"""

from __future__ import annotations

from kiosk.paper.pdf.leaves import Leaves
from kiosk.paper.pdf.pages import THICK, Pages, pitch
from kiosk.paper.sheet import Face
from kiosk.paper.twofold import FIRST, SECOND
from kiosk.paper.wording import worded
from kiosk.post.documents import Assembly, Order
from kiosk.texts import Texts

SIZES = (16.0, 15.0, 14.0, 13.0, 12.0, 11.0)
TITLE = 20.0
GAP = 4.0


def assembly(order: Order, spoken: Assembly) -> Leaves:
    """Write the same answers in both languages."""
    leaves = Leaves(lambda texts: texts("general_answer"), order.names, order.on)
    for nth, texts in enumerate((FIRST, SECOND)):
        if nth:
            leaves.pages.turn()
        _page(leaves.pages, texts, order.names[min(nth, len(order.names) - 1)], spoken)
    return leaves


def _page(pages: Pages, texts: Texts, name: str, spoken: Assembly) -> None:
    pages.text(f"{texts('app_name')}: {texts('general_answer').lower()}", TITLE, Face.BOLD)
    pages.text(name, SIZES[-1])
    pages.text(f"{texts(f'forum_{spoken.forum}')}, {texts.full(spoken.on)}", SIZES[-1])
    pages.space(2)
    pages.rule(THICK)
    pages.space(GAP)
    said = [worded(answer, texts.language) for answer in spoken.answers]
    size = next((size for size in SIZES if _height(pages, said, size) <= pages.room), SIZES[-1])
    for headline, body in said:
        pages.need(3 * pitch(size))
        pages.text(headline, size, Face.BOLD)
        pages.text(body, size)
        pages.space(GAP)
    if not said:
        pages.text(texts("agenda_none"), size)


def _height(pages: Pages, said: list[tuple[str, str]], size: float) -> float:
    lines = sum(
        len(pages.lines(headline, size, pages.width, Face.BOLD))
        + len(pages.lines(body, size, pages.width))
        for headline, body in said
    )
    return lines * pitch(size) + len(said) * GAP
