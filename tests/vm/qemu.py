"""The words by which QEMU becomes a machine: two processors, three disks, a glass, a keyboard."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

VM = Path(__file__).parents[2] / "build" / "vm"
SIZE = (1280, 800)

WINDOW = "console=ttyS0 systemd.getty_auto=no loglevel=4"
"""The console has no login there: it is the test's window into the kernel."""
STEADY = "clocksource=hpet no_timer_check"
"""A busy host leads the kernel to mistake the pace of its other clocks."""

DATA = {
    "driver": "blklogwrites",
    "node-name": "data",
    "discard": "unmap",
    "file": {"driver": "file", "filename": "data", "discard": "unmap"},
    "log": {"driver": "file", "filename": "log"},
}
"""The letters' disk: every write is kept in its order."""


def command(place: Path) -> list[str]:
    """Emulated whatever the host is: KVM is not everywhere."""
    words = "qemu-system-x86_64 -M q35 -accel tcg,thread=multi -cpu max -smp 2 -m 1536"
    words += " -nodefaults -no-user-config -no-reboot -display none -nic none"
    words += f" -vga none -device virtio-vga,xres={SIZE[0]},yres={SIZE[1]}"
    words += " -device qemu-xhci -device usb-kbd -device usb-tablet"
    words += " -chardev socket,id=printer,path=printer,server=on,wait=off"
    words += " -device usb-serial,chardev=printer"
    words += " -drive file=system,if=none,id=system,format=qcow2"
    words += " -drive file=boot,if=none,id=boot,format=raw"
    words += "".join(f" -device virtio-blk-pci,drive={disk}" for disk in ("system", "data", "boot"))
    words += " -serial file:console.log -serial unix:ear,server=on,wait=off"
    words += " -qmp unix:monitor,server=on,wait=off"
    words += f" -kernel {VM / 'vmlinuz'} -initrd {VM / 'initrd.img'}"
    line = f"{firmware(place)} {WINDOW} {STEADY}"
    return [*words.split(), "-blockdev", json.dumps(DATA), "-append", line]


def firmware(place: Path) -> str:
    """What the firmware of a Raspberry Pi tells the kernel: the file on the boot partition."""
    read = ["mtype", "-i", str(place / "boot"), "::cmdline.txt"]
    return subprocess.run(read, check=True, capture_output=True, text=True).stdout.strip()
