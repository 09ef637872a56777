"""The printer has no paper, or is not there, before anybody asks: no paper is offered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.hardware.simulated import Levers
from tests.conftest import Opens
from tests.flow.test_letter import waiting
from tests.guest import Guest

MISHAPS: dict[str, tuple[Callable[[Levers], None], Callable[[Levers], None], str]] = {
    "paper out": (Levers.take_paper, Levers.load_paper, "printer_no_paper"),
    "unplugged": (Levers.unplug_printer, Levers.plug_printer, "printer_off"),
    "cover open": (Levers.open_cover, Levers.close_cover, "printer_off"),
}


def minutes(guest: Guest, many: int) -> None:
    for _ in range(many):
        guest.wait(60)


@pytest.fixture(params=MISHAPS)
def mishap(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def without(opens: Opens, mishap: str) -> Guest:
    """A kiosk that was switched on with a printer in trouble."""
    return opens(prepared=MISHAPS[mishap][0])


def test_it_is_known_at_once_and_the_board_says_so(without: Guest, mishap: str) -> None:
    assert without.says(MISHAPS[mishap][2])


def test_the_letter_is_taken_and_no_receipt_is_offered(without: Guest) -> None:
    without.writes()
    without.touch("send")
    without.sees("thanks")
    assert waiting(without.data) == 1
    assert not without.offers("receipt")
    without.touch("leave", "paper")
    assert not without.offers("slip")


def test_a_minute_after_it_was_put_right_paper_is_offered_again(
    without: Guest, mishap: str
) -> None:
    MISHAPS[mishap][1](without.world.levers)
    without.wait(61)
    assert not without.says(MISHAPS[mishap][2])
    without.touch("paper", "slip")
    without.wait_until(lambda: bool(without.world.levers.papers), "the slip")


def test_at_start_it_is_logged_at_once_for_the_technician(
    without: Guest, mishap: str, caplog: pytest.LogCaptureFixture
) -> None:
    trouble = {"unplugged": "gone"}.get(mishap, mishap.replace(" ", "_"))
    said = [record.getMessage() for record in caplog.get_records("setup")]
    assert said == [f"printer: {trouble}"]
    minutes(without, 5)
    assert caplog.messages == [], "once, not each minute"


def test_paper_that_ends_later_is_logged_with_the_day(
    guest: Guest, caplog: pytest.LogCaptureFixture
) -> None:
    guest.world.levers.take_paper()
    minutes(guest, 16)
    assert guest.says("printer_no_paper")
    assert caplog.messages == []
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    assert caplog.messages == ["printer: paper_out"]


def test_an_offer_that_stands_on_the_screen_is_taken_back(guest: Guest) -> None:
    minutes(guest, 14)
    guest.wait(50)
    guest.touch("paper")
    assert guest.offers("slip")
    guest.world.levers.unplug_printer()
    guest.wait(12)
    guest.sees("paper")
    assert not guest.offers("slip")


def test_a_look_prints_nothing_and_follows_nobody(guest: Guest) -> None:
    minutes(guest, 31)
    assert guest.world.levers.papers == guest.world.levers.scraps == []
    guest.world.levers.unplug_printer()
    guest.writes()
    guest.touch("send")
    guest.sees("thanks")
    assert guest.offers("receipt"), "nobody asked the printer because somebody came"
