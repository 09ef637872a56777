"""Erase and leave: asked once, on a screen of its own that covers the letter.

The buttons that ask stand at the right or at the foot; no finger erases by tapping twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import LetterErased
from kiosk.screens.base import Act, Look, Rect, View, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.parts import header, help_strip, paged, roomy
from kiosk.screens.widgets import Button, Icon, Label, Panel, Style


@dataclass(frozen=True)
class EraseAsked(Act):
    """The pupil wants to leave and take the letter away."""


@dataclass(frozen=True)
class EraseDenied(Act):
    """The pupil goes on."""


def erase_button(look: Look, place: Rect, *, enabled: bool = True) -> Widget:
    """Return the button that asks; it looks the same on every step."""
    words = look.texts("erase_and_leave")
    return Button(
        "erase", place, "paper", words, icon="trash-2", act=EraseAsked(), type="body*",
        enabled=enabled,
    )  # fmt: skip


def erase_view(look: Look, school: School) -> View:
    """Return the question; nothing of the letter shows, and help stays in sight (R5)."""
    head, sign, question, middle = _places(look)
    stay, go = columns(middle, 0.5, 0.5, gap=look.theme.margin)
    texts = look.texts
    return View(
        "paper",
        (
            *header(look, head, texts("app_name")),
            Panel("ask_disc", sign, "paper", "mist", radius=99),
            Icon("ask_icon", centred(sign, *(sign.w * 5 // 10,) * 2), "mist", "trash-2"),
            Label("ask", question, "paper", texts("erase_confirm"), type="display", least="title"),
            Button(
                "keep", stay, "paper", texts("keep_writing"), act=EraseDenied(),
                icon="pencil", style=Style.PRIMARY,
            ),
            Button(
                "erase_now", go, "paper", texts("erase_now"), act=LetterErased(),
                icon="trash-2", style=Style.DANGER,
            ),
            *help_strip(look, school),
        ),
    )  # fmt: skip


def _places(look: Look) -> tuple[Rect, Rect, Rect, Rect]:
    """Return where head, disc, question and buttons stand; no button that asks is so far left."""
    theme = look.theme
    head, body, _ = paged(look)
    left, _ = columns(body, 1.0, theme.mm(52))
    if not roomy(look):
        question, middle, _ = rows(left, theme.target, theme.primary, 1.0, gap=theme.gap)
        disc, question = columns(question, question.h, 1.0, gap=theme.gap)
        return head, disc, question, middle
    sign, words = columns(left, theme.mm(26), 1.0, gap=theme.margin)
    line = theme.type("display").line
    _, question, middle, _ = rows(words, 1.0, line, theme.primary, 1.0, gap=theme.gap * 2)
    return head, centred(sign, sign.w, sign.w), question, middle
