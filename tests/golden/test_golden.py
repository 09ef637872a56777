"""The chosen screens look as they were accepted; what changed is shown in build/golden."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from tools.alike import difference, marked
from tools.golden import CHOSEN, accept, kept, place
from tools.showing import Shown

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "golden"
HEAVY = 65_000
"""Bytes; a screen full of a drawing, as WebP. A PNG takes twice or three times that."""


@pytest.mark.parametrize("shown", CHOSEN, ids=lambda shown: shown.file)
def test_it_looks_as_it_was_accepted(shown: Shown) -> None:
    complaint = complained(shown, HERE, BUILD)
    assert not complaint, complaint


def complained(shown: Shown, folder: Path, build: Path) -> str:
    """What to tell whoever changed a picture; the pictures themselves go into `build`."""
    drawn = shown.drawn()
    if not place(folder, shown).exists():
        return f"{shown.file} was never accepted: see {keep(build, shown, drawn=drawn)}{ACCEPT}"
    expected = kept(folder, shown)
    found = difference(expected, drawn)
    if found is None:
        return ""
    seen = keep(build, shown, expected=expected, drawn=drawn, differs=marked(expected, drawn))
    return f"{shown.file}: {found.pixels} pixels differ within {found.box}: see {seen}{ACCEPT}"


ACCEPT = "; `make golden` accepts what is drawn now"


def keep(build: Path, shown: Shown, **pictures: Image.Image) -> str:
    """Write pictures for a person to look at; returns their paths."""
    build.mkdir(parents=True, exist_ok=True)
    paths = {what: build / f"{shown.file}.{what}.png" for what in pictures}
    for what, path in paths.items():
        pictures[what].save(path)
    return ", ".join(map(str, paths.values()))


def test_the_readme_shows_pictures_of_this_set_and_says_what_is_on_them() -> None:
    readme = (HERE.parents[1] / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)" width="[\d.]+%"\s+alt="([^"]{40,})">', readme)
    assert len(shown) == readme.count("<img") >= 5
    assert "![" not in readme
    assert {path for path, _ in shown} <= {f"tests/golden/{one.file}.webp" for one in CHOSEN}


def test_nothing_else_is_kept_and_all_of_it_is_small() -> None:
    assert {*HERE.glob("*.webp")} == {place(HERE, shown) for shown in CHOSEN}
    assert [file.name for file in HERE.glob("*.webp") if file.stat().st_size > HEAVY] == []


def test_a_change_is_shown_and_accepted_by_one_command(tmp_path: Path) -> None:
    shown = Shown("idle", CHOSEN[0].language)
    drawn = shown.drawn()
    for word in ("never accepted", ".drawn.png", "make golden"):
        assert word in complained(shown, tmp_path, tmp_path / "build")
    other = drawn.copy()
    other.paste((20, 33, 61), (300, 300, 400, 310))
    other.save(place(tmp_path, shown), lossless=True)
    # An edge of a single pixel might be rounding; what it encloses is not.
    complaint = complained(shown, tmp_path, tmp_path / "build")
    assert "784 pixels differ within (301, 301, 399, 309)" in complaint
    for what in ("expected", "drawn", "differs"):
        with Image.open(tmp_path / "build" / f"{shown.file}.{what}.png") as picture:
            assert picture.size == drawn.size


def test_accepting_keeps_what_looks_the_same_and_forgets_what_is_not_chosen(tmp_path: Path) -> None:
    few = CHOSEN[:2]
    assert accept(tmp_path, few) == [*few]
    assert [complained(shown, tmp_path, tmp_path) for shown in few] == ["", ""]
    assert accept(tmp_path, few) == []
    assert accept(tmp_path, few[:1]) == []
    assert [*tmp_path.glob("*.webp")] == [place(tmp_path, few[0])]
