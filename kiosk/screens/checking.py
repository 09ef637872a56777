"""What stands where on the check screen, and the five kinds of letter as chips."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kiosk.post.letters import Kind
from kiosk.screens import lettering
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import centred, columns, covering, grid, rows
from kiosk.screens.parts import abreast, note, note_height, roomy, upright
from kiosk.screens.sheet import Sheet
from kiosk.screens.textarea import TextArea
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Button, Chip, Label

GAP_MM = 0.9


@dataclass(frozen=True)
class KindChosen(Act):
    """A kind touched: chosen, or taken back."""

    kind: Kind = field(repr=False)


@dataclass(frozen=True)
class TextTouched(Act):
    """Uncover the text, or cover it."""


@dataclass(frozen=True)
class Places:
    """Where text, state, date, readers, reply and kinds stand."""

    text: Rect
    state: Rect
    day: Rect
    readers: Rect
    reply: Rect
    kinds: Rect


def opened(look: Look, area: Rect, sheet: Sheet, told: str) -> tuple[Widget, ...]:
    """Show the text over all of the body; the cover stays in reach, and what was wished."""
    theme, words = look.theme, look.texts("hide_text")
    beside = theme.mm(52 if roomy(look) else 60)
    below = theme.target + theme.gap + note_height(look, told, area.w)
    left, right = abreast(look, area, (1.0, beside), (1.0, below), gap=theme.gap)
    cover, room = rows(right, theme.target, 1.0, gap=theme.gap)
    said = room._replace(h=min(room.h, note_height(look, told, room.w)))
    return (
        *sheet.widgets(look, left, covered=False, writing=False),
        Button("cover", cover, "paper", words, icon="eye-off", act=TextTouched(), type="body*"),
        *note(look, said, "state", "info", told, "honey"),
    )


def covered(look: Look, area: Rect, *, enabled: bool) -> tuple[Widget, ...]:
    """Return bars for the text and the button on them; on low glass there is room for one."""
    place = area
    if roomy(look):
        place = centred(area, min(area.w, look.theme.mm(62)), look.theme.target)
    bars = TextArea("text", area, "paper", (), covered=True)
    return (
        *((bars,) if roomy(look) else ()),
        Button("cover", place, "sheet", look.texts("show_text"), icon="eye", act=TextTouched(),
               type="body*", enabled=enabled),
    )  # fmt: skip


def kind_chips(look: Look, area: Rect, chosen: Kind | None, *, enabled: bool) -> tuple[Widget, ...]:
    """Return five chips under a line that says that none is needed."""
    theme, texts = look.theme, look.texts
    head, chips = rows(area, theme.least("small").line, 1.0, gap=theme.mm(0.6))
    names = [texts(f"kind_{kind}") for kind in Kind]
    letters = theme.least("small")
    wanted = [_longest_word(name, letters) + theme.mm(6.4) for name in names]
    gap = theme.mm(GAP_MM)
    if roomy(look):
        cells = grid(chips, *((3, 2) if upright(look) else (2, 3)), gap=gap)[: len(names)]
    else:
        cells = columns(chips, *map(float, wanted), gap=gap)
    return (
        Label("kinds", head, "paper", texts("kind_optional"), type="small", least="small",
              colour="muted"),
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
    date, wishes, kinds = rows(right, high, theme.mm(15.9), 1.0, gap=gap)
    kinds = kinds._replace(h=min(kinds.h, _head(look) + 3 * theme.mm(20)))
    readers, reply = columns(wishes, 0.5, 0.5, gap=gap)
    return Places(text, state, date, readers, reply, kinds)


def _stacked(look: Look, area: Rect) -> Places:
    """Stand the text above, all that can be chosen below it."""
    theme, gap = look.theme, look.theme.mm(GAP_MM)
    kinds_high = _head(look) + 2 * theme.mm(16) + gap
    text, state, date, wishes, kinds = rows(
        area, 1.0, theme.mm(10), theme.target, theme.mm(17), kinds_high, gap=theme.gap
    )
    readers, reply = columns(wishes, 0.5, 0.5, gap=gap)
    return Places(text, state, date, readers, reply, kinds)


def _below(look: Look, area: Rect, *, day: bool) -> Places:
    """On low glass all stands in three rows; a date that is picked needs room for a finger."""
    theme, gap = look.theme, look.theme.mm(GAP_MM)
    upper, touched, kinds = rows(area, 1.0, theme.target, _head(look) + theme.target, gap=gap)
    if day:
        text, date, readers, reply = columns(touched, 0.2, 0.21, 0.31, 0.28, gap=gap)
        return Places(text, upper, date, readers, reply, kinds)
    state, date = columns(upper, 0.5, 0.5, gap=gap)
    text, readers, reply = columns(touched, 0.26, 0.38, 0.36, gap=gap)
    return Places(text, state, date, readers, reply, kinds)


def with_room(look: Look, places: Places, words: str, *, day: bool) -> tuple[Places, Rect]:
    """Return the places anew, and one for a note of these words.

    It takes of the text's bars; on low glass it stands over the state, and a date that is known.
    """
    if not roomy(look):
        return places, places.state if day else covering(places.state, places.day)
    high = note_height(look, words, places.text.w)
    text, said = rows(places.text, 1.0, high, gap=look.theme.gap)
    return replace(places, text=text), said


def _head(look: Look) -> int:
    return look.theme.least("small").line + look.theme.mm(0.6)


def places(look: Look, area: Rect, *, day: bool) -> Places:
    """Return what stands where; with `day` the date is picked, and so touched."""
    if upright(look):
        return _stacked(look, area)
    return (_beside if roomy(look) else _below)(look, area, day=day)
