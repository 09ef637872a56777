"""Where the letter in hand stands among the others, in figures that say what they count."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import columns, inset
from kiosk.screens.widgets import Label, Panel
from kiosk.texts import Texts


@dataclass(frozen=True)
class Place:
    """`written` rows there are for `total` letters; `papers`: which paper letter, of how many.

    `entered` is the number of the row that the paper letter before got.
    """

    written: int = 0
    total: int = 0
    papers: tuple[int, int] = (0, 0)
    entered: int | None = None

    def rows(self, texts: Texts) -> str:
        """How many letters have their row."""
        return f"{texts('rows_short')}\n{self.written}/{self.total}"

    def paper(self, texts: Texts) -> str:
        """Which paper letter is in hand."""
        nth, of = self.papers
        return texts("paper_nth", n=nth, total=of) if nth else texts("origin_paper")


def number_to_write(look: Look, area: Rect, number: int) -> tuple[Widget, ...]:
    """The number of the paper letter before, as large as the strip is high."""
    inner = inset(area, look.theme.mm(1.8), look.theme.mm(0.6))
    words, figure = columns(inner, 1.0, look.theme.mm(34), gap=look.theme.gap)
    return (
        Panel("number_box", area, "paper", "honey", line="honey_line"),
        Label("number_write", words, "honey", look.texts("number_before"), type="body*",
              least="small"),
        Label("number", figure, "honey", f"№ {number}", type="display", least="title",
              align="right"),
    )  # fmt: skip
