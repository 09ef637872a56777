"""Every sentence exists, in every language, is used, and can be drawn."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

import kiosk
from kiosk.events import PrinterTrouble
from kiosk.post.appearance import Palette, TextSize
from kiosk.post.clock import ClockLevel
from kiosk.post.finding import Level, Part
from kiosk.post.identifying import Sign
from kiosk.post.incidents import Incident
from kiosk.post.journal import Decision, Difference, Forum, Gap, Office
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.post.matters import State
from kiosk.post.notices import Flaw
from kiosk.post.passphrase import Strength
from kiosk.post.roles import Role
from kiosk.post.stick import StickTrouble
from kiosk.post.subjects import Subject
from kiosk.post.tasks import NEW_KEYS, Task
from kiosk.post.timetable import Weekday
from kiosk.screens.committee.desk import STEPS
from kiosk.screens.committee.papers import BUSY, Doing
from kiosk.texts import Texts, UnknownSentence, WrongValues, placeholders, po_file

CODE = Path(kiosk.__file__).parent

DERIVED: dict[str, Iterable[StrEnum]] = {
    "kind_": Kind,
    "forum_": Forum,
    "diff_": Difference,
    "decision_": Decision,
    "gap_": Gap,
    "state_": State,
    "subject_": Subject,
    "office_": Office,
    "sign_": Sign,
    "origin_": Origin,
    "incident_": Incident,
    "clock_by_": ClockLevel,
    "flaw_": Flaw,
    "step_": STEPS,
    "part_": Part,
    "task_": set(Task) - {Task.FOUND},
    "roster_": {*NEW_KEYS, Task.ADD},
    "level_": Level,
    "doc_printer_": PrinterTrouble,
    "stick_": StickTrouble,
    "phrase_": Strength,
    "rule_every_": Weekday,
    "rule_last_weekday_": Weekday,
    "rule_nth_weekday_": Weekday,
    "palette_": Palette,
    "letters_": TextSize,
    "papers_": BUSY | {Doing.PRINTED, Doing.SAVED},
    "": Role,
}
"""Keys that are put together in the code: a prefix, and what follows it."""


def catalog(language: Language) -> Catalog:
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language.value, abort_invalid=True)


CATALOGS = {language: catalog(language) for language in Language}


def key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def forms(message: Message) -> tuple[str, ...]:
    told = message.string or ""
    return (told,) if isinstance(told, str) else tuple(told)


def sentences(language: Language) -> dict[str, tuple[str, ...]]:
    return {key(message): forms(message) for message in CATALOGS[language] if message.id}


KEYS = frozenset(sentences(Language.KY))

# --- the files --------------------------------------------------------------------------------


def repeated(po: str) -> list[str]:
    ids = re.findall(r'^msgid "(.+)"$', po, re.MULTILINE)
    return sorted({name for name in ids if ids.count(name) > 1})


def test_no_key_stands_twice_in_a_file() -> None:
    assert {lang: repeated(po_file(lang).read_text()) for lang in Language} == {
        lang: [] for lang in Language
    }


def test_a_key_that_stands_twice_is_found() -> None:
    assert repeated('msgid "a"\nmsgstr "x"\n\nmsgid "a"\nmsgstr "y"\n') == ["a"]


@pytest.mark.parametrize("language", [Language.RU, Language.EN])
def test_every_language_has_the_same_keys(language: Language) -> None:
    assert sorted(KEYS ^ sentences(language).keys()) == []


@pytest.mark.parametrize("language", Language)
def test_no_sentence_is_empty_or_frayed(language: Language) -> None:
    told = sentences(language)
    bad = [name for name, texts in told.items() if any(not t or t != t.strip() for t in texts)]
    assert bad == []


@pytest.mark.parametrize("language", Language)
def test_no_sentence_is_unfinished(language: Language) -> None:
    assert [key(message) for message in CATALOGS[language] if message.id and message.fuzzy] == []


def test_placeholders_agree_in_every_form_and_language() -> None:
    told = [sentences(language) for language in Language]
    held = {name: {placeholders(text) for one in told for text in one[name]} for name in KEYS}
    assert {name: each for name, each in held.items() if len(each) != 1} == {}


@pytest.mark.parametrize("language", Language)
def test_plural_sentences_are_plural_everywhere_and_hold_their_number(language: Language) -> None:
    plural = {key(m) for m in CATALOGS[language] if m.pluralizable}
    assert plural == {key(m) for m in CATALOGS[Language.KY] if m.pluralizable}
    wanted = CATALOGS[language].num_plurals
    assert {name for name in plural if len(sentences(language)[name]) != wanted} == set()
    assert {
        name for name in plural if "n" not in placeholders(sentences(language)[name][0])
    } == set()


def test_kyrgyz_sentences_have_no_latin_letter_among_cyrillic_ones() -> None:
    mixed = re.compile("[A-Za-z][А-яЁёҢңӨөҮү]|[А-яЁёҢңӨөҮү][A-Za-z]")
    for language in (Language.KY, Language.RU):
        told = sentences(language)
        assert [n for n, texts in told.items() if any(mixed.search(t) for t in texts)] == []


def test_no_ending_is_glued_to_a_placeholder() -> None:
    glued = re.compile(r"\}\w|\}[-’']\w|\w\{")
    told = sentences(Language.KY) | sentences(Language.RU)
    assert [name for name, texts in told.items() if any(glued.search(t) for t in texts)] == []


# --- the code ---------------------------------------------------------------------------------


def trees() -> Iterator[tuple[str, ast.AST]]:
    for path in sorted(CODE.rglob("*.py")):
        yield str(path.relative_to(CODE)), ast.parse(path.read_text())


def asks_texts(call: ast.Call) -> bool:
    """Whether it reads texts(...), look.texts(...), texts.many(...) or the like."""
    target = call.func
    if isinstance(target, ast.Attribute) and target.attr == "many":
        target = target.value
    name = target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", "")
    return name in {"texts", "_texts"}


def keys_of(node: ast.expr) -> list[str]:
    """The keys an expression may be, as far as it is written out; "kind_*" for an f-string."""
    match node:
        case ast.Constant(value=str(value)):
            return [value]
        case ast.IfExp(body=first, orelse=second):
            return keys_of(first) + keys_of(second)
        case ast.JoinedStr(values=[ast.Constant(value=str(prefix)), *_]):
            return [f"{prefix}*"]
        case _:
            return []


def asked(tree: ast.AST) -> set[str]:
    calls = (n for n in ast.walk(tree) if isinstance(n, ast.Call) and n.args and asks_texts(n))
    return {name for call in calls for name in keys_of(call.args[0])}


def expanded(name: str) -> set[str]:
    if not name.endswith("*"):
        return {name}
    return {f"{name[:-1]}{member.value}" for member in DERIVED[name[:-1]]}


def test_every_key_the_code_asks_for_exists() -> None:
    missing = {
        (place, wanted)
        for place, tree in trees()
        for name in asked(tree)
        for wanted in expanded(name)
        if wanted not in KEYS
    }
    assert missing == set()


@pytest.mark.parametrize("prefix", DERIVED)
def test_every_derived_key_exists(prefix: str) -> None:
    assert {f"{prefix}{member.value}" for member in DERIVED[prefix]} - KEYS == set()


def said(tree: ast.AST) -> Iterator[re.Pattern[str]]:
    """Every string written in the code, and what an f-string with a first word may become."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(value)):
                yield re.compile(re.escape(value))
            case ast.JoinedStr(values=[ast.Constant(), *_] as parts):
                known = (
                    re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z_]+"
                    for p in parts
                )
                yield re.compile("".join(known))


