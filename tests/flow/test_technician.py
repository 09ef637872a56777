"""The technician at the screen: in with a PIN, the doctor's page, its tools, and out again."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from kiosk import events as ev
from kiosk import store
from kiosk.config import SlotSettings
from kiosk.demo.school import CARDS, PIN
from kiosk.post.finding import Part
from kiosk.post.incidents import Incident
from kiosk.post.letters import Language
from kiosk.post.pin import Answer, hashed
from tests.conftest import Opens
from tests.guest import Guest
from tests.office import CHEAP
from tests.readers import slot_count

WRONG = "486202"


def told(guest: Guest) -> dict[str, str]:
    """The words of each finding, from all pages."""
    found: dict[str, str] = {}
    for _ in range(20):
        for widget in guest.world.app.desk.stage.view.widgets:
            if widget.name.startswith("finding_") and widget.name[-1].isdigit():
                part = widget.name.removeprefix("finding_")[:-2]
                found[part] = f"{found.get(part, '')}\n{getattr(widget, 'text', '')}"
        if not guest.offers("after"):
            break
        guest.touch("after")
    return found


def incidents(guest: Guest) -> set[Incident]:
    guest.wait(61)
    return {what for _, what in guest.world.app.desk.incidents}


# --- the way in ---


def test_who_holds_the_emblem_and_knows_the_pin_sees_every_part(guest: Guest) -> None:
    guest.examines()
    found = told(guest)
    assert set(found) == {part.value for part in Part} - {"settings", "test_page"}
    assert guest.word("doc_slot_clear").lower() in found["slot"].lower()


def test_also_in_the_window_and_the_committee_is_offered_its_way_beside(guest: Guest) -> None:
    guest.goes_to_the_window()
    guest.hold("emblem", 3.2)
    assert guest.offers("roll_call")
    guest.touch("technician")
    guest.sees("pin")


def test_the_pin_is_never_shown_and_goes_when_somebody_leaves(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.touch(*(f"digit_{digit}" for digit in PIN))
    assert PIN not in guest.reads()
    guest.touch("back")
    guest.asks_for_the_technician()
    assert not guest.widget("send_pin").enabled


def test_it_can_be_typed_on_the_glass_and_rubbed(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.touch("digit_9", "rub", *(f"digit_{digit}" for digit in PIN), "send_pin")
    guest.sees("examination")


def test_fewer_than_six_digits_are_not_sent(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.type(PIN[:5])
    assert not guest.widget("send_pin").enabled


def test_a_committees_card_is_no_pin(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.type(next(iter(CARDS.values())))
    guest.touch("send_pin")
    guest.sees("pin")


def test_a_pin_changed_from_the_command_line_holds_at_once(guest: Guest) -> None:
    store.save_pin(guest.data / "post.sqlite", hashed("730195", CHEAP))
    guest.asks_for_the_technician()
    guest.types_pin("730195")
    guest.sees("examination")


@pytest.mark.parametrize(
    ("kept", "sentence"), [(None, "pin_none"), ("", "pin_failed"), ("486201", "pin_failed")]
)
def test_without_a_pin_that_can_be_compared_nobody_gets_in(
    guest: Guest, kept: str | None, sentence: str
) -> None:
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as file, file:
        file.execute("update kiosk set pin = ?", (kept,))
    guest.asks_for_the_technician()
    guest.types_pin()
    guest.sees("pin")
    assert guest.says(sentence)
    assert not guest.says("wrong_pin")


# --- wrong PINs ---


def test_a_wrong_pin_is_said_and_the_next_has_to_wait(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.types_pin(WRONG)
    assert guest.says("pin_wait", seconds=1)
    guest.wait(1.1)
    guest.types_pin(WRONG)
    assert guest.says("pin_wait", seconds=2)
    guest.type(PIN)
    assert not guest.widget("send_pin").enabled, "no digit is taken meanwhile"
    guest.wait(2)
    guest.types_pin()
    guest.sees("examination")


def test_the_seconds_count_down(guest: Guest) -> None:
    guest.asks_for_the_technician()
    for _ in range(3):
        guest.types_pin(WRONG)
        guest.wait(5)
    guest.types_pin(WRONG)
    shown = [guest.says("pin_wait", seconds=8)]
    for left in range(7, 0, -1):
        guest.wait(1)
        shown.append(guest.says("pin_wait", seconds=left))
    assert all(shown)


def test_nobody_waits_longer_than_half_a_minute(guest: Guest) -> None:
    guest.asks_for_the_technician()
    for _ in range(9):
        guest.types_pin(WRONG)
        guest.wait(30)
    guest.types_pin()
    guest.sees("examination")


def test_leaving_makes_nobody_faster_and_the_right_one_starts_anew(guest: Guest) -> None:
    guest.asks_for_the_technician()
    for _ in range(5):
        guest.types_pin(WRONG)
        guest.wait(17)
    guest.types_pin(WRONG)
    guest.touch("back")
    guest.asks_for_the_technician()
    assert guest.word("wrong_pin") in guest.reads()
    guest.type(PIN)
    assert not guest.widget("send_pin").enabled
    guest.wait(30)
    guest.types_pin()
    guest.touch("leave")
    guest.asks_for_the_technician()
    guest.types_pin(WRONG)
    assert guest.says("pin_wait", seconds=1)


# --- no letter ---


def test_the_page_is_the_same_however_many_letters_wait(guest: Guest) -> None:
    guest.examines()
    before = told(guest)
    guest.touch("leave")
    for number in range(3):
        guest.sends(f"Кат {number}")
        guest.drops_paper()
        guest.touch("leave")
    guest.examines()
    after = told(guest)
    assert {part: words for part, words in after.items() if part not in {"space", "clock"}} == {
        part: words for part, words in before.items() if part not in {"space", "clock"}
    }


# --- the page ---


@pytest.mark.parametrize("language", Language)
def test_it_speaks_the_readers_language_and_levels_are_words(
    opens: Opens, language: Language
) -> None:
    guest = opens(language=language, door_open=True)
    guest.examines()
    found = told(guest)
    assert guest.word("level_yellow") in found["door"]
    assert guest.word("doc_door_open_do") in found["door"]
    assert guest.word("level_green") in found["lock"]


def test_a_language_is_switched_without_looking_again(guest: Guest) -> None:
    guest.examines()
    guest.speaks(Language.EN)
    assert "What to do" in "\n".join(told(guest).values())
    guest.sees("examination")


def test_the_worst_stands_first(opens: Opens) -> None:
    guest = opens(slot_blocked=True)
    guest.examines()
    first = [word for word in guest.reads().splitlines() if " · " in word]
    levels = [guest.word(f"level_{level}") for level in ("red", "yellow", "green")]
    ranks = [levels.index(word.split(" · ")[1]) for word in first]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_the_slot_is_listened_to_with_the_door_open(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.asks_for_the_technician()
    guest.types_pin()
    guest.world.levers.drop_letter()
    guest.wait(1.1)
    assert guest.word("doc_slot_flickers", times=6).lower() in told(guest)["slot"].lower()


def test_looking_again_sees_what_was_repaired(opens: Opens) -> None:
    guest = opens(slot_blocked=True)
    guest.examines()
    assert guest.word("doc_slot_blocked").lower() in told(guest)["slot"].lower()
    guest.world.levers.clear_slot()
    guest.touch("tech_again")
    guest.wait(1.1)
    assert guest.word("doc_slot_clear").lower() in told(guest)["slot"].lower()


def test_a_slow_printer_holds_nothing_else_up(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.types_pin()
    guest.world.levers.keep_printer_waiting()
    guest.touch("tech_again") if guest.widget("tech_again").enabled else guest.wait(1.1)
    guest.steps(1.1)
    assert guest.word("part_door").capitalize() in "\n".join(told(guest).values())
    guest.world.levers.keep_printer_waiting(asleep=False)


# --- the beam ---


def test_strips_are_counted_and_never_as_letters(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.touch("tech_beam")
    assert guest.says("beam_how")
    for _ in range(3):
        guest.drops_paper()
    assert guest.says("beam_passes", n=3)
    assert guest.says("beam_edges", n=18)
    assert slot_count(guest.data) == 0
    guest.sees("beam")
    guest.touch("zero")
    assert guest.says("beam_passes", n=0)


def test_the_beam_is_shown_while_it_is_turned(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.touch("tech_beam")
    assert guest.says("beam_clear")
    guest.world.levers.block_slot()
    guest.wait(0.3)
    assert guest.says("beam_blocked")
    guest.world.levers.clear_slot()
    guest.wait(0.3)
    assert guest.says("beam_clear")


def test_with_the_door_shut_a_letter_is_a_letter(guest: Guest) -> None:
    guest.examines()
    guest.touch("tech_beam")
    assert guest.says("beam_shut")
    guest.drops_paper()
    assert guest.says("beam_passes", n=0)
    assert guest.says("beam_edges", n=0)
    assert slot_count(guest.data) == 1
    guest.sees("beam")


def test_beside_the_beam_a_letter_is_a_letter_also_at_an_open_door(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.drops_paper()
    assert slot_count(guest.data) == 1
    guest.touch("tech_beam", "back")
    guest.wait(1.1)
    guest.drops_paper()
    assert slot_count(guest.data) == 2


@pytest.mark.parametrize("aligning", [True, False])
def test_a_strip_that_is_held_is_no_jam_for_the_committee(opens: Opens, aligning: bool) -> None:
    guest = opens(door_open=True, slot=SlotSettings(jam_s=2))
    guest.examines()
    if aligning:
        guest.touch("tech_beam")
    guest.world.levers.block_slot()
    guest.wait(3)
    guest.world.levers.clear_slot()
    guest.wait(1)
    assert (Incident.SLOT_BLOCKED in incidents(guest)) is not aligning


# --- the lock ---


def test_behind_a_shut_door_the_lock_is_not_tried(guest: Guest) -> None:
    guest.examines()
    guest.touch("tech_lock")
    assert guest.word("doc_lock_refused_do") in guest.reads()
    assert not guest.world.levers.coil_on
    assert guest.widget("tech_lock").enabled


def test_at_an_open_door_it_is_tried_and_the_ear_decides(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.touch("tech_lock")
    guest.wait_until(lambda: guest.word("doc_lock_tried_do") in guest.reads(), "the trial")
    assert not guest.world.levers.coil_on
    guest.touch("tech_lock")
    guest.wait_until(lambda: guest.widget("tech_lock").enabled, "the answer")
    assert guest.word("doc_lock_rests_do") in guest.reads(), "the coil cools"


def test_a_trial_is_no_opening_that_nobody_used(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.touch("tech_lock")
    guest.wait_until(lambda: guest.word("doc_lock_tried_do") in guest.reads(), "the trial")
    assert Incident.NOT_OPENED not in incidents(guest)


# --- the test page ---


def test_the_page_comes_out_of_the_kiosks_own_printer(guest: Guest) -> None:
    guest.examines()
    guest.touch("tech_page")
    assert guest.word("doc_page_good_do") in guest.reads()
    assert len(guest.world.levers.papers) == 1
    assert guest.widget("tech_page").enabled


def test_without_paper_it_says_what_to_do(guest: Guest) -> None:
    guest.world.levers.take_paper()
    guest.examines()
    assert guest.word("doc_printer_paper_out") in told(guest)["printer"]
    guest.touch("tech_page")
    assert guest.word("doc_printer_paper_out_do") in guest.reads()
    assert guest.world.levers.papers == []


def test_while_it_prints_nothing_else_is_begun(guest: Guest) -> None:
    guest.examines()
    guest.world.levers.keep_printer_waiting()
    guest.widget("tech_page")
    guest.taps_without_looking("tech_page")
    assert guest.says("tech_printing")
    assert not guest.widget("tech_lock").enabled
    guest.world.levers.keep_printer_waiting(asleep=False)
    guest.wait(0.1)
    assert guest.word("doc_page_good_do") in guest.reads()


# --- out again ---


def test_it_leaves_by_itself_after_five_minutes(opens: Opens) -> None:
    guest = opens(door_open=True)
    guest.examines()
    guest.touch("tech_beam")
    guest.wait(299)
    guest.sees("beam")
    guest.wait(2)
    guest.sees("board")
    guest.drops_paper()
    assert slot_count(guest.data) == 1


def test_a_number_pad_that_was_left_goes_sooner(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.wait(61)
    guest.sees("board")


def test_who_left_needs_the_pin_again(guest: Guest) -> None:
    guest.examines()
    guest.touch("leave")
    guest.sees("board")
    guest.asks_for_the_technician()


def test_an_answer_for_somebody_who_left_opens_nothing(guest: Guest) -> None:
    guest.asks_for_the_technician()
    guest.touch("back")
    guest.world.app.inbox.put(ev.PinAnswered(Answer.RIGHT))
    guest.wait(0.1)
    guest.sees("board")


@pytest.mark.parametrize(
    "event", [ev.LookAsked(), ev.BeamAsked(), ev.TestPageAsked(), ev.LockTrialAsked()], ids=repr
)
def test_without_the_pin_no_tool_is_begun(opens: Opens, event: ev.TechnicianEvent) -> None:
    guest = opens(door_open=True)
    guest.asks_for_the_technician()
    guest.world.app.inbox.put(event)
    guest.wait(1.1)
    guest.sees("pin")
    assert guest.world.levers.papers == []
    assert not guest.world.levers.coil_on
