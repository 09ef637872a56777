"""Somebody with a reply code: one sentence for all that leads nowhere, a covered page, an end."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pygame
import pytest

from kiosk.post import replies
from kiosk.post.cards import check_digit
from kiosk.post.codes import ReplyCode
from kiosk.post.letters import Language
from kiosk.post.replies import Replying
from kiosk.store import replies as kept_replies
from kiosk.store.connection import transaction
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_disk_full import full_disk
from tests.mishaps.test_memory import kept
from tests.mishaps.test_silent_log import broken
from tests.mishaps.test_slow_store import slow_disk
from tests.office import CHEAP
from tests.traces import traces

TEXT = "Эртең чоң тыныгууда китепканага келиңиз"
LAST_DAY = date(2027, 1, 29)
NO_SUCH = "1111222233334440"


def answered(data: Path) -> str:
    """The digits of a code to which the committee has replied."""
    code = ReplyCode.new(CHEAP)
    reply = replies.seal(TEXT, code.reply_to)
    with transaction(data / "post.sqlite") as connection:
        kept_replies.publish(connection, Replying((reply,), LAST_DAY))
    return code.digits


def types(guest: Guest, code: str) -> None:
    """From the board to what the code leads to."""
    guest.touch("reply")
    guest.type(code)


def there(data: Path) -> int:
    with closing(sqlite3.connect(data / "post.sqlite")) as file:
        return int(file.execute("SELECT count(*) FROM replies").fetchone()[0])


def fits(body: str) -> str:
    return body + check_digit(body)


# --- reading ---


@pytest.mark.parametrize("language", Language)
def test_touches_alone_lead_to_the_reply(guest: Guest, data: Path, language: Language) -> None:
    code = answered(data)
    guest.speaks(language)
    guest.touch("reply")
    guest.sees("enter_code")
    assert guest.says("reply_enter")
    guest.touch(*(f"digit_{digit}" for digit in code))
    guest.sees("reply")
    assert not guest.shows(TEXT), "it starts covered"
    guest.touch("cover")
    assert guest.shows(TEXT)
    guest.touch("cover")
    assert not guest.shows(TEXT)


def test_one_group_of_digits_can_be_read_while_they_are_typed(guest: Guest) -> None:
    guest.touch("reply")
    guest.type("407190")
    groups = [guest.widget(f"group_{nth}") for nth in range(4)]
    assert [vars(group)["current"] for group in groups] == [False, True, False, False]
    guest.touch("rub")
    assert vars(guest.widget("group_1"))["digits"] == "9"


def test_what_was_typed_and_hidden_does_not_come_into_sight_again(guest: Guest) -> None:
    guest.touch("reply")
    guest.type("407190")
    guest.touch("rub", "rub")
    groups = [vars(guest.widget(f"group_{nth}")) for nth in range(4)]
    assert [(group["digits"], group["current"]) for group in groups[:2]] == [
        ("4071", False),
        ("", True),
    ]
    guest.touch("rub")
    assert vars(guest.widget("group_0"))["digits"] == "", "a hidden group goes whole"
    guest.touch("rub")
    guest.type("5")
    assert vars(guest.widget("group_0"))["digits"] == "5"


def test_the_next_child_waits_no_longer_than_eight_seconds(guest: Guest) -> None:
    guest.touch("reply")
    for _ in range(7):
        guest.type(NO_SUCH)
        for _ in range(8):
            guest.wait(1)
    guest.type(NO_SUCH)
    guest.touch("leave", "reply")
    for _ in range(8):
        guest.wait(1)
    guest.type("5")
    assert vars(guest.widget("group_0"))["digits"] == "5"


def test_it_stays_until_it_is_erased_and_says_how_long(guest: Guest, data: Path) -> None:
    code = answered(data)
    for _ in range(2):
        types(guest, code)
        assert guest.says("reply_kept", date=guest.word_date(LAST_DAY))
        guest.touch("leave")
        guest.sees("board")
    assert there(data) == 1


def test_erasing_is_asked_and_then_said_and_it_is_gone(guest: Guest, data: Path) -> None:
    code = answered(data)
    types(guest, code)
    guest.touch("cover", "erase")
    assert guest.says("reply_erase")
    guest.press(pygame.K_ESCAPE)
    guest.sees("reply")
    assert not guest.says("reply_erase")
    guest.touch("erase")
    assert not guest.shows(TEXT)
    guest.touch("keep")
    assert there(data) == 1
    guest.touch("erase", "erase_now")
    assert guest.says("reply_erased")
    assert there(data) == 0
    guest.touch("leave")
    types(guest, code)
    assert guest.says("reply_none")


def test_what_could_not_be_erased_is_not_said_to_be(guest: Guest, data: Path) -> None:
    types(guest, answered(data))
    guest.touch("erase")
    with full_disk():
        guest.touch("erase_now")
    assert guest.says("reply_failed")
    assert not guest.says("reply_erased")
    assert there(data) == 1
    guest.touch("erase_now")
    assert guest.says("reply_erased")


# --- codes that lead nowhere ---


def test_not_ready_wrong_and_mistyped_are_one_sentence(guest: Guest, data: Path) -> None:
    code = answered(data)
    wrong_digit = code[:5] + str((int(code[5]) + 1) % 10) + code[6:]
    waiting = ReplyCode.new(CHEAP).digits
    seen = set()
    for typed in (waiting, fits("123456789012345"), wrong_digit):
        types(guest, typed)
        guest.sees("enter_code")
        assert guest.says("reply_none")
        assert guest.says("reply_next", date=guest.word_date(guest.next_reading)), "when to ask"
        guest.wait(31)
        seen.add(guest.reads())
        guest.touch("leave")
    assert len(seen) == 1


def test_who_finds_no_reply_is_told_what_there_is_to_hope_for(guest: Guest, data: Path) -> None:
    """Always the same: also whoever has read theirs, and erased it, finds these words."""
    code = answered(data)
    days = guest.world.app.desk.school.reply_days
    types(guest, code)
    guest.touch("erase", "erase_now", "leave")
    said = []
    for typed in (code, ReplyCode.new(CHEAP).digits):
        types(guest, typed)
        said.append(guest.reads())
        guest.wait(31)
        guest.touch("leave")
    assert guest.word("reply_not_all") in said[0]
    assert f" {days} " in said[0]
    assert guest.word("reply_help", number="111") in said[0]
    assert said[1].replace("4 сек", "2 сек") == said[0]


def test_each_failure_makes_the_next_try_wait_longer_and_says_so(guest: Guest) -> None:
    guest.touch("reply")
    for seconds in (2, 4, 8, 8):
        guest.type(NO_SUCH)
        assert guest.says("reply_wait", n=seconds)
        guest.type("5")
        assert not guest.offers("group_0"), "no digit is taken"
        assert not any(guest.widget(f"digit_{nth}").enabled for nth in range(10)), "and it shows"
        guest.wait(1)
        assert guest.says("reply_wait", n=seconds - 1)
        for _ in range(seconds - 1):
            guest.wait(1)
        assert not guest.says("reply_wait", n=1)
    guest.type("5")
    assert vars(guest.widget("group_0"))["digits"] == "5"


def test_leaving_does_not_shorten_the_wait_and_quiet_ends_it(guest: Guest) -> None:
    guest.touch("reply")
    guest.type(NO_SUCH)
    guest.wait(2)
    guest.type(NO_SUCH)
    guest.touch("leave", "reply")
    assert any(guest.says("reply_wait", n=left) for left in (3, 4))
    guest.wait(4)
    guest.touch("leave")
    guest.wait(70)
    guest.touch("reply")
    guest.type(NO_SUCH)
    assert guest.says("reply_wait", n=2)


def test_a_code_that_leads_somewhere_ends_the_waiting(guest: Guest, data: Path) -> None:
    guest.touch("reply")
    guest.type(NO_SUCH)
    guest.wait(2)
    guest.type(answered(data))
    guest.sees("reply")
    guest.touch("leave", "reply")
    guest.type(NO_SUCH)
    assert guest.says("reply_wait", n=2)


def test_a_store_that_is_away_is_not_called_a_wrong_code(
    opens: Opens, caplog: pytest.LogCaptureFixture
) -> None:
    guest = broken(opens)
    caplog.clear()
    types(guest, NO_SUCH)
    assert guest.says("reply_failed")
    assert not guest.says("reply_none")
    assert caplog.messages == []


def test_a_reply_that_was_damaged_says_so(guest: Guest, data: Path) -> None:
    code = answered(data)
    with closing(sqlite3.connect(data / "post.sqlite")) as file, file:
        file.execute("UPDATE replies SET sealed = zeroblob(length(sealed))")
    types(guest, code)
    assert guest.says("reply_damaged")


# --- leaving ---


def test_left_alone_a_reply_is_covered_and_then_left(guest: Guest, data: Path) -> None:
    types(guest, answered(data))
    guest.touch("cover")
    guest.wait(61)
    guest.sees("reply")
    assert not guest.shows(TEXT)
    guest.wait(61)
    guest.sees("board")
    assert there(data) == 1


def test_half_a_code_is_not_left_to_the_next_one(guest: Guest) -> None:
    guest.touch("reply")
    guest.type("40719028")
    guest.wait(61)
    guest.sees("board")
    guest.touch("reply")
    assert vars(guest.widget("group_0"))["digits"] == ""


def test_who_left_before_the_answer_came_leaves_it_to_nobody(guest: Guest, data: Path) -> None:
    code = answered(data)
    guest.touch("reply")
    with slow_disk(guest):
        for digit in code:
            pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=digit))
        for _ in range(80):
            guest.steps(1)
        guest.sees("board")
    guest.world.app.settle()
    guest.sees("board")
    guest.touch("reply")
    guest.sees("enter_code")


def test_nothing_holds_code_or_reply_afterwards_and_nothing_was_logged(
    guest: Guest, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    digits = [*answered(data)]
    caplog.clear()
    caplog.set_level(logging.DEBUG)
    types(guest, "".join(digits))
    guest.touch("cover", "leave")
    guest.sees("board")
    assert holders(digits) == []
    assert traces(data, ["".join(digits), TEXT]) == []
    assert caplog.messages == []


def holders(digits: list[str]) -> list[str]:
    return kept("".join(digits))


def all_cards(guest: Guest) -> set[str]:
    """All that the board says, card by card."""
    said = set()
    for _ in range(12):
        said.add(guest.reads())
        guest.touch("card_after")
    return said


def test_the_board_counts_no_replies(guest: Guest, data: Path) -> None:
    before = all_cards(guest)
    answered(data)
    answered(data)
    guest.wait(61)
    assert all_cards(guest) == before


def types_while_the_disk_is_slow(guest: Guest, code: str) -> None:
    """Digit by digit, until the key is derived; the store has not answered yet."""
    for digit in code:
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=digit))
    guest.steps(0.5)
    held = guest.world.app._pupil.replies
    guest.steps_until(lambda: held._key is not None, "the key")


def test_the_answer_to_who_left_is_not_taken_for_the_next_ones(guest: Guest, data: Path) -> None:
    code = answered(data)
    guest.touch("reply")
    with slow_disk(guest):
        types_while_the_disk_is_slow(guest, ReplyCode.new(CHEAP).digits)
        guest.taps_without_looking("leave")
        guest.steps(1)
        guest.taps_without_looking("reply")
        guest.steps(1)
        types_while_the_disk_is_slow(guest, code)
    guest.world.app.settle()
    guest.sees("reply")
    guest.touch("cover")
    assert guest.shows(TEXT)
