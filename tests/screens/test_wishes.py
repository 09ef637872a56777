"""What a writer may wish: one line each, off at first, and never in the way of the letter."""

from __future__ import annotations

import pytest

from kiosk.events import EditAsked, LetterSent
from kiosk.post.handling import EXCLUSIONS, offered, suffice
from kiosk.post.letters import DayMonth, Language
from kiosk.post.roles import Role
from kiosk.screens.check import Check
from kiosk.screens.wishes import READERS
from kiosk.texts import Texts
from tests.screens.pupil import LARGE, LETTER, SCHOOL, SMALL, Pupil, Size
from tests.screens.shown import SCREENS, replies

DAY = DayMonth(22, 11)
DEPUTY, PEDAGOGUE, PARLIAMENT = Role
FEARED = ("журнал", "комисси")


def checking(
    *quorum: tuple[Role, ...], size: Size = LARGE, language: Language = Language.KY
) -> Pupil:
    school = SCHOOL.model_copy(update={"quorum": quorum}) if quorum else SCHOOL
    return Pupil(Check(school, LETTER, DAY), size, language)


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_who_touches_neither_sends_as_ever(size: Size) -> None:
    pupil = checking(size=size)
    assert not pupil.chosen("reply")
    assert pupil.text("readers") == "Ким окуйт: топтун баары"
    assert not pupil.has("readers_0"), "the choice is folded away"
    pupil.tap("send")
    assert pupil.events == [LetterSent(DAY)]


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize(("nth", "excluded"), [*enumerate(EXCLUSIONS)])
def test_one_of_four_is_chosen_and_said_on_the_line(
    nth: int, excluded: frozenset[Role], size: Size
) -> None:
    pupil = checking(size=size)
    pupil.tap("readers")
    assert [pupil.chosen(f"readers_{n}") for n in range(4)] == [True, False, False, False]
    pupil.tap(f"readers_{nth}")
    assert Texts(Language.KY)(READERS[excluded]) in pupil.text("readers")
    pupil.tap("send")
    assert pupil.events == [LetterSent(DAY, excluded=excluded)]


def test_while_choosing_nothing_is_sent_and_the_choice_can_be_taken_back() -> None:
    pupil = checking()
    pupil.tap("readers")
    assert not pupil.has("send"), "no grey button that nobody can explain"
    assert "чыгып турат" in pupil.text("readers_note")
    pupil.tap("readers_1", "readers", "readers_0", "send")
    assert pupil.events == [LetterSent(DAY)]


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_who_chooses_nothing_goes_back_and_keeps_what_was_chosen(size: Size) -> None:
    pupil = checking(size=size)
    pupil.tap("readers", "readers_1", "readers", "back")
    assert not pupil.has("readers_0")
    assert Texts(Language.KY)("readers_adults") in pupil.text("readers")
    pupil.tap("send")
    assert pupil.events == [LetterSent(DAY, excluded=frozenset({PARLIAMENT}))]


def test_a_reply_is_wished_with_one_touch_and_taken_back_with_another() -> None:
    pupil = checking()
    assert "?" in pupil.text("reply")
    pupil.tap("reply")
    assert pupil.chosen("reply")
    assert "?" not in pupil.text("reply"), "what was wished is no question any more"
    pupil.tap("reply", "reply", "edit")
    assert pupil.events == [EditAsked(reply=True)]


def test_while_it_is_sent_no_wish_can_be_changed() -> None:
    pupil = checking()
    pupil.tap("reply", "send", "reply", "readers")
    assert pupil.events == [LetterSent(DAY, reply=True)]
    assert pupil.chosen("reply")
    assert not pupil.has("readers_0")


def test_a_wiped_screen_remembers_no_wish() -> None:
    screen = Check(SCHOOL, LETTER, DAY, None, frozenset({DEPUTY}), reply=True)
    screen.wipe()
    assert screen._wishes.excluded == frozenset()
    assert not screen._wishes.reply


