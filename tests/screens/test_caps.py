"""A USB keyboard with Kyrgyz, Russian or English caps, as SDL tells of it with and without X."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from kiosk.post.letters import Language
from kiosk.screens.caps import OTHERS, PRINTED, PRINTED_SHIFTED, US, US_SHIFTED
from kiosk.screens.keyboard import KEYS, Special
from kiosk.screens.write import Write
from tests.screens.pupil import SCHOOL, Pupil
from tests.screens.test_keyboard import Pad

SHIFT, CAPS, ALTGR = pygame.KMOD_LSHIFT, pygame.KMOD_CAPS, pygame.KMOD_RALT
CONTROL, ALT, SUPER = pygame.KMOD_LCTRL, pygame.KMOD_LALT, pygame.KMOD_LGUI
SIGNS = {
    "`": "GRAVE", "-": "MINUS", "=": "EQUALS", "[": "LEFTBRACKET", "]": "RIGHTBRACKET",
    "\\": "BACKSLASH", ";": "SEMICOLON", "'": "APOSTROPHE", ",": "COMMA", ".": "PERIOD",
    "/": "SLASH", " ": "SPACE",
}  # fmt: skip


@pytest.fixture
def screen() -> Write:
    return Write(SCHOOL)


@pytest.fixture
def pupil(screen: Write) -> Pupil:
    pupil = Pupil(screen, language=Language.KY)
    pupil.wait(1)
    return pupil


def scancode(cap: str) -> int:
    found = getattr(pygame, f"KSCAN_{SIGNS.get(cap, cap.upper())}")
    assert isinstance(found, int)
    return found


def key(pupil: Pupil, cap: str, text: str = "", *, mod: int = 0, keycode: int = 0) -> None:
    """One key, as SDL tells of it: down, the text the system made of it (if any), up."""
    at = {"scancode": scancode(cap), "key": keycode or ord(cap), "mod": mod, "unicode": text}
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, at))
    if text:
        pupil.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
    pupil.stage.feed(pygame.event.Event(pygame.KEYUP, at))


def console(pupil: Pupil, cap: str, mod: int = 0) -> None:
    """Without X: the system knows a US keyboard only, whatever is printed on the caps."""
    key(pupil, cap, on_a_us_keyboard(cap, mod), mod=mod)


def on_a_us_keyboard(cap: str, mod: int) -> str:
    if cap == " ":
        return " "
    shifted = bool(mod & SHIFT) != (cap.isalpha() and bool(mod & CAPS))
    return US_SHIFTED[US.index(cap)] if shifted else cap


def type_caps(pupil: Pupil, words: str) -> None:
    """Press the caps on which a Kyrgyz keyboard bears these letters."""
    for letter in words:
        if letter == " ":
            console(pupil, " ")
        elif letter in PRINTED:
            console(pupil, US[PRINTED.index(letter)])
        else:
            console(pupil, US[PRINTED_SHIFTED.index(letter)], SHIFT)


def chord(pupil: Pupil, first: int, second: int, mod: int, between: str = "") -> None:
    """Press one modifier, then another, then let both go."""
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=first, scancode=224, mod=0))
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=second, scancode=225, mod=mod))
    if between:
        key(pupil, between, mod=mod)
    pupil.stage.feed(pygame.event.Event(pygame.KEYUP, key=second, scancode=225, mod=0))
    pupil.stage.feed(pygame.event.Event(pygame.KEYUP, key=first, scancode=224, mod=0))
    pupil.stage.draw()


CTRL_SHIFT = (pygame.K_LCTRL, pygame.K_LSHIFT, CONTROL | SHIFT)
ALT_SHIFT = (pygame.K_LSHIFT, pygame.K_LALT, ALT | SHIFT)


# --- the places ---


def test_every_place_has_a_cap_in_all_four_rows() -> None:
    assert len(US) == len(US_SHIFTED) == len(PRINTED) == len(PRINTED_SHIFTED) == 47
    assert len(set(PRINTED)) == len(set(PRINTED_SHIFTED)) == 47


def test_all_letters_of_the_glass_are_on_the_caps_in_the_same_order() -> None:
    for row in KEYS[Special.CYRILLIC]:
        letters = [sign for sign in row if isinstance(sign, str) and sign in PRINTED]
        own = [one for one in letters if one not in "үөңё"]
        places = [PRINTED.index(one) for one in own]
        assert all(one < other for one, other in pairwise(places))
    assert {sign for sign in PRINTED if sign.isalpha()} == set(
        "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
    )


@pytest.mark.parametrize(
    ("cap", "letter"),
    [("q", "й"), ("-", "ө"), ("=", "ң"), ("\\", "ү"), ("`", "ё"), ("[", "х"), ("]", "ъ"),
     (";", "ж"), ("'", "э"), (",", "б"), (".", "ю"), ("/", "."), ("1", "1")],
)  # fmt: skip
def test_keys_stand_where_xkbs_kyrgyz_layout_has_them(cap: str, letter: str) -> None:
    assert PRINTED[US.index(cap)] == letter


# --- without X: Latin comes, the caps are meant ---


def test_a_letter_is_typed_by_its_caps(pupil: Pupil, screen: Write) -> None:
    type_caps(pupil, "Өтүнөмүн, жарык кылыңыз: 3-кабат? Ёлка №5!".replace("-", " "))
    assert screen.text == "Өтүнөмүн, жарык кылыңыз: 3 кабат? Ёлка №5!"


def test_caps_lock_means_capitals_of_all_letters_and_of_nothing_else(
    pupil: Pupil, screen: Write
) -> None:
    for cap in "q[-\\/1":
        console(pupil, cap, CAPS)
    for cap in "q[":
        console(pupil, cap, CAPS | SHIFT)
    assert screen.text == "ЙХӨҮ.1йх"


def test_with_altgr_letters_become_their_kyrgyz_neighbours(pupil: Pupil, screen: Write) -> None:
    """As on Windows; the system may give no text, or a strange one."""
    place = {letter: US[PRINTED.index(letter)] for letter in OTHERS}
    key(pupil, place["у"], mod=ALTGR)
    key(pupil, place["н"], "y", mod=ALTGR)
    key(pupil, place["о"], "\x1b", mod=ALTGR | SHIFT)
    key(pupil, place["е"], mod=pygame.KMOD_MODE)
    key(pupil, place["ь"], mod=ALTGR | CAPS)
    assert screen.text == "үңӨёЪ"


def test_what_the_letters_stand_on_is_in_reach_with_altgr(pupil: Pupil, screen: Write) -> None:
    for cap in "-=\\[];',./`2":
        key(pupil, cap, "\\", mod=ALTGR)
    for cap in "-=[2,":
        key(pupil, cap, mod=ALTGR | SHIFT)
    assert screen.text == "-=\\[];',./`2_+{@<"


def test_a_held_altgr_key_types_once_though_the_system_repeats_its_text(
    pupil: Pupil, screen: Write
) -> None:
    at = {"scancode": pygame.KSCAN_E, "key": ord("e"), "mod": ALTGR, "unicode": ""}
    pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, at))
    for _ in range(3):
        pupil.type("e")
    pupil.stage.feed(pygame.event.Event(pygame.KEYUP, at))
    console(pupil, "q")
    assert screen.text == "үй"


def test_the_keypad_types_what_stands_on_it(pupil: Pupil, screen: Write) -> None:
    for cap in ("KP_MINUS", "KP_PLUS", "KP_PERIOD", "KP_DIVIDE"):
        text = {"KP_MINUS": "-", "KP_PLUS": "+", "KP_PERIOD": ".", "KP_DIVIDE": "/"}[cap]
        at = {"scancode": getattr(pygame, f"KSCAN_{cap}"), "key": getattr(pygame, f"K_{cap}")}
        pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, at | {"mod": 0}))
        pupil.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=text))
    assert screen.text == "-+./"


def test_rollover_keeps_each_text_with_its_key(pupil: Pupil, screen: Write) -> None:
    """The next key goes down before the last one is up; and a held key repeats by text alone."""
    for cap, before in zip("[q]", " [q", strict=True):
        at = {"scancode": scancode(cap), "key": ord(cap), "mod": 0, "unicode": cap}
        pupil.stage.feed(pygame.event.Event(pygame.KEYDOWN, at))
        pupil.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text=cap))
        up = {"scancode": scancode(before), "key": ord(before), "mod": 0}
        pupil.stage.feed(pygame.event.Event(pygame.KEYUP, up))
    pupil.stage.feed(pygame.event.Event(pygame.TEXTINPUT, text="]"))
    assert screen.text == "хйъъ"


# --- the layout on the glass ---


def test_while_the_glass_shows_latin_latin_is_typed(pupil: Pupil, screen: Write) -> None:
    pupil.tap("key_latin")
    for cap in "wi-fi":
        console(pupil, cap)
    key(pupil, "e", mod=ALTGR)
    assert screen.text == "wi-fie"


def test_while_the_glass_shows_signs_letters_are_the_caps_and_signs_the_systems(
    pupil: Pupil, screen: Write
) -> None:
    pupil.tap("key_numbers")
    for cap in "3-b;":
        console(pupil, cap)
    console(pupil, "2", SHIFT)
    assert screen.text == "3-и;@"


@pytest.mark.parametrize("keys", [CTRL_SHIFT, ALT_SHIFT])
def test_a_chord_changes_the_layout_and_the_glass_shows_it(
    pupil: Pupil, screen: Write, keys: tuple[int, int, int]
) -> None:
    console(pupil, "q")
    chord(pupil, *keys)
    assert pupil.has("key_q")
    assert pupil.text("key_cyrillic") == "АБВ"
    console(pupil, "q")
    chord(pupil, *keys)
    assert pupil.has("key_й")
    assert pupil.text("key_latin") == "ABC"
    console(pupil, "q")
    assert screen.text == "йqй"


def test_super_and_blank_change_the_layout_and_type_no_blank(pupil: Pupil, screen: Write) -> None:
    key(pupil, " ", " ", mod=SUPER)
    assert pupil.has("key_q")
    console(pupil, " ")
    assert screen.text == " "


def test_from_the_signs_the_chord_leads_to_the_other_letters(pupil: Pupil) -> None:
    pupil.tap("key_numbers")
    chord(pupil, *CTRL_SHIFT)
    assert pupil.has("key_q")


def test_a_chord_with_a_key_between_is_another_one(pupil: Pupil, screen: Write) -> None:
    chord(pupil, *CTRL_SHIFT, between="q")
    chord(pupil, pygame.K_LCTRL, pygame.K_LALT, CONTROL | ALT)
    assert pupil.has("key_й")
    assert screen.text == ""


@pytest.mark.parametrize("mod", [CONTROL, ALT, SUPER])
def test_an_order_to_the_system_is_no_text(pupil: Pupil, screen: Write, mod: int) -> None:
    key(pupil, "q", "q", mod=mod)
    console(pupil, "w")
    assert screen.text == "ц"


def test_the_chord_says_that_somebody_is_there_and_keeps_the_hint(pupil: Pupil) -> None:
    before = pupil.presses
    chord(pupil, *CTRL_SHIFT)
    assert pupil.presses == before + 1


# --- a desktop that knows its own layouts ---


def test_a_desktops_cyrillic_passes_as_it_is(pupil: Pupil, screen: Write) -> None:
    """Russian: the key right of 0 is a minus, the one left of the right Shift a full stop."""
    for cap, text in (("q", "й"), ("-", "-"), ("=", "="), ("\\", "\\"), ("/", "."), ("[", "х")):
        key(pupil, cap, text)
    key(pupil, "/", ",", mod=SHIFT)
    assert screen.text == "й-=\\.х,"


def test_a_desktop_that_goes_over_to_latin_is_heard_again(pupil: Pupil, screen: Write) -> None:
    for cap, text in (("q", "й"), ("q", "q"), ("-", "-")):
        key(pupil, cap, text)
    assert screen.text == "ййө"


def test_text_that_comes_from_no_key_passes_as_it_is(pupil: Pupil, screen: Write) -> None:
    """An input method, or a scanner of some desktop."""
    console(pupil, "w")
    pupil.type("Wi-Fi үй")
    assert screen.text == "цWi-Fi үй"


# --- where no letters are wanted ---


def test_a_number_pad_gets_its_figures_whatever_the_caps(pupil: Pupil) -> None:
    pad = Pad()
    pupil.stage.show(pad)
    for cap in "40719":
        console(pupil, cap)
    key(pupil, "2", "2", mod=ALTGR)
    console(pupil, "3", SHIFT)
    assert pad.code == "407192"


def test_nothing_of_a_key_can_be_quoted(pupil: Pupil) -> None:
    type_caps(pupil, "купуя")
    assert "купуя" not in pupil.reprs
