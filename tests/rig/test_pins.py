"""A real pin and its chip: who owns it, what it reads, what it refuses, and where it went."""

from __future__ import annotations

import select

import gpiod
import pytest
from gpiozero.exc import PinFixedPull, PinInvalidBounce, PinInvalidFunction, PinInvalidPull

from kiosk.events import LetterDropped
from kiosk.hardware.gpiod_pins import NoHeader, header_chip
from kiosk.hardware.ports import PinsGone
from kiosk.hardware.sensor import Sensor
from tests.rig.counter import SLOT, Counter
from tests.rig.header import Header, switch


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
