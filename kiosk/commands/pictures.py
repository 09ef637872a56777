"""Pictures for the board: looked at, scaled, and freed of all that a camera writes into them."""

from __future__ import annotations

import re
from pathlib import Path

import typer
from PIL import Image

from kiosk import store
from kiosk.commands.shrinking import NoPicture, TooLarge, flat, shrunk
from kiosk.config import Complaint, SettingsError

LARGEST = (800, 800)
"""Pixels that a picture keeps at most: more than the board has room for beside the words."""

MOST_BYTES = 60_000_000
MOST_DRAWN = 2_000_000
"""Bytes of a file; a drawing in lines is never so long."""

LOOKS_DRAWN = re.compile(rb"(\xef\xbb\xbf)?\s*<")
"""A drawing is written in words; its name says nothing."""

LONGEST_NAME = 40
REMEDY = "Give a PNG, JPEG or SVG picture."
SMALLER = "Save it smaller, or as a plain JPEG."
OUTLINES = (
    "Turn everything in it into paths (in Inkscape: Path, Object to Path), or save it as PNG."
)


def add(path: Path, file: Path, name: str = "") -> None:
    """Keep a picture for notices; its name is the file's unless said otherwise."""
    called = name or _name(file)
    store.keep_picture(path, called, scaled(file))
    typer.echo(f'Picture "{called}" is kept. Show it with: kiosk notices add --picture {called} …')


def show(path: Path) -> None:
    """List the pictures, and the notices that show them."""
    notices = store.list_notices(path)
    pictures = store.list_pictures(path)
    for name in pictures:
        numbers = [str(notice.number) for notice in notices if notice.picture == name]
        typer.echo(f"{name}  {'notice ' + ', '.join(numbers) if numbers else 'not shown'}")
    if not pictures:
        typer.echo("There are no pictures. `kiosk notices picture add FILE` keeps one.")


def remove(path: Path, name: str) -> None:
    """Forget a picture; notices that showed it keep their words. Raises SettingsError."""
    if not store.drop_picture(path, name):
        raise SettingsError([Complaint("picture", "there is no such picture", "See the list.")])
    typer.echo(f'Picture "{name}" is gone.')


def scaled(file: Path) -> bytes:
    """Return a picture as the board keeps it; raises SettingsError, OSError if there is no file.

    It is drawn anew, upright, so that nothing but its pixels is kept: no place, no camera.
    """
    if file.stat().st_size > MOST_BYTES:
        raise _refused(file, f"this is larger than {MOST_BYTES // 1_000_000} MB", SMALLER)
    data = file.read_bytes()
    try:
        return _drawn(file, data) if LOOKS_DRAWN.match(data) else shrunk(data, LARGEST)
    except TooLarge:
        raise _refused(file, "this has too many pixels", SMALLER) from None
    except NoPicture:
        raise _refused(file, "this is no picture, or a broken one", REMEDY) from None


def _drawn(file: Path, data: bytes) -> bytes:
    """A drawing at the board's size; one that would lose something on the way is refused."""
    from kiosk.screens import brought  # pygame: no other command needs it

    if len(data) > MOST_DRAWN:
        raise TooLarge
    try:
        return flat(Image.frombytes("RGBA", *brought.drawing(data, LARGEST)))
    except brought.Lost as lost:
        what = f"<{lost}> in it would not be shown"
        raise _refused(file, what, OUTLINES) from None
    except brought.NoDrawing:
        raise NoPicture from None


def _refused(file: Path, what: str, remedy: str) -> SettingsError:
    return SettingsError([Complaint(str(file), what, remedy)])


def _name(file: Path) -> str:
    name = re.sub(r"[^\w-]+", "-", file.stem).strip("-").lower()
    return name[:LONGEST_NAME] or "picture"
