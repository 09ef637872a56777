"""deploy/hardware is as its sources say: drawn anew here, and compared."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
from gpiozero.pins.pi import PiBoardInfo
from PIL import Image, ImageChops

from kiosk.config import PinSettings
from kiosk.hardware.slot import SlotTimes
from tools.header import COLOURS, Header
from tools.slot_drawing import draw_slot
from tools.wiring_drawing import draw_wiring

ROOT = Path(__file__).parents[1]
HARDWARE = ROOT / "deploy/hardware"
TOOL = ROOT / "tools/draw_wiring.py"
MODELS = {"3B": 0xA02082, "4B": 0xC03111, "5B": 0xC04170}
SOURCE = tomllib.loads((HARDWARE / "wiring.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hardware")
    subprocess.run([sys.executable, str(TOOL), str(folder)], check=True)
    return folder


def texts(name: str) -> list[str]:
    """Everything that a drawing says."""
    return re.findall(r"<text[^>]*>([^<]*)</text>", (HARDWARE / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["wiring.svg", "slot.svg", "parts.md"])
def test_what_is_kept_is_current(name: str, drawn: Path) -> None:
    kept = (HARDWARE / name).read_text(encoding="utf-8")
    assert kept == (drawn / name).read_text(encoding="utf-8"), "run `make wiring`"


@pytest.mark.parametrize("name", ["wiring.png", "slot.png"])
def test_the_pictures_are_current(name: str, drawn: Path) -> None:
    """Another FreeType may soften an edge otherwise; nothing may be anywhere else."""
    kept, new = (Image.open(folder / name).convert("RGB").reduce(2) for folder in (HARDWARE, drawn))
    assert kept.size == new.size
    changed = ImageChops.difference(kept, new).convert("L").point(lambda grey: 255 * (grey > 64))
    assert changed.getbbox() is None, "run `make wiring`"


def test_a_pin_moved_in_the_settings_moves_in_the_diagram(tmp_path: Path) -> None:
    others = {int(place): use for place, use in SOURCE["header"].items()}
    moved = Header.wired({"slot": 5, "door": 6, "lock": 26}, others)
    draw_wiring(moved, COLOURS).save(tmp_path / "wiring")
    said = (tmp_path / "wiring.svg").read_text(encoding="utf-8")
    for words in ("GPIO5 · pin 29", "GPIO6 · pin 31", "GPIO26 · pin 37"):
        assert words in said
    assert "GPIO17" not in said


@pytest.mark.parametrize(
    ("others", "complaint"),
    [({11: "GND door"}, "places of slot"), ({2: "GND door"}, "not"), ({12: "5V slot"}, "not")],
)
def test_a_source_that_contradicts_the_header_is_refused(
    others: dict[int, str], complaint: str
) -> None:
    with pytest.raises(ValueError, match=complaint):
        Header.wired({"slot": 17, "door": 27, "lock": 22}, others)


@pytest.mark.parametrize("model", MODELS)
def test_the_header_is_as_gpiozero_knows_it(model: str) -> None:
    """The places in the diagram come from a table of ours; this one is not."""
    board = PiBoardInfo.from_revision(MODELS[model])
    header = board.headers["J8"]
    said = set(texts("wiring.svg"))
    pins = PinSettings()
    for gpio in (pins.slot, pins.door, pins.lock):
        (place,) = [number for number, pin in header.pins.items() if pin.name == f"GPIO{gpio}"]
        assert f"GPIO{gpio} · pin {place}" in said
    kinds = {"3V3": "3V3", "5V": "5V", "GND": "GND", "SDA": "GPIO2", "SCL": "GPIO3"}
    for place, use in SOURCE["header"].items():
        assert header.pins[int(place)].name == kinds[use.split()[0]], place


def test_every_part_of_the_list_is_in_the_diagram_and_the_other_way_round() -> None:
    listed = {name for part in SOURCE["part"] for name in part["id"].split(", ")}
    named = re.findall(r"\b(?:PS|[A-Z])\d\b", " ".join(texts("wiring.svg")))
    assert set(named) - {"J5", "V3"} == listed


def test_the_firmware_is_told_the_locks_own_pin() -> None:
    readme = (HARDWARE / "README.md").read_text(encoding="utf-8")
    assert re.findall(r"`gpio=(\d+)=op,dl`", readme) == [str(PinSettings().lock)]


def test_every_part_says_why_it_is_there() -> None:
    assert [part["id"] for part in SOURCE["part"] if len(part["why"]) < 40] == []


@pytest.mark.parametrize(
    ("measures", "complaint"),
    [
        ({"smallest": 50}, "pass beside the beam"),
        ({"way": 100}, "pulled out after it was counted"),
        ({"throat": 6}, "stick in the throat"),
    ],
)
def test_a_slot_that_miscounts_is_not_drawn(measures: dict[str, int], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        draw_slot(SOURCE["slot"] | measures, asdict(SlotTimes()))
