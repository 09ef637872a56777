"""What stands with a card's words: a school's picture, a drawing of ours, or a code for a phone."""

from __future__ import annotations

from kiosk.screens import lettering, pictures
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.billboard import Card
from kiosk.screens.drawings import Drawing
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.parts import upright
from kiosk.screens.phonecode import PhoneCode
from kiosk.screens.widgets import Picture

WIDEST, TALLEST, LOWEST = 0.42, 0.6, 0.35
"""Shares of the room for it: at the most, and where the words are many on upright glass."""

CODE_MM = 46.0
"""Read from an arm's length and a step more; larger would shout."""


def shape(card: Card) -> float:
    """Width by height; nothing (0) where nothing stands there, or a picture is broken."""
    if card.code or card.drawing:
        return 1.0
    wide, high = pictures.size(card.picture) if card.picture else (0, 0)
    return wide / high if high else 0.0


def parted(look: Look, area: Rect, card: Card) -> tuple[Rect, Rect]:
    """Return the rooms for the words and for what stands with them: beside, or below."""
    most, gap = shape(card), look.theme.mm(4)
    if upright(look):
        high = round(min(_left(look, area, card), area.w / most, _most(look, card, area.h)))
        words, picture = rows(area, 1.0, high, gap=gap)
    else:
        wide = round(min(area.w * WIDEST, area.h * most, _most(look, card, area.w)))
        words, picture = columns(area, 1.0, wide, gap=gap)
    return words, picture


def _left(look: Look, area: Rect, card: Card) -> float:
    """What words of their full size leave, within limits."""
    words = lettering.block(card.body, look.theme.type(card.letters), area.w)
    left = area.h - words - 2 * look.theme.gap
    return max(area.h * LOWEST, min(left, area.h * TALLEST))


def _most(look: Look, card: Card, room: int) -> int:
    return look.theme.mm(CODE_MM) if card.code else room


def aside(card: Card, area: Rect, ground: str) -> Widget:
    """Return the picture, drawing or code itself."""
    if card.code:
        side = min(area.w, area.h)
        return PhoneCode("card_code", centred(area, side, side), ground, card.code)
    if card.drawing:
        return Drawing("card_drawing", area, ground, card.drawing)
    return Picture("card_picture", area, ground, card.picture)