def test_no_repr_tells_who_was_left_out() -> None:
    pupil = checking()
    pupil.tap("readers", "readers_3", "send")
    for word in ("deputy", "excluded", "завуч"):
        assert word not in pupil.reprs


# --- a code, and what it needs ---


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("prints", [True, False])
def test_who_wishes_a_reply_learns_what_a_code_is_for_and_that_nothing_is_sent(
    size: Size, prints: bool
) -> None:
    pupil = checking(size=size)
    assert not pupil.has("pen")
    pupil.tap("reply")
    pupil.set(prints=prints)
    assert "Топ жооп берсе" in pupil.text("pen"), "it may answer; nobody promises"
    assert ("басып алыңыз" in pupil.text("pen")) is prints
    assert "Кат азырынча жөнөтүлгөн жок" in pupil.seen
    pupil.tap("reply")
    assert not pupil.has("pen")
    assert "Кат азырынча жөнөтүлгөн жок" in pupil.seen


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_over_the_open_text_it_still_says_what_was_wished_and_that_nothing_is_sent(
    size: Size,
) -> None:
    pupil = checking(size=size)
    pupil.tap("readers", "readers_1", "cover")
    assert pupil.text("state") == "Кат азырынча жөнөтүлгөн жок. Ким окуйт: чоңдор гана"
    pupil.tap("cover", "reply", "cover")
    assert pupil.text("state").endswith("чоңдор гана. Жооп өзүңүзгө гана")


@pytest.mark.parametrize("size", [LARGE, SMALL])
def test_the_note_about_readers_stands_apart_from_the_buttons(size: Size) -> None:
    pupil = checking(size=size)
    pupil.tap("readers")
    note, back = pupil.widget("readers_note_box").rect, pupil.widget("back").rect
    assert note.y + note.h + pupil.theme.gap <= back.y
    assert pupil.text("title") == "Катты ким окусун?"


def test_the_line_about_readers_looks_like_a_way_on() -> None:
    assert vars(checking().widget("readers"))["icon"] == "chevron-right"


@pytest.mark.parametrize("language", Language)
def test_one_person_has_one_name_wherever_a_pupil_reads(language: Language) -> None:
    texts = Texts(language)
    name = {Language.KY: "орун бас", Language.RU: "замдиректора", Language.EN: "deputy director"}
    for key in ("who_reads_text", "readers_no_deputy"):
        assert name[language] in texts(key)


# --- nobody is left out where too few would stay ---


def test_only_what_every_quorum_could_handle_is_offered() -> None:
    assert offered([(DEPUTY, PEDAGOGUE, PARLIAMENT)]) == EXCLUSIONS
    assert offered([(DEPUTY, PARLIAMENT)]) == (frozenset(),)
    assert offered([(DEPUTY, PEDAGOGUE)]) == (frozenset(),)
    both = offered([(DEPUTY, PEDAGOGUE, PARLIAMENT), (DEPUTY, PARLIAMENT)])
    assert both == (frozenset(), frozenset({PEDAGOGUE}))


@pytest.mark.parametrize("quorum", [(DEPUTY, PARLIAMENT), (DEPUTY, PEDAGOGUE)])
def test_a_school_of_two_readers_asks_nothing_about_them(quorum: tuple[Role, ...]) -> None:
    pupil = checking(quorum)
    assert not pupil.has("readers")
    pupil.tap("reply", "send")
    assert pupil.events == [LetterSent(DAY, reply=True)]


def test_whatever_is_offered_leaves_enough_readers() -> None:
    for left in offered([tuple(Role)]):
        assert suffice(frozenset(Role) - left)


# --- words ---


@pytest.mark.parametrize("name", [name for name, _ in replies()])
@pytest.mark.parametrize("language", [Language.KY, Language.RU])
def test_no_word_on_it_frightens(name: str, language: Language) -> None:
    said = Pupil(SCREENS[name](), language=language).seen.lower()
    assert [word for word in FEARED if word in said] == []
