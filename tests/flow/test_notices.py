"""The board's notices at the kiosk: one member's card, and nothing but notices behind it."""

from __future__ import annotations

import pytest

from kiosk import store
from kiosk.demo.school import CARDS
from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from tests.guest import Guest
from tests.store.test_power_cut import counted

DEPUTY, PUPIL = Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER
KY, RU = Language.KY, Language.RU


def comes(guest: Guest) -> None:
    """To the card that is asked for."""
    guest.hold("emblem", 3.2)
    guest.sees("wayin")
    guest.touch("notices")
    guest.sees("notices_card")


def enters(guest: Guest, role: Role = DEPUTY) -> None:
    comes(guest)
    guest.type_card(CARDS[role])


def writes(guest: Guest, headline: str, body: str) -> None:
    guest.touch("headline")
    guest.type(headline)
    guest.touch("done", "body")
    guest.type(body)
    guest.touch("done")


def saves(guest: Guest) -> None:
    guest.touch("save")
    guest.wait_until(lambda: guest.screen == "notices", "the list")


def kept(guest: Guest) -> list[Notice]:
    return [*store.list_notices(guest.data / "post.sqlite")]


def test_a_new_notice_hangs_on_the_board(guest: Guest) -> None:
    enters(guest)
    guest.sees("notices")
    guest.touch("new")
    writes(guest, "Боорсок", "Ашканада боорсок бар.")
    saves(guest)
    assert "Боорсок" in guest.reads()
    guest.touch("leave")
    guest.sees("board")
    assert guest.cards_of_the_board_say("Ашканада боорсок бар.")
    new = kept(guest)[-1]
    assert (new.type, new.headline) == (NoticeType.ANNOUNCEMENT, {KY: "Боорсок"})
    assert (new.last_day - guest.today).days == 13


def test_the_corridor_is_asked_about_before_a_card_is_typed(guest: Guest) -> None:
    comes(guest)
    assert guest.says("roll_corridor")
    assert guest.says("notices_corridor_why")
    guest.type(CARDS[DEPUTY])
    guest.sees("notices_card")
    assert not guest.offers("digit_1"), "a keyboard or a scanner is not listened to either"
    guest.touch("corridor_clear")
    guest.type(CARDS[DEPUTY])
    guest.wait_until(lambda: guest.screen == "notices", "the list")


def test_whoever_watches_one_can_go_back(guest: Guest) -> None:
    comes(guest)
    guest.touch("leave")
    guest.sees("board")


