"""Breaking lines: nothing is lost, nothing is too wide, lines are of a length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.paper.lines import FIRM, broken, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("кат", 10, ["кат"]),
        ("Каттар окулат", 13, ["Каттар окулат"]),
        ("Каттар окулат", 12, ["Каттар", "окулат"]),
        ("бир эки үч төрт беш алты", 19, ["бир эки үч", "төрт беш алты"]),
        ("мектеп-гимназиясы", 10, ["мектеп-", "гимназиясы"]),
        ("Эгемендүүлүгүнүн", 7, ["Эгеменд", "үүлүгүн", "үн"]),
        (f"окулат: 27{FIRM}ноября", 12, ["окулат:", f"27{FIRM}ноября"]),
        ("ю", 0.5, ["ю"]),
    ],
)
def test_lines_are_broken_where_a_reader_would(text: str, width: float, lines: list[str]) -> None:
    assert broken(text, width, len) == lines


words = st.text(st.characters(categories=["L", "N"], include_characters="-—.,"), max_size=30)
texts = st.lists(words, max_size=30).map(" ".join)


@given(texts, st.integers(1, 40))
def test_every_character_is_set_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = broken(text, width, len)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, lines)) <= width


@given(texts, st.integers(8, 40))
def test_equal_lines_need_no_more_paper(text: str, width: int) -> None:
    lines = broken(text, width, len)
    one_more = [broken(text, narrower, len) for narrower in range(1, width + 1)]
    assert len(lines) == min(map(len, one_more))


def test_a_page_is_filled_from_line_to_line_and_keeps_its_paragraphs() -> None:
    assert wrapped("бир эки үч төрт беш алты", 19, len) == ["бир эки үч төрт беш", "алты"]
    assert wrapped("бир\n\nмектеп-гимназиясы", 10, len) == ["бир", "", "мектеп-", "гимназиясы"]


@given(texts, st.integers(1, 40))
def test_a_filled_line_is_never_too_wide_and_loses_nothing(text: str, width: int) -> None:
    lines = wrapped(text, width, len)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(len, lines)) <= width
