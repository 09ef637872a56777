"""Before the first letter: how many matters are overdue; which ones, the desk tells (R11)."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import AsideLeft, DeskAsked
from kiosk.post.desk import DeskPage
from kiosk.post.steps import Step
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.room import Aside
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Style


class Due(Aside):
    """`overdue` matters; the letters wait as long as one likes."""

    name = "due"
    members = False

    def __init__(self, step: Step, overdue: int) -> None:
        super().__init__(step)
        self.overdue = overdue

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, foot = rows(area, 1.0, theme.primary, gap=theme.gap)
        words = texts("due_matters", n=self.overdue)
        yield from statement(look, said, "due", "clock", words, lead=texts("due_lead"))
        later, now = columns(foot, 0.4, 0.6, gap=theme.mm(4))
        yield Button("later", later, "paper", texts("due_later"), icon="clock", act=AsideLeft())
        yield Button(
            "look", now, "paper", texts("due_look"), icon="list-checks", style=Style.PRIMARY,
            act=DeskAsked(DeskPage.MATTERS),
        )  # fmt: skip
