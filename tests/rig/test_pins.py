"""Edges from a real character device through the pin factory, the sensor and the slot's counter."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Iterator

import gpiod
import pytest
from gpiozero.exc import PinFixedPull, PinInvalidBounce, PinInvalidFunction, PinInvalidPull

from kiosk.events import Event, LetterDropped, SlotBlocked, SlotCleared
from kiosk.hardware.gpiod_pins import QUEUE, GpiodFactory, NoHeader, header_chip
from kiosk.hardware.ports import PinsGone
from kiosk.hardware.sensor import Sensor
from kiosk.hardware.slot import Slot, SlotTimes
from tests.rig.header import Header, switch

SLOT = 17
TIMES = SlotTimes()
APART_S = TIMES.settle_s + 0.015
TIMES_EACH = 50
BURST_S = 0.003
"""Longer than a shadow that is no letter, however fast the machine is."""

Tell = Callable[[str], None]


class Counter:
    """A slot on a pin, as the box has it; `edges` are (blocked, moment) as they came."""

    def __init__(self, header: Header) -> None:
        self.edges: list[tuple[bool, float]] = []
        self.events: list[Event] = []
        self.line = header.line(SLOT)
        self.factory = GpiodFactory(header.path)
        self.sensor = Sensor(SLOT, high=False, edge=self._edge, pin_factory=self.factory)
        self.slot = Slot(TIMES, blocked=self.sensor.on, at=time.monotonic())
        self.pin = self.factory.pin(f"GPIO{SLOT}")

    def _edge(self, blocked: bool, at: float) -> None:
        self.edges.append((blocked, at))
        self.events += self.slot.edge(blocked=blocked, at=at)

    def rest(self, seconds: float = APART_S) -> list[Event]:
        """Wait as the main loop does, awake for edges and deadlines; return what was said."""
        end = time.monotonic() + seconds
        while (now := time.monotonic()) < end:
            self.events += self.slot.tick(now)
            due = self.slot.deadline()
            self._sleep(min(end, due or end) - now)
        self.factory.drain()
        self.events += self.slot.tick(time.monotonic())
        said, self.events = self.events, []
        return said

    def _sleep(self, seconds: float) -> None:
        ready = dict(self.factory.watch())
        for descriptor in select.select([*ready], [], [], max(0.0, seconds))[0]:
            ready[descriptor]()

    def close(self) -> None:
        self.sensor.close()
        self.factory.close()


@pytest.fixture
def counter(header: Header) -> Iterator[Counter]:
    header.line(SLOT).wire(high=True)
    counter = Counter(header)
    yield counter
    counter.close()


def passes(edges: list[tuple[bool, float]]) -> int:
    """How many letters these edges are; a busy host may stop the hand in the midst of one."""
    count, began, last = 0, -1.0, float("-inf")
    for _, at in edges:
        if at - last >= TIMES.settle_s:
            count, began = count + (last - began >= TIMES.glitch_s), at
        last = at
    return count + (last - began >= TIMES.glitch_s)


# --- pulses ---


@pytest.mark.parametrize("width_ms", [0.5, 2, 10, 50])
def test_each_shadow_is_one_letter(counter: Counter, width_ms: float, tell: Tell) -> None:
    said: list[Event] = []
    for _ in range(TIMES_EACH):
        counter.line.play([(False, width_ms / 1000), (True, 0)])
        said += counter.rest()
    moments = [at for _, at in counter.edges]
    widths = [off - on for on, off in zip(moments[::2], moments[1::2], strict=False)]
    tell(
        f"pulses of {width_ms} ms: {TIMES_EACH} sent, {len(counter.edges)} edges seen, "
        f"{len(said)} letters counted, {counter.pin.lost} edges lost; widths by the kernel "
        f"{min(widths) * 1e3:.2f} to {max(widths) * 1e3:.2f} ms"
    )
    assert said == [LetterDropped()] * TIMES_EACH
    assert min(widths) >= width_ms / 1000
    assert counter.pin.lost == 0


def test_a_burst_with_no_pause_is_one_letter_however_many_edges_it_has(
    counter: Counter, tell: Tell
) -> None:
    said: list[Event] = []
    sent = 0
    for _ in range(TIMES_EACH):
        began = time.monotonic()
        while time.monotonic() - began < BURST_S:
            counter.line.play([(False, 0), (True, 0)])
            sent += 2
        said += counter.rest()
    tell(
        f"bursts of {BURST_S * 1e3:.0f} ms with no pause: {TIMES_EACH} sent, {len(counter.edges)} "
        f"edges seen of {sent}, {len(said)} letters counted, {counter.pin.lost} edges lost"
    )
    assert said == [LetterDropped()] * passes(counter.edges)


def test_bounce_at_both_ends_is_still_one_letter(counter: Counter, tell: Tell) -> None:
    bounce = [(False, 0.0003), (True, 0.0002)] * 3
    said: list[Event] = []
    for _ in range(TIMES_EACH):
        counter.line.play([*bounce, (False, 0.03), *bounce, (True, 0)])
        said += counter.rest()
    tell(
        f"letters of 30 ms with three bounces at both ends: {TIMES_EACH} sent, "
        f"{len(counter.edges)} edges seen of {TIMES_EACH * 14}, {len(said)} letters counted"
    )
    assert said == [LetterDropped()] * passes(counter.edges)


def test_two_letters_in_quick_succession_are_two(counter: Counter, tell: Tell) -> None:
    said: list[Event] = []
    for _ in range(TIMES_EACH):
        counter.line.play([(False, 0.02), (True, APART_S), (False, 0.02), (True, 0)])
        said += counter.rest()
    tell(f"pairs {APART_S * 1e3:.0f} ms apart: {TIMES_EACH} sent, {len(said)} letters counted")
    assert said == [LetterDropped()] * TIMES_EACH * 2


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
    assert counter.rest(1) == [LetterDropped()]
    assert 0 < counter.pin.lost <= QUEUE
    counter.line.play([(False, 0.01), (True, 0)])
    assert counter.rest() == [LetterDropped()]


# --- the pin itself ---


@pytest.mark.parametrize("high", [True, False])
def test_the_level_at_start_is_read_not_waited_for(header: Header, high: bool) -> None:
    header.line(SLOT).wire(high=high)
    counter = Counter(header)
    assert counter.sensor.on is not high
    assert counter.edges == []
    counter.close()


def test_a_cut_wire_reads_high_because_the_pin_is_pulled_up(header: Header) -> None:
    header.line(SLOT).wire(high=False)
    switch("wired", on=False)
    counter = Counter(header)
    assert header.line(SLOT).high
    assert not counter.sensor.on
    counter.close()


def test_a_pin_has_one_owner(header: Header) -> None:
    header.line(SLOT).wire(high=True)
    other = gpiod.request_lines(header.path, consumer="another", config={SLOT: None})
    with pytest.raises(OSError, match="busy"):
        Counter(header)
    other.release()
    counter = Counter(header)
    with pytest.raises(OSError, match="busy"):
        gpiod.request_lines(header.path, consumer="another", config={SLOT: None})
    counter.line.play([(False, 0.005), (True, 0)])
    assert counter.rest() == [LetterDropped()]
    counter.close()


def test_a_pin_is_an_input_with_a_pull_and_no_debounce_of_its_own(counter: Counter) -> None:
    pin = counter.pin
    assert (pin.function, pin.pull, pin.bounce, pin.edges) == ("input", "up", None, "both")
    with pytest.raises(PinInvalidFunction):
        pin.function = "output"
    with pytest.raises(PinInvalidPull):
        pin.pull = "sideways"
    with pytest.raises(PinInvalidBounce):
        pin.bounce = 0.1
    with pytest.raises(PinFixedPull):
        counter.factory.pin("GPIO2").pull = "down"
    pin.function, pin.bounce = "input", None


def test_a_device_that_is_collected_while_another_reserves_its_pin_gives_its_own_back(
    counter: Counter,
) -> None:
    reserving = counter.factory._res_lock
    assert reserving.acquire(timeout=1)
    again = reserving.acquire(timeout=1)
    assert again, "else it would wait for itself for ever"
    counter.factory.release_pins(counter.sensor, f"GPIO{SLOT}")
    reserving.release()
    reserving.release()
    other = Sensor(SLOT, high=False, edge=lambda *_: None, pin_factory=counter.factory)
    other.close()


def test_only_the_edges_asked_for_come(counter: Counter) -> None:
    counter.pin.edges = "falling"
    counter.line.play([(False, 0.005), (True, 0.005)])
    counter.factory.drain()
    assert [blocked for blocked, _ in counter.edges] == [True]
    counter.pin.when_changed = None
    counter.line.play([(False, 0.005), (True, 0.005)])
    counter.factory.drain()
    assert len(counter.edges) == 1
    assert list(counter.factory.watch()) == []


# --- the chip ---


def test_the_header_is_found_by_its_label(header: Header) -> None:
    other = Header(label="gpio-expander", name="other")
    assert header_chip() == header.path
    other.remove()


def test_without_a_header_that_is_said() -> None:
    other = Header(label="gpio-expander", name="other")
    with pytest.raises(NoHeader):
        header_chip()
    other.remove()


def test_a_chip_that_goes_away_is_an_error_where_edges_are_taken() -> None:
    gone = Header(label="pinctrl-rp1", name="gone")
    gone.line(SLOT).wire(high=True)
    counter = Counter(gone)
    ((descriptor, drain),) = counter.factory.watch()
    gone.remove()
    assert select.select([descriptor], [], [], 5)[0] == [descriptor]
    for ask in (drain, counter.factory.drain, lambda: counter.sensor.on):
        with pytest.raises(PinsGone, match="went away"):
            ask()
    counter.close()
