"""The kiosk dies with the coil on; a kernel keeps an output driven after its owner died."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from tests.rig.coil import KERNELS, LOCK, ROUNDS, SOON_S, WAYS, Kiosk, Watch, begin, turn_on
from tests.rig.header import Header, switch

Tell = Callable[[str], None]


@pytest.mark.parametrize("keep", [False, True], ids=["drops", "keeps driven"])
def test_the_death_of_the_kiosk_drops_the_coil(
    header: Header, watch: Watch, keep: bool, tell: Tell
) -> None:
    switch("keep_driven", on=keep)
    late_s = []
    for _ in range(ROUNDS):
        kiosk = Kiosk(header)
        assert watch.next()[1]
        deed = time.monotonic()
        kiosk.kill()
        at, on = watch.next()
        assert not on
        late_s.append(at - deed)
        kiosk.clean()
    tell(
        f"coil, SIGKILL of the kiosk, {KERNELS[keep]}: off {max(late_s) * 1e3:.0f} ms later "
        f"at most, of {ROUNDS}"
    )
    assert max(late_s) < SOON_S


# --- a kernel that keeps an output driven after its owner dies, as a Raspberry Pi's does ---


@pytest.mark.parametrize("way", [way for way in WAYS if way != "SIGKILL"])
def test_every_way_that_can_be_caught_also_drops_it_there(
    header: Header, watch: Watch, way: str
) -> None:
    switch("keep_driven", on=True)
    child = begin(header)
    turn_on(child)
    assert watch.next()[1]
    WAYS[way](child)
    assert not watch.next()[1]
    child.kill()


def test_there_a_killed_child_leaves_the_coil_on_until_the_next_takes_the_pin(
    header: Header,
) -> None:
    switch("keep_driven", on=True)
    coil = header.line(LOCK)
    child = begin(header)
    turn_on(child)
    child.kill()
    assert coil.high, "so the rig really shows the danger"
    begin(header).end()
    assert not coil.high


def test_there_nothing_drops_it_while_nobody_starts_again(
    header: Header, watch: Watch, tell: Tell
) -> None:
    switch("keep_driven", on=True)
    kiosk = Kiosk(header)
    assert watch.next()[1]
    os.kill(kiosk.child, signal.SIGKILL)
    kiosk.kill()
    kiosk.clean()
    time.sleep(1)
    assert header.line(LOCK).high, "only a new start, or the hardware's own limit, ends this"
    began = time.monotonic()
    child = begin(header)
    ended, on = watch.next()
    assert not on
    tell(
        f"coil, kiosk and child killed together, outputs kept driven: on until the next start, "
        f"then off {(ended - began) * 1e3:.0f} ms later"
    )
    child.end()
