"""The doctor in the running kiosk: what takes long, on a worker of its own."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk import store as stores
from kiosk.config import Machine
from kiosk.doctor.examination import Box, Computer, page
from kiosk.post.finding import Finding
from kiosk.post.pin import Answer, answered


@dataclass(frozen=True)
class Doctor:
    """Looks at what the kiosk does not hold itself, and compares PINs."""

    machine: Machine
    computer: Computer

    def look(self) -> tuple[Finding, ...]:
        """Everything but the box and its printer."""
        return tuple(page(self.machine, self.computer, Box([], [], running=True)))

    def answer(self, pin: str) -> Answer:
        """Compare with what is kept now: it may have been changed from the command line.

        Takes as long as its hash costs. Raises StoreError, PinDamaged.
        """
        return answered(pin, stores.load_pin(self.machine.store))
