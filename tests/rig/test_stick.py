"""A real stick in a real port: a file is there whole or not at all, and nothing else is harmed."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from kiosk.export.disk import Disk
from kiosk.export.errors import (
    StickFull,
    StickGone,
    StickReadOnly,
    StickWorn,
)
from kiosk.export.stick import Stick
from tests.rig.fat import Fat
from tests.rig.image import SECTOR, Image
from tests.rig.mounting import MOUNT, OWNER, mount, unmount
from tests.rig.shelf import NAME, ON, THEIRS, bytes_of, lies, put_in, refused, save, take_out
from tests.rig.usb_stick import UsbStick

DATA = bytes_of(200_000)
SMALL = DATA[: 2 * SECTOR + 100]


def dirty(image: Image) -> bool:
    """Whether a computer will want to check it."""
    return bool(image.read(2048)[65] & 1)


# --- well --------------------------------------------------------------------------------------


def test_what_is_told_as_saved_stays_when_the_stick_is_pulled_that_moment(stick: UsbStick) -> None:
    put_in(stick)
    assert save(DATA) == NAME
    take_out(stick)
    put_in(stick)
    assert lies() == THEIRS | {NAME: DATA}
    assert (MOUNT / NAME).stat().st_mtime == datetime(2026, 11, 27, tzinfo=UTC).timestamp()


def test_a_kiosk_that_is_not_root_may_save_and_run_nothing(stick: UsbStick) -> None:
    put_in(stick)
    os.seteuid(OWNER)
    try:
        assert save(DATA) == NAME
        assert not os.access(MOUNT / NAME, os.X_OK)
    finally:
        os.seteuid(0)
    assert lies() == THEIRS | {NAME: DATA}


def test_a_stick_that_was_let_go_needs_no_check_and_one_that_was_pulled_does(
    stick: UsbStick,
) -> None:
    put_in(stick)
    save(SMALL)
    assert dirty(stick.image)
    unmount()
    assert not dirty(stick.image)


def test_it_is_read_back_from_the_stick_itself(stick: UsbStick) -> None:
    put_in(stick)
    stick.garble = lambda data: data[::-1] if data == DATA[SECTOR : 2 * SECTOR] else data
    with pytest.raises(StickWorn):
        save(DATA)
    assert lies() == THEIRS


# --- takes nothing -----------------------------------------------------------------------------


def test_a_stick_without_room_says_so_whatever_its_note_of_it(stick: UsbStick) -> None:
    Fat(stick.image).fill(leaving=1)
    put_in(stick)
    before = len(stick.image.log)
    assert refused(DATA) is StickFull
    assert len(stick.image.log) == before
    assert save(SMALL) == NAME


class Boastful(Disk):
    """Says that there is room."""

    def free(self, root: int) -> int:  # noqa: ARG002 - it does not look
        return 1 << 30


def test_room_that_ends_in_the_middle(stick: UsbStick) -> None:
    Fat(stick.image).fill(leaving=1)
    put_in(stick)
    with pytest.raises(StickFull):
        Stick(MOUNT, Boastful()).save(NAME, DATA, ON)
    unmount()
    mount()
    assert lies() == THEIRS
    assert save(SMALL) == NAME


def test_a_protected_stick(stick: UsbStick) -> None:
    stick.locked = True
    put_in(stick)
    before = len(stick.image.log)
    assert refused(DATA) is StickReadOnly
    assert lies() == THEIRS
    assert len(stick.image.log) == before


def test_a_stick_that_takes_no_sector_any_more(stick: UsbStick) -> None:
    put_in(stick)
    stick.worn_out = True
    assert refused(DATA) is StickGone
    stick.worn_out = False
    take_out(stick)
    put_in(stick)
    assert save(DATA) == NAME
    assert lies() == THEIRS | {NAME: DATA}
