"""How the post works, in five pages: a picture and a sentence each."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, WriteAsked
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.drawings import Drawing
from kiosk.screens.layout import columns, rows
from kiosk.screens.parts import abreast, header, help_strip, paged
from kiosk.screens.widgets import Button, Dots, Label, Style

PAGES = (
    ("how_1", "how_hide"),
    ("how_2", "how_style"),
    ("how_3", "how_together"),
    ("how_4", "how_no_name"),
    ("how_answered", "answer_on_board", "how_quiet"),
)
"""What is said beside each picture, which are how_1 to how_5, and what nobody needs to fear."""


@dataclass(frozen=True)
class PageTurned(Act):
    """So many pages on."""

    step: int


class How(Screen):
    """`page` counts from 0; one touch leads to the board from each, from the last to writing."""

    name = "how"

    def __init__(self, school: School, page: int = 0) -> None:
        self._school = school
        self.page = page

    def act(self, act: Act) -> Event | None:
        if not isinstance(act, PageTurned):
            return None
        turned = self.page + act.step
        if 0 <= turned < len(PAGES):
            self.page = turned
            return None
        return WriteAsked() if act.step > 0 else BoardAsked()

    def key(self, stroke: KeyStroke) -> Event | None:
        match stroke.control:
            case "escape":
                return BoardAsked()
            case "right" | "return":
                return self.act(PageTurned(1))
            case "left":
                return self.act(PageTurned(-1))
        return None

    def view(self, look: Look) -> View:
        head, body, foot = paged(look)
        return View(
            "paper",
            (
                *header(look, head, look.texts("how_it_works")),
                *self._page(look, body),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _page(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        wide, high = min(area.h * 4 // 3, area.w * 3 // 5), min(area.w * 3 // 4, area.h * 2 // 3)
        picture, told = abreast(look, area, (wide, 1.0), (high, 1.0), theme.mm(5))
        words, calm, dots = rows(told, 0.6, 0.4, theme.mm(5), gap=theme.gap)
        *said, besides = map(texts, PAGES[self.page])
        return (
            Drawing("picture", picture, "paper", f"how_{self.page + 1}"),
            Label("words", words, "paper", ". ".join(said), type="board", least="body"),
            Label("besides", calm, "paper", besides, type="lead", least="small", colour="muted"),
            Dots("dots", dots, "paper", len(PAGES), self.page, colour="action", rest="line"),
        )

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        board, back, go = columns(area, 0.28, 0.28, 0.44, gap=look.theme.gap * 2)
        last = self.page == len(PAGES) - 1
        words, icon = ("write_letter", "pencil") if last else ("next", "chevron-right")
        back_there = Button("back", back, "paper", texts("back"), icon="chevron-left",
                            act=PageTurned(-1), type="body*")  # fmt: skip
        return (
            Button("leave", board, "paper", texts("to_board"), icon="arrow-left",
                   act=BoardAsked(), type="body*"),
            *((back_there,) if self.page else ()),
            Button("next", go, "paper", texts(words), icon=icon, act=PageTurned(1),
                   style=Style.PRIMARY),
        )  # fmt: skip
