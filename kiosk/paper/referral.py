"""A referral of what cannot wait: who was told of which row, with lines to sign. Ky, under it ru.

It bears no word of the letter or its summary, unless the quorum asks for the letter itself.
"""

from __future__ import annotations

from datetime import date

from PIL import Image

from kiosk.config.school import School
from kiosk.paper.twofold import FIRST, LARGE, SECOND, SMALL, Strip
from kiosk.post.journal import Informed
from kiosk.post.letters import Language


def typeset(
    school: School, number: int, informed: tuple[Informed, ...], dots: int, letter: str = ""
) -> Image.Image:
    """Draw it `dots` wide, mode "1" (0 is ink); `letter` is the text that the quorum asked for."""
    strip = Strip(dots)
    _head(strip, school, number, informed)
    for told in informed:
        _signed(strip, told)
    _duty(strip, school)
    _letter(strip, letter)
    strip.sheet.space(24)
    return strip.sheet.picture()


def _head(strip: Strip, school: School, number: int, informed: tuple[Informed, ...]) -> None:
    sheet = strip.sheet
    sheet.space(12)
    sheet.headline(FIRST("referral"), 36)
    sheet.text(SECOND("referral"), LARGE)
    for name in dict.fromkeys(map(school.named, (Language.KY, Language.RU))):
        sheet.text(name, SMALL)
    sheet.space(10)
    strip.named("referral_row", f"№ {number}")
    for day in sorted({told.on for told in informed}):
        strip.named("referral_day", _day(day))
    strip.part("referral_told")


def _signed(strip: Strip, told: Informed) -> None:
    """Whom it was given to: their name, and room for a hand."""
    strip.sheet.space(12)
    strip.named(f"office_{told.office}")
    if told.name:
        strip.value(told.name)
    strip.signed("referral_sign")


def _duty(strip: Strip, school: School) -> None:
    if school.duty_to_report:
        strip.part("urgent_duty")
        for words in dict.fromkeys(map(school.duty, (Language.KY, Language.RU))):
            strip.value(words)


def _letter(strip: Strip, letter: str) -> None:
    if not letter:
        strip.sheet.space(10)
        strip.named("referral_without")
        return
    strip.part("referral_letter")
    for line in letter.splitlines():
        strip.sheet.text(line, SMALL, left=True)


def _day(day: date) -> str:
    """In figures, which both languages read."""
    return f"{day:%d.%m.%Y}"
