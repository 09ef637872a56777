"""Where a receipt or a slip stands: the words two screens share."""

from __future__ import annotations

from enum import StrEnum

from kiosk.events import PrinterTrouble
from kiosk.screens.base import Look


class PaperState(StrEnum):
    """Of the receipt or slip on offer."""

    OFFERED = "offered"
    PRINTING = "printing"
    PRINTED = "printed"
    NONE = "none"
    """No printer, or the school never prints: nothing is said of paper."""


def trouble_words(look: Look, failed: str, trouble: PrinterTrouble) -> str:
    """Say what did not come out, and why if somebody can mend it."""
    words = look.texts(failed)
    if trouble is PrinterTrouble.PAPER_OUT:
        words = f"{words}. {look.texts('printer_no_paper')}"
    return words
