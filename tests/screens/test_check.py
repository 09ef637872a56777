"""Checking before sending: covered text, date, kind, and what happened to the letter."""

from __future__ import annotations

import pytest

from kiosk.demo.glasses import GLASSES
from kiosk.events import EditAsked, LetterErased, LetterSent, StoreTrouble
from kiosk.post.letters import DayMonth, Kind, Language
from kiosk.screens.check import Check
from kiosk.screens.layout import inset, overlap
from tests.screens.pupil import LARGE, LETTER, SCHOOL, Pupil, Size

TODAY = DayMonth(22, 11)


def checking(
    text: str = LETTER,
    today: DayMonth | None = TODAY,
    *,
    size: Size = LARGE,
    language: Language = Language.KY,
) -> Pupil:
    return Pupil(Check(SCHOOL, text, today), size, language)


def test_the_text_is_covered_until_it_is_touched() -> None:
    pupil = checking()
    assert "кабатта" not in pupil.seen
    pupil.tap("cover")
    assert "кабатта" in pupil.text("text")
    assert pupil.text("cover") == "Текстти жашыруу"
    pupil.tap("cover")
    assert "кабатта" not in pupil.seen


def test_it_says_that_nothing_is_sent_and_whom_to_call() -> None:
    pupil = checking()
    assert pupil.text("state") == "Кат азырынча жөнөтүлгөн жок"
    assert "111" in pupil.text("help_call")
    assert "112" in pupil.text("help_more")
    pupil.tap("cover")
    assert pupil.text("state").startswith("Кат азырынча жөнөтүлгөн жок. ")
    assert "111" in pupil.text("help_call")


def test_the_letter_carries_day_and_month() -> None:
    pupil = checking()
    assert pupil.text("date") == "Каттын күнү: 22-ноябрь"
    pupil.tap("send")
    assert pupil.events == [LetterSent(TODAY)]


@pytest.mark.parametrize("kind", Kind)
def test_a_kind_may_be_chosen(kind: Kind) -> None:
    pupil = checking()
    pupil.tap(f"kind_{kind}")
    assert [one for one in Kind if pupil.chosen(f"kind_{one}")] == [kind]
    pupil.tap("send")
    assert pupil.events == [LetterSent(TODAY, kind)]


def test_another_kind_replaces_it_and_the_same_takes_it_back() -> None:
    pupil = checking()
    pupil.tap("kind_wish", "kind_question")
    assert not pupil.chosen("kind_wish")
    pupil.tap("kind_question")
    assert not any(pupil.chosen(f"kind_{kind}") for kind in Kind)


def test_back_to_writing_takes_the_kind_along() -> None:
    pupil = checking()
    pupil.tap("kind_request", "edit")
    assert pupil.events == [EditAsked(Kind.REQUEST)]
    again = Pupil(Check(SCHOOL, LETTER, TODAY, Kind.REQUEST))
    assert again.chosen("kind_request")


def test_only_the_button_that_sends_carries_the_plane() -> None:
    pupil = checking()
    planes = [one.name for one in pupil.stage.view.widgets if vars(one).get("icon") == "send"]
    assert planes == ["send"]


# --- sending ---


def test_while_it_is_sent_nothing_can_be_touched_and_no_text_shows() -> None:
    pupil = checking()
    pupil.tap("cover", "send")
    assert "кабатта" not in pupil.seen
    assert pupil.text("send") == "Жөнөтүлүүдө…"
    pupil.tap("send", "edit", "erase", "cover", "kind_wish")
    pupil.press("escape")
    assert pupil.events == [LetterSent(TODAY)]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("why", StoreTrouble)
