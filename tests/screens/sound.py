"""Whether a screen is right on a glass: nothing cut, covered, beside the glass or too small."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from kiosk.demo.glasses import Glass
from kiosk.post.appearance import Appearance, TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Look, Rect, Screen, Widget
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import overlap
from kiosk.screens.measure import smallest_capital, touchable
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts
from tests.screens.pupil import Size

SMALLEST_CAPITAL = 2.4
"""In mm, of whatever a pupil reads."""


def unsound(
    screen: Screen, glass: Glass, language: Language, appearance: Appearance
) -> Iterator[tuple[str, list[object]]]:
    """What is wrong with a screen on a glass, and with which widgets; nothing if all is well."""
    look = looked(glass, language, appearance)
    view, theme = screen.view(look), look.theme
    widgets, touched = view.widgets, [*filter(touchable, view.widgets)]
    found: dict[str, list[object]] = {
        "cut": [one.name for one in widgets if not one.fits(theme)],
        "named twice": [one for one, count in Counter(names(widgets)).items() if count > 1],
        "over each other": [*overlapping(touched)],
        "over words": [*over_words(widgets, touched)],
        "beside the glass": [one.name for one in widgets if not inside(one.rect, glass)],
        "too small": [*too_small(touched, theme)],
        "capitals in mm": [mm for mm in [smallest_capital(view, theme)] if mm < SMALLEST_CAPITAL],
    }
    return ((what, wrong) for what, wrong in found.items() if wrong)


def all_wrong(screen: Screen, glass: Glass) -> list[str]:
    """What is wrong in any language and either size of letters; empty if all is well."""
    return [
        f"{language} {size}: {what} {wrong}"
        for language in Language
        for size in TextSize
        for what, wrong in unsound(screen, glass, language, Appearance(size=size))
    ]


def looked(glass: Glass, language: Language, appearance: Appearance) -> Look:
    theme = replace(Theme.resolve(*glass), appearance=appearance)
    return Look(glass.width, glass.height, theme, Texts(language))


def names(widgets: Sequence[Widget]) -> list[str]:
    return [one.name for one in widgets]


def overlapping(touched: Sequence[Widget]) -> list[tuple[str, str]]:
    pairs = combinations(touched, 2)
    return [(one.name, other.name) for one, other in pairs if overlap(one.rect, other.rect)]


def over_words(widgets: Sequence[Widget], touched: Sequence[Widget]) -> Iterator[tuple[str, str]]:
    """A label that lies over another, or over what is touched; empty ones are not in the way."""
    labels = [one for one in widgets if isinstance(one, Label) and one.text and one.rect.h > 0]
    yield from overlapping(labels)
    for label in labels:
        yield from ((label.name, one.name) for one in touched if overlap(label.rect, one.rect))


def too_small(touched: Sequence[Widget], theme: Theme) -> list[str]:
    """20 mm for the one button that matters, 12 mm for others; keys as large as fit, 9 mm."""
    return [
        one.name for one in touched if min(one.rect.w, one.rect.h) < least_mm(one) * theme.px_per_mm
    ]


def least_mm(widget: Widget) -> float:
    if isinstance(widget, Button) and widget.style in (Style.PRIMARY, Style.INVITING):
        return 20
    return 9 if isinstance(widget, Key) else 12


def inside(rect: Rect, size: Size | Glass) -> bool:
    return rect.x >= 0 and rect.y >= 0 and rect.x + rect.w <= size[0] and rect.y + rect.h <= size[1]
