"""Words a pupil reads: none that frightens, one form of address, an answer to each fear."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import kiosk
from kiosk.demo.glasses import USUAL
from kiosk.post.appearance import Appearance
from kiosk.post.letters import Language
from kiosk.screens.base import Screen
from kiosk.screens.idle import Held, Idle
from kiosk.texts import Texts, po_file
from tests.screens.pupil import SCHOOL
from tests.screens.shown import SCREENS
from tests.screens.sound import looked

ROOM = Path(kiosk.__file__).parent
READ_BY_PUPILS = (*sorted((ROOM / "screens").glob("*.py")), ROOM / "paper" / "slip.py",
                  ROOM / "paper" / "numbers.py")  # fmt: skip
"""What members and technicians read is in folders of its own."""
OF_A_MEETING = {"idle_back", "idle_members", "idle_void", "notice_idle"}
"""Said by the warning over what is no pupil's."""
FRIGHTENING = {
    Language.KY: re.compile(r"журнал|комисси|протокол|каттоо|катталат", re.I),
    Language.RU: re.compile(r"журнал|комисси|протокол|регистр|наказ|обвин", re.I),
    Language.EN: re.compile(r"journal|register|commission|committee|protocol|punish|blame", re.I),
}


def sentences(language: Language) -> dict[str, str]:
    with po_file(language).open("rb") as file:
        found = {}
        for message in read_po(file):
            key = message.id if isinstance(message.id, str) else message.id[0]
            said = message.string
            found[key] = said if isinstance(said, str) else "\n".join(said or ())
    return found


def keys() -> Iterator[str]:
    """Every key that stands as a word in what pupils' screens and papers are made of."""
    known = sentences(Language.KY)
    for file in READ_BY_PUPILS:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value in known
            ):
                yield node.value


PUPILS = sorted({*keys()} - OF_A_MEETING - {""})


def shown(screen: Screen, language: Language) -> str:
    widgets = screen.view(looked(USUAL, language, Appearance())).widgets
    return "\n".join(str(getattr(widget, "text", "")) for widget in widgets)


def test_the_keys_are_found() -> None:
    assert {"how_4", "every_letter_registered", "letter_received", "not_alone"} <= {*PUPILS}
    assert len(PUPILS) > 150


@pytest.mark.parametrize("language", Language)
def test_no_sentence_for_pupils_has_a_word_that_frightens(language: Language) -> None:
    said = sentences(language)
    assert {key: said[key] for key in PUPILS if FRIGHTENING[language].search(said[key])} == {}


@pytest.mark.parametrize("language", Language)
def test_no_screen_of_a_pupil_shows_one(language: Language) -> None:
    theirs = [name for name in SCREENS if not name.startswith("idle")]
    said = {name: shown(SCREENS[name](), language) for name in theirs}
    assert {name: one for name, one in said.items() if FRIGHTENING[language].search(one)} == {}


@pytest.mark.parametrize("language", Language)
def test_the_search_finds_such_words(language: Language) -> None:
    of_a_meeting = shown(Idle(SCHOOL, 30, Held.MEETING), language)
    assert FRIGHTENING[language].search(of_a_meeting)


# --- one form of address ---

THOU = re.compile(
    r"\b(?:сен|сени|сенин|сага|сенде|сенден)\b"
    r"|\w{2,}(?:[аеоөэ]с[ыиуү]ң|[дт][ыиуү]ң|с[ае]ң|с[оө]ң|б[ае]гын|г[ыиуү]н|к[ыиуү]н)\b",
    re.I,
)
"""Endings of сен: барасың, бардың, барсаң, баргын; not кылың, which no sentence has."""
NOT_THOU = {"күн", "бүгүн", "үчүн", "мүмкүн", "бөлүгүн"}
TY = re.compile(r"\b(?:ты|теб[яе]|тобой|тво(?:й|я|ё|и|его|ему))\b|\w+(?:ешь|ишь)\b", re.I)
NOT_TY = {"лишь"}


def thou(language: Language, said: str) -> list[str]:
    pattern, known = (THOU, NOT_THOU) if language is Language.KY else (TY, NOT_TY)
    return [word for word in pattern.findall(said) if word.lower() not in known]


@pytest.mark.parametrize("language", [Language.KY, Language.RU])
def test_a_pupil_is_addressed_politely_everywhere(language: Language) -> None:
    said = sentences(language)
    assert {key: found for key in PUPILS if (found := thou(language, said[key]))} == {}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (Language.KY, "Катыңды кагазга жазсаң, кутучага сал"),
        (Language.KY, "Сага жооп келет"),
        (Language.KY, "Кайра келесиң"),
        (Language.KY, "Катты жазгын"),
        (Language.RU, "Если хочешь, напиши"),
        (Language.RU, "Твоё письмо в ящике"),
    ],
)
def test_the_search_hears_the_other_form(language: Language, said: str) -> None:
    assert thou(language, said)


# --- what a child fears ---


@pytest.mark.parametrize("language", Language)
def test_how_it_works_answers_each_fear(language: Language) -> None:
    said = "\n".join(shown(SCREENS[f"how {nth}"](), language) for nth in range(5))
    texts = Texts(language)
    for fear in ("how_hide", "how_style", "how_no_name", "how_quiet"):
        assert texts(fear) in said
    assert texts("hide_text") in texts("how_hide")


@pytest.mark.parametrize("language", Language)
def test_where_a_receipt_is_offered_it_says_that_the_printer_is_heard(language: Language) -> None:
    heard = Texts(language)("printer_heard")
    assert heard in shown(SCREENS["thanks offered"](), language)
    assert heard not in shown(SCREENS["thanks none"](), language)
