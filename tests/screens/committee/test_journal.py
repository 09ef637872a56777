"""The journal on the screen: found again, read one at a time, and not by who must not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pygame
import pytest

from kiosk.demo.book import DOOR, LIGHT, MATTERS, MEALS, OPENED, TEACHER, journal
from kiosk.events import DeskTurned
from kiosk.post.book import Book, Row
from kiosk.post.desk import DeskPage
from kiosk.post.journal import Entry
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.post.search import Index
from kiosk.screens.committee.journal import Journal
from kiosk.screens.widgets import Button
from tests.screens.committee.hand import LARGE, SMALL, Hand, Size

ADULTS = (Role.DEPUTY_DIRECTOR, Role.SOCIAL_PEDAGOGUE)
LONG = "Коридор кечинде караңгы, коркобуз. " * 100


def shown(book: Book | None = None, present: Iterable[Role] = Role, size: Size = LARGE) -> Hand:
    whole = journal() if book is None else book
    return Hand(Journal(Index.of(whole, present)), size, Language.EN)


def small(*entries: Entry | None, former: tuple[Entry, ...] = ()) -> Book:
    """A journal of one review."""
    rows = [Row(n, 1, OPENED[1], OPENED[1], entry) for n, entry in enumerate(entries, 1)]
    rows[-1] = replace(rows[-1], former=former)
    return Book(tuple(rows), journal().matters)


def listed(hand: Hand) -> list[int]:
    """The numbers of the rows in sight."""
    names = (widget.name for widget in hand.stage.view.widgets)
    return [int(name.removeprefix("row_")) for name in names if name.startswith("row_")]


# --- leafing ---


def test_the_latest_rows_come_first_and_nothing_of_a_letter_is_in_the_list() -> None:
    hand = shown()
    assert listed(hand)[0] == 70
    assert listed(hand) == sorted(listed(hand), reverse=True)
    assert hand.text("found") == "Letters: 70"
    assert "Wish" in hand.seen
    for entry in (MEALS, LIGHT, DOOR):
        assert entry.summary not in hand.seen


def test_every_row_is_reached_by_leafing() -> None:
    hand = shown()
    numbers = listed(hand)
    while hand.enabled("leaf_on"):
        hand.touch("leaf_on")
        numbers += listed(hand)
    assert numbers == [*range(70, 0, -1)]
    assert not hand.enabled("leaf_on")
    hand.touch("leaf_back")
    assert 1 not in listed(hand)


def test_an_empty_journal_says_so() -> None:
    assert shown(Book()).text("none") == "No letters yet"


def test_after_reading_a_row_the_list_is_where_it_was() -> None:
    hand = shown()
    hand.touch("leaf_on", "leaf_on")
    there = listed(hand)
    hand.touch(f"row_{there[1]}", "done")
    assert listed(hand) == there


# --- one row ---


def test_a_row_comes_covered_and_one_touch_shows_or_covers_it() -> None:
    hand = shown()
    hand.touch("row_70")
    assert hand.text("title") == "№ 70 · 27 November 2026"
    assert DOOR.summary not in hand.seen
    assert "Referred" not in hand.seen
    hand.touch("letter")
    assert DOOR.summary in hand.seen
    assert "Referred to: Boys' and girls' council" in hand.seen
    hand.touch("cover")
    assert DOOR.summary not in hand.seen


def test_all_of_a_row_can_be_read() -> None:
    hand = shown(small(LIGHT))
    hand.touch("row_1", "cover")
    for words in (LIGHT.summary, LIGHT.text, "Жаңы лампалар тагылды", "27 October", "Request"):
        assert words in hand.seen
    assert MATTERS[1].title in hand.seen
    assert "Outcomes: 5 November 2026 Answered Лампа алынды" in hand.seen


def test_another_row_comes_covered_again() -> None:
    hand = shown(small(MEALS, LIGHT))
    hand.touch("row_1", "cover", "done", "row_2")
    assert LIGHT.summary not in hand.seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_a_long_letter_is_turned_like_a_book(size: Size) -> None:
    hand = shown(small(replace(LIGHT, text=LONG)), size=size)
    hand.touch("row_1", "cover")
    read = hand.seen
    while hand.enabled("sheet_on"):
        hand.touch("sheet_on")
        read += hand.seen
    assert read.count("коркобуз") == 100
    hand.touch("cover")
    assert not hand.has("sheet_on"), "covered, it does not tell its length"


def test_a_row_that_no_longer_opens_says_so() -> None:
    hand = shown(small(None))
    assert "no longer opens" in hand.text("row_1")
    hand.touch("row_1", "cover")
    assert "no longer opens" in hand.seen


# --- corrections ---


def test_a_corrected_row_keeps_what_it_said_and_tells_what_was_changed() -> None:
    hand = shown()
    hand.touch("row_70", "cover")
    assert hand.text("version") == "2 / 2"
    assert not hand.enabled("version_on")
    hand.touch("version_back")
    assert "Changed afterwards: Summary, Decision" in hand.seen
    assert "No action needed" in hand.seen
    hand.touch("version_on")
    assert DOOR.summary in hand.seen
    assert "Changed afterwards" not in hand.seen


def test_a_covered_row_covers_its_history_too() -> None:
    hand = shown()
    hand.touch("row_70", "version_back")
    assert "Changed" not in hand.seen


def test_a_row_without_corrections_has_no_history() -> None:
    hand = shown(small(LIGHT))
    hand.touch("row_1", "cover")
    assert not hand.has("version")


def test_what_was_corrected_and_then_lost_can_still_be_read() -> None:
    hand = shown(small(None, former=(LIGHT,)))
    hand.touch("row_1", "cover")
    assert LIGHT.summary in hand.seen


# --- who must not read ---


def test_a_row_that_leaves_out_somebody_here_is_only_a_number() -> None:
    hand = shown()
    assert hand.text("row_69") == "№ 69 · 27 November 2026 · Not for everyone here"


def test_it_is_read_when_they_have_stepped_away_and_then_they_are_called_back() -> None:
    hand = shown()
    hand.touch("row_69")
    assert "Let them step away" in hand.text("room")
    assert hand.text("parliament_member_told") == "Should step away"
    assert not hand.has("letter")
    hand.touch("moved")
    assert TEACHER.summary not in hand.seen, "covered even then"
    hand.touch("cover")
    assert TEACHER.summary in hand.seen
    hand.touch("done")
    assert TEACHER.summary not in hand.seen
    assert hand.text("parliament_member_told") == "Comes back"
    hand.touch("moved")
    assert 69 in listed(hand)
    hand.touch("row_69")
    assert hand.text("parliament_member_told") == "Should step away", "each time anew"


def test_it_need_not_be_read() -> None:
    hand = shown()
    hand.touch("row_69", "done")
    assert 69 in listed(hand)


def test_who_is_not_here_need_not_step_away() -> None:
    hand = shown(present=ADULTS)
    assert "Report" in hand.text("row_69")
    hand.touch("row_69", "cover")
    assert TEACHER.summary in hand.seen


@pytest.mark.parametrize("words", ["кыйкырат", "69"])
def test_it_is_not_found_by_its_words(words: str) -> None:
    hand = shown()
    hand.type(words)
    assert hand.text("found") == "Found: 0"
    assert listed(hand) == []
    there = shown(present=ADULTS)
    there.type(words)
    assert listed(there) == [69]


def test_nor_by_its_kind() -> None:
    hand = shown()
    hand.touch("j_filter", "pick_0", "done")
    assert hand.text("none") == "Nothing was found"


def test_where_too_few_would_be_left_it_is_not_read() -> None:
    alone = replace(TEACHER, excluded=frozenset(ADULTS[:1]))
    hand = shown(small(alone), present=ADULTS)
    hand.touch("row_1")
    assert "two roles are needed" in hand.text("room")
    assert not hand.has("moved")
    hand.press("return")
    assert listed(hand) == [1]


def test_an_earlier_version_that_left_somebody_out_still_does() -> None:
    hand = shown(small(replace(TEACHER, excluded=frozenset()), former=(TEACHER,)))
    hand.touch("row_1")
    assert hand.has("moved")


def test_the_title_of_a_matter_that_somebody_must_not_read_of_is_not_in_other_rows() -> None:
    secret, other = replace(TEACHER, matters=(1,)), replace(LIGHT, matters=(1,))
    hand = shown(small(secret, other))
    title = MATTERS[0].title
    hand.touch("row_2", "cover")
    assert LIGHT.text in hand.seen
    assert title not in hand.seen
    hand.touch("done", "row_1", "moved", "cover")
    assert title in hand.seen, "they stepped away"
    adults = shown(small(secret, other), present=ADULTS)
    adults.touch("row_2", "cover")
    assert title in adults.seen


# --- searching ---


def test_words_are_typed_on_the_glass() -> None:
    hand = shown()
    hand.touch("j_search", *(f"key_{sign}" for sign in "жарык"))
    assert hand.text("words") == "жарык"
    assert hand.text("found") == "Found: 20"
    assert listed(hand) == [67, 63, 60]
    hand.touch("key_backspace", "key_return")
    assert hand.text("found") == "Found: 20"
    sign = hand.widget("j_search")
    assert isinstance(sign, Button)
    assert (sign.text, sign.icon) == ("Search", "check"), "a tick that the font has"


def test_a_hit_is_read_by_a_touch_and_the_words_stay() -> None:
    hand = shown()
    hand.touch("j_search", *(f"key_{sign}" for sign in "муздак"), "row_66", "cover")
    assert MEALS.text in hand.seen
    hand.touch("done")
    assert hand.text("found").startswith("Found:")


def test_a_usb_keyboard_searches_from_the_list() -> None:
    hand = shown()
    hand.type("ОЧУП")
    assert hand.text("words") == "ОЧУП"
    assert hand.text("found") == "Found: 20"
    hand.press("return")
    assert hand.has("leaf_on")
    assert hand.text("found") == "Found: 20"


@pytest.mark.parametrize(
    ("cap", "code", "letter"), [("[", "LEFTBRACKET", "х"), (";", "SEMICOLON", "ж")]
)
def test_a_letter_behind_a_sign_of_a_us_keyboard_begins_to_search(
    cap: str, code: str, letter: str
) -> None:
    """A kiosk without a desktop hears of such a cap as of a sign."""
    hand = shown()
    at = {"scancode": getattr(pygame, f"KSCAN_{code}"), "key": ord(cap), "mod": 0, "unicode": cap}
    hand.stage.feed(pygame.event.Event(pygame.KEYDOWN, at))
    hand.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=cap))
    assert hand.text("words") == letter


def test_taking_the_words_back_shows_everything() -> None:
    hand = shown()
    hand.type("ю")
    assert hand.text("found") == "Found: 0"
    hand.press("backspace")
    hand.press("escape")
    assert hand.text("found") == "Letters: 70"


def test_a_long_line_shows_its_end() -> None:
    hand = shown(size=SMALL)
    hand.touch("j_search")
    hand.paste("жарык " * 20)
    words = hand.text("words")
    assert words.endswith("жарык ")
    assert len(words) < 60


# --- filters ---


def test_filters_of_one_sort_add_up_and_of_several_narrow() -> None:
    hand = shown()
    hand.touch("j_filter", "pick_1", "pick_2", "done")
    assert hand.text("found") == "Found: 40"
    hand.touch("j_filter")
    assert hand.text("sieve_kind") == "Kind (2)"
    hand.touch("sieve_month", "pick_0", "done")
    assert hand.text("found") == "Found: 14"
    hand.touch("j_filter", "unsifted", "done")
    assert hand.text("found") == "Letters: 70"


def test_a_filter_is_taken_off_by_the_same_touch() -> None:
    hand = shown()
    hand.touch("j_filter", "sieve_outcome", "pick_1")
    assert hand.chosen("pick_1")
    hand.touch("pick_1")
    assert not hand.chosen("pick_1")
    assert not hand.enabled("unsifted")


def test_months_are_offered_the_latest_first_and_turned_where_there_are_many() -> None:
    months = [date(2020 + n // 12, n % 12 + 1, 5) for n in range(30)]
    many = Book(tuple(Row(n, n, day, day, LIGHT) for n, day in enumerate(months, 1)))
    hand = shown(many)
    hand.touch("j_filter", "sieve_month")
    assert hand.text("pick_0") == "June 2022"
    hand.touch("months_on", "months_on", "months_on")
    assert hand.text("pick_29") == "January 2020"
    assert not hand.has("pick_0")
    assert not hand.enabled("months_on")


def test_figures_of_a_usb_keyboard_choose_filters() -> None:
    hand = shown()
    hand.touch("j_filter")
    hand.type("2")
    assert hand.chosen("sieve_forum")
    hand.type("5")
    hand.press("return")
    assert hand.text("found") == "Found: 20"


# --- leaving ---


@pytest.mark.parametrize("way", ["touch", "escape"])
def test_the_way_back(way: str) -> None:
    hand = shown()
    if way == "touch":
        hand.touch("leave")
    else:
        hand.press("escape")
    assert hand.events == [DeskTurned(DeskPage.MENU)]


def test_escape_leads_from_a_page_to_the_list_first() -> None:
    hand = shown()
    hand.touch("row_70")
    hand.press("escape")
    assert hand.events == []
    assert listed(hand)


def test_idling_covers_and_wiping_forgets() -> None:
    hand = shown()
    hand.touch("row_70", "cover")
    hand.stage.screen.cover()
    hand.stage.refresh()
    assert DOOR.summary not in hand.seen
    hand.touch("done", "j_search")
    hand.type("кулпу")
    hand.stage.screen.cover()
    hand.stage.refresh()
    assert "кулпу" not in hand.seen
    hand.stage.screen.wipe()
    hand.stage.refresh()
    assert hand.text("found") == "Letters: 0"
    assert "кулпу" not in repr(vars(hand.stage.screen))


def test_nothing_of_a_letter_is_in_a_repr() -> None:
    hand = shown()
    hand.touch("row_70", "cover")
    assert DOOR.summary not in hand.reprs
    assert "кулпу" not in hand.reprs


def test_a_blank_covers_and_arrows_turn() -> None:
    hand = shown(small(replace(LIGHT, text=LONG)))
    hand.touch("row_1")
    hand.type(" ")
    assert "коркобуз" in hand.seen
    hand.press("right")
    assert hand.text("sheet").startswith("2")
    hand.press("left")
    assert hand.text("sheet").startswith("1")
