"""The information board: the resting screen, an invitation that one wants to touch (R6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from kiosk.config.school import School
from kiosk.events import (
    CardTurned,
    Event,
    GestureMade,
    HowAsked,
    PaperAsked,
    ReplyAsked,
    WayInAsked,
    WriteAsked,
)
from kiosk.post.board import Board as Hanging
from kiosk.screens import lettering
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, When, Widget
from kiosk.screens.billboard import cards
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.parts import (
    help_height,
    help_strip,
    languages,
    languages_width,
    page,
    roomy,
)
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
}
"""What may be wrong with the box, gravest first; one line tells the first."""


@dataclass(frozen=True)
class BoardState:
    """All the board shows. `card` counts on for ever and goes round; `at` is the local time."""

    school: School
    board: Hanging
    today: date | None
    next_reading: date | None
    card: int = 0
    way_in: bool = False
    notices_of_box: frozenset[str] = frozenset()
    at: time | None = None


@dataclass(frozen=True)
class Emblem(Widget):
    """The school's sign; the committee holds it for three seconds."""

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, "dusk_pressed" if pressed else "dusk", radius=99)
        brush.icon("school", inset(self.rect, self.rect.h // 5), "sun")


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
        return "no_committee" not in self.state.notices_of_box

    def view(self, look: Look) -> View:
        theme, area = look.theme, page(look)
        room = Rect(area.x, area.y, area.w, look.height - help_height(look) - theme.gap - area.y)
        trouble = self._trouble(look)
        line = self._trouble_height(look, trouble, room.w)
        info = theme.type(self._info_type(look)).line
        head, card, below, day, foot = rows(
            room, theme.target, 1.0, line or theme.mm(3), info, theme.primary, gap=theme.gap
        )
        return View(
            "night",
            (
                *self._head(look, head),
                *self._card(look, card, below, trouble),
                *self._days(look, day),
                *self._foot(look, foot),
                *help_strip(look, self.state.school),
            ),
        )

    def _head(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme = look.theme
        sign, words, reply, switch = columns(
            area, theme.target, 1.0, theme.mm(24), languages_width(look), gap=theme.gap * 2
        )
        school, small = self.state.school.named(look.texts.language), theme.type("small")
        block = lettering.block(school, small, words.w)
        title = theme.type("body*").line
        above = title if block + title <= words.h else 0
        _, first, second, _ = rows(words, 1.0, above, block, 1.0)
        name = (Label("post", first, "night", look.texts("app_name"), type="body*",
                      least="small*", colour="snow"),)  # fmt: skip
        return (
            Emblem("emblem", sign, "night", act=GestureMade(), when=When.HOLD),
            *(name if above else ()),
            Label("school", second, "night", school, type="small", colour="moonlight"),
            Button("reply", reply, "night", look.texts("reply_code"), icon="key-round",
                   style=Style.NIGHT, act=ReplyAsked(), type="small*"),
            *languages(look, switch, "night"),
        )  # fmt: skip

    def _card(self, look: Look, area: Rect, below: Rect, trouble: str) -> tuple[Widget, ...]:
        theme, side = look.theme, look.theme.target
        left, words, right = columns(area, side, 1.0, side, gap=theme.gap * 2)
        hung = cards(look.texts, self.state.board, self.state.today, self.state.at)
        if trouble and not roomy(look):
            hung = [card if card.figures else replace(card, above="") for card in hung]
        told = [part for card in hung for part in parted(look, words, card)]
        nth = self.state.card % len(told)
        middle = {"y": area.y + (area.h - side) // 2, "h": side}
        return (
            Button("card_before", left._replace(**middle), "night", "", icon="chevron-left",
                   style=Style.NIGHT, act=CardTurned(-1)),
            *told_widgets(look, words, told[nth]),
            Button("card_after", right._replace(**middle), "night", "", icon="chevron-right",
                   style=Style.NIGHT, act=CardTurned(1)),
            *(self._said(look, below, trouble) if trouble
              else (Dots("dots", below, "night", len(told), nth),)),
        )  # fmt: skip

    def _trouble(self, look: Look) -> str:
        wrong = [key for key in BOX_STATES if key in self.state.notices_of_box]
        return look.texts(BOX_STATES[wrong[0]]) if wrong else ""

    def _trouble_height(self, look: Look, words: str, width: int) -> int:
        theme = look.theme
        room = width - theme.mm(11)
        tall = lettering.block(words, theme.type("small"), room) + 2 * theme.mm(0.8)
        return tall if words else 0

    def _said(self, look: Look, area: Rect, words: str) -> tuple[Widget, ...]:
        theme = look.theme
        sign, text = columns(inset(area, theme.mm(2), 0), theme.mm(5), 1.0, gap=theme.mm(1.4))
        return (
            Panel("said_box", area, "night", "dusk"),
            Icon("said_icon", sign, "dusk", "info", colour="sun"),
            Label("said", inset(text, 0, theme.mm(0.8)), "dusk", words, type="small",
                  colour="snow"),
        )  # fmt: skip

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

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        others: list[tuple[str, str, str, Event]] = [
            ("paper", "mail", "drop_paper", PaperAsked()),
            ("how", "circle-help", "how_it_works", HowAsked()),
        ]
        if self.state.way_in:
            others.append(("way_in", "lock-open", "open_box", WayInAsked()))
        shares = [1.0 / len(others)] * len(others)
        write, *places = columns(area, 1.0, *shares, gap=look.theme.gap * 2)
        return (
            Button("write", write, "night", texts("write_letter"), icon="pencil", type="title",
                   style=Style.INVITING, act=WriteAsked(), enabled=self._may_write),
            *(
                Button(name, place, "night", texts(key), icon=icon, style=Style.NIGHT, act=event,
                       stacked=True, type="small*")
                for place, (name, icon, key, event) in zip(places, others, strict=True)
            ),
        )  # fmt: skip
