"""Members and their cards: what a gathered quorum may do about them, by touches (DESIGN, Keys)."""

from __future__ import annotations

import pickle
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.demo.school import CARDS, RECOVERY
from kiosk.post.cards import groups, new_card
from kiosk.post.keys import Keyring
from kiosk.post.roles import Role
from kiosk.store import load_committee
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_cards import picture
from tests.mishaps.test_clock import doubt
from tests.mishaps.test_disk_full import full_disk
from tests.readers import letters
from tests.sitters import (
    agrees,
    gathers,
    gives_up,
    looks,
    makes,
    sits_down,
    stored,
    types,
    waits,
    wants,
)

SECOND = Role.SOCIAL_PEDAGOGUE
NUMBER = {role: number for number, role in enumerate(CARDS, 1)}


# --- the way in ----------------------------------------------------------------------------------


@pytest.mark.parametrize("inside", [False, True], ids=["outside the window", "inside it"])
def test_the_way_in_leads_to_members_and_cards_on_any_day(guest: Guest, inside: bool) -> None:
    if inside:
        guest.goes_to_the_window()
    gathers(guest)
    for role in Role:
        assert guest.word(role) in guest.reads()
    assert guest.says("menu_names"), "names are on paper only"
    assert guest.says("roster_thin")


def test_fewer_than_the_quorum_see_nothing_of_it(guest: Guest) -> None:
    sits_down(guest)
    for role in list(Role)[:2]:
        guest.shows_card(role)
        guest.sees("gather")
    guest.shows_card(SECOND)
    assert guest.says("roll_same_role", role=guest.word(Role.PARLIAMENT_MEMBER))
    types(guest, new_card())
    assert guest.says("roll_wrong_card")


def test_a_storm_of_wrong_cards_keeps_nobody_out(guest: Guest) -> None:
    sits_down(guest)
    for _ in range(20):
        types(guest, new_card())
        assert guest.says("roll_wrong_card")
    guest.gathers()
    guest.sees("members")


def test_on_a_clock_in_doubt_the_clock_is_set_first(guest: Guest) -> None:
    doubt(guest)
    guest.hold("emblem", 3.2)
    assert not guest.offers("members")
    assert guest.offers("roll_call")


@pytest.mark.parametrize("way", ["leaves", "falls asleep"])
def test_who_leaves_takes_the_keys_along(guest: Guest, way: str) -> None:
    gathers(guest)
    if way == "leaves":
        guest.touch("leave", "leave_sure")
    else:
        guest.wait(241)
        for _ in range(30):
            guest.wait(1)
    guest.sees("board")
    sits_down(guest)
    guest.shows_card(SECOND)
    guest.sees("gather")
    assert guest.word("roll_here") in guest.reads(), "a card shown before counts no more"
    assert not guest.says("roll_same_role", role=guest.word(Role.PARLIAMENT_MEMBER))


@pytest.mark.parametrize("way", ["leaves", "is covered"])
def test_digits_typed_half_way_are_forgotten(guest: Guest, way: str) -> None:
    sits_down(guest)
    empty = picture(guest, "group_0")
    guest.type(CARDS[SECOND][:7])
    screen = guest.world.app.desk.stage.screen
    assert CARDS[SECOND][:4] in pickle.dumps(screen).decode("latin-1")
    if way == "leaves":
        guest.touch("leave", "leave_sure")
    else:
        guest.wait(241)
        guest.touch("stay")
        assert picture(guest, "group_0") == empty
    assert CARDS[SECOND][:4] not in pickle.dumps(screen).decode("latin-1")


def test_a_mistyped_group_is_gone_back_to_and_mended(guest: Guest) -> None:
    sits_down(guest)
    right = groups(CARDS[SECOND])
    wrong = right[3][0] + str((int(right[3][1]) + 1) % 10) + right[3][2:]
    types(guest, "".join([*right[:3], wrong, right[4]]))
    assert guest.says("roll_mistyped")
    guest.touch("group_back", "group_back")
    guest.type(right[3])
    waits(guest)
    assert guest.word("roll_here") in guest.reads()
    held = pickle.dumps(guest.world.app.desk.stage.screen).decode("latin-1")
    assert CARDS[SECOND][:4] not in held, "handed over, and forgotten here"


