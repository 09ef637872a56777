"""Agenda and glued rows as strips: they fit their paper, and each thing said changes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.paper import agenda, gluestrip
from kiosk.post.documents import Agenda, Item
from kiosk.post.journal import Forum
from kiosk.post.letters import DayMonth, Kind, Origin
from kiosk.post.matters import Outcome, State
from kiosk.post.notebook import Line, line
from tests.paper.papers import LONG as LONG_NAME
from tests.paper.papers import SCHOOL
from tests.paper.pdf.office import LONG, REPLY, SECRET, answer, row
from tests.paper.test_protocol import read
from tests.paper.test_reading import trained
from tests.paper.test_slip import ink

WIDTHS = pytest.mark.parametrize("dots", [384, 576])
ON = date(2027, 6, 1)
ITEM = Item("Экинчи кабаттагы жарык", ((7, "Лампа күйбөйт"), (12, LONG)), ON)
AGENDA = Agenda(Forum.DIRECTOR, ON, (ITEM, replace(ITEM, title="Ашкана", due=None)))
OUTCOME = Outcome(ON, State.CONSIDERED, Forum.DIRECTOR, "Сүйлөшүү чечилди")
FULL = line(row(63))


def drawn(strip: Agenda | Line, dots: int = 384) -> Image.Image:
    if isinstance(strip, Agenda):
        return agenda.typeset(SCHOOL, strip, dots)
    return gluestrip.typeset(strip, dots)


@WIDTHS
@pytest.mark.parametrize("strip", [AGENDA, FULL, line(row(17))], ids=["agenda", "row", "lost row"])
def test_they_fit_their_paper(strip: Agenda | Line, dots: int) -> None:
    picture = drawn(strip, dots)
    body = picture.crop((0, 0, dots, picture.height - 12))
    left, _, right, bottom = ink(body)
    assert picture.mode == "1"
    assert left >= 8
    assert right <= dots - 8
    assert bottom <= body.height


def test_each_thing_on_an_agenda_is_drawn() -> None:
    item = AGENDA.items[0]
    others = [
        replace(AGENDA, forum=Forum.ASSEMBLY),
        replace(AGENDA, on=date(2027, 6, 2)),
        replace(AGENDA, items=AGENDA.items[:1]),
        replace(AGENDA, items=()),
        replace(AGENDA, at_desk=(6,)),
        replace(AGENDA, items=(replace(item, urgent=True), AGENDA.items[1])),
        replace(AGENDA, items=(replace(item, title="Башка"), AGENDA.items[1])),
        replace(AGENDA, items=(replace(item, letters=item.letters[:1]), AGENDA.items[1])),
        replace(AGENDA, items=(replace(item, due=None), AGENDA.items[1])),
        replace(AGENDA, items=(replace(item, due=date(2027, 5, 4)), AGENDA.items[1])),
    ]
    assert len({drawn(one).tobytes() for one in (AGENDA, *others)}) == len(others) + 1
    long_name = agenda.typeset(LONG_NAME, AGENDA, 384)
    assert long_name.height > drawn(AGENDA).height


def test_an_outcome_has_room_for_a_hand() -> None:
    none, one = (drawn(replace(AGENDA, items=AGENDA.items[:n])) for n in (0, 1))
    two = drawn(AGENDA)
    assert two.height - one.height > 3 * 40
    assert one.height - none.height > 3 * 40


def test_each_column_of_a_row_is_drawn() -> None:
    said = FULL.said
    assert said is not None
    changed = [
        replace(said, origin=Origin.PAPER),
        replace(said, written=DayMonth(2, 3)),
        replace(said, written=None),
        replace(said, kind=Kind.QUESTION),
        replace(said, summary="Башка"),
        replace(said, forum=Forum.ASSEMBLY),
        replace(said, decision=None),
        replace(said, reason="Себеби"),
        replace(said, answer=None),
        replace(said, answer=answer(3)),
        replace(said, replied=not said.replied),
        replace(said, urgent=not said.urgent),
        replace(said, outcome=OUTCOME),
        replace(said, outcome=replace(OUTCOME, words="Башка")),
    ]
    others = [
        *(replace(FULL, said=one) for one in changed),
        replace(FULL, number=64),
        replace(FULL, opened_on=ON),
        replace(FULL, answered_on=ON),
        replace(FULL, corrected=3),
        replace(FULL, said=None),
    ]
    assert len({drawn(one).tobytes() for one in (FULL, *others)}) == len(others) + 1


def test_a_line_to_cut_along_ends_each_strip() -> None:
    picture = drawn(FULL)
    tail = picture.crop((0, picture.height - 12, 384, picture.height))
    left, _, right, _ = ink(tail)
    assert left == 0
    assert right > 360


@pytest.mark.outside
def test_a_stranger_reads_the_row_and_not_the_letter(tmp_path: Path) -> None:
    if not {"kir", "rus"} <= trained():
        pytest.skip("tesseract with kir and rus is not installed")
    told = " ".join(read(drawn(FULL, 576), 576, tmp_path, words) for words in ("kir+rus", "rus"))
    for words in ("№ 63", "24.12.2026", "Мазмун 63", "Кыскача мазмуну", "Чечим"):
        assert words in told, told
    assert SECRET not in told
    assert REPLY not in told
