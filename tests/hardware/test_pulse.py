"""When the coil may be on: bounded, whatever is asked and however often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hardware.coil import PULSE_LIMIT_S, Pulse


def test_a_pulse_is_as_long_as_asked_and_never_longer_than_set() -> None:
    pulse = Pulse(5.0, 5.0)
    assert pulse.on(2.0, now=100.0)
    assert pulse.deadline == 102.0
    pulse.off(102.0)
    assert pulse.on(60.0, now=200.0)
    assert pulse.deadline == 205.0


def test_asking_again_does_not_make_a_pulse_longer() -> None:
    pulse = Pulse(5.0, 5.0)
    pulse.on(5.0, now=0.0)
    assert pulse.on(5.0, now=4.0)
    assert pulse.deadline == 5.0
    assert not pulse.late(4.9)
    assert pulse.late(5.0)


def test_the_coil_rests_at_least_as_long_as_it_was_on() -> None:
    pulse = Pulse(5.0, 1.0)
    pulse.on(5.0, now=0.0)
    pulse.off(4.0)
    assert not pulse.on(1.0, now=7.9)
    assert pulse.on(1.0, now=8.0)


def test_a_tired_coil_begins_with_its_rest() -> None:
    pulse = Pulse(5.0, 5.0, tired_at=10.0)
    assert not pulse.on(1.0, now=14.9)
    assert pulse.on(1.0, now=15.0)


@pytest.mark.parametrize("asked", [0.0, -1.0, float("nan")])
def test_nothing_is_no_pulse(asked: float) -> None:
    assert not Pulse(5.0, 5.0).on(asked, now=0.0)


@pytest.mark.parametrize("longest", [100.0, float("nan"), float("inf"), -3.0, 0.0])
def test_no_setting_makes_a_pulse_longer_than_the_coil_bears(longest: float) -> None:
    pulse = Pulse(longest, 5.0)
    pulse.on(float("inf"), now=0.0)
    assert pulse.deadline == PULSE_LIMIT_S


@given(
    st.floats(0, 100),
    st.floats(-10, 100),
    st.lists(st.tuples(st.floats(0.01, 20), st.sampled_from(["on", "off"])), max_size=60),
)
def test_whatever_is_asked_the_coil_is_on_for_half_the_time_at_most(
    longest_s: float, rest_s: float, asked: list[tuple[float, str]]
) -> None:
    pulse, now, began, on_s, spans = Pulse(longest_s, rest_s), 0.0, 0.0, 0.0, 0
    was_on = False
    for gap, what in [*asked, (50.0, "off")]:
        deadline, until = pulse.deadline, now + gap
        if deadline is not None and deadline <= until:  # the process wakes at the deadline
            on_s, was_on = on_s + deadline - began, False
            pulse.off(deadline)
        now = until
        if what == "off":
            on_s, was_on = on_s + (now - began if was_on else 0.0), False
            pulse.off(now)
        elif pulse.on(1e9, now) and not was_on:
            began, was_on, spans = now, True, spans + 1
    assert on_s <= spans * PULSE_LIMIT_S + 1e-6
    assert on_s <= now / 2 + PULSE_LIMIT_S / 2
