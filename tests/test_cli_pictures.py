"""`kiosk notices picture`: kept small, upright, and without what a camera wrote into the file."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path
from zlib import crc32

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands import pictures as limits

TURNED = 6
"""A camera that was held upright writes so."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.sqlite"
    store.create(path, "real", '{"name": {"ky": "Келечек"}}', pool=10)
    return path


def picture(path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["notices", "picture", *words, "--data", str(path.parent)])


def photograph(file: Path, size: tuple[int, int] = (1600, 1200), **how: object) -> Path:
    image = Image.new("RGB", size, "#804020")
    exif = Image.Exif()
    exif[0x010F] = "A phone that knows where it was"
    exif[0x0112] = how.get("turned", 1)
    exif.get_ifd(0x8825)[1] = "N"  # where it was taken
    image.save(file, exif=exif)
    return file


def kept(path: Path, name: str) -> Image.Image:
    return Image.open(BytesIO(store.list_pictures(path)[name]))


@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_a_picture_is_kept_small_and_says_nothing_of_its_camera(
    path: Path, tmp_path: Path, ending: str
) -> None:
    said = picture(path, "add", str(photograph(tmp_path / f"Ачык эшик.{ending}")))
    assert said.exit_code == 0, said.stderr
    image = kept(path, "ачык-эшик")
    assert (image.format, image.size) == ("JPEG", (800, 600))
    assert not image.getexif()
    assert b"phone" not in store.list_pictures(path)["ачык-эшик"]


def test_what_was_taken_upright_stands_upright(path: Path, tmp_path: Path) -> None:
    picture(path, "add", str(photograph(tmp_path / "a.jpg", turned=TURNED)))
    assert kept(path, "a").size == (600, 800)


def test_a_small_picture_is_not_blown_up_and_what_is_clear_is_white(
    path: Path, tmp_path: Path
) -> None:
    Image.new("RGBA", (40, 20), (0, 0, 0, 0)).save(tmp_path / "a.png")
    picture(path, "add", str(tmp_path / "a.png"), "--name", "sun")
    image = kept(path, "sun")
    assert image.size == (40, 20)
    assert image.getpixel((3, 3)) == (255, 255, 255)


def broken(tmp_path: Path) -> dict[str, bytes]:
    whole = photograph(tmp_path / "whole.jpg", (300, 200)).read_bytes()
    gif = BytesIO()
    Image.new("P", (4, 4)).save(gif, "GIF")
    return {
        "cut off": whole[: len(whole) // 2],
        "text": b"this is a letter",
        "empty": b"",
        "another format": gif.getvalue(),
    }


@pytest.mark.parametrize("what", ["cut off", "text", "empty", "another format"])
def test_what_is_no_picture_is_refused_in_words(path: Path, tmp_path: Path, what: str) -> None:
    file = tmp_path / "bad.jpg"
    file.write_bytes(broken(tmp_path)[what])
    said = picture(path, "add", str(file))
    assert said.exit_code == 2
    assert "no picture, or a broken one" in said.stderr
    assert "Give a PNG, JPEG or SVG picture." in said.stderr
    assert store.list_pictures(path) == {}


def add(path: Path, file: Path) -> Image.Image:
    """Keep a picture, and look at what was kept."""
    said = picture(path, "add", str(file), "--name", "kept")
    assert said.exit_code == 0, said.stderr
    return kept(path, "kept").convert("RGB")


def near(colour: tuple[int, ...], other: tuple[int, int, int]) -> bool:
    return all(abs(one - two) <= 12 for one, two in zip(colour, other, strict=True))


MAKES: dict[str, tuple[str, dict[str, object], tuple[int, int, int]]] = {
    "true colours": ("RGB", {}, (200, 30, 60)),
    "clear": ("RGBA", {}, (200, 30, 60)),
    "a palette": ("P", {}, (200, 30, 60)),
    "grey": ("L", {}, (80, 80, 80)),
    "black and white": ("1", {}, (255, 255, 255)),
    "grey of 16 bits": ("I;16", {}, (128, 128, 128)),
    "four inks": ("CMYK", {"ending": "jpg"}, (200, 30, 60)),
    "in passes": ("RGB", {"ending": "jpg", "progressive": True}, (200, 30, 60)),
}
VALUES = {"L": 80, "1": 1, "I;16": 128 * 256 + 64}


@pytest.mark.parametrize("make", [*MAKES])
def test_every_make_of_picture_keeps_its_colours(path: Path, tmp_path: Path, make: str) -> None:
    mode, how, seen = MAKES[make]
    ending = str(how.pop("ending", "png")) if "ending" in how else "png"
    image = Image.new("RGB", (3000, 1500), (200, 30, 60))
    made = Image.new(mode, (3000, 1500), VALUES[mode]) if mode in VALUES else image.convert(mode)
    file = tmp_path / f"a.{ending}"
    made.save(file, **how)  # type: ignore[arg-type]
    stored = add(path, file)
    assert stored.size == (800, 400)
    assert near(stored.getpixel((400, 200)), seen)  # type: ignore[arg-type]


def test_clear_parts_of_a_palette_become_white(path: Path, tmp_path: Path) -> None:
    image = Image.new("P", (60, 40), 1)
    image.putpalette([255, 0, 0, 0, 0, 255])
    image.save(tmp_path / "a.png", transparency=1)
    assert near(add(path, tmp_path / "a.png").getpixel((30, 20)), (255, 255, 255))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(1, 1), (1, 3000), (20_000, 2)])
