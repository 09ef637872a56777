"""On the running machine itself, which is covered so that nothing of it is changed.

Only this shows what an empty `--root` makes of a path. It needs root, and leave to mount.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.deploy.machine import Machine, run

COVERED = ("/etc", "/opt", "/usr/local", "/var/lib")

COVER = """
set -euo pipefail
mount -t tmpfs tmpfs "$PLACE"
for covered in {covered}; do
    mkdir -p "$PLACE$covered/up" "$PLACE$covered/work"
    mount -t overlay overlay \\
        -o "lowerdir=$covered,upperdir=$PLACE$covered/up,workdir=$PLACE$covered/work" "$covered"
    [ "$(findmnt -no FSTYPE --mountpoint "$covered")" = overlay ]
done
rm -rf /opt/kiosk /var/lib/kiosk /etc/kiosk /usr/local/bin/kiosk
printf 'ID=debian\\nVERSION_ID="12"\\n' >/etc/os-release.new
mv /etc/os-release.new /etc/os-release
names() {{ find {covered} -maxdepth 3 | sort; }}
""".format(covered=" ".join(COVERED))

NEEDED = "libdrm2 libgbm1 libegl1 libgles2 libgl1-mesa-dri libusb-1.0-0 python3"
QUIET = {
    "dpkg-query": f"printf 'installed %s\\n' {NEEDED}",
    "systemctl": "exit 0",
    "udevadm": "exit 0",
    "systemd-tmpfiles": "exit 0",
    "apt-get": "echo apt-get; exit 1",
}


@pytest.fixture
def covered(bundle: Path, tmp_path: Path) -> Machine:
    """This machine; whoever may not cover it cannot run these tests."""
    tools, place = tmp_path / "tools", tmp_path / "place"
    tools.mkdir()
    place.mkdir()
    for name, does in QUIET.items():
        (tools / name).write_text(f"#!/bin/sh\n{does}\n")
        (tools / name).chmod(0o755)
    shutil.copytree(bundle, tmp_path / "bundle")
    machine = Machine(tmp_path, tmp_path / "bundle")
    if os.getuid() != 0 or _under_cover(machine, "true") != (0, ""):
        pytest.skip("this machine cannot be covered: it needs root and mounts")
    return machine


def _under_cover(machine: Machine, script: str) -> tuple[int, str]:
    install = f'install() {{ bash "{machine.bundle}/deploy/install.sh" "$@"; }}\n'
    words = ["unshare", "--mount", "--propagation", "private", "bash", "-c"]
    ran = run(
        *words,
        COVER + install + script,
        PLACE=str(machine.at("place")),
        PATH=f"{machine.at('tools')}:{os.environ['PATH']}",
    )
    return ran.code, ran.said


def test_it_installs_once_and_goes_as_it_came(covered: Machine) -> None:
    script = """
        names >"$PLACE/before"
        install >"$PLACE/first"
        [ "$(/opt/kiosk/current/bin/python -I -m kiosk)" = kiosk ]
        [ "$(stat -c %U:%a /var/lib/kiosk /etc/kiosk | xargs)" = "kiosk:700 kiosk:755" ]
        id kiosk >"$PLACE/id"
        install | tail -n 1
        install --uninstall >"$PLACE/gone"
        head -n 1 "$PLACE/gone"
        names | diff "$PLACE/before" -
    """
    code, said = _under_cover(covered, script)
    assert (code, said) == (0, "Nothing was to be changed.\n  remove /opt/kiosk/current\n"), said


def test_what_breaks_is_taken_back(covered: Machine) -> None:
    script = f"""
        rm "{covered.bundle}/SHA256SUMS"
        (cd "{covered.bundle}" && echo false >>deploy/steps/70-record.sh &&
            sha256sum RELEASE >SHA256SUMS)
        names >"$PLACE/before"
        ! install >"$PLACE/said"
        tail -n 1 "$PLACE/said"
        names | diff "$PLACE/before" -
    """
    assert _under_cover(covered, script) == (0, "The machine is as it was.\n")
