"""What became of a letter: one clear sentence for each outcome, in each language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kiosk.flow.patience import LETTER_S, WARNING_S
from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest
from tests.mishaps.test_disk_full import full_disk


def sent(guest: Guest) -> None:
    guest.writes()
    guest.touch("send")


def erased(guest: Guest) -> None:
    guest.writes()
    guest.touch("erase", "erase_now")


def erased_at_the_warning(guest: Guest) -> None:
    guest.writes()
    guest.wait(LETTER_S)
    guest.touch("leave")


def left_alone(guest: Guest) -> None:
    guest.writes()
    guest.wait(LETTER_S)
    for _ in range(WARNING_S):
        guest.wait(1)


def refused(guest: Guest) -> None:
    guest.writes()
    with full_disk():
        guest.touch("send")


def printer_gone(guest: Guest) -> None:
    sent(guest)
    guest.world.levers.unplug_printer()
    guest.touch("receipt")
    guest.wait_until(lambda: guest.says("receipt_failed"), "the sentence about the receipt")


Outcome = tuple[Callable[[Guest], None], str, str, dict[Language, str], int]

IN_THE_BOX = {
    Language.KY: "Катыңыз кутучага түштү",
    Language.RU: "Ваше письмо в ящике",
    Language.EN: "Your letter is in the box",
}
BY_CHOICE = {
    Language.KY: "Катыңыз өчүрүлдү. Аны эч ким окубайт",
    Language.RU: "Ваше письмо стёрто. Его никто не прочтёт",
    Language.EN: "Your letter is erased. Nobody will read it",
}
BY_IDLING = {
    Language.KY: "Кат өчүрүлдү, эч жерде сакталган жок",
    Language.RU: "Письмо стёрто и нигде не сохранено",
    Language.EN: "The letter was erased and is saved nowhere",
}
NOT_SAVED = {
    Language.KY: "Катыңыз кутучага түшкөн жок. Кайра жөнөтүп көрүңүз же кагазга жазып, "
    "кутучага салыңыз",
    Language.RU: "Ваше письмо не попало в ящик. Отправьте ещё раз или напишите на бумаге и "
    "опустите в ящик",
    Language.EN: "Your letter is not in the box. Send it again, or write it on paper and put it "
    "in the box",
}
WITHOUT_RECEIPT = {
    Language.KY: "Дүмүрчөк чыккан жок, бирок катыңыз кутучага түштү",
    Language.RU: "Квитанция не напечаталась, но ваше письмо в ящике",
    Language.EN: "The receipt did not print, but your letter is in the box",
}
OUTCOMES: dict[str, Outcome] = {
    "in the box": (sent, "thanks", "received", IN_THE_BOX, 1),
    "erased by choice": (erased, "erased", "said", BY_CHOICE, 0),
    "erased at the warning": (erased_at_the_warning, "erased", "said", BY_CHOICE, 0),
    "erased by idling": (left_alone, "erased", "said", BY_IDLING, 0),
    "refused by a full disk": (refused, "check", "trouble", NOT_SAVED, 0),
    "printer gone": (printer_gone, "thanks", "paper", WITHOUT_RECEIPT, 1),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_the_screen_says_what_became_of_the_letter_and_nothing_else(
    guest: Guest, outcome: str, language: Language
) -> None:
    way, screen, widget, sentence, kept = OUTCOMES[outcome]
    guest.speaks(language)
    way(guest)
    guest.sees(screen)
    assert getattr(guest.widget(widget), "text", "") == sentence[language]
    assert waiting(guest.data) == kept
    others = {one[language] for *_, one, _ in OUTCOMES.values()} - {sentence[language]}
    said = guest.reads().splitlines()
    assert [other for other in others if other in said and other != IN_THE_BOX[language]] == []
    assert (IN_THE_BOX[language] in said) == bool(kept)
    assert not guest.shows(TEXT)


@pytest.mark.parametrize("language", Language)
def test_a_refused_letter_is_still_there_and_paper_is_named(
    guest: Guest, language: Language
) -> None:
    guest.speaks(language)
    refused(guest)
    paper = {Language.KY: "кагазга", Language.RU: "на бумаге", Language.EN: "on paper"}
    assert paper[language] in guest.reads()
    guest.touch("cover")
    assert guest.shows(TEXT)


@pytest.mark.parametrize("language", Language)
def test_each_outcome_has_a_sentence_of_its_own(language: Language) -> None:
    keys = ("letter_received", "erased_wished", "erased_idle", "error_not_saved", "receipt_failed")
    said = [Texts(language)(key) for key in keys]
    wanted = [
        one[language] for one in (IN_THE_BOX, BY_CHOICE, BY_IDLING, NOT_SAVED, WITHOUT_RECEIPT)
    ]
    assert said == wanted
    assert len(set(said)) == len(said)
