"""The letter while it is written: text, caret and lines, without pygame.

Offsets count code points. A paragraph is wrapped again only when it changed, and then only from
the line before the change, so that the 4,000th character comes as fast as the first.
"""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.post.letters import MAX_CHARACTERS
from kiosk.screens.wrapping import Measure, breaks, nearest


class Refusal(StrEnum):
    """Why something typed is not in the letter; all else that came with it is."""

    FULL = "full"
    STRANGE = "strange"
    """A control character, or one the font cannot draw (an emoji)."""


@dataclass
class _Paragraph:
    text: str = field(default="", repr=False)
    starts: list[int] = field(default_factory=lambda: [0], repr=False)


BLANKS = {"\t": " ", "\u00a0": " ", "\u202f": " "}


class Editor:
    """One text and one caret. `drawable` says whether the font has a character."""

    def __init__(
        self, text: str = "", *, drawable: Callable[[str], bool], limit: int = MAX_CHARACTERS
    ) -> None:
        self._drawable, self._limit = drawable, limit
        self._measure: Measure = len
        self._room = 1 << 30
        self._paragraphs = [_Paragraph()]
        self._row, self._column = 0, 0
        self._goal: int | None = None
        self.insert(text)

    @property
    def text(self) -> str:
        """The letter as it stands."""
        return "\n".join(paragraph.text for paragraph in self._paragraphs)

    @property
    def left(self) -> int:
        """How many characters may still come."""
        used = sum(len(paragraph.text) + 1 for paragraph in self._paragraphs) - 1
        return self._limit - used

    @property
    def before(self) -> str:
        """The caret's paragraph up to the caret: what decides on a capital."""
        return self._here.text[: self._column]

    def fit(self, measure: Measure, room: int) -> None:
        """Wrap to a width, measured so; the caret stays at its character."""
        if (measure, room) == (self._measure, self._room):
            return
        self._measure, self._room = measure, room
        for paragraph in self._paragraphs:
            paragraph.starts = breaks(paragraph.text, measure, room, [0])

    def insert(self, text: str) -> Refusal | None:
        """Put what can be written at the caret; say why if some of it could not."""
        clean = "".join(BLANKS.get(sign, sign) for sign in _composed(text))
        good = "".join(sign for sign in clean if sign == "\n" or self._drawable(sign))
        taken = good[: max(0, self.left)]
        for nth, line in enumerate(taken.split("\n")):
            if nth:
                self._split()
            self._put(line)
        if len(good) > len(taken):
            return Refusal.FULL
        return Refusal.STRANGE if len(clean) > len(good) else None

    def exchange(self, old: str, new: str) -> None:
        """Turn the character before the caret into another, if it is still `old`."""
        if self.before.endswith(old):
            self._replace(self._column - len(old), self._column, new)

    def backspace(self) -> None:
        """Take away the character before the caret."""
        if self._column:
            self._replace(self._column - 1, self._column, "")
        elif self._row:
            self._row -= 1
            self._column = len(self._here.text)
            self._join()

    def delete(self) -> None:
        """Take away the character after the caret."""
        if self._column < len(self._here.text):
            self._replace(self._column, self._column + 1, "")
        elif self._row + 1 < len(self._paragraphs):
            self._join()

    def clear(self) -> None:
        """Forget everything."""
        self._paragraphs = [_Paragraph()]
        self._row, self._column, self._goal = 0, 0, None

    @property
    def lines(self) -> list[str]:
        """All lines as they are shown."""
        return [paragraph.text[start:end] for paragraph, start, end in self._spans()]

    @property
    def caret(self) -> tuple[int, int]:
        """Line and pixel of the caret; blanks hanging over the edge keep it inside."""
        above = sum(len(paragraph.starts) for paragraph in self._paragraphs[: self._row])
        line = self._line
        text = self._here.text[self._here.starts[line] : self._column]
        return above + line, min(self._room, self._measure(text))

    def place(self, line: int, x: int) -> None:
        """Set the caret where a finger points: line (clamped) and pixel in it.

        Below the last line it goes behind the text: who touches the free sheet means to write on.
        """
        spans = [*self._spans()]
        if line >= len(spans):
            x = sys.maxsize
        paragraph, start, end = spans[min(max(line, 0), len(spans) - 1)]
        self._row = next(n for n, one in enumerate(self._paragraphs) if one is paragraph)
        last = end - 1 if end < len(paragraph.text) else end
        self._column = min(last, start + nearest(paragraph.text[start:end], self._measure, x))
        self._goal = None

    def move(self, where: str) -> None:
        """Move the caret: left, right, up, down, home, end (of the line); else it stays."""
        match where:
            case "up" | "down":
                self.climb(-1 if where == "up" else 1)
            case "left" | "right":
                self._goal = None
                self._step(-1 if where == "left" else 1)
            case "home":
                self._goal, self._column = None, self._here.starts[self._line]
            case "end":
                self._goal, self._column = None, self._line_end()

    def climb(self, step: int) -> None:
        """Move the caret so many lines down, as far to the right as it was before."""
        line, x = self.caret
        goal = x if self._goal is None else self._goal
        self.place(line + step, goal)
        self._goal = goal

    def _step(self, step: int) -> None:
        if 0 <= self._column + step <= len(self._here.text):
            self._column += step
        elif 0 <= self._row + step < len(self._paragraphs):
            self._row += step
            self._column = 0 if step > 0 else len(self._here.text)

    @property
    def _here(self) -> _Paragraph:
        return self._paragraphs[self._row]

    @property
    def _line(self) -> int:
        """Which line of its paragraph the caret is in."""
        return sum(start <= self._column for start in self._here.starts) - 1

    def _line_end(self) -> int:
        after = self._here.starts[self._line + 1 : self._line + 2]
        return after[0] - 1 if after else len(self._here.text)

    def _spans(self) -> Iterator[tuple[_Paragraph, int, int]]:
        for paragraph in self._paragraphs:
            ends = [*paragraph.starts[1:], len(paragraph.text)]
            for start, end in zip(paragraph.starts, ends, strict=True):
                yield paragraph, start, end

    def _put(self, text: str) -> None:
        if text:
            self._replace(self._column, self._column, text)

    def _replace(self, start: int, end: int, text: str) -> None:
        old = self._here.text
        self._here.text = old[:start] + text + old[end:]
        self._column = start + len(text)
        self._rewrap(start)

    def _rewrap(self, changed: int) -> None:
        """Wrap the caret's paragraph anew from the line before the change.

        A shorter word may hop up by one line, never further.
        """
        here, self._goal = self._here, None
        kept = [start for start in here.starts if start <= changed][:-1] or [0]
        here.starts = breaks(here.text, self._measure, self._room, kept)

    def _split(self) -> None:
        rest = _Paragraph(self._here.text[self._column :])
        self._here.text = self._here.text[: self._column]
        self._rewrap(self._column)
        self._row, self._column = self._row + 1, 0
        self._paragraphs.insert(self._row, rest)
        self._rewrap(0)

    def _join(self) -> None:
        rest = self._paragraphs.pop(self._row + 1)
        seam = len(self._here.text)
        self._here.text += rest.text
        self._rewrap(seam)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
