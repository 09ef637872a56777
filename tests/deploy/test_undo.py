"""Whatever breaks an installation, at whatever moment, the machine is as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.deploy.machine import DEPLOY, Machine, Ran, run, seal

STEPS = sorted(path.name for path in (DEPLOY / "steps").glob("[2-7]*.sh"))

SHIM = """#!/bin/bash
# Counts how often it is called, and fails once.
echo >>'{count}'
[ "$(wc -l <'{count}')" != {call} ] || {{ {breaks}; }}
exec {real} "$@"
"""
FAILS, KILLS = "exit 1", "kill -9 $PPID; exit 1"


def broken(machine: Machine, step: str, tmp_path: Path) -> Machine:
    """The machine with a bundle whose installer fails at the end of a step."""
    bundle = tmp_path / "broken"
    shutil.copytree(machine.bundle, bundle)
    with (bundle / "deploy/steps" / step).open("a") as file:
        file.write("false\n")
    seal(bundle)
    return Machine(machine.root, bundle)


def with_bad(command: str, call: int, breaks: str, machine: Machine, tmp_path: Path) -> Ran:
    """An installation during which one call of a command fails."""
    real = shutil.which(command)
    folder = tmp_path / "shims"
    folder.mkdir(exist_ok=True)
    shim = folder / command
    shim.write_text(SHIM.format(count=tmp_path / "count", call=call, breaks=breaks, real=real))
    shim.chmod(0o755)
    (tmp_path / "count").write_text("")
    ran = machine.install(PATH=f"{folder}:/usr/sbin:/usr/bin:/sbin:/bin")
    shim.unlink()
    return ran


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_takes_all_before_it_back(
    prepared: Machine, step: str, tmp_path: Path
) -> None:
    before = prepared.snapshot()
    ran = broken(prepared, step, tmp_path).install()
    assert ran.code != 0
    assert "The machine is as it was." in ran.said
    assert prepared.snapshot() == before


@pytest.mark.parametrize("step", STEPS[-1:])
def test_an_older_installation_survives_a_newer_one_that_fails(
    installed: Machine, step: str, tmp_path: Path
) -> None:
    unit = installed.at("/etc/systemd/system/kiosk.service")
    unit.write_text("[Service]\n")
    installed.at("/etc/systemd/system/rsyslog.service").unlink()
    current = installed.at("/opt/kiosk/current")
    current.unlink()
    current.symlink_to("/opt/kiosk/releases/0.9-former")
    before = installed.snapshot()
    assert broken(installed, step, tmp_path).install().code != 0
    assert installed.snapshot() == before


@pytest.mark.parametrize("call", [1, 2, 9, 23, 41])
def test_a_change_that_fails_in_the_middle_of_a_step(
    prepared: Machine, call: int, tmp_path: Path
) -> None:
    before = prepared.snapshot()
    ran = with_bad("mv", call, FAILS, prepared, tmp_path)
    assert ran.code != 0, "the change was never reached"
    assert prepared.snapshot() == before


def test_a_program_that_cannot_be_built_leaves_no_half_of_it(
    machine: Machine, tmp_path: Path
) -> None:
    bundle = tmp_path / "lacking"
    shutil.copytree(machine.bundle, bundle)
    next((bundle / "wheels").glob("tiny-*")).unlink()
    seal(bundle)
    before = machine.snapshot()
    assert Machine(machine.root, bundle).install().code != 0
    assert machine.snapshot() == before


def test_a_package_that_was_exchanged_is_refused(machine: Machine, tmp_path: Path) -> None:
    bundle = tmp_path / "exchanged"
    shutil.copytree(machine.bundle, bundle)
    shutil.copy(
        next((bundle / "wheels").glob("kiosk-*")), bundle / "wheels/tiny-1.0-py3-none-any.whl"
    )
    seal(bundle)
    before = machine.snapshot()
    assert Machine(machine.root, bundle).install().code != 0
    assert machine.snapshot() == before


def test_a_bundle_that_was_damaged_on_its_stick_is_refused(
    machine: Machine, tmp_path: Path
) -> None:
    bundle = tmp_path / "damaged"
    shutil.copytree(machine.bundle, bundle)
    (bundle / "deploy/links").write_text("")
    before = machine.snapshot()
    refused = Machine(machine.root, bundle).install()
    assert (refused.code, "copy it again" in refused.said) == (1, True)
    assert machine.snapshot() == before


@pytest.mark.parametrize("call", [3, 30])
def test_what_a_power_cut_left_is_taken_back_by_the_next_run(
    prepared: Machine, call: int, tmp_path: Path
) -> None:
    before = prepared.snapshot()
    with_bad("mv", call, KILLS, prepared, tmp_path)
    assert prepared.snapshot() != before, "it was cut off too early to leave anything"
    ran = broken(prepared, "20-packages.sh", tmp_path).install()
    assert "An earlier run was cut off" in ran.said
    assert prepared.snapshot() == before


def test_after_a_power_cut_an_installation_comes_to_the_same(
    prepared: Machine, whole: Machine, tmp_path: Path
) -> None:
    with_bad("mv", 20, KILLS, prepared, tmp_path)
    assert prepared.installed().snapshot().keys() == whole.snapshot().keys()


def test_looking_after_a_power_cut_still_changes_nothing(prepared: Machine, tmp_path: Path) -> None:
    with_bad("mv", 20, KILLS, prepared, tmp_path)
    before = prepared.snapshot()
    assert "was cut off" in prepared.install("--check").said
    assert prepared.snapshot() == before


@pytest.mark.parametrize("call", [1, 20, 41])
def test_an_uninstallation_that_fails_takes_nothing_away(
    installed: Machine, call: int, tmp_path: Path
) -> None:
    before = installed.snapshot()
    shim = tmp_path / "rm"
    shim.write_text(SHIM.format(count=tmp_path / "count", call=call, breaks=FAILS, real="/bin/rm"))
    shim.chmod(0o755)
    ran = installed.install("--uninstall", PATH=f"{tmp_path}:/usr/sbin:/usr/bin:/sbin:/bin")
    assert ran.code != 0
    assert installed.snapshot() == before


def test_a_kiosk_that_was_stopped_runs_again_when_all_else_is_back(tmp_path: Path) -> None:
    (tmp_path / "undo").mkdir()
    (tmp_path / "link").symlink_to("there")
    script = f"""
        set -euo pipefail
        root={tmp_path} undo={tmp_path}/undo
        . {DEPLOY}/lib/undo.sh
        systemctl() {{ echo "systemctl $* with $(readlink {tmp_path}/link)"; }}
        mkdir "$undo/kept"; : >"$undo/journal"
        note start - - kiosk.service
        remember /link "link:$(printf elsewhere | sha256sum | cut -d" " -f1)"
        ln -sfn elsewhere {tmp_path}/link
        take_back
    """
    assert run("bash", "-c", script).said == "systemctl start kiosk.service with there\n"


def test_a_system_without_shadows_of_its_groups_can_be_left_too(prepared: Machine) -> None:
    prepared.at("/etc/gshadow").unlink()
    assert prepared.installed().install("--uninstall").code == 0
    assert "kiosk" not in prepared.at("/etc/group").read_text()
