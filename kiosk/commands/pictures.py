"""Pictures for the board: looked at, scaled, and freed of all that a camera writes into them."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import typer
from PIL import Image, ImageOps

from kiosk import store
from kiosk.config import Complaint, SettingsError

FORMATS = ("PNG", "JPEG")
LARGEST = (800, 800)
"""Pixels that a picture keeps at most: more than the board has room for beside the words."""

MOST_BYTES = 20_000_000
MOST_PIXELS = 60_000_000
"""A phone's camera has fewer; a file that claims more would only fill the memory."""

QUALITY = 88
LONGEST_NAME = 40


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
        raise _refused(file, "this is larger than 20 MB")
    data = BytesIO(file.read_bytes())
    try:
        with Image.open(data, formats=FORMATS) as picture:
            fits = picture.width * picture.height <= MOST_PIXELS
            drawn = _drawn(picture) if fits else b""
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _refused(file, "this is no picture, or a broken one") from None
    if not fits:
        raise _refused(file, "this has more than 60 million pixels")
    return drawn


def _drawn(taken: Image.Image) -> bytes:
    picture = ImageOps.exif_transpose(taken)
    picture.thumbnail(LARGEST)
    ground = Image.new("RGB", picture.size, "white")
    layers = picture.convert("RGBA")
    ground.paste(layers, mask=layers.getchannel("A"))
    file = BytesIO()
    ground.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()


def _refused(file: Path, what: str) -> SettingsError:
    return SettingsError([Complaint(str(file), what, "Give a PNG or JPEG picture.")])


def _name(file: Path) -> str:
    name = re.sub(r"[^\w-]+", "-", file.stem).strip("-").lower()
    return name[:LONGEST_NAME] or "picture"
