"""What runs as root beside the kiosk believes nothing that it reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.deploy.machine import DEPLOY, Ran, run

HELPERS = DEPLOY / "files/usr/local/lib/kiosk"
EXAMPLE = DEPLOY / "kiosk.toml"

TOOLS = {
    "blkid": 'case "$*" in *LABEL*) echo "$LABEL" ;; *TYPE*) echo "$KIND" ;; esac',
    "findmnt": 'cat "$MOUNTED" 2>/dev/null',
    "mount": 'echo "mount $*"',
    "umount": 'echo "umount $*"',
    "id": "echo 990",
}

AS_KIOSK = "setpriv --reuid=kiosk --regid=kiosk --init-groups --"


def program(path: Path, does: str) -> None:
    """Stand in for a program by a few words of shell."""
    path.write_text(f"#!/bin/sh\n{does}\n")
    path.chmod(0o755)


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    return tmp_path / "kiosk.toml"


def setting(toml: Path, *words: str) -> str:
    ran = run("sh", HELPERS / "setting", *words, KIOSK_TOML=str(toml))
    assert ran.code == 0, ran.said
    return ran.said.rstrip("\n")


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("pins", "lock", "22"),
        ("stick", "label", "KIOSK"),
        ("stick", "mount", "/run/kiosk/stick"),
        ("lock", "pulse_s", "5.0"),
        ("screen", "fullscreen", "true"),
    ],
)
def test_a_setting_is_read_as_the_kiosk_writes_it(section: str, name: str, value: str) -> None:
    assert setting(EXAMPLE, section, name, "?") == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", "22"),
        ("[pins]\n", "22"),
        ("[lock]\nlock = 5\n", "22"),
        ("[pins]\nlock = 9 # here\n", "9"),
        ("  [pins]\n  lock = 9\t\n", "9"),
        ("[pins]\n# lock = 9\n", "22"),
        ("[pins]\nlock = 9\n[slot]\nlock = 7\n", "9"),
    ],
)
def test_only_the_right_line_counts(toml: Path, text: str, value: str) -> None:
    toml.write_text(text)
    assert setting(toml, "pins", "lock", "22") == value


def test_without_settings_the_fallback_holds(toml: Path) -> None:
    assert setting(toml, "pins", "lock", "22") == "22"


def lock_safe(toml: Path, tmp_path: Path) -> Ran:
    """Run it over a release whose Python only says how it is called."""
    (tmp_path / "release/bin").mkdir(parents=True)
    program(tmp_path / "release/bin/python", 'echo "$@"')
    release = str(tmp_path / "release")
    return run("sh", HELPERS / "lock-safe", KIOSK_TOML=str(toml), KIOSK_RELEASE=release)


@pytest.mark.parametrize("pin", [2, 9, 10, 19, 22, 27])
def test_the_pin_of_the_settings_is_driven(toml: Path, tmp_path: Path, pin: int) -> None:
    toml.write_text(f"[pins]\nlock = {pin}\n")
    assert lock_safe(toml, tmp_path).said == f"-I -B -m kiosk lock-safe --pin {pin}\n"


@pytest.mark.parametrize("pin", ["1", "28", "222", '"22; reboot"', "$(reboot)", "-5"])
def test_what_is_no_pin_is_not_driven(toml: Path, tmp_path: Path, pin: str) -> None:
    toml.write_text(f"[pins]\nlock = {pin}\n")
    ran = lock_safe(toml, tmp_path)
    assert ran.code == 0
    assert ran.said.endswith("lock-safe --pin 22\n")


@pytest.mark.parametrize(
    ("user", "called"),
    [
        ("990", "python -I -B -m kiosk pin --config x"),
        (
            "0",
            f"{AS_KIOSK} env HOME=/run {{release}}/bin/python -I -B -m kiosk pin --config x",
        ),
    ],
)
def test_root_becomes_the_kiosks_user_and_the_release_is_named_in_full(
    tmp_path: Path, user: str, called: str
) -> None:
    tools, release = tmp_path / "tools", tmp_path / "releases/1.0"
    does = {"id": f"echo {user}", "readlink": f"echo {release}", "setpriv": 'echo setpriv "$@"'}
    tools.mkdir()
    (release / "bin").mkdir(parents=True)
    for name, words in does.items():
        program(tools / name, words)
    program(release / "bin/python", 'echo python "$@"')
    command = DEPLOY / "files/usr/local/bin/kiosk"
    ran = run("sh", command, "pin", "--config", "x", PATH=f"{tools}:/usr/bin:/bin")
    assert ran.said == called.format(release=release) + "\n"


class Usb:
    """A computer with one USB stick in it."""

    def __init__(self, place: Path) -> None:
        self.toml = place / "kiosk.toml"
        self.run = place / "run"
        self.mounted = place / "mounted"
        self.label, self.kind = "KIOSK", "vfat"
        self._tools = place / "tools"
        self._tools.mkdir()
        for name, does in TOOLS.items():
            program(self._tools / name, does)

    def stick(self, what: str) -> Ran:
        """Let the helper do something with it."""
        return run(
            "sh",
            HELPERS / "stick",
            what,
            "sda1",
            PATH=f"{self._tools}:/usr/bin:/bin",
            LABEL=self.label,
            KIND=self.kind,
            MOUNTED=str(self.mounted),
            KIOSK_TOML=str(self.toml),
            KIOSK_RUN=str(self.run),
        )


@pytest.fixture
def usb(tmp_path: Path) -> Usb:
    (tmp_path / "run").mkdir()
    return Usb(tmp_path)


@pytest.mark.parametrize("kind", ["vfat", "exfat"])
def test_the_kiosks_stick_is_mounted_so_that_nothing_on_it_can_run(usb: Usb, kind: str) -> None:
    usb.kind = kind
    ran = usb.stick("mount")
    assert ran.said == (
        f"mount --types {kind} --options nosuid,nodev,noexec,noatime,uid=990,gid=990,umask=0077"
        f" /dev/sda1 {usb.run}/stick\n"
    )
    assert (usb.run / "stick").is_dir()


@pytest.mark.parametrize("label", ["", "KIOSK2", "kiosk", "MUSIC"])
def test_another_stick_is_left_alone_and_is_no_fault(usb: Usb, label: str) -> None:
    usb.label = label
    ran = usb.stick("mount")
    assert (ran.code, "mount --types" in ran.said) == (0, False)


def test_the_name_and_place_of_the_settings_hold(usb: Usb) -> None:
    usb.toml.write_text('[stick]\nlabel = "POST"\nmount = "/run/kiosk/post"\n')
    assert "mount --types" not in usb.stick("mount").said
    usb.label = "POST"
    assert usb.stick("mount").said.endswith(f"{usb.run}/post\n")


@pytest.mark.parametrize(
    "place",
    [
        "/etc",
        "/run/kiosk",
        "/run/kiosk/",
        "/run/kiosk/..",
        "/run/kiosk/../../etc",
        "/run/kiosk/a/b",
    ],
)
@pytest.mark.parametrize("what", ["mount", "unmount"])
def test_no_other_place_of_the_system_can_be_covered(usb: Usb, place: str, what: str) -> None:
    usb.toml.write_text(f'[stick]\nmount = "{place}"\n')
    ran = usb.stick(what)
    assert ran.code == 1
    assert "mount --" not in ran.said


@pytest.mark.parametrize("kind", ["ext4", "ntfs", "squashfs", ""])
def test_file_systems_that_could_bring_owners_are_refused_in_words(usb: Usb, kind: str) -> None:
    usb.kind = kind
    ran = usb.stick("mount")
    assert (ran.code, "FAT or exFAT" in ran.said) == (1, True)


def test_a_second_stick_does_not_cover_the_first(usb: Usb) -> None:
    usb.mounted.write_text("/dev/sdb1\n")
    ran = usb.stick("mount")
    assert (ran.code, "pull it out first" in ran.said) == (1, True)


def test_pulled_out_it_is_unmounted_and_no_other_is(usb: Usb) -> None:
    usb.mounted.write_text("/dev/sda1\n")
    assert usb.stick("unmount").said == f"umount --lazy {usb.run}/stick\n"
    usb.mounted.write_text("/dev/sdb1\n")
    assert usb.stick("unmount") == Ran(0, "")
