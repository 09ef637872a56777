"""A card is lost: whoever finds it opens nothing any more, and nobody else types a card anew."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kiosk.demo.school import CARDS
from kiosk.post.keys import Keyring
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.readers import letters
from tests.sitters import agrees, gathers, makes, sits_down, stored, types, waits

LOST = Role.SOCIAL_PEDAGOGUE
OTHERS = tuple(CARDS[role] for role in Role if role is not LOST)


@pytest.fixture
def lost(guest: Guest) -> Guest:
    """With a stand-in's card the quorum gathers, though the member's own is gone."""
    guest.sends("Картам жоголду")
    gathers(guest)
    guest.touch("task_add")
    makes(guest, LOST)
    return guest


def revokes(guest: Guest) -> None:
    guest.touch("task_lost", "card_2")
    agrees(guest)


def test_after_revoking_the_lost_card_opens_nothing_and_is_named(lost: Guest) -> None:
    revokes(lost)
    assert lost.says("done_keys")
    lost.touch("done_leave")
    sits_down(lost)
    types(lost, CARDS[LOST])
    assert lost.says("roll_revoked")


def test_the_other_cards_work_as_before_and_the_letters_are_read(guest: Guest) -> None:
    guest.sends("Окулсун")
    gathers(guest)
    guest.touch("task_lost", "card_2")
    fresh = makes(guest, LOST)
    agrees(guest)
    guest.touch("done_leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    for code in (*OTHERS, fresh):
        guest.type_card(code)
    guest.chooses()
    guest.opens_the_box()
    guest.counts(0)
    guest.sees("register")
    guest.touch("cover")
    assert guest.shows("Окулсун")


def test_without_its_last_card_a_role_needs_a_new_one_first(guest: Guest) -> None:
    gathers(guest)
    guest.touch("task_lost", "card_2")
    assert guest.says("roster_bare", roles=guest.word(LOST))
    assert not guest.widget("agree").enabled


def test_it_is_asked_once_which_cards_will_never_open_again(lost: Guest) -> None:
    lost.touch("task_lost", "card_2", "agree")
    assert lost.word("rekey_out", cards="№ 2") in lost.reads()
    assert lost.word("rekey_same") in lost.reads()
    lost.touch("keep")
    lost.sees("roster")
    assert stored(lost).generation == 1


def test_power_cut_before_the_end_leaves_the_old_keys(
    lost: Guest, opens: Opens, tmp_path: Path
) -> None:
    lost.touch("task_lost", "card_2", "agree")
    shutil.copytree(lost.data, tmp_path / "cut")
    after = opens(tmp_path / "cut")
    assert letters(after.data) == ["Картам жоголду"]
    gathers(after)


def test_an_old_copy_of_the_store_with_the_old_card_opens_only_the_old_copy(
    lost: Guest, tmp_path: Path
) -> None:
    shutil.copytree(lost.data, tmp_path / "old")
    revokes(lost)
    assert letters(tmp_path / "old") == ["Картам жоголду"], "who has the old copy can read it"
    keys = Keyring(stored(lost))
    for code in CARDS.values():
        keys.present(code)
    assert keys.missing == (LOST,)


def test_how_far_it_is_shows_in_percent_and_a_cut_is_said_to_do_no_harm(lost: Guest) -> None:
    lost.touch("task_lost", "card_2", "agree")
    lost.taps_without_looking("agree_sure")
    lost.steps_until(lambda: lost.screen == "keeping", "the store")
    assert lost.says("keeping_power")
    assert not lost.offers("leave"), "there is nothing to wait for elsewhere"
    waits(lost)
    lost.sees("members_done")
