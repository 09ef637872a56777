"""The units as systemd itself judges them, and what a kiosk's service must never lose."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.watchdog import CHANCES
from tests.deploy.machine import DEPLOY, ROOT, SYSTEM, Machine, run

UNITS = DEPLOY / "files/etc/systemd/system"
SCRIPTS = [
    ".ci/run",
    "deploy/bundle.sh",
    "deploy/install.sh",
    "deploy/release.sh",
    *sorted(
        str(path.relative_to(ROOT))
        for path in (DEPLOY / "files/usr/local").rglob("*")
        if path.is_file()
    ),
]
FREE = {
    "kiosk.service": 10,
    "kiosk-backup.service": 3,
    "kiosk-health.service": 6,
    "kiosk-lock-safe.service": 12,
    "kiosk-stick@.service": 40,
    "kiosk-boot-read-only.service": 40,
}
"""Ten times the exposure that each may have; the last two have to mount."""


class Unit:
    """A unit's text, in which every line of a name counts."""

    def __init__(self, name: str) -> None:
        self.text = (UNITS / name).read_text()

    def lines(self, name: str) -> list[str]:
        """All values of a name."""
        return re.findall(rf"^{name}=(.*)$", self.text, re.MULTILINE)


def needs(command: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(command) is None, reason=f"{command} is missing")


@needs("shellcheck")
@pytest.mark.parametrize("script", SCRIPTS)
def test_no_script_has_a_common_mistake(script: str) -> None:
    checked = run("shellcheck", "--external-sources", "--source-path=SCRIPTDIR", ROOT / script)
    assert checked.code == 0, checked.said


def test_every_step_is_taken_and_every_part_is_read() -> None:
    text = (DEPLOY / "install.sh").read_text()
    for path in sorted([*(DEPLOY / "steps").iterdir(), *(DEPLOY / "lib").glob("*.sh")]):
        assert f'. "$here/{path.parent.name}/{path.name}"' in text, "shellcheck does not see it"


TIMERS = ["kiosk-backup.timer", "kiosk-health.timer"]


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", sorted([*FREE, *TIMERS]))
def test_systemd_understands_every_line(whole: Machine, tmp_path: Path, unit: str) -> None:
    root = tmp_path / "root"
    shutil.copytree(whole.root, root, symlinks=True)
    shutil.copytree(SYSTEM, root / SYSTEM.relative_to("/"), symlinks=True)
    (root / "usr/bin").mkdir()
    shutil.copy("/usr/bin/mount", root / "usr/bin/mount")
    name = unit.replace("@.", "@sda1.")
    verified = run("systemd-analyze", "verify", "--man=no", f"--root={root}", name)
    assert (verified.code, verified.said) == (0, "")


@needs("systemd-analyze")
@pytest.mark.parametrize("unit", sorted(FREE))
def test_no_unit_is_more_exposed_than_it_must_be(whole: Machine, unit: str) -> None:
    words = ["systemd-analyze", "security", "--offline=yes", f"--threshold={FREE[unit]}"]
    judged = run(*words, f"--root={whole.root}", unit)
    assert judged.code == 0, judged.said


def test_it_starts_again_for_ever_and_the_lock_is_made_safe_on_every_end() -> None:
    unit = Unit("kiosk.service")
    assert unit.lines("Restart") == ["always"]
    assert unit.lines("StartLimitIntervalSec") == ["0"]
    assert unit.lines("ExecStopPost") == ["+-/usr/local/lib/kiosk/lock-safe"]
    assert unit.lines("Type") == ["notify"]


def test_a_kiosk_that_begins_anew_has_time_for_it_between_two_words_to_the_manager() -> None:
    patience_s = int(Unit("kiosk.service").lines("WatchdogSec")[0])
    assert patience_s * (1 - 1 / CHANCES) >= 20


@pytest.mark.parametrize(
    "line",
    [
        "PrivateNetwork=yes",  # a replugged printer is never seen again
        "MemoryDenyWriteExecute=yes",  # Mesa's software renderer crashes
        "ProcSubset=pid",  # no Raspberry Pi is recognised
        "PrivateDevices=yes",  # no screen, no pins
    ],
)
def test_what_was_measured_to_break_it_is_not_there(line: str) -> None:
    assert line not in Unit("kiosk.service").text.splitlines()


