"""The Raspberry Pi's 40-pin header: which pin is where, and what each is used for here."""

from __future__ import annotations

from dataclasses import dataclass

GPIO = {
    3: 2, 5: 3, 7: 4, 8: 14, 10: 15, 11: 17, 12: 18, 13: 27, 15: 22, 16: 23, 18: 24, 19: 10,
    21: 9, 22: 25, 23: 11, 24: 8, 26: 7, 27: 0, 28: 1, 29: 5, 31: 6, 32: 12, 33: 13, 35: 19,
    36: 16, 37: 26, 38: 20, 40: 21,
}  # fmt: skip
"""GPIO number by the pin's place; the same on every model with 40 pins."""
SUPPLY = {1: "3V3", 17: "3V3", 2: "5V", 4: "5V"}
CLOCK = {3: "SDA", 5: "SCL"}

COLOURS = {
    "3V3": "#b45f06",
    "5V": "#b3261e",
    "12V": "#6d1010",
    "GND": "#333333",
    "SDA": "#00696f",
    "SCL": "#00696f",
    "slot": "#0b57a4",
    "door": "#1a7338",
    "lock": "#7b2a99",
}


@dataclass(frozen=True)
class Header:
    """Uses by place: `slot`, `door`, `lock`, or a supply and whose it is, such as `GND door`."""

    uses: dict[int, str]

    @classmethod
    def wired(cls, signals: dict[str, int], others: dict[int, str]) -> Header:
        """Add the signals, by name and GPIO number, to the others, by place.

        Raises ValueError where two want one place, or a place is not what it is wanted for.
        """
        place = {gpio: where for where, gpio in GPIO.items()}
        placed = {place[gpio]: name for name, gpio in signals.items()}
        if both := placed.keys() & others.keys():
            raise ValueError(f"wiring.toml uses places of slot, door or lock: {sorted(both)}")
        wrong = [where for where, use in others.items() if use.split()[0] != _kind(where)]
        if wrong:
            raise ValueError(f"wiring.toml asks places for what they are not: {wrong}")
        return cls(others | placed)

    def place(self, use: str) -> int:
        """Return where a use is."""
        return next(where for where, what in self.uses.items() if what == use)

    def terminal(self, use: str) -> str:
        """Return a use in words, such as `GPIO17 · pin 11`."""
        where = self.place(use)
        return f"{self.name(where)} · pin {where}"

    def name(self, where: int) -> str:
        """Return what a place is: GPIO17, 3V3, 5V or GND."""
        return f"GPIO{GPIO[where]}" if where in GPIO else SUPPLY.get(where, "GND")


def _kind(where: int) -> str:
    """Return what a place can be used as, beside signals."""
    if where in CLOCK:
        return CLOCK[where]
    return "a signal" if where in GPIO else SUPPLY.get(where, "GND")
