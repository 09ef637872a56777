"""What stands where on the writing screen: text, what is said of it, buttons, keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect
from kiosk.screens.keyboard import ROWS, WIDEST_MM
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.parts import languages_width, upright

HINTS = ("no_name_needed", "empty_letter", "too_long", "strange_sign")
KEY_MM = 15.6
"""No key is higher: it is not hit better, and takes from the text."""


@dataclass(frozen=True)
class Places:
    """`languages` is None on low glass, which has no room for them."""

    text: Rect
    hint: Rect
    done: Rect
    cover: Rect
    erase: Rect
    help: Rect
    languages: Rect | None
    keys: Rect


def places(look: Look) -> Places:
    """Return them for this glass."""
    return _upright(look) if upright(look) else _broad(look)


def _broad(look: Look) -> Places:
    """Stand the buttons right of the text; erasing at the edge, where nothing asks after it."""
    theme, gap = look.theme, look.theme.gap
    done, low, high = theme.primary, theme.mm(15), theme.mm(24)
    buttons = done + low + theme.target + 2 * gap
    upper, keys = _split(look, buttons + theme.mm(2.4), theme.mm(KEY_MM))
    left, right = columns(upper, 1.0, languages_width(look), gap=gap)
    text, hint = rows(left, 1.0, _hint_height(look, left.w), gap=theme.mm(0.6))
    tongues = None
    if right.h >= buttons + theme.target + gap:
        tongues, right = rows(right, theme.target, 1.0, gap=gap)
    pair = min(high, right.h - done - theme.target - 2 * gap)
    top, two, rest = rows(right, done, pair, 1.0, gap=gap)
    help_ = rows(rest, 1.0, theme.target)[1]
    cover, erase = columns(two, 1.0, 1.0, gap=gap)
    return Places(text, hint, top, cover, erase, help_, tongues, keys)


def _upright(look: Look) -> Places:
    """Stand text, buttons and keyboard one below another; erasing is out of their reach, on top."""
    theme, gap = look.theme, look.theme.gap
    upper, keys = _split(look, look.height // 2, look.width // 10)
    head, text, hint, foot = rows(
        upper, theme.target, 1.0, _hint_height(look, upper.w), theme.primary, gap=gap
    )
    erase, tongues = columns(head, 1.0, languages_width(look), gap=2 * gap)
    help_, cover, done = columns(foot, 1.35, 1.0, 1.05, gap=gap)
    return Places(text, hint, done, cover, erase, help_, tongues, keys)


def _split(look: Look, upper: int, key: int) -> tuple[Rect, Rect]:
    """Give the upper part so much at least, each row of keys so much at most."""
    theme = look.theme
    whole = Rect(0, 0, look.width, look.height)
    high = ROWS * min(key, (look.height - upper) // ROWS)
    above, keys = rows(centred(whole, min(whole.w, theme.mm(WIDEST_MM + 7)), whole.h), 1.0, high)
    return inset(above, theme.margin, theme.mm(1.2)), inset(keys, theme.mm(0.6), 0)


def _hint_height(look: Look, width: int) -> int:
    """Room for the longest hint, so that nothing moves when one comes."""
    letters = look.theme.least("small*")
    return max(lettering.block(look.texts(hint), letters, width) for hint in HINTS)
