"""A picture of any size and make drawn anew as a small JPEG, in a memory that is bounded.

PictureError
├── NoPicture
└── TooLarge
"""

from __future__ import annotations

import struct
from io import BytesIO
from warnings import catch_warnings, simplefilter

from PIL import Image, ImageOps

FORMATS = ("PNG", "JPEG")
MOST_HELD = 256_000_000
"""Bytes of a picture while it is drawn; what claims more would only fill the memory."""

QUALITY = 88
ROUGHLY = 2
"""So many times the size wanted is what it is first brought to, in the quickest way."""

COEFFICIENT = 2
"""Bytes for each number that a progressive JPEG holds of the whole until its end."""

STEPS_OF_GREY = 256
STEPPED = frozenset({"1", "P", "PA"})
"""Modes whose pixels cannot be mixed before they are made colours."""


class PictureError(ValueError):
    """A file cannot be made a picture for the board."""


class NoPicture(PictureError):
    """It is something else, or broken."""


class TooLarge(PictureError):
    """It would take more memory than there may be."""


def shrunk(data: bytes, largest: tuple[int, int]) -> bytes:
    """Return an upright JPEG of so many pixels at most; raises PictureError.

    Nothing but pixels goes into it. What is clear becomes white.
    """
    try:
        with catch_warnings():
            simplefilter("ignore", Image.DecompressionBombWarning)  # held() is stricter
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                return _shrunk(picture, largest)
    except Image.DecompressionBombError:
        raise TooLarge from None
    except (OSError, SyntaxError, ValueError, TypeError, struct.error) as error:
        if isinstance(error, PictureError):
            raise
        raise NoPicture from None


def _shrunk(picture: Image.Image, largest: tuple[int, int]) -> bytes:
    progressive = COEFFICIENT * _held(picture) if picture.info.get("progressive") else 0
    rough = (largest[0] * ROUGHLY, largest[1] * ROUGHLY)
    picture.draft(None, rough)  # a JPEG is decoded at a half, quarter or eighth at once
    if max(progressive, _held(picture)) > MOST_HELD:
        raise TooLarge
    small = ImageOps.exif_transpose(_coloured(_roughly(picture, rough)))
    small.thumbnail(largest)
    return flat(small)


def _held(picture: Image.Image) -> int:
    """Bytes of all its pixels: several bands take four each, and to shrink what is clear a copy."""
    bands = picture.getbands()
    deep = {"I": 4, "F": 4, "I;16": 2}.get(picture.mode, 1) if len(bands) == 1 else 4
    copies = 2 if "A" in bands else 1
    return picture.width * picture.height * deep * copies


def _roughly(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    factor = max(1, max(picture.size) // max(size))
    if picture.mode in STEPPED or picture.mode.startswith("I"):
        wide, high = (max(1, side // factor) for side in picture.size)
        return picture.resize((wide, high), Image.Resampling.NEAREST)
    return picture.reduce(factor)


def _coloured(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):  # 16 bits of grey
        grey = picture.convert("I").point(lambda value: value / STEPS_OF_GREY)
        return grey.convert("L").convert("RGBA")
    return picture.convert("RGBA")


def flat(picture: Image.Image) -> bytes:
    """Return a JPEG of it on white."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    file = BytesIO()
    ground.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
