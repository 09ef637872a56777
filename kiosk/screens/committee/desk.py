"""What the committee's screens share: the frame with the step bar, hints, leaving on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from kiosk.events import CommitteeLeft, DeskAsked, Event, RecountAsked, WhoIsHereAsked
from kiosk.post.steps import Hint, Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.leaving import AskLeave, Leaving, Parting, Stay, statement
from kiosk.screens.committee.stepbar import StepBar
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Style

__all__ = [
    "HINTS",
    "STEPS",
    "AskLeave",
    "ReviewScreen",
    "Stay",
    "Unlocking",
    "hint_note",
    "recount",
    "roomy",
    "statement",
]

STEPS = (Step.ROLL_CALL, Step.UNLOCK, Step.COUNT, Step.REGISTER, Step.CLOSE)

HINTS = {
    Hint.CARD_UNKNOWN: "roll_wrong_card",
    Hint.CARD_REVOKED: "roll_revoked",
    Hint.WINDOW_OVER: "unlock_over",
    Hint.CLOCK_UNKNOWN: "unlock_clock",
    Hint.NOBODY_PULLED: "unlock_held",
    Hint.LOCK_BROKE: "unlock_broke",
    Hint.NOT_STORED: "not_kept",
    Hint.GATHER_AGAIN: "roll_keys_failed",
    Hint.DIGITS_REFUSED: "digits_refused",
    Hint.DIGITS_WRONG: "digits_wrong",
    Hint.DIGITS_SAME: "digits_same",
    Hint.DIGITS_SPENT: "digits_spent",
}
"""The sentence of a hint; CARD_REPEATED names the roles still needed, see the roll call."""


@dataclass(frozen=True)
class Unlocking(Act):
    """Open the box, or pull the lock once more."""


class ReviewScreen(Leaving):
    """A screen of a review: frame around `body`, which has everything below the header.

    `bar` are the steps of the bar, `notes` numbers under their names. With `members` one may look
    who is here, `to_desk` leads to matters and journal.
    """

    step: Step
    members: ClassVar[bool] = True
    lost: ClassVar[str] = ""
    """Key of the sentence that says what leaving here costs beside the roll call."""

    def __init__(self) -> None:
        super().__init__()
        self.working = False
        self.hint: Hint | None = None
        self.notes: Mapping[Step, str] = {}
        self.bar: Sequence[Step] = STEPS
        self.to_desk = False

    @property
    def corner_mm(self) -> int:
        """Width of the corner, where words fit there."""
        return 24

    def parting(self, look: Look) -> Parting:
        lost = look.texts(self.lost) if self.lost else ""
        return Parting(look.texts("leave_ask"), lost, CommitteeLeft())

    def sent(self, event: Event) -> Event:
        """Emit the event of this step: until the answer comes, nothing else is taken."""
        self.working, self.hint = True, None
        return event

    def head_high(self, look: Look) -> int:
        """On upright glass the steps have a line of their own."""
        theme = look.theme
        return theme.target + (theme.gap + theme.target) * parts.upright(look)

    def header(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        line, below = rows(area, theme.target, 1.0, gap=theme.gap)
        *left, bar, right = self._places(look, line)
        labels = tuple(look.texts(f"step_{step}") for step in self.bar)
        notes = tuple(self.notes.get(step, "") for step in self.bar)
        if not self._leaving:
            yield from self._outward(look, left)
        yield StepBar("steps", below if below.h else bar, "paper", labels, self._here, notes)
        yield from self.far_corner(look, right)

    def _places(self, look: Look, area: Rect) -> list[Rect]:
        """The corner, the ways to who is here and to the desk, what is left, the far corner."""
        theme, wide = look.theme, roomy(look)
        return columns(
            area,
            theme.mm(self.corner_mm) if wide else theme.target,
            *[theme.mm(26) if words else theme.target for _, _, words, _ in self._ways(look)],
            1.0,
            parts.languages_width(look),
            gap=theme.mm(2) if wide else theme.gap,
        )

    def _outward(self, look: Look, places: Sequence[Rect]) -> Iterable[Widget]:
        corner, *others = places
        yield from self.corner(look, corner)
        for (name, icon, words, event), place in zip(self._ways(look), others, strict=True):
            yield Button(name, place, "paper", words, icon=icon, type="small*", act=event)

    @property
    def _here(self) -> int:
        """Before the last step of another bar than a review's, such as a clock that is set."""
        return self.bar.index(self.step) if self.step in self.bar else len(self.bar) - 1

    def _ways(self, look: Look) -> list[tuple[str, str, str, Event]]:
        """To those who are here, and to the desk: on small glass from their page alone."""
        here: tuple[str, str, str, Event] = ("members", "users", "", WhoIsHereAsked())
        desk = ("to_desk", "book-open", look.texts("desk_short"), DeskAsked())
        return [here] * self.members + [desk] * (self.to_desk and self.members and roomy(look))

    def corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Left of the step bar: the way out."""
        words = look.texts("sign_out") if roomy(look) else ""
        yield Button(
            "leave", area, "paper", words, icon="x", style=Style.QUIET, type="body*", least="small",
            act=AskLeave(),
        )  # fmt: skip

    def far_corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Right of the step bar: the languages."""
        return parts.languages(look, area, "paper")


def roomy(look: Look) -> bool:
    """Whether words fit beside the icons of the header."""
    return parts.upright(look) or look.width >= look.theme.mm(180)


def hint_note(look: Look, area: Rect, hint: Hint | None) -> Iterable[Widget]:
    """What went wrong, where there is something to say."""
    if hint in HINTS:
        yield from parts.note(
            look, area, "hint", "triangle-alert", look.texts(HINTS[hint]), "alarm"
        )


def recount(look: Look, area: Rect, *, enabled: bool = True) -> Widget:
    """Return the button for paper that was miscounted: nobody has to invent a row."""
    words = look.texts("count_again")
    return Button(
        "recount", area, "paper", words, icon="rotate-ccw", type="body*", act=RecountAsked(),
        enabled=enabled,
    )  # fmt: skip
