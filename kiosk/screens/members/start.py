"""Before the first committee: the technician has left, and only its members stay."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import SteppedOn
from kiosk.post.sitting import Said
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.leaving import statement
from kiosk.screens.layout import rows
from kiosk.screens.members.frame import Members, onward
from kiosk.texts import Texts


class Start(Members):
    """On a clock that is not believed nobody gets further: cards carry their day."""

    name = "found_start"

    def title(self, texts: Texts) -> str:
        return texts("found_title")

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        words = self._said(texts)
        high = parts.note_height(look, words, area.w) if words else 0
        middle, note, foot = rows(area, 1.0, high, theme.primary, gap=theme.gap)
        ask, lead = texts("found_alone"), "" if words else texts("found_need")
        yield from statement(look, middle, "alone", "users", ask, lead=lead)
        if words:
            yield from parts.note(look, note, "said", "triangle-alert", words, "alarm")
        yield onward(look, foot, "found_begin", SteppedOn())

    def _said(self, texts: Texts) -> str:
        match self.sitting.said:
            case Said.CLOCK_UNKNOWN:
                return texts("found_clock")
            case Said.CUT_OFF:
                return texts("found_cut_off")
        return ""
