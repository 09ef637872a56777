"""Members and cards: who has a card, by role and number, and what the quorum may do about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kiosk.events import ListAsked, TaskChosen
from kiosk.post.roles import Role
from kiosk.post.sitting import Said, Sitting, Strip
from kiosk.post.tasks import Task
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import gap_between
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.members.frame import SAID, Members
from kiosk.screens.members.listing import list_button, list_words
from kiosk.screens.widgets import Button, Label, Panel
from kiosk.texts import Texts

TASKS = (
    (Task.ADD, "plus"),
    (Task.LOST, "triangle-alert"),
    (Task.YEAR, "calendar"),
    (Task.DRILL, "mail"),
)


class Menu(Members):
    """Nobody's name is known here; on `today` the envelope may be due to be tried."""

    name = "members"

    def __init__(self, sitting: Sitting, today: date | None = None, *, prints: bool = True) -> None:
        super().__init__(sitting)
        self.today, self.prints = today, prints

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = parts.abreast(look, area, (0.62, 0.38), (0.5, 0.5), look.theme.mm(4))
        yield from self._known(look, left)
        yield from self._tasks(look, right)

    def _known(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        notes = [*self._notes(look)]
        highs = [parts.note_height(look, words, area.w) for _, _, words, _ in notes]
        small = theme.type("small") if parts.roomy(look) else theme.least("small")
        known = (("drilled", self._drilled(texts)), ("names", texts("menu_names")))
        lines = [lettering.block(words, small, area.w) for _, words in known]
        table, when, who, *below = rows(area, 1.0, *lines, *highs, gap=theme.gap)
        yield from self._table(look, table)
        for (name, words), cell in zip(known, (when, who), strict=True):
            yield Label(name, cell, "paper", words, type="small", least="small", colour="muted")
        for (name, icon, words, tone), cell in zip(notes, below, strict=True):
            yield from parts.note(look, cell, name, icon, words, tone)

    def _table(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, roles = look.theme, self.sitting.roles
        gap = gap_between(look, area.h, len(roles))
        high = min(theme.mm(15), (area.h - gap * (len(roles) - 1)) // len(roles))
        for role, cell in zip(roles, rows(area, *[high] * len(roles), gap=gap), strict=False):
            thin = role in self.sitting.thin
            yield from _row(look, cell, role, self.sitting.cards(role), thin=thin)

    def _notes(self, look: Look) -> Iterable[tuple[str, str, str, str]]:
        """Name, icon, words and tone of the most pressing one; the rows tell a thin role, too."""
        texts, sitting = look.texts, self.sitting
        if sitting.said is Said.DRILLED:
            yield "said", "circle-check", texts("drill_right"), "calm"
        elif sitting.said in SAID:
            yield "said", "triangle-alert", texts(SAID[sitting.said]), "alarm"
        elif sitting.strip in {Strip.PRINTED, Strip.FAILED}:
            yield "said", "printer", list_words(look, sitting), "calm"
        elif self._due:
            yield "due", "mail", texts("drill_due"), "honey"
        elif sitting.thin:
            yield "thin", "triangle-alert", texts("roster_thin"), "honey"

    @property
    def _due(self) -> bool:
        committee = self.sitting.committee
        return bool(committee and self.today and committee.recovery.drill_due(self.today))

    def _drilled(self, texts: Texts) -> str:
        if self.sitting.committee is None:
            return ""
        recovery = self.sitting.committee.recovery
        if recovery.drilled_on is None:
            return texts("menu_made", date=texts.full(recovery.since))
        return texts("menu_drilled", date=texts.full(recovery.drilled_on))

    def _tasks(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, free = look.theme, not self.sitting.working
        high = min(theme.mm(18), (area.h - 4 * theme.gap) // 5)
        *cells, last = rows(area, *[high] * 5, gap=theme.gap)
        for (task, icon), cell in zip(TASKS, cells, strict=True):
            words = look.texts(f"task_{task}")
            yield Button(
                f"task_{task}", cell, "paper", words, icon=icon, type="lead*",
                act=TaskChosen(task), enabled=free,
            )  # fmt: skip
        yield list_button(look, last, ListAsked(), self.sitting, enabled=self.prints and free)


def _row(
    look: Look, area: Rect, role: Role, cards: tuple[int, ...], *, thin: bool
) -> Iterable[Widget]:
    fill = "honey" if thin else "sheet"
    inner = inset(area, look.theme.mm(2), look.theme.mm(0.6))
    words, numbers = columns(inner, 0.66, 0.34, gap=look.theme.gap)
    yield Panel(f"{role}_box", area, "paper", fill, line="honey_line" if thin else "hair")
    yield Label(f"{role}", words, fill, look.texts(role), type="body*", least="small")
    yield Label(
        f"{role}_cards", numbers, fill, in_words(look.texts, cards), type="lead*", least="small",
        align="right",
    )  # fmt: skip


def in_words(texts: Texts, cards: Iterable[int]) -> str:
    """Numbers of cards in a row."""
    numbers = ", ".join(map(str, cards))
    return f"№ {numbers}" if numbers else texts("role_no_card")
