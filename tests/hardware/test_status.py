"""What a printer says about itself: the bytes, and silence that is not "plenty of paper"."""

from __future__ import annotations

from typing import Literal

import pytest

from kiosk.events import PrinterTrouble
from kiosk.hardware import status
from kiosk.hardware.simulated_printer import SimulatedPrinter
from kiosk.hardware.status import UNKNOWN, Status, ask

FINE = 0x12


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [
        ((0x12, 0x12, 0x12, 0x12), None),
        ((0x16, 0x12, 0x12, 0x12), None),  # the drawer's pin, which is not ours
        ((0x1A, 0x16, 0x12, 0x12), PrinterTrouble.COVER_OPEN),
        ((0x1A, 0x32, 0x12, 0x72), PrinterTrouble.PAPER_OUT),
        ((0x12, 0x12, 0x12, 0x72), PrinterTrouble.PAPER_OUT),
        ((0x1A, 0x32, 0x12, 0x12), PrinterTrouble.PAPER_OUT),
        ((0x1A, 0x36, 0x12, 0x72), PrinterTrouble.COVER_OPEN),  # an open cover shows no paper
        ((0x1A, 0x52, 0x1A, 0x12), PrinterTrouble.ERROR),  # the cutter
        ((0x1A, 0x12, 0x32, 0x12), PrinterTrouble.ERROR),  # no way back
        ((0x1A, 0x12, 0x52, 0x12), PrinterTrouble.ERROR),  # too hot
        ((0x1A, 0x12, 0x12, 0x12), PrinterTrouble.ERROR),  # offline and does not say why
    ],
)
def test_the_most_helpful_trouble_is_named(
    answers: tuple[int, int, int, int], trouble: PrinterTrouble | None
) -> None:
    assert status.read(*answers) == Status(known=True, trouble=trouble)


def test_paper_near_its_end_is_no_trouble_yet() -> None:
    assert status.read(FINE, FINE, FINE, 0x1E) == Status(known=True, near_end=True)


def opened() -> SimulatedPrinter:
    printer = SimulatedPrinter()
    printer.open()
    return printer


def test_a_healthy_printer_is_known_to_be_fine() -> None:
    assert ask(opened()) == Status(known=True)


@pytest.mark.parametrize("answers", ["never", "garbage"])
def test_silence_and_garbage_are_unknown(answers: Literal["never", "garbage"]) -> None:
    printer = opened()
    printer.answers = answers
    assert ask(printer) == UNKNOWN


def test_a_stalled_printer_is_unknown() -> None:
    printer = opened()
    printer.stalled = True
    assert ask(printer) == UNKNOWN


def test_what_a_printer_said_earlier_is_not_taken_for_an_answer() -> None:
    printer = opened()
    printer.write(status.question(status.PAPER), 1.0)
    printer.take_paper()
    assert ask(printer).trouble is PrinterTrouble.PAPER_OUT


def test_a_simulated_printer_answers_like_a_real_one() -> None:
    printer = opened()
    printer.paper_low = True
    assert ask(printer) == Status(known=True, near_end=True)
    printer.fault = True
    assert ask(printer).trouble is PrinterTrouble.ERROR
    printer.set_cover(is_open=True)
    assert ask(printer).trouble is PrinterTrouble.COVER_OPEN
