"""The desk: what can be done between two windows, and with which of it one should begin (R11)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import CommitteeLeft, DeskAsked, DeskLeft, DeskTurned, Event
from kiosk.post.desk import DeskPage
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.choices import FIGURES, gap_between
from kiosk.screens.committee.desk import AskLeave, ReviewScreen, statement
from kiosk.screens.committee.leaving import Parting
from kiosk.screens.committee.rowlist import numbered
from kiosk.screens.layout import grid, rows
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts

PAGES = (
    (DeskPage.MATTERS, "list-checks", "desk_matters"),
    (DeskPage.JOURNAL, "book-open", "journal"),
    (DeskPage.ANALYSIS, "chart-column", "analysis"),
    (DeskPage.PAPERS, "printer", "papers_title"),
    (DeskPage.ERASING, "trash-2", "desk_erasing"),
    (DeskPage.CHECK, "shield", "desk_check"),
)


@dataclass(frozen=True)
class Waiting:
    """How many matters are open, how many overdue, and how many changes the board waits for.

    Only numbers: whoever passes may see them.
    """

    open: int = 0
    overdue: int = 0
    answers: int = 0


class DeskMenu(ReviewScreen):
    """`waiting` is None until the journal is open. `over` a step of a review it leads back.

    `unprinted` are rows whose referral did not come out.
    """

    name = "deskmenu"

    def __init__(self, step: Step, *, over: bool = False) -> None:
        super().__init__()
        self.step, self._over = step, over
        self.waiting: Waiting | None = None
        self.unprinted: tuple[int, ...] = ()

    def parting(self, look: Look) -> Parting:
        """Who goes by the corner leaves answers to another time."""
        waits = self.waiting is not None and bool(self.waiting.answers)
        lost = look.texts("desk_lost") if waits else ""
        return Parting(look.texts("leave_ask"), lost, CommitteeLeft())

    def backward(self) -> Act | Event | None:
        return DeskLeft() if self._over and not self.working else AskLeave()

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Figures choose, return ends; only what a finger could touch."""
        if self.working or self.waiting is None:
            return None
        if stroke.control == "return":
            return DeskLeft()
        nth = FIGURES.find(stroke.text) if len(stroke.text) == 1 else -1
        return DeskTurned(PAGES[nth][0]) if 0 <= nth < len(PAGES) else None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        icon, words, tone = self._note(look.texts)
        high = parts.note_height(look, words, area.w)
        gap = theme.gap // (1 if parts.roomy(look) else 2)
        pages, said, foot = rows(area, 1.0, high, theme.primary, gap=gap)
        if self.waiting is None:
            yield from self._opening(look, pages)
        else:
            yield from self._pages(look, pages, self.waiting)
            yield from parts.note(look, said, "said", icon, words, tone)
        yield self._foot(look, foot)

    def _opening(self, look: Look, area: Rect) -> Iterable[Widget]:
        """The journal is on its way, or it could not be opened."""
        words = look.texts("desk_opening" if self.working else "desk_unopened")
        yield from statement(look, area, "opening", "book-open", words)

    def _pages(self, look: Look, area: Rect, waiting: Waiting) -> Iterable[Widget]:
        theme = look.theme
        down = -(-len(PAGES) // 2)
        high = min(area.h, down * theme.mm(24) + (down - 1) * theme.gap)
        gap = gap_between(look, high, down)
        cells = grid(area._replace(h=high), 2, down, gap=gap)
        for (page, icon, key), cell in zip(PAGES, cells, strict=False):
            words = look.texts(key)
            if page is DeskPage.MATTERS and waiting.open:
                words = f"{words}: {waiting.open}"
            yield Button(
                f"desk_{page}", cell, "paper", words, icon=icon, type="lead*", least="small",
                act=DeskTurned(page), enabled=not self.working,
            )  # fmt: skip

    def _note(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: the two most pressing things, or where done leads."""
        told = self._pressing(texts)[:2]
        if told:
            icon, _, tone = told[0]
            return icon, "\n".join(words for _, words, _ in told), tone
        if self._over:
            return "rotate-ccw", texts("desk_over"), "calm"
        return "lock", texts("desk_shut"), "calm"

    def _pressing(self, texts: Texts) -> list[tuple[str, str, str]]:
        waiting, told = self.waiting or Waiting(), []
        if self.hint:
            told.append(("triangle-alert", texts("not_kept"), "alarm"))
        if self.unprinted:
            stuck = texts("referral_stuck", number=numbered(self.unprinted))
            told.append(("triangle-alert", stuck, "alarm"))
        if waiting.answers:
            key = "desk_answers_close" if self._over else "desk_answers"
            told.append(("megaphone", texts(key, n=waiting.answers), "calm"))
        if waiting.overdue:
            told.append(("triangle-alert", texts("desk_overdue", n=waiting.overdue), "honey"))
        return told

    def _foot(self, look: Look, area: Rect) -> Widget:
        """Back to the step, the end, or once more."""
        if self.waiting is None and not self.working:
            words, icon, act = look.texts("desk_again"), "rotate-ccw", DeskAsked()
            return Button("again", area, "paper", words, icon=icon, style=Style.PRIMARY, act=act)
        words = look.texts("back" if self._over else "done")
        return Button(
            "desk_done", area, "paper", words, icon="arrow-left" if self._over else "check",
            style=Style.PRIMARY, act=DeskLeft(), enabled=not self.working,
        )  # fmt: skip
