"""A USB cable with a printer at its end: the kernel's gadget, plugged into the kernel's port."""

from __future__ import annotations

import os
import time
from pathlib import Path

GADGET = Path("/sys/kernel/config/usb_gadget/printer")
CONTROLLER = "dummy_udc.0"
VENDOR, PRODUCT = 0x1209, 0x0001
NODE, HOST_NODE = Path("/dev/g_printer0"), Path("/dev/usb/lp0")
PLUG_S = 10.0


class Cable:
    """One at a time; `queue` is how many reads' worth of bytes the printer takes ahead."""

    def __init__(self, queue: int) -> None:
        (GADGET / "strings/0x409").mkdir(parents=True)
        (GADGET / "idVendor").write_text(hex(VENDOR))
        (GADGET / "idProduct").write_text(hex(PRODUCT))
        (GADGET / "strings/0x409/product").write_text("Receipt printer")
        (GADGET / "functions/printer.0").mkdir()
        (GADGET / "functions/printer.0/q_len").write_text(str(queue))
        (GADGET / "functions/printer.0/pnp_string").write_text("MFG:Rig;MDL:Receipt;CLS:PRINTER;")
        (GADGET / "configs/c.1").mkdir()
        (GADGET / "configs/c.1/printer.0").symlink_to(GADGET / "functions/printer.0")

    def plug(self) -> int:
        """Put it in, wait until the host has a printer; return the printer's end, non-blocking."""
        (GADGET / "UDC").write_text(CONTROLLER)
        _await(NODE)
        _await(HOST_NODE)  # only now has the host told the printer that it is one
        return os.open(NODE, os.O_RDWR | os.O_NONBLOCK)

    def unplug(self, end: int) -> None:
        """Pull it; `end` is what `plug` returned."""
        os.close(end)
        (GADGET / "UDC").write_text("\n")
        _await(HOST_NODE, there=False)
        _await(NODE, there=False)

    def forget(self) -> None:
        """There is no such printer any more."""
        (GADGET / "configs/c.1/printer.0").unlink()
        for folder in ("configs/c.1", "functions/printer.0", "strings/0x409", ""):
            (GADGET / folder).rmdir()


def _await(path: Path, *, there: bool = True) -> None:
    end = time.monotonic() + PLUG_S
    while path.exists() is not there:
        if time.monotonic() > end:
            raise TimeoutError(f"{path} does not {'come' if there else 'go'}")
        time.sleep(0.005)
