"""A real stick is pulled, falls silent, comes back: whole or not at all, nothing else harmed."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kiosk.export.errors import NoStick, StickGone
from kiosk.export.stick import PART
from tests.rig.fat import Fat
from tests.rig.image import SECTOR, Image
from tests.rig.mounting import MOUNT, mount, unmount
from tests.rig.shelf import (
    NAME,
    SECOND,
    THEIRS,
    bytes_of,
    lay,
    lies,
    put_in,
    refused,
    save,
    take_out,
)
from tests.rig.usb_stick import UsbStick, until

DATA = bytes_of(200_000)
SMALL = DATA[: 2 * SECTOR + 100]
IMPATIENCE_S = 1


@pytest.mark.parametrize("others", range(4))
def test_pulled_between_any_two_sectors_it_harms_nothing(stick: UsbStick, others: int) -> None:
    more = {f"a file of theirs with a long name {n}.txt": b"theirs" for n in range(others)}
    theirs = THEIRS | more
    put_in(stick)
    lay(theirs)
    unmount()
    mount()
    begun = len(stick.image.log)
    save(SMALL)
    told = len(stick.image.log)
    unmount()
    cuts = [stick.image.cut(n) for n in range(begun, told + 1)]
    for cut in {str(Fat(cut).check()): cut for cut in cuts}.values():
        stick.image = cut.copy()
        put_back(theirs)
    stick.image = cuts[-1]
    assert mount()
    assert lies() == theirs | {NAME: SMALL}


def put_back(theirs: dict[str, bytes]) -> None:
    """What was begun is there whole or not, its part goes, and the next file finds its place."""
    assert mount()
    left = {name: data for name, data in lies().items() if name not in theirs}
    assert all(PART.fullmatch(name) or data in (SMALL, b"") for name, data in left.items())
    whole = {name: data for name, data in left.items() if data == SMALL and name == NAME}
    name = save(DATA)
    assert name == (SECOND if whole else NAME)
    unmount()
    assert mount()
    assert lies() == theirs | whole | {name: DATA}
    unmount()


@pytest.mark.parametrize("sectors", [0, 1, 9, 100, 398])
def test_pulled_while_it_is_written_to_it_is_told_at_once_and_may_come_back(
    stick: UsbStick, sectors: int, tell: Callable[[str], None]
) -> None:
    put_in(stick)
    stick.pull_after = sectors
    began = time.monotonic()
    assert refused(DATA) is StickGone
    tell(f"stick pulled after {sectors} sectors: told after {time.monotonic() - began:.1f} s")
    assert not stick.plugged
    assert refused(DATA) is StickGone
    take_out(stick)
    put_in(stick)
    assert save(DATA) == NAME
    assert lies() == THEIRS | {NAME: DATA}
    Fat(stick.image).check()


def test_another_stick_in_the_place_of_a_pulled_one(stick: UsbStick, plain: Image) -> None:
    put_in(stick)
    stick.pull_after = 100
    assert refused(DATA) is StickGone
    first, stick.image = stick.image, plain.copy()
    stick.plug()
    assert refused(DATA) is StickGone, "what is mounted is still the first"
    unmount()
    assert mount()
    assert save(DATA) == NAME
    assert lies() == THEIRS | {NAME: DATA}
    assert first.log[-1] != stick.image.log[-1]


def test_after_the_helper_let_go_there_is_none(stick: UsbStick) -> None:
    put_in(stick)
    take_out(stick)
    assert refused(DATA) is NoStick
    assert not any(MOUNT.iterdir())


def test_a_stick_that_falls_silent_is_given_up(
    stick: UsbStick, tell: Callable[[str], None]
) -> None:
    put_in(stick)
    for patience in Path("/sys/block").glob("sd*/device/*timeout"):
        patience.write_text(str(IMPATIENCE_S))
    stick.fall_silent(silent=True)
    began = time.monotonic()
    assert refused(DATA) is StickGone
    tell(f"silent stick: given up after {time.monotonic() - began:.1f} s")
    stick.fall_silent(silent=False)
    assert refused(DATA) is StickGone, "the kernel believes it no more"
    take_out(stick)
    put_in(stick)
    assert save(DATA) == NAME


def test_a_hand_that_pulls_a_silent_stick_ends_the_wait(stick: UsbStick) -> None:
    put_in(stick)
    stick.fall_silent(silent=True)
    with ThreadPoolExecutor() as kiosk:
        told = kiosk.submit(refused, DATA)
        until(lambda: stick.ignores)
        stick.unplug()
        assert told.result(IMPATIENCE_S * 10) is StickGone
    stick.fall_silent(silent=False)
    take_out(stick)
    put_in(stick)
    assert save(DATA) == NAME
