"""Debian's packages are added once, and those that were added go again when a step fails."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.machine import DEPLOY, Ran, run

DPKG = "while read -r name; do echo \"installed $name\"; done <'{have}'\n"
DEB = "echo libegl1\n"
APT = """echo "apt-get $*" >>'{log}'
case $* in
    *--simulate*) printf 'Inst libegl1 (1.6)\\nInst libglvnd0 (1.6)\\nConf libegl1 (1.6)\\n' ;;
    *purge*) shift 3; for name in "$@"; do sed -i "/^$name$/d" '{have}'; done ;;
    *install*) printf 'libegl1\\nlibglvnd0\\n' >>'{have}' ;;
esac
"""


class Debian:
    """A package manager that only keeps a list."""

    def __init__(self, place: Path) -> None:
        self.have, self.log = place / "have", place / "log"
        self.have.write_text("libdrm2\npython3\n")
        self.log.write_text("")
        self._tools = place / "tools"
        self._undo = place / "undo"
        self._tools.mkdir()
        self._undo.mkdir()
        for name, does in (("dpkg-query", DPKG), ("apt-get", APT), ("dpkg-deb", DEB)):
            tool = self._tools / name
            tool.write_text("#!/bin/bash\n" + does.format(have=self.have, log=self.log))
            tool.chmod(0o755)

    def does(self, script: str, bundle: str = "") -> Ran:
        """Run a piece of a step, with what it may use."""
        lines = [
            "set -euo pipefail",
            f"root={self._tools.parent} undo={self._undo} bundle='{bundle}'",
            f"say() {{ printf '%s\\n' \"$*\"; }}; . {DEPLOY}/lib/undo.sh",
            f". {DEPLOY}/lib/packages.sh",
            script,
        ]
        return run("bash", "-c", "\n".join(lines), PATH=f"{self._tools}:/usr/bin:/bin")


@pytest.fixture
def debian(tmp_path: Path) -> Debian:
    return Debian(tmp_path)


def test_only_what_is_missing_is_asked_for(debian: Debian) -> None:
    assert debian.does("missing_packages libdrm2 libegl1 python3").said == "libegl1 "
    debian.have.write_text("libdrm2\nlibegl1-dev\npython3\n")
    assert debian.does("missing_packages libegl1").said == "libegl1 ", "a name is a whole name"


def test_what_came_with_it_goes_with_it(debian: Debian) -> None:
    before = debian.have.read_text()
    assert debian.does("add_packages libegl1").code == 0
    assert debian.have.read_text() != before
    with debian.have.open("a") as file:
        file.write("openssh-server\n")
    undone = debian.does("take_back")
    assert "purge -q -y libegl1 libglvnd0" in debian.log.read_text(), undone.said
    assert debian.have.read_text() == before + "openssh-server\n", "that came from somebody else"


def test_with_packages_in_the_bundle_the_network_is_not_asked(
    debian: Debian, tmp_path: Path
) -> None:
    (tmp_path / "debs").mkdir()
    (tmp_path / "debs/libegl1.deb").write_text("")
    assert debian.does("add_packages libegl1", bundle=str(tmp_path)).code == 0
    asked = debian.log.read_text()
    assert "update" not in asked
    assert "--no-download" in asked
