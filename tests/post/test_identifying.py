"""What in a public text might tell who wrote."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.identifying import Sign, Trace, traces

ORDINARY = (
    "Экинчи кабаттын коридоруна жаңы лампалар тагылды.",
    "Ашкана 5-декабрдан тартып иштейт, саат 12:30да.",
    "Дааратканалар жумасына 3 жолу жуулат.",
    "Кыргыз Республикасынын Билим берүү министрлиги жооп берди.",
    "7-класстын окуучулары жана 8-класстар үчүн.",
    "Директордун кызы эмес. Анын уулу да эмес.",
    "Жалпы жыйналышта айтылат: 27-ноябрь, саат 14:00.",
    "Балдар жана кыздар кеңеши 20.11.2026 күнү өтөт.",
    "Улуу Ата Мекендик согуштун ардагерлери келет. Ысык-Көл сапары болот.",
    "В коридоре второго этажа поставили новые лампы. Спасибо.",
    "9-е мая, в День Победы, занятий нет. 5-й урок короче.",
    "Классов стало больше. Столов тоже.",
    "Звоните 111 или 112, бесплатно.",
    "С 1 сентября по 31 мая 2026 года, перемена 10 минут.",
    "Мы купили 5 г соли и 3D принтер, бумага А4, всего 12 000 сомов.",
    "The new lamps work. Water is back in Room 12 since Monday, 20 November.",
)

CLASSES = ("7-Б", "7б", "11А", "7 «Б»", "10-в", "7-A", "9 ж класс", "1-д")
NAMES = (
    "Айгүл Асанова", "Эрмек Турсун", "Ивану Петровичу", "Гүлнара Токтобековна",
    "Бакыт уулу", "Нурлан кызынын", "Асановго", "Смирновой", "Aigul Asanova", "Nurlan kyzy",
)  # fmt: skip
PHONES = ("0555 123 456", "+996 555 12-34-56", "0(555)123456", "996700112233")


def signs(text: str) -> set[Sign]:
    return {trace.sign for trace in traces(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_sentence_raises_no_alarm(text: str) -> None:
    assert traces(text) == ()


@settings(deadline=None)
@given(st.lists(st.sampled_from(ORDINARY), min_size=1))
def test_nor_do_many_of_them_together(sentences: list[str]) -> None:
    assert traces(" ".join(sentences)) == ()


@pytest.mark.parametrize(
    ("sign", "words"),
    [
        *((Sign.CLASS, words) for words in CLASSES),
        *((Sign.NAME, words) for words in NAMES),
        *((Sign.PHONE, words) for words in PHONES),
    ],
)
@settings(deadline=None)
@given(before=st.sampled_from(ORDINARY), after=st.sampled_from(ORDINARY))
def test_one_trace_among_ordinary_sentences_is_found(
    sign: Sign, words: str, before: str, after: str
) -> None:
    (trace,) = traces(f"{before} Бул жерде {words} деп айтылган. {after}")
    assert trace.sign is sign
    assert words.startswith(trace.words.removesuffix("'s")) or trace.words in words


@settings(deadline=None)
@given(st.integers(1, 11), st.sampled_from("АБВГД"), st.sampled_from(["", "-", " «"]))
def test_every_class_of_a_school_is_found(year: int, letter: str, between: str) -> None:
    told = f"{year}{between}{letter}{'»' if '«' in between else ''}"
    assert traces(f"Рахмат, {told} окуучулары!") == (Trace(Sign.CLASS, told),)


@pytest.mark.parametrize(
    "text", ["Айгүл Асанова айтты", "Мария Ивановна сказала", "Кечээ Эрмек Турсун келди"]
)
def test_a_name_where_a_sentence_begins_is_found(text: str) -> None:
    assert signs(text) == {Sign.NAME}


@pytest.mark.parametrize("text", ["Классов мало", "Спасибо! Готово", "Столовая работает"])
def test_a_capital_where_a_sentence_begins_is_no_name(text: str) -> None:
    assert signs(text) == set()


def test_all_that_is_found_is_told_once_and_in_order() -> None:
    found = traces("0555123456, 7-Б, Айгүл Асанова, дагы 7-Б жана Айгүл Асанова")
    assert [trace.sign for trace in found] == [Sign.CLASS, Sign.NAME, Sign.PHONE]


@settings(deadline=None)
@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    for trace in traces(text):
        assert trace.words in text
        assert trace.words == trace.words.strip()
        assert re.search(r"\w", trace.words)


def test_nothing_found_is_quoted() -> None:
    assert "Асанова" not in repr(traces("Бул Айгүл Асанова"))