def test_no_socket_of_the_internet_and_no_core() -> None:
    unit = Unit("kiosk.service")
    assert unit.lines("RestrictAddressFamilies") == ["AF_UNIX AF_NETLINK"]
    assert unit.lines("IPAddressDeny") == ["any"]
    assert (unit.lines("LimitCORE"), unit.lines("MemorySwapMax")) == (["0"], ["0"])


@pytest.mark.parametrize("timer", TIMERS)
def test_what_is_done_each_day_is_made_up_for_and_tells_no_other_hour(timer: str) -> None:
    unit = Unit(timer)
    assert unit.lines("Persistent") == ["yes"]
    [when] = unit.lines("OnCalendar")
    assert re.fullmatch(r"\*-\*-\* 03:\d0", when)
    assert unit.lines("RandomizedDelaySec") == []


@pytest.mark.parametrize(
    ("unit", "command"), [("kiosk-backup", "backup --due"), ("kiosk-health", "health")]
)
def test_what_is_done_each_day_is_the_kiosks_users_and_behind_the_kiosk(
    unit: str, command: str
) -> None:
    service = Unit(f"{unit}.service")
    assert service.lines("ExecStart") == [f"/usr/local/bin/kiosk {command}"]
    assert (service.lines("User"), service.lines("Nice")) == (["kiosk"], ["19"])
    assert service.lines("PrivateNetwork") == ["yes"]


def test_a_stick_is_not_mounted_where_a_stop_of_the_kiosk_empties_everything() -> None:
    unit = Unit("kiosk.service")
    assert unit.lines("RuntimeDirectory") == ["kiosk-home"]
    assert unit.lines("ReadWritePaths") == ["-/run/kiosk"]


@pytest.mark.parametrize("unit", ["kiosk-boot-read-only.service", "kiosk-stick@.service"])
def test_what_mounts_has_no_view_of_the_mounts_of_its_own(unit: str) -> None:
    text = Unit(unit).text
    own = "PrivateMounts|PrivateTmp|ProtectSystem|ProtectHome|ReadWritePaths|PrivateDevices|Protect"
    assert not re.search(rf"^(?:{own})\w*=", text, re.MULTILINE)


@pytest.mark.parametrize(
    "unit",
    [
        "getty@tty1.service",
        "autovt@.service",
        "ctrl-alt-del.target",
        "swap.target",
        "dphys-swapfile.service",
        "systemd-zram-setup@.service",
        "bluetooth.service",
        "wpa_supplicant.service",
    ],
)
def test_nobody_can_start_what_has_no_place_on_a_kiosk(whole: Machine, unit: str) -> None:
    assert str(whole.at(f"/etc/systemd/system/{unit}").readlink()) == "/dev/null"


def test_what_starts_with_the_machine_is_there(whole: Machine) -> None:
    for link in sorted(whole.at("/etc/systemd/system").glob("*.wants/*")):
        assert whole.at(str(link.readlink())).is_file(), link.name


def test_links_and_files_do_not_meet() -> None:
    files = {f"/{path.relative_to(DEPLOY / 'files')}" for path in (DEPLOY / "files").rglob("*")}
    links = re.findall(r"^(/\S+) /\S+$", (DEPLOY / "links").read_text(), re.MULTILINE)
    assert len(links) == len(set(links))
    assert not files & set(links)


def test_serial_printers_on_usb_are_known_before_the_sandbox_is_made() -> None:
    loaded = (DEPLOY / "files/etc/modules-load.d/kiosk.conf").read_text().splitlines()
    allowed = Unit("kiosk.service").lines("DeviceAllow")
    for module, devices in (("usbserial", "char-ttyUSB rw"), ("cdc_acm", "char-ttyACM rw")):
        assert module in loaded
        assert devices in allowed


@needs("udevadm")
def test_udev_understands_its_rules() -> None:
    told = subprocess.run(["udevadm", "verify", "--help"], capture_output=True, check=False)
    if told.returncode != 0:
        pytest.skip("this udev cannot verify: it is older than 254")
    for rules in sorted((DEPLOY / "files/etc/udev/rules.d").iterdir()):
        verified = run("udevadm", "verify", rules)
        assert verified.code == 0, verified.said


def test_no_file_names_where_packages_come_from() -> None:
    for path in sorted(DEPLOY.rglob("*")):
        if path.is_file() and path.suffix not in {".png", ".svg"}:
            assert not re.search(r"https?://(?!www\.w3\.org)", path.read_text()), path
