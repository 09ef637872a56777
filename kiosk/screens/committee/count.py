"""Paper counted by hand beside what the slot counted; a difference needs its reason (law 5)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import Event, PaperHandCountTyped, UnlockAsked
from kiosk.post.journal import Difference
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.choices import gap_between
from kiosk.screens.committee.desk import AskLeave, ReviewScreen, Unlocking, hint_note
from kiosk.screens.layout import columns, grid, inset, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_acts, number_pad
from kiosk.screens.widgets import Button, Chip, Label, Panel, Style

MOST_DIGITS = 3
"""A box holds hundreds of letters, not thousands."""


@dataclass(frozen=True)
class Compare(Act):
    """The number is typed: show it beside the slot's."""


@dataclass(frozen=True)
class Retype(Act):
    """Count or type again."""


@dataclass(frozen=True)
class Explain(Act):
    """Why the numbers differ."""

    reason: Difference


@dataclass(frozen=True)
class Confirm(Act):
    """This is the count."""


class Count(ReviewScreen):
    """The slot's count stays out of sight until the hand's is typed, so that nobody copies it.

    `papers` have their row already: counted again, there cannot be fewer.
    """

    name = "count"
    step = Step.COUNT

    def __init__(self, slot: int, papers: int = 0) -> None:
        super().__init__()
        self.slot, self.papers = slot, papers
        self.lock_open, self.seconds = False, 0
        self._digits = ""
        self._comparing = False
        self._reason: Difference | None = None

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take figures, backspace and return."""
        if stroke.control == "return":
            return self.do(Confirm() if self._comparing else Compare())
        for act in number_acts(stroke):
            self.do(act)
        return None

    def backward(self) -> Act | Event | None:
        return Retype() if self._comparing else AskLeave()

    def do(self, act: Act) -> Event | None:
        if self.working:
            return None
        match act:
            case Digit(text=figure) if not self._comparing and len(self._digits) < MOST_DIGITS:
                self._digits = (self._digits + figure).lstrip("0") or "0"
            case Rubbed() if not self._comparing:
                self._digits = self._digits[:-1]
            case Compare():
                self._comparing = bool(self._digits)
            case Retype():
                self._comparing, self._reason = False, None
            case Explain(reason=reason):
                self._reason = reason
            case Confirm() if self._settled:
                return self.sent(PaperHandCountTyped(int(self._digits), self._reason))
            case Unlocking():
                return self.sent(UnlockAsked())
        return None

    @property
    def _equal(self) -> bool:
        return int(self._digits) == self.slot

    @property
    def _settled(self) -> bool:
        enough = self._comparing and int(self._digits) >= self.papers
        return enough and (self._equal or self._reason is not None)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        return self._comparison(look, area) if self._comparing else self._typing(look, area)

    def _typing(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        left, right = parts.abreast(look, area, (1.0, 1.0), (0.55, 0.45), theme.mm(5))
        ask, number, box, foot = rows(
            left,
            1.0,
            theme.mm(18 if parts.roomy(look) else 14),
            theme.target,
            theme.primary,
            gap=theme.mm(2.4),
        )
        inner = inset(number, theme.mm(2), theme.mm(0.5))
        yield from self._ask(look, ask)
        yield Panel("number_box", number, "paper", "sheet", line="line")
        yield Label("number", inner, "sheet", self._digits, type="display", least="title",
                    align="centre")  # fmt: skip
        yield from self._buttons(look, box, foot)
        yield from number_pad(right)

    def _buttons(self, look: Look, box: Rect, foot: Rect) -> Iterable[Widget]:
        texts, free = look.texts, not self.working
        yield Button(
            "open_box", box, "paper", texts("open_box"), icon="lock-open", style=Style.QUIET,
            type="body*", act=Unlocking(), enabled=free,
        )  # fmt: skip
        yield Button(
            "compare", foot, "paper", texts("next"), icon="chevron-right", style=Style.PRIMARY,
            act=Compare(), enabled=bool(self._digits) and free,
        )  # fmt: skip

    def _ask(self, look: Look, area: Rect) -> Iterable[Widget]:
        """What to do, or the countdown when the box was unlocked once more."""
        if self.lock_open:
            words = look.texts("unlock_pull", n=self.seconds)
            yield from parts.note(look, area, "pull", "lock-open", words, "calm")
        elif self.hint:
            yield from hint_note(look, area, self.hint)
        else:
            words = look.texts("count_paper")
            yield Label("ask", area, "paper", words, type="title", least="small*")

    def _comparison(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        high = theme.mm(20) if area.h > theme.mm(90) else theme.mm(9.6)
        tiles, said, reasons, foot = rows(
            area, high, theme.mm(11.5), 1.0, theme.primary, gap=theme.gap
        )
        yield from self._tiles(look, tiles)
        yield from self._said(look, said)
        if not self._equal:
            yield from self._reasons(look, reasons)
        yield from self._foot(look, foot)

    def _tiles(self, look: Look, area: Rect) -> Iterable[Widget]:
        counts = {"count_by_hand": int(self._digits), "count_by_slot": self.slot}
        cells = columns(area, 1.0, 1.0, gap=look.theme.mm(4))
        for cell, (key, number) in zip(cells, counts.items(), strict=True):
            name, figure = columns(inset(cell, look.theme.mm(3), look.theme.mm(0.5)), 0.65, 0.35)
            yield Panel(f"{key}_box", cell, "paper", "sheet", line="hair")
            yield Label(f"{key}_name", name, "sheet", look.texts(key), type="lead", least="small")
            yield Label(
                key, figure, "sheet", str(number), type="display", least="body*", align="right"
            )

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        hand = int(self._digits)
        if self.hint:
            return hint_note(look, area, self.hint)
        if hand < self.papers:
            words = look.texts("count_fewer", n=self.papers)
            return parts.note(look, area, "said", "triangle-alert", words, "alarm")
        if self._equal:
            words = look.texts("count_equal", n=hand)
            return parts.note(look, area, "said", "circle-check", words, "calm")
        words = look.texts("count_differs", hand=hand, slot=self.slot)
        return parts.note(look, area, "said", "triangle-alert", words, "honey")

    def _reasons(self, look: Look, area: Rect) -> Iterable[Widget]:
        across, down = (2, 3) if parts.upright(look) else (3, 2)
        high = min(area.h, down * look.theme.mm(17))
        gap = gap_between(look, high, down)
        cells = grid(area._replace(h=high), across, down, gap=gap)
        for reason, cell in zip(Difference, cells, strict=False):
            yield Chip(
                f"diff_{reason}",
                cell,
                "paper",
                look.texts(f"diff_{reason}"),
                chosen=reason is self._reason,
                act=Explain(reason),
                enabled=not self.working,
            )

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = columns(area, 0.35, 0.65, gap=look.theme.mm(4))
        words = look.texts("saving" if self.working else "confirm")
        yield Button(
            "retype",
            left,
            "paper",
            look.texts("edit"),
            icon="pencil",
            act=Retype(),
            enabled=not self.working,
        )
        yield Button(
            "confirm",
            right,
            "paper",
            words,
            icon="check",
            style=Style.PRIMARY,
            act=Confirm(),
            enabled=self._settled and not self.working,
        )
