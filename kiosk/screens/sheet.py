"""A letter on the screen: the lines in sight, and what scrolls once there are more.

Buttons, keys, or a finger that draws the text along.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Pull, Rect, When, Widget
from kiosk.screens.editor import Editor
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea, text_lines, text_room
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button


@dataclass(frozen=True)
class Scrolled(Act):
    """Look at other lines, without moving the caret."""

    lines: int


PAGES = {"page_up": -1, "page_down": 1}
LINES = {"up": -1, "down": 1}


class Sheet:
    """Remembers which lines are in sight; `widgets` lays the letter out anew."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self._top, self._visible, self._pitch = 0, 1, 1
        self._follows = True
        self._long = False
        self._room = Rect(0, 0, 1, 1)

    def scroll(self, lines: int) -> None:
        """Move the lines in sight; the caret may get out of it."""
        self._follows, self._top = False, self._top + lines

    def turn(self, pages: int) -> None:
        """Move the caret by what is in sight, less a line."""
        self._editor.climb(pages * self._page)

    def read(self, stroke: KeyStroke) -> None:
        """Scroll by a key, where nothing is written; other keys do nothing."""
        lines = LINES.get(stroke.control, 0) + PAGES.get(stroke.control, 0) * self._page
        if lines:
            self.scroll(lines)

    @property
    def _page(self) -> int:
        return max(1, self._visible - 1)

    def follow(self) -> None:
        """Keep the caret in sight again."""
        self._follows = True

    def point(self, x: int, y: int) -> None:
        """Set the caret where a finger points, in pixels of the stage."""
        line = self._top + (y - self._room.y) // self._pitch
        self._editor.place(line, x - self._room.x)

    def widgets(
        self, look: Look, area: Rect, *, covered: bool, writing: bool
    ) -> tuple[Widget, ...]:
        """Return text area and scrollers; with `writing` there is a caret, and touching sets it.

        Covered, it does not even tell how long the letter is.
        """
        theme = look.theme
        sheet, strip = columns(area, 1.0, theme.target, gap=theme.mm(0.8))
        self._visible = text_lines(area, theme)
        lines = self._lay(sheet if self._long else area, theme)
        if self._long != (len(lines) > self._visible):
            # Once: a letter that only just fits without scrollers must not flicker between both.
            self._long = not self._long
            lines = self._lay(sheet if self._long else area, theme)
        if covered or not self._long:
            return (self._area(look, area, lines, covered=covered, writing=writing),)
        text = self._area(look, sheet, lines, covered=False, writing=writing)
        return text, *self._scrollers(strip, len(lines))

    def _lay(self, area: Rect, theme: Theme) -> list[str]:
        letters = theme.type("letter")
        self._room, self._pitch = text_room(area, theme), letters.line
        self._editor.fit(lettering.measurer(letters), self._room.w)
        return self._editor.lines

    def _area(
        self,
        look: Look,
        area: Rect,
        lines: list[str],
        *,
        covered: bool,
        writing: bool,
    ) -> Widget:
        line, x = self._editor.caret
        if self._follows and writing:
            self._top = min(max(self._top, line - self._visible + 1), line)
        self._top = max(0, min(self._top, len(lines) - self._visible))
        row = line - self._top
        seen = writing and not covered and 0 <= row < self._visible
        return TextArea(
            "text",
            area,
            "paper",
            () if covered else tuple(lines[self._top : self._top + self._visible]),
            caret=(row, x) if seen else None,
            covered=covered,
            placeholder=look.texts("write_your_letter"),
            when=When.POINT if writing else When.RELEASE,
            pull=None if covered else Pull(self._pitch, Scrolled(-1), Scrolled(1)),
        )

    def _scrollers(self, strip: Rect, count: int) -> tuple[Widget, ...]:
        up, _, down = rows(strip, strip.w, 1.0, strip.w)
        above, below = self._top > 0, self._top + self._visible < count
        return (
            Button("up", up, "paper", "", icon="chevron-up", act=Scrolled(-self._page),
                   enabled=above),
            Button("down", down, "paper", "", icon="chevron-down", act=Scrolled(self._page),
                   enabled=below),
        )  # fmt: skip
