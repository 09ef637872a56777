"""The manager hears of the kiosk after turns of its loop, and of no other sign of life."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from kiosk.demo.school import FIRST_MOMENT
from kiosk.events import StopAsked
from kiosk.hardware.simulated import SimulatedClock
from kiosk.watchdog import LIVES, Watchdog, watchdog
from tests.conftest import Opens

PATIENCE_US = "30000000"


class Time:
    """Seconds that a test moves."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


class Manager:
    """A service manager's end of the socket."""

    def __init__(self, address: str) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.bind(address)
        self.socket.settimeout(0)

    def heard(self) -> list[str]:
        """What came since the last call."""
        words = []
        while True:
            try:
                words.append(self.socket.recv(4096).decode())
            except BlockingIOError:
                return words


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    manager = Manager(str(tmp_path / "notify"))
    yield manager
    manager.socket.close()


def environment(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": PATIENCE_US, **more}


def test_the_first_turn_says_that_the_kiosk_has_begun(
    time: Time, manager: Manager, tmp_path: Path
) -> None:
    kiosk = watchdog(time, environment(tmp_path))
    assert manager.heard() == [], "not before the loop has turned"
    kiosk.turned(alive=True)
    assert manager.heard() == ["READY=1\nWATCHDOG=1"]


def test_it_is_fed_three_times_within_the_managers_patience_however_often_the_loop_turns(
    time: Time, manager: Manager, tmp_path: Path
) -> None:
    kiosk = watchdog(time, environment(tmp_path))
    for _ in range(60):
        kiosk.turned(alive=True)
        time.seconds += 0.5
    assert manager.heard() == [LIVES] * 3


def test_a_loop_that_nothing_wakes_is_woken_to_say_that_it_lives(
    time: Time, manager: Manager, tmp_path: Path
) -> None:
    kiosk = watchdog(time, environment(tmp_path))
    kiosk.turned(alive=True)
    assert kiosk.deadline() == time.seconds + 10
    time.seconds += 10
    kiosk.turned(alive=True)
    assert manager.heard() == [LIVES] * 2


def test_with_a_worker_that_hangs_nothing_is_said_and_the_loop_does_not_spin(
    time: Time, manager: Manager, tmp_path: Path
) -> None:
    kiosk = watchdog(time, environment(tmp_path))
    kiosk.turned(alive=True)
    manager.heard()
    time.seconds += 10
    kiosk.turned(alive=False)
    assert manager.heard() == []
    assert kiosk.deadline() == time.seconds + 10
    time.seconds += 10
    kiosk.turned(alive=True)
    assert manager.heard() == [LIVES], "it came out of what it hung in"


def test_with_nobody_who_looks_after_it_the_loop_sleeps_without_end(time: Time) -> None:
    kiosk = watchdog(time, {})
    assert kiosk.deadline() is None
    kiosk.turned(alive=True)
    assert kiosk.deadline() is None


@pytest.mark.parametrize("more", [{"WATCHDOG_USEC": "0"}, {"WATCHDOG_PID": "1"}], ids=str)
def test_a_manager_without_a_watchdog_is_told_of_the_start_alone(
    time: Time, manager: Manager, tmp_path: Path, more: dict[str, str]
) -> None:
    kiosk = watchdog(time, environment(tmp_path, **more))
    kiosk.turned(alive=True)
    assert kiosk.deadline() is None
    time.seconds += 100
    kiosk.turned(alive=True)
    assert manager.heard() == [LIVES]


def test_the_patience_of_this_very_process_counts(time: Time, tmp_path: Path) -> None:
    kiosk = watchdog(time, environment(tmp_path, WATCHDOG_PID=str(os.getpid())))
    kiosk.turned(alive=True)
    assert kiosk.deadline() == time.seconds + 10


def test_a_name_outside_the_file_system_is_understood(time: Time) -> None:
    address = f"kiosk-test-{os.getpid()}"
    manager = Manager(f"\0{address}")
    watchdog(time, {"NOTIFY_SOCKET": f"@{address}"}).turned(alive=True)
    assert manager.heard() == [LIVES]
    manager.socket.close()


def test_a_manager_that_is_gone_or_full_stops_nobody(
    time: Time, manager: Manager, tmp_path: Path
) -> None:
    kiosk = watchdog(time, environment(tmp_path))
    for _ in range(10_000):  # more than a socket holds
        time.seconds += 10
        kiosk.turned(alive=True)
    assert 0 < len(manager.heard()) < 10_000
    manager.socket.close()
    time.seconds += 10
    kiosk.turned(alive=True)


def test_a_running_kiosk_says_that_it_lives_until_it_is_asked_to_stop(
    opens: Opens, manager: Manager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in environment(tmp_path, WATCHDOG_USEC="30000").items():
        monkeypatch.setenv(name, value)
    guest = opens(clock=SimulatedClock(FIRST_MOMENT, running=True))
    app = guest.world.app
    app.close = lambda: None  # type: ignore[method-assign]  # the fixture closes it
    manager.socket.settimeout(20)
    heard: list[bytes] = []

    def manages() -> None:
        with suppress(TimeoutError):
            heard.extend(manager.socket.recv(4096) for _ in range(4))
        app.inbox.put(StopAsked())

    managing = threading.Thread(target=manages)
    managing.start()
    app.run()
    managing.join()
    assert heard == [LIVES.encode()] * 4


def test_a_kiosk_one_of_whose_threads_is_gone_is_not_alive(opens: Opens) -> None:
    app = opens().world.app
    assert app.alive
    app.desk.store.stop()
    assert not app.alive


def test_it_is_the_loop_that_speaks() -> None:
    told: list[str] = []
    silent = Watchdog(told.append, 1.0, lambda: 0.0)
    assert silent.deadline() == 0.0
    assert told == []
