"""Searching the journal by words: the line typed so far, and the keyboard under it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.book import Row
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.leafing import lines
from kiosk.screens.editor import Editor
from kiosk.screens.keyboard import ROWS, Exchanged, Keyboard, Pressed, Special, Typed
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea, text_room
from kiosk.screens.widgets import Label

MAX_WORDS = 60


class Seeker:
    """The words that are sought. A keyboard with a capital at the beginning is of no use here."""

    def __init__(self) -> None:
        self._keyboard = Keyboard()
        self._editor = Editor(drawable=lettering.drawable().__contains__, limit=MAX_WORDS)

    @property
    def words(self) -> str:
        """As they were typed."""
        return self._editor.text

    def clear(self) -> None:
        """Forget them."""
        self._editor.clear()

    def take(self, act: Act) -> None:
        """Do what a key on the screen means."""
        match act:
            case Exchanged(text=text, old=old):
                self._editor.exchange(old, text)
            case Typed(text=text):
                self.type(text)
            case Pressed(key=key):
                self._keyboard.press(key, capital=False)
                if key is Special.BACKSPACE:
                    self._editor.backspace()

    def key(self, stroke: KeyStroke) -> None:
        """Take a key of a USB keyboard."""
        typed = self._keyboard.take(stroke)
        match stroke.control:
            case "":
                self.type(typed)
            case "backspace":
                self._editor.backspace()
            case "delete":
                self._editor.delete()
            case _:
                self._editor.move(stroke.control)

    def type(self, text: str) -> None:
        """Put words in, on one line."""
        self._editor.insert(" ".join(text.splitlines()))
        self._keyboard.typed()

    def widgets(self, look: Look, area: Rect, found: Sequence[Row]) -> Iterable[Widget]:
        """The line, the rows that hold it, as far as there is room, and the keys."""
        theme = look.theme
        keys = ROWS * max(theme.target, min(theme.mm(15.6), area.h // 2 // ROWS))
        line, hits, keyboard = rows(area, theme.target, 1.0, keys, gap=theme.gap)
        left, right = columns(line, 0.7, 0.3, gap=theme.gap)
        yield self._line(look, left)
        count = look.texts("j_found", n=len(found))
        yield Label("found", right, "paper", count, type="body*", least="small")
        if self.words.strip() and hits.h >= theme.target:
            yield from lines(look, hits, found)
        yield from self._keyboard.widgets(look, keyboard, capital=False)

    def _line(self, look: Look, area: Rect) -> Widget:
        """The end of the line is in sight, where the caret mostly is."""
        letters = look.theme.type("letter")
        measure, room = lettering.measurer(letters), text_room(area, look.theme).w
        self._editor.fit(measure, 1 << 30)
        _, caret = self._editor.caret
        shown = self.words
        while measure(shown) > room:
            shown = shown[1:]
        x = caret - (measure(self.words) - measure(shown))
        return TextArea(
            "words", area, "paper", (shown,), caret=(0, max(0, x)),
            placeholder=look.texts("j_seek_hint"),
        )  # fmt: skip
