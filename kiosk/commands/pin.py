"""The technician's PIN: asked for at the setup, and changed with `kiosk pin`."""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from kiosk import store
from kiosk.post.cards import Cost
from kiosk.post.pin import LEAST, MOST, BadPin, chosen, hashed

ASKED = f"The technician's PIN, {LEAST} to {MOST} digits (Enter: none)"


def set_pin(path: Path, cost: Cost) -> None:
    """Ask twice and keep the hash; with an empty line, or no more input, nothing is changed.

    Raises StoreError.
    """
    try:
        pin = _asked_twice()
    except typer.Abort:
        typer.echo()
        pin = ""
    if not pin:
        typer.echo("No PIN was set. `kiosk pin` sets one for the technician's page on the screen.")
        return
    store.save_pin(path, hashed(pin, cost))
    typer.echo("The technician's PIN is set.")


def _asked_twice() -> str:
    while pin := _typed(ASKED):
        try:
            again = _typed("Once more") if chosen(pin) else ""
        except BadPin as error:
            typer.echo(f"Not this one: {error}.")
            continue
        if pin == again:
            return pin
        typer.echo("These are not the same digits.")
    return ""


def _typed(words: str) -> str:
    """Hidden in a terminal; a pipe has nobody who looks on."""
    hidden = sys.stdin.isatty()
    said: str = typer.prompt(words, default="", show_default=False, hide_input=hidden)
    return said.strip()
