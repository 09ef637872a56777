"""An answer or a notice exactly as the board will show it: the board itself, on its first day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from kiosk.config.school import School
from kiosk.events import LanguageChosen
from kiosk.post.answers import notice
from kiosk.post.board import Board as Hanging
from kiosk.post.board import Notice
from kiosk.post.journal import Answer
from kiosk.screens.base import Look, Widget
from kiosk.screens.board import Board, BoardState
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Done, Leafed
from kiosk.screens.widgets import Button

INVITED = 1
"""Before what is not pinned the board tells its invitation."""

NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


def preview(look: Look, answer: Answer, known: Known, leaf: int) -> tuple[Widget, ...]:
    """Return the board's widgets; a long text goes on the next card, as on the board."""
    return shown(look, notice(answer, known.today), known.school, leaf)


def shown(
    look: Look,
    card: Notice,
    school: School,
    leaf: int,
    pictures: Mapping[str, bytes] = NO_PICTURES,
    back: str = "preview_back",
) -> tuple[Widget, ...]:
    """The board with this card alone, on its first day; `back` is the key of the way back."""
    hanging = Hanging((card,), pictures=pictures)
    first = 0 if card.pinned else INVITED
    state = BoardState(school, hanging, card.first_day, None, card=first + max(0, leaf))
    return tuple(_inert(widget, look, back) for widget in Board(state).view(look).widgets)


def _inert(widget: Widget, look: Look, back: str) -> Widget:
    """Nothing of the board can be done here but to turn, to change the language, and to go back."""
    if widget.name in ("card_before", "card_after"):
        return replace(widget, act=Leafed(-1 if widget.name == "card_before" else 1))
    if isinstance(widget.act, LanguageChosen):
        return widget
    if widget.name == "write" and isinstance(widget, Button):
        words = look.texts(back)
        return replace(widget, text=words, icon="arrow-left", act=Done(), enabled=True)
    return replace(widget, act=None)