def test_a_refused_letter_is_still_there_and_the_screen_says_so(
    why: StoreTrouble, language: Language
) -> None:
    pupil = checking(language=language)
    pupil.tap("send")
    pupil.set(sending=False, trouble=why)
    not_in = {Language.KY: "түшкөн жок", Language.RU: "не попало", Language.EN: "not in the box"}
    paper = {Language.KY: "кагазга", Language.RU: "на бумаге", Language.EN: "on paper"}
    assert not_in[language] in pupil.text("trouble")
    assert paper[language] in pupil.text("trouble")
    pupil.tap("cover")
    assert "кабатта" in pupil.text("text")
    pupil.tap("cover", "send")
    assert pupil.events == [LetterSent(TODAY)] * 2
    assert not pupil.has("trouble")


# --- the day, where no clock can be trusted ---


def test_without_a_clock_the_pupil_picks_the_day_before_sending() -> None:
    pupil = checking(today=None)
    pupil.tap("send")
    assert pupil.events == []
    assert pupil.text("pick_ask").startswith("Бүгүн айдын канчасы?")
    pupil.tap("day_more", "month_fewer", "date_done")
    assert pupil.text("date") == "Каттын күнү: 2-декабрь"
    pupil.tap("send")
    assert pupil.events == [LetterSent(DayMonth(2, 12))]


def test_the_day_can_be_picked_again() -> None:
    pupil = checking(today=None)
    pupil.tap("date", "date_done", "date", "day_more", "date_done", "send")
    assert pupil.events == [LetterSent(DayMonth(2, 1))]


def test_31_february_is_refused_in_words_and_29_is_not() -> None:
    pupil = checking(today=None)
    pupil.tap("date", "day_fewer", "month_more")
    assert (pupil.text("day_value"), pupil.text("month_value")) == ("31", "Февраль")
    pupil.tap("date_done")
    assert pupil.text("date_error") == "Мындай күн жок. Күндү жана айды текшериңиз"
    pupil.tap("send")
    assert pupil.events == []
    pupil.tap("day_fewer")
    assert not pupil.has("date_error")
    pupil.tap("day_fewer", "date_done", "send")
    assert pupil.events == [LetterSent(DayMonth(29, 2))]


def test_holding_a_stepper_runs_through_the_days() -> None:
    pupil = checking(today=None)
    pupil.tap("date")
    pupil.wait(1)
    pupil.down(*pupil.middle("day_more"))
    pupil.wait(0.51)
    for _ in range(8):
        pupil.wait(0.061)
    pupil.up(*pupil.middle("day_more"))
    assert pupil.text("day_value") == "11"


def test_with_a_clock_the_day_cannot_be_changed() -> None:
    assert not checking().widget("date").act


# --- leaving ---


@pytest.mark.parametrize("size", GLASSES)
def test_erasing_is_asked_once_and_not_under_the_same_finger(size: Size) -> None:
    pupil = checking(size=size)
    asked = inset(pupil.widget("erase").rect, -pupil.theme.mm(5))
    pupil.tap("erase")
    for name in ("erase_now", "keep"):
        assert not overlap(asked, pupil.widget(name).rect)
    assert SCHOOL.helpline in pupil.text("help_call")
    pupil.tap("keep", "erase", "erase_now")
    assert pupil.events == [LetterErased()]


def test_escape_asks_and_return_never_sends() -> None:
    pupil = checking()
    pupil.press("return")
    assert pupil.events == []
    pupil.press("escape")
    assert pupil.has("erase_now")
    pupil.press("escape")
    assert pupil.has("send")


def test_a_wiped_screen_holds_nothing() -> None:
    screen = Check(SCHOOL, LETTER, TODAY, Kind.WISH)
    screen.wipe()
    assert screen.text == ""
    assert screen._kind is None


def test_nothing_of_the_letter_is_in_any_repr() -> None:
    pupil = checking()
    pupil.tap("kind_wish", "cover", "send")
    assert "кабатта" not in pupil.reprs
    assert "wish" not in repr(pupil.events)


def test_a_long_letter_can_be_read_to_its_end() -> None:
    pupil = checking("\n".join(f"сап {n}" for n in range(40)))
    pupil.tap("cover")
    assert pupil.text("text").startswith("сап 0 ")
    while pupil.enabled("down"):
        pupil.tap("down")
    assert pupil.text("text").endswith("сап 39")
