"""A header of simulated pins (gpio-sim) behind a real /dev/gpiochip, and what is wired to it."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from pathlib import Path

SIMULATIONS = Path("/sys/kernel/config/gpio-sim")
DEVICES = Path("/sys/devices/platform")
DRIVER = Path("/sys/bus/platform/drivers/gpio-sim")
SWITCHES = Path("/sys/module/gpio_sim/parameters")
LINES = 54
PULLS = (b"pull-down", b"pull-up")


class Header:
    """A live chip; `label` is what drivers look for."""

    def __init__(self, label: str = "pinctrl-bcm2835", name: str = "header") -> None:
        self._device = SIMULATIONS / name
        self._bank = self._device / "bank0"
        self._bank.mkdir(parents=True)
        (self._bank / "num_lines").write_text(str(LINES))
        (self._bank / "label").write_text(label)
        (self._device / "live").write_text("1")
        chip = (self._bank / "chip_name").read_text().strip()
        self.path = f"/dev/{chip}"
        self._name = (self._device / "dev_name").read_text().strip()
        self._lines = DEVICES / self._name / chip

    def line(self, pin: int) -> Line:
        """Return what is wired to a pin."""
        return Line(self._lines / f"sim_gpio{pin}")

    def unbind(self) -> None:
        """Take its driver away from the chip, whoever holds a line."""
        (DRIVER / "unbind").write_text(self._name)

    def remove(self) -> None:
        """Forget the chip."""
        (self._device / "live").write_text("0")
        self._bank.rmdir()
        self._device.rmdir()


class Line:
    """One line from outside: driven as a sensor does, or watched as a coil is."""

    def __init__(self, folder: Path) -> None:
        self._pull, self.value = folder / "pull", folder / "value"
        self._fd = os.open(self._pull, os.O_WRONLY)

    def wire(self, *, high: bool) -> None:
        """Drive it, stronger than any pull."""
        os.pwrite(self._fd, PULLS[high], 0)

    def play(self, spans: Iterable[tuple[bool, float]]) -> float:
        """Drive it through (level, seconds); return by how much a busy host was late at most."""
        late_s, began = 0.0, time.monotonic()
        for high, span_s in spans:
            self.wire(high=high)
            if span_s > 0:
                time.sleep(span_s)
            ended = time.monotonic()
            late_s, began = max(late_s, ended - began - span_s), ended
        return late_s

    @property
    def high(self) -> bool:
        """Level now."""
        return self.value.read_text() == "1\n"


def switch(name: str, *, on: bool) -> None:
    """Turn one of the rig's switches in the kernel (tools/rig/gpio-sim.sed)."""
    (SWITCHES / name).write_text("Y" if on else "N")
