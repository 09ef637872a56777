"""What may lie on a stick that somebody hands over: a clear word for it, no wait, no harm."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.export.errors import NoStick, StickStrange
from kiosk.export.stick import MANY
from tests.rig.fat import END, FREE, Entry, Fat
from tests.rig.image import FIRST, SECTOR, Image, formatted
from tests.rig.mounting import LABEL, MOUNT, mount, unmount
from tests.rig.shelf import NAME, SECOND, THEIRS, bytes_of, lay, lies, put_in, refused, save
from tests.rig.usb_stick import UsbStick

DATA = bytes_of(5000)
# --- names -------------------------------------------------------------------------------------


def test_a_folder_of_the_name_stays(stick: UsbStick) -> None:
    put_in(stick)
    lay({f"{NAME}/deep.txt": b"deep"})
    assert save(DATA) == SECOND
    assert lies() == THEIRS | {f"{NAME}/deep.txt": b"deep", SECOND: DATA}


def test_a_file_of_the_name_in_other_letters_stays(stick: UsbStick) -> None:
    put_in(stick)
    lay({NAME.upper(): b"theirs"})
    assert save(DATA) == SECOND
    assert lies() == THEIRS | {NAME.upper(): b"theirs", SECOND: DATA}


def test_a_file_that_answers_to_the_name_by_its_short_one_stays(stick: UsbStick) -> None:
    """A folder lists long names only; short ones are found all the same, and written over."""
    put_in(stick)
    lay({"Letters.Csv": b"theirs"})
    unmount()
    Fat(stick.image).rename_long("Letters.Csv", "Betters.Csv")
    mount()
    assert lies() == THEIRS | {"Betters.Csv": b"theirs"}
    assert save(DATA, "letters.csv") == "letters-2.csv"
    assert lies() == THEIRS | {"Betters.Csv": b"theirs", "letters-2.csv": DATA}


def test_a_root_with_very_many_files_takes_one_more(
    stick: UsbStick, tell: Callable[[str], None]
) -> None:
    Fat(stick.image).crowd()
    put_in(stick)
    began = time.monotonic()
    assert save(DATA) == NAME
    tell(f"stick with 16000 files: saved after {time.monotonic() - began:.1f} s")
    assert (MOUNT / NAME).read_bytes() == DATA


def test_a_root_full_of_parts_is_swept_little_by_little(stick: UsbStick) -> None:
    put_in(stick)
    lay({f"kiosk-{n:08x}.part": b"half" for n in range(MANY + 1)})
    assert save(DATA) == NAME
    assert len(lies()) == len(THEIRS) + 2
    assert save(DATA) == SECOND
    assert lies() == THEIRS | {NAME: DATA, SECOND: DATA}


# --- books -------------------------------------------------------------------------------------


def to_free_room(fat: Fat, part: Entry) -> None:
    fat.link(part.start, FREE)


def in_a_circle(fat: Fat, part: Entry) -> None:
    fat.link(fat.chain(part.start)[-1], part.start)


def beyond_the_end(fat: Fat, part: Entry) -> None:
    fat.link(part.start, END - 0x100)


@pytest.mark.parametrize("lead", [to_free_room, in_a_circle, beyond_the_end])
def test_a_part_that_leads_nowhere_is_strange_and_not_met_again(
    stick: UsbStick, lead: Callable[[Fat, Entry], None]
) -> None:
    put_in(stick)
    lay({"kiosk-0123abcd.part": DATA})
    unmount()
    fat = Fat(stick.image)
    lead(fat, next(entry for entry in fat.entries() if entry.size == len(DATA)))
    mount()
    assert refused(DATA) is StickStrange
    assert refused(DATA) is StickStrange
    unmount()
    mount()
    assert save(DATA) == NAME
    assert lies() == THEIRS | {NAME: DATA}


def test_a_file_of_theirs_that_goes_in_a_circle_is_left_alone(stick: UsbStick) -> None:
    fat = Fat(stick.image)
    in_a_circle(fat, next(entry for entry in fat.entries() if entry.short == b"THEIRS  TXT"))
    put_in(stick)
    assert save(DATA) == NAME
    assert (MOUNT / NAME).read_bytes() == DATA


# --- no stick that is known --------------------------------------------------------------------


def root_in_a_circle(stick: UsbStick, _: Path) -> None:
    fat = Fat(stick.image)
    fat.link(fat.root, fat.root)


def empty(stick: UsbStick, _: Path) -> None:
    stick.image = Image(bytes(stick.image.sectors * SECTOR))


def unknown(stick: UsbStick, _: Path) -> None:
    stick.image = Image(bytes_of(1 << 20))


def another_system(stick: UsbStick, folder: Path) -> None:
    file = folder / "ext4"
    subprocess.run(["mkfs.ext4", "-q", "-L", LABEL, str(file), "4M"], check=True)
    stick.image = Image(file.read_bytes())


def spoilt(stick: UsbStick, _: Path) -> None:
    stick.image.write(FIRST, bytes_of(SECTOR))


@pytest.mark.parametrize("lay_out", [root_in_a_circle, empty, unknown, another_system, spoilt])
def test_what_no_helper_can_mount_is_no_stick_and_not_written_to(
    stick: UsbStick, tmp_path: Path, lay_out: Callable[[UsbStick, Path], None]
) -> None:
    lay_out(stick, tmp_path)
    before = stick.image.copy()
    stick.plug()
    for disk in sorted(Path("/dev").glob("sd*")):
        assert not mount(disk)
    assert refused(DATA) is NoStick
    assert stick.image.log == before.log


def test_of_two_partitions_only_the_one_of_the_name_is_touched(tmp_path: Path) -> None:
    stick = UsbStick(formatted(tmp_path, "PRIVATE", LABEL))
    second = FIRST + (stick.image.sectors - FIRST) // 2
    try:
        put_in(stick)
        assert save(DATA) == NAME
        assert lies() == {NAME: DATA}
        assert all(sector >= second for sector, _ in stick.image.log)
    finally:
        unmount()
        stick.remove()


def test_nothing_on_it_is_run_or_is_a_device(stick: UsbStick) -> None:
    put_in(stick)
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    options = next(words[3] for words in mounts if words[1] == str(MOUNT)).split(",")
    assert {"nosuid", "nodev", "noexec", "errors=remount-ro"} <= {*options}
    assert not {"sync", "dirsync"} & {*options}
