"""What is installed is what was locked, from wherever it comes."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("run.txt", "build.txt", "dev.txt")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def locked(name: str) -> dict[str, str]:
    """Version by package."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_place_to_load_from(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file://|^--|^-i|^-f", text, re.MULTILINE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    packages = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(locked(name))
    assert [package.split()[0] for package in packages if "--hash=sha256:" not in package] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = PROJECT["project"]
    asked = [
        ("run.txt", project["dependencies"]),
        ("build.txt", PROJECT["build-system"]["requires"]),
        ("dev.txt", project["dependencies"] + project["optional-dependencies"]["dev"]),
    ]
    for name, requirements in asked:
        names = {re.split(r"[^\w.-]", requirement.lower())[0] for requirement in requirements}
        assert names - locked(name).keys() == set(), name


def test_the_locks_agree_with_each_other() -> None:
    everything = locked("dev.txt")
    for name in ("run.txt", "build.txt"):
        shared = locked(name).keys() & everything.keys()
        assert {p: locked(name)[p] for p in shared} == {p: everything[p] for p in shared}


def test_the_real_pygame_is_never_beside_pygame_ce() -> None:
    for name in LOCKS:
        assert "pygame" not in locked(name)


@pytest.mark.outside
def test_the_module_is_the_command() -> None:
    words = [sys.executable, "-m", "kiosk", "--help"]
    ended = subprocess.run(words, capture_output=True, text=True, check=True)
    assert "The trust post" in ended.stdout
    assert PROJECT["project"]["scripts"] == {"kiosk": "kiosk.__main__:main"}


@pytest.mark.outside
def test_make_says_what_there_is() -> None:
    ended = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    for command in ("demo", "test", "lint", "types", "contracts", "unit", "lock"):
        assert re.search(rf"^make {command}\s+\w", ended.stdout, re.MULTILINE)
