"""The one door to the coil (law 2): a permit is checked here, the coil is driven by its own child.

The child (`coil.py`) owns the pin and drops it by itself, however this process ends. Here its
reports become events, and a child that dies or falls silent is replaced; a new one begins with the
coil off and a rest.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from kiosk.config.machine import LockSettings
from kiosk.events import Event, LockBroke, LockHeld, LockOpened
from kiosk.hardware.child import CoilChild
from kiosk.hardware.ports import Clock, LockRefused
from kiosk.post.permit import Permit

TRIAL_S = 0.5
"""Long enough to hear the bolt."""
ANSWER_S = 2.0
"""A child that is silent for so long after a command, or after its deadline, is replaced."""
START_S = 10.0
"""A child that is silent for so long after its start is replaced: at boot a machine is busy."""
RESTART_S, RESTART_LIMIT_S = 1.0, 60.0
"""The first child lost is replaced at once, further ones after this, then twice that."""
QUIET_S = 120.0
"""When no child was lost for so long, the next is the first again."""


class CoilLock:
    """The lock of both sets. `start` makes a child, told whether the coil must rest first.

    `monotonic` times only the child's answers: they are real, whatever clock the box runs on.
    """

    def __init__(
        self,
        start: Callable[[bool], CoilChild],
        times: LockSettings,
        committee: Callable[[], bytes | None],
        clock: Clock,
        emit: Callable[[Event], None],
        monotonic: Callable[[], float] = time.monotonic,
        *,
        door_is_open: Callable[[], bool] = lambda: False,
    ) -> None:
        self._start, self._times, self._emit = start, times, emit
        self._committee, self._clock, self._monotonic = committee, clock, monotonic
        self._door_is_open = door_is_open
        self._child: CoilChild | None = None
        self._on = self._broken = False
        self._unanswered = 0
        self._due: float | None = None
        self._patience_s = START_S
        self._lost_at, self._restart_s = float("-inf"), 0.0
        self._revive(tired=False)

    @property
    def on(self) -> bool:
        """Whether the coil is on, as far as the child has told."""
        return self._on

    @property
    def busy(self) -> bool:
        """Whether an answer of the child is on its way."""
        return self._unanswered > 0

    def open(self, permit: Permit) -> None:
        """Energise the coil for one bounded pulse, never beyond the window's end.

        Raises LockRefused if the permit is not the committee's, its window does not hold now, or
        the clock cannot be believed. A coil that must cool answers with `LockHeld`.
        """
        committee, now = self._committee(), self._clock.now()
        if committee is None or not permit.signed_by(committee):
            raise LockRefused("the permit is not the committee's")
        if not self._clock.level.trusted:
            raise LockRefused("the clock cannot be believed")
        if not permit.window.holds(now):
            raise LockRefused("the window does not hold now")
        left_s = (permit.window.end - now).total_seconds()
        self._energise(left_s)

    def try_out(self) -> None:
        """Energise the coil for a moment, with the door open or before any committee (law 2).

        Raises LockRefused. A coil that must cool answers with `LockHeld`.
        """
        if self._committee() is not None and not self._door_is_open():
            raise LockRefused("the lock is tried only with the door already open")
        self._energise(TRIAL_S)

    @property
    def answers(self) -> bool:
        """Whether there is a child that was not found broken."""
        return self._child is not None and not self._broken

    def shut(self) -> None:
        """Drop the coil at once; without a child it is off already."""
        if self._child is not None:
            self._send(self._child, "off")

    def watch(self) -> Iterable[tuple[int, Callable[[], None]]]:
        """Descriptors for the main select."""
        return [] if self._child is None else [(self._child.fileno(), self.listen)]

    def listen(self) -> None:
        """Take the child's reports; never blocks."""
        if self._child is None:
            return
        try:
            words = self._child.reports()
        except EOFError:
            self._lost(self._child)
        else:
            for word in words:
                self._heard(word)

    def remaining_s(self) -> float | None:
        """Seconds until `tick` is due, None for never."""
        return None if self._due is None else max(0.0, self._due - self._monotonic())

    def tick(self) -> None:
        """Replace a child that fell silent; try again to start one that could not."""
        self.listen()
        if self._due is None or self._monotonic() < self._due:
            return
        if self._child is None:
            self._revive(tired=True)
        else:
            self._lost(self._child)

    def close(self) -> None:
        """Drop the coil and end the child."""
        if self._child is not None:
            self._child.end()
        self._forget()

    def _energise(self, longest_s: float) -> None:
        if self._child is None:
            self._emit(LockBroke())
        else:
            self._send(self._child, f"on {min(self._times.pulse_s, longest_s):.3f}")

    def _send(self, child: CoilChild, command: str) -> None:
        try:
            child.send(command)
        except BrokenPipeError:
            self._lost(child)
        else:
            self._unanswered += 1
            self._due = self._monotonic() + self._patience_s

    def _heard(self, word: str) -> None:
        self._patience_s = ANSWER_S
        self._unanswered -= word != "late"
        self._due = self._monotonic() + ANSWER_S if self._unanswered else None
        match word:
            case "ready":
                self._broken = False
            case "on":
                self._due = self._monotonic() + self._times.pulse_s + ANSWER_S
                self._turned(on=True)
            case "rest":
                self._emit(LockHeld())
            case _:
                self._turned(on=False)

    def _turned(self, *, on: bool) -> None:
        changed, self._on = self._on != on, on
        if changed:
            self._emit(LockOpened() if on else LockHeld())

    def _lost(self, child: CoilChild) -> None:
        """Replace a child: at once if the coil was on, for its pin may still be driven."""
        was_on, now = self._on, self._monotonic()
        self._forget()
        child.kill()
        if now - self._lost_at > QUIET_S:
            self._restart_s = 0.0
        self._lost_at = now
        if was_on or self._restart_s == 0.0:
            self._revive(tired=True)
        else:
            self._due = now + self._restart_s
        self._restart_s = min(max(2 * self._restart_s, RESTART_S), RESTART_LIMIT_S)
        self._say_broken()

    def _say_broken(self) -> None:
        said, self._broken = self._broken, True
        if not said:
            self._emit(LockBroke())

    def _revive(self, *, tired: bool) -> None:
        try:
            self._child = self._start(tired)
        except OSError:
            self._due = self._monotonic() + RESTART_LIMIT_S
            self._say_broken()
        else:
            self._unanswered, self._patience_s = 1, START_S
            self._due = self._monotonic() + START_S

    def _forget(self) -> None:
        self._child, self._due = None, None
        self._on = False
        self._unanswered = 0
