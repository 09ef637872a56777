"""Erase and leave: asked once, on a screen of its own that covers the letter.

Its buttons stand high on the left; the buttons that ask stand at the right or at the foot,
so that no finger erases by tapping twice.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.events import LetterErased
from kiosk.screens.base import Act, Look, Rect, View, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import page
from kiosk.screens.widgets import Button, Icon, Label, Style


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


def erase_view(look: Look) -> View:
    """Return the question; nothing of the letter shows."""
    theme, texts = look.theme, look.texts
    left, _ = columns(page(look), 0.64, 0.36)
    _, question, middle, _ = rows(left, 0.2, theme.target, theme.primary, 0.8, gap=theme.gap * 2)
    sign, words = columns(question, theme.mm(9), 1.0, gap=theme.gap)
    stay, go = columns(middle, 0.5, 0.5, gap=theme.margin)
    return View(
        "paper",
        (
            Icon("ask_icon", sign, "paper", "trash-2"),
            Label("ask", words, "paper", texts("erase_confirm"), type="title"),
            Button(
                "keep", stay, "paper", texts("keep_writing"), act=EraseDenied(),
                icon="pencil", style=Style.PRIMARY,
            ),
            Button(
                "erase_now", go, "paper", texts("erase_now"), act=LetterErased(),
                icon="trash-2", style=Style.DANGER,
            ),
        ),
    )  # fmt: skip
