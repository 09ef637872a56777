"""What the committee's screens share: the frame with the step bar, hints, leaving on purpose."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar

from kiosk.events import CommitteeLeft, Event, RecountAsked, WhoIsHereAsked
from kiosk.post.steps import Hint, Step
from kiosk.screens import lettering, parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.stepbar import StepBar
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Button, Icon, Label, Style

STEPS = (Step.ROLL_CALL, Step.UNLOCK, Step.COUNT, Step.REGISTER, Step.CLOSE)

HINTS = {
    Hint.CARD_UNKNOWN: "roll_wrong_card",
    Hint.WINDOW_OVER: "unlock_over",
    Hint.CLOCK_UNKNOWN: "unlock_clock",
    Hint.NOBODY_PULLED: "unlock_held",
    Hint.LOCK_BROKE: "unlock_broke",
    Hint.NOT_STORED: "not_kept",
    Hint.GATHER_AGAIN: "roll_keys_failed",
    Hint.DIGITS_TAKEN: "digits_taken",
    Hint.DIGITS_WRONG: "digits_wrong",
    Hint.DIGITS_SAME: "digits_same",
    Hint.DIGITS_SPENT: "digits_spent",
}
"""The sentence of a hint; CARD_REPEATED names the roles still needed, see the roll call."""


@dataclass(frozen=True)
class AskLeave(Act):
    """Leave? Coming back costs everyone a card, so it is asked once."""


@dataclass(frozen=True)
class Stay(Act):
    """Back to where we were."""


@dataclass(frozen=True)
class Unlocking(Act):
    """Open the box, or pull the lock once more."""


class Desk(Screen):
    """A screen of a review: frame around `body`, which has everything below the header.

    `notes` are numbers under the names of the step bar. With `members` one may look who is here.
    """

    step: Step
    members: ClassVar[bool] = True
    lost: ClassVar[str] = ""
    """Key of the sentence that says what leaving here costs beside the roll call."""

    def __init__(self) -> None:
        self.working = False
        self.hint: Hint | None = None
        self.notes: Mapping[Step, str] = {}
        self._leaving = False

    @property
    def corner_mm(self) -> int:
        """Width of the corner, where words fit there."""
        return 24

    @abstractmethod
    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Return the widgets below the header."""

    def view(self, look: Look) -> View:
        head, area = rows(parts.page(look), look.theme.target, 1.0, gap=look.theme.gap)
        inside = self._question(look, area) if self._leaving else self.body(look, area)
        return View("paper", (*self._header(look, head), *inside))

    def act(self, act: Act) -> Event | None:
        match act:
            case AskLeave():
                self._leaving = True
            case Stay():
                self._leaving = False
            case _:
                return self.do(act)
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self._leaving:
            self._leaving = stroke.control != "escape"
            return None
        return self.keyed(stroke)

    @abstractmethod
    def do(self, act: Act) -> Event | None:
        """Do what a touch in the body means."""

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a key of a USB keyboard or a scanner; not while it is asked whether to leave."""
        return None

    def sent(self, event: Event) -> Event:
        """Emit the event of this step: until the answer comes, nothing else is taken."""
        self.working, self.hint = True, None
        return event

    def _header(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, wide = look.theme, roomy(look)
        here = theme.target if self.members else 0
        left, beside, bar, right = columns(
            area,
            theme.mm(self.corner_mm) if wide else theme.target,
            here,
            1.0,
            parts.languages_width(look),
            gap=theme.mm(2) if wide else theme.gap,
        )
        labels = tuple(look.texts(f"step_{step}") for step in STEPS)
        notes = tuple(self.notes.get(step, "") for step in STEPS)
        if not self._leaving:
            yield from self.corner(look, left)
            yield from self._who_is_here(beside)
        yield StepBar("steps", bar, "paper", labels, STEPS.index(self.step), notes)
        yield from self.far_corner(look, right)

    def _who_is_here(self, area: Rect) -> Iterable[Widget]:
        if self.members:
            yield Button("members", area, "paper", "", icon="users", act=WhoIsHereAsked())

    def corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Left of the step bar: the way out."""
        words = look.texts("sign_out") if roomy(look) else ""
        yield Button("leave", area, "paper", words, icon="x", style=Style.QUIET, act=AskLeave())

    def far_corner(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Right of the step bar: the languages."""
        return parts.languages(look, area, "paper")

    def _question(self, look: Look, area: Rect) -> Iterable[Widget]:
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        ask, lost = look.texts("leave_ask"), look.texts(self.lost) if self.lost else ""
        yield from statement(look, words, "leave_ask", "door-open", ask, lead=lost)
        left, right = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        yield Button(
            "stay", left, "paper", look.texts("leave_stay"), style=Style.PRIMARY, act=Stay()
        )
        yield Button(
            "leave_sure",
            right,
            "paper",
            look.texts("sign_out"),
            icon="x",
            act=CommitteeLeft(),
        )


def roomy(look: Look) -> bool:
    """Whether words fit beside the icons of the header."""
    return look.width >= look.theme.mm(180)


def statement(
    look: Look,
    area: Rect,
    name: str,
    icon: str,
    text: str,
    *,
    lead: str = "",
    colour: str = "action",
) -> Iterable[Widget]:
    """One large icon above one large sentence, in the middle of the area; `lead` is quieter."""
    theme = look.theme
    wide, side = min(area.w, theme.mm(150)), min(theme.mm(18), area.h // 3)
    first = _height(text, theme.type("title"), wide)
    second = _height(lead, theme.type("lead"), wide) + theme.gap if lead else 0
    high = min(area.h, side + theme.gap + first + second)
    sign, below, under = rows(centred(area, wide, high), side, 1.0, second, gap=theme.gap)
    yield Icon(f"{name}_icon", sign, "paper", icon, colour=colour)
    yield Label(
        name, below, "paper", text, type="title", least="small*", align="centre", valign="top"
    )
    if lead:
        yield Label(
            f"{name}_lead", under, "paper", lead, type="lead", least="small", align="centre"
        )


def _height(text: str, letters: Type, room: int) -> int:
    return lettering.height(len(lettering.wrap(text, letters, room)), letters)


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
