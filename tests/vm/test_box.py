"""The installed kiosk on a machine of its own: it comes, serves and comes back, and no more."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.vm.conftest import Tell
from tests.vm.disk import letters_on
from tests.vm.pupil import Pupil

CUTS = int(os.environ.get("KIOSK_VM_CUTS", "3"))
ALPHABET = "абвгдежзийклмнопрсту"

SERVICE = "systemctl show kiosk.service --value --property"
PROMPTS = "cat /proc/[0-9]*/comm | grep -cxE '(a?getty|s?login|bash)' || true"
WHICH_START = "cat /proc/sys/kernel/random/boot_id"
ATTACK = (
    *("ctrl-alt-delete",) * 8,
    *("ctrl-alt-f2", "alt-f3", "ctrl-c", "ctrl-z", "ctrl-d", "alt-sysrq-b", "alt-f1"),
    *("ret", "r", "o", "o", "t", "ret", "l", "e", "t", "m", "e", "i", "n", "ret"),
)


def number(pupil: Pupil) -> str:
    """Of the kiosk's process."""
    return pupil.machine.order(f"{SERVICE} MainPID")


def test_the_first_picture_is_the_board(pupil: Pupil) -> None:
    pupil.sees("board")
    pupil.machine.picture("board")


def test_a_letter_is_typed_and_thanked_for(pupil: Pupil) -> None:
    pupil.writes("кат")
    pupil.machine.picture("write")
    pupil.sends()
    pupil.machine.picture("thanks")
    pupil.leaves()


def test_it_comes_back_when_it_is_killed(pupil: Pupil, tell: Tell) -> None:
    before = number(pupil)
    pupil.touches("board", "write")
    pupil.sees("before")
    pupil.machine.order(f"kill -9 {before}")
    tell(f"board {pupil.sees('board'):.0f} s after kill -9")
    assert number(pupil) != before


def test_it_comes_back_when_its_loop_hangs(pupil: Pupil, tell: Tell) -> None:
    before = number(pupil)
    pupil.touches("board", "write")
    pupil.sees("before")
    pupil.machine.order(f"kill -STOP {before}")
    tell(f"board {pupil.sees('board'):.0f} s after its loop hung")
    assert number(pupil) != before


def test_no_key_reaches_a_prompt_or_restarts_the_machine(pupil: Pupil) -> None:
    start, kiosk = pupil.machine.order(WHICH_START), number(pupil)
    pupil.machine.keys(*ATTACK)
    pupil.machine.picture("after the keys")
    pupil.sees("board")
    assert number(pupil) == kiosk
    assert pupil.machine.order("fgconsole") == "1"
    assert pupil.machine.order(PROMPTS) == "0"
    assert pupil.machine.order(WHICH_START) == start


def test_it_stops_soon_and_keys_find_no_prompt_behind_it_either(pupil: Pupil, tell: Tell) -> None:
    start = pupil.machine.order(WHICH_START)
    began = time.monotonic()
    pupil.machine.order("systemctl stop kiosk.service")
    tell(f"stopped in {time.monotonic() - began:.1f} s")
    assert pupil.machine.order(f"{SERVICE} Result") == "success"
    pupil.machine.keys(*ATTACK)
    pupil.machine.picture("stopped")
    assert pupil.machine.order(PROMPTS) == "0"
    assert pupil.machine.order(WHICH_START) == start
    pupil.machine.order("systemctl start kiosk.service")
    pupil.sees("board")


def test_cut_off_it_keeps_each_thanked_letter(pupil: Pupil, tell: Tell, tmp_path: Path) -> None:
    for cut in range(CUTS):
        pupil.writes(f"к{ALPHABET[cut]}")
        pupil.sends()
        if cut % 2 == 0:  # otherwise at the very moment of the thanks
            pupil.leaves()
            pupil.writes("жок")
        pupil.machine.cut_off()
        assert letters_on(pupil.machine, tmp_path / str(cut)) == sorted(pupil.thanked)
        began = time.monotonic()
        pupil.machine.switch_on()
        pupil.sees("board")
        tell(f"board {time.monotonic() - began:.0f} s after cut {cut + 1}")
