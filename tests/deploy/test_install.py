"""An installation does all once and nothing twice, and goes as it came."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.deploy.machine import CONFIG, Machine, run

GETTY = "/etc/systemd/system/getty@tty1.service"
UNIT = "/etc/systemd/system/kiosk.service"
LETTERS = "/var/lib/kiosk/post.sqlite"


def test_afterwards_the_program_starts_and_is_the_releases(whole: Machine) -> None:
    current = whole.at("/opt/kiosk/current").readlink()
    assert re.fullmatch(r"/opt/kiosk/releases/1\.0-cafe-py3\.\d+", str(current))
    python = whole.at(str(current)) / "bin/python"
    assert run(python, "-I", "-m", "kiosk", "run").said == "kiosk run\n"
    assert run(python, "-I", "-c", "import tiny").code == 0, "what it needs is there"


def test_a_second_time_changes_nothing(installed: Machine) -> None:
    before = installed.snapshot()
    again = installed.install()
    assert (again.code, "Nothing was to be changed." in again.said) == (0, True), again.said
    assert installed.snapshot() == before


def test_check_finds_a_whole_installation_whole(installed: Machine) -> None:
    before = installed.snapshot()
    checked = installed.install("--check")
    assert checked.code == 0, checked.said
    assert "as it should be" in checked.said
    assert installed.snapshot() == before


@pytest.mark.parametrize("option", ["--check", "--dry-run"])
def test_looking_changes_nothing_on_a_bare_machine(machine: Machine, option: str) -> None:
    before = machine.snapshot()
    looked = machine.install(option)
    assert looked.code == (1 if option == "--check" else 0)
    assert UNIT in looked.said
    assert machine.snapshot() == before


def test_check_names_what_somebody_changed_and_installing_sets_it_right(
    installed: Machine,
) -> None:
    whole = installed.snapshot()
    installed.at(UNIT).write_text("[Service]\nExecStart=/bin/true\n")
    installed.at(GETTY).unlink()
    installed.at("/usr/local/bin/kiosk").chmod(0o644)
    checked = installed.install("--check")
    differing = re.findall(r"differs: \w+ (\S+)", checked.said)
    assert checked.code == 1
    assert sorted(differing) == sorted([UNIT, GETTY, "/usr/local/bin/kiosk"])
    assert installed.install().code == 0
    assert installed.snapshot() == whole


def test_each_change_is_said(machine: Machine) -> None:
    said = machine.install("--dry-run").said
    for path in sorted(path for path in map(str, _files(machine.bundle / "deploy/files"))):
        assert path in said
    assert re.search(r"link \S+getty@tty1.service to /dev/null", said)
    assert "change /boot/firmware/config.txt" in said


def _files(tree: Path) -> list[Path]:
    return ["/" / path.relative_to(tree) for path in tree.rglob("*") if path.is_file()]


def test_the_kiosk_has_its_user_with_the_groups_of_what_it_touches(whole: Machine) -> None:
    groups = {
        name: members.split(",")
        for name, _, _, members in (
            line.split(":") for line in whole.at("/etc/group").read_text().splitlines()
        )
    }
    for name in ("video", "render", "input", "gpio", "lp", "dialout"):
        assert "kiosk" in groups[name], name
    assert "pi" in groups["lp"], "who was there stays"
    assert ":/usr/sbin/nologin\n" in whole.at("/etc/passwd").read_text()
    assert whole.at("/var/lib/kiosk").stat().st_mode & 0o777 == 0o700


def test_the_pi_keeps_its_own_words_at_the_start(whole: Machine) -> None:
    config = whole.at("/boot/firmware/config.txt").read_text()
    assert config.startswith(CONFIG)
    assert config.count("gpio=22=op,dl\n") == 1
    words = whole.at("/boot/firmware/cmdline.txt").read_text().split()
    assert "console=serial0,115200" not in words, "nobody types into the box's pins"
    assert words[:4] == ["console=tty1", "root=PARTUUID=1-02", "fsck.repair=yes", "rootwait"]
    assert words.count("fsck.repair=yes") == 1


def test_another_pin_of_the_lock_reaches_the_firmware(installed: Machine) -> None:
    settings = installed.at("/etc/kiosk/kiosk.toml")
    settings.write_text(
        "[pins]\nslot = 17\n\n# The coil.\nlock = 23 # moved\n\n[lock]\nrest_s = 5\n"
    )
    assert installed.install().code == 0
    config = installed.at("/boot/firmware/config.txt").read_text()
    assert "gpio=23=op,dl" in config
    assert "gpio=22" not in config


@pytest.mark.parametrize("option", ["--check", ""])
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[pins]\nlock = 8\n", "pins.lock in /etc/kiosk/kiosk.toml is 8; write a number from 9"),
        ("[pins]\nlock = 28\n", "is 28; write"),
        ('[pins]\nlock = "22"\n', "is '22'; write"),
        ("[pins]\nlock = twenty\n", "kiosk.toml cannot be read"),
        ("pins.lock = 23\n", "a line of its own below [pins]: lock = 23"),
        ("\ufeff[pins]\nlock = 23\n", "kiosk.toml cannot be read"),
    ],
)
def test_a_lock_that_the_firmware_would_not_hold_low_is_refused(
    installed: Machine, option: str, text: str, why: str
) -> None:
    installed.at("/etc/kiosk/kiosk.toml").write_text(text, encoding="utf-8")
    before = installed.snapshot()
    refused = installed.install(*filter(None, [option]))
    assert (refused.code, why in refused.said) == (1, True), refused.said
    assert installed.snapshot() == before


def test_clocks_with_a_battery_are_choices_that_nobody_made(whole: Machine) -> None:
    lines = whole.at("/boot/firmware/config.txt").read_text().splitlines()
    for choice in ("dtoverlay=i2c-rtc,ds3231", "dtparam=rtc_bbat_vchg=3000000"):
        assert f"#{choice}" in lines
        assert choice not in lines


def test_a_clock_that_somebody_chose_stays(installed: Machine) -> None:
    config = installed.at("/boot/firmware/config.txt")
    config.write_text(f"dtoverlay=i2c-rtc,ds3231\n{config.read_text()}")
    assert installed.install("--check").code == 0
    assert installed.install("--uninstall").code == 0
    assert config.read_text() == f"dtoverlay=i2c-rtc,ds3231\n{CONFIG}"


def test_a_machine_without_firmware_is_only_told_so(prepared: Machine) -> None:
    for name in ("config.txt", "cmdline.txt"):
        prepared.at(f"/boot/firmware/{name}").unlink()
    assert "this is no Raspberry Pi" in prepared.install().said
    assert prepared.install("--check").code == 0


def test_an_older_release_stays_beside_the_new_one_and_a_third_goes(installed: Machine) -> None:
    releases = installed.at("/opt/kiosk/releases")
    newest = next(releases.iterdir())
    for name in ("0.8-old", "0.9-former"):
        (releases / name).mkdir()
    current = installed.at("/opt/kiosk/current")
    current.unlink()
    current.symlink_to("/opt/kiosk/releases/0.9-former")
    assert installed.install().code == 0
    assert str(current.readlink()).endswith(newest.name)
    assert sorted(path.name for path in releases.iterdir()) == ["0.9-former", newest.name]


def test_the_release_that_runs_stays_however_many_came_since(installed: Machine) -> None:
    releases = installed.at("/opt/kiosk/releases")
    for name in ("0.7-older", "0.8-runs", "0.9-former"):
        (releases / name).mkdir()
    running = installed.at("/proc/77/cmdline")
    running.parent.mkdir(parents=True)
    running.write_bytes(b"/opt/kiosk/releases/0.8-runs/bin/python\0-I\0-B\0-m\0kiosk\0run\0")
    current = installed.at("/opt/kiosk/current")
    current.unlink()
    current.symlink_to("/opt/kiosk/releases/0.9-former")
    assert installed.install().code == 0
    kept = {path.name for path in releases.iterdir()}
    assert kept == {"0.8-runs", "0.9-former", current.readlink().name}


def test_a_partition_for_the_letters_stays_once_it_was_asked_for(installed: Machine) -> None:
    mount = installed.at("/etc/systemd/system/var-lib-kiosk.mount")
    assert not mount.exists()
    assert installed.install("--data-partition").code == 0
    assert "noatime" in mount.read_text()
    assert "Nothing was to be changed." in installed.install().said


def test_a_partition_never_hides_letters(installed: Machine) -> None:
    installed.at(LETTERS).write_text("sealed")
    before = installed.snapshot()
    refused = installed.install("--data-partition")
    assert (refused.code, "move them first" in refused.said) == (1, True)
    assert installed.snapshot() == before


@pytest.mark.parametrize(
    ("system", "why"),
    [
        ('ID=debian\nVERSION_ID="11"\n', "debian 11"),
        ('ID=ubuntu\nVERSION_ID="24.04"\n', "ubuntu 24.04"),
        ("ID=debian\n", "12 (Bookworm) or 13 (Trixie)"),
    ],
)
def test_another_system_is_refused_untouched(machine: Machine, system: str, why: str) -> None:
    machine.at("/etc/os-release").write_text(system)
    before = machine.snapshot()
    refused = machine.install()
    assert (refused.code, why in refused.said) == (1, True)
    assert machine.snapshot() == before


def test_wrong_words_are_answered_with_the_right_ones(machine: Machine) -> None:
    before = machine.snapshot()
    assert machine.install("--purge").code == 2
    assert "--data-partition" in machine.install("--help").said
    assert machine.snapshot() == before
