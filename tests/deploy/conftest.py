"""Machines to install on, from one bundle."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.deploy.machine import Machine, fresh, small_bundle

RELEASES = "/opt/kiosk/releases"


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if shutil.which("systemd-sysusers") is None:
        pytest.skip("systemd-sysusers is missing: apt install systemd")
    return small_bundle(tmp_path_factory.mktemp("stick") / "kiosk")


@pytest.fixture
def machine(bundle: Path, tmp_path: Path) -> Machine:
    """Nothing of ours is on it."""
    return Machine(fresh(tmp_path / "machine root"), bundle)


@pytest.fixture(scope="session")
def whole(bundle: Path, tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """Installed; only to be looked at and copied."""
    return Machine(fresh(tmp_path_factory.mktemp("whole") / "root"), bundle).installed()


@pytest.fixture
def installed(whole: Machine, tmp_path: Path) -> Machine:
    """Installed, and the test's own."""
    shutil.copytree(whole.root, tmp_path / "installed", symlinks=True)
    return Machine(tmp_path / "installed", whole.bundle)


@pytest.fixture
def prepared(machine: Machine, whole: Machine) -> Machine:
    """Only the program is there, which takes longest; the rest is still to be done."""
    shutil.copytree(whole.at(RELEASES), machine.at(RELEASES), symlinks=True)
    return machine