def test_it_is_said_that_it_hangs_now_or_when_it_will(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Боорсок", "Ашканада боорсок бар.")
    saves(guest)
    assert guest.says("notice_hung")
    guest.touch("new")
    assert not guest.says("notice_hung")
    writes(guest, "Эртең", "Эртең боорсок бар.")
    guest.touch("tab_when", "first_more")
    saves(guest)
    assert guest.says("notice_hung_later")
    guest.touch(f"notice_{kept(guest)[-1].number}", "withdraw", "sure")
    guest.wait_until(lambda: guest.screen == "notices", "the list")
    assert guest.says("notice_gone")
    guest.touch(f"down_{kept(guest)[0].number}")
    assert not guest.says("notice_gone"), "that was before"


def test_it_is_said_what_no_chosen_weekday_means(guest: Guest) -> None:
    enters(guest)
    guest.touch("new", "tab_when")
    assert guest.says("notice_every_day")
    guest.touch("weekday_0")
    assert guest.says("notice_some_days")
    guest.touch("weekday_0")
    assert guest.says("notice_every_day")


@pytest.mark.parametrize("role", [Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE])
def test_those_whom_the_school_allows_get_in(guest: Guest, role: Role) -> None:
    enters(guest, role)
    guest.sees("notices")


def test_another_member_is_told_so_and_gets_nowhere(guest: Guest) -> None:
    enters(guest, PUPIL)
    guest.sees("notices_card")
    assert guest.says("notices_not_yours")
    guest.type_card(CARDS[DEPUTY])
    guest.sees("notices")


def test_a_wrong_card_is_told_so(guest: Guest) -> None:
    comes(guest)
    guest.type_card("00000000000000000000")
    assert guest.says("roll_wrong_card")
    guest.sees("notices_card")


def test_a_slip_of_the_finger_is_found_before_any_derivation(guest: Guest) -> None:
    comes(guest)
    guest.touch("corridor_clear")
    guest.type(CARDS[DEPUTY][:-1] + str((int(CARDS[DEPUTY][-1]) + 1) % 10))
    assert guest.says("roll_mistyped")


def test_a_card_for_the_notices_opens_nothing_else(guest: Guest) -> None:
    guest.sends("Жашыруун")
    before = counted(guest.data / "post.sqlite")
    enters(guest)
    guest.touch("leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.sees("rollcall")
    missing = guest.world.app.desk.committee.missing(frozenset())  # type: ignore[union-attr]
    assert len(missing) == len(Role), "the roll call begins with nobody"
    assert counted(guest.data / "post.sqlite") == before


def test_a_notice_in_two_languages_and_of_another_kind(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Ашкана", "Эт бар.")
    guest.touch("tongue_ru")
    writes(guest, "Столовая", "Есть мясо.")
    guest.touch("type")
    saves(guest)
    new = kept(guest)[-1]
    assert new.headline == {KY: "Ашкана", RU: "Столовая"}
    assert new.body == {KY: "Эт бар.", RU: "Есть мясо."}
    assert new.type is NoticeType.ANSWER


def test_what_lacks_its_half_cannot_be_hung_up_and_says_why(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    assert not guest.widget("save").enabled
    assert guest.says("flaw_words")
    writes(guest, "Ашкана", "Эт бар.")
    assert guest.widget("save").enabled
    guest.touch("tongue_ru", "headline")
    guest.type("Столовая")
    guest.touch("done")
    assert guest.says("flaw_words")


def test_when_and_how_it_hangs(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Ашкана", "Эт бар.")
    guest.touch("tab_when", "first_more", "last_fewer", "opens_more", "closes_more")
    guest.touch("closes_fewer", "weekday_0", "weekday_4", "weekday_1", "weekday_1")
    saves(guest)
    new = kept(guest)[-1]
    assert (new.first_day - guest.today).days == 1
    assert (new.last_day - guest.today).days == 12
    assert new.hours.weekdays == {0, 4}
    assert new.hours.opens is not None
    assert new.hours.closes is not None
    assert (new.hours.opens.hour, new.hours.closes.hour) == (8, 16)


def test_an_urgent_notice_comes_first_and_is_over_within_a_week(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Сабак жок", "Эртең мектеп жабык.")
    guest.touch("tab_when", "pinned")
    for _ in range(3):
        guest.touch("last_more")
    saves(guest)
    new = kept(guest)[-1]
    assert new.pinned
    assert (new.last_day - new.first_day).days == 6
    guest.touch("leave")
    assert "Сабак жок" in guest.reads(), "without waiting for its turn"
    assert guest.says("important")


def test_the_preview_is_the_board_with_this_card_alone(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Ашкана", "Эт бар.")
    guest.touch("tab_preview")
    shown = {widget.name: widget for widget in guest.world.app.desk.stage.view.widgets}
    assert {"card_headline", "emblem", "help_call"} <= shown.keys()
    assert "Эт бар." in guest.reads()
    assert shown["emblem"].act is None
    guest.touch("write")
    assert guest.offers("save")


def test_a_notice_is_changed_in_its_place(guest: Guest) -> None:
    first, second = kept(guest)
    enters(guest)
    guest.touch(f"notice_{first.number}", "headline")
    guest.type("!")
    guest.touch("done")
    saves(guest)
    changed, other = kept(guest)
    assert changed.headline[KY] == first.headline[KY] + "!"
    assert (changed.number, other) == (first.number, second)


def test_a_notice_is_taken_down_when_it_is_confirmed(guest: Guest) -> None:
    first, second = kept(guest)
    enters(guest)
    guest.touch(f"notice_{first.number}", "withdraw", "stay")
    assert kept(guest) == [first, second]
    guest.touch("withdraw", "sure")
    guest.wait_until(lambda: guest.screen == "notices", "the list")
    assert kept(guest) == [second]
    assert not guest.offers(f"notice_{first.number}")


def test_notices_change_places(guest: Guest) -> None:
    first, second = (notice.number for notice in kept(guest))
    enters(guest)
    assert not guest.widget(f"up_{first}").enabled
    guest.touch(f"down_{first}")
    assert [notice.number for notice in kept(guest)] == [second, first]
    guest.sees("notices")


def test_a_picture_is_chosen_among_those_that_are_kept(guest: Guest) -> None:
    enters(guest)
    guest.touch("new", "tab_when")
    assert not guest.widget("picture").enabled
    assert guest.says("notice_no_pictures")
    guest.touch("back")
    store.keep_picture(guest.data / "post.sqlite", "мышык", b"")
    guest.wait(61)
    guest.touch("new")
    writes(guest, "Мышык", "Мышык табылды.")
    guest.touch("tab_when", "picture")
    assert "мышык" in guest.reads()
    saves(guest)
    assert kept(guest)[-1].picture == "мышык"


def test_what_was_written_is_not_lost_by_a_touch_in_passing(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Ашкана", "Эт бар.")
    guest.touch("back")
    assert guest.says("notice_leave")
    guest.touch("stay")
    assert "Ашкана" in "".join(guest.widget("headline").lines)  # type: ignore[attr-defined]
    guest.touch("back", "sure")
    guest.sees("notices")
    assert len(kept(guest)) == 2


def test_who_walks_away_in_the_middle_is_warned_and_then_gone(guest: Guest) -> None:
    enters(guest)
    guest.touch("new")
    writes(guest, "Ашкана", "Эт бар.")
    guest.wait(241)
    guest.sees("idle")
    guest.touch("stay")
    guest.sees("notice")
    guest.wait(241)
    for _ in range(31):
        guest.wait(1.1)
    guest.sees("board")
    assert len(kept(guest)) == 2
    guest.hold("emblem", 3.2)
    guest.touch("notices")
    guest.sees("notices_card")


def test_the_list_left_alone_goes_back_to_the_board_without_a_word(guest: Guest) -> None:
    enters(guest)
    guest.wait(241)
    guest.sees("board")


def test_a_notice_that_could_not_be_stored_stays_on_the_screen(guest: Guest) -> None:
    enters(guest)
    first = kept(guest)[0]
    guest.touch(f"notice_{first.number}", "headline")
    guest.type("!")
    guest.touch("done")
    store.withdraw_notice(guest.data / "post.sqlite", first.number, guest.today)
    guest.touch("save")
    guest.sees("notice")
    assert guest.says("not_kept")
    assert "!" in "".join(guest.widget("headline").lines)  # type: ignore[attr-defined]


def test_two_thousand_characters_are_refused_with_a_sentence_and_nothing_is_lost(
    guest: Guest,
) -> None:
    enters(guest)
    guest.touch("new", "body")
    guest.type("Эт бар.")
    guest.pastes("а" * 2000)
    assert guest.says("passage_full", n=280)
    guest.touch("done")
    assert "Эт бар." in "".join(guest.widget("body").lines)  # type: ignore[attr-defined]
