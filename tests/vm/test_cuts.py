"""The plug is pulled: each thanked letter is there, also under a covered root."""

from __future__ import annotations

import os
import time
from pathlib import Path
from random import Random

from tests.vm.conftest import Tell
from tests.vm.disk import letters_on
from tests.vm.pupil import Pupil

CUTS = int(os.environ.get("KIOSK_VM_CUTS", "20"))
"""How many disks that a cut would leave are looked at."""
BOOTS = int(os.environ.get("KIOSK_VM_BOOTS", "1"))
"""How often the power is cut in earnest besides, in the middle of a letter."""
LETTERS = "абвг"
SEED = 7

ROOT = "findmnt -no FSTYPE /"
LETTERS_LIE = "findmnt -no FSTYPE /var/lib/kiosk"


def test_any_cut_leaves_each_thanked_letter(pupil: Pupil, tell: Tell, tmp_path: Path) -> None:
    """All that was written while letters came; cuts between any two writes, without a restart."""
    machine, before = pupil.machine, list(pupil.thanked)
    begun = machine.now_written()
    thanked = []
    for letter in LETTERS:
        pupil.writes(f"к{letter}")
        pupil.sends()
        thanked.append(machine.now_written())
        pupil.leaves()
    chance, ended = Random(SEED), machine.now_written()  # noqa: S311 - a disk's whims
    spread = [begun + (ended - begun) * cut // CUTS for cut in range(1, CUTS + 1)]
    for number in spread:
        place = tmp_path / str(number)
        place.mkdir()
        machine.written.left(place / "disk", number, chance)
        found = letters_on(place / "disk", place)
        sure = sum(there <= number for there in thanked)
        perhaps = [[*before, *pupil.thanked[len(before) :][:many]] for many in (sure, sure + 1)]
        assert found in [sorted(texts) for texts in perhaps], f"a cut after write {number}"
        (place / "disk").unlink()
    tell(f"{len(spread)} cuts in {ended - begun} writes left each thanked letter")


def test_cut_off_in_a_letter_it_comes_back(pupil: Pupil, tell: Tell, tmp_path: Path) -> None:
    for cut in range(BOOTS):
        pupil.writes("жок")
        pupil.machine.cut_off()
        assert letters_on(pupil.machine.written.disk, tmp_path / str(cut)) == sorted(pupil.thanked)
        switched_on(pupil, tell)


def test_a_covered_root_forgets_everything_but_letters(
    pupil: Pupil, tell: Tell, tmp_path: Path
) -> None:
    machine = pupil.machine
    machine.order("echo before >/etc/changed; sync")
    assert "Changed" in machine.order("kiosk-overlay on")
    machine.cut_off()
    switched_on(pupil, tell)
    assert machine.order(ROOT) == "overlay"
    assert machine.order(LETTERS_LIE) == "ext4"
    assert machine.order("touch /boot/firmware/new 2>&1 || true").endswith("Read-only file system")
    machine.order("echo under the cover >/etc/changed; sync")
    assert "the root is covered" in machine.order("bash /root/deploy/install.sh 2>&1 || true")
    assert "settings would be gone" in machine.order("kiosk setup 2>&1 || true")
    machine.picture("covered")
    pupil.writes("жок")
    pupil.sends()
    machine.cut_off()  # at the very moment of the thanks
    assert letters_on(machine.written.disk, tmp_path) == sorted(pupil.thanked)
    switched_on(pupil, tell)
    assert machine.order("cat /etc/changed") == "before"
    assert "Changed" in machine.order("kiosk-overlay off")
    assert machine.order("touch /boot/firmware/new 2>&1 || true").endswith("Read-only file system")
    machine.cut_off()
    switched_on(pupil, tell)
    assert machine.order(ROOT) == "ext4"
    machine.order("echo after >/etc/changed; sync; touch /boot/firmware/new")
    assert letters_on(machine.written.disk, tmp_path / "after") == sorted(pupil.thanked)


def switched_on(pupil: Pupil, tell: Tell) -> None:
    began = time.monotonic()
    pupil.machine.switch_on()
    pupil.sees("board")
    tell(f"board {time.monotonic() - began:.0f} s after a cut")
