"""Beside every letter: the way out for who is meant by it, and the way to another letter."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import LettersAsked, StepOutAsked
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import columns
from kiosk.screens.widgets import Button


def beside(look: Look, area: Rect, *, enabled: bool) -> Iterable[Widget]:
    """Two small buttons; nobody has to say why."""
    out, others = columns(area, 1.15, 1.0, gap=look.theme.gap)
    for name, place, key, event in (
        ("step_out", out, "step_out", StepOutAsked()),
        ("letters", others, "letter_other", LettersAsked()),
    ):
        yield Button(
            name, place, "paper", look.texts(key), type="small", least="small", act=event,
            enabled=enabled,
        )  # fmt: skip
