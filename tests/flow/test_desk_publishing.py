"""What a desk session decides leaves it: answers on the board, papers, a line in the protocol."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.flow.test_desk import comes_to_the_desk
from tests.flow.test_private_reply import REPLY, code_of_a_letter, kept_replies, meets, reads
from tests.guest import TEXT, Guest
from tests.paper.pdf.reading import read
from tests.readers import journal

KY = Texts(Language.KY)
PHRASE = "бороон кар жаады"


@pytest.fixture
def desk(guest: Guest) -> Guest:
    """A matter that was referred to the director, and the quorum at its desk on the next day."""
    guest.sends(TEXT)
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.touch("cover", "subject_building", "forum_director", "register")
    guest.closes()
    guest.world.move_clock(guest.world.clock.now().replace(day=28))
    guest.wait(61)
    comes_to_the_desk(guest)
    return guest


def settled(guest: Guest) -> None:
    guest.wait_until(lambda: not guest.world.app.busy, "the desk")


def matter(guest: Guest) -> str:
    """The name of the only matter on the list."""
    widgets = guest.world.app.desk.stage.view.widgets
    (name,) = [one.name for one in widgets if one.name.startswith("matter_") and one.act]
    return name


def answers(guest: Guest) -> None:
    """From the menu: the matter is answered for the board."""
    guest.touch("desk_matters")
    guest.touch(matter(guest), "write", "state_answered", "answer", "headline")
    guest.type("Лампалар тагылды")
    guest.touch("done")
    guest.type("Баары иштейт")
    guest.touch("done", "done", "keep")
    settled(guest)
    guest.sees("matters")


def hangs(guest: Guest) -> bool:
    notices = guest.world.app.desk.board.notices
    return any("Лампалар тагылды" in notice.headline.values() for notice in notices)


def test_an_answer_waits_for_the_end_of_the_session_and_then_hangs(desk: Guest) -> None:
    answers(desk)
    assert not hangs(desk)
    desk.touch("done", "leave")
    assert desk.says("desk_answers", n=1)
    desk.touch("desk_done")
    settled(desk)
    desk.sees("board")
    assert hangs(desk)
    assert desk.cards_of_the_board_say("Лампалар тагылды")


def test_it_is_published_once(desk: Guest) -> None:
    answers(desk)
    desk.touch("done", "leave", "desk_done")
    settled(desk)
    comes_to_the_desk(desk)
    assert not desk.says("desk_answers", n=1)
    desk.touch("desk_done")
    settled(desk)
    found = [one for one in desk.world.app.desk.board.notices if "Лампалар" in str(one.headline)]
    assert len(found) == 1


def test_who_goes_by_the_corner_leaves_it_for_the_next_session(desk: Guest) -> None:
    answers(desk)
    desk.touch("done", "leave", "leave")
    assert desk.says("desk_lost")
    desk.touch("leave_sure")
    settled(desk)
    assert not hangs(desk)
    comes_to_the_desk(desk)
    assert desk.says("desk_answers", n=1)


def test_it_goes_out_with_the_close_of_the_next_review_too(desk: Guest) -> None:
    answers(desk)
    desk.touch("done", "leave", "leave", "leave_sure")
    settled(desk)
    holds_the_next(desk)
    assert hangs(desk)


def holds_the_next(guest: Guest) -> None:
    """The next review, with no letter in the box; the former protocol stays unprinted."""
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    if guest.screen == "due":
        guest.touch("later")
    guest.sees("close")
    assert guest.says("incident_desk_session", days="28-ноябрь")
    guest.touch("close_review")
    guest.closes()


def test_the_next_protocol_tells_of_the_session(desk: Guest) -> None:
    desk.touch("desk_done")
    settled(desk)
    holds_the_next(desk)


# --- papers ---


def lying(guest: Guest) -> list[Path]:
    folder: Path = guest.world.stick.folder
    return sorted(folder.iterdir()) if folder.exists() else []


def seals(guest: Guest) -> None:
    guest.sees("passphrase")
    guest.type(PHRASE)
    guest.touch("agree")
    settled(guest)
    guest.world.app.settle()


@pytest.mark.parametrize("document", ["protocol", "journal", "agenda", "report"])
def test_documents_of_the_open_journal_leave_sealed(desk: Guest, document: str) -> None:
    desk.world.stick.move()
    desk.touch("desk_papers", f"paper_{document}", "way_stick")
    seals(desk)
    (file,) = lying(desk)
    assert desk.says("papers_saved", name=file.name)
    assert read(file.read_bytes(), PHRASE).strip()


def test_the_agenda_has_the_matter_and_its_letter(desk: Guest) -> None:
    desk.world.stick.move()
    desk.touch("desk_papers", "paper_agenda", "way_stick")
    seals(desk)
    (file,) = lying(desk)
    assert "№1" in read(file.read_bytes(), PHRASE)


def test_strips_of_a_review_come_out_of_the_printer(desk: Guest) -> None:
    before = len(desk.world.levers.papers)
    desk.touch("desk_papers", "paper_strips", "way_printer")
    settled(desk)
    assert desk.says("papers_printed")
    assert len(desk.world.levers.papers) == before + 1


def test_what_is_printed_says_so_on_the_same_page(desk: Guest) -> None:
    desk.touch("desk_papers", "paper_protocol", "way_printer")
    settled(desk)
    desk.sees("papers")
    assert desk.says("papers_printed")


def test_left_alone_at_the_passphrase_it_is_covered_and_comes_back(desk: Guest) -> None:
    desk.world.stick.move()
    desk.touch("desk_papers", "paper_journal", "way_stick")
    desk.type(PHRASE)
    assert PHRASE in desk.reads()
    desk.wait(241)
    assert PHRASE not in desk.reads()


def test_who_leaves_the_papers_finds_nothing_of_them_in_the_menu(desk: Guest) -> None:
    desk.world.stick.move()
    desk.touch("desk_papers", "paper_journal", "way_stick")
    desk.type(PHRASE)
    desk.touch("leave", "leave")
    desk.sees("deskmenu")
    desk.touch("desk_papers")
    desk.sees("papers")


# --- a reply for one writer, added to an old row ---


@pytest.fixture
def asked(guest: Guest) -> tuple[Guest, str]:
    """A letter that wanted a reply was closed without one; its code, and the quorum at its desk."""
    code = code_of_a_letter(guest)
    meets(guest)
    guest.touch("cover", "subject_building", "decision_no_action", "register")
    guest.closes()
    comes_to_the_desk(guest)
    guest.touch("desk_journal", "row_1", "amend", "cover", "to_reply")
    guest.type(REPLY)
    guest.touch("done", "register")
    settled(guest)
    guest.sees("journal")
    return guest, code


def reads_it(guest: Guest, code: str) -> None:
    reads(guest, code)
    guest.sees("reply")
    guest.touch("cover")
    assert guest.shows(REPLY)


def test_it_lies_ready_when_the_session_ends(asked: tuple[Guest, str]) -> None:
    guest, code = asked
    assert kept_replies(guest.data) == []
    guest.touch("leave", "desk_done")
    settled(guest)
    assert len(kept_replies(guest.data)) == 1
    assert journal(guest.data)[1].reply == "", "its words are its writer's alone now"
    reads_it(guest, code)


def test_cut_off_it_waits_for_the_next_session(asked: tuple[Guest, str]) -> None:
    guest, code = asked
    guest.touch("leave", "leave", "leave_sure")
    settled(guest)
    assert kept_replies(guest.data) == []
    comes_to_the_desk(guest)
    guest.touch("desk_done")
    settled(guest)
    reads_it(guest, code)


def test_what_its_writer_read_and_erased_does_not_come_back(asked: tuple[Guest, str]) -> None:
    guest, code = asked
    guest.touch("leave", "desk_done")
    settled(guest)
    reads_it(guest, code)
    guest.touch("erase", "erase_now", "leave")
    comes_to_the_desk(guest)
    guest.touch("desk_done")
    settled(guest)
    assert kept_replies(guest.data) == []
