"""Registering one letter: through touches and keys, to the row that goes out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.events import EntryWritten
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin
from kiosk.post.meeting import OpenedLetter
from kiosk.post.roles import Role
from kiosk.post.steps import Hint
from kiosk.post.subjects import Subject
from kiosk.screens.committee.register import Register
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size
from tests.screens.committee.rows import (
    DAY,
    KNOWN,
    LETTER,
    LIGHT,
    MATTER,
    OPENED,
    ROW,
    SLIP,
    WORDS,
    desk,
    register,
    row,
)

LONG = OpenedLetter(7, Letter("\n".join(f"line {n}" for n in range(60)), DayMonth(1, 2)))
SIZES = [LARGE, SMALL]
ANSWER = Answer({Language.EN: "Light"}, {Language.EN: "New lamps are up."})


# --- reading ----------------------------------------------------------------------------------


def test_a_letter_comes_covered_and_one_touch_shows_it() -> None:
    hand = desk()
    assert WORDS not in hand.seen
    assert "22 November" not in hand.seen
    hand.touch("letter")
    assert WORDS in hand.text("letter")


@pytest.mark.parametrize("where", ["letter", "cover"])
def test_one_touch_covers_it_again(where: str) -> None:
    hand = desk()
    hand.touch("cover", where)
    assert WORDS not in hand.seen


def test_a_letter_that_nobody_opened_is_not_entered_before_it_is() -> None:
    hand = desk(on_slip=False)
    hand.touch("subject_building", "decision_no_action")
    assert "not opened yet" in hand.text("unopened")
    assert not hand.has("register")
    hand.type(" ")
    hand.type(" ")
    assert hand.has("register"), "it was shown"
    hand.touch("register")
    assert row(hand).text == WORDS


def test_one_touch_opens_it_where_it_is_asked_for() -> None:
    hand = desk(on_slip=False)
    hand.touch("subject_building", "decision_no_action", "open_letter")
    assert WORDS in hand.text("letter")
    hand.touch("register")
    assert row(hand).text == WORDS


def test_on_small_glass_the_way_leads_back_to_the_letter() -> None:
    hand = desk(size=SMALL, on_slip=False)
    hand.touch("subject_building", "decision_no_action", "open_letter")
    assert hand.events == []
    hand.touch("tab_enter")
    assert hand.has("unopened"), "it still lies covered"
    hand.touch("open_letter", "cover", "tab_enter", "register")
    assert row(hand).text == WORDS


def test_a_letter_that_came_out_on_its_slip_was_opened() -> None:
    hand = desk(on_slip=True)
    hand.touch("subject_building", "decision_no_action", "register")
    assert row(hand).text == WORDS


def test_covered_letters_look_alike() -> None:
    hands = [desk(OPENED), desk(LONG)]
    places = [hand.widget("letter").rect for hand in hands]
    assert places[0] == places[1]
    assert hands[0].pixels(places[0]) == hands[1].pixels(places[1])


def test_a_letter_bears_its_number_its_date_and_its_kind() -> None:
    hand = desk(language=Language.KY)
    hand.touch("cover")
    assert hand.text("dated") == "Кат 5 · 22-ноябрь"
    assert hand.text("kind") == "Өтүнүч"


@pytest.mark.parametrize("size", SIZES)
def test_a_long_letter_is_turned_like_a_book(size: Size) -> None:
    hand = desk(LONG, size)
    hand.touch("cover")
    assert not hand.enabled("sheet_back")
    seen = [hand.text("letter")]
    while hand.enabled("sheet_on"):
        hand.touch("sheet_on")
        seen.append(hand.text("letter"))
    assert LONG.letter
    assert " ".join(seen).split() == LONG.letter.text.split()
    hand.touch("sheet_back")
    assert hand.text("letter") == seen[-2]


def test_a_short_letter_has_nothing_to_turn() -> None:
    assert not desk().has("sheet_on")


def test_a_word_wider_than_the_pane_is_broken_not_lost() -> None:
    hand = desk(OpenedLetter(7, Letter("ж" * 150, DayMonth(1, 2))))
    hand.touch("cover")
    assert hand.text("letter").count("ж") == 150


def test_a_damaged_letter_says_so_and_gets_its_row() -> None:
    hand = desk(OpenedLetter(9, None, 4))
    assert "damaged" in hand.text("damaged")
    assert not hand.has("cover")
    hand.touch("subject_other", "decision_no_action", "register")
    (event,) = hand.events
    assert isinstance(event, EntryWritten)
    assert (event.place, event.entry.origin, event.entry.label) == (9, Origin.TYPED, 4)
    assert (event.entry.written, event.entry.text) == (None, "")


# --- four touches -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_a_letter_is_registered_in_four_touches(size: Size) -> None:
    hand = desk(size=size)
    hand.touch("cover", "subject_building", "forum_pedcouncil", "register")
    expected = Entry(
        Origin.TYPED,
        DayMonth(22, 11),
        Kind.REQUEST,
        "Building, light",
        True,
        Forum.PEDCOUNCIL,
        Decision.REFERRED,
        text=WORDS,
        subjects=(Subject.BUILDING,),
        label=5,
    )
    assert hand.events == [EntryWritten(7, expected)]
    assert hand.text("register") == "Saving…"


@pytest.mark.parametrize(
    ("touched", "decision", "founded"),
    [
        ("forum_director", Decision.REFERRED, True),
        ("decision_answered", Decision.ANSWERED, True),
        ("decision_no_action", Decision.NO_ACTION, False),
    ],
)
def test_a_decision_says_whether_it_is_well_founded_until_somebody_says(
    touched: str, decision: Decision, founded: bool
) -> None:
    hand = desk()
    told = ("told_class",) * (decision is Decision.ANSWERED)
    hand.touch("subject_home", touched, *told)
    assert hand.chosen("founded") is founded
    hand.touch("register")
    assert (row(hand).decision, row(hand).well_founded) == (decision, founded)
    other = desk()
    other.touch("subject_home", touched, *told, "founded", "register")
    assert row(other).well_founded is not founded


def test_what_was_judged_stays_when_the_decision_changes() -> None:
    hand = desk()
    hand.touch("subject_home", "forum_director", "founded", "tab_decide", "decision_answered")
    hand.touch("told_class")
    assert not hand.chosen("founded")


def test_the_summary_is_in_the_language_of_the_screen_when_it_is_entered() -> None:
    hand = desk(language=Language.KY)
    hand.touch("subject_meals", "forum_director", "register")
    assert row(hand).summary == "Тамак-аш"


def test_several_subjects_may_be_chosen_and_let_go() -> None:
    hand = desk()
    hand.touch("subject_meals", "tab_about", "subject_money", "tab_about", "subject_home")
    hand.touch("tab_about", "subject_home", "tab_decide", "forum_director", "register")
    assert row(hand).subjects == (Subject.MEALS, Subject.MONEY)
    assert row(hand).summary == "Meals, Money collected"


def test_a_changed_decision_leaves_no_forum_or_reason_behind() -> None:
    hand = desk()
    hand.touch("subject_meals", "decision_declined", "reason_money", "tab_decide")
    hand.touch("forum_director", "tab_decide", "decision_answered", "told_class", "register")
    assert (row(hand).reason, row(hand).forum) == ("By word of mouth at the class hour", None)


def test_a_declined_letter_needs_a_reason_by_one_more_touch() -> None:
    hand = desk()
    hand.touch("cover", "subject_meals", "decision_declined", "reason_money", "register")
    assert (row(hand).decision, row(hand).reason) == (
        Decision.DECLINED,
        "There is no money for it yet",
    )


def test_answered_needs_an_answer_a_reply_or_where_it_was_said() -> None:
    hand = desk()
    hand.touch("cover", "subject_meals", "decision_answered", "tab_enter")
    assert "how it was answered" in hand.text("gaps")
    assert not hand.has("register")
    hand.touch("to_reasons", "told_other")
    hand.type("At the canteen")
    hand.touch("done", "register")
    assert (row(hand).decision, row(hand).reason) == (Decision.ANSWERED, "At the canteen")


def test_answered_by_a_private_reply_needs_no_more() -> None:
    hand = desk(OpenedLetter(7, replace(LETTER, reply_to=SLIP), 5))
    hand.touch("cover", "subject_home", "decision_answered", "how_reply")
    hand.type("Come to room 12")
    hand.touch("done", "register")
    assert (row(hand).reply, row(hand).reason) == ("Come to room 12", "")


def test_a_letter_of_a_matter_that_was_answered_is_answered_with_it() -> None:
    like = replace(ROW, decision=Decision.ANSWERED, forum=None, reason="", answer=ANSWER)
    hand = desk(known=replace(KNOWN, rows=((17, like),)))
    hand.touch("cover", "matter_0", "register")
    assert (row(hand).decision, row(hand).answer) == (Decision.ANSWERED, None)
    assert row(hand).reason == "With the answer to letter № 17"


def test_words_of_one_decision_do_not_explain_another() -> None:
    hand = desk()
    hand.touch("subject_meals", "decision_declined", "reason_money", "tab_decide")
    hand.touch("decision_answered")
    assert hand.has("told_class")
    hand.touch("tab_enter")
    assert "how it was answered" in hand.text("gaps")


@pytest.mark.parametrize(
    ("subject", "words"),
    [
        ("subject_meals", "Well-founded proposal"),
        ("subject_bullying", "Well-founded report"),
    ],
)
def test_of_harm_it_is_asked_as_of_a_report(subject: str, words: str) -> None:
    hand = desk()
    hand.touch(subject, "forum_director")
    assert hand.text("founded") == words


def test_a_reason_may_be_written() -> None:
    hand = desk()
    hand.touch("subject_meals", "decision_declined", "tab_enter")
    assert "the reason" in hand.text("gaps")
    hand.touch("to_reasons", "reason_other")
    hand.type("No room for a pool")
    hand.touch("done")
    assert hand.has("register")
    hand.touch("to_reasons")
    assert hand.chosen("reason_other")
    hand.touch("tab_enter", "register")
    assert row(hand).reason == "No room for a pool"


def test_what_is_missing_is_named_until_nothing_is() -> None:
    hand = desk()
    hand.touch("tab_enter")
    assert hand.text("gaps") == "Still needed: the summary, well-founded or not, the decision"
    assert not hand.has("register")
    hand.touch("tab_decide", "forum_assembly")
    assert hand.text("gaps") == "Still needed: the summary"
    hand.touch("tab_about", "subject_other")
    assert hand.has("register")


def test_what_the_writer_said_of_readers_and_replies_goes_along() -> None:
    letter = replace(LETTER, excluded=frozenset({Role.PARLIAMENT_MEMBER}), reply_to=SLIP)
    hand = desk(OpenedLetter(7, letter, 5))
    hand.touch("cover", "subject_home", "forum_director", "to_reply")
    hand.type("Biz bilebiz")
    hand.touch("done", "register")
    assert row(hand).excluded == {Role.PARLIAMENT_MEMBER}
    assert (row(hand).reply, row(hand).reply_to) == ("Biz bilebiz", SLIP)


def test_without_a_reply_code_no_private_reply_is_offered() -> None:
    hand = desk()
    hand.touch("subject_home", "forum_director")
    assert not hand.has("to_reply")


# --- matters ----------------------------------------------------------------------------------


def test_a_known_matter_stands_for_the_summary_and_for_its_decision() -> None:
    hand = desk()
    hand.touch("cover", "matter_0", "register")
    assert row(hand).matters == (LIGHT.number,)
    assert row(hand).summary == LIGHT.title
    assert (row(hand).decision, row(hand).forum) == (Decision.REFERRED, Forum.BOYS_GIRLS)


def test_a_matter_of_a_former_review_brings_no_decision() -> None:
    hand = desk()
    hand.touch("cover", "matter_1", "decision_answered", "told_class", "register")
    assert (row(hand).matters, row(hand).summary) == ((MATTER.number,), MATTER.title)


def test_a_decision_that_was_made_is_not_overruled_by_a_matter() -> None:
    hand = desk()
    hand.touch("cover", "tab_decide", "forum_director", "tab_about", "matter_0", "register")
    assert row(hand).forum is Forum.DIRECTOR


def test_matters_are_not_read_while_the_letter_is_covered() -> None:
    hand = desk()
    assert not hand.has("matter_0")
    assert LIGHT.title not in hand.seen


@pytest.mark.parametrize("size", SIZES)
def test_several_matters_are_linked_from_the_list(size: Size) -> None:
    hand = desk(size=size)
    hand.touch("cover", "subject_home", "forum_director", "to_matters", "matter_0", "matter_1")
    assert hand.chosen("matter_1")
    hand.touch("done", "register")
    assert row(hand).matters == (LIGHT.number, MATTER.number)
    assert row(hand).summary == f"{LIGHT.title}, {MATTER.title}"


def test_from_the_first_step_the_list_leads_on_with_one_matter() -> None:
    hand = desk(size=SMALL)
    hand.touch("cover", "matters", "matter_1")
    assert hand.chosen("tab_decide")


def test_many_matters_are_leafed_through_and_sought_by_their_letters() -> None:
    many = tuple(replace(MATTER, number=n, title=f"Иш {n}") for n in range(1, 41))
    hand = desk(known=replace(KNOWN, matters=(*many, LIGHT)))
    hand.touch("cover", "matters")
    assert hand.text("matter_0").startswith("Иш 1 ·")
    hand.touch("leaf_on")
    assert not hand.text("matter_0").startswith("Иш 1 ·")
    hand.type("жарык")
    assert LIGHT.title in hand.text("matter_0")
    assert not hand.has("matter_1")
    hand.type("щ")
    assert "no such matter" in hand.seen
    hand.press("backspace")
    hand.touch("matter_0", "register")
    assert row(hand).matters == (LIGHT.number,)


# --- a USB keyboard ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_a_keyboard_alone_registers_a_letter(size: Size) -> None:
    hand = desk(size=size)
    hand.type(" ")
    assert WORDS.split() == hand.text("letter").split()
    hand.type("6")
    assert hand.chosen("tab_decide")
    hand.type("2")
    hand.press("return")
    assert (row(hand).subjects, row(hand).forum) == ((Subject.BUILDING,), Forum.PEDCOUNCIL)


def test_chips_tell_their_keys_once_a_keyboard_is_used() -> None:
    hand = desk()
    assert hand.text("subject_bullying") == "Bullying, fights"
    hand.press("return")
    assert hand.chosen("tab_decide")
    assert hand.text("forum_director").startswith("1 · ")
    hand.press("escape")
    assert hand.text("subject_bullying") == "1 · Bullying, fights"
    hand.type("-")
    assert hand.chosen("tab_decide"), "the eleventh key of the row is the eleventh chip"


def test_the_keyboard_turns_a_long_letter_and_leaves_a_page() -> None:
    hand = desk(LONG)
    hand.type(" ")
    first = hand.text("letter")
    hand.press("right")
    assert hand.text("letter") != first
    hand.press("left")
    assert hand.text("letter") == first
    hand.touch("matters")
    hand.press("escape")
    assert hand.has("subject_home")


def test_return_without_a_complete_row_enters_nothing() -> None:
    hand = desk()
    hand.touch("tab_enter")
    hand.press("return")
    assert hand.events == []
    assert hand.has("gaps")


# --- the store, and what is forgotten ---------------------------------------------------------


def complete(hand: Hand) -> None:
    hand.touch("cover", "subject_building", "decision_no_action")


def test_a_row_that_was_not_stored_is_still_there_and_can_be_sent_again() -> None:
    hand = desk()
    complete(hand)
    hand.touch("register", "register")
    register(hand).follow(KNOWN, working=False, hint=Hint.NOT_STORED)
    hand.stage.refresh()
    assert "Nothing is lost" in hand.text("hint")
    hand.touch("register")
    first, second = hand.events
    assert first == second


def test_while_a_row_is_stored_only_the_cover_answers() -> None:
    hand = desk()
    complete(hand)
    hand.touch("register", "tab_decide")
    hand.press("escape")
    hand.press("return")
    assert len(hand.events) == 1
    assert hand.text("register") == "Saving…"
    hand.touch("cover")
    assert WORDS not in hand.seen


def test_covering_hides_what_was_written_on_every_page() -> None:
    hand = desk()
    hand.touch("cover", "subject_home", "decision_declined", "reason_other")
    hand.type("secret reason")
    hand.touch("done", "summary")
    hand.type("secret summary")
    hand.touch("done", "to_answer", "headline")
    hand.type("secret head")
    hand.touch("done")
    hand.type("secret body, 7-Б")
    hand.touch("done")
    assert "7-Б" in hand.text("mind")
    for page in ("headline", "body"):
        hand.touch(page, "cover")
        assert "secret" not in hand.seen
        hand.touch("cover", "done")
    hand.touch("cover")
    assert "secret" not in hand.seen
    assert "7-Б" not in hand.seen
    hand.touch("done")
    for tab in ("tab_enter", "tab_decide", "tab_about"):
        hand.touch(tab)
        assert "secret" not in hand.seen
        assert WORDS not in hand.seen


def test_nothing_of_a_letter_or_its_row_is_quoted() -> None:
    hand = desk(known=replace(KNOWN, rows=()))
    hand.touch("cover", "subject_home", "forum_director", "summary")
    hand.type("secret summary")
    hand.touch("done", "to_answer", "opening_done")
    hand.type("secret body")
    written = hand.reprs
    hand.touch("done", "headline")
    hand.type("secret head")
    hand.touch("done", "done", "register")
    for quoted in (written, hand.reprs):
        assert "secret" not in quoted
        assert WORDS[:9] not in quoted
        assert LIGHT.title not in quoted


def test_everything_is_forgotten_with_the_screen() -> None:
    hand = desk()
    complete(hand)
    screen = register(hand)
    hand.stage.show(Register(4, 12, None, KNOWN))
    hand.stage.show(screen)
    assert WORDS not in hand.seen
    hand.touch("tab_enter")
    assert "Building" not in hand.seen
    hand.touch("rows")
    assert "17" not in hand.seen


def test_leaving_says_that_the_row_in_hand_is_not_kept() -> None:
    hand = desk()
    hand.touch("leave")
    assert "is not kept" in hand.seen
    hand.touch("stay")
    assert "is not kept" not in hand.seen


@pytest.mark.parametrize("size", SIZES)
def test_the_number_of_the_paper_letter_before_is_large_until_the_next_one_is_begun(
    size: Size,
) -> None:
    hand = Hand(Register(3, 12, None, KNOWN, papers=(2, 5), entered=17), size, Language.EN)
    assert hand.text("number") == "№ 17"
    assert hand.widget("number_box").rect.h >= hand.theme.target
    assert hand.widget("number").rect.h >= 0.8 * hand.theme.target
    assert "Write on the letter before" in hand.seen
    hand.touch("day_3")
    assert not hand.has("number")
    assert hand.has("tab_when")


def test_the_figures_say_what_they_count() -> None:
    hand = Hand(Register(3, 12, None, KNOWN, papers=(2, 5)), LARGE, Language.EN)
    assert hand.text("rows") == "Rows\n2/12"
    assert hand.text("paper_nth") == "Paper letter 2 of 5"
    hand.touch("day_3")
    assert "Paper letter 2 of 5" in hand.text("kind_title")
    assert KNOWN.today == DAY
