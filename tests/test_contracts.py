"""The import contracts can fail: each is broken once, in a copy, by one line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ONE_WAY = "Imports point one way"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    only_code = shutil.ignore_patterns("__pycache__", "*.ttf", "*.svg", "*.po")
    shutil.copytree(ROOT / "kiosk", folder / "kiosk", ignore=only_code)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def broken(folder: Path) -> list[str]:
    words = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    ended = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert ended.returncode in (0, 1), ended.stderr
    names = [line.removesuffix(" BROKEN") for line in ended.stdout.splitlines() if "BROKEN" in line]
    assert bool(names) == bool(ended.returncode), ended.stdout
    return names


def test_an_untouched_copy_breaks_none(copy: Path) -> None:
    assert broken(copy) == []


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("post/board.py", "import kiosk.workers", ONE_WAY),
        ("events/system.py", "import kiosk.store", ONE_WAY),
        ("config/model.py", "import kiosk.texts", ONE_WAY),
        ("screens/base.py", "import kiosk.store", ONE_WAY),
        ("store/errors.py", "import kiosk.hardware", ONE_WAY),
        ("hardware/ports.py", "import kiosk.flow", ONE_WAY),
        ("flow/desk.py", "import kiosk.app", ONE_WAY),
        ("attic.py", '"""A room that nobody drew on the map."""', ONE_WAY),
        ("commands/setup.py", "import kiosk.demo", "Nothing but the command line knows the demo"),
        ("app.py", "import kiosk.hardware.simulated", "Simulated hardware is the demo's"),
        ("demo/world.py", "import kiosk.hardware.pi", "Real hardware is the kiosk's"),
        ("flow/box.py", "import kiosk.hardware.bench", "The bench is the doctor's"),
        ("flow/box.py", "import kiosk.doctor.wires", "The running kiosk knows no bench"),
        ("doctor/post.py", "import kiosk.app", ONE_WAY),
        ("doctor/post.py", "import pygame", "Only what shows uses pygame"),
        ("paper/slip.py", "import qrcode", "Only one file draws codes"),
        ("paper/slip.py", "import pygame", "Only what shows uses pygame"),
        ("paper/slip.py", "import fpdf", "Only documents in A4 are made of PDF"),
        ("post/replies.py", "import cryptography", "Documents alone are sealed by cryptography"),
        ("documents.py", "import kiosk.paper.pdf.pages", "The papers' process is nobody else's"),
        ("flow/box.py", "import gpiozero", "Only hardware drives pins and printers"),
        ("demo/world.py", "import escpos.printer", "Only hardware drives pins and printers"),
        ("app.py", "import sqlalchemy.orm", "Only the store speaks SQL"),
        ("store/desk.py", "import nacl.secret", "Only the rules of the post do cryptography"),
        ("post/journal.py", "import pydantic", "Only settings are pydantic models"),
        ("flow/front.py", "import typer", "Only commands talk to a terminal"),
    ],
)
def test_one_forbidden_line_breaks_its_contract(
    copy: Path, file: str, line: str, contract: str
) -> None:
    path = copy / "kiosk" / file
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", encoding="utf-8")
    try:
        assert contract in broken(copy)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
