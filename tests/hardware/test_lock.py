"""The lock: only the committee's permit, in its window, on a clock that can be believed (law 2)."""

from __future__ import annotations

import os
import select
import signal
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nacl.signing import SigningKey

from kiosk.config.machine import LockSettings
from kiosk.events import Event, LockBroke, LockHeld, LockOpened
from kiosk.hardware.child import CoilChild
from kiosk.hardware.lock import ANSWER_S, QUIET_S, RESTART_LIMIT_S, RESTART_S, START_S, CoilLock
from kiosk.hardware.ports import LockRefused
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.calendar import Window
from kiosk.post.clock import ClockLevel
from kiosk.post.permit import Permit

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
WINDOW = Window(NOON - timedelta(hours=1), NOON + timedelta(hours=1))
COMMITTEE, STRANGER = SigningKey(b"c" * 32), SigningKey(b"s" * 32)
PERMIT = Permit.sign(WINDOW, COMMITTEE)
TIMES = LockSettings(pulse_s=5, rest_s=5)

Start = Callable[[bool], CoilChild]

STUB = """
import sys
notes = open(sys.argv[0] + ".notes", "a")
print(*sys.argv[1:2], file=notes, flush=True)
print("ready", flush=True)
for line in sys.stdin:
    print(line.strip(), file=notes, flush=True)
    print(*{answers}.get(line.split()[0], []), sep="\\n", end="", flush=True)
"""


class Bench:
    """A lock on a bench: its events, its clock, and real children."""

    def __init__(self, start: Start, times: LockSettings = TIMES) -> None:
        self.events: list[Event] = []
        self.children: list[CoilChild] = []
        self.tired: list[bool] = []
        self.clock = SimulatedClock(NOON)
        self.committee: SigningKey | None = COMMITTEE
        self.seconds = 0.0
        self.door_open = False
        self._start = start
        self.lock = CoilLock(
            self._make,
            times,
            self._verify_key,
            self.clock,
            self.events.append,
            lambda: self.seconds,
            door_is_open=lambda: self.door_open,
        )

    def _verify_key(self) -> bytes | None:
        return bytes(self.committee.verify_key) if self.committee else None

    def _make(self, tired: bool) -> CoilChild:
        self.tired.append(tired)
        self.children.append(self._start(tired))
        return self.children[-1]

    def settle(self) -> None:
        """Listen until the child has answered everything."""
        while self.lock.busy:
            self.listen()

    def listen(self) -> None:
        """Wait for the child's next word, or its end."""
        ((descriptor, ready),) = self.lock.watch()
        assert select.select([descriptor], [], [], 30)[0], "the child says nothing"
        ready()

    def open(self, permit: Permit = PERMIT) -> None:
        self.lock.open(permit)
        self.settle()

    def heal(self) -> float:
        """Let time pass until there is a child again; return how long that took."""
        waiting = 0.0
        if not self.lock.watch():
            waiting = self.lock.remaining_s() or 0.0
            self.seconds += waiting
            self.lock.tick()
        return waiting

    def kill_child(self) -> None:
        os.kill(self.children[-1].pid, signal.SIGKILL)
        self.listen()


def arguments(times: LockSettings, *, tired: bool) -> list[str]:
    rest = "yes" if tired else "no"
    return [
        *("backend=simulated", "pin=22"),
        *(f"pulse={times.pulse_s}", f"rest={times.rest_s}", f"tired={rest}"),
    ]


def coil(times: LockSettings = TIMES) -> Start:
    return lambda tired: CoilChild(arguments(times, tired=tired))


@pytest.fixture
def benches() -> Iterator[list[Bench]]:
    made: list[Bench] = []
    yield made
    for bench in made:
        bench.lock.close()


Lay = Callable[..., Bench]


@pytest.fixture
def lay(benches: list[Bench]) -> Lay:
    def lay(start: Start | None = None, times: LockSettings = TIMES) -> Bench:
        benches.append(Bench(start or coil(times), times))
        return benches[-1]

    return lay


