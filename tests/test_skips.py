"""Under KIOSK_NO_SKIPS, which `.ci/run` sets, a test that is skipped is a test that failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.skips import FORBIDS, MAY_SKIP

ROOT = Path(__file__).parents[1]
TESTS = """
import pytest

@pytest.mark.skipif(True, reason="no reader of print")
def test_marked(): ...

def test_in_the_middle(): pytest.skip("no display")

@pytest.fixture
def machine(): pytest.skip("no mounts")

def test_by_its_fixture(machine): ...

def test_allowed(): pytest.skip({allowed!r})

def test_run(): ...
"""


def tried(place: Path, **more: str) -> subprocess.CompletedProcess[str]:
    file = place / "test_some.py"
    file.write_text(TESTS.format(allowed=min(MAY_SKIP)), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.skips", "-p", "no:cacheprovider"]
    environment = {name: value for name, value in os.environ.items() if name != FORBIDS}
    return subprocess.run(
        [*command, "-c", os.devnull, "--rootdir", str(place), str(file)],
        cwd=ROOT, env={**environment, **more}, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_at_home_a_skip_is_a_skip(tmp_path: Path) -> None:
    ended = tried(tmp_path)
    assert ended.returncode == 0
    assert "1 passed, 4 skipped" in ended.stdout


def test_where_all_is_at_hand_only_what_is_named_may_be_skipped(tmp_path: Path) -> None:
    ended = tried(tmp_path, **{FORBIDS: "1"})
    assert ended.returncode == pytest.ExitCode.TESTS_FAILED
    assert "1 passed, 1 skipped" in ended.stdout
    for reason in ("no reader of print", "no display", "no mounts"):
        assert f"{FORBIDS} is set: {reason}" in ended.stdout


def test_ci_forbids_skips() -> None:
    assert f"{FORBIDS}=1" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
