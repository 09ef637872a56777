"""Passphrases: how long, how foreseeable, and always the same to whoever types them again."""

from __future__ import annotations

import pytest

from kiosk.post.passphrase import LEAST, MOST, Strength, missing, strength, tidied


@pytest.mark.parametrize(
    ("phrase", "judged"),
    [
        ("", Strength.SHORT),
        ("кыска", Strength.SHORT),
        ("тогузтамг", Strength.SHORT),
        ("   тогуз     ", Strength.SHORT),
        ("аааааааааааа", Strength.WEAK),
        ("йцукенгшщзхъ", Strength.WEAK),
        ("qwertyuiop12", Strength.WEAK),
        ("абвгдеёжзий", Strength.WEAK),
        ("0987654321", Strength.WEAK),
        ("27112026 27112026", Strength.WEAK),
        ("1827364509", Strength.WEAK),
        ("почта почта почта почта", Strength.WEAK),
        ("бороон кар", Strength.FAIR),
        ("Кызыл-алма7", Strength.FAIR),
        ("тоо жылдыз китеп дарыя", Strength.STRONG),
        ("синий слон читает карту", Strength.STRONG),
        ("correct horse battery staple", Strength.STRONG),
    ],
)
def test_a_phrase_is_judged_in_words(phrase: str, judged: Strength) -> None:
    assert strength(phrase) is judged


def test_only_what_could_stand_up_may_seal() -> None:
    assert [one for one in Strength if one.enough] == [Strength.FAIR, Strength.STRONG]


def test_it_says_how_much_is_missing() -> None:
    assert [missing(phrase) for phrase in ("", "кар", "бороон кар", "бороон кар жаады")] == [
        LEAST, LEAST - 3, 0, 0,
    ]  # fmt: skip


def test_blanks_and_composed_letters_make_no_difference() -> None:
    assert tidied("  бороон   кар ") == tidied("бороон кар")
    assert tidied("\u0438\u0306") == "й"


def test_readers_take_the_longest_one_whole() -> None:
    assert len(("№" * MOST).encode()) <= 127
