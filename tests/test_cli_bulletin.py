"""`kiosk bulletin`: from the board of the post to a second one, and nothing else goes along."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.export.bulletin import bulletin_in, unpacked
from kiosk.post.letters import Language

SCHOOL = '{"name": {"ky": "Келечек"}, "duty_to_report": {"ky": "Ошол эле күнү."}}'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post" / "post.sqlite"
    path.parent.mkdir()
    store.create(path, "real", SCHOOL, pool=10)
    return path


def kiosk(data: Path, *words: str) -> Result:
    return CliRunner().invoke(app, [*words, "--data", str(data)])


def hangs(path: Path, headline: str, picture: str = "") -> None:
    words = ["--headline-ky", headline, "--body-ky", "Рахмат!", "--picture", picture]
    ended = kiosk(path.parent, "notices", "add", *words)
    assert ended.exit_code == 0, ended.stderr


def jpeg(size: tuple[int, int] = (40, 30)) -> bytes:
    file = BytesIO()
    Image.new("RGB", size, "#804020").save(file, "JPEG")
    return file.getvalue()


def test_what_hangs_at_the_post_hangs_on_the_second_board(path: Path, tmp_path: Path) -> None:
    store.keep_picture(path, "lamp", jpeg())
    store.keep_picture(path, "unused", jpeg())
    hangs(path, "Жарык оңдолду", "lamp")
    stick, second = tmp_path / "bulletin.json", tmp_path / "second"
    assert kiosk(path.parent, "bulletin", "write", str(stick)).exit_code == 0
    ended = kiosk(second, "bulletin", "take", str(stick))
    assert ended.stdout == "1 notices hang here now.\n"
    found = unpacked(bulletin_in(second).read_bytes())
    assert found.school.named(Language.KY) == "Келечек"
    assert [one.headline[Language.KY] for one in found.board.notices] == ["Жарык оңдолду"]
    assert [*found.board.pictures] == ["lamp"]
    assert [*second.iterdir()] == [bulletin_in(second)]


def test_no_setting_that_is_nobodys_business_goes_along(path: Path, tmp_path: Path) -> None:
    kiosk(path.parent, "bulletin", "write", str(tmp_path / "b.json"))
    assert "Ошол эле күнү" not in (tmp_path / "b.json").read_text(encoding="utf-8")


def test_a_picture_that_is_broken_stays_behind(path: Path, tmp_path: Path) -> None:
    store.keep_picture(path, "lamp", b"no picture")
    hangs(path, "Жарык оңдолду", "lamp")
    kiosk(path.parent, "bulletin", "write", str(tmp_path / "b.json"))
    assert unpacked((tmp_path / "b.json").read_bytes()).board.pictures == {}


def test_pictures_of_a_strange_bulletin_are_drawn_anew(path: Path, tmp_path: Path) -> None:
    store.keep_picture(path, "lamp", jpeg((3000, 1500)))
    hangs(path, "Жарык оңдолду", "lamp")
    kiosk(path.parent, "bulletin", "write", str(tmp_path / "b.json"))
    kiosk(tmp_path / "second", "bulletin", "take", str(tmp_path / "b.json"))
    kept = unpacked(bulletin_in(tmp_path / "second").read_bytes()).board.pictures["lamp"]
    assert Image.open(BytesIO(kept)).size == (800, 400)


@pytest.mark.parametrize("words", ["", "a letter", "{}"])
def test_what_is_no_bulletin_is_refused_and_changes_nothing(
    path: Path, tmp_path: Path, words: str
) -> None:
    second = tmp_path / "second"
    kiosk(path.parent, "bulletin", "write", str(tmp_path / "b.json"))
    kiosk(second, "bulletin", "take", str(tmp_path / "b.json"))
    before = bulletin_in(second).read_bytes()
    (tmp_path / "bad.json").write_text(words, encoding="utf-8")
    ended = kiosk(second, "bulletin", "take", str(tmp_path / "bad.json"))
    assert ended.exit_code == 2
    assert "no bulletin, or a broken one" in ended.stderr
    assert bulletin_in(second).read_bytes() == before


def test_a_broken_picture_in_it_is_refused(path: Path, tmp_path: Path) -> None:
    kiosk(path.parent, "bulletin", "write", str(tmp_path / "b.json"))
    said = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    (tmp_path / "b.json").write_text(json.dumps(said | {"pictures": {"lamp": "bm8="}}))
    ended = kiosk(tmp_path / "second", "bulletin", "take", str(tmp_path / "b.json"))
    assert (ended.exit_code, "picture" in ended.stderr) == (2, True)


def test_a_machine_that_is_only_a_board_says_that_nothing_hangs_there_yet(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text(f'data = "{tmp_path}"\n[board]\nonly = true\n', encoding="utf-8")
    ended = CliRunner().invoke(app, ["run", "--config", str(settings)])
    assert ended.exit_code == 1
    assert "kiosk bulletin take" in ended.stderr