def test_a_revoked_card_is_told_from_one_that_was_mistyped(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_lost", "card_2")
    makes(guest, SECOND)
    agrees(guest)
    guest.touch("done_leave")
    sits_down(guest)
    types(guest, CARDS[SECOND])
    assert guest.says("roll_revoked")
    types(guest, new_card())
    assert guest.says("roll_wrong_card")
    guest.touch("leave", "leave_sure")
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.type_card(CARDS[SECOND])
    assert guest.says("roll_revoked")


# --- numbers -------------------------------------------------------------------------------------


def test_a_number_given_to_a_card_that_came_to_nothing_is_never_given_again(
    guest: Guest, opens: Opens, tmp_path: Path
) -> None:
    gathers(guest)
    guest.touch("task_add")
    wants(guest, SECOND)
    assert guest.says("copy_card", n=4)
    shutil.copytree(guest.data, tmp_path / "after")
    after = opens(tmp_path / "after")
    assert stored(after).last_number == 4, "kept before its paper can be lost"
    gathers(after)
    after.touch("task_add")
    wants(after, SECOND)
    assert after.says("copy_card", n=5)


def test_nothing_here_opens_the_box_or_a_letter(guest: Guest) -> None:
    guest.sends("Эч ким окубасын")
    guest.goes_to_the_window()
    gathers(guest)
    for task in ("add", "lost", "year", "drill"):
        guest.touch(f"task_{task}", "back")
    assert not guest.world.levers.coil_on
    assert not guest.world.levers.pull_door()
    assert not guest.shows("Эч ким окубасын")


# --- one more card -------------------------------------------------------------------------------


def test_a_stand_in_gets_a_card_and_can_take_the_members_place(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_add")
    before = stored(guest).public_key
    code = makes(guest, SECOND)
    guest.sees("members")
    assert "№ 2, 4" in guest.reads()
    kept = stored(guest)
    assert [card.number for card in kept.cards_of(SECOND)] == [2, 4]
    assert kept.public_key == before, "nothing is sealed anew"
    guest.touch("leave", "leave_sure")
    gathers(guest, CARDS[Role.DEPUTY_DIRECTOR], code, CARDS[Role.PARLIAMENT_MEMBER])


def test_a_card_that_cannot_be_kept_is_said_and_kept_at_the_second_touch(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_add")
    wants(guest, SECOND)
    code = looks(guest)
    guest.touch("next")
    with full_disk():
        types(guest, code)
        assert guest.says("keeping_failed")
    assert len(stored(guest).cards) == len(Role)
    guest.touch("next")
    waits(guest)
    guest.sees("card_ready")
    assert len(stored(guest).cards) == len(Role) + 1


def test_a_card_left_half_way_is_nobodys(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_add")
    wants(guest, SECOND)
    code = looks(guest)
    gives_up(guest)
    guest.touch("back")
    guest.sees("members")
    guest.touch("leave", "leave_sure")
    sits_down(guest)
    types(guest, code)
    assert guest.says("roll_wrong_card")


def test_cards_of_an_errand_that_was_given_up_are_not_taken_along(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_year")
    void = makes(guest, SECOND)
    guest.touch("back")
    assert guest.says("back_void")
    guest.touch("keep")
    assert guest.widget("card_4"), "it was only asked"
    guest.touch("back", "back_sure")
    waits(guest)
    guest.touch("task_add")
    makes(guest, Role.DEPUTY_DIRECTOR)
    kept = stored(guest)
    assert len(kept.cards) == len(Role) + 1
    assert all(card.number != 4 for card in kept.cards), "its number is not given again"
    guest.touch("leave", "leave_sure")
    sits_down(guest)
    types(guest, void)
    assert guest.says("roll_wrong_card")


# --- a new school year ---------------------------------------------------------------------------


def test_a_new_year_several_go_and_come_and_every_letter_is_still_read(guest: Guest) -> None:
    for text in ("Биринчи", "Экинчи"):
        guest.sends(text)
    guest.goes_to_the_window()
    gathers(guest)
    guest.touch("task_year")
    assert not guest.widget("agree").enabled, "nothing is changed yet"
    old = [Role.DEPUTY_DIRECTOR, SECOND]
    guest.touch(*(f"card_{NUMBER[role]}" for role in old))
    assert guest.says("roster_bare", roles=", ".join(guest.word(role) for role in old))
    assert not guest.widget("agree").enabled
    fresh = [makes(guest, role) for role in old]
    guest.touch("agree")
    assert guest.word("rekey_out", cards="№ 1, 2") in guest.reads()
    assert guest.word("rekey_envelope") in guest.reads(), "the director's envelope still works"
    guest.touch("keep")
    agrees(guest)
    assert guest.says("done_list"), "and the old list is to be torn up"
    guest.touch("done_leave")
    guest.touch("way_in")
    for code in (*fresh, CARDS[Role.PARLIAMENT_MEMBER]):
        guest.type_card(code)
    guest.chooses()
    guest.sees("unlock")
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.registers()
    guest.closes()
    kept = load_committee(guest.data / "post.sqlite")
    assert kept is not None
    assert kept.generation == 2


def test_a_marked_card_can_stay_after_all(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_lost", "card_2", "card_2")
    assert not guest.widget("agree").enabled


def test_a_new_envelope_makes_the_old_one_worthless(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_year")
    envelope = makes(guest, None)
    guest.touch("agree")
    assert guest.word("rekey_new_envelope") in guest.reads()
    guest.touch("keep")
    agrees(guest)
    guest.touch("done_leave")
    keys = Keyring(stored(guest))
    for role, answer in ((RECOVERY, "RecoveryUnknown"), (envelope, "RecoveryAccepted")):
        assert type(keys.present_recovery(role)).__name__ == answer


# --- the drill -----------------------------------------------------------------------------------


def test_the_drill_says_right_and_from_when(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_drill")
    types(guest, RECOVERY)
    guest.sees("members")
    assert guest.says("drill_right")
    assert stored(guest).recovery.drilled_on == guest.today


def test_the_drill_says_wrong_and_what_to_do(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_drill")
    for wrong in (new_card(), CARDS[SECOND], new_card()):
        types(guest, wrong)
        guest.sees("drill")
        assert guest.word("drill_wrong") in guest.reads()
    assert stored(guest).recovery.drilled_on is None
    types(guest, RECOVERY)
    assert guest.says("drill_right")


def a_year_passes(guest: Guest) -> None:
    """On a kiosk that runs: a jump of more than 40 days would be doubted."""
    for _ in range(12):
        guest.world.move_clock(guest.world.clock.now() + timedelta(days=31))
        guest.wait(61)


@pytest.mark.parametrize("late", [False, True])
def test_the_close_reminds_of_the_drill_after_a_year(guest: Guest, late: bool) -> None:
    if late:
        a_year_passes(guest)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("close_review")
    guest.sees("closed")
    assert guest.says("drill_due") is late


def test_after_a_year_it_reminds_of_the_drill(guest: Guest) -> None:
    gathers(guest)
    assert not guest.says("drill_due")
    guest.touch("leave", "leave_sure")
    a_year_passes(guest)
    gathers(guest)
    assert guest.says("drill_due")
    guest.touch("task_drill")
    types(guest, RECOVERY)
    guest.touch("leave", "leave_sure")
    gathers(guest)
    assert not guest.says("drill_due")


# --- the list ------------------------------------------------------------------------------------


def test_the_list_for_the_safe_can_be_printed_at_any_time(guest: Guest) -> None:
    gathers(guest)
    guest.touch("print_list")
    waits(guest)
    assert len(guest.world.levers.papers) == 1
    assert guest.says("list_printed")


def test_new_keys_that_cannot_be_kept_change_nothing(guest: Guest) -> None:
    guest.sends("Сакталсын")
    gathers(guest)
    guest.touch("task_lost", "card_2")
    code = makes(guest, SECOND)
    before = stored(guest)
    with full_disk():
        guest.touch("agree", "agree_sure")
        waits(guest)
        assert guest.says("keeping_failed")
    assert stored(guest) == before
    assert letters(guest.data) == ["Сакталсын"]
    guest.touch("next")
    guest.wait_until(lambda: guest.screen == "members_done", "new keys")
    keys = Keyring(stored(guest))
    for held in (CARDS[Role.DEPUTY_DIRECTOR], code, CARDS[Role.PARLIAMENT_MEMBER]):
        keys.present(held)
    assert keys.missing == ()
