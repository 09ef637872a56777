"""The reply code, once, to be copied by hand; its letter is in the box already (R2, law 1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import BoardAsked, CodePrintAsked, Event, PrinterTrouble
from kiosk.post.codes import DIGITS, GROUP
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.explaining import explained
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.parts import (
    abreast,
    actions,
    header,
    help_strip,
    note,
    note_height,
    paged,
    roomy,
    upright,
)
from kiosk.screens.widgets import Button, Label, Panel, Style

HIDDEN = "•" * DIGITS

PAPER = {
    PaperState.OFFERED: ("code_paper", "calm"),
    PaperState.PRINTING: ("printing", "honey"),
    PaperState.PRINTED: ("code_take", "calm"),
}

SAID = {
    True: frozenset(PAPER),
    False: frozenset({PaperState.PRINTING, PaperState.PRINTED}),
}
"""What is said of paper, by whether the glass is roomy; on low glass the code comes first."""


@dataclass(frozen=True)
class Covered(Act):
    """Cover the digits, or show them."""


class Code(Screen):
    """`paper`, `trouble` and `seconds` are set from outside; `wipe` forgets the digits.

    `seconds` above 0: so soon it is erased, if nobody touches the glass; by then it is covered.
    """

    name = "code"

    def __init__(
        self,
        school: School,
        digits: str,
        paper: PaperState,
        trouble: PrinterTrouble | None = None,
    ) -> None:
        self._school, self._digits = school, digits
        self.paper, self.trouble = paper, trouble
        self.seconds = 0
        self.covered = False

    def cover(self) -> None:
        self.covered = True

    def wipe(self) -> None:
        self._digits = ""

    def act(self, act: Act) -> Event | None:
        if isinstance(act, Covered):
            self.covered = not self.covered
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        """Take no key: what a stray one closes is never shown again."""
        return None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        high = theme.mm(22) if roomy(look) else theme.target
        if upright(look):
            high = theme.primary + theme.gap + theme.target
        lines = [
            ("shield", texts("reply_code_keep")),
            ("trash-2", texts("code_gone")),
            ("mail-open", texts("code_use")),
        ]
        said = self._said(look)
        tall = max(theme.mm(5), note_height(look, said[2], body.w)) if said else 0
        digits, told, state = rows(body, high, 1.0, tall, gap=theme.gap)
        return View(
            "paper",
            (
                *header(look, head, texts("reply_code")),
                *self._groups(look, digits),
                *explained(look, told, lines),
                *(note(look, state, *said) if said else ()),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _groups(self, look: Look, area: Rect) -> Iterator[Widget]:
        theme, gap = look.theme, look.theme.gap
        digits, cover = abreast(look, area, (1.0, theme.mm(36)), (1.0, theme.target), gap=gap)
        code = HIDDEN if self.covered else self._digits
        parts = [code[at : at + GROUP] for at in range(0, DIGITS, GROUP)]
        cells = columns(digits, *[1.0] * len(parts), gap=gap)
        rooms = [inset(cell, theme.mm(1.6), theme.mm(0.6)) for cell in cells]
        px = min(_px(look, part, room) for part, room in zip(parts, rooms, strict=True))
        for nth, (part, cell, room) in enumerate(zip(parts, cells, rooms, strict=True)):
            yield Panel(f"box_{nth}", cell, "paper", "sheet", line="line")
            yield Label(f"code_{nth}", room, "sheet", part, type="display", align="centre", px=px)
        word, icon = ("code_show", "eye") if self.covered else ("code_hide", "eye-off")
        yield Button("cover", cover, "paper", look.texts(word), icon=icon, act=Covered(),
                     type="body*")  # fmt: skip

    def _said(self, look: Look) -> tuple[str, str, str, str] | None:
        """Return name, icon, words and tone of the note, or None where there is nothing to say."""
        texts = look.texts
        if self.seconds:
            return "goes", "clock", texts("code_warn", n=self.seconds), "alarm"
        if self.trouble:
            return "paper", "printer", trouble_words(look, "code_failed", self.trouble), "honey"
        if self.paper not in SAID[roomy(look)]:
            return None
        key, tone = PAPER[self.paper]
        return "paper", "printer", texts(key), tone

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return the way out, and paper where the button was that showed the code.

        Who tapped that one twice has a paper more, and not a code less.
        """
        texts = look.texts
        done, paper = actions(look, area, 0.55, 0.45)
        offered = self.paper is PaperState.OFFERED
        printed = Button("print", paper, "paper", texts("code_print"), icon="printer",
                         act=CodePrintAsked(), type="body*")  # fmt: skip
        return (
            *((printed,) if offered else ()),
            Button("done", done, "paper", texts("code_written"), icon="check", act=BoardAsked(),
                   style=Style.PRIMARY),
        )  # fmt: skip


def _px(look: Look, part: str, room: Rect) -> int:
    """Pixels of the largest letters in which a group fits; all are set in the smallest of them."""
    theme = look.theme
    return lettering.shrink(part, theme.type("display"), theme.least("title"), room[2:]).px