def stub(tmp_path: Path, answers: dict[str, list[str]]) -> tuple[Start, Path]:
    """Return a child that gives these answers, and where it notes what it was told."""
    code = tmp_path / "stub.py"
    code.write_text(STUB.replace("{answers}", repr(answers)))
    return lambda tired: CoilChild([f"tired={tired}"], code), tmp_path / "stub.py.notes"


# --- who may open ---


def test_the_committees_permit_opens_in_its_window(lay: Lay) -> None:
    bench = lay()
    bench.open()
    assert bench.lock.on
    assert bench.events == [LockOpened()]
    bench.lock.shut()
    bench.settle()
    assert not bench.lock.on
    assert bench.events == [LockOpened(), LockHeld()]


def wait(hours: float) -> Callable[[Bench], None]:
    return lambda bench: bench.clock.advance(hours * 3600)


def turn(days: int) -> Callable[[Bench], None]:
    return lambda bench: bench.clock.set(NOON + timedelta(days=days))


def doubt(bench: Bench) -> None:
    bench.clock.level = ClockLevel.UNKNOWN


def disband(bench: Bench) -> None:
    bench.committee = None


def nothing(_: Bench) -> None: ...


later = replace(WINDOW, end=WINDOW.end + timedelta(days=30))


@pytest.mark.parametrize(
    ("change", "permit", "why"),
    [
        (nothing, Permit.sign(WINDOW, STRANGER), "not the committee's"),
        (nothing, replace(PERMIT, window=later), "not the committee's"),
        (nothing, replace(PERMIT, signature=bytes(64)), "not the committee's"),
        (nothing, replace(PERMIT, signature=b""), "not the committee's"),
        (disband, PERMIT, "not the committee's"),
        (doubt, PERMIT, "cannot be believed"),
        (wait(1), PERMIT, "does not hold"),
        (wait(24 * 30), PERMIT, "does not hold"),
        (turn(-1), PERMIT, "does not hold"),
        (turn(1), PERMIT, "does not hold"),
    ],
    ids=[
        "a stranger's",
        "stretched",
        "forged",
        "unsigned",
        "no committee",
        "clock unknown",
        "window just over",
        "last month's",
        "clock gone back a day",
        "clock gone ahead a day",
    ],
)
def test_nothing_else_does(
    lay: Lay, change: Callable[[Bench], None], permit: Permit, why: str
) -> None:
    bench = lay()
    bench.settle()
    change(bench)
    with pytest.raises(LockRefused, match=why):
        bench.lock.open(permit)
    assert not bench.lock.busy, "the child was asked"
    assert not bench.lock.on


def test_a_window_about_to_end_ends_the_pulse(lay: Lay, tmp_path: Path) -> None:
    start, notes = stub(tmp_path, {"on": ["on", ""]})
    bench = lay(start)
    bench.clock.set(WINDOW.end - timedelta(seconds=1.5))
    bench.open()
    assert "on 1.500" in notes.read_text()


# --- pulse and rest ---


def test_with_letters_to_guard_and_the_door_shut_it_is_not_tried(lay: Lay) -> None:
    """Law 2: no permit, no pulse."""
    bench = lay()
    bench.settle()
    with pytest.raises(LockRefused):
        bench.lock.try_out()
    assert not bench.lock.busy, "the child was told nothing"
    assert bench.events == []


@pytest.mark.parametrize(("door_open", "enrolled"), [(True, True), (True, False), (False, False)])
def test_with_the_door_open_or_nothing_to_guard_it_is_tried_for_a_moment(
    lay: Lay, tmp_path: Path, door_open: bool, enrolled: bool
) -> None:
    start, notes = stub(tmp_path, {"on": ["on", ""]})
    bench = lay(start, LockSettings(pulse_s=5, rest_s=5))
    bench.door_open, bench.committee = door_open, COMMITTEE if enrolled else None
    bench.lock.try_out()
    bench.settle()
    assert bench.events == [LockOpened()]
    assert "on 0.500" in notes.read_text()


