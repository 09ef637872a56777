"""A journal row as a strip to be glued into the school's notebook: one row, one strip (4.3)."""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image

from kiosk.paper.twofold import Strip
from kiosk.paper.wording import answered, became, decided, kind, written
from kiosk.post.notebook import Line, Said


def typeset(line: Line, dots: int) -> Image.Image:
    """Draw the strip `dots` wide, mode "1" (0 is ink), with a line to cut along at its end."""
    strip = Strip(dots)
    sheet = strip.sheet
    sheet.space(8)
    sheet.headline(f"№ {line.number}", 40)
    strip.named("j_date_opened", f"{line.opened_on:%d.%m.%Y}")
    if line.said is None:
        strip.named("row_lost")
    else:
        _row(strip, line, line.said)
    sheet.space(8)
    sheet.tear()
    sheet.space(4)
    return sheet.picture()


def typeset_all(lines: Sequence[Line], dots: int) -> Image.Image:
    """Draw the strips of several rows one under the other."""
    drawn = [typeset(line, dots) for line in lines]
    long = Image.new("1", (dots, max(1, sum(strip.height for strip in drawn))), 1)
    top = 0
    for strip in drawn:
        long.paste(strip, (0, top))
        top += strip.height
    return long


def _row(strip: Strip, line: Line, said: Said) -> None:
    strip.said(lambda texts: f"{texts('j_date_letter')}: {written(texts, said)}")
    strip.said(lambda texts: f"{texts(f'origin_{said.origin}')}. {kind(texts, said)}")
    strip.named("j_summary")
    strip.value(said.summary)
    strip.said(lambda texts: f"{texts('j_decision')}: {decided(texts, said)}")
    if said.reason:
        strip.value(said.reason)
    _became(strip, said)
    if answered(said):
        strip.named("j_answer")
        strip.value(answered(said))
    if said.replied:
        strip.named("reply_only")
    if line.answered_on:
        strip.named("j_answer_date", f"{line.answered_on:%d.%m.%Y}")
    if line.corrected:
        strip.named("row_corrected", str(line.corrected))


def _became(strip: Strip, said: Said) -> None:
    outcome = said.outcome
    if outcome is not None:
        strip.said(lambda texts: became(texts, outcome, said), f"{outcome.on:%d.%m.%Y}")
        if outcome.words:
            strip.value(outcome.words)
