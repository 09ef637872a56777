"""The protocol on offer: the words and the button that two screens share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import PrinterTrouble
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.widgets import Button, Style


@dataclass(frozen=True)
class AskProtocol(Act):
    """Print it, or print it again."""


def told(look: Look, paper: PaperState, trouble: PrinterTrouble | None) -> tuple[str, str]:
    """What is said of it, and the tone of the note; no words where nothing is to be said."""
    texts = look.texts
    if trouble:
        return trouble_words(look, "protocol_failed", trouble), "alarm"
    words = {
        PaperState.OFFERED: "",
        PaperState.PRINTING: texts("protocol_printing"),
        PaperState.PRINTED: texts("protocol_printed"),
        PaperState.NONE: texts("protocol_no_printer"),
    }
    return words[paper], "calm" if paper is PaperState.PRINTED else "honey"


def note(
    look: Look, area: Rect, paper: PaperState, trouble: PrinterTrouble | None
) -> Iterable[Widget]:
    """Say it in a box."""
    words, tone = told(look, paper, trouble)
    if words:
        yield from parts.note(look, area, "protocol_said", "printer", words, tone)


def button(look: Look, area: Rect, paper: PaperState, *, first: str, style: Style) -> Widget:
    """Print it, or print it again from the start; `first` is what it says before."""
    again = paper is PaperState.PRINTED
    words = look.texts("protocol_again" if again else first)
    return Button(
        "protocol", area, "paper", words, icon="printer", style=style, type="body*",
        act=AskProtocol(), enabled=paper is not PaperState.PRINTING,
    )  # fmt: skip
