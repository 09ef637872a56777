"""What stands on the caps of a USB keyboard: Kyrgyz and Russian letters by the place of the key.

Without a desktop the system knows only a US keyboard, whatever is printed on the caps. The places
are those of xkb's `kg`, which follows the standard of 2005: ЙЦУКЕН, ө ң right of 0, ү on the
backslash; signs above the figures as on a Russian keyboard. With AltGr у н о е ь are ү ң ө ё ъ, as
on Windows and on phones, and every other key is what a US keyboard has there: so - = \\ [ ] and the
like stay in reach.
"""

from __future__ import annotations

from string import ascii_lowercase

import pygame

US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
US_SHIFTED = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
PRINTED = "ё1234567890өңйцукенгшщзхъүфывапролджэячсмитьбю."
PRINTED_SHIFTED = 'Ё!"№;%:?*()ӨҢЙЦУКЕНГШЩЗХЪҮФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,'
OTHERS = {"у": "ү", "н": "ң", "о": "ө", "е": "ё", "ь": "ъ"}
"""What a letter becomes that is held on the glass, or typed with AltGr."""

_SIGNS = {
    pygame.KSCAN_GRAVE: "`",
    pygame.KSCAN_MINUS: "-",
    pygame.KSCAN_EQUALS: "=",
    pygame.KSCAN_LEFTBRACKET: "[",
    pygame.KSCAN_RIGHTBRACKET: "]",
    pygame.KSCAN_BACKSLASH: "\\",
    pygame.KSCAN_SEMICOLON: ";",
    pygame.KSCAN_APOSTROPHE: "'",
    pygame.KSCAN_COMMA: ",",
    pygame.KSCAN_PERIOD: ".",
    pygame.KSCAN_SLASH: "/",
}
_KEYS = {
    **{pygame.KSCAN_A + nth: sign for nth, sign in enumerate(ascii_lowercase)},
    **{pygame.KSCAN_1 + nth: sign for nth, sign in enumerate("1234567890")},
    **_SIGNS,
}
PLACES = {scancode: US.index(sign) for scancode, sign in _KEYS.items()}
"""Where a key (its scancode) stands, as an index into the rows above."""


def printed(text: str, scancode: int, mod: int) -> str:
    """What the cap says of the key that gave this text on a US keyboard.

    Empty where the system knew another layout, or took the key from elsewhere (the keypad).
    """
    place = PLACES.get(scancode)
    if place is None or text not in (US[place], US_SHIFTED[place]):
        return ""
    return _cased(place, mod)


def us(scancode: int, mod: int) -> str:
    """What a US keyboard has at this place; empty if it is no place for signs."""
    place = PLACES.get(scancode)
    if place is None:
        return ""
    return (US_SHIFTED if _shifted(US[place], mod) else US)[place]


def with_altgr(scancode: int, mod: int) -> str:
    """What a key is with AltGr on a Kyrgyz keyboard."""
    place = PLACES.get(scancode)
    other = OTHERS.get(PRINTED[place]) if place is not None else None
    if other is None:
        return us(scancode, mod)
    return other.upper() if _shifted(other, mod) else other


def _cased(place: int, mod: int) -> str:
    return (PRINTED_SHIFTED if _shifted(PRINTED[place], mod) else PRINTED)[place]


def _shifted(sign: str, mod: int) -> bool:
    """Whether Shift is meant; Caps Lock means it for letters, and both together do not."""
    lock = sign.isalpha() and bool(mod & pygame.KMOD_CAPS)
    return bool(mod & pygame.KMOD_SHIFT) != lock
