"""The real lock with its real child: a child that dies or hangs is replaced, and the coil drops."""

from __future__ import annotations

import os
import select
import signal
import time
from collections.abc import Callable, Iterator

import pytest

from kiosk.config.machine import LockSettings
from kiosk.events import Event, LockBroke, LockHeld, LockOpened
from kiosk.hardware.child import CoilChild
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.lock import ANSWER_S, START_S, CoilLock
from tests.hardware.contract import KEY, PERMIT
from tests.rig.coil import KERNELS, LOCK, ROUNDS, SOON_S, Watch, begin, words_of
from tests.rig.header import Header, switch

Tell = Callable[[str], None]


class Bench:
    """The real lock with its real child."""

    def __init__(self, header: Header, pulse_s: float) -> None:
        self.events: list[Event] = []
        self.children: list[CoilChild] = []
        self._header, self._times = header, LockSettings(pulse_s=pulse_s, rest_s=1)
        self.lock = CoilLock(
            self._start,
            self._times,
            lambda: bytes(KEY.verify_key),
            SystemClock(),
            self.events.append,
        )

    def _start(self, tired: bool) -> CoilChild:
        words = words_of(
            self._header, self._times.pulse_s, self._times.rest_s, "yes" if tired else "no"
        )
        self.children.append(CoilChild(words))
        return self.children[-1]

    def until(self, *events: Event) -> None:
        """Turn the main loop until all these have been said."""
        end = time.monotonic() + 30
        while any(event not in self.events for event in events):
            assert time.monotonic() < end, self.events
            due = self.lock.remaining_s()
            ready = dict(self.lock.watch())
            for descriptor in select.select([*ready], [], [], 1 if due is None else due)[0]:
                ready[descriptor]()
            self.lock.tick()

    def settle(self) -> None:
        """Listen until the child has answered everything."""
        while self.lock.busy:
            ((descriptor, listen),) = self.lock.watch()
            select.select([descriptor], [], [], 20)
            listen()


@pytest.fixture
def bench(header: Header) -> Iterator[Bench]:
    bench = Bench(header, pulse_s=1)
    bench.settle()
    yield bench
    bench.lock.close()


def opened(bench: Bench, watch: Watch) -> float:
    """Open the lock; return when the coil came on."""
    bench.lock.open(PERMIT)
    bench.until(LockOpened())
    at, on = watch.next()
    assert on
    return at


def test_a_pulse_through_the_lock_ends_by_itself(bench: Bench, watch: Watch, tell: Tell) -> None:
    began = opened(bench, watch)
    bench.until(LockHeld())
    ended, _ = watch.next()
    tell(f"coil, a pulse of 1 s through the lock: on for {ended - began:.3f} s")
    assert 0.95 < ended - began < 1 + SOON_S


@pytest.mark.parametrize("keep", [False, True], ids=["drops", "keeps driven"])
def test_a_child_killed_with_the_coil_on_is_replaced_and_the_coil_drops(
    header: Header, bench: Bench, watch: Watch, keep: bool, tell: Tell
) -> None:
    switch("keep_driven", on=keep)
    late_s = []
    for number in range(ROUNDS):
        if number:
            time.sleep(1.1)  # the coil's rest
        bench.events.clear()
        opened(bench, watch)
        deed = time.monotonic()
        os.kill(bench.children[-1].pid, signal.SIGKILL)
        bench.until(LockBroke())
        bench.settle()
        at, on = watch.next()
        assert not on
        late_s.append(at - deed)
        assert not header.line(LOCK).high
    tell(
        f"coil, SIGKILL of the child under the lock, {KERNELS[keep]}: off "
        f"{max(late_s) * 1e3:.0f} ms later at most, of {ROUNDS}"
    )
    assert max(late_s) < (START_S if keep else SOON_S), "kept driven, it ends when the next starts"


@pytest.mark.parametrize("keep", [False, True], ids=["drops", "keeps driven"])
def test_a_child_that_hangs_with_the_coil_on_is_replaced_after_its_time(
    bench: Bench, watch: Watch, keep: bool, tell: Tell
) -> None:
    switch("keep_driven", on=keep)
    began = opened(bench, watch)
    os.kill(bench.children[-1].pid, signal.SIGSTOP)
    bench.until(LockBroke())
    bench.settle()
    ended, on = watch.next()
    assert not on
    tell(f"coil, child stopped in a pulse of 1 s, {KERNELS[keep]}: on for {ended - began:.3f} s")
    assert ended - began < 1 + ANSWER_S + START_S


def test_a_lock_whose_pin_is_taken_says_that_it_is_broken(
    header: Header, capfd: pytest.CaptureFixture[str]
) -> None:
    owner = begin(header)
    bench = Bench(header, pulse_s=1)
    bench.until(LockBroke())
    bench.lock.close()
    assert "busy" in capfd.readouterr().err
    owner.end()
