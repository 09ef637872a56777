"""Screen, touch and fonts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pygame
import pytest
from PIL import ImageFont

from kiosk.doctor import screen
from kiosk.doctor.touch import touch
from kiosk.paper.sheet import Face
from kiosk.post.finding import Finding, Level
from tests.doctor.computer import TOUCH, WHOLE, laid_out, to_do, told

KMS = {"driver": "kmsdrm", "sdl": "2.32.10"}


def judged(
    folder: Path, said: dict[str, str], files: Mapping[str, str] = WHOLE, *, running: bool = False
) -> Finding:
    return screen.driver(laid_out(folder, files), running=running, ask=lambda: said)


def test_a_screen_that_shows_is_named(tmp_path: Path) -> None:
    said = judged(tmp_path, KMS)
    assert said.level is Level.GREEN
    assert told(said) == "kmsdrm, SDL 2.32.10; HDMI-A-1 1280x800"


def test_a_window_needs_no_connector(tmp_path: Path) -> None:
    assert judged(tmp_path, {"driver": "x11", "sdl": "2.32.10"}, {}).level is Level.GREEN


def test_a_cable_that_is_out_is_red(tmp_path: Path) -> None:
    files = {"sys/class/drm/card0-DSI-1/status": "disconnected\n"}
    said = judged(tmp_path, KMS, files)
    assert said.level is Level.RED
    assert "cable" in to_do(said)


@pytest.mark.parametrize("name", ["offscreen", "dummy"])
def test_a_driver_that_draws_into_nothing_is_red(name: str, tmp_path: Path) -> None:
    said = judged(tmp_path, {"driver": name, "sdl": "2.32.10"})
    assert said.level is Level.RED
    assert name in told(said)
    assert "vc4-kms-v3d" in to_do(said)


def test_a_kiosk_that_runs_keeps_the_screen(tmp_path: Path) -> None:
    said = judged(tmp_path, {"error": "kmsdrm not available", "sdl": "2.32.10"}, running=True)
    assert said.level is Level.YELLOW
    assert "running kiosk" in to_do(said)


@pytest.mark.outside
def test_sdl_is_asked_in_a_process_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    assert screen.ask_sdl() == {
        "driver": "dummy",
        "sdl": ".".join(map(str, pygame.get_sdl_version())),
    }
    monkeypatch.setenv("SDL_VIDEODRIVER", "no such driver")
    assert "no such driver" in screen.ask_sdl()["error"]


@pytest.mark.outside
def test_a_driver_that_crashes_is_an_answer_too(tmp_path: Path) -> None:
    crash = tmp_path / "python"
    crash.write_text("#!/bin/sh\nkill -SEGV $$\n")
    crash.chmod(0o755)
    assert screen.ask_sdl(str(crash)) == {"error": "the driver crashed (-11)"}


# --- touch ---


def touched(folder: Path, **changes: str) -> Finding:
    files = dict(TOUCH)
    for name, value in changes.items():
        files[f"sys/class/input/event0/device/{name.replace('__', '/')}"] = value
    return touch(laid_out(folder, files))


def test_a_touch_screen_is_named(tmp_path: Path) -> None:
    said = touched(tmp_path)
    assert said.level is Level.GREEN
    assert told(said).startswith("Goodix Capacitive TouchScreen")


def test_an_old_resistive_panel_is_a_touch_screen(tmp_path: Path) -> None:
    """It tells one finger and no properties."""
    said = touched(tmp_path, capabilities__abs="1000003\n", properties="0\n")
    assert said.level is Level.GREEN


def test_a_touchpad_is_none(tmp_path: Path) -> None:
    assert touched(tmp_path, properties="5\n").level is Level.RED


def test_a_mouse_is_none(tmp_path: Path) -> None:
    mouse = {"capabilities__abs": "0\n", "capabilities__key": "70000 0 0 0 0\n"}
    assert touched(tmp_path, **mouse).level is Level.RED


def test_no_input_at_all_says_what_to_plug_in(tmp_path: Path) -> None:
    said = touch(laid_out(tmp_path, {}))
    assert said.level is Level.RED
    assert "Plug in" in to_do(said)


def test_a_device_that_may_not_be_read_names_the_group(tmp_path: Path) -> None:
    """As root everything may be read, so the file is missing altogether."""
    places = laid_out(tmp_path, {k: v for k, v in TOUCH.items() if not k.startswith("dev")})
    said = touch(places)
    assert said.level is Level.RED
    assert "group `input`" in to_do(said)


def test_a_second_touch_device_is_told(tmp_path: Path) -> None:
    second = {name.replace("event0", "event1"): text for name, text in TOUCH.items()}
    assert touch(laid_out(tmp_path, TOUCH | second)).level is Level.YELLOW


# --- fonts ---


def test_the_fonts_that_are_shipped_are_good() -> None:
    assert screen.fonts().level is Level.GREEN


def test_a_font_that_draws_one_letter_as_another_is_found() -> None:
    bad = Path(pygame.__file__).parent / pygame.font.get_default_font()
    said = screen.fonts(lambda _, size: ImageFont.truetype(str(bad), size))
    assert said.level is Level.RED
    assert "ңн" in told(said)


def test_a_font_that_is_gone_is_red() -> None:
    def gone(_: Face, size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype("/no/such/font.ttf", size)

    said = screen.fonts(gone)
    assert said.level is Level.RED
    assert "Install the kiosk again" in to_do(said)
