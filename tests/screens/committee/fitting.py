"""What does not fit on the glass: cut, too small, over another, or named twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from kiosk.demo.glasses import Glass
from kiosk.post.appearance import TextSize
from kiosk.post.letters import Language
from kiosk.screens.base import Widget
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import overlap
from kiosk.screens.widgets import Button, Chip, Label
from tests.screens.committee.hand import Hand
from tests.screens.committee.scenes import Scene
from tests.screens.glasses import ALL

Way = tuple[Language, TextSize]

WAYS: Sequence[Way] = tuple((language, size) for size in TextSize for language in Language)
SAMPLE = tuple(way for way in WAYS if ALL or Language.KY in way or TextSize.LARGE in way)
"""Letters are enlarged where there is room, so what fits large mostly fits as it is."""


def unsound(scene: Scene, glass: Glass, ways: Sequence[Way] = SAMPLE) -> list[str]:
    """All that is wrong with a scene, by who reads it; an empty list says that nothing is."""
    hand = scene(glass, Language.KY)
    return [f"{way[0]}, {way[1]}: {fault}" for way in ways for fault in _faults(hand, way)]


def _faults(hand: Hand, way: Way) -> list[str]:
    hand.read_by(*way)
    return faults(hand)


def faults(hand: Hand) -> list[str]:
    """What is wrong with the screen as it stands."""
    named = Counter(widget.name for widget in hand.stage.view.widgets)
    twice = [f"{name} twice" for name, count in named.items() if count > 1]
    return [*cut(hand), *small(hand), *collisions(hand), *twice]


def cut(hand: Hand) -> Iterator[str]:
    """Widgets whose words do not fit, or that hang over the edge of the glass."""
    width, height = hand.extent
    for widget in hand.stage.view.widgets:
        x, y, w, h = widget.rect
        outside = x < 0 or y < 0 or w <= 0 or h <= 0 or x + w > width or y + h > height
        if outside or not widget.fits(hand.theme):
            yield f"{widget.name} is cut: {widget.rect}"


def small(hand: Hand) -> Iterator[str]:
    """Targets a finger would miss: 12 mm; keys, which stand edge to edge, 9 mm."""
    for widget in hand.stage.view.widgets:
        least = hand.theme.mm(9 if isinstance(widget, Key) else 12)
        if widget.act is not None and min(widget.rect.w, widget.rect.h) < least:
            yield f"{widget.name} is small: {widget.rect}"


def collisions(hand: Hand) -> Iterator[str]:
    """Things that say or do something and lie over one another."""

    def speaks(widget: Widget) -> bool:
        return widget.act is not None or isinstance(widget, Label | Button | Chip)

    speaking = [widget for widget in hand.stage.view.widgets if speaks(widget)]
    for one, other in combinations(speaking, 2):
        if overlap(one.rect, other.rect):
            yield f"{one.name} over {other.name}"
