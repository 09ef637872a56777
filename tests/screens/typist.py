"""A quick typist on the glass, and the panels that tell of it each in its own way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from random import Random

import pygame

from tests.screens.pupil import Pupil

BETWEEN_S = 1 / 12
BOUNCE_S = 0.013
"""So long after it lifted a bad panel still sees the finger: what is quicker is one tap."""
LEAST_S, LIFTED_S = 0.055, 0.03
"""Between two keys, and between letting a key go and pressing it again: no thumb is quicker."""


class Panel(StrEnum):
    """How one tap is told."""

    FINGER = "finger"
    MARKED = "an echo before, marked as one, as SDL does"
    FINGER_FIRST = "finger, and then the mouse"
    MOUSE_FIRST = "mouse, and then the finger"
    CLICK_AFTER = "finger, and a whole click when it lifts"
    BOUNCES = "finger that bounces when it lands and when it lifts"
    TREMBLES = "finger that moves all the time"


@dataclass(frozen=True)
class Press:
    """One key, from when to when, by which finger."""

    sign: str
    down: float
    up: float
    who: int

    @property
    def key(self) -> str:
        return {" ": "key_space", "\n": "key_return"}.get(self.sign, f"key_{self.sign}")


def presses(text: str, random: Random, lifted: float) -> Iterable[Press]:
    """Twelve a second, unevenly, mostly with the next key down before the last is up."""
    now, last = 0.0, dict[str, float]()
    for nth, sign in enumerate(text):
        earliest = max(last.get(sign, 0.0) + lifted, now + LEAST_S)
        now = max(earliest, nth * BETWEEN_S + random.uniform(-0.02, 0.02))
        twice = text[nth + 1 : nth + 2] == sign
        held = random.uniform(0.035, 0.05) if twice else random.uniform(0.04, 0.14)
        last[sign] = now + held
        yield Press(sign, now, now + held, nth)


Deed = tuple[float, int, Callable[[], None]]


class Typist:
    """Types on the keys that show, by a clock of its own."""

    def __init__(self, pupil: Pupil, panel: Panel, seed: int) -> None:
        self._pupil, self._panel = pupil, panel
        self._random = Random(seed)  # noqa: S311
        self._clicking_until = 0.0

    def types(self, text: str) -> None:
        """All of it; whatever is due in between happens."""
        pupil = self._pupil
        pupil.wait(1)
        began = pupil.now
        lifted = LIFTED_S + BOUNCE_S * (self._panel is Panel.BOUNCES)
        rhythm = presses(text, self._random, lifted)
        deeds = [deed for press in rhythm for deed in self._told(press)]
        for when, _, deed in sorted(deeds, key=lambda one: one[:2]):
            pupil.now = began + when
            pupil.stage.tick()
            deed()

    def _told(self, press: Press) -> Iterable[Deed]:
        pupil, random = self._pupil, self._random
        x, y = pupil.middle(press.key)
        x, y = x + random.randint(-9, 9), y + random.randint(-9, 9)
        at = (x, y, press.who)
        yield press.down, 1, partial(pupil.down, *at)
        yield press.up, 1, partial(pupil.up, *at)
        match self._panel:
            case Panel.MARKED | Panel.MOUSE_FIRST | Panel.FINGER_FIRST:
                yield from self._echo(press, x, y)
            case Panel.CLICK_AFTER:
                yield press.up, 2, partial(pupil.mouse, pygame.MOUSEBUTTONDOWN, x, y)
                yield press.up, 3, partial(pupil.mouse, pygame.MOUSEBUTTONUP, x, y)
            case Panel.BOUNCES:
                yield from self._bounces(press, x, y)
            case Panel.TREMBLES:
                for nth in range(1, 4):
                    moment = press.down + (press.up - press.down) * nth / 4
                    yield moment, 1, partial(pupil.drag, x + 2 * nth, y - nth, press.who)

    def _echo(self, press: Press, x: int, y: int) -> Iterable[Deed]:
        """A panel follows one finger as its mouse: the first, until it lifts."""
        if press.down < self._clicking_until:
            return
        self._clicking_until = press.up
        marked = self._panel is Panel.MARKED
        order = 2 if self._panel is Panel.FINGER_FIRST else 0
        for when, kind in ((press.down, pygame.MOUSEBUTTONDOWN), (press.up, pygame.MOUSEBUTTONUP)):
            yield when, order, partial(self._pupil.mouse, kind, x, y, touch=marked)

    def _bounces(self, press: Press, x: int, y: int) -> Iterable[Deed]:
        pupil = self._pupil
        yield press.down + 0.006, 1, partial(pupil.up, x, y, press.who)
        yield press.down + 0.014, 1, partial(pupil.down, x, y, press.who)
        again = press.who + 5000
        yield press.up + 0.009, 1, partial(pupil.down, x, y, again)
        yield press.up + BOUNCE_S, 1, partial(pupil.up, x, y, again)
