"""The end of a review: what was counted and registered, nothing left over (R10, law 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.events import CloseAsked, Event, PrinterTrouble, ProtocolAsked, RowsAsked
from kiosk.post.incidents import Noted
from kiosk.post.meeting import Facts
from kiosk.post.steps import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee import protocol
from kiosk.screens.committee.desk import AskLeave, ReviewScreen, hint_note, recount, statement
from kiosk.screens.committee.incidents import height
from kiosk.screens.committee.incidents import note as incidents_note
from kiosk.screens.committee.rowlist import numbered
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.papers import PaperState
from kiosk.screens.widgets import Button, Chip, Label, Panel, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class CloseNow(Act):
    """Close the review."""


@dataclass(frozen=True)
class Destroyed(Act):
    """Whether the slips that were printed to be read are destroyed."""

    yes: bool


@dataclass(frozen=True)
class Back(Act):
    """Back to what was counted."""


class Close(ReviewScreen):
    """`typed` envelopes belong to the review; `registered` rows are written, paper included.

    `paper` is the protocol that a former review still owes; NONE, and nothing is said of it. A
    resumed review goes past the step that offers it, and the close wipes the keys that it needs.
    """

    name = "close"
    step = Step.CLOSE

    def __init__(
        self, facts: Facts, *, typed: int, registered: int, door_open: bool = False
    ) -> None:
        super().__init__()
        self.facts, self.typed, self.registered = facts, typed, registered
        self.door_open = door_open
        self.incidents: Sequence[Noted] = ()
        self.slips_destroyed: bool | None = None
        self.unprinted: tuple[int, ...] = ()
        self.paper = PaperState.NONE
        self.trouble: PrinterTrouble | None = None
        self._asking = self._asked = False

    @property
    def letters(self) -> int:
        """All of this review."""
        return self.typed + (self.facts.hand or 0)

    @property
    def unregistered(self) -> int:
        """Letters without a row."""
        return self.letters - self.registered

    def backward(self) -> Act | Event | None:
        return Back() if self._asking else AskLeave()

    def do(self, act: Act) -> Event | None:
        match act:
            case CloseNow() if self.paper is PaperState.OFFERED and not self._asked:
                self._asking = self._asked = True
            case CloseNow():
                return self.sent(CloseAsked(self.slips_destroyed))
            case Back():
                self._asking = False
            case protocol.AskProtocol():
                self.paper, self.trouble = PaperState.PRINTING, None
                return self.sent(ProtocolAsked())
            case Destroyed(yes=yes) if not self.working:
                self.slips_destroyed = yes
        return None

    @property
    def _complete(self) -> bool:
        answered = not self.facts.slips or self.slips_destroyed is not None
        printing = self.paper is PaperState.PRINTING
        return self.facts.counted and self.unregistered == 0 and answered and not printing

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        return self._former(look, area) if self._asking else self._whole(look, area)

    def _former(self, look: Look, area: Rect) -> Iterable[Widget]:
        """The last moment for the former protocol, and how it stands."""
        theme, texts = look.theme, look.texts
        words, _ = protocol.told(look, self.paper, self.trouble)
        high = parts.note_height(look, words, area.w) if words else 0
        ask, said, foot = rows(area, 1.0, high, parts.actions_height(look, 3), gap=theme.gap)
        owed, cost = texts("protocol_owed_close"), texts("protocol_owed_cost")
        yield from statement(look, ask, "former", "printer", owed, lead=cost)
        yield from protocol.note(look, said, self.paper, self.trouble)
        back, press, close = parts.actions(look, foot, 0.2, 0.4, 0.4)
        yield Button("back", back, "paper", texts("back"), icon="arrow-left", type="body*",
                     act=Back())  # fmt: skip
        wanted = self.paper is PaperState.OFFERED
        style = Style.PRIMARY if wanted else Style.SECONDARY
        yield protocol.button(look, press, self.paper, first="protocol_owed", style=style)
        yield self._close_now(look, close, Style.SECONDARY if wanted else Style.PRIMARY)

    def _whole(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        told = self._told(texts)
        told_before = self.facts.slips and not parts.roomy(look)  # when the box was opened
        incidents = () if told_before else self.incidents
        asked = theme.target if self.facts.slips else 0
        below = parts.actions_height(look, 3)
        spare = area.h - asked - below - 3 * theme.gap - self._least(look)
        high = theme.mm(12) if told or self.hint else height(look, incidents, area.w)
        counts, slips, said, foot = rows(area, 1.0, asked, min(high, spare), below, gap=theme.gap)
        yield from self._counts(look, counts)
        if self.facts.slips:
            yield from self._slips(look, slips)
        if told:
            yield from parts.note(look, said, "missing", "triangle-alert", told, "honey")
        elif self.hint:
            yield from hint_note(look, said, self.hint)
        else:
            yield from incidents_note(look, said, incidents)
        yield from self._foot(look, foot)

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Back to counting or to the rows; or close."""
        texts = look.texts
        again, back, close = parts.actions(look, area, 0.27, 0.29, 0.44)
        yield recount(look, again, enabled=not self.working)
        yield Button(
            "look_back", back, "paper", texts("rows_look"), icon="list-checks", type="body*",
            act=RowsAsked(), enabled=not self.working,
        )  # fmt: skip
        yield self._close_now(look, close, Style.PRIMARY)

    def _close_now(self, look: Look, area: Rect, style: Style) -> Widget:
        words = look.texts("saving" if self.working else "close_review")
        return Button(
            "close_review", area, "paper", words, icon="lock", style=style, act=CloseNow(),
            enabled=self._complete and not self.working,
        )  # fmt: skip

    def _slips(self, look: Look, area: Rect) -> Iterable[Widget]:
        """The protocol says so; nobody can check it but those who stand here."""
        ask, *cells = columns(area, 0.6, 0.2, 0.2, gap=look.theme.gap)
        words = look.texts("slips_ask", n=self.facts.slips)
        yield Label("slips_ask", ask, "paper", words, type="body*", least="small")
        for yes, cell in zip((True, False), cells, strict=True):
            name = "yes" if yes else "no"
            yield Chip(
                f"slips_{name}", cell, "paper", look.texts(name), act=Destroyed(yes),
                chosen=self.slips_destroyed is yes,
            )  # fmt: skip

    def _told(self, texts: Texts) -> str:
        """What stands in the way, or should be done beside."""
        if not self.facts.counted:
            return texts("close_uncounted")
        if self.unregistered:
            return texts("close_missing", n=self.unregistered)
        if self.unprinted:
            return texts("referral_stuck", number=numbered(self.unprinted))
        return texts("door_open") if self.door_open else ""

    def _least(self, look: Look) -> int:
        """Pixels below which the counts cannot be read; a reason takes two lines."""
        lines = len([*self._lines(look.texts)]) + bool(self.facts.reason)
        return lines * look.theme.least("small").line + look.theme.mm(2)

    def _counts(self, look: Look, area: Rect) -> Iterable[Widget]:
        lines = list(self._lines(look.texts))
        high = min(area.h // len(lines), look.theme.mm(16))
        block = Rect(area.x, area.y, area.w, high * len(lines))
        yield Panel("counts_box", block, "paper", "sheet", line="hair")
        inner = inset(block, look.theme.mm(3), look.theme.mm(0.6))
        shares = [1.6 if name == "reason" else 1.0 for name, _, _ in lines]
        for (name, words, value), line in zip(lines, rows(inner, *shares), strict=True):
            left, right = columns(line, 0.56, 0.44, gap=look.theme.gap)
            yield Label(f"{name}_name", left, "sheet", words, type="lead", least="small")
            yield Label(name, right, "sheet", value, type="lead*", least="small", align="right")

    def _lines(self, texts: Texts) -> Iterable[tuple[str, str, str]]:
        facts = self.facts
        yield "typed", texts("close_typed"), str(self.typed)
        yield "hand", texts("close_hand"), "–" if facts.hand is None else str(facts.hand)
        yield "slot", texts("close_slot"), str(facts.slot)
        if facts.reason:
            yield "reason", texts("reason"), texts(f"diff_{facts.reason}")
        yield "registered", texts("close_registered"), f"{self.registered} / {self.letters}"
