"""The door's switch: rattling is ignored, a door found open is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.events import DoorOpened, DoorShut, HardwareEvent
from kiosk.hardware.door import DoorSwitch

OPENED, SHUT = DoorOpened(), DoorShut()


def to_the_end(switch: DoorSwitch) -> list[HardwareEvent]:
    said: list[HardwareEvent] = []
    while (due := switch.deadline()) is not None:
        said += switch.tick(due)
    return said


def test_a_shut_door_says_nothing() -> None:
    switch = DoorSwitch(is_open=False, at=0.0)
    assert switch.deadline() is None
    assert switch.tick(100.0) == []


def test_a_door_found_open_at_start_is_said_at_the_first_tick() -> None:
    switch = DoorSwitch(is_open=True, at=3.0)
    assert switch.deadline() == 3.0
    assert switch.tick(3.0) == [OPENED]
    assert switch.tick(100.0) == []


def test_opening_and_shutting_are_said_when_the_reed_is_still() -> None:
    switch = DoorSwitch(is_open=False, at=0.0, settle_s=0.05)
    for at, level in ((1.0, True), (1.003, False), (1.006, True)):
        assert switch.edge(is_open=level, at=at) == []
    assert switch.tick(1.05) == []
    assert switch.tick(1.06) == [OPENED]
    switch.edge(is_open=False, at=9.0)
    assert to_the_end(switch) == [SHUT]


def test_a_knock_on_the_door_is_no_opening() -> None:
    switch = DoorSwitch(is_open=False, at=0.0, settle_s=0.05)
    switch.edge(is_open=True, at=1.0)
    switch.edge(is_open=False, at=1.004)
    assert to_the_end(switch) == []


def test_edges_read_late_say_what_was_due_between_them() -> None:
    switch = DoorSwitch(is_open=False, at=0.0, settle_s=0.05)
    assert switch.edge(is_open=True, at=1.0) == []
    assert switch.edge(is_open=False, at=2.0) == [OPENED]
    assert to_the_end(switch) == [SHUT]


edges = st.lists(st.tuples(st.booleans(), st.floats(0, 20)), max_size=30).map(
    lambda found: sorted(found, key=lambda edge: edge[1])
)


@given(edges, st.booleans())
def test_opened_and_shut_take_turns_and_end_as_the_door_is(
    found: list[tuple[bool, float]], at_start: bool
) -> None:
    switch = DoorSwitch(is_open=at_start, at=0.0)
    said = [event for level, at in found for event in switch.edge(is_open=level, at=at)]
    said += to_the_end(switch)
    assert said == [OPENED, SHUT] * (len(said) // 2) + [OPENED] * (len(said) % 2)
    last = found[-1][0] if found else at_start
    assert (said[-1:] == [OPENED]) == last
