"""A contact with every pull and either level: what it means is the same."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kiosk.config.machine import Pull
from kiosk.hardware.sensor import Sensor
from kiosk.hardware.simulated import SimulatedClock
from kiosk.hardware.simulated_pins import Contact, SimulatedPins

PULLS: list[Pull] = ["up", "down", "none"]


class Wired:
    """A sensor on a contact that begins off."""

    def __init__(self, pull: Pull, *, high: bool) -> None:
        clock = SimulatedClock(datetime(2026, 11, 27, tzinfo=UTC))
        pins = SimulatedPins(clock)
        self.contact = Contact(pins.pin(17), clock, on_high=high)
        self.contact.turn(on=False)
        self.edges: list[bool] = []
        self.sensor = Sensor(
            17, high=high, edge=lambda on, _: self.edges.append(on), pin_factory=pins, pull=pull
        )


@pytest.mark.parametrize("pull", PULLS)
@pytest.mark.parametrize("high", [True, False])
def test_on_is_on_whatever_pulls(pull: Pull, high: bool) -> None:
    wired = Wired(pull, high=high)
    assert not wired.sensor.on
    assert wired.edges == [], "the start is no edge"
    wired.contact.turn(on=True)
    assert wired.sensor.on
    wired.contact.turn(on=False)
    assert wired.edges == [True, False]
    assert not wired.sensor.on


@pytest.mark.parametrize("pull", PULLS)
def test_the_pin_is_pulled_as_it_is_set(pull: Pull) -> None:
    wired = Wired(pull, high=True)
    assert wired.sensor.pin.pull == {"none": "floating"}.get(pull, pull)


def test_a_level_that_no_edge_told_is_said_once() -> None:
    wired = Wired("up", high=False)
    wired.contact.deafen(deaf=True)
    wired.contact.turn(on=True)
    assert wired.sensor.missed(lambda: None, 5.0)
    assert wired.edges == [True]
    assert not wired.sensor.missed(lambda: None, 6.0)
    assert wired.edges == [True]


def test_an_edge_that_was_only_waiting_is_not_missed() -> None:
    wired = Wired("up", high=False)
    wired.contact.deafen(deaf=True)
    wired.contact.turn(on=True)
    wired.contact.deafen(deaf=False)

    def drain() -> None:
        wired.sensor._fire_events(5.0, wired.sensor.is_active)

    assert not wired.sensor.missed(drain, 6.0)
    assert wired.edges == [True]


def test_edges_without_room_are_counted() -> None:
    wired = Wired("up", high=False)
    assert wired.sensor.lost == 0
    wired.contact.deafen(deaf=True)
    for on in (True, False, True):
        wired.contact.turn(on=on)
    wired.contact.deafen(deaf=False)
    wired.contact.turn(on=False)
    assert wired.sensor.lost == 3
