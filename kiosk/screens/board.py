"""The information board: the resting screen, an invitation that one wants to touch (R6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from kiosk.config.school import School
from kiosk.events import (
    CardTurned,
    Event,
    HowAsked,
    PaperAsked,
    ReplyAsked,
    WayInAsked,
    WriteAsked,
)
from kiosk.post.board import Board as Hanging
from kiosk.screens import lettering
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.billboard import Card, cards
from kiosk.screens.drift import drifted
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.masthead import masthead, masthead_height
from kiosk.screens.parts import help_height, help_strip, page, roomy, upright
from kiosk.screens.telling import parted, told_widgets
from kiosk.screens.widgets import Button, Dots, Icon, Label, Panel, Style

BOX_STATES = {
    "pins_lost": "pins_lost",
    "slot_blocked": "slot_blocked",
    "door_open": "door_open",
    "no_committee": "board_no_committee",
    "clock_unknown": "clock_wrong",
    "paper_out": "printer_no_paper",
    "printer_off": "printer_off",
    "recovery_used": "recovery_was_used",
    "unwell": "board_unwell",
}
"""What may be wrong with the box, gravest first; one line tells the first."""


@dataclass(frozen=True)
class BoardState:
    """All the board shows. `card` counts on for ever and goes round; `at` is the local time.

    `minute` counts on for ever, too: by it the picture drifts. `dim`: nobody is expected. `alone`
    it is a second board: nothing can be put in here, and it says where the post stands.
    """

    school: School
    board: Hanging
    today: date | None
    next_reading: date | None
    card: int = 0
    way_in: bool = False
    notices_of_box: frozenset[str] = frozenset()
    at: time | None = None
    minute: int = 0
    dim: bool = False
    alone: bool = False


class Board(Screen):
    """Set `state` and refresh the stage when something changes."""

    name = "board"

    def __init__(self, state: BoardState) -> None:
        self.state = state

    def key(self, stroke: KeyStroke) -> Event | None:
        match stroke.control:
            case "return" if self._may_write:
                return WriteAsked()
            case "left":
                return CardTurned(-1)
            case "right":
                return CardTurned(1)
        return None

    @property
    def _may_write(self) -> bool:
        return not self.state.alone and "no_committee" not in self.state.notices_of_box

    def view(self, look: Look) -> View:
        theme, area, state = look.theme, page(look), self.state
        room = Rect(area.x, area.y, area.w, look.height - help_height(look) - theme.gap - area.y)
        trouble = self._trouble(look)
        below = self._below_height(look, trouble, room.w)
        info, tall = theme.type(self._info_type(look)).line, self._foot_height(look)
        head, card, line, day, foot = rows(
            room, masthead_height(look), 1.0, below, info, tall, gap=theme.gap
        )
        widgets = (
            *masthead(look, head, state.school, held=not state.alone),
            *self._card(look, card, line, trouble),
            *self._days(look, day),
            *(self._elsewhere(look, foot) if state.alone else self._foot(look, foot)),
            *help_strip(look, state.school),
        )
        return View("night", drifted(look, widgets, state.minute), dim=state.dim)

    # --- the card, the way to others, and what is wrong with the box ---

    def _card(self, look: Look, area: Rect, below: Rect, trouble: str) -> tuple[Widget, ...]:
        theme, side = look.theme, look.theme.target
        before, words, after = self._places(look, area, below)
        hung = self._hung(look, trouble)
        told = [part for card in hung for part in parted(look, words, card)]
        nth = self.state.card % len(told)
        line = inset(below, side + theme.gap, 0) if upright(look) else below
        return (
            Button("card_before", before, "night", "", icon="chevron-left",
                   style=Style.NIGHT, act=CardTurned(-1)),
            *told_widgets(look, words, told[nth]),
            Button("card_after", after, "night", "", icon="chevron-right",
                   style=Style.NIGHT, act=CardTurned(1)),
            *(self._said(look, line, trouble) if trouble
              else (Dots("dots", line, "night", len(told), nth),)),
        )  # fmt: skip

    def _places(self, look: Look, area: Rect, below: Rect) -> tuple[Rect, Rect, Rect]:
        """Return the way back, the card, the way on: on upright glass both ways are below it."""
        side = look.theme.target
        if upright(look):
            before, _, after = columns(below, side, 1.0, side)
            words = inset(area, look.theme.gap, 0)
        else:
            before, words, after = columns(area, side, 1.0, side, gap=look.theme.gap * 2)
        middle = {"y": before.y + (before.h - side) // 2, "h": side}
        return before._replace(**middle), words, after._replace(**middle)

    def _hung(self, look: Look, trouble: str) -> list[Card]:
        state = self.state
        hung = cards(look.texts, state.board, state.school.helpline, state.today, state.at)
        if state.alone and roomy(look):
            hung = [replace(card, letters="display") for card in hung]
        if trouble and not roomy(look):
            return [card if card.figures else replace(card, above="") for card in hung]
        return hung

    def _trouble(self, look: Look) -> str:
        wrong = [key for key in BOX_STATES if key in self.state.notices_of_box]
        return look.texts(BOX_STATES[wrong[0]]) if wrong else ""

    def _below_height(self, look: Look, words: str, width: int) -> int:
        """What is wrong with the box, or the dots; on upright glass beside the two ways."""
        theme = look.theme
        least = theme.target if upright(look) else theme.mm(3)
        room = width - theme.mm(11) - (2 * (theme.target + theme.gap) if upright(look) else 0)
        letters = theme.type("small") if roomy(look) else theme.least("small")
        tall = lettering.block(words, letters, room) + 2 * theme.mm(0.8)
        return max(least, tall) if words else least

    def _said(self, look: Look, area: Rect, words: str) -> tuple[Widget, ...]:
        theme = look.theme
        sign, text = columns(inset(area, theme.mm(2), 0), theme.mm(5), 1.0, gap=theme.mm(1.4))
        return (
            Panel("said_box", area, "night", "dusk"),
            Icon("said_icon", sign, "dusk", "info", colour="sun"),
            Label("said", inset(text, 0, theme.mm(0.8)), "dusk", words, type="small",
                  least="small", colour="snow"),
        )  # fmt: skip

    # --- when letters are read, and what may be touched ---

    def _info_type(self, look: Look) -> str:
        return "lead" if roomy(look) else "small"

    def _days(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return when letters are read, and today; each says what it can without a clock."""
        theme, texts, state = look.theme, look.texts, self.state
        sign, reading, today = columns(area, area.h, 0.58, 0.42, gap=theme.mm(1.4))
        when = texts("opened_monthly")
        if state.next_reading:
            when = texts("letters_read_on", date=texts.date(state.next_reading))
        day = texts.day(state.today) if state.today else ""
        letters = self._info_type(look)
        return (
            Icon("read_icon", sign, "night", "calendar", colour="sun"),
            Label("read_on", reading, "night", when, type=letters + "*", least="small",
                  colour="snow"),
            Label("today", today, "night", day, type=letters, least="small", colour="moonlight",
                  align="right"),
        )  # fmt: skip

    def _foot_height(self, look: Look) -> int:
        theme = look.theme
        if self.state.alone:
            return theme.target
        return theme.primary + (theme.gap + theme.mm(16) if upright(look) else 0)

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts, others = look.texts, [*self._others(look)]
        write, *places = self._touched(look, area, len(others))
        return (
            Button("write", write, "night", texts("write_letter"), icon="pointer", type="afar",
                   style=Style.INVITING, act=WriteAsked(), enabled=self._may_write),
            *(
                Button(name, place, "night", texts(key), icon=icon, style=Style.NIGHT, act=event,
                       stacked=True, type="small*")
                for place, (name, icon, key, event) in zip(places, others, strict=True)
            ),
        )  # fmt: skip

    def _others(self, look: Look) -> Iterator[tuple[str, str, str, Event]]:
        """Names, icons, words: for the two hours a month of the way in, low glass tells no how."""
        yield "paper", "mail", "drop_paper", PaperAsked()
        yield "reply", "key-round", "reply_code", ReplyAsked()
        if roomy(look) or not self.state.way_in:
            yield "how", "circle-help", "how_it_works", HowAsked()
        if self.state.way_in:
            yield "way_in", "lock-open", "open_box", WayInAsked()

    def _elsewhere(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Say where the post itself stands."""
        texts = look.texts
        where = self.state.school.board.told_where(texts.language)
        words = texts("board_post_stands", place=where) if where else texts("board_post_elsewhere")
        inner = inset(area, look.theme.mm(2), look.theme.mm(0.6))
        sign, text = columns(inner, inner.h, 1.0, gap=look.theme.gap)
        return (
            Panel("where_box", area, "night", "dusk"),
            Icon("where_icon", sign, "dusk", "mail", colour="sun"),
            Label("where", text, "dusk", words, type="title", least="small", colour="snow"),
        )

    def _touched(self, look: Look, area: Rect, others: int) -> list[Rect]:
        """Places of the one large button and of the others."""
        theme, shares = look.theme, [1.0] * others
        if upright(look):
            write, below = rows(area, 1.0, theme.mm(16), gap=theme.gap)
            return [write, *columns(below, *shares, gap=theme.gap)]
        gap = theme.gap * (2 if roomy(look) else 1)
        return columns(area, 0.75 * others, *shares, gap=gap)
