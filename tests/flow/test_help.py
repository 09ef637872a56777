"""I need help now: on every screen, over whatever goes on, and recorded nowhere (R5)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pygame
import pytest

from kiosk.demo.school import SCHOOL
from kiosk.flow.patience import CODE_S, COPIED_CODE_S, LETTER_S, MENU_S, THANKS_S, WARNING_S
from kiosk.hardware.simulated import Levers
from kiosk.post.letters import Language
from kiosk.screens.write import Write
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest


def _writes(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)


def _is_left(guest: Guest) -> None:
    _writes(guest)
    guest.wait(LETTER_S)


def _sends(guest: Guest) -> None:
    guest.writes()
    guest.touch("send")


def _has_a_code(guest: Guest) -> None:
    guest.writes()
    guest.touch("reply", "send")
    guest.wait_until(lambda: guest.screen == "thanks", "the thanks")


def _asks_to_erase(guest: Guest) -> None:
    _writes(guest)
    guest.touch("erase")


def _copies_a_code(guest: Guest) -> None:
    _has_a_code(guest)
    guest.touch("code_show")


WAYS: dict[str, Callable[[Guest], None]] = {
    "board": lambda _: None,
    "before": lambda guest: guest.touch("write"),
    "write": _writes,
    "write, erase": _asks_to_erase,
    "check": Guest.writes,
    "idle": _is_left,
    "thanks": _sends,
    "thanks, code": _has_a_code,
    "code": _copies_a_code,
    "enter_code": lambda guest: guest.touch("reply"),
    "paper": lambda guest: guest.touch("paper"),
    "how": lambda guest: guest.touch("how"),
    "appearances": lambda guest: guest.touch("appearance"),
}


@pytest.mark.parametrize("way", WAYS)
def test_from_every_screen_one_touch_tells_whom_to_call_and_whom_to_go_to(
    guest: Guest, way: str
) -> None:
    WAYS[way](guest)
    guest.sees(way.split(",")[0])
    guest.touch("help_now")
    guest.sees("help")
    said = guest.reads()
    assert {SCHOOL.helpline, SCHOOL.emergency} <= set(said.splitlines())
    assert "Айгүл Асанова, соцпедагог\n12-кабинет" in said
    assert guest.says("help_say")


@pytest.mark.parametrize("way", ["board", "before", "write", "check", "thanks", "paper", "how"])
def test_the_way_back_is_one_touch_and_nothing_was_lost(guest: Guest, way: str) -> None:
    WAYS[way](guest)
    before = guest.reads()
    guest.touch("help_now", "back")
    guest.sees(way)
    assert guest.reads() == before
    assert guest.shows(TEXT) == (way == "write")


@pytest.mark.parametrize("key", [pygame.K_ESCAPE, pygame.K_RETURN])
def test_a_key_leads_back_and_types_nothing(guest: Guest, key: int) -> None:
    _writes(guest)
    guest.touch("help_now")
    guest.type("қол")
    guest.press(key)
    guest.sees("write")
    assert guest.shows(TEXT)
    assert not guest.shows("қол")


def test_who_asks_at_the_warning_keeps_the_letter_and_finds_it_covered(guest: Guest) -> None:
    _is_left(guest)
    guest.touch("help_now")
    for _ in range(WARNING_S + 5):
        guest.wait(1)
    guest.sees("help")
    guest.touch("back")
    guest.sees("write")
    assert not guest.shows(TEXT)
    guest.touch("cover")
    assert guest.shows(TEXT)


def test_a_letter_beneath_is_warned_about_and_erased_as_ever(guest: Guest) -> None:
    _writes(guest)
    screen = guest.world.app.desk.stage.screen
    assert isinstance(screen, Write)
    guest.touch("help_now")
    guest.wait(LETTER_S)
    guest.sees("idle")
    for _ in range(WARNING_S):
        guest.wait(1)
    guest.sees("erased")
    assert screen.text == ""


def test_a_code_beneath_counts_down_in_sight_before_it_goes(guest: Guest) -> None:
    WAYS["thanks, code"](guest)
    guest.touch("code_show", "help_now")
    guest.wait(max(MENU_S, COPIED_CODE_S))
    guest.sees("code")
    assert not guest.offers("back")
    guest.wait(COPIED_CODE_S)
    assert guest.says("code_warn", n=WARNING_S)
    assert "•" in getattr(guest.widget("code_0"), "text", "")
    guest.touch("cover")
    assert "•" not in getattr(guest.widget("code_0"), "text", "")


@pytest.mark.parametrize("way", ["thanks", "thanks, code"])
def test_it_is_read_in_peace_over_a_screen_that_goes_soon(guest: Guest, way: str) -> None:
    WAYS[way](guest)
    guest.touch("help_now")
    guest.wait(max(THANKS_S, CODE_S) + WARNING_S)
    guest.sees("help")


@pytest.mark.parametrize("way", ["board", "how", "paper"])
def test_left_lying_it_goes_with_what_lies_beneath(guest: Guest, way: str) -> None:
    WAYS[way](guest)
    guest.touch("help_now")
    guest.wait(MENU_S)
    guest.sees("board")


def test_a_letter_that_gets_into_the_box_meanwhile_is_thanked_for_beneath(guest: Guest) -> None:
    guest.writes()
    guest.taps_without_looking("send", "help_now")
    guest.world.app.settle()
    guest.sees("help")
    assert waiting(guest.data) == 1
    guest.touch("back")
    guest.sees("thanks")


def test_paper_that_somebody_puts_in_does_not_take_help_away(guest: Guest) -> None:
    guest.touch("help_now")
    guest.drops_paper()
    guest.sees("help")


# --- on paper ---


def _waits_for_paper(guest: Guest, key: str) -> None:
    guest.wait_until(lambda: guest.says(key), f"the sentence {key}")


@pytest.mark.parametrize("language", Language)
def test_the_paper_comes_and_the_screen_says_so(guest: Guest, language: Language) -> None:
    guest.speaks(language)
    guest.touch("help_now", "slip")
    _waits_for_paper(guest, "help_slip_take")
    assert len(guest.world.levers.papers) == 1


def test_what_was_printing_is_neither_lost_nor_replaced(guest: Guest) -> None:
    levers = guest.world.levers
    _sends(guest)
    levers.keep_printer_waiting()
    try:
        guest.taps_without_looking("receipt")
        guest.steps_until(lambda: levers.printer_has_begun, "the printer")
        guest.steps(1)
        guest.taps_without_looking("help_now")
        assert not guest.offers("slip")
    finally:
        levers.keep_printer_waiting(asleep=False)
    guest.world.app.settle()
    guest.touch("back")
    assert guest.says("take_receipt")
    guest.touch("help_now", "slip")
    _waits_for_paper(guest, "help_slip_take")
    assert len(levers.papers) == 2


MISHAPS: dict[str, Callable[[Levers], None]] = {
    "paper out": Levers.take_paper,
    "unplugged": Levers.unplug_printer,
}


@pytest.mark.parametrize("mishap", MISHAPS)
@pytest.mark.parametrize("language", Language)
def test_without_paper_the_numbers_are_to_be_remembered(
    guest: Guest, mishap: str, language: Language
) -> None:
    guest.speaks(language)
    guest.touch("help_now")
    MISHAPS[mishap](guest.world.levers)
    guest.touch("slip")
    numbers = {"helpline": SCHOOL.helpline, "emergency": SCHOOL.emergency}
    guest.wait_until(lambda: guest.says("help_slip_none", **numbers), "the words without paper")
    assert not guest.offers("slip")
    guest.touch("back", "help_now")
    assert guest.says("help_slip_none", **numbers)


# --- recorded nowhere ---


def _on_disk(guest: Guest) -> dict[str, str]:
    files = (path for path in sorted(guest.data.rglob("*")) if path.is_file())
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def _times(guest: Guest) -> dict[str, tuple[int, int]]:
    return {
        path.name: (path.stat().st_mtime_ns, path.stat().st_size)
        for path in sorted(guest.data.rglob("*"))
    }


def test_nothing_of_it_is_on_the_disk_or_in_the_log(
    guest: Guest, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    before = _on_disk(guest), _times(guest)
    guest.touch("help_now", "slip")
    _waits_for_paper(guest, "help_slip_take")
    guest.touch("language_ru", "back", "write", "help_now", "back", "back")
    guest.sees("board")
    assert (_on_disk(guest), _times(guest)) == before
    told = [one for one in caplog.records if one.name != "escpos.capabilities"]  # of its import
    assert [record.getMessage() for record in told] == []


def test_that_the_disk_would_tell_is_seen_by_the_same_eyes(guest: Guest) -> None:
    before = _on_disk(guest), _times(guest)
    guest.sends()
    after = _on_disk(guest), _times(guest)
    assert after[0] != before[0]
