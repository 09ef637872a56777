"""The first committee, formed at the screen by touches; the technician has left (DESIGN, Keys)."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.events import CardMade, KeysEvent
from kiosk.hardware.esc_pos import encode
from kiosk.keyholder import Enrolled, HeldHere
from kiosk.keyholder.child import HeldByChild, KeysLost
from kiosk.paper.cardstrip import typeset_card
from kiosk.post.cards import grouped, groups
from kiosk.post.jobs import KeyJob
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.witness import fingerprint
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_cards import picture
from tests.mishaps.test_disk_full import full_disk
from tests.office import CHEAP
from tests.sitters import (
    CHEAPLY,
    GROUPS,
    begins,
    committee,
    copies,
    forms,
    gathers,
    gives_up,
    looks,
    makes,
    sits_down,
    stored,
    types,
    unready,
    waits,
    wants,
)

FIRST = Role.DEPUTY_DIRECTOR


@pytest.fixture
def bare(opens: Opens, tmp_path: Path) -> Guest:
    """A kiosk without a committee, before the board."""
    return unready(opens, tmp_path)


def everything_kept(guest: Guest) -> bytes:
    return b"".join(path.read_bytes() for path in guest.data.rglob("*") if path.is_file())


def as_printed(code: str, number: int) -> Image.Image:
    """What the paper of a card looks like when it went through the printer."""
    drawn = typeset_card(CardMade(FIRST, number, code), 384)
    return read_paper(b"".join(encode(drawn, cutter=True)), 384)


# --- the way -----------------------------------------------------------------------------------


def test_the_board_says_that_the_group_is_still_to_be_formed(bare: Guest) -> None:
    assert bare.says("board_no_committee")
    assert not bare.widget("write").enabled


def test_after_forming_letters_can_be_written_and_the_cards_open_the_box(bare: Guest) -> None:
    cards, envelope = forms(bare)
    assert len({*cards.values(), envelope}) == 4
    bare.touch("done_leave")
    bare.sees("board")
    bare.sends()
    bare.goes_to_the_window()
    bare.touch("way_in")
    for code in cards.values():
        bare.type_card(code)
    bare.chooses()
    bare.sees("unlock")
    bare.opens_the_box()


def test_it_asks_for_what_is_missing_one_after_the_other(bare: Guest) -> None:
    begins(bare)
    missing = ", ".join(bare.word(role) for role in Role)
    assert bare.says("roster_bare", roles=missing)
    assert not bare.widget("new_envelope").enabled
    for role in Role:
        makes(bare, role)
    assert bare.says("roster_thin")
    assert not bare.widget("agree").enabled, "the envelope is missing"
    for role in Role:
        makes(bare, role)
    assert bare.says("roster_envelope")
    makes(bare, None)
    assert bare.says("roster_full")
    assert bare.widget("agree").enabled


def test_each_card_has_its_number_and_many_may_have_one_role(bare: Guest) -> None:
    begins(bare)
    for _ in range(4):
        makes(bare, FIRST)
    for role in (*Role, None):
        makes(bare, role)
    bare.touch("agree")
    bare.wait_until(lambda: bare.screen == "members_done", "the committee")
    kept = stored(bare)
    assert [card.number for card in kept.cards_of(FIRST)] == [1, 2, 3, 4, 5]
    assert "№ 1, 2, 3, 4, 5" in bare.reads()
    assert kept.enrolled_on == bare.today


def test_one_person_is_asked_to_look_and_nobody_else(bare: Guest) -> None:
    begins(bare)
    bare.touch(f"new_{FIRST}")
    assert bare.says("away_ask", role=bare.word(FIRST))
    assert committee(bare) is None


# --- the card on paper ---------------------------------------------------------------------------


def test_the_paper_has_the_digits_that_are_typed_back(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST, printed=True)
    assert not any(bare.offers(name) for name in GROUPS), "what is on paper is not on the glass"
    assert bare.says("copy_tear")
    bare.touch("uncover")
    code = looks(bare)
    (paper,) = bare.world.levers.papers
    assert read_paper(paper, 384).tobytes() == as_printed(code, 1).tobytes()
    copies(bare, code)
    assert len(bare.world.levers.papers) == 1


def test_while_it_prints_nobody_goes_on(bare: Guest) -> None:
    begins(bare)
    bare.world.levers.keep_printer_waiting()
    bare.touch(f"new_{FIRST}")
    bare.taps_without_looking("print")
    bare.steps_until(lambda: bare.world.levers.printer_has_begun, "the printer")
    bare.steps_until(lambda: bare.screen == "card_copy", "the card")
    assert bare.says("copy_printing")
    assert not bare.widget("next").enabled
    bare.world.levers.keep_printer_waiting(asleep=False)
    waits(bare)
    assert bare.widget("next").enabled


@pytest.mark.parametrize("after", [0, 900], ids=["no paper", "paper ends in the middle"])
def test_without_paper_the_digits_are_on_the_glass_and_nothing_is_printed_later(
    bare: Guest, after: int
) -> None:
    begins(bare)
    levers = bare.world.levers
    levers.end_paper_after(after) if after else levers.take_paper()
    wants(bare, FIRST, printed=True)
    assert bare.word("copy_failed") in bare.reads()
    assert bare.word("printer_no_paper") in bare.reads()
    code = looks(bare)
    came = [*levers.papers, *levers.scraps]
    levers.load_paper()
    bare.wait(120)
    assert [*levers.papers, *levers.scraps] == came, "nothing comes out that nobody waits for"
    copies(bare, code)
    bare.touch("next")
    assert "№ 1" in bare.reads()


def test_with_a_printer_in_trouble_only_the_glass_is_offered(bare: Guest) -> None:
    begins(bare)
    bare.world.levers.take_paper()
    wants(bare, FIRST, printed=True)
    gives_up(bare)
    bare.touch(f"new_{FIRST}")
    assert not bare.offers("print")
    bare.touch("show")
    assert len(looks(bare)) == 20


def wants_nothing(guest: Guest) -> None:
    guest.sees("board")
    assert committee(guest) is None


# --- the card on the glass -----------------------------------------------------------------------


def covers(guest: Guest) -> list[bytes]:
    return [picture(guest, name) for name in GROUPS]


def test_the_digits_are_covered_until_a_group_is_touched_and_one_is_open(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    covered = covers(bare)
    bare.touch("four_1")
    assert [one == two for one, two in zip(covers(bare), covered, strict=True)] == [
        True, False, True, True, True,
    ]  # fmt: skip
    bare.touch("four_3")
    assert [one == two for one, two in zip(covers(bare), covered, strict=True)] == [
        True, True, True, False, True,
    ]  # fmt: skip
    bare.touch("four_3")
    assert covers(bare) == covered
    gives_up(bare)
    wants(bare, FIRST)
    assert covers(bare) == covered, "covered, another card looks the same"


def test_the_digits_leave_the_glass_and_the_memory_of_the_sitting(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    code = looks(bare)
    assert code in pickled(bare)
    copies(bare, code)
    assert code not in pickled(bare)
    assert not bare.offers("four_0")


def pickled(guest: Guest) -> str:
    """All that the sitting holds, hidden fields too."""
    return pickle.dumps(guest.world.app._membership._sitting).decode("latin-1")


def test_wrong_digits_are_found_however_often_and_the_right_ones_still_count(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    code = looks(bare)
    bare.touch("next")
    for _ in range(20):
        types(bare, differs(code, *range(5)))
        bare.sees("card_type")
        assert bare.says("type_wrong")
    bare.touch("back")
    assert looks(bare) == code, "the form can be mended"
    copies(bare, code)


def differs(code: str, *at: int) -> str:
    """The code with another digit in each of these groups."""
    parts = groups(code)
    for group in at:
        parts[group] = parts[group][:3] + str((int(parts[group][3]) + 1) % 10)
    return "".join(parts)


def typed(guest: Guest) -> list[str]:
    """What stands in the five groups, read or covered."""
    return [getattr(guest.widget(f"group_{nth}"), "digits", "") for nth in range(5)]


def current(guest: Guest) -> list[int]:
    """The groups that can be read."""
    return [nth for nth in range(5) if getattr(guest.widget(f"group_{nth}"), "current", False)]


@pytest.mark.parametrize("wrong", [(0,), (2,), (4,), (1, 3)])
def test_only_the_groups_that_differ_are_typed_again(bare: Guest, wrong: tuple[int, ...]) -> None:
    begins(bare)
    wants(bare, FIRST)
    code = looks(bare)
    bare.touch("next")
    types(bare, differs(code, *wrong))
    assert bare.says("type_wrong")
    for group in wrong:
        assert current(bare) == [group]
        types(bare, groups(code)[group])
    bare.sees("card_ready")


def test_who_looks_at_the_card_again_keeps_the_groups_that_were_right(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    code = looks(bare)
    bare.touch("next")
    types(bare, differs(code, 3))
    bare.touch("back")
    bare.sees("card_copy")
    bare.touch("next")
    assert typed(bare) == [*groups(code)[:3], "", groups(code)[4]]
    types(bare, groups(code)[3])
    bare.sees("card_ready")


def test_a_scanner_types_all_digits_at_once(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    code = looks(bare)
    bare.touch("next")
    bare.pastes(grouped(code))
    waits(bare)
    bare.sees("card_ready")


def test_one_step_back_is_asked_and_then_makes_the_card_void(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    first = looks(bare)
    bare.touch("back")
    bare.sees("card_copy")
    assert bare.says("copy_void_card", n=1), "tear up what was written"
    bare.touch("go_on")
    assert looks(bare) == first, "it was only asked"
    gives_up(bare)
    bare.sees("roster")
    assert bare.word("role_no_card") in bare.reads()
    wants(bare, FIRST)
    assert looks(bare) != first
    bare.touch("next")
    types(bare, first)
    assert bare.says("type_wrong")


def test_no_two_papers_bear_the_same_number(bare: Guest) -> None:
    begins(bare)
    wants(bare, FIRST)
    gives_up(bare)
    wants(bare, FIRST)
    assert bare.says("copy_card", n=2)
    gives_up(bare)
    for what in (*Role, None):
        makes(bare, what)
    wants(bare, FIRST)
    gives_up(bare)
    bare.touch("agree")
    bare.wait_until(lambda: bare.screen == "members_done", "the committee")
    kept = stored(bare)
    assert [card.number for card in kept.cards] == [3, 4, 5]
    assert kept.last_number == 6, "the last one came to nothing, but somebody may have its paper"


def test_the_envelope_is_given_up_in_its_own_words(bare: Guest) -> None:
    begins(bare)
    for role in Role:
        makes(bare, role)
    bare.touch("new_envelope")
    assert bare.says("away_print_envelope")
    bare.touch("show")
    waits(bare)
    bare.touch("back")
    assert bare.says("copy_void_envelope")


# --- cut off -------------------------------------------------------------------------------------

STEPS: list[Callable[[Guest], object]] = [
    begins,
    lambda guest: guest.touch(f"new_{FIRST}"),
    lambda guest: guest.touch("show"),
    waits,
    lambda guest: copies(guest, looks(guest)),
    lambda guest: guest.touch("next"),
    lambda guest: [makes(guest, role) for role in (*Role, None)],
]


@pytest.mark.parametrize("last", range(1, len(STEPS) + 1))
@pytest.mark.parametrize("way", ["leaves", "falls asleep", "cut"])
def test_whatever_cuts_it_off_nothing_is_kept_and_the_cards_are_void(
    bare: Guest, opens: Opens, tmp_path: Path, last: int, way: str
) -> None:
    for step in STEPS[:last]:
        step(bare)
    after = bare
    match way:
        case "leaves":
            bare.touch("leave")
            void = last > 2
            assert bare.says("members_leave_void" if void else "members_leave")
            assert bare.says("void_lost") is void
            bare.touch("leave_sure")
        case "falls asleep":
            bare.wait(241)
            bare.sees("idle")
            assert bare.says("idle_void" if last > 2 else "idle_members", n=30)
            for _ in range(30):
                bare.wait(1)
        case "cut":
            shutil.copytree(bare.data, tmp_path / "after")
            after = opens(tmp_path / "after", holds=CHEAPLY)
    wants_nothing(after)
    assert after.says("board_no_committee")
    sits_down(after)
    assert after.says("found_need"), "it says that such cards are void"
    after.touch("next")
    assert after.word("role_no_card") in after.reads()


def test_nothing_of_a_card_is_on_the_disk_or_in_a_repr(bare: Guest) -> None:
    cards, envelope = forms(bare)
    kept = everything_kept(bare)
    said = repr(bare.world.app._membership._sitting)
    for code in (*cards.values(), envelope):
        for form in (code, grouped(code)):
            assert form.encode() not in kept
            assert form not in said


class Frail(HeldHere):
    """A keyholder that dies once, with all it knew."""

    def __init__(self, enrolled: Enrolled) -> None:
        super().__init__(enrolled, CHEAP)
        self.dies = False

    def do(self, job: KeyJob) -> KeysEvent:
        if self.dies:
            self.dies = False
            self.end()
            raise KeysLost("the keys' process is gone")
        return super().do(job)


def test_when_the_keys_are_lost_it_says_that_the_cards_are_void_and_begins_anew(
    opens: Opens, tmp_path: Path
) -> None:
    frail: list[Frail] = []

    def holds(enrolled: Enrolled) -> Frail:
        frail.append(Frail(enrolled))
        return frail[-1]

    guest = unready(opens, tmp_path, holds)
    begins(guest)
    makes(guest, FIRST)
    frail[0].dies = True
    guest.touch(f"new_{FIRST}", "show")
    waits(guest)
    guest.sees("found_start")
    assert guest.says("found_cut_off")
    guest.touch("next")
    assert "№ 1" not in guest.reads()
    for what in (*Role, None):
        makes(guest, what)
    guest.touch("agree")
    guest.wait_until(lambda: guest.screen == "members_done", "the committee")
    assert len(stored(guest).cards) == len(Role)


def test_a_disk_that_takes_nothing_is_said_and_tried_again(bare: Guest) -> None:
    begins(bare)
    for what in (*Role, None):
        makes(bare, what)
    with full_disk():
        bare.touch("agree")
        waits(bare)
        bare.sees("keeping")
        assert bare.says("keeping_failed")
    assert committee(bare) is None
    bare.touch("next")
    bare.wait_until(lambda: bare.screen == "members_done", "the second time")
    assert len(stored(bare).cards) == len(Role)


@pytest.mark.outside
def test_the_cards_made_by_the_keys_own_process_open_the_box(opens: Opens, tmp_path: Path) -> None:
    """With real cost, and nothing of a card in the kiosk's own process."""
    guest = unready(opens, tmp_path, HeldByChild)
    cards, _ = forms(guest)
    guest.touch("done_leave")
    guest.goes_to_the_window()
    guest.touch("way_in")
    for code in cards.values():
        guest.type_card(code)
    guest.chooses()
    guest.sees("unlock")


