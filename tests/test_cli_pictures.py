"""`kiosk notices picture`: kept small, upright, and without what a camera wrote into the file."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

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
    assert "Give a PNG or JPEG picture." in said.stderr
    assert store.list_pictures(path) == {}


def test_what_is_too_large_is_refused_before_it_fills_the_memory(
    path: Path, tmp_path: Path
) -> None:
    file = tmp_path / "large.png"
    Image.new("1", (10_000, 6_001)).save(file)
    said = picture(path, "add", str(file))
    assert (said.exit_code, "60 million pixels" in said.stderr) == (2, True)
    file.write_bytes(bytes(limits.MOST_BYTES + 1))
    assert "20 MB" in picture(path, "add", str(file)).stderr


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
