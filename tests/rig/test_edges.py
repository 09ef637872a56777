"""Edges from a real character device through the pin factory, the sensor and the slot's counter."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pytest

from kiosk.events import Event, LetterDropped, SlotBlocked, SlotCleared
from kiosk.hardware.gpiod_pins import QUEUE
from tests.rig.counter import APART_S, TIMES, Counter

TIMES_EACH = 50
LATE_S = TIMES.settle_s / 2
"""A hand that was held for longer may have made two letters of one."""
BURST_S, PULSES = 0.003, 80
"""At least: longer than a shadow that is no letter, however fast the machine is or held."""

Tell = Callable[[str], None]
Spans = Iterable[tuple[bool, float]]


@dataclass
class Sent:
    """Letters that went through, what was said of them, and how many edges they were."""

    said: list[Event]
    edges: int = 0
    again: int = 0
    mended: int = 0

    def __str__(self) -> str:
        again = f" ({self.again} more with a host too busy to hold still)" if self.again else ""
        mended = f", {self.mended} of them by the heartbeat" if self.mended else ""
        return f"{TIMES_EACH} sent{again}, {len(self.said)} letters counted{mended}"


def send(counter: Counter, letter: Callable[[], Spans]) -> Sent:
    """Send so many; one in whose midst a busy host held the hand is sent again, and not judged."""
    sent, judged = Sent([]), 0
    while judged < TIMES_EACH:
        counter.edges.clear()
        late_s = counter.line.play(letter())
        said, mended = counter.rest(), counter.beat()
        if late_s < LATE_S:
            judged += 1
            sent.said += said + mended
            sent.mended += len(mended)
            sent.edges += len(counter.edges)
        else:
            sent.again += 1
    return sent


# --- pulses ---


@pytest.mark.parametrize("width_ms", [0.5, 2, 10, 50])
def test_each_shadow_is_one_letter(counter: Counter, width_ms: float, tell: Tell) -> None:
    sent = send(counter, lambda: [(False, width_ms / 1000), (True, 0)])
    tell(f"pulses of {width_ms} ms: {sent}, {sent.edges} edges seen, {counter.pin.lost} edges lost")
    assert sent.said == [LetterDropped()] * TIMES_EACH
    assert counter.pin.lost == 0


def test_the_kernel_tells_how_long_a_shadow_was(counter: Counter, tell: Tell) -> None:
    counter.line.play([(False, 0.01), (True, 0)])
    counter.rest()
    (_, on), (_, off) = counter.edges
    tell(f"a pulse of 10 ms: {(off - on) * 1e3:.2f} ms wide by the kernel")
    assert off - on >= 0.01


def test_a_burst_with_no_pause_is_one_letter_however_many_edges_it_has(
    counter: Counter, tell: Tell
) -> None:
    asked = 0

    def burst() -> Spans:
        nonlocal asked
        began = time.monotonic()
        pulses = 0
        while pulses < PULSES or time.monotonic() - began < BURST_S:
            yield from ((False, 0), (True, 0))
            pulses += 1
        asked += 2 * pulses

    sent = send(counter, burst)
    tell(
        f"bursts of {BURST_S * 1e3:.0f} ms with no pause: {sent}, {sent.edges} edges seen of "
        f"{asked}, {counter.pin.lost} edges lost"
    )
    assert sent.said == [LetterDropped()] * TIMES_EACH


def test_bounce_at_both_ends_is_still_one_letter(counter: Counter, tell: Tell) -> None:
    bounce = [(False, 0.0003), (True, 0.0002)] * 3
    letter = [*bounce, (False, 0.03), *bounce, (True, 0)]
    sent = send(counter, lambda: letter)
    tell(
        f"letters of 30 ms with three bounces at both ends: {sent}, {sent.edges} edges seen of "
        f"{TIMES_EACH * 14}"
    )
    assert sent.said == [LetterDropped()] * TIMES_EACH


def test_two_letters_in_quick_succession_are_two(counter: Counter, tell: Tell) -> None:
    sent = send(counter, lambda: [(False, 0.02), (True, APART_S), (False, 0.02), (True, 0)])
    tell(f"pairs {APART_S * 1e3:.0f} ms apart: {sent}")
    assert sent.said == [LetterDropped()] * TIMES_EACH * 2


def test_edges_that_waited_while_nobody_looked_keep_their_own_moments(
    counter: Counter, tell: Tell
) -> None:
    for _ in range(20):
        counter.line.play([(False, 0.01), (True, APART_S)])
    said = counter.rest()
    tell(f"taken late, all at once: 20 sent, {len(said)} letters counted")
    assert said == [LetterDropped()] * 20


def test_what_is_held_is_a_jam_and_then_a_letter(counter: Counter) -> None:
    counter.line.wire(high=False)
    assert counter.rest(TIMES.jam_s - 0.2) == []
    assert counter.rest(0.4) == [SlotBlocked()]
    counter.line.wire(high=True)
    assert counter.rest() == [SlotCleared(), LetterDropped()]


# --- edges that the kernel had to drop ---


def storm(counter: Counter) -> None:
    """More edges than the kernel keeps, while nobody looks."""
    for _ in range(QUEUE):
        counter.line.play([(False, 0.0005), (True, 0.0005)])


def test_an_overflow_of_the_kernels_queue_is_noticed(counter: Counter, tell: Tell) -> None:
    counter.line.play([(False, 0.001), (True, APART_S)])
    counter.rest()
    assert (len(counter.edges), counter.pin.lost) == (2, 0)
    storm(counter)
    counter.rest(1)
    tell(
        f"{2 * QUEUE} edges while nobody looked: {len(counter.edges) - 2} seen, "
        f"{counter.pin.lost} known to be lost"
    )
    assert len(counter.edges) - 2 == QUEUE
    assert 0 < counter.pin.lost <= QUEUE


def test_an_overflow_before_the_first_look_is_noticed_and_counting_goes_on(
    counter: Counter,
) -> None:
    storm(counter)
    assert set(counter.rest(1)) == {LetterDropped()}
    assert 0 < counter.pin.lost <= QUEUE
    counter.line.play([(False, 0.01), (True, 0)])
    assert counter.rest() == [LetterDropped()]
