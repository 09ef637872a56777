"""`kiosk lock-safe`: drive the lock's pin low, whatever state the kiosk was left in.

For the service's stop hook and for the boot: some kernels keep a pin driven after its owner died.
Only the standard library and gpiod are needed, neither settings nor store, so that it also works,
and at once, where the kiosk itself no longer starts.
"""

from __future__ import annotations

import argparse
import errno
import sys
import time
from collections.abc import Callable, Sequence

DONE, FAILED, WRONG = 0, 1, 2
"""Exit codes; argparse itself ends with WRONG."""

TRIES, BETWEEN_S = 20, 0.1
"""The coil's own child lets go of the pin within milliseconds; a dead one has already."""

Drive = Callable[[str | None, int], str]


class NoChip(Exception):
    """No gpiochip carries that label."""


def main(
    arguments: Sequence[str],
    drive: Drive | None = None,
    sleep: Callable[[float], object] = time.sleep,
) -> int:
    """Drive the pin low and let go of it; returns the exit code, after saying how it went."""
    options = _parser().parse_args(arguments)
    try:
        chip = _patiently(drive or drive_low, sleep, options.chip, options.pin)
    except (NoChip, ImportError) as error:
        return _failed(str(error))
    except ValueError:  # gpiod's own answer, before it asks the kernel
        return _failed(f"this chip has no pin {options.pin}")
    except OSError as error:
        return _failed(_words(error, options.pin))
    sys.stdout.write(f"lock-safe: pin {options.pin} of {chip} was driven low\n")
    return DONE


def drive_low(chip: str | None, pin: int) -> str:
    """Drive one pin low and release it; returns the path of its chip.

    `chip` is a path, or how the label of the chip begins; None is a Raspberry Pi's header.
    """
    import gpiod
    from gpiod.line import Direction, Value

    path = _path(chip)
    low = gpiod.LineSettings(direction=Direction.OUTPUT, output_value=Value.INACTIVE)
    gpiod.request_lines(path, consumer="kiosk-lock-safe", config={pin: low}).release()
    return path


def _path(chip: str | None) -> str:
    from kiosk.hardware.chips import HEADERS, find_chip

    if chip and "/" in chip:
        return chip
    found = find_chip((chip,) if chip else HEADERS)
    if found is None:
        label = f"beginning with {chip}" if chip else "of a Raspberry Pi's header"
        raise NoChip(f"there is no gpiochip with the label {label}; `gpiodetect` lists them")
    return found


def _patiently(drive: Drive, sleep: Callable[[float], object], chip: str | None, pin: int) -> str:
    """Drive, and wait a little for another process that still holds the pin."""
    for _ in range(TRIES - 1):
        try:
            return drive(chip, pin)
        except OSError as error:
            if error.errno != errno.EBUSY:
                raise
            sleep(BETWEEN_S)
    return drive(chip, pin)


def _words(error: OSError, pin: int) -> str:
    if error.errno == errno.EBUSY:
        return f"another process holds pin {pin}; stop the kiosk first"
    if error.errno == errno.EINVAL:
        return f"this chip has no pin {pin}"
    remedy = "; run it with sudo" if isinstance(error, PermissionError) else ""
    return f"pin {pin} cannot be driven: {error.strerror or type(error).__name__}{remedy}"


def _failed(why: str) -> int:
    sys.stderr.write(f"lock-safe: {why}. Nothing was changed.\n")
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk lock-safe",
        description="Drive the lock's pin low and let go of it. Needs no settings and no store.",
        epilog="Exit code 0: it is low. 1: it could not be driven. 2: wrong words.",
        allow_abbrev=False,
    )
    parser.add_argument("--pin", type=_pin, required=True, help="BCM number of the lock's pin")
    parser.add_argument("--chip", help="path of the gpiochip, or how its label begins")
    return parser


def _pin(text: str) -> int:
    if not text.isascii() or not text.isdigit():
        raise argparse.ArgumentTypeError("write the BCM number of the pin, such as 22")
    return int(text)
