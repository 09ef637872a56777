"""Erase and leave: asked once, on a screen of its own that covers the letter or the code.

The buttons that ask stand at the right or at the foot; no finger erases by tapping twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, LetterErased
from kiosk.screens import lettering
from kiosk.screens.base import Act, Look, Rect, View, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.parts import header, help_strip, paged, roomy
from kiosk.screens.widgets import Button, Icon, Label, Panel, Style


@dataclass(frozen=True)
class EraseAsked(Act):
    """The pupil wants to leave, and nothing of it may stay."""


@dataclass(frozen=True)
class EraseDenied(Act):
    """The pupil goes on."""


@dataclass(frozen=True)
class Question:
    """Keys of the words: what is asked, what it costs, to stay, to go; and what going means."""

    ask: str
    cost: str
    stay: str
    stay_icon: str
    go: str
    event: Event


LETTER = Question("erase_confirm", "", "keep_writing", "pencil", "erase_now", LetterErased())
CODE = Question("code_lose", "code_lost", "code_keep", "arrow-left", "code_lose_sure", BoardAsked())


def erase_button(look: Look, place: Rect, *, enabled: bool = True) -> Widget:
    """Return the button that asks; it looks the same on every step."""
    words = look.texts("erase_and_leave")
    return Button(
        "erase", place, "paper", words, icon="trash-2", act=EraseAsked(), type="body*",
        enabled=enabled,
    )  # fmt: skip


def erase_view(look: Look, school: School, asked: Question = LETTER) -> View:
    """Return the question; nothing of letter or code shows, and help stays in sight (R5)."""
    texts = look.texts
    cost = texts(asked.cost) if asked.cost else ""
    head, sign, question, told, middle = _places(look, cost)
    stay, go = columns(middle, 0.5, 0.5, gap=look.theme.margin)
    return View(
        "paper",
        (
            *header(look, head, texts("app_name")),
            Panel("ask_disc", sign, "paper", "mist", radius=99),
            Icon("ask_icon", centred(sign, *(sign.w * 5 // 10,) * 2), "mist", "trash-2"),
            Label("ask", question, "paper", texts(asked.ask), type="display", least="title"),
            *((Label("cost", told, "paper", cost, type="lead", least="small"),) if cost else ()),
            Button(
                "keep", stay, "paper", texts(asked.stay), act=EraseDenied(),
                icon=asked.stay_icon, style=Style.PRIMARY,
            ),
            Button(
                "erase_now", go, "paper", texts(asked.go), act=asked.event,
                icon="trash-2", style=Style.DANGER,
            ),
            *help_strip(look, school),
        ),
    )  # fmt: skip


def _places(look: Look, cost: str) -> tuple[Rect, Rect, Rect, Rect, Rect]:
    """Return where head, disc, question, cost and buttons stand.

    No button that asks is so far left.
    """
    theme = look.theme
    head, body, _ = paged(look)
    left, _ = columns(body, 1.0, theme.mm(52))
    if not roomy(look):
        high = _height(look, cost, "body", left.w)
        question, told, middle, _ = rows(
            left, theme.target, high, theme.primary, 1.0, gap=theme.gap
        )
        disc, question = columns(question, question.h, 1.0, gap=theme.gap)
        return head, disc, question, told, middle
    sign, words = columns(left, theme.mm(26), 1.0, gap=theme.margin)
    high, line = _height(look, cost, "lead", words.w), theme.type("display").line
    _, question, told, middle, _ = rows(
        words, 1.0, line, high, theme.primary, 1.0, gap=theme.gap * 2
    )
    return head, centred(sign, sign.w, sign.w), question, told, middle


def _height(look: Look, words: str, token: str, wide: int) -> int:
    return lettering.block(words, look.theme.type(token), wide) if words else 0
