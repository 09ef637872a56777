"""How the post works, in five pages: an icon and a sentence each."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import BoardAsked, Event, WriteAsked
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import centred, columns, rows
from kiosk.screens.parts import header, help_strip, paged
from kiosk.screens.widgets import Button, Dots, Icon, Label, Panel, Style

PAGES = (
    ("pencil", ("how_1",)),
    ("lock", ("how_2",)),
    ("users", ("how_3",)),
    ("book-open", ("how_4",)),
    ("megaphone", ("how_answered", "answer_on_board")),
)


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
        picture, dots = rows(body, 1.0, look.theme.mm(5))
        return View(
            "paper",
            (
                *header(look, head, look.texts("how_it_works")),
                *self._picture(look, picture),
                Dots("dots", dots, "paper", len(PAGES), self.page, colour="action", rest="line"),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _picture(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme = look.theme
        icon, keys = PAGES[self.page]
        left, right = columns(area, min(area.h, theme.mm(48)), 1.0, gap=theme.margin)
        size = min(left.w, left.h, theme.mm(44))
        words = ". ".join(look.texts(key) for key in keys)
        return (
            Panel("disc", centred(left, size, size), "paper", "calm", radius=99),
            Icon("picture", centred(left, size // 2, size // 2), "calm", icon, colour="calm_line"),
            Label("words", right, "paper", words, type="board", least="body"),
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
