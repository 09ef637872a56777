"""gpiozero's mock pins with contacts wired to them, on the simulated clock."""

from __future__ import annotations

from typing import Any

from gpiozero.pins.mock import MockFactory, MockPin
from gpiozero.pins.pi import PiPin

from kiosk.hardware.ports import Clock, PinsGone


class SimulatedPin(MockPin):  # type: ignore[misc] # gpiozero is untyped
    """A mock pin with something wired to it, whose edges carry the simulated clock's moments."""

    def __init__(self, factory: SimulatedPins, info: Any) -> None:
        self._wired: bool | None = None
        self._at = 0.0
        self.deaf = False
        self.lost = self._unheard = 0
        super().__init__(factory, info)

    def drive(self, *, high: bool, at: float) -> None:
        """Change the level at a moment, as a sensor does: stronger than any pull."""
        self._wired, self._at = high, at
        if high:
            self.drive_high()
        else:
            self.drive_low()

    def _set_pull(self, value: str) -> None:
        super()._set_pull(value)
        if self._wired is not None:
            self._change_state(self._wired)

    def _get_state(self) -> Any:
        self.factory.answer()
        return super()._get_state()

    def _call_when_changed(self) -> None:
        """Hand the edge on; a deaf pin loses it, and counts what it lost when it hears again."""
        if self.deaf or self.factory.gone:
            self._unheard += 1
            return
        self.lost, self._unheard = self.lost + self._unheard, 0
        PiPin._call_when_changed(self, self._at, self._state)  # noqa: SLF001 - the way MockPin does


class SimulatedPins(MockFactory):  # type: ignore[misc]
    """gpiozero's mock factory on the simulated clock."""

    def __init__(self, clock: Clock) -> None:
        super().__init__(pin_class=SimulatedPin)
        self.ticks = clock.monotonic
        self.gone = False

    def answer(self) -> None:
        """Edges come by themselves here; a chip that was taken away raises PinsGone."""
        if self.gone:
            raise PinsGone("the chip with the pins went away")


class Contact:
    """What is wired to one pin."""

    def __init__(self, pin: SimulatedPin, clock: Clock, *, on_high: bool) -> None:
        self._pin, self._clock, self._on_high = pin, clock, on_high
        self.on = False

    def deafen(self, *, deaf: bool) -> None:
        """Let no edge arrive, as a queue that is full; or let them arrive again."""
        self._pin.deaf = deaf

    def turn(self, *, on: bool, ago_s: float = 0.0) -> None:
        """Open or close now, or a moment ago."""
        self.on = on
        self._pin.drive(high=on == self._on_high, at=self._clock.monotonic() - ago_s)
