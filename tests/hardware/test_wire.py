"""Wires to real printers, over pseudo-terminals, pipes and sockets."""

from __future__ import annotations

import os
import pty
import socket
import termios
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hardware import status
from kiosk.hardware.device import DeviceGone, DeviceStalled
from kiosk.hardware.wire import CLEAR, FileWire, NetworkWire, SerialWire, Wire

FAR_S = 30.0
"""A deadline that no test waits for."""
OPEN_FILES = Path("/proc/self/fd")


class Line:
    """A pseudo-terminal; a printer would sit at its `end`."""

    def __init__(self) -> None:
        self.end, self.near = pty.openpty()
        tty.setraw(self.near)
        self.path = os.ttyname(self.near)
        os.set_blocking(self.end, False)

    def unplug(self) -> None:
        """Pull the cable."""
        os.close(self.near)
        os.close(self.end)


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    for descriptor in (line.end, line.near):
        try:
            os.close(descriptor)
        except OSError:
            assert descriptor, "unplugged by the test"


@pytest.fixture(params=["file", "serial"])
def wire(request: pytest.FixtureRequest, line: Line) -> Iterator[Wire]:
    wire = FileWire(line.path) if request.param == "file" else SerialWire(line.path, 115200)
    yield wire
    wire.close()


def test_bytes_arrive_as_they_are(wire: Wire, line: Line) -> None:
    wire.open()
    wire.write(bytes(range(256)), FAR_S)
    assert os.read(line.end, 1000) == bytes(range(256))


def test_an_answer_comes_back(wire: Wire, line: Line) -> None:
    wire.open()
    assert wire.read(0.0) == b""
    os.write(line.end, b"\x12")
    assert wire.read(FAR_S) == b"\x12"


def test_a_printer_that_takes_nothing_stalls_the_job_and_not_the_kiosk(
    wire: Wire, line: Line
) -> None:
    wire.open()
    with pytest.raises(DeviceStalled):
        wire.write(bytes(1_000_000), 0.05)
    assert os.read(line.end, 10) == bytes(10), "it took what it could"


def test_an_unplugged_printer_is_gone(wire: Wire, line: Line) -> None:
    wire.open()
    line.unplug()
    with pytest.raises(DeviceGone):
        wire.write(b"x" * 100, FAR_S)
    with pytest.raises(DeviceGone):
        wire.read(0.05)


def test_a_closed_wire_is_gone_and_can_be_opened_again(wire: Wire, line: Line) -> None:
    wire.open()
    wire.close()
    wire.close()
    with pytest.raises(DeviceGone):
        wire.write(b"x", FAR_S)
    wire.open()
    wire.write(b"again", FAR_S)
    assert os.read(line.end, 10) == b"again"


def test_discarding_tells_the_printer_and_takes_its_answer_away(wire: Wire, line: Line) -> None:
    wire.open()
    os.write(line.end, b"\x37\x25\x00")
    wire.discard()
    assert os.read(line.end, 100).endswith(CLEAR)
    assert wire.read(0.0) == b""


def test_a_stalled_printer_can_be_discarded(wire: Wire) -> None:
    wire.open()
    with pytest.raises(DeviceStalled):
        wire.write(bytes(1_000_000), 0.01)
    wire.discard()


def test_no_printer_at_all(tmp_path: Path) -> None:
    for wire in (FileWire(str(tmp_path / "lp0")), SerialWire(str(tmp_path / "ttyUSB0"), 9600)):
        with pytest.raises(DeviceGone):
            wire.open()


def test_a_file_that_is_no_line_is_no_serial_printer(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("")
    before = len(list(OPEN_FILES.iterdir()))
    with pytest.raises(DeviceGone):
        SerialWire(str(tmp_path / "notes"), 9600).open()
    assert len(list(OPEN_FILES.iterdir())) == before, "nothing is left open"


def test_a_serial_line_is_set_as_the_settings_say(line: Line) -> None:
    wire = SerialWire(line.path, 38400)
    wire.open()
    *_, into, out, _ = termios.tcgetattr(line.near)
    assert (into, out) == (termios.B38400, termios.B38400)
    wire.close()


class Deaf(FileWire):
    """A file that may only be written, as some printers'."""

    def connect(self) -> int:
        fd = super().connect()
        self._answers = False
        return fd


def test_a_printer_that_only_listens_is_never_waited_for(line: Line) -> None:
    wire = Deaf(line.path)
    wire.open()
    os.write(line.end, b"\x12")
    assert wire.read(FAR_S) == b""
    assert status.ask(wire) == status.UNKNOWN
    wire.close()


# --- network ---


@pytest.fixture
def server() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def connected(server: socket.socket) -> tuple[NetworkWire, socket.socket]:
    wire = NetworkWire("127.0.0.1", server.getsockname()[1], FAR_S)
    wire.open()
    printer, _ = server.accept()
    return wire, printer


def test_a_network_printer_takes_and_answers(server: socket.socket) -> None:
    wire, printer = connected(server)
    with printer:
        wire.write(b"\x1b@", FAR_S)
        assert printer.recv(10) == b"\x1b@"
        printer.send(b"\x12")
        assert wire.read(FAR_S) == b"\x12"
    wire.close()


def test_a_network_printer_that_hangs_up_is_gone_not_silent(server: socket.socket) -> None:
    wire, printer = connected(server)
    printer.close()
    with pytest.raises(DeviceGone):
        wire.read(FAR_S)
    wire.close()


def test_nobody_at_the_address(server: socket.socket) -> None:
    port = server.getsockname()[1]
    server.close()
    with pytest.raises(DeviceGone):
        NetworkWire("127.0.0.1", port, FAR_S).open()
