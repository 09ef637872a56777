"""The board's notices in their order: to be changed, moved, or begun (R6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.events import Event, NoticeChosen, NoticeMoved, NoticesLeft
from kiosk.post.board import Notice
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class Leafed(Act):
    """Other notices of a long list."""

    step: int


class NoticesList(Screen):
    """All that hang, and those that will; what is over is gone from here.

    `done` is the key of what was just stored; `failed`: it was not.
    """

    name = "notices"

    def __init__(self, notices: Sequence[Notice], today: date, done: str = "") -> None:
        self.notices, self.today, self.done = tuple(notices), today, done
        self.failed = False
        self._page = 0

    def key(self, stroke: KeyStroke) -> Event | None:
        return NoticesLeft() if stroke.control == "escape" else None

    def act(self, act: Act) -> Event | None:
        if isinstance(act, Leafed):
            self._page = max(0, self._page + act.step)
        return None

    def view(self, look: Look) -> View:
        theme = look.theme
        page = parts.page(look)
        words = self._told(look)
        told = parts.note_height(look, words, page.w) if words else 0
        head, said, area, foot = rows(page, theme.target, told, 1.0, theme.primary, gap=theme.gap)
        return View(
            "paper",
            (
                *parts.header(look, head, look.texts("notices_title")),
                *self._said(look, said),
                *self._lines(look, area),
                *self._foot(look, foot, self._many(look, area)),
            ),
        )

    def _told(self, look: Look) -> str:
        key = "not_kept" if self.failed else self.done
        return look.texts(key) if key else ""

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        words = self._told(look)
        if self.failed:
            yield from parts.note(look, area, "failed", "triangle-alert", words, "alarm")
        elif words:
            yield from parts.note(look, area, "done", "check", words, "calm")

    def _many(self, look: Look, area: Rect) -> int:
        theme = look.theme
        return max(1, (area.h + theme.gap) // (theme.target + theme.gap))

    def _lines(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, many = look.theme, self._many(look, area)
        if not self.notices:
            words = look.texts("notices_none")
            yield Label("none", area, "paper", words, type="lead", least="small", align="centre")
        start = min(self._page, max(0, len(self.notices) - 1) // many) * many
        places = rows(area, *[theme.target] * many, gap=theme.gap)
        for place, notice in zip(places, self.notices[start : start + many], strict=False):
            yield from self._line(look, place, notice)

    def _line(self, look: Look, area: Rect, notice: Notice) -> Iterable[Widget]:
        side = look.theme.target
        words, up, down = columns(area, 1.0, side, side, gap=look.theme.gap)
        number = notice.number
        yield Button(
            f"notice_{number}", words, "paper", line(look.texts, notice, self.today),
            icon="pencil", type="body*", least="small", act=NoticeChosen(number),
        )  # fmt: skip
        for name, place, step, last in (
            ("up", up, -1, notice is self.notices[0]),
            ("down", down, 1, notice is self.notices[-1]),
        ):
            yield Button(
                f"{name}_{number}", place, "paper", "", icon=f"chevron-{name}",
                act=NoticeMoved(number, step), enabled=not last,
            )  # fmt: skip

    def _foot(self, look: Look, area: Rect, many: int) -> Iterable[Widget]:
        texts = look.texts
        leave, pager, new = columns(area, 0.3, 0.26, 0.44, gap=look.theme.mm(3))
        yield Button("leave", leave, "paper", texts("to_board"), icon="arrow-left", type="body*",
                     act=NoticesLeft())  # fmt: skip
        pages = max(1, -(-len(self.notices) // many))
        if pages > 1:
            yield from leaves(look, pager, "leaf", self._page, pages, Leafed(-1), Leafed(1))
        yield Button("new", new, "paper", texts("notice_new"), icon="plus", style=Style.PRIMARY,
                     act=NoticeChosen(0))  # fmt: skip


def line(texts: Texts, notice: Notice, today: date) -> str:
    """Its headline, its days, and whether it hangs already."""
    headline = notice.headline.get(texts.language) or next(iter(notice.headline.values()), "")
    days = f"{texts.date(notice.first_day)} – {texts.date(notice.last_day)}"
    state = texts("notice_waits") if today < notice.first_day else ""
    mark = texts("important") if notice.pinned else ""
    return " · ".join(filter(None, (mark, headline, days, state)))
