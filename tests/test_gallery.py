"""`make gallery`: which pictures it takes, and a page that shows every one of them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT, USUAL
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Palette, TextSize
from kiosk.post.letters import Language
from tools.gallery import asked, chosen, departures, main
from tools.showing import Shown

FEW = ["--screens=idle", "--languages=ky", "--glasses=800x480,1280", "--letters=normal"]


def wished(*words: str) -> list[Shown]:
    return [*chosen(asked(["somewhere", *words]))]


def told(page: str) -> dict[str, Any]:
    """What the page's script is given."""
    found = re.search(r"const GALLERY = (.+);\n", page)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_all_is_every_combination() -> None:
    shots = wished("--all")
    assert len({*shots}) == len(shots)
    assert len(shots) == len(SAMPLES) * len(Language) * len(Palette) * len(GLASSES) * len(TextSize)


def test_without_all_each_is_unlike_the_usual_in_at_most_one_way() -> None:
    shots = wished("--screens", "write,board, figures")
    assert {departures(shot) for shot in shots} == {0, 1}
    for one in (*GLASSES, *Palette, *TextSize, *Language):
        assert any(one in shot for shot in shots)
    assert Shown("write", Language.RU, UPRIGHT) in shots
    assert Shown("write", Language.RU, UPRIGHT, Palette.DARK) not in shots


def test_each_has_a_file_of_its_own() -> None:
    shots = wished("--all")
    assert len({shot.file for shot in shots}) == len(shots)
    assert not [shot.file for shot in shots if re.search(r"[ /,]", shot.file)]


def test_what_there_is_not_is_said() -> None:
    with pytest.raises(SystemExit, match="no glasses begin with 640x480; there are: 1280x800"):
        wished("--glasses", "640x480")


def test_the_page_shows_what_was_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "of.last.week.webp").touch()
    main([str(tmp_path), *FEW])
    assert re.search(r"4 pictures, 0 MB, \d+ s: .+/index.html", capsys.readouterr().out)
    shots = told((tmp_path / "index.html").read_text(encoding="utf-8"))["shots"]
    assert [shot[4:] for shot in shots] == [
        ["ky", USUAL.named, "light", "normal"],
        ["ky", USUAL.named, "dark", "normal"],
        ["ky", USUAL.named, "contrast", "normal"],
        ["ky", SMALLEST.named, "light", "normal"],
    ]
    assert {path.name for path in tmp_path.glob("*.webp")} == {shot[1] for shot in shots}
    for _, file, width, height, *_ in shots:
        with Image.open(tmp_path / file) as picture:
            assert picture.size == (width, height)


def test_the_page_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    main([str(tmp_path), *FEW, "--palettes", "light"])
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"https?:|@import|<link|<script src|url\(", page)
    assert told(page)["kinds"]["glass"] == [USUAL.named, *_others()]


def _others() -> list[str]:
    return [glass.named for glass in GLASSES if glass is not USUAL]