def test_a_trial_is_never_longer_than_a_pulse(lay: Lay, tmp_path: Path) -> None:
    start, notes = stub(tmp_path, {"on": ["on", ""]})
    bench = lay(start, LockSettings(pulse_s=0.2, rest_s=1))
    bench.committee = None
    bench.lock.try_out()
    bench.settle()
    assert "on 0.200" in notes.read_text()


def test_whoever_builds_a_lock_without_a_door_has_it_shut() -> None:
    lock = CoilLock(coil(), TIMES, lambda: b"k" * 32, SimulatedClock(NOON), lambda _: None)
    try:
        with pytest.raises(LockRefused):
            lock.try_out()
    finally:
        lock.close()


def test_it_knows_whether_its_child_answers(lay: Lay) -> None:
    bench = lay()
    bench.settle()
    assert bench.lock.answers
    bench.lock.close()
    assert not bench.lock.answers


def test_the_pulse_ends_by_itself(lay: Lay) -> None:
    bench = lay(times=LockSettings(pulse_s=0.2, rest_s=1))
    bench.open()
    bench.listen()
    assert bench.events == [LockOpened(), LockHeld()]
    assert bench.lock.remaining_s() is None


def test_asked_again_before_the_coil_has_cooled_the_lock_holds(lay: Lay) -> None:
    bench = lay()
    bench.open()
    bench.lock.shut()
    bench.open()
    assert bench.events == [LockOpened(), LockHeld(), LockHeld()]
    assert not bench.lock.on


def test_asked_twice_it_opens_once(lay: Lay) -> None:
    bench = lay()
    bench.open()
    bench.open()
    assert bench.events == [LockOpened()]


def test_shutting_a_lock_that_holds_says_nothing(lay: Lay) -> None:
    bench = lay()
    bench.lock.shut()
    bench.settle()
    assert bench.events == []


# --- children that die, hang or cannot start ---


def test_a_child_killed_with_the_coil_on_is_replaced_and_the_coil_rests(lay: Lay) -> None:
    bench = lay()
    bench.open()
    bench.kill_child()
    assert bench.events == [LockOpened(), LockBroke()]
    assert not bench.lock.on
    bench.settle()
    assert len(bench.children) == 2
    assert bench.tired == [False, True]
    bench.open()
    assert bench.events[2:] == [LockHeld()], "a new child cannot know how warm the coil is"


def test_each_death_is_said_and_mended(lay: Lay) -> None:
    bench = lay()
    waits = []
    for _ in range(4):
        bench.settle()
        bench.kill_child()
        waits.append(bench.heal())
    assert waits == [0.0, 1.0, 2.0, 4.0], "one that keeps dying does not keep the kiosk busy"
    assert bench.events == [LockBroke()] * 4


def test_after_a_quiet_time_a_death_is_mended_at_once_again(lay: Lay) -> None:
    bench = lay()
    waits = []
    for quiet in (0.0, 30.0, QUIET_S + 1):
        bench.settle()
        bench.seconds += quiet
        bench.kill_child()
        waits.append(bench.heal())
    assert waits == [0.0, 1.0, 0.0]


def test_a_child_lost_with_the_coil_on_is_always_replaced_at_once(lay: Lay, tmp_path: Path) -> None:
    start, _ = stub(tmp_path, {"on": ["on", ""]})
    bench = lay(start)
    bench.settle()
    bench.kill_child()
    bench.open()
    assert bench.lock.on
    bench.kill_child()
    assert bench.heal() == 0.0


def test_a_child_that_died_unseen_is_noticed_when_it_is_needed(lay: Lay) -> None:
    bench = lay()
    bench.settle()
    os.kill(bench.children[0].pid, signal.SIGKILL)
    os.waitid(os.P_PID, bench.children[0].pid, os.WEXITED | os.WNOWAIT)
    bench.lock.open(PERMIT)
    assert bench.events == [LockBroke()]
    bench.settle()
    assert not bench.lock.on


