"""Registering one letter: through touches and keys, to the row that goes out."""

from __future__ import annotations

import pytest

from kiosk.events import EntryWritten
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin
from kiosk.post.meeting import OpenedLetter
from kiosk.post.review import Hint
from kiosk.screens.committee.register import Register
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size

WORDS = "Коридордо жарык өчүп калды"
LETTER = Letter(WORDS, DayMonth(22, 11), Kind.REQUEST)
OPENED = OpenedLetter(7, LETTER)
OPENED_ON = DayMonth(27, 11)
LONG = OpenedLetter(7, Letter("\n".join(f"line {n}" for n in range(60)), DayMonth(1, 2)))


def desk(
    opened: OpenedLetter | None = OPENED,
    size: Size = LARGE,
    language: Language = Language.EN,
    near: DayMonth = OPENED_ON,
) -> Hand:
    return Hand(Register(3, 12, opened, near=near), size, language)


def told(language: Language, headline: str, body: str) -> Answer:
    return Answer({language: headline}, {language: body})


def row(hand: Hand) -> Entry:
    (event,) = hand.events
    assert isinstance(event, EntryWritten)
    return event.entry


# --- reading ----------------------------------------------------------------------------------


def test_a_letter_comes_covered_and_one_touch_shows_it() -> None:
    hand = desk()
    assert WORDS not in hand.seen
    hand.touch("letter")
    assert WORDS in hand.text("letter")


@pytest.mark.parametrize("where", ["letter", "cover"])
def test_one_touch_covers_it_again(where: str) -> None:
    hand = desk()
    hand.touch("cover", where)
    assert WORDS not in hand.seen


def test_covered_letters_look_alike() -> None:
    short, long = desk(), desk(LONG)
    assert short.pixels(short.widget("letter").rect) == long.pixels(long.widget("letter").rect)


def test_what_is_known_of_it_stands_beside() -> None:
    hand = desk(language=Language.KY)
    assert hand.text("position") == "3 / 12"
    assert hand.text("origin") == "Экрандан жазылган кат"
    assert hand.text("dated") == "22-ноябрь"
    assert hand.text("kind") == "Өтүнүч"


def test_a_long_letter_is_turned_like_a_book() -> None:
    hand = desk(LONG, SMALL)
    hand.touch("cover")
    assert not hand.enabled("sheet_back")
    seen = [hand.text("letter")]
    while hand.enabled("sheet_on"):
        hand.touch("sheet_on")
        seen.append(hand.text("letter"))
    assert " ".join(seen).split() == LONG.letter.text.split() if LONG.letter else False
    hand.touch("sheet_back")
    assert hand.text("letter") == seen[-2]


def test_a_long_letter_is_turned_beside_its_summary_too() -> None:
    hand = desk(LONG)
    hand.touch("cover", "tab_summary")
    seen = [hand.text("letter")]
    while hand.enabled("sheet_on"):
        hand.touch("sheet_on")
        seen.append(hand.text("letter"))
    assert LONG.letter
    assert " ".join(seen).split() == LONG.letter.text.split()
    hand.touch("done", "tab_read")
    assert hand.text("letter").startswith(seen[0]), "each page begins at the letter's beginning"


def test_a_short_letter_has_nothing_to_turn() -> None:
    assert not desk().has("sheet_on")


def test_a_word_wider_than_the_pane_is_broken_not_lost() -> None:
    hand = desk(OpenedLetter(7, Letter("ж" * 200, DayMonth(1, 2))), SMALL)
    hand.touch("cover")
    assert hand.text("letter").count("ж") == 200


def test_a_damaged_letter_says_so_and_gets_its_row() -> None:
    hand = desk(OpenedLetter(9, None))
    assert "damaged" in hand.text("damaged")
    assert not hand.has("cover")
    fill(hand, "Could not be read")
    hand.touch("register")
    assert row(hand) == Entry(
        Origin.TYPED, None, None, "Could not be read", False, None, Decision.NO_ACTION
    )
    assert hand.events[0] == EntryWritten(9, row(hand))


def fill(hand: Hand, summary: str = "No light") -> None:
    """The shortest way from reading to the last page."""
    hand.touch("next", "founded_no", "decision_no_action", "next")
    hand.type(summary)
    hand.touch("done")


# --- a whole row ------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_row_from_the_first_touch_to_the_last(size: Size) -> None:
    hand = desk(size=size)
    hand.touch("cover", "next", "founded_yes", "decision_referred", "forum_pedcouncil", "next")
    hand.type("No light upstairs")
    hand.touch("done", "register")
    expected = Entry(
        Origin.TYPED,
        DayMonth(22, 11),
        Kind.REQUEST,
        "No light upstairs",
        True,
        Forum.PEDCOUNCIL,
        Decision.REFERRED,
        text=WORDS,
    )
    assert hand.events == [EntryWritten(7, expected)]
    assert hand.text("register") == "Saving…"


