"""Write what can be reckoned of the look: contrast of every pair of colours, the smallest sizes.

    python -m tools.look docs/look.md

Sizes are measured on what each screen really paints, in the language in which they are smallest.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from math import inf
from pathlib import Path

from kiosk.demo.glasses import GLASSES, Glass
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Palette
from kiosk.post.letters import Language
from kiosk.screens.measure import smallest_capital, smallest_target
from kiosk.screens.palettes import MARK_PAIRS, PALETTES, TEXT_PAIRS, contrast, rgb
from tools.showing import Shown

AAA_TEXT, AA_MARKS = 7.0, 3.0

PAGE = """# What the look comes to, in numbers

Written by `make look` from the tokens and the screens; a test says when it is out of date.

## Contrast

Ratios as WCAG 2 reckons them, from `kiosk/screens/palettes.py`, in the three palettes that anybody
may choose on the screen. Text reaches AAA ({aaa:g}:1), borders and signs by which something is
known AA ({aa:g}:1); the smallest are {least_text} and {least_mark}.

### Text

{text}

### Borders and signs

{marks}

## Sizes

Millimetres on the glass: height of the smallest capital / shorter side of the smallest place for a
finger, the keyboard's keys included; with letters of normal size, in the language in which it is
smallest. From half a metre a capital of 2.5 mm is seen under 17 minutes of arc.

{sizes}
"""


def page(screens: Sequence[str] = (*SAMPLES,)) -> str:
    """The whole page in Markdown."""
    return PAGE.format(
        aaa=AAA_TEXT,
        aa=AA_MARKS,
        least_text=f"{least(TEXT_PAIRS):.1f}",
        least_mark=f"{least(MARK_PAIRS):.1f}",
        text=contrasts(TEXT_PAIRS, "text"),
        marks=contrasts(MARK_PAIRS, "mark"),
        sizes=sizes(screens),
    )


def least(pairs: Iterable[tuple[str, str]]) -> float:
    """The smallest ratio of any pair in any palette."""
    return min(ratio(palette, *pair) for pair in pairs for palette in Palette)


def ratio(palette: Palette, ground: str, ink: str) -> float:
    """Contrast of two tokens in a palette, 1 to 21."""
    colours = PALETTES[palette]
    return contrast(rgb(colours[ground]), rgb(colours[ink]))


def contrasts(pairs: Iterable[tuple[str, str]], what: str) -> str:
    """A table with a row for each pair."""
    rows = ([*pair, *(f"{ratio(palette, *pair):.1f}" for palette in Palette)] for pair in pairs)
    return table(["ground", what, *Palette], rows)


def sizes(screens: Iterable[str]) -> str:
    """A table with a row for each screen, a column for each glass."""
    rows = ([screen, *(cell(screen, glass) for glass in GLASSES)] for screen in screens)
    return table(["screen", *(glass.named for glass in GLASSES)], rows)


def cell(screen: str, glass: Glass) -> str:
    """Smallest capital / smallest target in mm, a dash where there is none."""
    capitals, targets = zip(*measured(screen, glass), strict=True)
    return f"{_mm(min(capitals))} / {_mm(min(targets))}"


def measured(screen: str, glass: Glass) -> Iterator[tuple[float, float]]:
    """Smallest capital and smallest target in mm, in each language."""
    for language in Language:
        shown = Shown(screen, language, glass)
        view = shown.view()
        yield smallest_capital(view, shown.theme), smallest_target(view, shown.theme)


def _mm(length: float) -> str:
    return "–" if length == inf else f"{length:.1f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
