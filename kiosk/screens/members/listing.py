"""The list for the safe: asking for it, and how it stands with the paper."""

from __future__ import annotations

from kiosk.events import Event
from kiosk.post.sitting import Sitting, Strip
from kiosk.post.tasks import Task
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.papers import trouble_words
from kiosk.screens.widgets import Button, Style


def list_button(
    look: Look,
    area: Rect,
    event: Event,
    sitting: Sitting,
    *,
    enabled: bool = True,
    style: Style = Style.SECONDARY,
) -> Widget:
    """Prints the list, as often as it is asked for."""
    printing = sitting.strip is Strip.PRINTING
    words = look.texts("printing" if printing else "list_print")
    return Button(
        "print_list", area, "paper", words, icon="printer", type="lead*", act=event,
        style=style, enabled=enabled and not printing,
    )  # fmt: skip


def list_words(look: Look, sitting: Sitting) -> str:
    """How the last list came out."""
    if sitting.strip is Strip.FAILED:
        if sitting.trouble:
            return trouble_words(look, "list_failed", sitting.trouble)
        return look.texts("list_failed")
    founded = sitting.task is Task.FOUND
    return look.texts("list_first_printed" if founded else "list_printed")
