"""The committee's record on its way to the store, and what is to be done once it is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import KeysAgreed, ListAsked, MembersLeft
from kiosk.post.sitting import Said, Sitting, Strip
from kiosk.post.tasks import NEW_KEYS, Task
from kiosk.post.witness import fingerprint
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.leaving import statement
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.members.frame import Members, feet, onward
from kiosk.screens.members.listing import list_button, list_words
from kiosk.screens.members.menu import in_words
from kiosk.screens.paint import Brush
from kiosk.screens.widgets import Button, Label, Panel, Style
from kiosk.texts import Texts

KEEPING: dict[Task | None, str] = {Task.FOUND: "keeping_found", Task.ADD: "keeping_card"}


@dataclass(frozen=True)
class Gauge(Widget):
    """How much of all there is has gone over."""

    percent: int

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, "mist", line="line")
        done = self.rect.w * self.percent // 100
        if done > self.rect.h:
            brush.panel(self.rect._replace(w=done), "calm_line")


class Keeping(Members):
    """Half of it is never kept: a power cut leaves the old or the new."""

    name = "keeping"

    @property
    def _failed(self) -> bool:
        return self.sitting.said is Said.NOT_KEPT

    @property
    def leaves(self) -> bool:  # type: ignore[override]
        return self._failed

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        middle, gauge, foot = rows(area, 1.0, theme.mm(6), theme.primary, gap=theme.gap)
        if self._failed:
            words = texts("keeping_failed")
            yield from statement(look, middle, "keeping", "triangle-alert", words, colour="danger")
            yield onward(look, foot, "keeping_again", KeysAgreed())
            return
        lead = texts("keeping_power")
        yield from statement(look, middle, "keeping", "key-round", self._words(texts), lead=lead)
        if self.sitting.task in NEW_KEYS:
            bar = centred(gauge, min(gauge.w, theme.mm(120)), gauge.h)
            yield Gauge("gauge", bar, "paper", self.sitting.percent)

    def _words(self, texts: Texts) -> str:
        task = self.sitting.task
        if task in NEW_KEYS:
            return texts("keeping_keys", n=self.sitting.percent)
        return texts(KEEPING.get(task, "saving"))


class Done(Members):
    """The list for the safe, with the fingerprint to compare. `prints`: there is a printer."""

    name = "members_done"
    leaves = False

    def __init__(self, sitting: Sitting, *, prints: bool = True) -> None:
        super().__init__(sitting)
        self.prints = prints

    def title(self, texts: Texts) -> str:
        return texts("done_found" if self.sitting.task is Task.FOUND else "done_keys")

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        icon, words, tone = self._told(look)
        high = parts.note_height(look, words, area.w)
        table, note, foot = rows(area, 1.0, high, theme.primary, gap=theme.gap)
        yield from self._table(look, table)
        yield from parts.note(look, note, "told", icon, words, tone)
        yield from self._foot(look, foot)

    def _told(self, look: Look) -> tuple[str, str, str]:
        if self.sitting.strip is Strip.FAILED:
            return "triangle-alert", list_words(look, self.sitting), "alarm"
        first = self.sitting.task is Task.FOUND
        printed = "done_first_list" if first else "done_list"
        words = look.texts(printed if self.prints else "done_by_hand")
        if self.sitting.strip is Strip.PRINTED:
            return "circle-check", list_words(look, self.sitting), "calm"
        return "info", words, "honey"

    def _table(self, look: Look, area: Rect) -> Iterable[Widget]:
        lines = [*self._lines(look.texts)]
        high = min(area.h // len(lines), look.theme.mm(13))
        block = Rect(area.x, area.y, area.w, high * len(lines))
        yield Panel("list_box", block, "paper", "sheet", line="hair")
        inner = inset(block, look.theme.mm(3), look.theme.mm(0.6))
        shares = [_wants(look, inner.w, *words) for _, *words in lines]
        for (name, words, value), line in zip(lines, rows(inner, *shares), strict=True):
            yield from _line(look, line, name, words, value)

    def _lines(self, texts: Texts) -> Iterable[tuple[str, str, str]]:
        committee = self.sitting.committee
        if committee is None:
            return
        for role in committee.roles:
            numbers = (card.number for card in committee.cards_of(role))
            yield f"{role}", texts(role), in_words(texts, numbers)
        key = fingerprint(committee.public_key, committee.generation)
        yield "fingerprint", texts("protocol_key"), key

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = feet(look, area)
        printed = self.sitting.strip is Strip.PRINTED
        first, then = Style.PRIMARY, Style.SECONDARY
        if self.prints:
            style = then if printed else first
            yield list_button(look, right, ListAsked(), self.sitting, style=style)
        out = left if self.prints else area
        style = first if printed or not self.prints else then
        yield Button(
            "done_leave", out, "paper", look.texts("done"), icon="check", style=style,
            act=MembersLeft(),
        )  # fmt: skip


def _wants(look: Look, wide: int, *texts: str) -> float:
    """How high a line must be at least for its name and its value."""
    letters = look.theme.least("small*")
    return float(max(lettering.block(text, letters, wide * 9 // 20) for text in texts))


def _line(look: Look, area: Rect, name: str, words: str, value: str) -> Iterable[Widget]:
    left, right = columns(area, 0.5, 0.5, gap=look.theme.gap)
    yield Label(f"{name}_name", left, "sheet", words, type="lead", least="small")
    yield Label(name, right, "sheet", value, type="lead*", least="small*", align="right")
