"""The reply code, once, to be copied by hand; its letter is in the box already (R2, law 1)."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.config.school import School
from kiosk.events import BoardAsked, CodePrintAsked, Event, PrinterTrouble
from kiosk.post.codes import GROUP
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import PaperState, trouble_words
from kiosk.screens.parts import explained, header, help_strip, note, paged, roomy
from kiosk.screens.thanks import code_goes
from kiosk.screens.widgets import Button, Label, Panel, Style

SAID = {
    True: frozenset(PaperState) - {PaperState.NONE},
    False: frozenset({PaperState.PRINTING, PaperState.PRINTED}),
}
"""What is said of paper, by whether the glass is roomy; on low glass the code comes first."""


class Code(Screen):
    """`paper`, `trouble` and `seconds` are set from outside; `wipe` forgets the digits.

    `seconds` above 0: so soon it is erased, if nobody touches the glass. Until then it stays in
    sight: whoever copies touches nothing.
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

    def wipe(self) -> None:
        self._digits = ""

    def key(self, stroke: KeyStroke) -> Event | None:
        """Take no key: what a stray one closes is never shown again."""
        return None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        head, body, foot = paged(look)
        high = theme.mm(22 if roomy(look) else 12)
        lines = [
            ("shield", texts("reply_code_keep")),
            ("trash-2", texts("code_gone")),
            ("mail-open", texts("code_use")),
        ]
        said = bool(self.trouble or self.seconds) or self.paper in SAID[roomy(look)]
        digits, told, state = rows(body, high, 1.0, theme.mm(12) * said, gap=theme.gap)
        if said and not roomy(look):
            del lines[1:]
        return View(
            "paper",
            (
                *header(look, head, texts("reply_code")),
                *self._groups(look, digits),
                *explained(look, told, lines),
                *(self._paper(look, state) if said else ()),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _groups(self, look: Look, area: Rect) -> Iterator[Widget]:
        for nth, cell in enumerate(columns(area, *[1.0] * 4, gap=look.theme.gap * 2)):
            part = self._digits[nth * GROUP : (nth + 1) * GROUP]
            yield Panel(f"box_{nth}", cell, "paper", "white", line="line")
            yield Label(f"code_{nth}", cell, "white", part, type="display", least="title",
                        align="centre")  # fmt: skip

    def _paper(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        if self.seconds:
            return code_goes(look, area, self.seconds)
        if self.trouble:
            words, tone = trouble_words(look, "code_failed", self.trouble), "honey"
        elif self.paper is PaperState.PRINTING:
            words, tone = texts("printing"), "honey"
        else:
            printed = self.paper is PaperState.PRINTED
            words, tone = texts("code_take" if printed else "code_paper"), "calm"
        return note(look, area, "paper", "printer", words, tone)

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return the way out, and paper where the button was that showed the code.

        Who tapped that one twice has a paper more, and not a code less.
        """
        texts = look.texts
        done, paper = columns(area, 0.55, 0.45, gap=look.theme.gap * 2)
        offered = self.paper is PaperState.OFFERED and not self.trouble
        printed = Button("print", paper, "paper", texts("code_print"), icon="printer",
                         act=CodePrintAsked(), type="body*")  # fmt: skip
        return (
            *((printed,) if offered else ()),
            Button("done", done, "paper", texts("code_written"), icon="trash-2", act=BoardAsked(),
                   style=Style.PRIMARY),
        )  # fmt: skip
