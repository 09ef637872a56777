"""Who must not read: before such a letter they step away, after it they are called back.

Nothing of a letter is on these screens: they come before it is shown, or cover it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import (
    AsideLeft,
    CommitteeLeft,
    Event,
    LetterPutOff,
    LettersAsked,
    RoomChanged,
    SteppedOut,
    WhoIsHereAsked,
)
from kiosk.post.roles import Role
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.desk import ReviewScreen, statement
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.widgets import Button, Icon, Label, Panel, Style
from kiosk.texts import Texts


class Aside(ReviewScreen):
    """A screen that only tells and asks."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step

    def do(self, act: Act) -> Event | None:
        return None


class Room(Aside):
    """`leaving` must step away before the next letter shows, `returning` may come back.

    With `too_few` those who would stay could not handle it: it waits. Without `later` nothing else
    could come first.
    """

    name = "room"

    def __init__(
        self,
        step: Step,
        leaving: Sequence[Role] = (),
        returning: Sequence[Role] = (),
        *,
        too_few: bool = False,
        later: bool = True,
    ) -> None:
        super().__init__(step)
        self.leaving, self.returning = tuple(leaving), tuple(returning)
        self.too_few, self.later = too_few, later

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, people, foot = rows(area, 1.0, self._high(look), theme.primary, gap=theme.gap)
        icon, words, lead = self._words(texts)
        yield from statement(look, said, "room", icon, words, lead=lead)
        yield from self._people(look, people)
        yield from self._too_few(look, foot) if self.too_few else self._confirm(look, foot)

    def _words(self, texts: Texts) -> tuple[str, str, str]:
        if self.too_few:
            return "users", texts("room_too_few"), texts("room_waits")
        if self.leaving:
            covered = texts("room_covered" if self.later else "room_covered_last")
            return "eye-off", texts("room_leave"), covered
        return "users", texts("room_return"), ""

    def _high(self, look: Look) -> int:
        lines = 0 if self.too_few else len(self.leaving) + len(self.returning)
        return lines * person_high(look) + max(0, lines - 1) * look.theme.gap

    def _people(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self.too_few:
            return
        told = [(role, "room_leaves") for role in self.leaving]
        told += [(role, "room_returns") for role in self.returning]
        cells = rows(area, *[person_high(look)] * len(told), gap=look.theme.gap)
        for (role, key), cell in zip(told, cells, strict=True):
            yield from person(look, cell, role, look.texts(key), leaves=key == "room_leaves")

    def _confirm(self, look: Look, area: Rect) -> Iterable[Widget]:
        later, done = columns(area, 0.35, 0.65, gap=look.theme.mm(4))
        key = "room_they_left" if self.leaving else "room_they_returned"
        beside = bool(self.leaving) and self.later
        if beside:
            yield _later(look, later)
        yield Button(
            "room_changed", done if beside else area, "paper", look.texts(key), icon="check",
            style=Style.PRIMARY, act=RoomChanged(),
        )  # fmt: skip

    def _too_few(self, look: Look, area: Rect) -> Iterable[Widget]:
        members, later = columns(area, 0.5, 0.5, gap=look.theme.mm(4))
        yield _members(look, members)
        yield _later(look, later, style=Style.PRIMARY)


class StepOut(Aside):
    """Who should not read this letter? Nobody asks why, and the letter is covered."""

    name = "step_out"

    def __init__(self, step: Step, roles: Sequence[Role]) -> None:
        super().__init__(step)
        self.roles = tuple(roles)

    def backward(self) -> Act | Event | None:
        return AsideLeft()

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, foot = rows(area, 1.0, theme.target, gap=theme.gap)
        ask, people = rows(said, 0.25, 0.75, gap=theme.gap)
        words = texts("step_out_ask")
        yield Label("ask", ask, "paper", words, type="title", least="body*", align="centre")
        least, most = theme.target, theme.primary
        high = max(least, min(most, (people.h - 2 * theme.gap) // max(1, len(self.roles))))
        cells = rows(people, *[high] * len(self.roles), gap=theme.gap)
        for role, cell in zip(self.roles, cells, strict=True):
            yield Button(
                f"out_{role}", cell, "paper", texts(role), icon="user", act=SteppedOut(role)
            )
        yield Button("back", foot, "paper", texts("back"), icon="arrow-left", act=AsideLeft())


class Waiting(Aside):
    """Only letters are left that those here cannot handle: the review stays open (law 5)."""

    name = "left_over"

    def __init__(self, step: Step, letters: int, returning: Sequence[Role] = ()) -> None:
        super().__init__(step)
        self.letters, self.returning = letters, tuple(returning)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        said, foot = rows(area, 1.0, theme.primary, gap=theme.gap)
        lead = texts("room_stays_open")
        if self.returning:
            lead = f"{texts('room_return')}. {lead}"
        words = texts("room_left_over", n=self.letters)
        yield from statement(look, said, "waiting", "mail", words, lead=lead)
        members, pick, leave = columns(foot, 1.0, 1.0, 1.0, gap=theme.mm(3))
        yield _members(look, members)
        yield Button(
            "letters", pick, "paper", texts("letters_left"), icon="inbox", type="body*",
            act=LettersAsked(),
        )  # fmt: skip
        yield Button(
            "leave_open", leave, "paper", texts("room_leave_open"), icon="x", type="body*",
            style=Style.PRIMARY, act=CommitteeLeft(),
        )  # fmt: skip


def _members(look: Look, area: Rect) -> Widget:
    words = look.texts("room_somebody_comes")
    return Button(
        "show_card", area, "paper", words, icon="key-round", type="body*", act=WhoIsHereAsked()
    )


def _later(look: Look, area: Rect, style: Style = Style.SECONDARY) -> Widget:
    words = look.texts("letter_later")
    return Button(
        "later", area, "paper", words, icon="clock", type="body*", style=style, act=LetterPutOff()
    )


def person_high(look: Look) -> int:
    """Pixels of one `person`."""
    return look.theme.mm(11 if parts.roomy(look) else 10.3)


def person(look: Look, area: Rect, role: Role, told: str, *, leaves: bool) -> Iterable[Widget]:
    """One who steps away, or comes back."""
    theme = look.theme
    fill, ink = ("honey", "ink") if leaves else ("calm", "calm_ink")
    inner = inset(area, theme.mm(2), theme.mm(0.5))
    sign, words, state = columns(inner, theme.mm(6), 1.0, theme.mm(34), gap=theme.mm(1.6))
    yield Panel(f"{role}_box", area, "paper", fill, line=f"{fill}_line")
    yield Icon(f"{role}_icon", sign, fill, "user", colour=ink)
    yield Label(f"{role}", words, fill, look.texts(role), type="body*", least="small")
    yield Label(f"{role}_told", state, fill, told, type="small*", least="small*", colour=ink,
                align="right")  # fmt: skip
