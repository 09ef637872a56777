"""A letter that asks for an answer of its own: the code comes after the letter is in the box."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from kiosk.demo.school import FIRST_MOMENT
from kiosk.demo.strip import read_paper
from kiosk.demo.world import build, machine
from kiosk.flow.patience import CODE_S, COPIED_CODE_S
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.cards import Cost, grouped
from kiosk.post.codes import derive
from kiosk.post.letters import Language, Letter
from kiosk.post.roles import Role
from kiosk.screens.layout import overlap
from tests.conftest import SIZE
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest
from tests.mishaps.test_disk_full import full_disk
from tests.mishaps.test_memory import kept
from tests.mishaps.test_slow_store import slow_disk
from tests.office import CHEAP
from tests.paper.digits import read_digits
from tests.readers import waiting_letters


def asks(guest: Guest) -> None:
    """A letter that wants a reply, to the thanks."""
    guest.writes()
    guest.touch("reply", "send")
    guest.sees("thanks")


def shown_code(guest: Guest) -> str:
    """The digits on the glass."""
    texts = [getattr(guest.widget(f"code_{nth}"), "text", "") for nth in range(4)]
    return "".join(texts)


def the_letter(data: Path) -> Letter:
    (letter,) = waiting_letters(data)
    return letter


def test_the_simple_way_asks_nothing_more_than_before(guest: Guest, data: Path) -> None:
    guest.writes()
    guest.touch("send")
    guest.sees("thanks")
    assert not guest.offers("code_show")
    letter = the_letter(data)
    assert (letter.excluded, letter.reply_to) == (frozenset(), None)


def test_the_code_is_offered_only_after_the_letter_is_in_the_box(guest: Guest, data: Path) -> None:
    guest.writes()
    assert guest.says("reply_ask")
    guest.touch("reply")
    guest.touch("send")
    guest.sees("thanks")
    assert guest.says("letter_received")
    assert guest.says("code_ready")
    assert waiting(data) == 1
    assert guest.offers("leave"), "who has no pen may go"


def test_what_a_code_needs_is_said_before_anything_is_sent(guest: Guest, data: Path) -> None:
    guest.writes()
    assert not guest.says("reply_pen_or_print")
    guest.touch("reply")
    assert guest.says("reply_pen_or_print")
    assert guest.says("not_sent_yet")
    assert waiting(data) == 0
    guest.touch("reply")
    assert guest.says("not_sent_yet")


def test_without_a_printer_no_code_is_said_to_be_printed(guest: Guest) -> None:
    guest.world.levers.unplug_printer()
    guest.world.app.desk.hardware.printer.look()
    guest.wait_until(lambda: guest.world.app.desk.printer_trouble is not None, "the printer")
    guest.writes()
    guest.touch("reply")
    assert guest.says("reply_pen")
    assert not guest.says("reply_pen_or_print")


def test_who_wants_no_code_after_all_is_asked_once_and_nobody_gets_it(guest: Guest) -> None:
    asks(guest)
    guest.touch("leave")
    guest.sees("thanks")
    assert guest.says("code_lost")
    guest.touch("keep")
    assert guest.offers("code_show"), "it was only asked"
    guest.touch("leave", "erase_now")
    guest.sees("board")
    assert guest.world.app._pupil._draft.code is None
    asks_nothing(guest)


def asks_nothing(guest: Guest) -> None:
    """The next one writes a letter without a code, and finds none."""
    guest.sends()
    guest.wait(200)
    guest.sees("board")
    assert not guest.offers("code_show")


def test_the_screen_says_that_the_code_goes_with_its_writer(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    assert guest.says("code_gone")
    assert guest.says("code_written")


def test_the_digits_shown_lead_to_the_key_inside_the_letter(guest: Guest, data: Path) -> None:
    asks(guest)
    guest.touch("code_show")
    guest.sees("code")
    assert guest.says("reply_code_keep")
    code = shown_code(guest)
    assert len(code) == 16
    assert derive(code, CHEAP).reply_to == the_letter(data).reply_to


def test_it_is_shown_once_and_the_next_one_gets_another(guest: Guest) -> None:
    codes = []
    for _ in range(2):
        asks(guest)
        guest.touch("code_show")
        codes.append(shown_code(guest))
        guest.touch("done")
        guest.sees("board")
    assert codes[0] != codes[1]
    guest.sends()
    assert codes[0][:4] not in guest.reads()


def test_no_code_is_seen_while_nobody_knows_what_became_of_the_letter(guest: Guest) -> None:
    guest.writes()
    guest.touch("reply")
    with slow_disk(guest):
        guest.taps_without_looking("send")
        for _ in range(20):
            guest.steps(1)
        guest.sees("check")
        assert guest.says("sending")
        assert not guest.offers("code_show")
    guest.world.app.settle()
    guest.sees("thanks")


def test_a_refused_letter_has_no_code_and_sent_again_a_new_one(guest: Guest, data: Path) -> None:
    guest.writes()
    guest.touch("reply")
    with full_disk():
        guest.touch("send")
    guest.sees("check")
    assert guest.says("error_not_saved")
    guest.touch("send")
    guest.sees("thanks")
    guest.touch("code_show")
    assert derive(shown_code(guest), CHEAP).reply_to == the_letter(data).reply_to


def test_who_goes_back_to_writing_finds_the_wishes_as_they_were(guest: Guest, data: Path) -> None:
    guest.writes()
    guest.touch("readers", "readers_1", "reply", "edit")
    guest.sees("write")
    guest.touch("done", "send")
    letter = the_letter(data)
    assert letter.excluded == {Role.PARLIAMENT_MEMBER}
    assert letter.reply_to is not None


@pytest.mark.parametrize(
    ("choice", "excluded"),
    [
        (0, frozenset()),
        (1, {Role.PARLIAMENT_MEMBER}),
        (2, {Role.SOCIAL_PEDAGOGUE}),
        (3, {Role.DEPUTY_DIRECTOR}),
    ],
)
def test_who_must_not_read_is_sealed_inside(
    guest: Guest, data: Path, choice: int, excluded: frozenset[Role]
) -> None:
    guest.writes()
    guest.touch("readers", f"readers_{choice}", "send")
    assert the_letter(data).excluded == excluded


def test_the_wishes_of_one_are_not_the_next_ones(guest: Guest, data: Path) -> None:
    guest.writes()
    guest.touch("readers", "readers_2", "reply", "erase", "erase_now", "leave")
    guest.sends()
    letter = the_letter(data)
    assert (letter.excluded, letter.reply_to) == (frozenset(), None)


# --- leaving ---


def holders(digits: list[str]) -> list[str]:
    return kept("".join(digits))


def test_nothing_in_memory_holds_the_code_afterwards(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    digits = [*shown_code(guest)]  # one by one, so that this test's own code does not hold them
    guest.touch("done")
    guest.sees("board")
    assert holders(digits[:8]) == []
    assert holders(digits[8:]) == []


def test_the_search_finds_it_while_it_shows(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    assert holders([*shown_code(guest)][:8])


@pytest.mark.parametrize("shown", [False, True])
def test_left_alone_it_counts_down_and_then_nobody_gets_it(guest: Guest, shown: bool) -> None:
    asks(guest)
    if shown:
        guest.touch("code_show")
    last = 30 if shown else 15
    guest.wait((COPIED_CODE_S if shown else CODE_S) - 1)
    assert not guest.says("code_warn", n=last)
    guest.wait(2)
    guest.sees("code" if shown else "thanks")
    for left in range(last, 0, -1):
        assert guest.says("code_warn", n=left)
        guest.wait(1)
    guest.sees("board")
    assert guest.world.app._pupil._draft.code is None
    asks_nothing(guest)


def test_no_question_covers_a_code_that_it_could_give_back(guest: Guest) -> None:
    """Who answers a question on a covered screen might be anybody."""
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    seen = []
    while guest.screen != "board":
        seen.append((guest.screen, shown_code(guest)))
        guest.wait(1)
    assert {screen for screen, _ in seen} == {"code"}
    digits = [digits for _, digits in seen]
    assert digits.count(code) <= COPIED_CODE_S + 1, "then it is covered"
    assert set(digits[int(COPIED_CODE_S) + 1 :]) == {"•" * 16}
    assert len(seen) <= COPIED_CODE_S + 31, "and gone for good"


def test_one_touch_covers_the_code_and_one_shows_it_again(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    guest.touch("cover")
    assert shown_code(guest) == "•" * 16
    guest.touch("cover")
    assert shown_code(guest) == code


def test_a_touch_on_a_covered_code_uncovers_nothing_but_on_its_button(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    guest.wait(COPIED_CODE_S + 1)
    guest.touch("line_0")
    assert shown_code(guest) == "•" * 16
    assert not guest.says("code_warn", n=30)
    guest.touch("cover")
    assert shown_code(guest) == code


def test_the_next_one_is_offered_no_code_half_a_minute_later(guest: Guest) -> None:
    asks(guest)
    guest.wait(16)
    for _ in range(15):
        guest.wait(1)
    guest.sees("board")


def test_a_touch_in_time_gives_who_copies_more_time(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    guest.wait(COPIED_CODE_S + 1)
    for _ in range(25):
        guest.wait(1)
    guest.touch("cover")
    assert not guest.says("code_warn", n=5)
    for _ in range(14):
        guest.wait(1)
    assert shown_code(guest) == code
    for _ in range(int(COPIED_CODE_S) + 17):
        guest.wait(1)
    guest.sees("board")


def test_the_countdown_of_one_does_not_end_another_ones_screen(guest: Guest) -> None:
    asks(guest)
    guest.wait(16)
    guest.touch("leave", "erase_now", "write")
    guest.wait(40)
    guest.sees("before")


def test_a_paper_letter_takes_no_code_away(guest: Guest) -> None:
    asks(guest)
    guest.drops_paper()
    assert guest.offers("code_show")
    guest.touch("code_show")
    guest.drops_paper()
    guest.sees("code")
    guest.touch("done")
    guest.drops_paper()
    guest.sees("thanks")
    assert not guest.offers("code_show")


def test_keys_of_a_keyboard_close_nothing_that_is_shown_once(guest: Guest) -> None:
    asks(guest)
    guest.press(pygame.K_RETURN)
    guest.sees("code")
    for key in (pygame.K_RETURN, pygame.K_ESCAPE):
        guest.press(key)
    guest.sees("code")


@pytest.mark.parametrize("paper", [True, False])
def test_a_finger_that_taps_twice_loses_no_code(guest: Guest, paper: bool) -> None:
    if not paper:
        guest.world.levers.take_paper()
        guest.wait(61)
    asks(guest)
    shows = guest.widget("code_show").rect
    leaves = guest.widget("leave").rect
    guest.touch("leave")
    assert not overlap(leaves, guest.widget("erase_now").rect)
    guest.touch("keep", "code_show")
    assert not overlap(shows, guest.widget("done").rect)


def test_escape_asks_before_a_code_is_lost(guest: Guest) -> None:
    asks(guest)
    guest.press(pygame.K_ESCAPE)
    assert guest.says("code_lose")
    guest.press(pygame.K_RETURN)
    guest.sees("thanks")
    guest.press(pygame.K_ESCAPE)
    assert guest.offers("code_show")


# --- paper ---


def test_printed_it_is_on_a_paper_of_its_own_and_no_receipt_is_taken_for_it(guest: Guest) -> None:
    asks(guest)
    assert not guest.offers("receipt")
    guest.touch("code_show")
    code = shown_code(guest)
    guest.touch("print")
    guest.wait_until(lambda: len(guest.world.levers.papers) == 1, "the code")
    assert guest.says("code_take")
    (paper,) = guest.world.levers.papers
    assert read_digits(read_paper(paper, guest.world.app.desk.hardware.printer.dots)) == code
    assert not guest.offers("print"), "one is enough"


def test_a_printer_without_paper_leaves_the_code_on_the_glass(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    guest.world.levers.take_paper()
    guest.touch("print")
    guest.wait_until(lambda: guest.word("code_failed") in guest.reads(), "the printer to fail")
    assert shown_code(guest) == code
    assert all(guest.says(key) for key in ("reply_code_keep", "code_gone", "code_use"))
    guest.world.levers.load_paper()
    guest.touch("print")
    guest.wait_until(lambda: bool(guest.world.levers.papers), "the code")
    assert guest.says("code_take")


# --- when no code can be made ---


def test_without_a_code_the_letter_stays_and_can_go_without_one(
    data: Path, surface: pygame.Surface
) -> None:
    pygame.event.clear()
    too_little = Cost(memory_kib=1, passes=1, lanes=1)
    world = build(
        data, machine(SIZE, Language.KY), surface, SimulatedClock(FIRST_MOMENT), too_little
    )
    guest = Guest(world)
    try:
        world.app.start()
        world.app.settle()
        guest.writes()
        guest.touch("reply", "send")
        guest.sees("check")
        assert guest.says("refused_no_code")
        assert waiting(data) == 0
        guest.touch("cover")
        assert guest.shows(TEXT)
        guest.touch("cover", "reply", "send")
        guest.sees("thanks")
        assert waiting(data) == 1
    finally:
        guest.leave_for_good()


def test_no_code_is_in_any_repr(guest: Guest) -> None:
    asks(guest)
    guest.touch("code_show")
    code = shown_code(guest)
    stage = guest.world.app.desk.stage
    said = repr((stage.screen, stage.view, guest.world.app._pupil._draft))
    assert code[:4] not in said
    assert grouped(code) not in said
