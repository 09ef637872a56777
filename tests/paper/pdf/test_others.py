"""Protocol, agenda and the text for the assembly in A4; and what must not leave openly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.paper.pdf.typesetting import typeset
from kiosk.post.analysis import tally
from kiosk.post.documents import (
    OPENLY,
    WAYS,
    Agenda,
    Assembly,
    Document,
    Item,
    Order,
    Unsealed,
    Way,
)
from kiosk.post.journal import Answer, Forum
from kiosk.post.letters import Language
from kiosk.post.notebook import notebook
from kiosk.texts import Texts
from tests.paper.pdf.office import BOOK, FIRST, LAST, LONG, NAMES, ON, PASSPHRASE, answer, order
from tests.paper.pdf.reading import drawn, ink, pages, read, squeezed
from tests.paper.test_protocol import BARE, CHAIN, FULL

BOTH = (Texts(Language.KY), Texts(Language.RU))
ITEMS = tuple(Item(f"{n}-маселе", ((n, LONG), (n + 50, "кыска")), ON) for n in range(1, 9))
AGENDA = Agenda(Forum.PEDCOUNCIL, ON, ITEMS)


def test_the_protocol_says_what_its_strip_says() -> None:
    told = read(typeset(order(FULL)), PASSPHRASE)
    for texts in BOTH:
        for key in ("opening_record", "who_is_present", "close_typed", "protocol_chain"):
            assert squeezed(texts(key)) in told, key
    assert CHAIN.hex().upper() in told
    assert "№105,112,119,126,133,140" in told
    assert NAMES[0].replace(" ", "") in told
    leaves = len(pages(typeset(order(FULL)), PASSPHRASE))
    titled = [squeezed(f"{texts('opening_record')} № 7") for texts in BOTH]
    assert [told.count(title) for title in titled] == [1, leaves], "once in the title, and a foot"
    for role in FULL.account.facts.roles:
        assert told.count(squeezed(BOTH[0](role))) == 2


def test_a_bare_protocol_is_short() -> None:
    assert len(pages(typeset(order(BARE)), PASSPHRASE)) == 2


def test_an_agenda_has_every_matter_with_its_letters_and_room_for_a_hand() -> None:
    data = typeset(order(AGENDA))
    told = read(data, PASSPHRASE)
    for n in range(1, 9):
        assert f"{n}.{n}-маселе№{n}.{squeezed(LONG)}№{n + 50}.кыска" in told
    assert told.count(squeezed(BOTH[0]("agenda_outcome"))) == 8
    for texts in BOTH:
        for key in ("agenda", "forum_pedcouncil", "agenda_chair", "agenda_secretary"):
            assert squeezed(texts(key)) in told, key
    assert "01.06.2027" in told


def test_the_room_for_an_outcome_says_whose_it_is_also_on_the_next_page() -> None:
    told = read(typeset(order(AGENDA)), PASSPHRASE)
    for texts in BOTH:
        outcome = squeezed(texts("agenda_outcome"))
        assert [n for n in range(1, 9) if f"{n}.{outcome}" not in told] == []


def test_an_agenda_says_in_words_what_is_overdue() -> None:
    late = replace(ITEMS[0], due=date(2027, 5, 4))
    told = read(typeset(order(replace(AGENDA, items=(late, ITEMS[1])))), PASSPHRASE)
    assert told.count(squeezed(BOTH[0]("matter_late"))) == 1
    assert "04.05.2027" in told
    assert squeezed(BOTH[1]("matter_late")) in told


def test_an_agenda_without_matters_says_so() -> None:
    told = read(typeset(order(replace(AGENDA, items=()))), PASSPHRASE)
    assert squeezed(BOTH[0]("agenda_none")) in told


def spoken(*answers: Answer) -> Order:
    return Order(Assembly(Forum.ASSEMBLY, ON, answers), NAMES, ON)


def test_the_assembly_hears_the_same_answers_in_kyrgyz_and_in_russian() -> None:
    kyrgyz, russian = map(squeezed, pages(typeset(spoken(answer(1), answer(2)))))
    assert "Оңдолот1Жарык1-күнүтагылат.Оңдолот2" in kyrgyz
    assert "2027-ж.,1-июнь" in kyrgyz
    assert "Починят1Светбудет1числа.Починят2" in russian
    assert "1июня2027г." in russian
    assert "Жарык" not in russian


def test_an_answer_in_one_language_is_read_as_it_was_written() -> None:
    only = Answer({Language.RU: "Стол"}, {Language.RU: "Привезут в декабре."})
    assert all("Привезутвдекабре." in squeezed(page) for page in pages(typeset(spoken(only))))


def test_few_answers_are_large_and_many_still_fit_a_page() -> None:
    high = [ink(drawn(typeset(spoken(*map(answer, range(n))))))[3] for n in (1, 2)]
    assert high[0] == high[1] > 750  # the foot
    few, many = (typeset(spoken(*map(answer, range(n)))) for n in (3, 14))
    assert len(pages(few)) == len(pages(many)) == 2
    assert lowest(few) < lowest(many)


def lowest(data: bytes) -> int:
    """How far down the text goes, without the foot."""
    picture = drawn(data)
    return ink(picture.crop((0, 0, picture.width, 780)))[3]


def test_very_many_answers_take_more_pages_and_none_is_lost() -> None:
    told = pages(typeset(spoken(*map(answer, range(90)))))
    assert len(told) > 2
    assert all(f"Оңдолот{n}Жарык{n}-күнү" in squeezed(" ".join(told)) for n in range(90))


@pytest.mark.parametrize(
    "content", [FULL, notebook(BOOK.rows, FIRST, LAST), tally(BOOK, FIRST, LAST), AGENDA]
)
def test_what_holds_private_columns_cannot_even_be_ordered_openly(content: object) -> None:
    with pytest.raises(Unsealed, match="passphrase") as raised:
        Order(content, NAMES, ON)  # type: ignore[arg-type]
    assert "маселе" not in str(raised.value)


def test_every_document_has_a_way_and_only_two_leave_openly() -> None:
    assert set(WAYS) == set(Document)
    assert all(WAYS.values())
    assert {document for document in OPENLY if Way.STICK in WAYS[document]} == {
        Document.ASSEMBLY, Document.NUMBERS,
    }  # fmt: skip


def test_a_day_of_another_year_is_the_documents_own() -> None:
    other = replace(spoken(answer(1)), on=date(2030, 1, 2))
    assert typeset(other) != typeset(spoken(answer(1)))
