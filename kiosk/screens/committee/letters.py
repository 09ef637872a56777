"""Which letters are left, by their numbers; and letters on slips, to be read in a room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.events import (
    AsideLeft,
    Event,
    LetterPicked,
    LetterPutOff,
    PrinterTrouble,
    SlipsAsked,
    SlipsStopped,
    SlipsWanted,
)
from kiosk.post.handling import AtHand
from kiosk.post.steps import Step
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.desk import ReviewScreen, hint_note, statement
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.committee.reading import leaves
from kiosk.screens.datepick import stepper
from kiosk.screens.layout import centred, columns, grid, rows
from kiosk.screens.paging import drawn
from kiosk.screens.widgets import Button, Label, Style

WIDE_MM, HIGH_MM, TALLEST_MM = 19.0, 12.1, 17.0
"""Of a number: as many as fit stand on one page."""


class Letters(ReviewScreen):
    """Only numbers: a letter is picked by the one on its slip.

    Without `later` the letter in hand cannot be put off: no other one could come before it.
    """

    name = "letters"

    def __init__(self, step: Step, left: Sequence[AtHand], *, later: bool = True) -> None:
        super().__init__()
        self.step, self._later = step, later
        self._left = sorted(left, key=lambda case: case.opened.label if case.opened else 0)
        self._page = 0

    def backward(self) -> Act | Event | None:
        return AsideLeft()

    def do(self, act: Act) -> Event | None:
        if isinstance(act, Leafed):
            self._page = max(self._page + act.step, 0)
        return None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        head, numbers, foot = rows(area, theme.target, 1.0, theme.target, gap=theme.gap)
        cells = _places(look, numbers)
        count = -(-len(self._left) // len(cells))
        page = min(self._page, count - 1)
        ask, pager = columns(head, 1.0, theme.mm(44) if count > 1 else 0, gap=theme.gap)
        words = texts("letters_pick" if self._later else "letter_last")
        yield Label("ask", ask, "paper", words, type="title", least="small*")
        yield from leaves(look, pager, "leaf", page, count, Leafed(-1), Leafed(1))
        shown = zip(self._left[page * len(cells) :], cells, strict=False)
        numbered = [_number(look, cell, case) for case, cell in shown]
        yield from drawn(look, numbered, Leafed, page, count)
        yield from self._foot(look, foot)

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        """What puts the letter off stands far from the way back: fingers slip."""
        texts = look.texts
        back, slips, _, later = columns(area, 1.0, 1.4, 0.3, 1.0, gap=look.theme.gap)
        yield Button(
            "back", back, "paper", texts("back"), icon="arrow-left", type="body*", act=AsideLeft()
        )
        yield Button(
            "slips", slips, "paper", texts("slips_print"), icon="printer", type="body*",
            act=SlipsAsked(),
        )  # fmt: skip
        yield Button(
            "later", later, "paper", texts("letter_later"), type="body*",
            act=LetterPutOff(), enabled=self._later,
        )  # fmt: skip


def _places(look: Look, area: Rect) -> list[Rect]:
    """Cells for as many numbers as fit on a page."""
    theme, gap = look.theme, look.theme.gap
    across = (area.w + gap) // (theme.mm(WIDE_MM) + gap)
    down = (area.h + gap) // (theme.mm(HIGH_MM) + gap)
    tall = down * theme.mm(TALLEST_MM) + (down - 1) * gap
    return grid(area._replace(h=min(area.h, tall)), across, down, gap=gap)


def _number(look: Look, area: Rect, case: AtHand) -> Widget:
    opened = case.opened
    words = look.texts("letters_paper") if opened is None else _label(look, opened.label)
    name = f"letter_{opened.label if opened else 'paper'}"
    return Button(
        name, area, "paper", words, type="title" if opened else "body*", least="small*",
        act=LetterPicked(case.place),
    )  # fmt: skip


@dataclass(frozen=True)
class From(Act):
    """Begin so many numbers later."""

    step: int


class Slips(ReviewScreen):
    """`labels` may be printed; `left` are still to come, `came` is the last that came out whole."""

    name = "slips"

    def __init__(self, step: Step, labels: Sequence[int]) -> None:
        super().__init__()
        self.step, self._labels = step, tuple(labels)
        self.left: tuple[int, ...] = ()
        self.came: int | None = None
        self.trouble: PrinterTrouble | None = None
        self.printing = False
        self._moved = 0

    def backward(self) -> Act | Event | None:
        return None if self.printing else AsideLeft()

    @property
    def _first(self) -> int:
        """From which number on: the one that did not come out whole, or as it was turned."""
        at = self._labels.index(self.left[0]) if self.left and self.left[0] in self._labels else 0
        return self._labels[min(max(at + self._moved, 0), len(self._labels) - 1)]

    @property
    def _done(self) -> bool:
        return self.came is not None and not self.left

    def do(self, act: Act) -> Event | None:
        if isinstance(act, From):
            at = self._labels.index(self._first)
            self._moved += min(max(act.step, -at), len(self._labels) - 1 - at)
        return None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        said, turn, foot = rows(area, 1.0, theme.mm(14), theme.primary, gap=theme.gap)
        yield from self._said(look, said)
        yield from hint_note(look, turn, self.hint)
        if self._labels and not self.printing and not self.hint:
            yield from self._from(look, turn)
        yield from self._foot(look, foot)

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, colour = look.texts, "action"
        icon, words, lead = "printer", texts("slips_offer", n=len(self._labels)), ""
        lead = texts("slips_offer_lead")
        if not self._labels:
            words, lead = texts("slips_nothing"), ""
        elif self.printing:
            words = texts("slips_printing", label=self.left[0], last=self.left[-1])
        elif self.trouble is not None:
            icon, colour, words = "triangle-alert", "danger", texts(_trouble(self.trouble))
            lead = texts("slips_trouble", label=self.left[0])
        elif self._done:
            icon, colour, words = "circle-check", "calm_line", texts("slips_done", label=self.came)
        return statement(look, area, "slips", icon, words, lead=lead, colour=colour)

    def _from(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        middle = centred(area, min(area.w, theme.mm(130)), area.h)
        name, turn = columns(middle, 1.0, theme.mm(56), gap=theme.gap)
        words = look.texts("slips_from")
        yield Label("from_name", name, "paper", words, type="body*", least="small", align="right")
        yield from stepper(look, turn, "from", _label(look, self._first), From(1), From(-1))

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        back, onward = columns(area, 0.35, 0.65, gap=look.theme.mm(4))
        yield Button(
            "back", back, "paper", texts("back"), icon="arrow-left", act=AsideLeft(),
            enabled=not self.printing,
        )  # fmt: skip
        if self.printing:
            words = texts("slips_stop")
            yield Button("stop", onward, "paper", words, icon="x", act=SlipsStopped())
        elif self._labels:
            words = texts("slips_print_from", label=self._first)
            yield Button(
                "print", onward, "paper", words, icon="printer", style=Style.PRIMARY,
                act=SlipsWanted(self._first),
            )  # fmt: skip


def _trouble(trouble: PrinterTrouble) -> str:
    """Key of what somebody here could mend."""
    return "printer_no_paper" if trouble is PrinterTrouble.PAPER_OUT else "printer_off"


def _label(look: Look, label: int) -> str:
    """What a typed letter is called in its review; № is the journal's."""
    return look.texts("letter_label", n=label)
