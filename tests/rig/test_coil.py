"""The coil's process on a real line: what the line does on each way of dying, and how soon."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.config.machine import LockSettings
from kiosk.events import Event, LockBroke, LockHeld, LockOpened
from kiosk.hardware.child import CODE, CoilChild
from kiosk.hardware.clock import SystemClock
from kiosk.hardware.lock import ANSWER_S, START_S, CoilLock
from tests.hardware.contract import KEY, PERMIT
from tests.rig.header import Header, Line, switch
from tests.rig.real import coil_backend

HERE = Path(__file__).parent
LOCK = 22
ROUNDS = 2
HELD_S = 0.2
"""How long the coil is left on before something happens."""
SOON_S = 1.0
"""A death is followed by a dropped coil at the latest after this, on a busy emulated core."""

KERNELS = {False: "kernel drops outputs", True: "kernel keeps outputs driven"}

Tell = Callable[[str], None]
Deed = Callable[[CoilChild], None]


class Watch:
    """Watches the coil's line from a process of its own."""

    def __init__(self, line: Line) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(HERE / "watch_line.py"), str(line.value)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self._said = self._process.stdout
        self.next()

    def next(self) -> tuple[float, bool]:
        """Return the next change of the line: when, and whether it is on now."""
        at, level = self._said.readline().split()
        return float(at), level == "1"

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._said.close()


@pytest.fixture
def watch(header: Header) -> Iterator[Watch]:
    watch = Watch(header.line(LOCK))
    yield watch
    watch.close()


def words_of(header: Header, pulse_s: float = 8, rest_s: float = 1, tired: str = "no") -> list[str]:
    return [
        *coil_backend(header),
        f"pin={LOCK}",
        f"pulse={pulse_s}",
        f"rest={rest_s}",
        f"tired={tired}",
    ]


def heard(child: CoilChild, word: str) -> None:
    """Wait for a report."""
    words: list[str] = []
    while word not in words:
        assert select.select([child], [], [], 20)[0], f"no {word}"
        words += child.reports()


def begin(header: Header, code: Path = CODE, pulse_s: float = 8) -> CoilChild:
    child = CoilChild(words_of(header, pulse_s), code)
    heard(child, "ready")
    return child


def turn_on(child: CoilChild) -> None:
    child.send("on 8")
    heard(child, "on")


def kill_with(number: signal.Signals) -> Deed:
    return lambda child: os.kill(child.pid, number)


WAYS: dict[str, Deed] = {
    "told to go off": lambda child: child.send("off"),
    "end of its input": lambda child: child._commands.close(),
    "SIGTERM": kill_with(signal.SIGTERM),
    "SIGINT": kill_with(signal.SIGINT),
    "SIGHUP": kill_with(signal.SIGHUP),
    "SIGKILL": kill_with(signal.SIGKILL),
    "a command it does not know": lambda child: child.send("onn 8"),
}


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


# --- the kiosk itself dies ---


class Kiosk:
    """A kiosk in small with the coil on; `child` is the coil's process."""

    def __init__(self, header: Header) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "holder.py"), *words_of(header)],
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self.child = int(self._process.stdout.readline())
        self._process.stdout.close()

    def kill(self) -> None:
        """End the kiosk at once, though its sibling holds the child's input open."""
        self._process.kill()
        self._process.wait()

    def clean(self) -> None:
        """End what is left of it."""
        os.killpg(self._process.pid, signal.SIGKILL)


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


# --- the lock replaces its child ---


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


# --- the same code, counted ---


def test_a_whole_life_is_counted(header: Header, watch: Watch) -> None:
    traced = HERE / "traced.py"
    child = begin(header, traced, pulse_s=0.3)
    child.send("on 8")
    heard(child, "late")
    child.send("on 8")
    heard(child, "rest")
    child.send("off")
    heard(child, "off")
    child._end_s = 20
    child.end()
    assert [watch.next()[1], watch.next()[1]] == [True, False]


def test_a_life_ended_by_a_signal_is_counted(header: Header, watch: Watch) -> None:
    child = begin(header, HERE / "traced.py")
    turn_on(child)
    os.kill(child.pid, signal.SIGTERM)
    assert [watch.next()[1], watch.next()[1]] == [True, False]
    child._end_s = 20
    child.end()
