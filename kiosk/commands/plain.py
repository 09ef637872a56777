"""The technician's side: errors as sentences, and a log that cannot quote a letter."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType

import typer

from kiosk.config import SettingsError
from kiosk.export.bulletin import BulletinDamaged
from kiosk.hardware.ports import HardwareError
from kiosk.store import StoreError

SETTINGS_WRONG = 2
FAILED = 1

log = logging.getLogger("kiosk")


@contextmanager
def sentences() -> Iterator[None]:
    """Turn what may go wrong into sentences on stderr and an exit code: 2 for settings, else 1."""
    try:
        yield
    except SettingsError as error:
        stop(SETTINGS_WRONG, *map(str, error.complaints))
    except (StoreError, HardwareError, BulletinDamaged) as error:
        stop(FAILED, _sentence(str(error)))
    except OSError as error:
        remedy = " Run the command with sudo." if isinstance(error, PermissionError) else ""
        what = error.strerror or type(error).__name__
        stop(FAILED, f"{error.filename or 'The system'}: {what}.{remedy}")


def stop(code: int, *lines: str) -> None:
    """Say what is wrong on stderr and end the command."""
    for line in lines:
        typer.echo(line, err=True)
    raise typer.Exit(code)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].removesuffix('.')}."


def quiet_log() -> None:
    """Log to stderr, from warnings up; nothing that goes wrong in logging itself is shown."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    logging.raiseExceptions = False


def hide_words_of_crashes() -> None:
    """From now on a crash leaves its type and place in the log, never its words.

    The text of an exception may quote a letter (law 4).
    """
    sys.excepthook = _crashed
    threading.excepthook = lambda crash: _crashed(
        crash.exc_type, crash.exc_value, crash.exc_traceback
    )
    sys.unraisablehook = lambda crash: _crashed(
        crash.exc_type, crash.exc_value, crash.exc_traceback
    )


def _crashed(
    kind: type[BaseException], _: BaseException | None, trace: TracebackType | None
) -> None:
    frames = traceback.extract_tb(trace)
    places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    log.critical("stopped by %s at %s", kind.__name__, places or "an unknown place")
