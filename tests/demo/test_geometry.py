"""`kiosk demo --geometry`: names, places and colours by which a tester finds the way."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.guest import Guest

pytestmark = pytest.mark.outside


@pytest.fixture(scope="module")
def geometry() -> dict[str, dict[str, Any]]:
    command = [sys.executable, "-m", "kiosk", "demo", "--geometry"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def test_every_size_has_every_screen(geometry: dict[str, dict[str, Any]]) -> None:
    assert set(geometry) == {"800x480", "1024x600", "1280x800", "1920x1080", "800x1280"}
    for screens in geometry.values():
        names = {places["screen"] for places in screens.values()}
        assert {"board", "before", "write", "check", "thanks", "rollcall", "register"} <= names


def test_different_screens_have_different_colours(geometry: dict[str, dict[str, Any]]) -> None:
    for screens in geometry.values():
        colours = {
            places["screen"]: tuple(places["pixel"]["colour"])
            for places in screens.values()
            if places["pixel"]
        }
        assert len(set(colours.values())) == len(colours)


def test_all_keys_are_there_with_ky_letters_and_the_text(
    geometry: dict[str, dict[str, Any]],
) -> None:
    for screens in geometry.values():
        assert {"key_ү", "key_ө", "key_ң", "key_space", "done"} <= set(screens["write"]["touch"])
        assert "key_q" in screens["write in Latin"]["touch"]
        assert "key_1" in screens["write numbers"]["touch"]
        x, y, width, height = screens["write"]["text"]
        assert min(x, y) >= 0
        assert min(width, height) > 50


def test_it_tells_the_truth_about_a_running_kiosk(
    guest: Guest, geometry: dict[str, dict[str, Any]]
) -> None:
    board = geometry["1280x800"]["board"]
    assert [*guest.world.surface.get_at((0, 0))][:3] == board["pixel"]["colour"]
    guest.tap(*board["touch"]["write"])
    guest.sees("before")
    pixel = geometry["1280x800"]["before"]["pixel"]["colour"]
    assert [*guest.world.surface.get_at((0, 0))][:3] == pixel
