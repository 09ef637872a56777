"""Which cards go and which come; the keys are made when nothing is missing any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import CardMarked, Event, KeysAgreed, NewCardAsked, SteppedBack
from kiosk.post.roles import Role
from kiosk.post.sitting import Sitting
from kiosk.post.tasks import NEW_KEYS, Task
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.choices import gap_between
from kiosk.screens.committee.leaving import statement
from kiosk.screens.layout import columns, rows
from kiosk.screens.members.frame import SAID, Members, back, named
from kiosk.screens.members.menu import in_words
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class Turned(Act):
    """Other cards of a role that has many."""

    role: Role


@dataclass(frozen=True)
class Asked(Act):
    """New keys? Revoked cards never open anything again, so it is asked once."""


@dataclass(frozen=True)
class BackAsked(Act):
    """Back, with cards made that become void by it? It is asked once."""


@dataclass(frozen=True)
class Kept(Act):
    """Back to choosing."""


class Roster(Members):
    """A row a role; where new keys are made, a touch on a number marks the card as gone."""

    name = "roster"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._turned: dict[Role, int] = {}
        self._asking: Asked | BackAsked | None = None

    def backward(self) -> Act | Event | None:
        if self._asking is not None:
            return Kept()
        if self.sitting.working or not self.sitting.gathered:
            return super().backward()
        return self._stepping_back()

    def do(self, act: Act) -> Event | None:
        match act:
            case Turned(role=role):
                self._turned[role] = self._turned.get(role, 0) + 1
            case Asked() | BackAsked():
                self._asking = act
            case Kept():
                self._asking = None
        return None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        match self._asking:
            case Asked():
                return self._ask(look, area)
            case BackAsked():
                return self._ask_back(look, area)
        return self._choose(look, area)

    def _choose(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        icon, words, tone = self._told(look.texts)
        high = parts.note_height(look, words, area.w)
        note, table, foot = rows(
            area, high, 1.0, theme.primary, gap=theme.gap // (1 if parts.roomy(look) else 2)
        )
        yield from parts.note(look, note, "told", icon, words, tone)
        roles = self.sitting.roles
        gap = gap_between(look, table.h, len(roles))
        tall = min(theme.mm(20), (table.h - gap * (len(roles) - 1)) // len(roles))
        for role, cell in zip(roles, rows(table, *[tall] * len(roles), gap=gap), strict=True):
            yield from self._row(look, cell, role)
        yield from self._foot(look, foot)

    def _told(self, texts: Texts) -> tuple[str, str, str]:
        """Icon, words and tone: what went wrong, what is missing, what would be better."""
        sitting = self.sitting
        if sitting.said in SAID:
            return "triangle-alert", texts(SAID[sitting.said]), "alarm"
        if sitting.task is Task.ADD or (sitting.task in NEW_KEYS and not sitting.changes):
            return "info", texts(f"roster_{sitting.task}"), "calm"
        if sitting.task is Task.RESCUE and not sitting.complete:
            return "info", texts("roster_rescue"), "honey"
        if sitting.bare:
            return "key-round", texts("roster_bare", roles=named(texts, sitting.bare)), "honey"
        if sitting.thin:
            return "triangle-alert", texts("roster_thin"), "honey"
        if sitting.wants_envelope:
            return "mail", texts("roster_envelope"), "calm"
        return "circle-check", texts("roster_full"), "calm"

    def _row(self, look: Look, area: Rect, role: Role) -> Iterable[Widget]:
        theme, sitting = look.theme, self.sitting
        words, numbers, new = columns(area, 0.4, 0.33, 0.27, gap=theme.gap * 2)
        yield Label(f"{role}", words, "paper", look.texts(role), type="body*", least="small")
        if sitting.task in NEW_KEYS and sitting.cards(role):
            yield from self._chips(look, numbers, role)
        else:
            told = in_words(look.texts, sitting.cards(role))
            yield Label(f"{role}_cards", numbers, "paper", told, type="lead*", least="small")
        yield Button(
            f"new_{role}", new, "paper", look.texts("new_card"), icon="plus", type="body*",
            act=NewCardAsked(role), enabled=sitting.may_make(role) and not sitting.working,
        )  # fmt: skip

    def _chips(self, look: Look, area: Rect, role: Role) -> Iterable[Widget]:
        """As many numbers as fit; where there are more, the last place turns to the next ones."""
        theme, cards = look.theme, self.sitting.cards(role)
        fit = max(2, (area.w + theme.gap) // (theme.mm(13) + theme.gap))
        places = columns(area, *[1.0] * fit, gap=theme.gap)
        if len(cards) > fit:
            pages = -(-len(cards) // (fit - 1))
            at = self._turned.get(role, 0) % pages * (fit - 1)
            cards = cards[at : at + fit - 1]
            yield Button(
                f"more_{role}", places[-1], "paper", "", icon="chevron-right", act=Turned(role)
            )
        for number, place in zip(cards, places, strict=False):
            yield self._chip(place, number)

    def _chip(self, place: Rect, number: int) -> Widget:
        """A card that goes is red. A new one cannot go: it is not the committee's yet."""
        new = any(number == fresh for fresh, _ in self.sitting.fresh)
        out = number in self.sitting.out
        return Button(
            f"card_{number}", place, "paper", f"× {number}" if out else f"№ {number}",
            act=CardMarked(number), style=Style.DANGER if out else Style.SECONDARY,
            type="body*", least="small", enabled=not new and not self.sitting.working,
        )  # fmt: skip

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, sitting, free = look.texts, self.sitting, not self.sitting.working
        if sitting.task is Task.ADD:
            yield self._back(look, area)
            return
        shares = [0.24, 0.28, 0.48] if sitting.gathered else [0.36, 0.64]
        *first, envelope, last = columns(area, *shares, gap=look.theme.mm(3))
        if first:
            yield self._back(look, first[0])
        founding = sitting.task is Task.FOUND
        make = "envelope_make" if sitting.wants_envelope else "envelope_new"
        yield Button(
            "new_envelope", envelope, "paper",
            texts("envelope_made" if sitting.envelope else make),
            icon="circle-check" if sitting.envelope else "mail", type="body*",
            act=NewCardAsked(None), enabled=free and not (founding and sitting.bare),
        )  # fmt: skip
        act: Act | Event = KeysAgreed() if founding else Asked()
        yield Button(
            "agree", last, "paper", texts("found_finish" if founding else "roster_rekey"),
            icon="key-round", style=Style.PRIMARY, act=act, enabled=free and sitting.complete,
        )  # fmt: skip

    def _back(self, look: Look, area: Rect) -> Widget:
        return back(look, area, act=self._stepping_back(), enabled=not self.sitting.working)

    def _stepping_back(self) -> Act | Event:
        return BackAsked() if self.sitting.void else SteppedBack()

    def _ask_back(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        ask, cost = texts("back_void"), texts("void_lost")
        yield from statement(look, words, "back_ask", "trash-2", ask, lead=cost)
        left, right = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        stay, sure = texts("leave_stay"), texts("back_void_sure")
        yield Button("keep", left, "paper", stay, style=Style.PRIMARY, act=Kept())
        yield Button(
            "back_sure", right, "paper", sure, icon="trash-2", style=Style.DANGER,
            act=SteppedBack(), enabled=not self.sitting.working,
        )  # fmt: skip

    def _ask(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, sitting = look.texts, self.sitting
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        told = [texts("rekey_out", cards=in_words(texts, sorted(sitting.out)))] * bool(sitting.out)
        told += [texts("rekey_same")]
        told += [texts("rekey_new_envelope" if sitting.envelope else "rekey_envelope")]
        lead = ". ".join(told)
        yield from statement(look, words, "ask", "key-round", texts("rekey_ask"), lead=lead)
        left, right = columns(foot, 0.35, 0.65, gap=look.theme.mm(4))
        yield Button(
            "keep", left, "paper", texts("back"), icon="arrow-left", type="body*", act=Kept()
        )
        yield Button(
            "agree_sure", right, "paper", texts("roster_rekey"), icon="key-round",
            style=Style.PRIMARY, act=KeysAgreed(), enabled=not sitting.working,
        )  # fmt: skip