def test_a_child_that_does_not_answer_is_replaced(lay: Lay, tmp_path: Path) -> None:
    start, _ = stub(tmp_path, {})
    bench = lay(start)
    while bench.lock.busy:
        bench.listen()
    bench.lock.open(PERMIT)
    assert bench.lock.remaining_s() == ANSWER_S
    bench.seconds += ANSWER_S - 0.1
    bench.lock.tick()
    assert bench.events == []
    bench.seconds += 0.1
    bench.lock.tick()
    assert bench.events == [LockBroke()]
    assert len(bench.children) == 2


def test_a_child_may_take_its_time_to_start(lay: Lay) -> None:
    bench = lay()
    assert bench.lock.remaining_s() == START_S
    bench.lock.open(PERMIT)
    assert bench.lock.remaining_s() == START_S, "also when it is asked for something meanwhile"
    bench.seconds += START_S - 0.1
    bench.lock.tick()
    assert bench.events == []
    bench.settle()
    assert bench.events == [LockOpened()]


def test_a_child_that_never_starts_is_replaced(lay: Lay, tmp_path: Path) -> None:
    code = tmp_path / "child.py"
    code.write_text("import time\ntime.sleep(60)\n")
    bench = lay(lambda _: CoilChild([], code, end_s=0.0))
    bench.seconds += START_S
    bench.lock.tick()
    assert bench.events == [LockBroke()]
    assert len(bench.children) == 2


def test_a_child_that_keeps_the_coil_on_is_replaced(lay: Lay, tmp_path: Path) -> None:
    start, _ = stub(tmp_path, {"on": ["on", ""]})
    bench = lay(start)
    bench.open()
    bench.seconds += TIMES.pulse_s + ANSWER_S
    bench.lock.tick()
    assert bench.events == [LockOpened(), LockBroke()]
    assert not bench.lock.on


def test_a_child_that_cannot_start_is_tried_again_ever_more_slowly(
    lay: Lay, tmp_path: Path
) -> None:
    code = tmp_path / "taken.py"
    code.write_text("raise SystemExit(1)  # the pin is taken")
    bench = lay(lambda _: CoilChild([], code))
    waits = []
    for _ in range(9):
        bench.listen()
        waits.append(bench.heal())
    assert waits == [0.0, *(RESTART_S * 2**n for n in range(6)), 60.0, 60.0]
    assert bench.events == [LockBroke()], "said once, not at every try"


def test_it_recovers_when_processes_can_be_made_again(lay: Lay) -> None:
    hindered = [True]

    def start(tired: bool) -> CoilChild:
        if hindered:
            hindered.clear()
            raise OSError("no more processes")
        return coil()(tired)

    bench = lay(start)
    assert bench.events == [LockBroke()]
    bench.lock.open(PERMIT)
    assert bench.events == [LockBroke(), LockBroke()], "who asks is told"
    bench.lock.shut()
    bench.lock.listen()
    assert len(bench.events) == 2, "a coil without a child is off"
    assert bench.heal() == RESTART_LIMIT_S
    bench.settle()
    bench.kill_child()
    assert bench.events[2:] == [LockBroke()], "after a recovery a death is news again"


def test_closing_ends_the_child(lay: Lay) -> None:
    bench = lay()
    bench.open()
    child = bench.children[0].pid
    bench.lock.close()
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert not bench.lock.on
    assert bench.lock.watch() == []
    assert bench.lock.remaining_s() is None


def test_a_child_that_does_not_end_is_killed(tmp_path: Path) -> None:
    code = tmp_path / "deaf.py"
    code.write_text("import time\nprint('ready', flush=True)\nwhile True: time.sleep(60)")
    child = CoilChild([], code, end_s=0.01)
    select.select([child.fileno()], [], [], 30)
    child.end()
    with pytest.raises(ProcessLookupError):
        os.kill(child.pid, 0)
