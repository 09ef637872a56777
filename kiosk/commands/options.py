"""Options that several commands share, and what they mean."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kiosk.config import load_machine, store_in

CONFIG = Path("/etc/kiosk/kiosk.toml")

ConfigOption = Annotated[Path, typer.Option(help="The machine's settings.")]
DataOption = Annotated[
    Path | None, typer.Option(help="The store's directory, instead of the one in the settings.")
]


def store_place(config: Path, data: Path | None) -> Path:
    """Where the store is; raises SettingsError."""
    return store_in(data) if data else load_machine(config).store


def day(text: str) -> date:
    """The day that was written; raises typer.BadParameter."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter("write the day as YYYY-MM-DD, such as 2027-04-23") from None
