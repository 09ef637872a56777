"""The coil's own process, run as a file: `python -I -S coil.py backend=… pin=… pulse=… …`.

It owns the lock's pin. Commands come by stdin, a line each: `on SECONDS` and `off`; reports go to
stdout, a line each: first `ready`, then `on`, `off`, or `rest` for a pulse refused because the coil
must cool. Each command is answered by one line; `late` comes unasked, when the deadline dropped it.

End of file, the death of the parent, a signal or the deadline drops the coil. Pulse and rest are
bounded here, whatever is asked: a pulse never lasts longer than PULSE_LIMIT_S and is never made
longer by asking again, and the coil rests at least as long as it was on.

Little of the standard library is imported and the line is asked of the kernel itself: a coil that
a killed child has left on stays on until the next child has started (record 0018).
"""

from __future__ import annotations

import fcntl
import os
import select
import signal
import struct
import sys
import time

PULSE_LIMIT_S = 10.0

SIGNALS = signal.SIGTERM, signal.SIGINT, signal.SIGHUP

# linux/gpio.h, version 2: how a line is asked for, and how it is set
LINE_REQUEST = struct.Struct("=I252x32sQ264xII20xi")  # pin, consumer, flags, lines, buffer, line
LINE_VALUES = struct.Struct("=QQ")  # levels, which of them are meant
GET_LINE, SET_VALUES = 0xC250B407, 0xC010B40F
OUTPUT = 1 << 3
"""It begins low where no level is asked for."""


class Pulse:
    """When the coil may be on: pure, in monotonic seconds. `tired` starts with a rest."""

    def __init__(self, longest_s: float, rest_s: float, *, tired_at: float | None = None) -> None:
        self._longest_s = longest_s if 0 < longest_s < PULSE_LIMIT_S else PULSE_LIMIT_S
        self._rest_s = max(rest_s, 0.0)
        self._began: float | None = None
        self._rested = float("-inf") if tired_at is None else tired_at + self._rest_s
        self.deadline: float | None = None

    def on(self, asked_s: float, now: float) -> bool:
        """Whether the coil is on now: asked while on, the first deadline stays."""
        if self.deadline is None and now >= self._rested and asked_s > 0:
            self._began = now
            self.deadline = now + min(asked_s, self._longest_s)
        return self.deadline is not None

    def off(self, now: float) -> None:
        """Take note that the coil was dropped."""
        if self._began is not None:
            self._rested = now + max(self._rest_s, now - self._began)
        self._began = self.deadline = None

    def late(self, now: float) -> bool:
        """Whether the deadline has passed."""
        return self.deadline is not None and now >= self.deadline


class Pin:
    """A simulated line: whoever reads the reports knows the coil."""

    def drive(self, *, on: bool) -> None:
        """Set the line; released low, because some kernels keep a released output driven."""


class KernelPin(Pin):
    """The line to the coil's transistor, low from the moment it is taken. Raises OSError."""

    def __init__(self, chip: str, pin: int) -> None:
        asked = bytearray(LINE_REQUEST.pack(pin, b"kiosk-coil", OUTPUT, 1, 0, -1))
        header = os.open(chip, os.O_RDWR | os.O_CLOEXEC)
        fcntl.ioctl(header, GET_LINE, asked)
        os.close(header)
        self._line = LINE_REQUEST.unpack(asked)[-1]

    def drive(self, *, on: bool) -> None:
        """Set the line."""
        fcntl.ioctl(self._line, SET_VALUES, LINE_VALUES.pack(on, 1))


class Coil:
    """Commands in, reports out, the pin between."""

    def __init__(self, pin: Pin, pulse: Pulse, stdin: int = 0, stdout: int = 1) -> None:
        self._pin, self._pulse = pin, pulse
        self._stdin, self._stdout = stdin, stdout
        self._rest_of_line = b""

    def serve(self, parent: int | None) -> None:
        """Serve until end of file or until `parent` (a pidfd) is readable; drop in any case."""
        try:
            self._pin.drive(on=False)
            self._say("ready")
            while self._turn(parent):
                pass
        finally:
            self._pin.drive(on=False)

    def _turn(self, parent: int | None) -> bool:
        watched = [self._stdin] if parent is None else [self._stdin, parent]
        deadline = self._pulse.deadline
        timeout = None if deadline is None else max(0.0, deadline - time.monotonic())
        readable, _, _ = select.select(watched, [], [], timeout)
        if self._pulse.late(time.monotonic()):
            self._drop("late")
        if parent in readable:
            return self._leave()
        return self._stdin not in readable or self._read()

    def _read(self) -> bool:
        data = os.read(self._stdin, 4096)
        if not data:
            return self._leave()
        *lines, self._rest_of_line = (self._rest_of_line + data).split(b"\n")
        for line in lines:
            self._obey(line.decode("ascii", "replace").split())
        return True

    def _obey(self, words: list[str]) -> None:
        match words:
            case ["on", seconds]:
                self._energise(float(seconds))
            case ["off"]:
                self._drop("off")
            case _:
                raise ValueError("neither on nor off")

    def _energise(self, asked_s: float) -> None:
        on = self._pulse.on(asked_s, time.monotonic())
        if on:
            self._pin.drive(on=True)
        self._say("on" if on else "rest")

    def _drop(self, word: str) -> None:
        self._pin.drive(on=False)
        self._pulse.off(time.monotonic())
        self._say(word)

    def _leave(self) -> bool:
        self._drop("off")
        return False

    def _say(self, word: str) -> None:
        try:  # noqa: SIM105 - contextlib would cost a tenth of the start
            os.write(self._stdout, word.encode() + b"\n")
        except BrokenPipeError:
            pass  # nobody listens any more, and stdin will end too


def _pin(options: dict[str, str]) -> Pin:
    match options["backend"]:
        case "kernel":
            return KernelPin(options["chip"], int(options["pin"]))
        case "simulated":
            return Pin()
        case other:
            raise ValueError(f"no pin backend is called {other}")


def _watch(parent: int) -> int | None:
    """A descriptor that becomes readable when the parent dies; None where the kernel has none."""
    try:
        return os.pidfd_open(parent)
    except ProcessLookupError:
        raise SystemExit from None
    except OSError:
        return None


def _end(*_: object) -> None:
    for number in SIGNALS:
        signal.signal(number, signal.SIG_IGN)  # a second one must not interrupt the dropping
    raise SystemExit


def main(arguments: list[str]) -> None:
    """Take the pin and serve."""
    for number in SIGNALS:
        signal.signal(number, _end)
    options = dict(argument.split("=", 1) for argument in arguments)
    tired_at = time.monotonic() if options["tired"] == "yes" else None
    pulse = Pulse(float(options["pulse"]), float(options["rest"]), tired_at=tired_at)
    Coil(_pin(options), pulse).serve(_watch(int(options["parent"])))


if __name__ == "__main__":
    main(sys.argv[1:])
