"""An answer exactly as the board will show it: the board itself, on the answer's first day."""

from __future__ import annotations

from dataclasses import replace

from kiosk.events import LanguageChosen
from kiosk.post.answers import notice
from kiosk.post.board import Board as Hanging
from kiosk.post.journal import Answer
from kiosk.screens.base import Look, Widget
from kiosk.screens.board import Board, BoardState
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Done, Leafed
from kiosk.screens.widgets import Button

ANSWERED = 1
"""Before the answer the board tells its invitation."""


def preview(look: Look, answer: Answer, known: Known, leaf: int) -> tuple[Widget, ...]:
    """Return the board's widgets; a long text goes on the next card, as on the board."""
    card = notice(answer, known.today)
    hanging = Hanging((card,))
    board = Board(
        BoardState(known.school, hanging, card.first_day, None, card=ANSWERED + max(0, leaf))
    )
    return tuple(_inert(widget, look) for widget in board.view(look).widgets)


def _inert(widget: Widget, look: Look) -> Widget:
    """Nothing of the board can be done here but to turn, to change the language, and to go back."""
    if widget.name in ("card_before", "card_after"):
        return replace(widget, act=Leafed(-1 if widget.name == "card_before" else 1))
    if isinstance(widget.act, LanguageChosen):
        return widget
    if widget.name == "write" and isinstance(widget, Button):
        words = look.texts("preview_back")
        return replace(widget, text=words, icon="arrow-left", act=Done(), enabled=True)
    return replace(widget, act=None)
