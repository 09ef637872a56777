"""The printer's self-test page, looked at in dots and read back by readers that are not ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.paper.code import code
from kiosk.paper.selftest import ALPHABET, density, ruler, typeset

INK = 0
SOFTWARE = "kiosk 9.8.7"
WIDTHS = pytest.mark.parametrize("dots", [384, 576])


def ink(picture: Image.Image) -> float:
    """The share of ink."""
    return picture.histogram()[0] / (picture.width * picture.height)


def printed(dots: int, *, cutter: bool = True) -> Image.Image:
    page = typeset(dots, SOFTWARE, cutter=cutter)
    return read_paper(b"".join(encode(page, cutter=cutter)), dots)


def stored(picture: Image.Image, folder: Path) -> str:
    path = folder / "page.png"
    picture.convert("L").save(path)
    return str(path)


def reader(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@WIDTHS
def test_the_page_is_as_wide_as_the_paper_and_as_tall_as_a_hand(dots: int) -> None:
    page = typeset(dots, SOFTWARE, cutter=True)
    assert (page.mode, page.width) == ("1", dots)
    assert 80 < page.height / 8 < 200, "millimetres"


@WIDTHS
def test_the_ruler_shows_whether_an_edge_is_cut_off(dots: int) -> None:
    """Only the outermost dots prove that the paper takes all of them."""
    drawn = ruler(dots)
    for column in (0, dots - 1):
        assert ink(drawn.crop((column, 0, column + 1, drawn.height))) == 1
    assert ink(drawn.crop((1, 30, 8, drawn.height))) == 0


@WIDTHS
def test_the_ruler_has_a_tick_each_millimetre_and_a_long_one_each_centimetre(dots: int) -> None:
    drawn = ruler(dots)

    def tick(at: int, length: int) -> bool:
        return drawn.getpixel((at, length)) == INK

    assert [at for at in range(1, dots - 1) if tick(at, 7)] == list(range(8, dots - 1, 8))
    assert [at for at in range(1, dots - 1) if tick(at, 22)] == list(range(80, dots - 1, 80))


@pytest.mark.parametrize("share", [25, 50, 75, 100])
def test_a_bar_holds_as_much_ink_as_it_says_over_the_whole_width(share: int) -> None:
    bar = density(384, share)
    assert bar.width == 384
    assert ink(bar) == share / 100
    assert ink(bar.crop((0, 0, 4, 4))) == ink(bar.crop((380, 20, 384, 24))) == share / 100


@WIDTHS
def test_the_code_is_in_whole_dots_and_fits(dots: int) -> None:
    drawn = code(SOFTWARE, dots)
    assert dots / 3 < drawn.width <= dots
    assert ink(drawn.crop((0, 0, drawn.width, 8))) == 0, "the quiet zone"


@WIDTHS
@pytest.mark.outside
def test_another_reader_scans_the_code(dots: int, tmp_path: Path) -> None:
    command = [reader("zbarimg"), "--quiet", "--raw", stored(printed(dots), tmp_path)]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert read.strip() == SOFTWARE


@pytest.mark.outside
def test_another_reader_reads_every_kyrgyz_letter(tmp_path: Path) -> None:
    tesseract = reader("tesseract")
    known = subprocess.run([tesseract, "--list-langs"], capture_output=True, text=True, check=True)
    if "kir" not in known.stdout.split():
        pytest.skip("tesseract with kir is not installed")
    command = [tesseract, stored(printed(576), tmp_path), "-", "-l", "kir", "--psm", "4"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert set(ALPHABET) - set(read.upper()) == set()
    assert "Чоң бөлмөнүн терезеси күнгө" in " ".join(read.split())


def test_it_says_whether_the_paper_is_cut_or_torn() -> None:
    assert typeset(384, SOFTWARE, cutter=True) != typeset(384, SOFTWARE, cutter=False)
    sent = {cutter: b"".join(encode(printed(384), cutter=cutter)) for cutter in (True, False)}
    assert [b"\x1dV" in data[-8:] for data in sent.values()] == [True, False]
