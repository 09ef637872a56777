"""Tables: the head comes again, no word is cut, and a row stays in one piece where it can."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kiosk.paper.pdf.pages import Pages
from kiosk.paper.pdf.table import Column, Table
from tests.paper.pdf.reading import drawn, letters, pages, read, squeezed

ON = date(2027, 6, 1)
COLUMNS = (Column("j_number", 1, figures=True), Column("j_summary", 3), Column("j_answer", 2))
LONG = "Кийинки_жолу_бөлүнбөгөн_абдан_узун_сөз_" * 3


def sheet() -> Pages:
    return Pages("Таблица", "мектеп", ON)


def table(rows: int, words: str = "кыска") -> bytes:
    page = sheet()
    drawn = Table(page, COLUMNS)
    for n in range(rows):
        drawn.row(str(n), f"{words}{n}.", LONG if n % 7 == 0 else "")
    return page.bytes()


def test_the_head_stands_on_every_page_in_both_languages() -> None:
    told = [squeezed(words) for words in pages(table(120, "сөздөр жана сүйлөмдөр "))]
    assert len(told) >= 3
    for words in told:
        assert words.count("Кыскачамазмуну") == words.count("Краткоесодержание") == 1


def test_every_cell_is_found_whole() -> None:
    told = read(table(60))
    assert [n for n in range(60) if f"кыска{n}." not in told] == []
    assert told.count(squeezed(LONG)) == 9


def test_rows_stand_in_their_order() -> None:
    found = [int(n) for n in re.findall(r"кыска(\d+)\.", read(table(80)))]
    assert found == [*range(80)]


def test_a_row_that_fits_a_page_is_not_parted() -> None:
    tall = " ".join(["сөз"] * 400)
    page = sheet()
    drawn = Table(page, COLUMNS)
    for n in range(3):
        drawn.row(str(n), f"башы{n} {tall} аягы{n}", "")
    told = [squeezed(words) for words in pages(page.bytes())]
    for n in range(3):
        assert [nth for nth, words in enumerate(told) if f"башы{n}" in words] == [
            nth for nth, words in enumerate(told) if f"аягы{n}" in words
        ]


def test_a_row_higher_than_any_page_goes_on_and_loses_nothing() -> None:
    words = [f"сөз{n}" for n in range(2500)]
    page = sheet()
    Table(page, COLUMNS).row("1", " ".join(words), "жооп")
    data = page.bytes()
    told = pages(data)
    assert len(told) >= 3
    assert re.findall(r"сөз(\d+)", read(data).replace("Кыскачамазмуну", "")) == [
        str(n) for n in range(2500)
    ]
    assert all("Кыскача" in words for words in told)


def test_no_letter_leaves_its_column() -> None:
    page = sheet()
    Table(page, COLUMNS).row("1234567890", LONG, LONG)
    edges = [page.left + page.width * share / 6 for share in (0, 1, 4, 6)]
    inside = [box for box in letters(page.bytes()) if box[0] == "_"]
    assert len(inside) == 2 * LONG.count("_")
    for _, left, _, right, _ in inside:
        column = sum(left > edge for edge in edges)
        assert edges[column - 1] < left < right < edges[column]


def test_figures_stand_at_the_right() -> None:
    page = sheet()
    drawn = Table(page, COLUMNS)
    drawn.row("7", "", "")
    drawn.row("77777", "", "")
    rights = {round(right, 1) for sign, _, _, right, top in letters(page.bytes()) if sign == "7"}
    assert max(rights) < page.left + page.width / 6
    ends = sorted(rights)[-1]
    lines: dict[float, float] = {}
    for sign, _, bottom, right, _ in letters(page.bytes()):
        if sign == "7":
            lines[round(bottom)] = max(lines.get(round(bottom), 0), right)
    assert [round(right, 1) for right in lines.values()] == [ends, ends]


def test_a_row_has_room_for_a_pen() -> None:
    heights = []
    for low in (0.0, 20.0):
        page = sheet()
        drawn = Table(page, COLUMNS, low=low)
        drawn.row("1", "", "")
        top = page.y
        drawn.row("2", "", "")
        heights.append(page.y - top)
        page.bytes()
    assert heights[0] < 8
    assert heights[1] == pytest.approx(20)


def test_its_lines_are_drawn() -> None:
    page = sheet()
    Table(page, COLUMNS).row("1", "сөз", "")
    picture = drawn(page.bytes(), scale=2)
    y = round((page.y - 1) * 2 * 72 / 25.4)
    row = picture.crop((0, y, picture.width, y + 1)).tobytes()
    dark = [x for x, tone in enumerate(row) if tone < 160]
    columns = [x for x, before in zip(dark, [-9, *dark], strict=False) if x - before > 3]
    assert len(columns) == 4
