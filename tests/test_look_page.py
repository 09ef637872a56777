"""docs/look.md is current, and what stands there is enough for whoever reads and touches."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.demo.glasses import GLASSES
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Palette
from kiosk.screens.palettes import MARK_PAIRS, TEXT_PAIRS
from tests.screens.glasses import ALL
from tools.look import AA_MARKS, AAA_TEXT, contrasts, page

FILE = Path(__file__).parents[1] / "docs" / "look.md"
CAPITAL_MM = 2.4
"""17 minutes of arc from half a metre, less what a pixel rounds off."""
TARGET_MM = 9.0
"""A key of the keyboard; tests/screens/test_look.py holds that all else has 12."""


@pytest.fixture(scope="module")
def kept() -> list[str]:
    return FILE.read_text(encoding="utf-8").splitlines()


def rows(kept: list[str], title: str) -> list[list[str]]:
    """The cells of the table under a title, without its head."""
    start = kept.index(title)
    body = [line for line in kept[start:] if line.startswith(("|", "#"))][1:]
    end = next((nth for nth, line in enumerate(body) if line.startswith("#")), len(body))
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in body[2:end]]


def test_it_is_current(kept: list[str]) -> None:
    """With every sixth screen; with all where all glasses are tried (`make test-fit`)."""
    told = page([*SAMPLES][:: 1 if ALL else 6]).splitlines()
    assert [line for line in told if line not in kept] == [], "run `make look`"


@pytest.mark.parametrize(
    ("title", "pairs", "enough"),
    [("### Text", TEXT_PAIRS, AAA_TEXT), ("### Borders and signs", MARK_PAIRS, AA_MARKS)],
)
def test_every_pair_stands_there_and_is_enough(
    kept: list[str], title: str, pairs: tuple[tuple[str, str], ...], enough: float
) -> None:
    told = rows(kept, title)
    assert [(ground, ink) for ground, ink, *_ in told] == [*pairs]
    assert [row for row in told if len(row) != 2 + len(Palette)] == []
    assert [row for row in told if min(map(float, row[2:])) < enough] == []


def test_every_screen_has_capitals_to_read_and_places_to_touch(kept: list[str]) -> None:
    told = rows(kept, "## Sizes")
    assert [row[0] for row in told] == [*SAMPLES]
    for screen, *cells in told:
        assert len(cells) == len(GLASSES)
        for capital, target in (re.findall(r"[\d.]+|–", cell) for cell in cells):
            assert capital == "–" or float(capital) >= CAPITAL_MM, screen
            assert target == "–" or float(target) >= TARGET_MM, screen


def test_white_on_black_is_21() -> None:
    assert contrasts([("night", "snow")], "text").endswith("| 21.0 |")
