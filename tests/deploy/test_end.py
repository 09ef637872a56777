"""The last step on a machine that runs: its systemd is played by words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.machine import DEPLOY, run

SCRIPT = """
    set -euo pipefail
    root={root} home=/opt/kiosk mode=install changes={changes} previous=old release=old
    mount=/etc/systemd/system/var-lib-kiosk.mount
    running() {{ true; }}
    say() {{ printf '%s\\n' "$*"; }}
    end_undo() {{ :; }}
    for tool in systemctl udevadm systemd-tmpfiles; do
        eval "$tool() {{ echo $tool \\"\\$*\\"; [ \\"\\$1\\" != '{fails}' ]; }}"
    done
    . {deploy}/steps/80-end.sh
"""


def ended(root: Path, changes: int, fails: str = "") -> list[str]:
    script = SCRIPT.format(root=root, changes=changes, fails=fails, deploy=DEPLOY)
    ran = run("bash", "-c", script)
    assert ran.code == 0, ran.said
    return ran.said.splitlines()


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """A root with a mount unit for the letters."""
    (units := tmp_path / "etc/systemd/system").mkdir(parents=True)
    (units / "var-lib-kiosk.mount").touch()
    return tmp_path


@pytest.mark.parametrize("changes", [0, 3])
def test_the_partition_is_mounted_and_then_given_to_the_kiosks_user(
    apart: Path, changes: int
) -> None:
    said = ended(apart, changes)
    mounted = said.index("systemctl start var-lib-kiosk.mount")
    assert mounted < said.index("systemd-tmpfiles --create kiosk.conf")
    assert said.index("systemctl daemon-reload") < mounted


def test_a_partition_that_is_missing_is_told_and_the_rest_is_done(apart: Path) -> None:
    said = ended(apart, 3, fails="start")
    assert any("kioskdata" in line and "before kiosk setup" in line for line in said)
    assert any(line.startswith("Done. Now: sudo kiosk setup") for line in said)


def test_without_a_partition_nothing_is_mounted(tmp_path: Path) -> None:
    assert not any("mount" in line for line in ended(tmp_path, 3))