# --- afterwards ----------------------------------------------------------------------------------


def test_the_list_has_the_fingerprint_and_is_printed_as_often_as_asked(bare: Guest) -> None:
    forms(bare)
    kept = stored(bare)
    assert fingerprint(kept.public_key, kept.generation) in bare.reads()
    assert bare.says("done_first_list"), "there is no older one"
    for count in (1, 2):
        bare.touch("print_list")
        waits(bare)
        assert len(bare.world.levers.papers) == count
        assert bare.says("list_first_printed")


def test_a_list_that_does_not_come_out_is_said(bare: Guest) -> None:
    forms(bare)
    bare.world.levers.take_paper()
    bare.touch("print_list")
    waits(bare)
    assert bare.word("list_failed") in bare.reads()
    bare.world.levers.load_paper()
    bare.touch("print_list")
    waits(bare)
    assert bare.says("list_first_printed")


def test_nobody_forms_a_second_committee(bare: Guest) -> None:
    cards, _ = forms(bare)
    first = stored(bare)
    bare.touch("done_leave")
    gathers(bare, *cards.values())
    assert not bare.offers("agree")
    assert stored(bare) == first


@pytest.mark.parametrize("language", [Language.RU, Language.EN])
def test_it_is_formed_in_every_language(bare: Guest, language: Language) -> None:
    bare.speaks(language)
    forms(bare)
    assert bare.says("done_found")
