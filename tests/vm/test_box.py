"""The installed kiosk on a machine of its own: it comes, serves and comes back, and no more."""

from __future__ import annotations

from tests.vm.conftest import Tell
from tests.vm.printer import Printer
from tests.vm.pupil import Pupil

SERVICE = "systemctl show kiosk.service --value --property"
ENDED = ("ExecMainExitTimestampMonotonic", "InactiveEnterTimestampMonotonic")
BEGINS = "/opt/kiosk/current/bin/python -I -B /usr/local/lib/kiosk-vm/simulated.py"
A_PICTURE = 1000
"""Bytes: more than any question to a printer."""
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
    asked = float(pupil.machine.order("read up _ </proc/uptime; echo $up"))
    pupil.machine.order("systemctl stop kiosk.service")
    ended, safe = (int(pupil.machine.order(f"{SERVICE} {when}")) / 1e6 for when in ENDED)
    tell(f"stopped in {ended - asked:.1f} s; {safe - ended:.1f} s more for the safe lock")
    assert pupil.machine.order(f"{SERVICE} Result") == "success"
    pupil.machine.keys(*ATTACK)
    pupil.machine.picture("stopped")
    assert pupil.machine.order(PROMPTS) == "0"
    assert pupil.machine.order(WHICH_START) == start
    pupil.machine.order("systemctl start kiosk.service")
    pupil.sees("board")


def test_a_serial_printer_on_usb_comes_and_goes(pupil: Pupil, printer: Printer, tell: Tell) -> None:
    for round_ in ("plugged in", "plugged in again"):
        printer.plug()
        took = pupil.machine.waits("questions to the printer", lambda: printer.questions > 0)
        tell(f"printer found {took:.0f} s after it was {round_}")
        wants_paper(pupil)
        pupil.machine.waits("the paper", lambda: len(printer.paper) > A_PICTURE)
        pupil.machine.picture(f"printer {round_}")
        printer.pull()
        pupil.sees("board")
        wants_paper(pupil)  # and is told that there is none
        pupil.sees("board")
        pupil.machine.picture("printer pulled out")


def wants_paper(pupil: Pupil) -> None:
    pupil.writes("к")
    pupil.sends()
    pupil.touches("thanks", "receipt")


def test_the_letters_partition_is_looked_through_and_told_what_is_erased(pupil: Pupil) -> None:
    unit = r"systemd-fsck@dev-disk-by\\x2dlabel-kioskdata.service"
    assert pupil.machine.order(f"systemctl show {unit} --value --property Result") == "success"
    assert pupil.machine.order(f"systemctl is-active {unit}") == "active"
    options = pupil.machine.order("findmnt -no OPTIONS /var/lib/kiosk").split(",")
    assert {"rw", "noatime", "nodev", "nosuid", "noexec", "discard"} <= set(options)


def test_where_letters_would_be_forgotten_it_does_not_start(pupil: Pupil) -> None:
    machine = pupil.machine
    machine.order("systemctl stop kiosk.service && mount -t tmpfs tmpfs /var/lib/kiosk")
    machine.order("chown kiosk: /var/lib/kiosk")
    said = machine.order(f"setpriv --reuid=kiosk --regid=kiosk --init-groups {BEGINS} 2>&1 || true")
    machine.order("umount /var/lib/kiosk && systemctl start kiosk.service")
    assert "every letter would be lost at the next power cut" in " ".join(said.split())
    pupil.sees("board")