def left_over(keys: Iterable[str], trees: Iterable[ast.AST]) -> list[str]:
    patterns = {pattern for tree in trees for pattern in said(tree)}
    return sorted(key for key in keys if not any(one.fullmatch(key) for one in patterns))


def test_no_sentence_is_left_over() -> None:
    assert left_over(KEYS, (tree for _, tree in trees())) == []


def test_a_sentence_that_is_left_over_is_found() -> None:
    tree = ast.parse("texts('send'); texts(f'dock_{lever}_back'); f'{name}_box'")
    assert left_over(["send", "dock_door_back", "dock_door", "the_box"], [tree]) == [
        "dock_door",
        "the_box",
    ]


def test_the_scan_sees_each_way_of_asking() -> None:
    tree = ast.parse(
        "texts('a'); look.texts('b', n=1); self.texts.many('c', 2); texts(f'kind_{kind}')\n"
        "texts('d' if x else 'e'); other('f'); words.many('g')"
    )
    assert asked(tree) == {"a", "b", "c", "d", "e", "kind_*"}
    assert expanded("kind_*") >= {"kind_report", "kind_suggestion"}


# --- asking -----------------------------------------------------------------------------------


def texts_of(po: str, languages: Iterable[Language] = Language) -> list[str]:
    return [Texts(language)(po) for language in languages]


