"""Erase and leave: asked once, on a screen of its own that covers letter, code or reply.

The buttons that ask stand at the right or at the foot; no finger erases by tapping twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, LetterErased, ReplyErased
from kiosk.screens.base import Act, Look, Rect, View, Widget
from kiosk.screens.explaining import stacked
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.parts import abreast, header, help_strip, note, paged, roomy, upright
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


class Places(NamedTuple):
    """Where head, disc, words, both answers and a note stand."""

    head: Rect
    sign: Rect
    words: Rect
    stay: Rect
    go: Rect
    foot: Rect


LETTER = Question("erase_confirm", "", "keep_writing", "pencil", "erase_now", LetterErased())
CODE = Question("code_lose", "code_lost", "code_keep", "arrow-left", "code_lose_sure", BoardAsked())
REPLY = Question("reply_erase", "", "reply_keep", "arrow-left", "erase_now", ReplyErased())


def erase_button(look: Look, place: Rect, *, enabled: bool = True) -> Widget:
    """Return the button that asks; it looks the same on every step."""
    words = look.texts("erase_and_leave")
    return Button(
        "erase", place, "paper", words, icon="trash-2", act=EraseAsked(), type="body*",
        enabled=enabled,
    )  # fmt: skip


def erase_view(look: Look, school: School, asked: Question = LETTER, trouble: str = "") -> View:
    """Return the question; nothing of what would go shows, and help stays in sight (R5).

    `trouble` is the key of what went wrong when it was answered before.
    """
    texts = look.texts
    at = _places(look, asked)
    said = [Label("ask", at.words, "paper", texts(asked.ask), type="display", least="body*")]
    if asked.cost:
        cost = texts(asked.cost)
        said.append(Label("cost", at.words, "paper", cost, type="lead", least="small"))
    return View(
        "paper",
        (
            *header(look, at.head, texts("app_name")),
            Panel("ask_disc", at.sign, "paper", "mist", radius=99),
            Icon("ask_icon", inset(at.sign, at.sign.w // 4), "mist", "trash-2"),
            *stacked(look, at.words, *said),
            Button(
                "keep", at.stay, "paper", texts(asked.stay), act=EraseDenied(),
                icon=asked.stay_icon, style=Style.PRIMARY,
            ),
            Button(
                "erase_now", at.go, "paper", texts(asked.go), act=asked.event,
                icon="trash-2", style=Style.DANGER,
            ),
            *(note(look, at.foot, "said", "triangle-alert", texts(trouble), "alarm")
              if trouble else ()),
            *help_strip(look, school),
        ),
    )  # fmt: skip


def _places(look: Look, asked: Question) -> Places:
    """Return what stands where; no button that asks is so far left and so high."""
    theme = look.theme
    head, body, foot = paged(look)
    tall = 2 * theme.primary + theme.gap if upright(look) else theme.primary
    air = theme.mm(10 if roomy(look) else 5.2)
    low = air if roomy(look) or not asked.cost else 0
    words, answers, _ = rows(body, 1.0, tall, low, gap=theme.gap if roomy(look) else 0)
    answers = columns(answers, 1.0, 0 if upright(look) else theme.mm(52))[0]
    size = theme.mm(26 if roomy(look) else 12)
    sign, words = abreast(look, words, (size, 1.0), (1.0, 1.0), gap=theme.margin)
    stay, go = abreast(look, answers, (1.0, 1.0), (1.0, 1.0), gap=theme.gap)
    words = inset(words, 0, theme.mm(0.4))
    return Places(head, centred(sign, size, size), words, stay, go, foot)
