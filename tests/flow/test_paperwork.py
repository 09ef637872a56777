"""Papers and files by touches: chosen, sealed, saved; and a sentence for whatever a stick does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk import events as ev
from kiosk.demo.stick import StickState
from kiosk.post.analysis import tally
from kiosk.post.documents import (
    Agenda,
    Assembly,
    Choice,
    Content,
    Document,
    ForumDay,
    Item,
    Offers,
    Reviewed,
)
from kiosk.post.journal import Forum
from kiosk.post.letters import Language
from kiosk.post.notebook import notebook
from kiosk.post.offers import Supply
from kiosk.post.schoolyear import SchoolYear
from kiosk.screens.committee.papers import NAMES
from kiosk.texts import Texts
from tests.guest import Guest
from tests.paper.pdf.office import BOOK, ON, answer
from tests.paper.pdf.reading import opened, read
from tests.paper.test_protocol import FULL

pytestmark = pytest.mark.outside
KY = Texts(Language.KY)
PHRASE = "бороон кар жаады"
YEARS = (SchoolYear(2025), SchoolYear(2026))
REVIEWS = (Reviewed(6, date(2026, 10, 30)), Reviewed(7, date(2026, 11, 27)))
DAYS = (ForumDay(Forum.PEDCOUNCIL, ON), ForumDay(Forum.BOYS_GIRLS, ON))
OFFERS: Offers = {
    Document.PROTOCOL: REVIEWS,
    Document.JOURNAL: YEARS,
    Document.STRIPS: REVIEWS,
    Document.AGENDA: DAYS,
    Document.ASSEMBLY: DAYS,
    Document.REPORT: YEARS,
    Document.NUMBERS: YEARS,
}


def supply(document: Document, choice: Choice) -> Content:
    """What the open journal would give."""
    if isinstance(choice, SchoolYear):
        if document is Document.REPORT:
            return tally(BOOK, choice.first, choice.last)
        return notebook(BOOK.rows, choice.first, choice.last)
    if isinstance(choice, ForumDay):
        if document is Document.ASSEMBLY:
            return Assembly(choice.forum, choice.on, (answer(1),))
        return Agenda(choice.forum, choice.on, (Item("Жарык", ((7, "Лампа"),)),))
    if document is Document.STRIPS:
        return notebook(BOOK.rows[:3], date.min, date.max)
    return FULL


def lays_out(guest: Guest, supply: Supply) -> None:
    """The papers of a made-up journal, on the stage."""
    app = guest.world.app
    app.desk.stage.show(app.paperwork.laid_out(OFFERS, supply))


@pytest.fixture
def desk(guest: Guest) -> Guest:
    guest.world.stick.move()
    lays_out(guest, supply)
    guest.sees("papers")
    return guest


def lying(guest: Guest) -> list[str]:
    folder: Path = guest.world.stick.folder
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def seals(guest: Guest, phrase: str = PHRASE) -> None:
    guest.sees("passphrase")
    guest.type(phrase)
    guest.touch("agree")
    guest.wait_until(lambda: not guest.world.app.busy, "the file")
    guest.world.app.settle()


@pytest.mark.parametrize(
    ("document", "name"),
    [
        (Document.PROTOCOL, "ishenim-protocol-7.pdf"),
        (Document.JOURNAL, "ishenim-journal-2026-27.pdf"),
        (Document.AGENDA, "ishenim-agenda-boys-girls-2027-06-01.pdf"),
        (Document.REPORT, "ishenim-report-2026-27.pdf"),
    ],
)
def test_what_is_private_leaves_under_a_phrase_chosen_then(
    desk: Guest, document: Document, name: str
) -> None:
    desk.touch(f"paper_{document}", "way_stick")
    seals(desk)
    assert KY("papers_saved", name=name) in desk.reads()
    assert lying(desk) == [name]
    data = (desk.world.stick.folder / name).read_bytes()
    with pytest.raises(Exception, match="password"):
        opened(data)
    assert KY(NAMES[document]).split()[-1].lower() in read(data, PHRASE).lower()


def test_general_answers_leave_openly_for_they_were_public(desk: Guest) -> None:
    desk.touch("paper_assembly")
    assert KY("papers_open") in desk.reads()
    desk.touch("way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the file")
    desk.sees("papers")
    (name,) = lying(desk)
    assert "Оңдолот1" in read((desk.world.stick.folder / name).read_bytes())


def test_plain_columns_leave_as_a_table(desk: Guest) -> None:
    desk.touch("paper_numbers", "way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the file")
    data = (desk.world.stick.folder / "ishenim-numbers-2026-27.csv").read_text("utf-8-sig")
    assert data.splitlines()[1] == "1;1;25.09.2026"
    assert len(data.splitlines()) == 101
    assert "Мазмун" not in data


def test_another_year_is_one_touch_away(desk: Guest) -> None:
    desk.touch("paper_numbers", "which_back", "way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the file")
    assert lying(desk) == ["ishenim-numbers-2025-26.csv"]


@pytest.mark.parametrize("document", [Document.PROTOCOL, Document.STRIPS, Document.AGENDA])
def test_strips_come_out_of_the_printer(desk: Guest, document: Document) -> None:
    before = len(desk.world.levers.papers)
    desk.touch(f"paper_{document}", "way_printer")
    desk.wait_until(lambda: len(desk.world.levers.papers) > before, "the paper")
    desk.world.app.settle()
    assert KY("papers_printed") in desk.reads()
    assert lying(desk) == []


def test_a_printer_without_paper_says_so_and_nothing_is_lost(desk: Guest) -> None:
    desk.world.levers.take_paper()
    desk.touch("paper_strips", "way_printer")
    desk.wait_until(lambda: not desk.world.app.busy, "the printer to fail")
    assert KY("papers_unprinted") in desk.reads()
    assert KY("printer_no_paper") in desk.reads()


TROUBLES = {
    StickState.OUT: KY("stick_absent", label="KIOSK"),
    StickState.FULL: KY("stick_full"),
    StickState.READ_ONLY: KY("stick_read_only"),
    StickState.PULLED: KY("stick_gone"),
}


@pytest.mark.parametrize("state", TROUBLES)
def test_a_stick_in_trouble_gets_a_sentence_and_then_the_file(
    desk: Guest, state: StickState
) -> None:
    desk.touch("paper_numbers")
    desk.world.stick.state = state
    desk.touch("way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the stick")
    assert TROUBLES[state] in desk.reads()
    assert not [name for name in lying(desk) if name.endswith(".csv")]
    desk.world.stick.state = StickState.IN
    desk.touch("way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the file")
    assert lying(desk) == ["ishenim-numbers-2026-27.csv"]


def test_the_stick_is_looked_for_before_anybody_thinks_of_a_phrase(desk: Guest) -> None:
    desk.world.stick.state = StickState.OUT
    desk.touch("paper_journal", "way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the stick")
    desk.sees("papers")
    assert TROUBLES[StickState.OUT] in desk.reads()


def test_a_phrase_serves_until_its_document_is_saved(desk: Guest) -> None:
    desk.touch("paper_journal", "way_stick")
    desk.world.stick.state = StickState.FULL
    seals(desk)
    assert TROUBLES[StickState.FULL] in desk.reads()
    desk.world.stick.state = StickState.IN
    desk.touch("way_stick")
    desk.wait_until(lambda: not desk.world.app.busy, "the file")
    desk.sees("papers")
    (name,) = lying(desk)
    assert KY("papers_saved", name=name) in desk.reads()
    desk.touch("way_stick")
    desk.sees("passphrase")


def test_of_another_document_the_phrase_is_asked_anew(desk: Guest) -> None:
    desk.touch("paper_journal", "way_stick")
    desk.world.stick.state = StickState.FULL
    seals(desk)
    desk.touch("paper_report", "way_stick")
    desk.sees("passphrase")


def test_a_phrase_that_is_easily_guessed_seals_nothing(desk: Guest) -> None:
    desk.touch("paper_journal", "way_stick")
    desk.type("1111111111")
    assert KY("phrase_weak") in desk.reads()
    assert not desk.widget("agree").enabled
    desk.touch("leave")
    desk.sees("papers")
    assert lying(desk) == []


def test_a_document_that_does_not_come_about_is_told(guest: Guest) -> None:
    def broken(_: Document, __: Choice) -> Content:
        return Assembly(Forum.ASSEMBLY, ON, ("no answer",))  # type: ignore[arg-type]

    lays_out(guest, broken)
    guest.touch("paper_assembly", "way_stick")
    guest.wait_until(lambda: not guest.world.app.busy, "the process to fail")
    assert KY("papers_unmade") in guest.reads()


def test_after_the_journal_is_shut_nothing_is_drawn_up(desk: Guest) -> None:
    desk.touch("paper_numbers")
    desk.world.app.paperwork.leave()
    desk.touch("way_stick")
    assert lying(desk) == []


def test_what_was_made_just_before_the_journal_was_shut_is_not_saved(desk: Guest) -> None:
    desk.world.app.inbox.put(ev.DocumentMade("ishenim-journal-2026-27.pdf", b"sealed"))
    desk.world.app.paperwork.leave()
    desk.world.app.settle()
    assert lying(desk) == []


def test_the_phrase_is_forgotten_with_its_screen(desk: Guest) -> None:
    desk.touch("paper_journal", "way_stick")
    desk.type(PHRASE)
    screen = desk.world.app.desk.stage.screen
    desk.touch("leave", "way_stick")
    assert PHRASE not in desk.reads()
    assert PHRASE not in str(
        [vars(part) for part in vars(screen).values() if hasattr(part, "__dict__")]
    )
