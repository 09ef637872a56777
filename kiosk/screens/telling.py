"""How a card of the board is set: the headline as large as the body leaves room for.

A body too long for the glass goes on the next card; nothing is ever cut.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kiosk.screens import aside, lettering
from kiosk.screens.base import Look, Rect, View, Widget
from kiosk.screens.billboard import Card
from kiosk.screens.charts import Bars
from kiosk.screens.figures import figure_widgets, parted_figures
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.parts import roomy, upright
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Icon, Label, Panel

SHARES = (0.64, 0.5, 0.4, 0.3, 0.2)
"""Of the height, for the headline: the first that leaves the body readable is taken."""

HEADED = 0.5
"""The same at the most, where a picture stands with the words."""


@dataclass(frozen=True)
class Setting:
    """Where the parts of a card stand, and the size of its body."""

    above: Rect
    headline: Rect
    body: Rect
    letters: Type
    aside: Rect | None = None


@dataclass(frozen=True)
class Ink:
    """Colours of a card: on the board's ground, or on the bright sheet of what is urgent."""

    ground: str
    above: str
    headline: str
    body: str


PLAIN = Ink("night", "moonlight", "sun", "snow")
URGENT = Ink("sun", "night", "night", "night")


def parted(look: Look, area: Rect, card: Card) -> list[Card]:
    """Return the card, or as many as its body needs at its smallest size."""
    if card.figures:
        return parted_figures(look, area, card)
    setting = _set(look, _inside(look, area, card), card)
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
    ink = URGENT if card.urgent else PLAIN
    setting = _set(look, _inside(look, area, card), card)
    sheet = Panel("card_sheet", area, "night", ink.ground, radius=3)
    return (
        *((sheet,) if card.urgent else ()),
        *((aside.aside(card, setting.aside, ink.ground),) if setting.aside else ()),
        *(_above(look, setting.above, card, ink) if _named(look, card) else ()),
        Label("card_headline", setting.headline, ink.ground, card.headline, type="headline",
              least=_least(card), colour=ink.headline),
        Label("card_body", setting.body, ink.ground, card.body, type="board", colour=ink.body,
              valign="top", px=setting.letters.px),
    )  # fmt: skip


def words_told(view: View) -> int:
    """How many words the card has that shows: what decides how long it stays."""
    texts = [one.text for one in view.widgets if isinstance(one, Label) and _of_card(one)]
    texts += [label for one in view.widgets if isinstance(one, Bars) for label in one.labels]
    return sum(len(text.split()) for text in texts)


def _of_card(widget: Widget) -> bool:
    return widget.name.startswith("card_")


def _above(look: Look, area: Rect, card: Card, ink: Ink) -> tuple[Widget, ...]:
    """What the card is."""
    sign, named = columns(area, area.h, 1.0, gap=look.theme.mm(1.2))
    return (
        Icon("card_icon", sign, ink.ground, card.icon, colour=ink.above),
        Label("card_above", named, ink.ground, card.above, type=_named_in(look) + "*",
              least="small*", colour=ink.above),
    )  # fmt: skip


def _inside(look: Look, area: Rect, card: Card) -> Rect:
    """What is urgent has an edge around its words."""
    return inset(area, look.theme.mm(4), look.theme.mm(1.5)) if card.urgent else area


def _set(look: Look, area: Rect, card: Card) -> Setting:
    """Words alone; all of them beside a picture; or the picture under too wide a headline."""
    if not aside.shape(card):
        return _in_the_middle(look, area, card)
    above = _above_height(look, card)
    tall = _headline(look, card, area, above, HEADED)
    lower = rows(area, above + tall, 1.0, gap=look.theme.mm(2))[1]
    words, picture = aside.parted(look, area, card)
    if not roomy(look) or (not upright(look) and _stands_beside(look, card, words)):
        return replace(_in_the_middle(look, words, card), aside=picture)
    words, picture = aside.parted(look, lower, card)
    named, headline, _ = rows(area, above, tall, 1.0)
    return Setting(named, headline, words, _body(look, card, words[2:]), picture)


def _stands_beside(look: Look, card: Card, words: Rect) -> bool:
    """Whether the headline is as large beside the picture as it would be over it."""
    room = words.w, int(words.h * HEADED)
    return lettering.fits(card.headline, look.theme.type("headline"), room)


def _in_the_middle(look: Look, area: Rect, card: Card) -> Setting:
    """Try from the largest headline down; then stand all three in the middle of the area."""
    gap, above = look.theme.mm(1), _above_height(look, card)
    for share in SHARES:
        tall = _headline(look, card, area, above, share)
        room = area.w, area.h - above - tall - 2 * gap
        letters = _body(look, card, room)
        if lettering.fits(card.body, letters, room):
            break
    body = min(room[1], lettering.block(card.body, letters, area.w))
    spare = (area.h - above - tall - body - 2 * gap) // 2
    _, word, headline, text, _ = rows(area, spare, above, tall, body, 1.0)
    return Setting(word, _lower(headline, gap), _lower(text, 2 * gap), letters)


def _headline(look: Look, card: Card, area: Rect, above: int, share: float) -> int:
    """How high the headline is in the largest letters that take so much of the height."""
    theme, room = look.theme, (area.w, int((area.h - above) * share))
    letters = lettering.shrink(
        card.headline, theme.type("headline"), theme.least(_least(card)), room
    )
    return lettering.block(card.headline, letters, area.w)


def _body(look: Look, card: Card, room: tuple[int, int]) -> Type:
    least = look.theme.least("body" if roomy(look) else "small")
    letters = replace(look.theme.type(card.letters), bold=False)
    return lettering.shrink(card.body, letters, least, room)


def _above_height(look: Look, card: Card) -> int:
    return look.theme.type(_named_in(look)).line if _named(look, card) else 0


def _named_in(look: Look) -> str:
    """Letters for what the card is."""
    return "title" if roomy(look) else "small"


def _named(look: Look, card: Card) -> bool:
    """Whether it is said over the headline what the card is; beside a picture on low glass not."""
    return bool(card.above) and (roomy(look) or not aside.shape(card))


def _least(card: Card) -> str:
    """How small a headline may become: beside a picture it has less room."""
    return "lead*" if aside.shape(card) else "title"


def _lower(place: Rect, by: int) -> Rect:
    return place._replace(y=place.y + by)
