"""How a card of the board is set: the headline as large as the body leaves room for.

A body too long for the glass goes on the next card; nothing is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.billboard import Card
from kiosk.screens.figures import figure_widgets, parted_figures
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import roomy
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Icon, Label, Picture

SHARES = (0.64, 0.5, 0.4, 0.3, 0.2)
"""Of the height, for the headline: the first that leaves the body readable is taken."""

PICTURED = 0.38
"""Of the width, for a picture."""


@dataclass(frozen=True)
class Setting:
    """Where the parts of a card stand, and the size of its body."""

    picture: Rect
    above: Rect
    headline: Rect
    body: Rect
    letters: Type


def parted(look: Look, area: Rect, card: Card) -> list[Card]:
    """Return the card, or as many as its body needs at its smallest size."""
    if card.figures:
        return parted_figures(look, area, card)
    setting = _set(look, area, card)
    lines = lettering.wrap(card.body, setting.letters, setting.body.w)
    room = max(1, setting.body.h // setting.letters.line)
    if lettering.fits(card.body, setting.letters, setting.body[2:]) or len(lines) <= room:
        return [card]
    count = -(-len(lines) // room)
    per = -(-len(lines) // count)
    pieces = [" ".join(lines[start : start + per]) for start in range(0, len(lines), per)]
    return [replace(card, body=piece) for piece in pieces]


def told_widgets(look: Look, area: Rect, card: Card) -> tuple[Widget, ...]:
    """Return the words of one card."""
    if card.figures:
        return figure_widgets(look, area, card)
    setting = _set(look, area, card)
    sign, named = columns(setting.above, setting.above.h, 1.0, gap=look.theme.mm(1.2))
    above = (
        Icon("card_icon", sign, "night", card.icon, colour="moonlight"),
        Label("card_above", named, "night", card.above, type="body*", least="small*",
              colour="moonlight"),
    )  # fmt: skip
    picture = (Picture("card_picture", setting.picture, "night", card.picture),)
    return (
        *(picture if card.picture else ()),
        *(above if _named(look, card) else ()),
        Label("card_headline", setting.headline, "night", card.headline, type="headline",
              least=_least(card), colour="sun"),
        Label("card_body", setting.body, "night", card.body, type="board", colour="snow",
              valign="top", px=setting.letters.px),
    )  # fmt: skip


def _set(look: Look, area: Rect, card: Card) -> Setting:
    """Try from the largest headline down; then stand all three in the middle of the area."""
    theme, gap = look.theme, look.theme.mm(1)
    picture, area = _beside(look, area, card)
    above = theme.type("body" if roomy(look) else "small").line if _named(look, card) else 0
    least = theme.type("body" if roomy(look) else "small")
    for share in SHARES:
        size = area.w, int((area.h - above) * share)
        big = lettering.shrink(
            card.headline, theme.type("headline"), theme.type(_least(card)), size
        )
        tall = lettering.block(card.headline, big, area.w)
        room = area.w, area.h - above - tall - 2 * gap
        letters = lettering.shrink(card.body, theme.type("board"), least, room)
        if lettering.fits(card.body, letters, room):
            break
    body = min(room[1], lettering.block(card.body, letters, area.w))
    spare = (area.h - above - tall - body - 2 * gap) // 2
    _, word, headline, text, _ = rows(area, spare, above, tall, body, 1.0)
    headline, text = _lower(headline, gap), _lower(text, 2 * gap)
    return Setting(picture, word, headline, text, letters)


def _named(look: Look, card: Card) -> bool:
    """Whether it is said over the headline what the card is; beside a picture on low glass not."""
    return bool(card.above) and (roomy(look) or not card.picture)


def _least(card: Card) -> str:
    """How small a headline may become: beside a picture it has less room."""
    return "lead*" if card.picture else "title"


def _beside(look: Look, area: Rect, card: Card) -> tuple[Rect, Rect]:
    """Where a picture stands, and what is left for the words."""
    if not card.picture:
        return area._replace(w=0), area
    words, picture = columns(area, 1.0 - PICTURED, PICTURED, gap=look.theme.mm(4))
    return picture, words


def _lower(place: Rect, by: int) -> Rect:
    return place._replace(y=place.y + by)
