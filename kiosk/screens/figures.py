"""How a card of figures is set: what it is, and bars with their numbers; why they are vague.

Where the glass is too low for all of it, the bars go on several cards and the words on the last.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.billboard import Card
from kiosk.screens.charts import Bars
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import roomy
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Icon, Label


def parted_figures(look: Look, area: Rect, card: Card) -> list[Card]:
    """Return the card, or as many as its bars need, and one more for its words."""
    if _per_card(look, area, card) >= len(card.figures):
        return [card]
    bare, figures = replace(card, above="", body=""), card.figures
    count = -(-len(figures) // max(1, _per_card(look, area, bare)))
    per = -(-len(figures) // count)
    parts = [figures[first : first + per] for first in range(0, len(figures), per)]
    words = Card(card.above or card.headline, card.body)
    return [*(replace(bare, figures=part) for part in parts), words]


def figure_widgets(look: Look, area: Rect, card: Card) -> tuple[Widget, ...]:
    """Return what one card shows."""
    above, headline, bars, body = _places(look, area, card)
    sign, named = columns(above, above.h, 1.0, gap=look.theme.mm(1.2))
    kind = (
        Icon("card_icon", sign, "night", card.icon, colour="moonlight"),
        Label("card_above", named, "night", card.above, type="body*", least="small*",
              colour="moonlight"),
    )  # fmt: skip
    words = Label("card_body", body, "night", card.body, px=_small(look).px, colour="moonlight")
    figures = card.figures
    return (
        *(kind if card.above else ()),
        Label("card_headline", headline, "night", card.headline, type="display", least="lead*",
              colour="sun"),
        Bars("card_figures", bars, "night", tuple(one.name for one in figures),
             tuple(one.length for one in figures), tuple(one.words for one in figures),
             type="board"),
        *((words,) if card.body else ()),
    )  # fmt: skip


def _places(look: Look, area: Rect, card: Card) -> list[Rect]:
    """Of what it is, the headline, the bars and the words."""
    theme, small = look.theme, _small(look)
    above = small.line if card.above else 0
    body = lettering.block(card.body, small, area.w) if card.body else 0
    head = theme.type("display" if roomy(look) else "title").line
    return rows(area, above, head, 1.0, body, gap=theme.mm(0.8))


def _per_card(look: Look, area: Rect, card: Card) -> int:
    """How many bars have room on it at the smallest size of letters."""
    return _places(look, area, card)[2].h // look.theme.type("small").line


def _small(look: Look) -> Type:
    return look.theme.type("body" if roomy(look) else "small")
