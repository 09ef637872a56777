"""What the screens of a sitting share: title, the way out that asks once, what went wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from kiosk.events import Event, MembersLeft, SteppedBack
from kiosk.post.sitting import Said, Sitting
from kiosk.post.tasks import Task
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.leaving import AskLeave, Leaving, Parting
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts

SAID = {
    Said.CARD_UNKNOWN: "roll_wrong_card",
    Said.CARD_REVOKED: "roll_revoked",
    Said.ENVELOPE_UNKNOWN: "drill_wrong",
    Said.MISCOPIED: "type_wrong",
    Said.NOT_KEPT: "keeping_failed",
    Said.CLOCK_UNKNOWN: "sitting_clock",
    Said.GATHER_AGAIN: "roll_keys_failed",
}
"""What went wrong; CARD_REPEATED names the roles still needed, see the roll call."""

TITLES = {
    Task.FOUND: "found_title",
    Task.ADD: "task_add",
    Task.LOST: "task_lost",
    Task.YEAR: "task_year",
    Task.RESCUE: "task_rescue",
    Task.DRILL: "task_drill",
}


class Members(Leaving):
    """A frame around `body`, which has everything below the header."""

    leaves: ClassVar[bool] = True
    """Whether there is a way out in the corner."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self.sitting = sitting

    def follow(self, sitting: Sitting) -> None:
        """Show how the sitting stands now."""
        self.sitting = sitting

    def title(self, texts: Texts) -> str:
        """What stands above."""
        return texts(TITLES[self.sitting.task] if self.sitting.task else "members_title")

    def heading(self, look: Look, area: Rect) -> Widget:
        """What stands between the way out and the languages."""
        title = self.title(look.texts)
        return Label("title", area, "paper", title, type="title", least="small*")

    def head_high(self, look: Look) -> int:
        return parts.header_height(look)

    def header(self, look: Look, area: Rect) -> Iterable[Widget]:
        target, wide = look.theme.target, parts.languages_width(look)
        above, below = rows(area, target, 1.0)
        left, words, right = columns(above, target, 1.0, wide, gap=look.theme.gap * 2)
        if self.leaves and not self._leaving:
            yield Button("leave", left, "paper", "", icon="x", style=Style.QUIET, act=AskLeave())
        yield self.heading(look, below if below.h else words)
        yield from parts.languages(look, right, "paper")

    def backward(self) -> Act | Event | None:
        return AskLeave() if self.leaves else None

    def parting(self, look: Look) -> Parting:
        words = "members_leave_void" if self.sitting.void else "members_leave"
        cost = look.texts("void_lost") if self.sitting.void else ""
        return Parting(look.texts(words), cost, MembersLeft())


def back(
    look: Look,
    area: Rect,
    words: str = "back",
    *,
    act: Act | Event | None = None,
    enabled: bool = True,
) -> Widget:
    """One step back, or the question before it."""
    return Button(
        "back", area, "paper", look.texts(words), icon="arrow-left", type="body*",
        act=act or SteppedBack(), enabled=enabled,
    )  # fmt: skip


def onward(look: Look, area: Rect, words: str, event: Event, *, enabled: bool = True) -> Widget:
    """The one large button of a step."""
    return Button(
        "next", area, "paper", look.texts(words), icon="chevron-right", style=Style.PRIMARY,
        act=event, enabled=enabled,
    )  # fmt: skip


def feet(look: Look, area: Rect) -> tuple[Rect, Rect]:
    """Places of a small button and the large one beside it."""
    left, right = columns(area, 0.35, 0.65, gap=look.theme.mm(4))
    return left, right


def named(texts: Texts, roles: Iterable[str]) -> str:
    """Roles in a row."""
    return ", ".join(map(texts, roles))
