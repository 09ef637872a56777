"""Before writing, thanks, paper, how it works, and the idle warning."""

from __future__ import annotations

import pytest

from kiosk.demo.glasses import GLASSES, Glass
from kiosk.events import (
    BoardAsked,
    CodePrintAsked,
    CodeSlipAsked,
    LetterErased,
    PrinterTrouble,
    ReceiptAsked,
    SlipAsked,
    StayAsked,
    Understood,
    WriteAsked,
)
from kiosk.post.letters import Language, Origin
from kiosk.post.roles import Role
from kiosk.screens.before import Before
from kiosk.screens.code import Code
from kiosk.screens.how import PAGES, How
from kiosk.screens.idle import Held, Idle
from kiosk.screens.paper import Paper, PaperState
from kiosk.screens.thanks import Thanks
from kiosk.screens.write import Write
from kiosk.texts import Texts
from tests.screens.pupil import LARGE, READING, SCHOOL, SMALL, TODAY, Pupil, Size

KY = Language.KY


def thanks(paper: PaperState, trouble: PrinterTrouble | None = None) -> Pupil:
    return Pupil(Thanks(SCHOOL, Origin.TYPED, READING, paper, trouble), language=KY)


def paper(state: PaperState, **more: object) -> Pupil:
    given = {"today": TODAY, "next_reading": READING, "trouble": None} | more
    return Pupil(Paper(SCHOOL, paper=state, **given), language=KY)  # type: ignore[arg-type]


# --- before ---


def test_before_writing_a_pupil_learns_who_reads_and_when_and_that_no_name_is_needed() -> None:
    pupil = Pupil(Before(SCHOOL, READING), language=KY)
    assert "окуучулар" in pupil.text("line_0")
    assert pupil.text("line_2") == "Каттар айына бир жолу окулат: жума, 27-ноябрь"
    assert "кажети жок" in pupil.text("line_3")
    assert "шашылыш жардам үчүн эмес" in pupil.text("mind")
    assert "112" in pupil.text("mind")
    assert "111" in pupil.text("help_call")


def test_without_a_day_it_says_once_a_month() -> None:
    pupil = Pupil(Before(SCHOOL, None), language=KY)
    assert pupil.text("line_2") == "Кутуча айына бир жолу ачылат"


def test_before_writing_a_pupil_learns_that_readers_and_a_reply_can_be_chosen() -> None:
    pupil = Pupil(Before(SCHOOL, READING), language=KY)
    assert "чоңдор гана" in pupil.text("line_1")
    assert "жооп өзүңүзгө керекпи" in pupil.text("line_1")
    two = SCHOOL.model_copy(update={"quorum": ((Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER),)})
    told = Pupil(Before(two, READING), language=KY).text("line_1")
    assert "чоңдор" not in told, "of two readers nobody can be left out"
    assert "өзүңүзгө гана жооп" in told


@pytest.mark.parametrize("language", Language)
def test_on_low_glass_it_is_said_in_letters_larger_than_the_smallest(language: Language) -> None:
    pupil = Pupil(Before(SCHOOL, READING), SMALL, language)
    lines = {vars(pupil.widget(f"line_{nth}"))["px"] for nth in range(3)}
    assert len(lines) == 1
    assert lines.pop() > pupil.theme.type("small").px
    no_name = Texts(language)("no_name_needed")
    assert no_name not in pupil.seen
    assert no_name in Pupil(Write(SCHOOL), SMALL, language).seen


def test_before_goes_on_or_back() -> None:
    pupil = Pupil(Before(SCHOOL, READING), language=KY)
    pupil.tap("understood", "back")
    for control in ("return", "escape", "left"):
        pupil.press(control)
    assert pupil.events == [Understood(), BoardAsked(), Understood(), BoardAsked()]


# --- thanks ---


def test_thanks_says_first_that_the_letter_is_in_the_box() -> None:
    pupil = thanks(PaperState.OFFERED)
    assert pupil.text("received") == "Катыңыз кутучага түштү"
    assert pupil.text("read_on") == "Каттар окулат: 27-ноябрь"
    assert Pupil(Thanks(SCHOOL, Origin.PAPER, None, PaperState.NONE)).text("read_on")


def test_a_receipt_is_offered_and_not_forced() -> None:
    pupil = thanks(PaperState.OFFERED)
    assert "атыңыз да" in pupil.text("paper")
    pupil.tap("receipt", "leave")
    assert pupil.events == [ReceiptAsked(), BoardAsked()]


