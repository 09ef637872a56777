"""The coil's process on a real line: what the line does on each way of dying, and how soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import coverage
import pytest

from kiosk.hardware.lock import START_S
from tests.rig.coil import PATIENCE_S, ROUNDS, SOON_S, WAYS, Watch, begin, heard, turn_on
from tests.rig.header import Header

TRACED = Path(__file__).with_name("traced.py")
SITE = f"site={Path(coverage.__file__).parents[1]}"
HELD_S = 0.2
"""How long the coil is left on before something happens."""

Tell = Callable[[str], None]


@pytest.mark.parametrize("way", WAYS)
def test_however_the_child_ends_the_coil_drops(
    header: Header, watch: Watch, way: str, tell: Tell
) -> None:
    late_s = []
    for _ in range(ROUNDS):
        child = begin(header)
        turn_on(child)
        assert watch.next()[1]
        time.sleep(HELD_S)
        deed = time.monotonic()
        WAYS[way](child)
        at, on = watch.next()
        assert not on
        late_s.append(at - deed)
        child.kill()
    tell(f"coil, {way}: off {max(late_s) * 1e3:.0f} ms later at most, of {ROUNDS}")
    assert max(late_s) < SOON_S


@pytest.mark.parametrize("asked_s", [0.2, 1.0, 100.0])
def test_the_deadline_drops_the_coil(
    header: Header, watch: Watch, asked_s: float, tell: Tell
) -> None:
    pulse_s = 1.5
    child = begin(header, pulse_s=pulse_s)
    child.send(f"on {asked_s}")
    began, on = watch.next()
    assert on
    ended, on = watch.next()
    assert not on
    tell(f"coil, asked for {asked_s} s of at most {pulse_s} s: on for {ended - began:.3f} s")
    assert ended - began < min(asked_s, pulse_s) + SOON_S
    child.end()


def test_how_long_a_child_takes_to_start(header: Header, tell: Tell) -> None:
    began = time.monotonic()
    child = begin(header)
    took_s = time.monotonic() - began
    tell(
        f"coil, a child has taken its pin {took_s:.1f} s after its start, on this emulated machine"
    )
    assert took_s < START_S
    child.end()


# --- the same code, counted ---


def test_a_whole_life_is_counted(header: Header, watch: Watch) -> None:
    child = begin(header, TRACED, 0.3, SITE)
    child.send("on 8")
    heard(child, "late")
    child.send("on 8")
    heard(child, "rest")
    child.send("off")
    heard(child, "off")
    child._end_s = PATIENCE_S
    child.end()
    assert [watch.next()[1], watch.next()[1]] == [True, False]


@pytest.mark.parametrize("way", ["SIGTERM", "a command it does not know"])
def test_a_life_that_ends_early_is_counted(header: Header, watch: Watch, way: str) -> None:
    child = begin(header, TRACED, 8, SITE)
    turn_on(child)
    assert watch.next()[1]
    WAYS[way](child)
    assert not watch.next()[1]
    child._end_s = PATIENCE_S
    child.end()
