"""A covered root: put on and taken off by one word, and never over letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.machine import CMDLINE, CONFIG, DEPLOY, Machine, Ran, fresh, run

SCRIPT = DEPLOY / "files/usr/local/sbin/kiosk-overlay"
WORD = "overlayroot=tmpfs:recurse=0"
LINE = "/boot/firmware/cmdline.txt"
HOOK = "/usr/share/initramfs-tools/scripts/init-bottom/overlayroot"
BUSYBOX = "/bin/busybox"
MOUNTS = "/proc/self/mountinfo"

ROOT = "24 1 179:2 / / rw,noatime shared:1 - ext4 /dev/mmcblk0p2 rw"
COVERED = "24 1 0:22 / / rw,relatime shared:1 - overlay overlayroot rw,lowerdir=/media/root-ro"
CONTAINERS = "24 1 0:22 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/docker/1"
LETTERS = "61 24 179:3 / /var/lib/kiosk rw,noatime shared:9 - ext4 /dev/mmcblk0p3 rw,discard"
BOOT = "62 24 179:1 / /boot/firmware ro,relatime shared:9 - vfat /dev/mmcblk0p1 ro,fmask=0022"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A Raspberry Pi with everything that a cover needs."""
    root = fresh(tmp_path / "a root")
    for path in (HOOK, BUSYBOX, MOUNTS, "/dev/disk/by-label/kioskdata"):
        at(root, path).parent.mkdir(parents=True)
    at(root, HOOK).touch()
    at(root, BUSYBOX).touch()
    at(root, "/dev/disk/by-label/kioskdata").symlink_to("../../mmcblk0p3")
    at(root, "/boot/firmware/config.txt").write_text(f"{CONFIG}auto_initramfs=1\n")
    mount(root, ROOT, LETTERS)
    return root


def at(root: Path, path: str) -> Path:
    return root / path.lstrip("/")


def mount(root: Path, *lines: str) -> None:
    at(root, MOUNTS).write_text("".join(f"{line}\n" for line in lines))


def overlay(root: Path, word: str) -> Ran:
    return run("sh", SCRIPT, word, "--root", root)


def words(root: Path) -> list[str]:
    text = at(root, LINE).read_text()
    assert text.count("\n") == 1, "the firmware reads one line"
    return text.split()


def test_it_is_one_word_at_the_start_put_there_once_and_taken_away(root: Path) -> None:
    assert overlay(root, "on").code == 0
    assert words(root) == [*CMDLINE.split(), WORD]
    before = at(root, LINE).read_bytes()
    again = overlay(root, "on")
    assert (again.code, "Nothing was to be changed." in again.said) == (0, True)
    assert at(root, LINE).read_bytes() == before
    assert overlay(root, "off").code == 0
    assert at(root, LINE).read_text() == CMDLINE
    assert "Nothing was to be changed." in overlay(root, "off").said


def test_it_leaves_nothing_else_behind(root: Path) -> None:
    names = sorted(root.rglob("*"))
    overlay(root, "on")
    assert sorted(root.rglob("*")) == names


@pytest.mark.parametrize("other", ["overlayroot=tmpfs", "overlayroot=tmpfs:swap=1,recurse=1"])
def test_the_word_of_others_that_covers_letters_is_replaced(root: Path, other: str) -> None:
    at(root, LINE).write_text(f"{other} {CMDLINE}")
    assert "DANGER" in overlay(root, "status").said
    overlay(root, "on")
    assert words(root) == [*CMDLINE.split(), WORD]
    at(root, LINE).write_text(f"{other} {CMDLINE}")
    overlay(root, "off")
    assert words(root) == CMDLINE.split()


@pytest.mark.parametrize(
    "mounts",
    [
        [ROOT],
        [ROOT, LETTERS.replace("mmcblk0p3", "mmcblk0p2")],
        [ROOT, LETTERS.replace("ext4", "vfat")],
        [ROOT, LETTERS, "63 24 0:9 / /var/lib/kiosk rw - tmpfs tmpfs rw"],
        [ROOT, LETTERS.replace("/var/lib/kiosk", "/var/lib/kiosk/backups")],
    ],
)
def test_letters_without_a_partition_of_their_own_are_never_covered(
    root: Path, mounts: list[str]
) -> None:
    mount(root, *mounts)
    refused = overlay(root, "on")
    assert (refused.code, "the letters are on no partition" in refused.said) == (1, True)
    assert at(root, LINE).read_text() == CMDLINE


