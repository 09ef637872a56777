"""The slot: edges in, letters and jams out; one pass is one letter, whenever anybody looks."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.events import HardwareEvent, LetterDropped, SlotBlocked, SlotCleared
from kiosk.hardware.slot import Slot, SlotTimes

TIMES = SlotTimes(settle_s=0.05, glitch_s=0.001, jam_s=5.0)
LONG_AFTER = 1000.0

LETTER, BLOCKED, CLEARED = LetterDropped(), SlotBlocked(), SlotCleared()
ON, OFF = True, False

Edges = list[tuple[bool, float]]


def run(edges: Edges, ticks: tuple[float, ...] = (), *, until: float = LONG_AFTER) -> list[object]:
    """Hand edges and ticks to a slot that is clear at 0, in the order of their moments."""
    slot = Slot(TIMES, blocked=False, at=0.0)
    return drive(slot, edges, ticks, until)


def drive(slot: Slot, edges: Edges, ticks: tuple[float, ...], until: float) -> list[object]:
    said: list[HardwareEvent] = []
    steps = [(at, 0, blocked) for blocked, at in edges] + [(at, 1, False) for at in ticks]
    for at, is_tick, blocked in sorted(steps, key=lambda step: step[:2]):
        said += slot.tick(at) if is_tick else slot.edge(blocked=blocked, at=at)
    while (due := slot.deadline()) is not None and due <= until:
        said += slot.tick(due)
    return list(said)


@pytest.mark.parametrize(
    ("what", "edges", "said"),
    [
        ("nothing", [], []),
        ("a letter", [(ON, 1.0), (OFF, 1.15)], [LETTER]),
        ("a thin card", [(ON, 1.0), (OFF, 1.002)], [LETTER]),
        ("a slow, thick envelope", [(ON, 1.0), (OFF, 5.9)], [LETTER]),
        ("a spark on the wire", [(ON, 1.0), (OFF, 1.0004)], []),
        (
            "bounce at both ends",
            [(ON, 1), (OFF, 1.001), (ON, 1.002), (OFF, 1.2), (ON, 1.21), (OFF, 1.211)],
            [LETTER],
        ),
        (
            "an envelope with a window in it",
            [(ON, 1.0), (OFF, 1.05), (ON, 1.09), (OFF, 1.14)],
            [LETTER],
        ),
        (
            "two letters, one right after the other",
            [(ON, 1.0), (OFF, 1.1), (ON, 1.16), (OFF, 1.26)],
            [LETTER, LETTER],
        ),
        ("held half-way", [(ON, 1.0), (OFF, 9.0)], [BLOCKED, CLEARED, LETTER]),
        ("jammed for good", [(ON, 1.0)], [BLOCKED]),
        (
            "a jam, then counting again",
            [(ON, 1), (OFF, 9), (ON, 20), (OFF, 20.1)],
            [BLOCKED, CLEARED, LETTER, LETTER],
        ),
        ("the blocked edge was missed", [(OFF, 1.0)], [LETTER]),
        ("so was one in a bounce", [(ON, 1.0), (OFF, 1.0001), (OFF, 1.0002)], [LETTER]),
        ("the clear edge was missed", [(ON, 1.0), (ON, 1.1), (OFF, 1.2)], [LETTER]),
        (
            "fingers playing at the slot without end",
            [(n % 2 == 0, 1 + n * 0.04) for n in range(160)],
            [BLOCKED, CLEARED, LETTER],
        ),
    ],
)
def test_what_passes_the_slot(what: str, edges: Edges, said: list[object]) -> None:
    assert run([(blocked, float(at)) for blocked, at in edges]) == said, what


def test_a_letter_is_counted_only_when_it_is_through() -> None:
    slot = Slot(TIMES, blocked=False, at=0.0)
    assert slot.deadline() is None
    assert slot.edge(blocked=True, at=1.0) == []
    assert slot.deadline() == 6.0
    assert slot.edge(blocked=False, at=1.5) == []
    assert slot.tick(1.54) == []
    assert slot.tick(1.55) == [LETTER]
    assert slot.deadline() is None


def test_a_jam_is_said_once_and_while_it_lasts() -> None:
    slot = Slot(TIMES, blocked=False, at=0.0)
    slot.edge(blocked=True, at=1.0)
    assert slot.tick(5.9) == []
    assert slot.tick(6.0) == [BLOCKED]
    assert slot.deadline() is None
    assert slot.tick(600.0) == []


def test_what_is_in_the_slot_at_start_is_said_at_once_and_not_counted() -> None:
    slot = Slot(TIMES, blocked=True, at=10.0)
    assert slot.deadline() == 10.0
    assert slot.tick(10.0) == [BLOCKED]
    assert drive(slot, [(OFF, 60.0), (ON, 70.0), (OFF, 70.1)], (), LONG_AFTER) == [CLEARED, LETTER]


def test_a_letter_may_be_on_its_way_at_start() -> None:
    slot = Slot(TIMES, blocked=True, at=10.0)
    assert drive(slot, [(OFF, 10.1)], (), LONG_AFTER) == [BLOCKED, CLEARED]


def test_times_are_settings() -> None:
    patient = Slot(replace(TIMES, settle_s=1.0, jam_s=60.0), blocked=False, at=0.0)
    edges = [(ON, 1.0), (OFF, 20.0), (ON, 20.9), (OFF, 21.0)]
    assert drive(patient, edges, (), LONG_AFTER) == [LETTER]


short = st.floats(0.0001, 0.049)
flicker = st.lists(st.tuples(short, short), max_size=3).map(lambda pairs: [*sum(pairs, ())])
shadow = st.floats(0.002, 4.0)
pause = st.floats(0.0501, 30.0)


@st.composite
def post(draw: st.DrawFn) -> tuple[Edges, int]:
    """Letters one after the other, each with bounce at both ends, and how many there are."""
    at, edges, letters = 1.0, [], draw(st.integers(0, 8))
    for _ in range(letters):
        edges.append((ON, at))
        for number, gap in enumerate([*draw(flicker), draw(shadow), *draw(flicker)]):
            at += gap
            edges.append((number % 2 == 1, at))  # blocked for the even gaps, clear for the odd
        at += draw(pause)
    return edges, letters


@given(post())
def test_every_pass_is_one_letter(sent: tuple[Edges, int]) -> None:
    edges, letters = sent
    assert run(edges).count(LETTER) == letters


moments = st.floats(0, 40, allow_nan=False)
noise = st.lists(st.tuples(st.booleans(), moments), max_size=30).map(
    lambda edges: sorted(edges, key=lambda edge: edge[1])
)


@given(noise, st.lists(moments, max_size=30))
def test_the_count_does_not_depend_on_who_looks_when(edges: Edges, ticks: list[float]) -> None:
    assert run(edges, tuple(ticks)) == run(edges)


@given(noise)
def test_whatever_the_edges_a_jam_is_said_before_it_is_cleared(edges: Edges) -> None:
    jams = [event for event in run(edges) if event != LETTER]
    assert jams == [BLOCKED, CLEARED] * (len(jams) // 2) + [BLOCKED] * (len(jams) % 2)


@given(noise)
def test_once_it_stays_clear_the_slot_rests(edges: Edges) -> None:
    slot = Slot(TIMES, blocked=False, at=0.0)
    drive(slot, [*edges, (OFF, 50.0)], (), LONG_AFTER)
    assert slot.deadline() is None
