"""The end of a review: what was counted and registered, then locked and left (R10, law 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.events import BoardAsked, CloseAsked, Event, RowsAsked
from kiosk.post.incidents import Noted
from kiosk.post.meeting import Facts
from kiosk.post.review import Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.desk import Desk, hint_note, recount, statement
from kiosk.screens.committee.incidents import height
from kiosk.screens.committee.incidents import note as incidents_note
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.widgets import Button, Label, Panel, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class CloseNow(Act):
    """Close the review."""


class Close(Desk):
    """`typed` envelopes belong to the review; `registered` rows are written, paper included."""

    name = "close"
    step = Step.CLOSE

    def __init__(
        self, facts: Facts, *, typed: int, registered: int, door_open: bool = False
    ) -> None:
        super().__init__()
        self.facts, self.typed, self.registered = facts, typed, registered
        self.door_open = door_open
        self.incidents: Sequence[Noted] = ()

    @property
    def unregistered(self) -> int:
        """Letters without a row."""
        return self.typed + (self.facts.hand or 0) - self.registered

    def do(self, act: Act) -> Event | None:
        return self.sent(CloseAsked()) if isinstance(act, CloseNow) else None

    @property
    def _complete(self) -> bool:
        return self.facts.counted and self.unregistered == 0

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        told = self._told(texts)
        high = theme.mm(12) if told or self.hint else height(look, self.incidents, area.w)
        counts, said, foot = rows(area, 1.0, high, theme.primary, gap=theme.gap)
        yield from self._counts(look, counts)
        if told:
            yield from parts.note(look, said, "missing", "triangle-alert", told, "honey")
        elif self.hint:
            yield from hint_note(look, said, self.hint)
        else:
            yield from incidents_note(look, said, self.incidents)
        again, back, close = columns(foot, 0.24, 0.24, 0.52, gap=theme.gap)
        yield recount(look, again, enabled=not self.working)
        yield Button(
            "look_back", back, "paper", texts("rows_look"), icon="list-checks", type="body*",
            act=RowsAsked(), enabled=not self.working,
        )  # fmt: skip
        yield Button(
            "close_review",
            close,
            "paper",
            texts("saving" if self.working else "close_review"),
            icon="lock",
            style=Style.PRIMARY,
            act=CloseNow(),
            enabled=self._complete and not self.working,
        )

    def _told(self, texts: Texts) -> str:
        """What stands in the way, or should be done beside."""
        if not self.facts.counted:
            return texts("close_uncounted")
        if self.unregistered:
            return texts("close_missing", n=self.unregistered)
        return texts("door_open") if self.door_open else ""

    def _counts(self, look: Look, area: Rect) -> Iterable[Widget]:
        lines = list(self._lines(look.texts))
        high = min(area.h // len(lines), look.theme.mm(16))
        block = Rect(area.x, area.y, area.w, high * len(lines))
        yield Panel("counts_box", block, "paper", "white", line="hair")
        inner = inset(block, look.theme.mm(3), look.theme.mm(0.6))
        shares = [1.6 if name == "reason" else 1.0 for name, _, _ in lines]
        for (name, words, value), line in zip(lines, rows(inner, *shares), strict=True):
            left, right = columns(line, 0.56, 0.44, gap=look.theme.gap)
            yield Label(f"{name}_name", left, "white", words, type="lead", least="small")
            yield Label(name, right, "white", value, type="lead*", least="small", align="right")

    def _lines(self, texts: Texts) -> Iterable[tuple[str, str, str]]:
        facts = self.facts
        yield "typed", texts("close_typed"), str(self.typed)
        yield "hand", texts("close_hand"), "–" if facts.hand is None else str(facts.hand)
        yield "slot", texts("close_slot"), str(facts.slot)
        if facts.reason:
            yield "reason", texts("reason"), texts(f"diff_{facts.reason}")
        yield "registered", texts("close_registered"), str(self.registered)


class Closed(Screen):
    """All is done: take the cards along. With `door_open` the box is not called locked."""

    name = "closed"

    def __init__(self, next_reading: date | None = None, *, door_open: bool = False) -> None:
        self.next_reading, self.door_open = next_reading, door_open

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, middle, foot = rows(parts.page(look), theme.target, 1.0, theme.primary, gap=theme.gap)
        done = Button(
            "done",
            foot,
            "paper",
            texts("done"),
            icon="check",
            style=Style.PRIMARY,
            act=BoardAsked(),
        )
        header = parts.header(look, head, texts("app_name"))
        return View("paper", (*header, *self._said(look, middle), done))

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, lead = look.texts, ""
        if self.door_open:
            words = texts("close_done_open")
            return statement(look, area, "closed", "door-open", words, colour="danger")
        if self.next_reading:
            lead = texts("letters_read_on", date=texts.date(self.next_reading))
        return statement(
            look,
            area,
            "closed",
            "circle-check",
            texts("close_done"),
            lead=lead,
            colour="calm_line",
        )
