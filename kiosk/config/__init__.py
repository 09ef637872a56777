"""The settings: kiosk.toml for the machine, the school's own in the store; the same frozen models.

Nothing is half-configured: `load_machine` and `load_school` return a whole model, or raise
SettingsError with everything that is wrong, each with its place and what to write instead.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import to_json

from kiosk.config.complaints import Complaint, SettingsError, complaints
from kiosk.config.machine import (
    LockSettings,
    Machine,
    PinSettings,
    PrinterSettings,
    ScreenSettings,
    SlotSettings,
    StickSettings,
    store_in,
)
from kiosk.config.model import Model
from kiosk.config.school import Helper, School
from kiosk.config.toml import document
from kiosk.config.window import ReviewRule

__all__ = [
    "Complaint",
    "Helper",
    "LockSettings",
    "Machine",
    "PinSettings",
    "PrinterSettings",
    "ReviewRule",
    "School",
    "ScreenSettings",
    "SettingsError",
    "SlotSettings",
    "StickSettings",
    "document",
    "load_machine",
    "load_school",
    "read_toml",
    "store_in",
]

M = TypeVar("M", bound=Model)


def load_machine(path: Path) -> Machine:
    """Return the settings in a kiosk.toml; raises SettingsError."""
    return _checked(Machine, to_json(read_toml(path)))


def load_school(source: Mapping[str, Any] | str) -> School:
    """Return the school's settings from a mapping, or from the JSON that the store keeps.

    Raises SettingsError.
    """
    return _checked(School, source if isinstance(source, str) else to_json(source))


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file says; raises SettingsError, with the line where it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SettingsError([_not_toml(path, str(error))]) from None
    except FileNotFoundError:
        remedy = "Run `kiosk setup`: it writes one with every setting explained."
        raise SettingsError([Complaint(str(path), "there is no such file", remedy)]) from None
    except UnicodeDecodeError:
        remedy = "Save it as UTF-8."
        raise SettingsError([Complaint(str(path), "this is not UTF-8 text", remedy)]) from None
    except OSError as error:
        what = f"this cannot be read ({error.strerror})"
        remedy = "Give the path of a file that this user may read."
        raise SettingsError([Complaint(str(path), what, remedy)]) from None


def _checked(model: type[M], text: str | bytes) -> M:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise SettingsError(complaints(error, model)) from None


def _not_toml(path: Path, error: str) -> Complaint:
    said, _, where = error.partition(" (at ")
    line = re.match(r"line (\d+)", where)
    place = f"{path}, line {line[1]}" if line else f"{path}, end of the file"
    remedy = 'Write `name = value`, with text in "quotes" and each name once in its section.'
    return Complaint(place, f"this cannot be read: {said[:1].lower()}{said[1:]}", remedy)
