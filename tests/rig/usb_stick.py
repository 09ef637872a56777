"""A stick at the other end of a USB cable: a processor that obeys SCSI's commands, and hands.

It can be pulled between two sectors, be locked, garble or refuse what is written, or fall silent.
"""

from __future__ import annotations

import os
import struct
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from enum import IntEnum
from pathlib import Path

from tests.rig.image import SECTOR, Image
from tests.rig.stick_cable import StickCable

COMMAND = struct.Struct("<4sIIBBB16s")
PLACE = struct.Struct(">2xIxH")
"""Where a read or a write begins, and how many sectors it has."""

CHUNK = 1 << 14


class Op(IntEnum):
    """What the host asks for."""

    SENSE = 0x03
    INQUIRY = 0x12
    MODE = 0x1A
    CAPACITY = 0x25
    READ = 0x28
    WRITE = 0x2A


NAME = b"\0\x80\4\2\x1f\0\0\0Rig     Stick           1.00"
UNKNOWN, LOCKED, WORN_OUT = (5, 0x20), (7, 0x27), (3, 0x0C)
"""What it complains of, by SCSI's key and code."""

PLUG_S = 20.0
DISKS = Path("/sys/block")


class UsbStick:
    """What lies on it is `image`; `pull_after` so many sectors more, it comes out of the port."""

    def __init__(self, image: Image) -> None:
        self.image, self.plugged = image, False
        self.locked, self.worn_out, self.ignores = False, False, False
        self.garble: Callable[[bytes], bytes] = bytes
        self.pull_after: int | None = None
        self._complaint = (0, 0)
        self._awake, self._done = threading.Event(), False
        self._awake.set()
        self._cable = StickCable()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    # --- hands ---

    def plug(self) -> None:
        """Put it in; wait until the host has a disk."""
        self.plugged = True
        self._cable.plug()
        until(lambda: any(DISKS.glob("sd*")))

    def unplug(self) -> None:
        """Pull it; wait until the host knows."""
        self._out()
        until(lambda: not any(DISKS.glob("sd*")))

    def fall_silent(self, *, silent: bool) -> None:
        """Answer no command any more, or go on."""
        (self._awake.clear if silent else self._awake.set)()

    def remove(self) -> None:
        """Pull it and forget it."""
        self._done = True
        self._awake.set()
        if self.plugged:
            self.unplug()
        self._cable.enabled.set()
        self._thread.join()
        self._cable.forget()

    def _out(self) -> None:
        self.plugged = False
        self._cable.unplug()

    # --- the stick's processor ---

    def _run(self) -> None:
        while not self._done:
            self._cable.enabled.wait()
            with suppress(OSError):  # the pipes go with the cable
                self._serve()
                continue
            time.sleep(0.005)

    def _serve(self) -> None:
        asked = os.read(self._cable.from_host, SECTOR)
        _, tag, length, direction, _, _, command = COMMAND.unpack(asked)
        self.ignores = not self._awake.is_set()
        self._awake.wait()
        done = self._say(command, length) if direction & 0x80 else self._hear(command, length)
        os.write(self._cable.to_host, struct.pack("<4sIIB", b"USBS", tag, 0, not done))

    def _say(self, command: bytes, length: int) -> bool:
        said = self._said(command)
        os.write(self._cable.to_host, bytes(length) if said is None else said[:length])
        return said is not None

    def _said(self, command: bytes) -> bytes | None:
        match command[0]:
            case Op.INQUIRY:
                return NAME
            case Op.SENSE:
                key, code = self._complaint
                return bytes((0x70, 0, key, 0, 0, 0, 0, 10, 0, 0, 0, 0, code, 0, 0, 0, 0, 0))
            case Op.MODE:
                return bytes((3, 0, 0x80 * self.locked, 0))
            case Op.CAPACITY:
                return struct.pack(">II", self.image.sectors - 1, SECTOR)
            case Op.READ:
                first, count = PLACE.unpack_from(command)
                return b"".join(map(self.image.read, range(first, first + count)))
        self._complaint = UNKNOWN
        return None

    def _hear(self, command: bytes, length: int) -> bool:
        if command[0] != Op.WRITE:
            return True  # it is ready, started, and keeps what it has
        complaint = LOCKED if self.locked else WORN_OUT if self.worn_out else None
        sector, _ = PLACE.unpack_from(command)
        while length:
            heard = os.read(self._cable.from_host, min(length, CHUNK))
            length -= len(heard)
            for start in range(0, len(heard), SECTOR):
                if complaint is None:
                    self._keep(sector, heard[start : start + SECTOR])
                sector += 1
        self._complaint = complaint or self._complaint
        return complaint is None

    def _keep(self, sector: int, data: bytes) -> None:
        if self.pull_after == 0:
            self.pull_after = None
            self._out()
            raise OSError("out")
        if self.pull_after is not None:
            self.pull_after -= 1
        self.image.write(sector, self.garble(data))


def until(holds: Callable[[], bool]) -> None:
    """Wait for something that comes by itself."""
    end = time.monotonic() + PLUG_S
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError("the host does not see it")
        time.sleep(0.005)