@pytest.mark.parametrize(
    ("state", "words"),
    [(PaperState.PRINTING, "Басып чыгарылууда…"), (PaperState.PRINTED, "Дүмүрчөгүңүздү алыңыз")],
)
def test_what_happens_to_the_receipt(state: PaperState, words: str) -> None:
    pupil = thanks(PaperState.OFFERED)
    pupil.set(paper=state)
    assert pupil.text("paper") == words
    assert not pupil.has("receipt")
    pupil.tap("leave")
    assert pupil.events == [BoardAsked()]


def test_without_a_printer_nothing_is_said_of_paper() -> None:
    pupil = thanks(PaperState.NONE)
    assert not pupil.has("paper")
    assert not pupil.has("receipt")


@pytest.mark.parametrize("trouble", PrinterTrouble)
def test_a_printer_fault_says_that_the_letter_is_safe(trouble: PrinterTrouble) -> None:
    pupil = thanks(PaperState.OFFERED)
    pupil.set(paper=PaperState.NONE, trouble=trouble)
    assert "катыңыз кутучага түштү" in pupil.text("paper")
    assert ("түгөндү" in pupil.text("paper")) is (trouble is PrinterTrouble.PAPER_OUT)
    assert not pupil.has("receipt")


@pytest.mark.parametrize("control", ["return", "escape"])
def test_a_key_leaves_thanks_and_paper(control: str) -> None:
    for pupil in (thanks(PaperState.NONE), paper(PaperState.NONE)):
        pupil.press("left")
        pupil.press(control)
        assert pupil.events == [BoardAsked()]


# --- paper ---


def test_a_paper_letter_needs_no_name_but_a_day() -> None:
    pupil = paper(PaperState.OFFERED)
    assert "кажети жок" in pupil.text("line_0")
    assert pupil.text("line_1").endswith("айды жазыңыз: 22-ноябрь")
    assert pupil.text("line_2").startswith("Кутучага салыңыз")
    assert "27-ноябрь" in pupil.text("state")


def test_on_paper_too_a_letter_can_be_for_adults_only_where_they_may_be_alone() -> None:
    assert "сыртына «чоңдор гана» деп жазыңыз" in paper(PaperState.NONE).text("line_2")
    two = SCHOOL.model_copy(update={"quorum": ((Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER),)})
    alone = Pupil(Paper(two, TODAY, READING, PaperState.NONE), language=KY)
    assert alone.text("line_2") == "Катты кутучага салыңыз"


@pytest.mark.parametrize("language", Language)
def test_what_a_child_is_told_to_write_the_committee_is_told_before_it_opens_paper(
    language: Language,
) -> None:
    texts = Texts(language)
    quoted = {"ky": "«чоңдор гана»", "ru": "«только взрослые»", "en": "adults only"}[language]
    for key in ("paper_put_in_adults", "count_paper"):
        assert quoted in texts(key).lower()


def test_a_dated_slip_is_offered_to_anybody() -> None:
    pupil = paper(PaperState.OFFERED)
    pupil.tap("slip", "back")
    assert pupil.events == [SlipAsked(), BoardAsked()]


def test_without_a_clock_no_slip_carries_a_date() -> None:
    pupil = paper(PaperState.OFFERED, today=None, next_reading=None)
    assert not pupil.has("slip")
    assert pupil.text("line_1").endswith("айды жазыңыз")
    assert pupil.text("state") == "Кутуча айына бир жолу ачылат"


@pytest.mark.parametrize(
    ("state", "words"),
    [(PaperState.PRINTING, "Басып чыгарылууда…"), (PaperState.PRINTED, "Кагазчаны алып")],
)
def test_what_happens_to_the_slip(state: PaperState, words: str) -> None:
    pupil = paper(state)
    assert pupil.text("state").startswith(words)
    assert not pupil.has("slip")


def test_a_slip_that_did_not_come_out_says_what_to_do() -> None:
    pupil = paper(PaperState.NONE, trouble=PrinterTrouble.GONE)
    assert "өзүңүз жазыңыз" in pupil.text("state")


def test_a_slip_with_a_code_says_beforehand_what_its_halves_are_for() -> None:
    pupil = paper(PaperState.OFFERED)
    told = pupil.text("line_3")
    for word in ("кутучага", "сизде калат", "Топ жооп жазса".lower(), "код менен окуйсуз"):
        assert word in told
    assert not paper(PaperState.NONE).has("line_3"), "no printer, no slip"


@pytest.mark.parametrize("trouble", PrinterTrouble)
def test_a_slip_with_a_code_that_failed_is_offered_again_and_asks_for_no_date(
    trouble: PrinterTrouble,
) -> None:
    pupil = paper(PaperState.OFFERED, trouble=trouble)
    pupil.set(halves=True)
    assert "Коду бар кагазча толук чыккан жок" in pupil.text("state")
    assert "өзүңүз жазыңыз" not in pupil.text("state")
    assert "айды жазыңыз" in pupil.text("line_1"), "how it goes still stands there"
    assert "Кутучага салыңыз" in pupil.text("line_2")
    pupil.tap("code_slip", "slip")
    assert pupil.events == [CodeSlipAsked(), SlipAsked()]