def test_odd_sizes_stay_pictures(path: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    Image.new("RGB", size, "#804020").save(tmp_path / "a.png")
    stored = add(path, tmp_path / "a.png")
    assert max(stored.size) <= 800
    assert min(stored.size) >= 1


# --- what is large ---

MEASURED = """
import resource, sys
from pathlib import Path
from kiosk.commands.pictures import scaled
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
scaled(Path(sys.argv[1]))
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_a_photograph_of_any_size_is_read_at_a_part_of_it(path: Path, tmp_path: Path) -> None:
    """108 million pixels, which whole would fill 324 MB: measured in a process of its own."""
    file = tmp_path / "large.jpg"
    Image.new("L", (12_000, 9_000), 90).save(file)
    assert add(path, file).size == (800, 600)
    measured = subprocess.run(
        [sys.executable, "-c", MEASURED, file], capture_output=True, text=True, check=True
    )
    assert int(measured.stdout) < 60


@pytest.mark.parametrize("how", [{"mode": "RGB", "ending": "png"}, {"progressive": True}])
def test_what_would_fill_the_memory_is_refused_before_it_does(
    path: Path, tmp_path: Path, how: dict[str, object]
) -> None:
    how = dict(how)
    file = tmp_path / f"large.{how.pop('ending', 'jpg')}"
    side = 9_300 if file.suffix == ".png" else 6_600
    Image.new(str(how.pop("mode", "RGB")), (side, side)).save(file, compress_level=1, **how)  # type: ignore[arg-type]
    said = picture(path, "add", str(file))
    assert (said.exit_code, "too many pixels" in said.stderr) == (2, True)
    assert "as a plain JPEG" in said.stderr


def test_a_file_that_is_too_long_is_not_even_read(path: Path, tmp_path: Path) -> None:
    file = tmp_path / "large.png"
    with file.open("wb") as long:
        long.truncate(limits.MOST_BYTES + 1)
    assert "larger than 60 MB" in picture(path, "add", str(file)).stderr


def test_what_claims_more_pixels_than_there_can_be_is_refused(path: Path, tmp_path: Path) -> None:
    """A few bytes that say they are a picture of 60,000 by 60,000."""
    file = tmp_path / "bomb.png"
    Image.new("1", (8, 8)).save(file)
    data = bytearray(file.read_bytes())
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = crc32(data[12:29]).to_bytes(4, "big")
    file.write_bytes(data)
    assert "too many pixels" in picture(path, "add", str(file)).stderr


# --- drawings ---

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4000000 1000000">'
    '<!-- drawn by somebody --><rect width="4000000" height="1000000" fill="#c81e3c"/>{}</svg>'
)


@pytest.mark.parametrize("name", ["a.svg", "a.png"])
def test_a_drawing_of_any_size_is_drawn_at_the_boards(
    path: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text(DRAWN.format(""), encoding="utf-8")
    stored = add(path, tmp_path / name)
    assert stored.size == (800, 200)
    assert near(stored.getpixel((400, 100)), (200, 30, 60))  # type: ignore[arg-type]
    assert b"somebody" not in store.list_pictures(path)["kept"]


@pytest.mark.parametrize("lost", ["<text>Мектеп</text>", '<image href="a.png"/>'])
def test_a_drawing_that_would_lose_something_is_refused(
    path: Path, tmp_path: Path, lost: str
) -> None:
    (tmp_path / "a.svg").write_text(DRAWN.format(lost), encoding="utf-8")
    said = picture(path, "add", str(tmp_path / "a.svg"))
    assert said.exit_code == 2
    assert "would not be shown" in said.stderr
    assert "Object to Path" in said.stderr


@pytest.mark.parametrize("words", ["<svg", "<html><body>a page</body></html>", DRAWN[:90]])
def test_a_broken_drawing_is_refused_in_words(path: Path, tmp_path: Path, words: str) -> None:
    (tmp_path / "a.svg").write_text(words, encoding="utf-8")
    assert "no picture, or a broken one" in picture(path, "add", str(tmp_path / "a.svg")).stderr


def test_an_endless_drawing_is_refused(path: Path, tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(DRAWN.format("<g/>" * 600_000), encoding="utf-8")
    assert "too many pixels" in picture(path, "add", str(tmp_path / "a.svg")).stderr


def test_no_such_file_is_a_sentence(path: Path, tmp_path: Path) -> None:
    said = picture(path, "add", str(tmp_path / "none.png"))
    assert said.exit_code == 1
    assert "No such file" in said.stderr


def test_the_list_says_which_notice_shows_a_picture(path: Path, tmp_path: Path) -> None:
    assert "There are no pictures." in picture(path, "list").stdout
    for name in ("kot", "it"):
        picture(path, "add", str(photograph(tmp_path / f"{name}.jpg")))
    words = ["--headline-ky", "а", "--body-ky", "б", "--picture", "kot"]
    CliRunner().invoke(app, ["notices", "add", *words, "--data", str(path.parent)])
    assert picture(path, "list").stdout == "it  not shown\nkot  notice 1\n"


def test_a_picture_that_is_gone_leaves_its_notice_its_words(path: Path, tmp_path: Path) -> None:
    picture(path, "add", str(photograph(tmp_path / "kot.jpg")))
    assert picture(path, "remove", "kot").stdout == 'Picture "kot" is gone.\n'
    assert picture(path, "remove", "kot").exit_code == 2
    assert store.list_pictures(path) == {}
