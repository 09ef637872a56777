"""What counts as the same picture: every change that somebody would see is one, rounding is not."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PIL import Image, ImageChops, ImageFilter

from kiosk.demo.glasses import SMALLEST, USUAL
from kiosk.post.appearance import Palette
from kiosk.post.letters import Language
from kiosk.screens.base import Look, Rect, Screen, View, Widget
from tools.alike import EDGE, difference, marked
from tools.showing import Shown

SEEN = [
    Shown("check", Language.KY, USUAL),
    Shown("thanks", Language.RU, SMALLEST),
    Shown("before", Language.KY, SMALLEST, Palette.DARK),
]
KYRGYZ = str.maketrans({"о": "ө", "н": "ң", "у": "ү"})
"""The letters that are most like another."""

pytestmark = pytest.mark.parametrize("shown", SEEN, ids=lambda shown: shown.file)


class Still(Screen):
    """A screen that shows one view."""

    def __init__(self, name: str, view: View) -> None:
        self.name = name  # type: ignore[misc]
        self._view = view

    def view(self, look: Look) -> View:
        return self._view


def changed(shown: Shown, change: Callable[[Widget], Widget | None]) -> dict[str, bool]:
    """For each widget that can be changed so: whether the change of it alone is found."""
    view, drawn = shown.view(), shown.drawn()
    name = shown.screen.split(",")[0]
    found: dict[str, bool] = {}
    for nth, widget in enumerate(view.widgets):
        other = change(widget)
        if other is not None:
            widgets = (*view.widgets[:nth], other, *view.widgets[nth + 1 :])
            picture = shown.painted(Still(name, replace(view, widgets=widgets)))
            found[widget.name] = difference(drawn, picture) is not None
    return found


def test_the_same_drawn_twice_is_the_same(shown: Shown) -> None:
    still = Still(shown.screen, shown.view())
    assert difference(shown.drawn(), shown.painted(still)) is None


def test_a_widget_moved_by_two_pixels_is_found(shown: Shown) -> None:
    def moved(widget: Widget) -> Widget:
        x, y, w, h = widget.rect
        return replace(widget, rect=Rect(x - 2, y, w, h))

    found = changed(shown, moved)
    assert len(found) > 10
    assert [name for name, seen in found.items() if not seen] == []


def test_one_letter_that_becomes_its_kyrgyz_sister_is_found(shown: Shown) -> None:
    def misspelt(widget: Widget) -> Widget | None:
        text: str = getattr(widget, "text", "")
        at = next((nth for nth, sign in enumerate(text) if sign in "онуОНУ"), None)
        if at is None or not isinstance(text, str):
            return None
        spelt: dict[str, Any] = {"text": text[:at] + text[at].translate(KYRGYZ) + text[at + 1 :]}
        return replace(widget, **spelt) if spelt["text"] != text else None

    found = changed(shown, misspelt)
    assert len(found) > 4
    assert [name for name, seen in found.items() if not seen] == []


def test_a_plain_colour_three_levels_off_is_found(shown: Shown) -> None:
    drawn = shown.drawn()
    counted = sorted(drawn.getcolors(1 << 20) or [], reverse=True)
    for pixels, colour in counted[:3]:
        assert isinstance(colour, tuple)
        red, green, blue = colour
        off = (red, green, blue + 3 if blue < 128 else blue - 3)
        other = drawn.copy()
        other.paste(off, mask=exactly(drawn, (red, green, blue)))
        found = difference(drawn, other)
        assert found is not None
        assert found.pixels > pixels / 2


def exactly(picture: Image.Image, colour: tuple[int, int, int]) -> Image.Image:
    """White where a picture has this colour."""
    channels = zip(picture.split(), colour, strict=True)
    masks = [channel.point([255 * (n == level) for n in range(256)]) for channel, level in channels]
    return ImageChops.multiply(masks[0], ImageChops.multiply(masks[1], masks[2]))


def test_noise_of_one_level_and_softer_edges_are_not(shown: Shown) -> None:
    drawn = shown.drawn()
    chance = random.Random(6)  # noqa: S311
    bits = Image.frombytes("RGB", drawn.size, chance.randbytes(3 * drawn.width * drawn.height))
    one = bits.point([n & 1 for n in range(256)] * 3)
    assert difference(drawn, ImageChops.add(drawn, one)) is None
    assert difference(drawn, ImageChops.subtract(drawn, one)) is None
    assert difference(drawn, softer(drawn)) is None


def softer(picture: Image.Image) -> Image.Image:
    """Edges up to 30 levels softer, as another build of FreeType might draw them."""
    least = picture.point([max(0, n - EDGE + 10) for n in range(256)] * 3)
    most = picture.point([min(255, n + EDGE - 10) for n in range(256)] * 3)
    smooth = picture.filter(ImageFilter.SMOOTH)
    return ImageChops.darker(most, ImageChops.lighter(least, smooth))


def test_what_differs_is_marked_and_the_rest_pales(shown: Shown) -> None:
    drawn = shown.drawn()
    other = drawn.copy()
    other.paste("black", (40, 40, 60, 60))
    shows = marked(drawn, other)
    assert shows.getpixel((50, 50)) == (214, 0, 132)
    assert shows.getpixel((drawn.width - 2, 2)) != drawn.getpixel((drawn.width - 2, 2))


def test_another_size_is_another_picture(shown: Shown) -> None:
    drawn = shown.drawn()
    found = difference(drawn, drawn.resize((100, 100)))
    assert found is not None
    assert found.pixels == drawn.width * drawn.height
