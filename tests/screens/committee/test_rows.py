"""Undo until the close: the rows of this review, one of them taken up and corrected."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.events import EntryCorrected, RowsLeft
from kiosk.post.journal import Answer, Decision, Forum, Informed, Office
from kiosk.post.letters import Language
from kiosk.post.steps import Hint, Step
from kiosk.post.subjects import Subject
from kiosk.screens.committee.amending import Amending
from kiosk.screens.committee.register import Register
from kiosk.texts import Texts
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size
from tests.screens.committee.rows import (
    DAY,
    KNOWN,
    LIGHT,
    OPENED,
    PAPER,
    ROW,
    WORDS,
    desk,
    looking_back,
    register,
    row,
)

MANY = replace(KNOWN, rows=tuple((n, replace(ROW, label=n)) for n in range(1, 45)))
TEXT = "Караңгыда"


def answered(hand: Hand, hint: Hint | None = None) -> None:
    """The store answers; what it kept is what was sent."""
    (event,) = hand.events
    assert isinstance(event, EntryCorrected)
    rows = tuple(
        (number, event.entry if number == event.number and hint is None else entry)
        for number, entry in KNOWN.rows
    )
    register(hand).follow(replace(KNOWN, rows=rows), working=False, hint=hint)
    hand.stage.refresh()


def test_the_list_tells_number_letter_subject_and_decision_and_no_word_of_a_letter() -> None:
    hand = desk()
    hand.touch("cover", "rows")
    assert hand.text("row_17") == ("№ 17 · Letter 2 · Building, light · Boys' and girls' council")
    assert hand.text("row_18").startswith("№ 18 · Paper letter · ")
    for words in (TEXT, ROW.summary, WORDS):
        assert words not in hand.seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_many_rows_are_leafed_through_the_latest_first(size: Size) -> None:
    hand = desk(size=size, known=MANY)
    hand.touch("rows")
    seen = [w.name for w in hand.stage.view.widgets if w.name.startswith("row_")]
    assert seen[0] == "row_44"
    while hand.enabled("leaf_on"):
        hand.touch("leaf_on")
        seen += [w.name for w in hand.stage.view.widgets if w.name.startswith("row_")]
    assert seen == [f"row_{number}" for number in range(44, 0, -1)]


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_an_erased_letter_is_not_called_a_damaged_one(size: Size) -> None:
    erased = replace(ROW, text="", erased=bytes(32))
    hand = Hand(Amending(Step.DESK, 5, replace(KNOWN, rows=((5, erased),))), size, Language.EN)
    hand.touch("tab_decide")
    texts = Texts(Language.EN)
    assert texts("letter_erased") in hand.seen
    assert texts("letter_damaged") not in hand.seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_of_what_comes_down_is_spoken_when_nothing_is_missing_any_more(size: Size) -> None:
    texts, answer = Texts(Language.EN), Answer({Language.EN: "Light"}, {Language.EN: "Lamps."})
    told = replace(ROW, decision=Decision.ANSWERED, forum=None, answer=answer)
    known = replace(KNOWN, rows=((5, told),), hangs=answer)
    hand = Hand(Amending(Step.DESK, 5, known), size, Language.EN)
    assert texts("answer_down") not in hand.seen
    hand.touch("to_answer", "unanswered")
    assert texts("gap_how") in hand.seen
    assert texts("answer_down") not in hand.seen
    hand.touch("tab_decide", "decision_no_action", "tab_enter")
    assert texts("answer_down") in hand.seen


def test_urgent_rows_stand_first() -> None:
    rows = ((3, replace(ROW, urgent=True)), (4, ROW), (5, PAPER))
    hand = desk(known=replace(KNOWN, rows=rows))
    hand.touch("rows")
    shown = [w.name for w in hand.stage.view.widgets if w.name.startswith("row_")]
    assert shown == ["row_3", "row_5", "row_4"]
    assert "Urgent" in hand.text("row_3")


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_row_is_corrected_and_its_letter_stays(size: Size) -> None:
    hand = desk(size=size)
    hand.touch("rows", "row_17", "tab_decide", "forum_director", "register")
    expected = replace(ROW, forum=Forum.DIRECTOR)
    assert hand.events == [EntryCorrected(17, expected)]
    assert hand.text("register") == "Saving…"
    answered(hand)
    assert "Meeting with the director" in hand.text("row_17")


def test_a_row_comes_covered_and_its_letter_can_be_shown() -> None:
    hand = desk()
    hand.touch("cover", "rows", "row_17")
    assert TEXT not in hand.seen
    assert ROW.summary not in hand.seen
    hand.touch("cover")
    assert TEXT in hand.text("letter")
    assert hand.text("summary") == ROW.summary


def test_the_letter_in_hand_waits_as_it_was() -> None:
    hand = desk()
    hand.touch("cover", "subject_money", "rows", "row_18", "tab_about", "subject_home")
    hand.touch("tab_enter", "register")
    answered(hand)
    hand.events.clear()
    hand.touch("done")
    assert hand.chosen("tab_decide")
    assert not hand.has("letter") or WORDS not in hand.seen, "it comes back covered"
    hand.touch("decision_answered", "told_class", "register")
    assert (row(hand).subjects, row(hand).text) == ((Subject.MONEY,), WORDS)


def test_a_correction_can_be_given_up() -> None:
    hand = desk()
    hand.touch("rows", "row_17", "tab_decide", "decision_answered", "give_up")
    assert hand.has("row_17")
    hand.touch("row_17")
    assert "council" in hand.text("decided")
    assert hand.events == []


def test_a_correction_that_was_not_stored_is_still_there() -> None:
    hand = desk()
    hand.touch("rows", "row_17", "tab_decide", "decision_answered", "told_class", "register")
    answered(hand, Hint.NOT_STORED)
    assert "Nothing is lost" in hand.text("hint")
    hand.touch("register")
    first, second = hand.events
    assert first == second


def test_another_subject_renames_a_row_whose_summary_nobody_typed_anew() -> None:
    hand = desk()
    hand.touch("rows", "row_18", "tab_about", "subject_building", "tab_about", "subject_meals")
    hand.touch("tab_enter", "register")
    assert (row(hand).subjects, row(hand).summary) == ((Subject.MEALS,), "Meals")


def test_a_row_can_be_linked_to_another_matter() -> None:
    hand = desk()
    hand.touch("rows", "row_18", "to_matters", "matter_0", "done", "register")
    assert row(hand).matters == (LIGHT.number,)


def test_paper_rows_are_corrected_too() -> None:
    hand = desk()
    hand.touch("rows", "row_18", "tab_decide", "decision_declined", "reason_rules", "register")
    (event,) = hand.events
    assert isinstance(event, EntryCorrected)
    assert (event.number, event.entry.decision) == (18, Decision.DECLINED)


# --- at the end, and what is damaged ----------------------------------------------------------


def test_with_every_letter_registered_the_rows_can_be_looked_over() -> None:
    hand = looking_back()
    hand.touch("row_17", "tab_decide", "decision_answered", "told_class", "register")
    answered(hand)
    hand.events.clear()
    hand.touch("done")
    assert hand.events == [RowsLeft()]


def test_rows_that_can_no_longer_be_read_are_told_in_words() -> None:
    hand = desk(known=replace(KNOWN, damaged=(15, 16)))
    hand.touch("rows")
    assert "can no longer be read: № 15, № 16" in hand.text("trouble")
    assert hand.has("row_17")


def test_a_review_that_is_taken_up_with_damage_begins_by_saying_so() -> None:
    hurt = replace(KNOWN, damaged=(15,))
    hand = Hand(Register(3, 12, OPENED, hurt, look_back=True), LARGE, Language.EN)
    assert "№ 15" in hand.text("trouble")
    hand.touch("done")
    assert hand.has("subject_home")


# --- what cannot wait -------------------------------------------------------------------------


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_act_today_records_who_was_told_and_when(size: Size) -> None:
    hand = desk(size=size)
    hand.touch("cover", "subject_home", "urgent", "office_police", "office_parents", "name")
    hand.type("Асанова")
    hand.touch("done", "told_earlier", "done")
    assert hand.text("decided").startswith("Referred. A paper comes")
    hand.touch("register")
    day = DAY.replace(day=26)
    assert row(hand).urgent
    assert (row(hand).decision, row(hand).forum) == (Decision.REFERRED, None)
    assert row(hand).informed == (
        Informed(Office.POLICE, "", day),
        Informed(Office.PARENTS, "Асанова", day),
    )


def test_a_forum_may_still_consider_what_was_handed_on() -> None:
    hand = desk()
    hand.touch("subject_home", "urgent", "office_police", "done", "tab_decide", "forum_director")
    hand.touch("register")
    assert (row(hand).forum, row(hand).urgent) == (Forum.DIRECTOR, True)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_family_stands_last_and_alone_with_its_warning(size: Size, language: Language) -> None:
    hand = desk(size=size, language=language)
    hand.touch("tab_decide", "urgent")
    names = [w.name for w in hand.stage.view.widgets if w.name.startswith("office_")]
    assert names[0] == "office_child_protection"
    assert names[-1] == "office_parents"
    warning = Texts(language)("urgent_parents")
    assert hand.text("office_parents") == warning
    assert len(warning) > len(Texts(language)("office_parents")) + 15


def test_before_it_is_entered_the_screen_says_that_a_paper_comes_and_who_takes_it() -> None:
    hand = desk()
    hand.touch("subject_home", "urgent", "office_police")
    assert "takes it at once" in hand.text("duty")
    hand.touch("done")
    assert "A paper comes with the entry" in hand.text("decided")
    bare = desk(known=replace(KNOWN, prints=False))
    bare.touch("subject_home", "urgent", "office_police", "done")
    assert "paper" not in bare.text("decided").lower()


def test_nobody_told_is_a_gap() -> None:
    hand = desk()
    hand.touch("subject_home", "urgent", "done", "forum_director")
    assert "who was told" in hand.text("gaps")
    hand.touch("to_urgent", "not_urgent")
    assert hand.has("register")


def test_not_urgent_after_all_keeps_nobody() -> None:
    hand = desk()
    hand.touch("subject_home", "urgent", "office_police", "not_urgent", "forum_director")
    hand.touch("register")
    assert (row(hand).urgent, row(hand).informed) == (False, ())


def test_no_day_after_today_can_be_told() -> None:
    hand = desk()
    hand.touch("tab_decide", "urgent", "office_police")
    assert hand.text("told_on").endswith(" 27 November")
    assert not hand.enabled("told_later")
    hand.touch("told_earlier")
    assert hand.enabled("told_later")


def test_an_office_can_be_let_go_and_its_name_with_it() -> None:
    hand = desk()
    hand.touch("tab_decide", "urgent")
    assert not hand.enabled("name")
    hand.touch("office_police", "office_other", "name")
    hand.type("Somebody")
    hand.touch("done", "office_other")
    assert hand.text("name") == "Name (optional)"
    hand.touch("done", "tab_about", "subject_home", "tab_decide", "forum_director", "register")
    assert [told.office for told in row(hand).informed] == [Office.POLICE]


def test_the_schools_duty_is_shown_where_the_school_wrote_it() -> None:
    duty = {Language.KY: "Ошол эле күнү 102"}
    school = KNOWN.school.model_copy(update={"duty_to_report": duty})
    hand = desk(known=replace(KNOWN, school=school))
    hand.touch("tab_decide", "urgent")
    assert "Ошол эле күнү 102" in hand.text("duty")
    assert "takes it at once" in hand.text("duty"), "the paper is told beside it"
    plain = desk()
    plain.touch("tab_decide", "urgent")
    assert "a paper for signatures" in plain.text("duty")
