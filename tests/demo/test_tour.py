"""The tour as a newcomer takes it, and proof that a step that does not happen ends it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.album import Album
from kiosk.demo.tour import Guide
from kiosk.demo.visitor import NotThere
from kiosk.post.letters import Language
from tests.guest import Guest

NO_DISPLAY = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")


@pytest.mark.outside
def test_without_a_display_the_demo_says_so_and_takes_the_tour(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    command = [sys.executable, "-m", "kiosk", "demo"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    album = tmp_path / "build" / "tour"
    page = (album / "index.html").read_text(encoding="utf-8")
    pictures = sorted(album.glob("*.png"))
    assert len(pictures) > 100
    assert [picture.name for picture in pictures if picture.name not in page] == []
    for language in Language:
        papers = [*album.glob(f"*-{language}-*.bin")]
        said = "receipt, code, two slips, numbers, test page, card, list, protocol, strips"
        assert len(papers) == 10, said
        assert all(paper.with_suffix(".png").exists() for paper in papers)
    assert len({Image.open(picture).tobytes() for picture in pictures}) > 90


def test_a_printer_that_prints_nothing_ends_the_tour(guest: Guest, tmp_path: Path) -> None:
    guest.world.levers.unplug_printer()
    guide = Guide(guest.world, Album(tmp_path / "album"), Language.KY)
    with pytest.raises(NotThere, match="the paper"):
        guide.go()


def test_what_is_not_on_the_screen_cannot_be_touched(guest: Guest) -> None:
    with pytest.raises(NotThere, match="no 'send' on the screen 'board'"):
        guest.touch("send")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    with pytest.raises(NotThere, match="cannot be touched yet"):
        guest.touch("compare")


def test_a_new_tour_forgets_the_old_pictures(tmp_path: Path) -> None:
    (tmp_path / "001-ky-old.png").write_bytes(b"")
    (tmp_path / "mine.txt").write_text("kept", encoding="utf-8")
    Album(tmp_path).bind()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "mine.txt"]
