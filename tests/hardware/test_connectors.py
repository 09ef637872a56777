"""The card with the screen is chosen by what is plugged in, not by its number."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.hardware.connectors import INDEX, choose_card


def connector(drm: Path, name: str, status: str) -> None:
    folder = drm / name
    folder.mkdir()
    (folder / "status").write_text(f"{status}\n")


@pytest.fixture
def drm(tmp_path: Path) -> Path:
    """A Pi 5: one card that only computes, one with two sockets."""
    (tmp_path / "card0").mkdir()
    (tmp_path / "renderD128").mkdir()
    connector(tmp_path, "card1-HDMI-A-1", "disconnected")
    connector(tmp_path, "card1-Writeback-1", "unknown")
    return tmp_path


def chosen(drm: Path, **environ: str) -> dict[str, str]:
    choose_card(drm, environ)
    return environ


def test_the_card_with_the_panel_is_taken(drm: Path) -> None:
    connector(drm, "card2-DSI-1", "connected")
    assert chosen(drm) == {INDEX: "2"}


def test_of_two_with_a_screen_the_first_is_taken_also_past_nine(drm: Path) -> None:
    connector(drm, "card10-HDMI-A-2", "connected")
    connector(drm, "card3-DSI-1", "connected")
    assert chosen(drm) == {INDEX: "3"}


def test_without_a_screen_sdl_looks_for_itself(drm: Path) -> None:
    assert chosen(drm) == {}


def test_a_choice_made_by_hand_holds(drm: Path) -> None:
    connector(drm, "card2-DSI-1", "connected")
    assert chosen(drm, **{INDEX: "1"}) == {INDEX: "1"}


def test_a_computer_without_graphics_is_left_alone(tmp_path: Path) -> None:
    assert chosen(tmp_path / "class/drm") == {}
