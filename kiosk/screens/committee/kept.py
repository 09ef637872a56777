"""After a letter was put by, or got its row on paper: what has become of it, and what comes now."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import AsideLeft, Event, NumberWritten
from kiosk.post.handling import AtHand
from kiosk.post.steps import Step
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.room import Aside
from kiosk.screens.layout import rows
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts


class Kept(Aside):
    """Somebody stepped out of a letter: it is read later, without them. Nobody is named.

    The promise stands here when it is durable, and no sooner.

    `now` is the letter that comes instead, None where those here can read none; somebody steps
    away for it first where it is `aside`. With `again` it is the same one: the last that is left.
    """

    name = "kept"

    def __init__(
        self, step: Step, now: AtHand | None, *, again: bool = False, aside: bool = False
    ) -> None:
        super().__init__(step)
        self._now, self._again, self._aside = now, again, aside

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        said, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        texts = look.texts
        words = texts("saving" if self.working else "kept_later")
        lead = "" if self.working else self._next(texts)
        yield from statement(look, said, "kept", "clock", words, lead=lead)
        if not self.working:
            yield _onward(look, foot, "next", AsideLeft())

    def _next(self, texts: Texts) -> str:
        if self._now is None:
            return texts("kept_none")
        if self._again:
            return texts("kept_again")
        opened = self._now.opened
        letter = texts("letter_label", n=opened.label) if opened else texts("origin_paper")
        return texts("kept_aside" if self._aside else "kept_now", letter=letter)


class Numbered(Aside):
    """The number that the row of the paper letter got, so large that it can be copied."""

    name = "numbered"

    def __init__(self, step: Step, number: int) -> None:
        super().__init__(step)
        self._number = number

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        ask, number, foot = rows(area, 0.45, 0.55, theme.primary, gap=theme.mm(4))
        yield Label(
            "ask", ask, "paper", look.texts("number_write"), type="title", least="body*",
            align="centre", valign="bottom",
        )  # fmt: skip
        yield Label(
            "number", number, "paper", f"№ {self._number}", type="headline", least="display",
            align="centre", valign="top",
        )  # fmt: skip
        yield _onward(look, foot, "number_written", NumberWritten())


def _onward(look: Look, area: Rect, key: str, event: Event) -> Widget:
    return Button(
        "onward", area, "paper", look.texts(key), icon="check", style=Style.PRIMARY, act=event
    )