def test_a_sentence_is_said_in_the_language_asked_for() -> None:
    assert texts_of("app_name") == ["Ишеним почтасы", "Почта доверия", "Trust post"]


def test_a_key_that_does_not_exist_raises() -> None:
    with pytest.raises(UnknownSentence, match="no_such_key"):
        Texts(Language.KY)("no_such_key")
    with pytest.raises(KeyError, match="no_such_key"):
        Texts(Language.EN).many("no_such_key", 3)


def test_values_must_be_exactly_the_placeholders() -> None:
    texts = Texts(Language.RU)
    with pytest.raises(WrongValues, match="app_name"):
        texts("app_name", surplus=1)
    with pytest.raises(WrongValues, match="danger_now"):
        texts("danger_now")
    with pytest.raises(WrongValues, match="chars_left"):
        texts.many("chars_left", 3, other=1)


def test_braces_in_a_value_stay_as_they_are() -> None:
    assert "{number}" in Texts(Language.EN)("danger_now", number="{number}")


@pytest.mark.parametrize(
    ("language", "one", "three", "eleven", "twenty_one"),
    [
        (
            Language.RU,
            "Остался 1 знак",
            "Осталось 3 знака",
            "Осталось 11 знаков",
            "Остался 21 знак",
        ),
        (
            Language.EN,
            *(f"{n} character{s} left" for n, s in ((1, ""), (3, "s"), (11, "s"), (21, "s"))),
        ),
        (Language.KY, *(f"Дагы {n} белги жазса болот" for n in (1, 3, 11, 21))),
    ],
)
def test_plural_forms(
    language: Language, one: str, three: str, eleven: str, twenty_one: str
) -> None:
    said = [Texts(language).many("chars_left", n) for n in (1, 3, 11, 21)]
    assert said == [one, three, eleven, twenty_one]


FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("language", "day_month", "weekday"),
    [
        (Language.KY, "27-ноябрь", "жума, 27-ноябрь"),
        (Language.RU, "27 ноября", "пятница, 27 ноября"),
        (Language.EN, "27 November", "Friday, 27 November"),
    ],
)
def test_dates(language: Language, day_month: str, weekday: str) -> None:
    texts = Texts(language)
    assert texts.date(FRIDAY) == texts.date(DayMonth(27, 11)) == day_month
    assert texts.day(FRIDAY) == weekday


def test_a_leap_day_has_a_name_although_its_letter_has_no_year() -> None:
    assert Texts(Language.RU).date(DayMonth(29, 2)) == "29 февраля"


def test_months_stand_alone() -> None:
    assert [Texts(language).month(11) for language in Language] == ["Ноябрь", "Ноябрь", "November"]


def test_a_time_is_what_the_wall_clock_shows() -> None:
    texts = Texts(Language.KY)
    assert texts.time(time(9, 5)) == "09:05"
    assert texts.time(datetime(2026, 11, 27, 14, 0, tzinfo=ZoneInfo("Asia/Bishkek"))) == "14:00"


def test_texts_of_one_language_are_equal_so_that_nothing_is_painted_again() -> None:
    assert Texts(Language.KY) == Texts(Language.KY) != Texts(Language.RU)


@pytest.mark.parametrize("language", Language)
def test_the_group_has_one_name_on_every_screen(language: Language) -> None:
    sentences = re.findall(
        r'^msgstr(?:\[\d\])? "(.*)"$', po_file(language).read_text("utf-8"), re.MULTILINE
    )
    assert [one for one in sentences if re.search("комисси|committee", one, re.IGNORECASE)] == []


@pytest.mark.parametrize("language", Language)
def test_what_is_kept_and_what_is_counted_is_said_so_that_it_cannot_be_misread(
    language: Language,
) -> None:
    """Not as past, and not as if a letter for adults were not counted."""
    texts = Texts(language)
    kept = {"ky": "сакталат", "ru": "хранится", "en": "is kept"}[language]
    counted = {"ky": "саналат", "ru": "— тоже", "en": "counts too"}[language]
    assert kept in texts("reply_kept", date="")
    assert counted in texts("count_paper")
