"""Reading a strip of paper back from its bytes: all that is known, and a clear no to the rest."""

from __future__ import annotations

import pytest
from PIL import Image

from kiosk.demo.strip import LINE_DOTS, UnknownBytes, read_paper

RASTER = b"\x1dv0\x00\x01\x00\x02\x00\xf0\x0f"  # 8 dots wide, 2 rows


def rows(picture: Image.Image) -> list[str]:
    """Rows of a picture, # for ink."""
    dots = ["." if dot else "#" for dot in picture.get_flattened_data()]
    return ["".join(dots[at : at + picture.width]) for at in range(0, len(dots), picture.width)]


def test_a_raster_is_drawn_dot_by_dot_from_the_left() -> None:
    assert rows(read_paper(RASTER, 16)) == ["####............", "....####........"]


def test_no_bytes_are_no_paper() -> None:
    assert read_paper(b"", 384).size == (384, 0)


@pytest.mark.parametrize(
    ("data", "height"),
    [
        (b"\n\n", 2 * LINE_DOTS),
        (b"\x1bd\x04", 4 * LINE_DOTS),
        (b"\x1bJ\x05", 5),
        (b"\x1b3\x10\n", 16),
        (b"\x1b3\x10\x1b2\n", LINE_DOTS),
        (b"\x1b3\x10\x1b@\n", LINE_DOTS),
        (b"\x1ba\x01", 0),
        (b"\x1dV\x00", 0),
        (b"\x1dV\x31", 0),
        (b"\x1dVB\x07", 7),
        (RASTER + b"\n" + RASTER, 4 + LINE_DOTS),
    ],
)
def test_the_paper_moves_as_it_is_told(data: bytes, height: int) -> None:
    assert read_paper(data, 384).height == height


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Kat", "no command at byte 0: 4b 61 74"),
        (b"\n\x1bE\x01", "no ESC command at byte 1"),
        (b"\x1d(k", "no GS command"),
        (b"\x1dV\x07", "no way of cutting"),
        (b"\x1dv0\x03\x01\x00\x01\x00\x00", "not in full density"),
        (b"\x1dv1\x00\x01\x00\x01\x00\x00", "not in full density"),
        (b"\x1dv0\x00\x31\x00\x01\x00" + bytes(49), "392 dots wide on 384"),
        (RASTER[:-1], "cut off at byte 8"),
        (b"\x1b", "cut off"),
        (b"\x1dV\x00\n", "bytes after the cut"),
    ],
)
def test_what_it_does_not_know_it_says(data: bytes, why: str) -> None:
    with pytest.raises(UnknownBytes, match=why):
        read_paper(data, 384)
