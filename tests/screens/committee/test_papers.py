"""Papers and passphrase: nothing is cut in any language or size, each outcome has a sentence."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.demo.glasses import Glass
from kiosk.events import DeskTurned, PaperChosen, PhraseAgreed, PhraseLeft, PrinterTrouble
from kiosk.post.desk import DeskPage
from kiosk.post.documents import WAYS, Document, ForumDay, Offers, Reviewed, Way
from kiosk.post.journal import Forum
from kiosk.post.letters import Language
from kiosk.post.passphrase import MOST
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.stick import StickTrouble
from kiosk.screens.committee.papers import BUSY, Doing, Outcome, Papers
from kiosk.screens.committee.passphrase import HIDDEN, Passphrase
from kiosk.texts import Texts
from tests.screens.committee.fitting import unsound
from tests.screens.committee.hand import Hand
from tests.screens.committee.scenes import Scene, show, typed
from tests.screens.glasses import SOME_GLASSES

YEARS = (SchoolYear(2025), SchoolYear(2026))
REVIEWS = (Reviewed(126, date(2026, 10, 30)), Reviewed(127, date(2026, 11, 27)))
DAYS = tuple(ForumDay(forum, date(2026, 11, 27)) for forum in Forum)
BY_DOCUMENT: Offers = {
    Document.PROTOCOL: REVIEWS, Document.STRIPS: REVIEWS, Document.AGENDA: DAYS,
    Document.ASSEMBLY: DAYS,
}  # fmt: skip
OFFERS: Offers = {document: BY_DOCUMENT.get(document, YEARS) for document in Document}
LONG = "ishenim-agenda-boys-girls-2026-11-27-12.pdf"
OUTCOMES = (
    *map(Outcome, Doing),
    Outcome(Doing.SAVED, LONG),
    *(Outcome(Doing.FAILED, trouble=trouble) for trouble in StickTrouble),
    Outcome(Doing.FAILED, trouble=PrinterTrouble.PAPER_OUT),
)


def papers(*, prints: bool = True) -> Papers:
    return Papers(OFFERS, "KIOSK", prints=prints)


PHRASES = ("", "кар", "1111111111", "бороон кар", "ы" * MOST)
SCENES: dict[str, Scene] = {
    **{f"{document}": show(papers, f"paper_{document}") for document in Document},
    **{f"outcome {nth}": show(papers, outcome=outcome) for nth, outcome in enumerate(OUTCOMES)},
    **{f"phrase {nth}": typed(show(Passphrase), phrase) for nth, phrase in enumerate(PHRASES)},
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


@pytest.mark.parametrize("document", Document)
def test_a_document_leaves_only_by_its_ways(document: Document) -> None:
    hand = Hand(papers(), paints=False)
    hand.touch(f"paper_{document}")
    for way in Way:
        assert hand.has(f"way_{way}") == (way in WAYS[document])
    way = WAYS[document][-1]
    hand.touch(f"way_{way}")
    assert hand.events == [PaperChosen(document, OFFERS[document][-1], way)]


def test_the_latest_comes_first_and_earlier_ones_are_a_touch_away() -> None:
    hand = Hand(papers(), paints=False)
    hand.touch("paper_journal")
    assert "2026/27" in hand.text("which")
    assert not hand.enabled("which_on")
    hand.touch("which_back")
    assert "2025/26" in hand.text("which")
    assert not hand.enabled("which_back")


def test_without_a_printer_only_the_stick_is_left() -> None:
    hand = Hand(papers(prints=False), paints=False)
    assert not hand.enabled("way_printer")
    assert hand.enabled("way_stick")


def test_where_nothing_can_be_had_nothing_can_be_asked_for() -> None:
    hand = Hand(Papers({}, "KIOSK", prints=True), paints=False)
    assert Texts(Language.EN)("papers_none") in hand.seen
    assert not hand.enabled("way_stick")


@pytest.mark.parametrize("doing", sorted(BUSY))
def test_while_one_is_on_its_way_another_waits(doing: Doing) -> None:
    hand = Hand(papers(), paints=False)
    hand.set(outcome=Outcome(doing))
    hand.touch("paper_report", "way_stick")
    assert hand.events == []
    assert hand.chosen("paper_protocol")


def test_a_keyboard_will_do() -> None:
    hand = Hand(papers(), paints=False)
    hand.type("2")
    assert hand.chosen("paper_journal")
    hand.press("left")
    assert "2025/26" in hand.text("which")
    hand.press("escape")
    assert hand.events == [DeskTurned(DeskPage.MENU)]


def test_each_trouble_has_its_own_sentence() -> None:
    hand = Hand(papers(), paints=False)
    said = set()
    for outcome in OUTCOMES:
        hand.set(outcome=outcome)
        said.add(hand.text("said"))
    assert len(said) == len(OUTCOMES)
    assert any("KIOSK" in words for words in said)


def test_a_phrase_goes_out_tidied_and_only_if_it_is_good_enough() -> None:
    hand = Hand(Passphrase(), paints=False)
    hand.type("бороон")
    hand.touch("agree")
    hand.press("return")
    assert hand.events == []
    hand.type("  кар жаады ")
    hand.touch("agree")
    assert hand.events == [PhraseAgreed("бороон кар жаады")]


def test_it_is_typed_on_the_glass_and_rubbed_out() -> None:
    hand = Hand(Passphrase(), paints=False)
    hand.paste("кар")
    hand.press("backspace")
    assert hand.text("phrase") == "ка|"


def test_covered_it_says_nothing_not_even_its_length() -> None:
    hand = Hand(Passphrase(), paints=False)
    hand.touch("cover")
    empty = hand.seen
    hand.paste("кар")
    assert HIDDEN in hand.seen
    assert "кар" not in hand.seen
    assert hand.text("phrase") == HIDDEN
    assert empty.count(HIDDEN) == 1


def test_the_way_back_leaves_the_phrase_behind() -> None:
    hand = Hand(Passphrase(), paints=False)
    hand.paste("бороон кар жаады")
    hand.touch("leave")
    assert hand.events == [PhraseLeft()]
    assert "бороон" not in hand.reprs
    hand.stage.screen.wipe()
    hand.set()
    assert hand.text("phrase") == "|"
