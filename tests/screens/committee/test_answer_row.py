"""A public answer, while it is written: languages, openings, days, preview, and what to mind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.events import LanguageChosen
from kiosk.post.answers import ANSWER_DAYS, notice
from kiosk.post.board import Board as Hanging
from kiosk.post.journal import MAX_BODY, Answer, AnswerForm, Decision
from kiosk.post.letters import Language
from kiosk.screens.board import Board, BoardState
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size
from tests.screens.committee.rows import DAY, KNOWN, desk, register, row

ENTER = ("subject_building", "forum_director")


def answering(
    *before: str, size: Size = LARGE, language: Language = Language.EN, headline: str = "Light"
) -> Hand:
    """A letter with a headline and a body for the board."""
    hand = desk(size=size, language=language)
    hand.touch(*(before or ENTER), "to_answer", "headline")
    hand.type(headline)
    hand.touch("done")
    hand.type("New lamps are up.")
    hand.touch("done")
    return hand


def answer(hand: Hand) -> Answer:
    hand.touch("done", "register")
    made = row(hand).answer
    assert made is not None
    return made


def test_an_answer_begins_in_the_language_of_the_screen() -> None:
    hand = answering(language=Language.RU)
    assert answer(hand) == Answer({Language.RU: "Light"}, {Language.RU: "New lamps are up."})


def test_it_may_be_written_in_three_languages() -> None:
    hand = answering()
    for language, headline in ((Language.KY, "Жарык"), (Language.RU, "Свет")):
        hand.touch(f"tongue_{language}", "headline")
        hand.type(headline)
        hand.press("return")
        hand.type("…")
        hand.press("escape")
    assert hand.text("tongue_ky").endswith("Кыр •")
    made = answer(hand)
    assert made.languages == tuple(Language)
    assert made.headline[Language.RU] == "Свет"


def test_a_language_half_written_is_a_gap() -> None:
    hand = answering()
    hand.touch("tongue_ky", "headline")
    hand.type("Жарык")
    hand.touch("done", "done", "done")
    assert "headline and text" in hand.text("gaps")
    hand.touch("to_answer", "unanswered", "register")
    assert row(hand).answer is None


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_ready_openings_insert_their_words_and_lead_to_writing_on(size: Size) -> None:
    hand = desk(size=size, language=Language.KY)
    hand.touch("cover", *ENTER, "to_answer", "opening_not")
    hand.type("каражат жок.")
    assert hand.text("text") == "Азырынча мүмкүн эмес, себеби каражат жок."
    hand.touch("done", "headline")
    hand.type("Спорт зал")
    hand.touch("done")
    assert answer(hand).body == {Language.KY: "Азырынча мүмкүн эмес, себеби каражат жок."}


def test_an_opening_speaks_the_language_of_the_answer_not_of_the_screen() -> None:
    hand = desk()
    hand.touch(*ENTER, "to_answer", "tongue_ru")
    assert hand.text("opening_done") == "Сделано."


def test_an_opening_that_does_not_fit_is_refused_and_nothing_is_lost() -> None:
    hand = desk()
    hand.touch(*ENTER, "to_answer", "body")
    hand.type("x" * (MAX_BODY - 3))
    hand.touch("done", "opening_done")
    assert "Too long" in hand.text("title")
    assert hand.text("used") == f"{MAX_BODY - 3} / {MAX_BODY}"


def test_you_wrote_we_did_is_one_touch() -> None:
    hand = answering()
    hand.touch("form")
    assert answer(hand).form is AnswerForm.WE_DID


# --- how it was answered: one touch, headline and all ---

HOW = ("cover", "subject_meals", "decision_answered")


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_one_touch_fills_in_the_headline_and_begins_the_text(size: Size) -> None:
    hand = desk(size=size, language=Language.KY)
    hand.touch(*HOW, "opening_done")
    assert hand.text("title") == "Тексти · Кыр"
    hand.type("Тамак ысык берилет.")
    hand.touch("done", "register")
    assert row(hand).answer == Answer(
        {Language.KY: "Тамак-аш"}, {Language.KY: "Жасалды. Тамак ысык берилет."}
    )
    assert row(hand).decision is Decision.ANSWERED


def test_a_subject_that_might_tell_who_wrote_makes_no_headline() -> None:
    hand = desk()
    hand.touch("cover", "subject_home", "decision_answered", "opening_soon", "done", "register")
    made = row(hand).answer
    assert made
    assert made.headline == {Language.EN: "Being considered"}


def test_the_next_language_is_lent_the_same_beginning_and_keeps_it_only_if_written_on() -> None:
    hand = desk()
    hand.touch(*HOW, "opening_done")
    hand.type("Warm food now.")
    hand.touch("tongue_ru")
    assert hand.text("text").strip() == "Сделано."
    hand.touch("tongue_ky")
    hand.type("Тамак ысык.")
    assert hand.text("tongue_ky").endswith("•")
    assert not hand.text("tongue_ru").endswith("•")
    hand.touch("done", "register")
    made = row(hand).answer
    assert made
    assert made.languages == (Language.KY, Language.EN)
    assert made.body[Language.KY] == "Жасалды. Тамак ысык."


def test_half_a_sentence_is_no_answer_yet() -> None:
    hand = desk()
    hand.touch(*HOW, "opening_not", "done", "tab_enter")
    assert "headline and text" in hand.text("gaps")
    hand.touch("to_answer", "body")
    hand.type("there is no money.")
    hand.touch("done", "done", "register")
    assert row(hand).answer is not None


def test_what_might_tell_who_wrote_is_shown_once_more_before_the_last_step() -> None:
    hand = desk()
    hand.touch(*HOW, "opening_done")
    hand.type("Thanks to 7-Б!")
    hand.touch("done")
    assert "7-Б" in hand.text("mind")
    hand.touch("done")
    assert hand.has("register")


def test_the_board_is_looked_at_from_where_it_is_written() -> None:
    hand = desk()
    hand.touch(*HOW, "opening_done", "preview")
    assert hand.text("card_headline") == "Meals"
    hand.touch("write")
    assert hand.text("title").startswith("Text")


# --- days -------------------------------------------------------------------------------------


def test_days_are_left_to_the_close_until_somebody_chooses() -> None:
    made = answer(answering())
    assert (made.first_day, made.last_day) == (None, None)


def test_first_and_last_day_are_chosen_by_days_and_weeks() -> None:
    hand = answering()
    hand.touch("days", "first_+7", "first_+7", "first_-1", "last_-7")
    assert hand.text("first_day") == "10 December"
    hand.touch("done")
    made = answer(hand)
    first = DAY + timedelta(days=13)
    assert (made.first_day, made.last_day) == (first, first + timedelta(days=ANSWER_DAYS - 7))


def test_no_day_before_today_and_no_end_before_its_beginning_can_be_chosen() -> None:
    hand = answering()
    hand.touch("days", "first_-7", *["last_-7"] * 12)
    hand.touch("first_+7", "done")
    made = answer(hand)
    assert (made.first_day, made.last_day) == (DAY + timedelta(days=7),) * 2


def test_no_day_beyond_a_year_can_be_chosen() -> None:
    hand = answering()
    hand.touch("days", *["first_+7"] * 60)
    hand.touch("last_usual", "done")
    first = answer(hand).first_day
    assert first == date(2027, 11, 28)


def test_the_usual_days_come_back_by_one_touch() -> None:
    hand = answering()
    hand.touch("days", "first_+7", "last_+7", "first_usual", "last_usual", "done")
    made = answer(hand)
    assert (made.first_day, made.last_day) == (None, None)


@pytest.mark.parametrize("forum", ["forum_boys_girls", "forum_assembly"])
def test_a_general_answer_waits_for_the_day_of_its_council(forum: str) -> None:
    hand = answering("subject_building", forum)
    hand.touch("done")
    assert "the day of the council" in hand.text("gaps")
    hand.touch("to_answer", "days")
    assert "waits for the day" in hand.text("waits")
    hand.touch("first_+7", "done", "done", "register")
    made = row(hand).answer
    assert made
    assert made.first_day == DAY + timedelta(days=7)


# --- preview ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_preview_is_the_board_itself(size: Size) -> None:
    hand = answering(size=size)
    hand.touch("preview")
    assert hand.text("card_headline") == "Light"
    assert hand.text("card_body") == "New lamps are up."
    shown = {widget.name: widget.rect for widget in hand.stage.view.widgets}
    screen = hand.stage.screen
    board = Board(_state(hand))
    hand.stage.show(board, wipe=False)
    assert {widget.name: widget.rect for widget in hand.stage.view.widgets} == shown
    hand.stage.show(screen, wipe=False)
    hand.touch("write")
    assert hand.has("headline")


def _state(hand: Hand) -> BoardState:
    made = register(hand)._task.draft.answer.made()
    assert made
    card = notice(made, DAY)
    return BoardState(KNOWN.school, Hanging((card,)), card.first_day, None, card=1)


def test_in_the_preview_nothing_can_be_done_but_look_and_go_back() -> None:
    hand = answering()
    hand.touch("preview", "emblem", "card_after", "card_before")
    acts = {widget.name: widget.act for widget in hand.stage.view.widgets if widget.act}
    languages = [act for act in acts.values() if isinstance(act, LanguageChosen)]
    assert len(languages) == len(Language)
    assert set(acts) - {"write", "card_before", "card_after"} == {
        f"language_{language}" for language in Language
    }
    assert hand.events == []


def test_a_language_that_is_missing_shows_the_written_one() -> None:
    hand = answering()
    hand.touch("preview")
    hand.stage.language = Language.KY
    assert hand.text("card_headline") == "Light"


def test_without_words_there_is_nothing_to_preview() -> None:
    hand = desk()
    hand.touch(*ENTER, "to_answer")
    assert not hand.enabled("preview")


def test_covering_ends_the_preview() -> None:
    hand = answering()
    hand.touch("preview")
    register(hand).cover()
    hand.stage.refresh()
    assert "New lamps" not in hand.seen


# --- what to mind -----------------------------------------------------------------------------


def test_what_might_tell_who_wrote_is_minded_and_does_not_hinder() -> None:
    hand = answering("cover", *ENTER, headline="7-Б")
    assert "a class («7-Б»)" in hand.text("mind")
    hand.touch("body")
    hand.type(" Thanks to Aigul Asanova, 0555 123 456")
    hand.touch("done")
    assert "a name" in hand.text("mind")
    assert "a telephone number" in hand.text("mind")
    assert answer(hand).headline == {Language.EN: "7-Б"}


def test_an_ordinary_answer_is_not_minded() -> None:
    hand = answering("cover", *ENTER)
    assert not hand.has("mind")
    assert hand.has("opening_done")


# --- writing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("way", "limit"),
    [
        (("summary",), 280),
        (("to_answer", "headline"), 19),
        (("to_answer", "body"), 280),
        (("tab_decide", "decision_declined", "reason_other"), 280),
    ],
)
def test_a_paste_that_is_too_long_is_refused_whole_and_nothing_is_lost(
    way: tuple[str, ...], limit: int
) -> None:
    hand = desk()
    hand.touch("cover", *ENTER, *way)
    hand.type("kept")
    hand.paste("x" * 2000)
    assert hand.text("title") == f"Too long: at most {limit} characters. Nothing was changed"
    assert (hand.text("text"), hand.text("used")) == ("kept", f"4 / {limit}")
    hand.paste("y" * (limit - 4))
    assert hand.text("used") == f"{limit} / {limit}"
    hand.type("z")
    assert "Too long" in hand.text("title")
    hand.press("backspace")
    assert "Too long" not in hand.text("title")


def test_lines_pasted_into_a_headline_become_one() -> None:
    hand = desk()
    hand.touch("cover", *ENTER, "to_answer", "headline")
    hand.paste("Жарык\nбар")
    assert hand.text("text") == "Жарык бар"


def test_a_sign_that_cannot_be_drawn_is_refused_in_words() -> None:
    hand = desk()
    hand.touch("cover", "tab_enter", "summary")
    hand.type("a😀")
    assert "cannot be written" in hand.text("title")
    hand.press("left")
    hand.press("delete")
    hand.type("b")
    assert hand.text("title") == "Summary"
    assert hand.text("text") == "b"


def test_the_keyboard_on_the_screen_writes_and_the_caret_goes_where_a_finger_points() -> None:
    hand = desk(language=Language.KY)
    hand.touch("tab_enter", "summary", "cover", "key_ж", "key_о", "key_л", "key_space", "key_ө")
    hand.touch("key_backspace", "key_numbers", "key_1", "key_cyrillic", "key_return", "key_ң")
    assert hand.text("text") == "Жол 1 Ң"
    x, y, _, _ = hand.widget("text").rect
    hand.touch_at(x + hand.theme.mm(0.1), y + hand.theme.mm(3))
    hand.type("!")
    assert hand.text("text") == "!Жол 1 Ң"
    hand.touch("cover")
    hand.touch_at(x + hand.theme.mm(20), y + hand.theme.mm(3))
    hand.type("?")
    hand.touch("cover")
    assert hand.text("text") == "!?Жол 1 Ң"


def test_a_text_longer_than_its_place_is_scrolled() -> None:
    hand = desk(size=SMALL)
    hand.touch("tab_enter", "summary", "cover")
    hand.type(" ".join(f"w{n}" for n in range(70)))
    assert "w69" in hand.text("text")
    while hand.enabled("up"):
        hand.touch("up")
    assert "w0 " in hand.text("text")


def test_on_a_wide_screen_the_letter_is_beside_what_is_written() -> None:
    hand = desk()
    hand.touch("cover", "tab_enter", "summary")
    assert "Коридордо" in hand.text("letter")
    hand.touch("letter")
    assert "Коридордо" not in hand.seen
