"""A USB cable with a stick at its end: two pipes of the kernel's, plugged into its own port."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import threading
from pathlib import Path

from tests.rig.cable import CONTROLLER, VENDOR

GADGET = Path("/sys/kernel/config/usb_gadget/stick")
PIPES = Path("/dev/shm/stick")  # noqa: S108 - where the kernel shows the pipes
PRODUCT = 0x0002
ENABLE, DISABLE, SETUP = 2, 3, 4
"""What the kernel tells of the cable; all else is of no interest to a stick."""

MASS_STORAGE = bytes((9, 4, 0, 0, 2, 8, 6, 0x50, 0))
"""Descriptor of an interface: two pipes, SCSI's commands, bulk only."""


def _described() -> bytes:
    def speed(packet: int) -> bytes:
        pipes = [bytes((7, 5, end, 2)) + packet.to_bytes(2, "little") + b"\0" for end in (0x81, 2)]
        return MASS_STORAGE + b"".join(pipes)

    body = speed(64) + speed(512)
    return struct.pack("<5I", 3, 20 + len(body), 3, 3, 3) + body


class StickCable:
    """One at a time. It says by `enabled` whether the host has made its pipes ready."""

    def __init__(self) -> None:
        (GADGET / "strings/0x409").mkdir(parents=True)
        (GADGET / "idVendor").write_text(hex(VENDOR))
        (GADGET / "idProduct").write_text(hex(PRODUCT))
        (GADGET / "functions/ffs.stick").mkdir()
        (GADGET / "configs/c.1").mkdir()
        PIPES.mkdir(exist_ok=True)
        subprocess.run(["mount", "-t", "functionfs", "stick", str(PIPES)], check=True)
        self._control = os.open(PIPES / "ep0", os.O_RDWR)
        os.write(self._control, _described())
        os.write(self._control, struct.pack("<4I", 2, 16, 0, 0))
        (GADGET / "configs/c.1/ffs.stick").symlink_to(GADGET / "functions/ffs.stick")
        self.to_host = os.open(PIPES / "ep1", os.O_RDWR | os.O_NONBLOCK)
        self.from_host = os.open(PIPES / "ep2", os.O_RDWR | os.O_NONBLOCK)
        self.enabled = threading.Event()
        self._stop_out, self._stop_in = os.pipe()
        self._thread = threading.Thread(target=self._listen, daemon=True)
        self._thread.start()

    def plug(self) -> None:
        """Put it in."""
        (GADGET / "UDC").write_text(CONTROLLER)

    def unplug(self) -> None:
        """Pull it."""
        (GADGET / "UDC").write_text("\n")

    def forget(self) -> None:
        """There is no such stick any more; it must be out."""
        os.write(self._stop_in, b".")
        self._thread.join()
        for end in (self.to_host, self.from_host, self._control, self._stop_out, self._stop_in):
            os.close(end)
        (GADGET / "configs/c.1/ffs.stick").unlink()
        subprocess.run(["umount", str(PIPES)], check=True)
        for folder in ("configs/c.1", "functions/ffs.stick", "strings/0x409", ""):
            (GADGET / folder).rmdir()

    def _listen(self) -> None:
        while True:
            ready, _, _ = select.select([self._control, self._stop_out], [], [])
            if self._stop_out in ready:
                return
            *request, kind, _ = struct.unpack("<2B3HB3s", os.read(self._control, 12))
            if kind == SETUP:
                self._answer(request[0])
            elif kind in (ENABLE, DISABLE):
                (self.enabled.set if kind == ENABLE else self.enabled.clear)()

    def _answer(self, direction: int) -> None:
        """It has one disk; and whatever it is told to do, it has done."""
        if direction & 0x80:
            os.write(self._control, b"\0")
        else:
            os.read(self._control, 0)
