"""An installation goes as it came; letters go only when it was said twice."""

from __future__ import annotations

import pytest

from tests.deploy.machine import CMDLINE, Machine

GETTY = "/etc/systemd/system/getty@tty1.service"
LETTERS = "/var/lib/kiosk/post.sqlite"


def test_with_such_a_lock_it_can_still_be_taken_away(installed: Machine) -> None:
    installed.at("/etc/kiosk/kiosk.toml").write_text("[pins]\nlock = twenty\n")
    assert installed.install("--uninstall").code == 0


def test_uninstalling_takes_what_systemd_kept_of_the_daily_tasks(installed: Machine) -> None:
    stamps = installed.at("/var/lib/systemd/timers")
    stamps.mkdir(parents=True)
    for name in ("kiosk-backup", "kiosk-health", "fstrim"):
        (stamps / f"stamp-{name}.timer").touch()
    assert installed.install("--uninstall").code == 0
    assert [stamp.name for stamp in stamps.iterdir()] == ["stamp-fstrim.timer"]


def test_uninstalling_leaves_nothing(machine: Machine) -> None:
    before = machine.snapshot()
    gone = machine.installed().install("--uninstall")
    assert gone.code == 0, gone.said
    assert machine.snapshot() == before


def test_uninstalling_brings_back_what_somebody_had_there(prepared: Machine) -> None:
    own = prepared.at(GETTY)
    own.symlink_to("/etc/systemd/system/mine.service")
    tool = prepared.at("/usr/local/bin/kiosk")
    tool.write_text("#!/bin/sh\n")
    before = prepared.snapshot()
    prepared.installed().installed()
    assert str(own.readlink()) == "/dev/null"
    assert prepared.install("--uninstall").code == 0
    kept = {path: state for path, state in before.items() if not path.startswith("opt/")}
    assert prepared.snapshot() == kept


def test_uninstalling_keeps_letters_and_those_to_whom_they_belong(installed: Machine) -> None:
    installed.at(LETTERS).write_text("sealed")
    assert "are still here" in installed.install("--uninstall").said
    assert installed.at(LETTERS).read_text() == "sealed"
    assert "kiosk:" in installed.at("/etc/passwd").read_text()
    assert not installed.at("/opt/kiosk").exists()


def test_letters_that_were_kept_are_there_after_a_new_installation(prepared: Machine) -> None:
    prepared.at("/var/lib/kiosk").mkdir()
    prepared.at(LETTERS).write_text("sealed")
    assert prepared.installed().at(LETTERS).read_text() == "sealed"


def test_letters_go_only_when_it_was_said_twice(installed: Machine) -> None:
    installed.at(LETTERS).write_text("sealed")
    before = installed.snapshot()
    once = installed.install("--uninstall", "--purge-letters")
    assert (once.code, "twice" in once.said) == (1, True)
    assert installed.snapshot() == before
    assert installed.install("--uninstall", "--purge-letters", "--purge-letters").code == 0
    assert not installed.at("/var/lib/kiosk").exists()
    assert "kiosk:" not in installed.at("/etc/passwd").read_text()


def test_letters_that_an_uninstallation_left_go_when_it_is_said_twice(installed: Machine) -> None:
    installed.at(LETTERS).write_text("sealed")
    installed.at("/etc/kiosk/kiosk.toml").touch()
    assert installed.install("--uninstall").code == 0
    before = installed.snapshot()
    again = installed.install("--uninstall")
    assert (again.code, "--purge-letters" in again.said) == (1, True), again.said
    once = installed.install("--uninstall", "--purge-letters")
    assert (once.code, "twice" in once.said) == (1, True), once.said
    assert installed.snapshot() == before
    twice = installed.install("--uninstall", "--purge-letters", "--purge-letters")
    assert twice.code == 0, twice.said
    for path in ("/var/lib/kiosk", "/etc/kiosk"):
        assert not installed.at(path).exists()
    for name in ("passwd", "group", "shadow", "gshadow"):
        assert "kiosk" not in installed.at(f"/etc/{name}").read_text(), name
    assert "pi" in installed.at("/etc/group").read_text()


MOUNTED = "36 25 8:3 / /var/lib/kiosk rw,noatime shared:1 - ext4 /dev/mmcblk0p3 rw\n"


@pytest.fixture
def apart(installed: Machine) -> Machine:
    """Installed with letters on a partition, which is there."""
    assert installed.install("--data-partition").code == 0
    (device := installed.at("/dev/disk/by-label/kioskdata")).parent.mkdir(parents=True)
    device.touch()
    table = installed.at("/proc/self/mountinfo")
    table.parent.mkdir(parents=True)
    table.write_text(MOUNTED)
    return installed


def test_letters_on_their_partition_are_kept_and_go_like_others(apart: Machine) -> None:
    apart.at(LETTERS).write_text("sealed")
    assert "are still here" in apart.install("--uninstall").said
    assert not apart.at("/etc/systemd/system/var-lib-kiosk.mount").exists()
    assert apart.install("--uninstall", "--purge-letters", "--purge-letters").code == 0
    assert not apart.at(LETTERS).exists()


@pytest.mark.parametrize("first", [True, False])
def test_a_partition_that_is_not_mounted_is_not_taken_for_empty(
    apart: Machine, *, first: bool
) -> None:
    apart.at("/proc/self/mountinfo").write_text("")
    if first:
        assert "are still here" in apart.install("--uninstall").said
    before = apart.snapshot()
    refused = apart.install("--uninstall", "--purge-letters", "--purge-letters")
    assert (refused.code, "mount LABEL=kioskdata /var/lib/kiosk" in refused.said) == (1, True)
    assert apart.snapshot() == before
    assert "kiosk:" in apart.at("/etc/passwd").read_text()


def test_a_partition_that_is_forgotten_at_the_next_installation_is_mentioned(
    apart: Machine,
) -> None:
    assert "LOOK" not in apart.install("--check").said
    assert apart.install("--uninstall").code == 0
    assert "without --data-partition" in apart.install("--dry-run").said


def test_where_nothing_is_installed_nothing_is_taken_away(machine: Machine) -> None:
    before = machine.snapshot()
    assert machine.install("--uninstall").code == 1
    assert machine.snapshot() == before


def test_the_line_of_the_kernel_is_given_back_word_for_word(installed: Machine) -> None:
    assert installed.install("--uninstall").code == 0
    assert installed.at("/boot/firmware/cmdline.txt").read_text() == CMDLINE
