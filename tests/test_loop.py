"""The inbox wakes the loop: from a thread, a signal, a watched descriptor, or a deadline."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.events import DoorOpened, DoorShut, StopAsked
from kiosk.loop import Inbox, input_descriptors


@pytest.fixture
def inbox() -> Iterator[Inbox]:
    box = Inbox()
    yield box
    box.close()


def test_events_come_out_in_the_order_they_came_in(inbox: Inbox) -> None:
    assert not inbox
    inbox.put(DoorOpened())
    inbox.put(DoorShut())
    assert inbox
    assert [inbox.take(), inbox.take(), inbox.take()] == [DoorOpened(), DoorShut(), None]


def test_an_event_from_another_thread_ends_a_sleep_without_end(inbox: Inbox) -> None:
    threading.Timer(0.01, inbox.put, [DoorOpened()]).start()
    inbox.sleep((), None)
    assert inbox.take() == DoorOpened()


def test_many_events_wake_once_and_then_it_sleeps_again(inbox: Inbox) -> None:
    for _ in range(100_000):
        inbox.put(DoorOpened())
    while True:
        inbox.sleep((), 0)
        if not _poked(inbox):
            break
    read, write = os.pipe()
    os.write(write, b"x")
    inbox.sleep([(read, lambda: inbox.put(DoorShut()))], None)
    os.close(read)
    os.close(write)
    taken = [event for event in iter(inbox.take, None) if event == DoorShut()]
    assert taken == [DoorShut()]


def _poked(inbox: Inbox) -> bool:
    try:
        return bool(inbox._poked.recv(1, socket.MSG_PEEK))
    except BlockingIOError:
        return False


def test_only_the_readable_descriptor_is_called(inbox: Inbox) -> None:
    called: list[str] = []
    (quiet, quiet_end), (loud, loud_end) = os.pipe(), os.pipe()
    os.write(loud_end, b"x")
    inbox.sleep([(quiet, lambda: called.append("quiet")), (loud, lambda: called.append("loud"))], 5)
    for fd in (quiet, quiet_end, loud, loud_end):
        os.close(fd)
    assert called == ["loud"]


def test_a_signal_becomes_an_event_and_the_old_handler_returns(inbox: Inbox) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with inbox.on_signals(StopAsked()):
        os.kill(os.getpid(), signal.SIGTERM)
        inbox.sleep((), None)
    assert inbox.take() == StopAsked()
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_displays_socket_and_the_hotplug_socket_are_input_and_others_are_not(
    tmp_path: Path,
) -> None:
    folder = tmp_path / ".X11-unix"
    folder.mkdir()
    server = _listen(folder / "X9")
    other = _listen(tmp_path / "bus")
    display, bus = socket.socket(socket.AF_UNIX), socket.socket(socket.AF_UNIX)
    plain = socket.socket()
    hotplug = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 15)
    display.connect(str(folder / "X9"))
    bus.connect(str(tmp_path / "bus"))
    found = input_descriptors()
    assert {display.fileno(), hotplug.fileno()} <= found
    assert not {bus.fileno(), plain.fileno(), server.fileno()} & found
    for sock in (server, other, display, bus, plain, hotplug):
        sock.close()


def _listen(path: Path) -> socket.socket:
    sock = socket.socket(socket.AF_UNIX)
    sock.bind(str(path))
    sock.listen()
    return sock
