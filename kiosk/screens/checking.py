"""What stands where on the check screen, and the five kinds of letter as chips."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.post.letters import Kind
from kiosk.screens import lettering
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import columns, grid, rows
from kiosk.screens.parts import roomy
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Chip, Label

GAP_MM = 0.9


@dataclass(frozen=True)
class KindChosen(Act):
    """A kind touched: chosen, or taken back."""

    kind: Kind = field(repr=False)


@dataclass(frozen=True)
class Places:
    """Where text, state, date, readers, reply and kinds stand."""

    text: Rect
    state: Rect
    day: Rect
    readers: Rect
    reply: Rect
    kinds: Rect


def kind_chips(look: Look, area: Rect, chosen: Kind | None, *, enabled: bool) -> tuple[Widget, ...]:
    """Return five chips under a line that says that none is needed."""
    theme, texts = look.theme, look.texts
    head, chips = rows(area, theme.type("small").line, 1.0, gap=theme.mm(0.6))
    names = [texts(f"kind_{kind}") for kind in Kind]
    letters = theme.type("small")
    wanted = [_longest_word(name, letters) + theme.mm(6.4) for name in names]
    gap = theme.mm(GAP_MM)
    if roomy(look):
        cells = grid(chips, 2, 3, gap=gap)[: len(names)]
    else:
        cells = columns(chips, *map(float, wanted), gap=gap)
    return (
        Label("kinds", head, "paper", texts("kind_optional"), type="small", colour="muted"),
        *(
            Chip(f"kind_{kind}", cell, "paper", name, act=KindChosen(kind),
                 chosen=kind is chosen, enabled=enabled)
            for kind, cell, name in zip(Kind, cells, names, strict=True)
        ),
    )  # fmt: skip


def _longest_word(text: str, letters: Type) -> int:
    return max(lettering.width(word, letters) for word in text.split())


def _beside(look: Look, area: Rect, *, day: bool) -> Places:
    """Stand the text on the left, all that can be chosen on the right."""
    theme, gap = look.theme, look.theme.mm(GAP_MM)
    left, right = columns(area, 0.57, 0.43, gap=theme.gap * 2)
    text, state = rows(left, 1.0, theme.mm(10), gap=theme.gap)
    high = theme.target if day else theme.mm(10)
    date, wishes, kinds = rows(right, high, theme.target, 1.0, gap=gap)
    readers, reply = columns(wishes, 0.44, 0.56, gap=gap)
    return Places(text, state, date, readers, reply, kinds)


def _below(look: Look, area: Rect, *, day: bool) -> Places:
    """On low glass all stands in three rows; a date that is picked needs room for a finger."""
    theme, gap = look.theme, look.theme.mm(GAP_MM)
    upper, touched, kinds = rows(area, 1.0, theme.target, _head(look) + theme.target, gap=gap)
    if day:
        text, date, readers, reply = columns(touched, 0.2, 0.21, 0.26, 0.33, gap=gap)
        return Places(text, upper, date, readers, reply, kinds)
    state, date = columns(upper, 0.5, 0.5, gap=gap)
    text, readers, reply = columns(touched, 0.28, 0.32, 0.4, gap=gap)
    return Places(text, state, date, readers, reply, kinds)


def _head(look: Look) -> int:
    return look.theme.type("small").line + look.theme.mm(0.6)


PLACES = {True: _beside, False: _below}
"""By whether the glass is roomy."""
