"""A new key card on thermal paper, to be copied by pen and torn up; and the list for the safe.

The card says no name, no role and no school: whoever finds it must not know what it opens.
"""

from __future__ import annotations

from datetime import date

from PIL import Image

from kiosk.config.school import School
from kiosk.events import CardMade
from kiosk.paper.code import code
from kiosk.paper.twofold import Strip, names
from kiosk.post.cards import GROUP
from kiosk.post.committee import Committee
from kiosk.post.witness import fingerprint


def typeset_card(made: CardMade, dots: int) -> Image.Image:
    """Draw the card `dots` wide, mode "1" (0 is ink): number, five groups, the same as a code."""
    strip = Strip(dots)
    sheet = strip.sheet
    sheet.space(12)
    if made.number:
        sheet.headline(f"№ {made.number}", 40)
        sheet.space(6)
    for at in range(0, len(made.code), GROUP):
        sheet.headline(" ".join(made.code[at : at + GROUP]), 64)
    sheet.figure(code(made.code, dots))
    sheet.rule()
    sheet.space(14)
    strip.named("strip_copy")
    sheet.space(10)
    return sheet.picture()


def typeset_list(school: School, committee: Committee, on: date, dots: int) -> Image.Image:
    """Draw the list of cards by role and number, with lines for names and signatures."""
    strip = Strip(dots)
    strip.titled(lambda texts: texts("list_title"), names(school))
    strip.named("list_day", f"{on:%d.%m.%Y}")
    strip.named("protocol_key", f"№ {committee.generation}")
    strip.value(fingerprint(committee.public_key, committee.generation))
    strip.part("list_names")
    for role in committee.roles:
        for card in committee.cards_of(role):
            strip.signed(role, f"№ {card.number}")
    strip.signed("director")
    strip.sheet.space(16)
    return strip.sheet.picture()