def test_what_else_is_missing_is_named(root: Path) -> None:
    for path in (HOOK, BUSYBOX):
        at(root, path).unlink()
        assert "sudo apt install busybox overlayroot" in overlay(root, "on").said
        at(root, path).touch()
    at(root, "/boot/firmware/config.txt").write_text(CONFIG)
    assert "auto_initramfs=1" in overlay(root, "on").said
    assert at(root, LINE).read_text() == CMDLINE
    at(root, LINE).unlink()
    for word in ("on", "off", "status"):
        refused = overlay(root, word)
        assert (refused.code, "no Raspberry Pi" in refused.said) == (1, True)


def test_status_tells_now_and_after_a_restart_apart(root: Path) -> None:
    assert overlay(root, "status").said.splitlines() == [
        "now: the root is written to",
        "after a restart: the root is written to",
        "letters: on a partition of their own, never covered",
    ]
    overlay(root, "on")
    mount(root, COVERED, LETTERS, BOOT)
    assert overlay(root, "status").said.splitlines()[:2] == [
        "now: the root is covered, changes are forgotten at a restart",
        "after a restart: the root is covered",
    ]
    overlay(root, "off")
    assert overlay(root, "status").said.splitlines()[:2] == [
        "now: the root is covered, changes are forgotten at a restart",
        "after a restart: the root is written to",
    ]


def test_a_cover_that_did_not_come_is_told(root: Path) -> None:
    overlay(root, "on")
    at(root, "/proc/cmdline").write_text(at(root, LINE).read_text())
    assert "THOUGH A COVER WAS ASKED FOR" in overlay(root, "status").said
    mount(root, COVERED, LETTERS, BOOT)
    assert "THOUGH" not in overlay(root, "status").said


def test_only_this_cover_counts_and_not_a_containers(root: Path) -> None:
    for mounts, code in (([COVERED], 0), ([CONTAINERS], 1), ([ROOT], 1)):
        mount(root, *mounts)
        assert overlay(root, "active") == Ran(code, "")


@pytest.mark.parametrize("wrong", [[], ["up"], ["on", "off"], ["on", "--root"]])
def test_wrong_words_change_nothing(wrong: list[str]) -> None:
    assert run("sh", SCRIPT, *wrong).code != 0


def cover(machine: Machine) -> None:
    at(machine.root, MOUNTS).parent.mkdir(parents=True)
    mount(machine.root, COVERED, LETTERS, BOOT)


@pytest.mark.parametrize("option", [[], ["--uninstall"]])
def test_nothing_is_installed_under_a_cover_or_taken_away(
    installed: Machine, option: list[str]
) -> None:
    cover(installed)
    before = installed.snapshot()
    refused = installed.install(*option)
    assert (refused.code, "sudo kiosk-overlay off" in refused.said) == (1, True)
    assert installed.snapshot() == before


def test_looking_is_allowed_under_a_cover(installed: Machine) -> None:
    cover(installed)
    assert installed.install("--check").code == 0


def test_an_uninstalled_kiosk_leaves_no_cover_that_nobody_can_take_off(installed: Machine) -> None:
    line = installed.at(LINE)
    line.write_text(line.read_text().replace("\n", f" {WORD}\n"))
    assert installed.install("--check").code == 0, "a cover is no difference"
    assert installed.install("--uninstall").code == 0
    assert line.read_text() == CMDLINE


def test_settings_are_not_written_where_they_would_be_forgotten(tmp_path: Path) -> None:
    command = tmp_path / "bin/kiosk"
    command.parent.mkdir()
    command.write_bytes((DEPLOY / "files/usr/local/bin/kiosk").read_bytes())
    active = tmp_path / "sbin/kiosk-overlay"
    active.parent.mkdir()
    active.write_text('#!/bin/sh\n[ "$1" = active ]\n')
    active.chmod(0o755)
    refused = run("sh", command, "setup")
    assert (refused.code, "sudo kiosk-overlay off" in refused.said) == (1, True)