def test_the_keyboard_on_the_screen_writes_the_summary() -> None:
    hand = desk(None, language=Language.KY)
    hand.touch("tab_summary", "key_ж", "key_о", "key_л", "key_space", "key_ө", "key_backspace")
    hand.touch("key_numbers", "key_1", "key_cyrillic", "key_return", "key_ң", "done", "tab_answer")
    assert hand.text("summary") == "Жол 1 Ң"


def test_what_is_missing_is_named_until_nothing_is() -> None:
    hand = desk()
    hand.touch("tab_answer")
    assert hand.text("gaps") == "Still needed: the summary, well-founded or not, the decision"
    assert not hand.has("register")
    hand.touch("tab_decide", "founded_yes", "decision_referred", "tab_answer")
    assert hand.text("gaps") == "Still needed: the summary, where it is considered"
    hand.touch("tab_decide", "forum_assembly", "tab_summary")
    hand.type("x")
    hand.touch("done")
    assert not hand.has("gaps")
    assert hand.has("register")


def test_a_declined_letter_needs_its_reason() -> None:
    hand = desk()
    hand.touch("next", "founded_yes", "decision_declined", "next")
    hand.type("Wants a pool")
    hand.touch("done")
    assert hand.text("title") == "Reason"
    hand.touch("done")
    assert "the reason" in hand.text("gaps")
    hand.touch("tab_decide", "reason")
    hand.type("No room for it")
    hand.touch("done", "register")
    assert row(hand).reason == "No room for it"


def test_a_reason_may_be_written_before_the_summary() -> None:
    hand = desk()
    hand.touch("next", "founded_yes", "decision_declined", "reason")
    hand.type("No room")
    hand.touch("done")
    assert hand.text("title") == "Summary"


def test_a_changed_decision_leaves_no_forum_or_reason_behind() -> None:
    hand = desk()
    hand.touch("next", "founded_yes", "decision_declined", "reason")
    hand.type("Because")
    hand.touch("done")
    hand.type("Sum")
    hand.touch("done", "tab_decide", "decision_referred", "forum_director")
    hand.touch("decision_answered", "next", "register")
    assert (row(hand).reason, row(hand).forum) == ("", None)


def test_a_public_answer_is_in_the_language_of_the_screen() -> None:
    hand = desk(language=Language.RU)
    fill(hand)
    hand.touch("answer_yes")
    hand.type("Свет починят")
    hand.press("return")
    hand.type("Электрик придёт в пятницу")
    hand.press("tab")
    hand.touch("register")
    assert row(hand).answer == told(Language.RU, "Свет починят", "Электрик придёт в пятницу")


def test_an_answer_half_written_is_a_gap_and_can_be_given_up() -> None:
    hand = desk()
    fill(hand)
    hand.touch("answer_yes")
    hand.type("Light")
    hand.touch("done", "done")
    assert "headline and text" in hand.text("gaps")
    hand.touch("answer_no", "register")
    assert row(hand).answer is None


def test_what_is_written_is_opened_by_touching_it() -> None:
    hand = desk()
    fill(hand)
    hand.touch("summary")
    hand.type("!")
    hand.touch("done", "answer_yes")
    hand.type("Head")
    hand.touch("done")
    hand.type("Body")
    hand.touch("done", "headline")
    hand.press("escape")
    hand.touch("answer_yes", "body")
    hand.type("!")
    hand.touch("done", "register")
    assert row(hand).summary == "No light!"
    assert row(hand).answer == told(Language.EN, "Head", "Body!")


# --- writing ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("page", "limit"), [("summary", 280), ("headline", 19), ("body", 280)])
def test_no_more_is_taken_than_the_journal_holds(page: str, limit: int) -> None:
    hand = desk()
    fill(hand, "x")
    if page != "summary":
        hand.touch("answer_yes")
        hand.type("x")
        hand.touch("done")
        hand.press("tab")
    hand.touch(page)
    hand.type("a" * (limit + 5))
    assert hand.text("used") == f"{limit} / {limit}"


def test_a_sign_that_cannot_be_drawn_is_refused_in_words() -> None:
    hand = desk(None)
    hand.touch("tab_summary")
    hand.type("a😀")
    assert "cannot be written" in hand.text("title")
    hand.press("left")
    hand.press("delete")
    hand.type("b")
    assert hand.text("title") == "Summary"
    assert hand.text("text") == "b"


def test_the_caret_goes_where_the_finger_points() -> None:
    hand = desk(None)
    hand.touch("tab_summary")
    hand.type("ace")
    x, y, _, _ = hand.widget("text").rect
    hand.touch_at(x + hand.theme.mm(2.5), y + hand.theme.mm(3))
    hand.type("b")
    assert hand.text("text") == "bace"


def test_a_pointing_finger_moves_nothing_under_the_cover() -> None:
    hand = desk(None)
    hand.touch("tab_summary")
    hand.type("ace")
    hand.touch("cover")
    x, y, _, _ = hand.widget("text").rect
    hand.touch_at(x + hand.theme.mm(2.5), y + hand.theme.mm(3))
    hand.type("b")
    hand.touch("cover")
    assert hand.text("text") == "aceb"


