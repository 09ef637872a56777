"""What the letters of a school year come to, side by side as charts (R4); for the quorum's eyes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.events import DeskTurned, Event
from kiosk.post.analysis import Tally, tally
from kiosk.post.book import Book
from kiosk.post.desk import DeskPage
from kiosk.post.roles import Role
from kiosk.post.schoolyear import SchoolYear
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.charts import Bars, Line
from kiosk.screens.committee.inline import height, in_line
from kiosk.screens.committee.pages import Cover, Leafed, Turn
from kiosk.screens.committee.reading import cover_button, leaves, letter_beside
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Chip, Label, Style
from kiosk.texts import Texts


class Side(StrEnum):
    """From where the same letters are looked at."""

    KINDS = "kinds"
    ORIGINS = "origins"
    FORUMS = "forums"
    OUTCOMES = "outcomes"
    MONTHS = "months"
    RECURRING = "recurring"


TITLES = {
    Side.KINDS: "j_kind",
    Side.ORIGINS: "j_source",
    Side.FORUMS: "j_forum",
    Side.OUTCOMES: "j_decision",
    Side.MONTHS: "by_month",
    Side.RECURRING: "recurring",
}


@dataclass(frozen=True)
class Looked(Act):
    """From another side."""

    side: Side


class Analysis(Screen):
    """Begins with the school year of `today`. What matters are called is covered at first.

    Matters that somebody `present` must not read of are counted, but not named.
    """

    name = "analysis"

    def __init__(self, book: Book, today: date, present: Collection[Role]) -> None:
        found = {SchoolYear.of(row.opened_on) for row in book.rows}
        self._years = sorted({*found, SchoolYear.of(today)})
        self._tallies = [tally(book, year.first, year.last, present) for year in self._years]
        self._nth = self._years.index(SchoolYear.of(today))
        self._side, self._sheet, self.covered = Side.KINDS, 0, True

    def cover(self) -> None:
        self.covered = True

    def wipe(self) -> None:
        self._tallies = [tally(Book(), year.first, year.last) for year in self._years]

    # --- what is shown ---

    def view(self, look: Look) -> View:
        theme, counted = look.theme, self._tallies[self._nth]
        title = f"{look.texts('analysis')} {self._years[self._nth]}"
        high = height(look, 1)
        foot_high = theme.target + theme.mm(5) * parts.upright(look)
        head, sides, body, foot = rows(
            parts.column(look), parts.header_height(look), high, 1.0, foot_high, gap=theme.gap
        )
        return View(
            "paper",
            (
                *header(look, head, title),
                *self._sides(look, sides),
                *self._body(look, body, counted),
                *self._foot(look, foot, counted),
            ),
        )

    def _sides(self, look: Look, area: Rect) -> Iterable[Widget]:
        titles = [look.texts(TITLES[side]) for side in Side]
        for side, words, cell in zip(Side, titles, in_line(look, area, titles), strict=True):
            here = side is self._side
            act, name = Looked(side), f"side_{side}"
            yield Chip(name, cell, "paper", words, chosen=here, ticked=False, act=act)

    def _body(self, look: Look, area: Rect, counted: Tally) -> Iterable[Widget]:
        texts = look.texts
        match self._side:
            case Side.RECURRING:
                return self._recurring(look, area, counted)
            case Side.MONTHS:
                names = {texts.short_month(month.month): n for month, n in counted.months.items()}
                return (_chart(Line, area, texts, names),)
            case _:
                return (_chart(Bars, area, texts, named(texts, self._side, counted)),)

    def _recurring(self, look: Look, area: Rect, counted: Tally) -> Iterable[Widget]:
        """Titles come from letters, so they are as small as letters, and covered like them."""
        if not counted.recurring:
            words = look.texts("recurring_none")
            yield Label("none", area, "paper", words, type="lead", least="small", align="centre")
            return
        lines = "\n".join(f"{one.letters} — {one.title}" for one in counted.recurring)
        yield from letter_beside(look, area, lines, self._sheet, covered=self.covered)

    def _foot(self, look: Look, area: Rect, counted: Tally) -> Iterable[Widget]:
        titles = self._side is Side.RECURRING and bool(counted.recurring)
        wide = parts.roomy(look) and not parts.upright(look)
        last = look.theme.mm(30) if wide else look.theme.target
        years = 2 * look.theme.target + look.theme.mm(12 if wide else 10.5)
        pager, sums, eye = columns(area, years, 1.0, last * titles, gap=look.theme.gap * 2)
        yield from leaves(look, pager, "year", self._nth, len(self._years), Leafed(-1), Leafed(1))
        room = (
            sums if len(self._years) > 1 else Rect(area.x, area.y, sums.x + sums.w - area.x, area.h)
        )
        yield Label("sums", room, "paper", summed(look.texts, counted), type="body", least="small")
        if titles:
            yield cover_button(look, eye, covered=self.covered)

    # --- what is done ---

    def act(self, act: Act) -> Event | None:
        match act:
            case Looked(side=side):
                self._side, self._sheet, self.covered = side, 0, True
            case Leafed(step=step):
                self._nth = max(0, min(self._nth + step, len(self._years) - 1))
                self._sheet, self.covered = 0, True
            case Turn(step=step):
                self._sheet = max(0, self._sheet + step)
            case Cover():
                self.covered = not self.covered
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        sides = [*Side]
        match stroke:
            case KeyStroke(control="escape"):
                return DeskTurned(DeskPage.MENU)
            case KeyStroke(control="left" | "right" as way):
                step = 1 if way == "right" else -1
                self.act(Looked(sides[(sides.index(self._side) + step) % len(sides)]))
            case KeyStroke(control="up" | "down" as way):
                self.act(Leafed(1 if way == "up" else -1))
            case KeyStroke(text=" "):
                self.act(Cover())
        return None


def header(look: Look, area: Rect, title: str) -> Iterable[Widget]:
    """The way back, what this is, and the languages; as high as `parts.header_height`."""
    wide = parts.languages_width(look)
    above, below = rows(area, look.theme.target, 1.0)
    left, words, right = columns(above, look.theme.target, 1.0, wide, gap=look.theme.gap * 2)
    back = DeskTurned(DeskPage.MENU)
    yield Button("leave", left, "paper", "", icon="arrow-left", style=Style.QUIET, act=back)
    place = below if below.h else words
    yield Label("title", place, "paper", title, type="title", least="small*")
    yield from parts.languages(look, right, "paper")


def named(texts: Texts, side: Side, counted: Tally) -> Mapping[str, int]:
    """Counts by what they are called on the screen."""
    match side:
        case Side.ORIGINS:
            return {texts(f"origin_{one}"): n for one, n in counted.origins.items()}
        case Side.FORUMS:
            return {texts(f"forum_{one}"): n for one, n in counted.forums.items()}
        case Side.OUTCOMES:
            return {texts(f"decision_{one}"): n for one, n in counted.outcomes.items()}
        case _:
            kinds = counted.kinds.items()
            return {texts(f"kind_{one}") if one else texts("no_kind"): n for one, n in kinds}


def summed(texts: Texts, counted: Tally) -> str:
    """Letters, answers and days in one line."""
    said = [texts("sum_letters", n=counted.letters)]
    if counted.share is not None:
        share = round(100 * counted.share)
        said.append(texts("sum_answered", n=counted.answered, share=share))
    if counted.days is not None:
        said.append(texts("sum_days", n=f"{counted.days:g}"))
    if counted.unread:
        said.append(texts("sum_unread", n=counted.unread))
    return " · ".join(said)


def _chart(kind: type[Bars | Line], area: Rect, texts: Texts, counts: Mapping[str, int]) -> Widget:
    told = tuple(map(str, counts.values()))
    empty = texts("no_letters_yet")
    return kind("chart", area, "paper", tuple(counts), tuple(counts.values()), told, empty=empty)
