"""What a printer says about itself (DLE EOT n), read honestly: silence is not "plenty of paper"."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.events import PrinterTrouble
from kiosk.hardware.device import Device, DeviceStalled

ASK_S = 0.5
"""A real-time status is answered in milliseconds, or not at all."""

PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER = 1, 2, 3, 4

_FIXED_MASK, _FIXED = 0b1001_0011, 0b0001_0010  # bits that every true answer has
_OFFLINE = 0b0000_1000
_COVER_OPEN, _PAPER_STOP, _ERROR = 0b0000_0100, 0b0010_0000, 0b0100_0000
_FAULTS = 0b0110_1000  # cutter, unrecoverable, auto-recoverable
_NEAR_END, _PAPER_END = 0b0000_1100, 0b0110_0000


@dataclass(frozen=True)
class Status:
    """`known` is False when the printer did not answer, or not in this language."""

    known: bool
    trouble: PrinterTrouble | None = None
    near_end: bool = False


UNKNOWN = Status(known=False)


def question(kind: int) -> bytes:
    """Return the real-time command that asks for one status byte."""
    return bytes((0x10, 0x04, kind))


def ask(device: Device) -> Status:
    """Ask for all four bytes; what was left over from before is thrown away first.

    Raises DeviceGone.
    """
    answers = []
    for kind in (PRINTER, OFFLINE_CAUSE, ERROR_CAUSE, PAPER):
        answer = _answer(device, kind)
        if answer is None:
            return UNKNOWN
        answers.append(answer)
    return read(*answers)


def read(printer: int, offline_cause: int, error_cause: int, paper: int) -> Status:
    """Read the four status bytes; the most helpful trouble is named."""
    trouble = None
    if offline_cause & _COVER_OPEN:
        trouble = PrinterTrouble.COVER_OPEN
    elif paper & _PAPER_END or offline_cause & _PAPER_STOP:
        trouble = PrinterTrouble.PAPER_OUT
    elif error_cause & _FAULTS or offline_cause & _ERROR or printer & _OFFLINE:
        trouble = PrinterTrouble.ERROR
    return Status(known=True, trouble=trouble, near_end=bool(paper & _NEAR_END))


def _answer(device: Device, kind: int) -> int | None:
    device.read(0.0)
    try:
        device.write(question(kind), ASK_S)
    except DeviceStalled:
        return None
    answer = device.read(ASK_S)
    plausible = len(answer) == 1 and answer[0] & _FIXED_MASK == _FIXED
    return answer[0] if plausible else None
