"""The resting board: cards that turn by themselves, notices from the command line, language."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from kiosk import store
from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from tests.guest import Guest

NEW = Notice(
    NoticeType.ANNOUNCEMENT,
    {Language.KY: "Шахмат ийрими"},
    {Language.KY: "Бейшемби, үчүнчү сабактан кийин."},
    date(2026, 11, 20),
    date(2026, 11, 30),
)


def card(guest: Guest) -> str:
    """The headline of the card that shows."""
    return str(getattr(guest.widget("card_headline"), "text", ""))


def test_the_cards_turn_by_themselves_and_come_round(guest: Guest) -> None:
    seen = [card(guest)]
    while len(seen) < 30:
        guest.wait(20.1)
        if card(guest) == seen[0]:
            break
        seen.append(card(guest))
    assert len(seen) == len(set(seen))
    assert {"Ачык эшик күнү", "Жарык оңдолду"} <= set(seen)


def test_a_card_stays_as_long_as_its_words_take(guest: Guest) -> None:
    """Short ones twelve seconds, none longer than twenty: who passes by does not wait."""
    stays = {}
    for _ in range(12):
        shown, seconds = card(guest), 0
        while card(guest) == shown:
            guest.wait(1)
            seconds += 1
        stays[shown] = seconds
    assert set(stays.values()) <= set(range(12, 21))
    assert stays["Ачык эшик күнү"] < stays["Бул кантип иштейт?"]


def test_a_touch_turns_on_and_back_and_the_card_then_stays_for_half_a_minute(guest: Guest) -> None:
    first = card(guest)
    guest.wait(11)
    guest.touch("card_after")
    second = card(guest)
    assert second != first
    guest.wait(29)
    assert card(guest) == second
    guest.touch("card_before")
    guest.wait(29)
    assert card(guest) == first
    guest.wait(2)
    assert card(guest) == second


def test_any_touch_keeps_the_card_for_who_reads_it(guest: Guest) -> None:
    guest.wait(11)
    first = card(guest)
    guest.touch("language_ky")
    guest.wait(29)
    assert card(guest) == first


def test_a_notice_hung_up_while_the_kiosk_runs_shows_within_a_minute(guest: Guest) -> None:
    number = store.add_notice(guest.data / "post.sqlite", NEW)
    guest.wait(61)
    assert guest.cards_of_the_board_say("Шахмат ийрими")
    store.withdraw_notice(guest.data / "post.sqlite", number, date(2026, 11, 20))
    guest.wait(61)
    assert not guest.cards_of_the_board_say("Шахмат ийрими")


def test_a_notice_ends_with_its_last_day(guest: Guest) -> None:
    store.add_notice(guest.data / "post.sqlite", NEW)
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=10))
    guest.wait(61)
    assert guest.cards_of_the_board_say("Шахмат ийрими")
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(61)
    assert not guest.cards_of_the_board_say("Шахмат ийрими")


def test_a_language_that_was_not_written_shows_the_one_that_was(guest: Guest) -> None:
    store.add_notice(guest.data / "post.sqlite", NEW)
    guest.wait(61)
    guest.speaks(Language.EN)
    assert guest.cards_of_the_board_say("Шахмат ийрими")


def test_date_next_reading_and_help_stay_in_place_on_every_card(guest: Guest) -> None:
    for _ in range(12):
        assert guest.says("letters_read_on", date="27-ноябрь")
        assert "20-ноябрь" in guest.reads()
        assert guest.says("helpline", number="111")
        guest.touch("card_after")


def test_nothing_is_drawn_while_nothing_changes(guest: Guest) -> None:
    guest.world.app.settle()
    assert not guest.world.app.step()
    guest.wait(61)
    assert not guest.world.app.step()


def test_left_alone_the_board_speaks_the_schools_language_again(guest: Guest) -> None:
    guest.speaks(Language.RU)
    guest.wait(50)
    assert guest.says("write_letter")
    assert "Написать письмо" in guest.reads()
    guest.wait(11)
    assert "Кат жазуу" in guest.reads()


def test_what_the_daily_look_found_is_one_line_until_it_is_well_again(
    guest: Guest, tmp_path: Path
) -> None:
    mark = tmp_path / "red"
    guest.world.app.desk.unwell = mark.exists
    guest.wait(60)
    assert not guest.says("board_unwell")
    mark.touch()
    guest.wait(60)
    assert guest.says("board_unwell")
    mark.unlink()
    guest.wait(60)
    assert not guest.says("board_unwell")