def test_a_text_longer_than_its_place_is_scrolled() -> None:
    hand = desk(size=SMALL)
    hand.touch("tab_summary", "cover")
    hand.type(" ".join(f"w{n}" for n in range(70)))
    assert "w69" in hand.text("text")
    while hand.enabled("up"):
        hand.touch("up")
    assert "w0 " in hand.text("text")


def test_on_a_wide_screen_the_letter_is_beside_what_is_written() -> None:
    hand = desk()
    hand.touch("cover", "tab_summary")
    assert WORDS in hand.text("letter")
    hand.touch("letter")
    assert WORDS not in hand.seen


def test_covering_hides_what_was_written_on_every_page() -> None:
    hand = desk()
    hand.touch("cover")
    hand.touch("next", "founded_yes", "decision_declined", "reason")
    hand.type("secret reason")
    hand.touch("done")
    hand.type("secret summary")
    hand.touch("cover")
    assert "secret" not in hand.seen
    for tab in ("tab_answer", "tab_decide", "tab_read"):
        hand.touch("done") if hand.has("done") else None
        hand.touch(tab)
        assert "secret" not in hand.seen
        assert WORDS not in hand.seen


def test_keys_do_nothing_where_nothing_is_written() -> None:
    hand = desk(None)
    hand.type("abc")
    hand.touch("tab_summary")
    assert hand.text("text") == ""


# --- paper ------------------------------------------------------------------------------------


def test_a_paper_letter_starts_without_date_and_kind() -> None:
    hand = desk(None)
    assert hand.chosen("no_date")
    assert hand.chosen("kind_none")
    fill(hand)
    hand.touch("register")
    assert hand.events[0] == EntryWritten(None, row(hand))
    assert (row(hand).origin, row(hand).written, row(hand).kind) == (Origin.PAPER, None, None)


def test_its_date_is_sought_from_the_day_the_box_was_opened() -> None:
    hand = desk(None)
    hand.touch("day_more")
    assert (hand.text("day"), hand.text("month")) == ("27", "November")
    hand.touch("day_fewer", "day_fewer", "month_fewer", "kind_wish")
    fill(hand)
    hand.touch("register")
    assert (row(hand).written, row(hand).kind) == (DayMonth(25, 10), Kind.WISH)


def test_a_month_without_that_day_takes_its_last_one() -> None:
    hand = desk(None, near=DayMonth(31, 3))
    hand.touch("month_more", "month_fewer")
    assert (hand.text("day"), hand.text("month")) == ("29", "February")


def test_days_and_months_go_round() -> None:
    hand = desk(None, near=DayMonth(31, 12))
    hand.touch("day_more", "day_more", "month_more")
    assert (hand.text("day"), hand.text("month")) == ("1", "January")
    hand.touch("day_fewer", "month_fewer")
    assert (hand.text("day"), hand.text("month")) == ("31", "December")


def test_a_date_can_be_taken_back() -> None:
    hand = desk(None)
    hand.touch("day_more", "no_date")
    assert hand.text("day") == "–"


# --- the store, and what is forgotten ---------------------------------------------------------


def test_a_row_that_was_not_stored_is_still_there_and_can_be_sent_again() -> None:
    hand = desk()
    fill(hand)
    hand.touch("register", "register")
    hand.set(working=False, hint=Hint.NOT_STORED)
    assert "Nothing is lost" in hand.text("hint")
    hand.touch("register")
    first, second = hand.events
    assert first == second


def test_while_a_row_is_stored_only_the_cover_answers() -> None:
    hand = desk()
    hand.touch("cover")
    fill(hand)
    hand.touch("register", "answer_yes", "tab_decide")
    assert hand.text("register") == "Saving…"
    hand.touch("cover")
    assert "No light" not in hand.seen


def test_nothing_of_a_letter_or_its_row_is_quoted() -> None:
    hand = desk()
    hand.touch("cover")
    fill(hand, "secret summary")
    hand.touch("answer_yes")
    hand.type("secret head")
    hand.touch("done")
    hand.type("secret body")
    written = hand.reprs
    hand.touch("done", "register")
    for quoted in (written, hand.reprs):
        assert "secret" not in quoted
        assert WORDS[:9] not in quoted


def test_everything_is_forgotten_with_the_screen() -> None:
    hand = desk()
    hand.touch("cover")
    fill(hand)
    screen = hand.stage.screen
    hand.stage.show(Register(4, 12, None))
    hand.stage.show(screen)
    assert WORDS not in hand.seen
    hand.touch("tab_answer")
    assert "No light" not in hand.seen


def test_leaving_says_that_the_row_in_hand_is_not_kept() -> None:
    hand = Hand(Register(1, 2, None))
    hand.touch("leave")
    assert "is not kept" in hand.seen
    hand.touch("stay")
    assert "is not kept" not in hand.seen
