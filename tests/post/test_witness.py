"""What the kiosk says of itself at a close is read back whole."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from kiosk.post.clock import ClockLevel
from kiosk.post.witness import WindowRule, Witness, WitnessDamaged, fingerprint, grouped

RULE = WindowRule(
    "FREQ=MONTHLY;BYDAY=-1FR",
    time(14),
    time(16, 30),
    ("2027-07", "2027-08"),
    ((date(2027, 4, 30), date(2027, 4, 23)),),
)
KEY = fingerprint(bytes(range(32)), 2)
WITNESS = Witness("0.1.0", KEY, 2, ClockLevel.RTC, corrected=True, rule=RULE, next_reading=None)


@pytest.mark.parametrize(
    "witness",
    [
        WITNESS,
        replace(WITNESS, next_reading=date(2026, 12, 25), corrected=False),
        replace(WITNESS, rule=WindowRule("FREQ=WEEKLY;BYDAY=MO", time(9), time(10))),
        replace(WITNESS, clock=ClockLevel.NETWORK),
    ],
)
def test_what_was_said_is_read_back_whole(witness: Witness) -> None:
    assert Witness.unpack(witness.pack()) == witness


@pytest.mark.parametrize("words", ["", "{}", "[]", "null", '{"version": 1}', WITNESS.pack()[:-9]])
def test_what_no_close_wrote_is_damaged(words: str) -> None:
    with pytest.raises(WitnessDamaged):
        Witness.unpack(words)


def test_a_fingerprint_is_short_and_in_groups() -> None:
    assert [len(group) for group in KEY.split()] == [4] * 5
    assert KEY.upper() == KEY


def test_another_key_or_another_generation_has_another_fingerprint() -> None:
    keys = [bytes([n]) * 32 for n in range(5)]
    prints = [fingerprint(key, generation) for key in keys for generation in (1, 2, 3)]
    assert len(set(prints)) == len(prints)


def test_groups_lose_no_sign() -> None:
    assert grouped(bytes.fromhex("00ff10")) == "00FF 10"
    assert grouped(b"") == ""