@pytest.mark.parametrize("size", [LARGE, SMALL])
@pytest.mark.parametrize("trouble", PrinterTrouble)
def test_a_code_that_did_not_print_is_offered_again_beside_all_that_was_said(
    trouble: PrinterTrouble, size: Size
) -> None:
    pupil = Pupil(Code(SCHOOL, "4071902836651746", PaperState.OFFERED, trouble), size, KY)
    assert "экрандан жазып алыңыз" in pupil.text("paper")
    assert all(pupil.has(f"line_{nth}") for nth in range(3))
    pupil.tap("print")
    assert pupil.events == [CodePrintAsked()]


def test_who_dropped_a_paper_letter_learns_where_a_reply_is_read() -> None:
    dropped = Pupil(Thanks(SCHOOL, Origin.PAPER, READING, PaperState.OFFERED), language=KY)
    assert "«Жооп коду»" in dropped.text("slip_code")
    assert not thanks(PaperState.OFFERED).has("slip_code"), "who typed has no slip"


def test_beside_a_code_that_nobody_saw_yet_no_receipt_can_be_taken_for_it() -> None:
    pupil = Pupil(Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED, code=True), language=KY)
    assert not pupil.has("receipt")
    assert "Дүмүрчөк" not in pupil.seen
    pupil.set(paper=PaperState.PRINTED)
    assert "Жооп коду анда жок" in pupil.text("paper"), "where each letter has its receipt"


# --- how ---


def test_how_it_works_in_five_pages_and_then_writing() -> None:
    pupil = Pupil(How(SCHOOL), language=KY)
    read = [pupil.text("words")]
    for _ in range(len(PAGES) - 1):
        pupil.tap("next")
        read.append(pupil.text("words"))
    assert len(set(read)) == 5
    assert "Атыңыздын кереги жок" in read[0]
    assert pupil.text("next") == "Кат жазуу"
    pupil.tap("next")
    assert pupil.events == [WriteAsked()]


def test_how_turns_back_and_leaves_from_the_first_page() -> None:
    pupil = Pupil(How(SCHOOL, page=1), language=KY)
    pupil.tap("back")
    assert pupil.events == []
    assert not pupil.has("back"), "nothing lies before the first"
    pupil.tap("leave")
    assert pupil.events == [BoardAsked()]


@pytest.mark.parametrize("page", range(len(PAGES)))
def test_from_every_page_of_how_one_touch_leads_to_the_board(page: int) -> None:
    pupil = Pupil(How(SCHOOL, page=page), language=KY)
    pupil.tap("leave")
    assert pupil.events == [BoardAsked()]


def test_how_by_keys() -> None:
    screen = How(SCHOOL)
    pupil = Pupil(screen)
    for control in ("right", "return", "left", "up"):
        pupil.press(control)
    assert screen.page == 1
    pupil.press("escape")
    assert pupil.events == [BoardAsked()]


# --- idle ---


def test_idling_over_a_letter_warns_and_covers_it() -> None:
    pupil = Pupil(Idle(SCHOOL, 27, Held.LETTER), language=KY)
    assert pupil.text("warning") == "27 секунддан кийин кат өчүрүлөт"
    pupil.set(seconds=26)
    assert pupil.text("warning").startswith("26 ")
    pupil.tap("stay", "leave")
    assert pupil.events == [StayAsked(), LetterErased()]


def test_idling_in_a_review_says_what_breaking_off_costs() -> None:
    pupil = Pupil(Idle(SCHOOL, 10, Held.MEETING), language=KY)
    assert "кароо үзүлөт" in pupil.text("warning")
    pupil.tap("leave")
    pupil.type("а")
    pupil.press("escape")
    assert pupil.events == [BoardAsked(), StayAsked(), StayAsked()]


@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
def test_the_groups_of_a_code_are_set_in_one_size_and_leave_their_frames_in_sight(
    glass: Glass,
) -> None:
    pupil = Pupil(Code(SCHOOL, "4071902836651746", PaperState.OFFERED), glass)
    labels = [pupil.widget(f"code_{nth}") for nth in range(4)]
    assert len({vars(label)["px"] for label in labels}) == 1
    for nth, label in enumerate(labels):
        box = pupil.widget(f"box_{nth}").rect
        edge = pupil.theme.mm(0.28)
        assert box.x + edge <= label.rect.x
        assert box.y + edge <= label.rect.y
        assert label.rect.y + label.rect.h <= box.y + box.h - edge
