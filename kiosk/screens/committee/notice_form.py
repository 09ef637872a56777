"""One notice written or changed: its words, when it hangs, and how the board shows it (R6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.config.school import School
from kiosk.events import Event, NoticeListAsked, NoticeWithdrawn, NoticeWritten
from kiosk.post.letters import Language
from kiosk.post.notices import flaws
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.billboard import NOTICES
from kiosk.screens.committee import inline
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.desk import statement
from kiosk.screens.committee.notice_draft import NoticeDraft
from kiosk.screens.committee.notice_when import Timing, timed, when
from kiosk.screens.committee.pages import Done, Leafed
from kiosk.screens.committee.passages import Passage
from kiosk.screens.committee.preview import shown
from kiosk.screens.committee.reading import sheets
from kiosk.screens.committee.writing import Pen
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Style


class NoticePage(StrEnum):
    """What of the notice shows; headline and body are for writing them."""

    WORDS = "words"
    WHEN = "when"
    PREVIEW = "preview"
    HEADLINE = "headline"
    BODY = "body"
    LEAVING = "leaving"
    WITHDRAWING = "withdrawing"


WRITTEN = {NoticePage.HEADLINE: Passage.HEADLINE, NoticePage.BODY: Passage.BODY}


@dataclass(frozen=True)
class TurnTo(Act):
    """To another page."""

    leaf: NoticePage


@dataclass(frozen=True)
class Spoken(Act):
    """Write in another language."""

    language: Language


@dataclass(frozen=True)
class Typed(Act):
    """Another kind of card."""


@dataclass(frozen=True)
class Save(Act):
    """Hang it up."""


class NoticeForm(Screen):
    """Nothing is lost while it stands: what could not be stored stays and says so (`failed`)."""

    name = "notice"

    def __init__(
        self, draft: NoticeDraft, school: School, today: date, pictures: Mapping[str, bytes]
    ) -> None:
        self._draft, self._school, self._today = draft, school, today
        self._pictures = pictures
        self._pen = Pen(draft)
        self._leaf, self._turned = NoticePage.WORDS, 0
        self.working = self.failed = False

    # --- what a touch means ---

    def act(self, act: Act) -> Event | None:
        if self.working:
            return None
        match act:
            case TurnTo(leaf=leaf):
                self._leaf, self._turned = leaf, 0
            case Done():
                self._leaf = NoticePage.WORDS
            case Leafed(step=step):
                self._turned = max(0, self._turned + step)
            case Spoken(language=language):
                self._draft.language = language
            case Typed():
                self._draft.next_type()
            case Save():
                return self._saved()
            case _ if isinstance(act, Timing):
                timed(self._draft, act, [*self._pictures])
            case _ if self._leaf in WRITTEN:
                self._pen.take(WRITTEN[self._leaf], act)
        return None

    def _saved(self) -> Event | None:
        notice = self._draft.made()
        if flaws(notice, self._today):
            return None
        self.working, self.failed = True, False
        return NoticeWritten(notice)

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            self._leaf = (
                NoticePage.WORDS if self._leaf is not NoticePage.WORDS else NoticePage.LEAVING
            )
        elif self._leaf in WRITTEN:
            self._pen.key(WRITTEN[self._leaf], stroke)
        return None

    def point(self, widget: str, x: int, y: int) -> None:
        if self._leaf in WRITTEN:
            self._pen.point(WRITTEN[self._leaf], x, y)

    @property
    def holds(self) -> bool:
        """Whether leaving would lose something."""
        return self._draft.changed

    # --- what shows ---

    def view(self, look: Look) -> View:
        if self._leaf is NoticePage.PREVIEW:
            card = self._draft.made()
            board = shown(look, card, self._school, self._turned, self._pictures, "notice_back")
            return View("night", board)
        theme = look.theme
        high = theme.target * 2 + theme.gap if parts.upright(look) else theme.target
        head, area = rows(parts.column(look), high, 1.0, gap=theme.gap)
        return View("paper", (*self._head(look, head), *self._inside(look, area)))

    def _inside(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self._leaf in WRITTEN:
            return self._pen.widgets(look, area, WRITTEN[self._leaf], 0, covered=False)
        if self._leaf is NoticePage.LEAVING:
            return self._asked(look, area, "notice_leave", NoticeListAsked(), "notice_forget")
        if self._leaf is NoticePage.WITHDRAWING:
            gone = NoticeWithdrawn(self._draft.notice.number)
            return self._asked(look, area, "notice_withdraw_ask", gone, "notice_withdraw")
        return self._page(look, area)

    def _page(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        body, foot = rows(area, 1.0, theme.target, gap=theme.gap)
        if self._leaf is NoticePage.WHEN:
            yield from when(look, body, self._draft, [*self._pictures])
        else:
            yield from self._words(look, body)
        yield from self._foot(look, foot)

    def _head(self, look: Look, area: Rect) -> Iterable[Widget]:
        """The way back, the two pages, the preview, and the languages of the screen."""
        theme, texts = look.theme, look.texts
        above, below = rows(area, theme.target, 1.0, gap=theme.gap)
        tongues = parts.languages_width(look)
        back, between, right = columns(above, theme.mm(26), 1.0, tongues, gap=theme.gap)
        if self._leaf in WRITTEN:
            yield Button("done", back, "paper", texts("done"), icon="check", type="body*",
                         style=Style.PRIMARY, act=Done())  # fmt: skip
        else:
            out = TurnTo(NoticePage.LEAVING) if self.holds else NoticeListAsked()
            yield Button("back", back, "paper", texts("back"), icon="arrow-left", type="body*",
                         act=out)  # fmt: skip
            yield from self._tabs(look, below if below.h else between)
        yield from parts.languages(look, right, "paper")

    def _tabs(self, look: Look, area: Rect) -> Iterable[Widget]:
        pages = {
            NoticePage.WORDS: "notice_words",
            NoticePage.WHEN: "notice_when",
            NoticePage.PREVIEW: "notice_look",
        }
        titles = [look.texts(key) for key in pages.values()]
        shares = inline.widths(look, titles)
        cells = columns(area, *shares, gap=look.theme.gap)
        for leaf, title, cell in zip(pages, titles, cells, strict=True):
            chosen = leaf is self._leaf
            yield chip(look, cell, Choice(f"tab_{leaf}", title, TurnTo(leaf), chosen))

    def _words(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, draft = look.theme, self._draft
        head, title, body = rows(area, theme.target, theme.target, 1.0, gap=theme.gap)
        *tongues, kind = columns(head, *[theme.mm(20)] * len(Language), 1.0, gap=theme.gap)
        for language, cell in zip(Language, tongues, strict=True):
            words = parts.LANGUAGE_NAMES[language] + " •" * (language in draft.languages)
            here = language is draft.language
            yield chip(look, cell, Choice(f"tongue_{language}", words, Spoken(language), here))
        icon, key = NOTICES[draft.notice.type]
        yield Button("type", kind, "paper", look.texts(key), icon=icon, type="body*",
                     act=Typed())  # fmt: skip
        yield self._passage(look, title, Passage.HEADLINE, NoticePage.HEADLINE)
        yield self._passage(look, body, Passage.BODY, NoticePage.BODY)

    def _passage(self, look: Look, area: Rect, passage: Passage, leaf: NoticePage) -> Widget:
        lines = sheets(look, area, self._draft.said(passage))[0]
        hint = look.texts("headline" if passage is Passage.HEADLINE else "notice_body")
        return TextArea(passage, area, "paper", lines, placeholder=hint, act=TurnTo(leaf))

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Taking it down, what is wrong with it, and hanging it up."""
        theme, texts = look.theme, look.texts
        number = self._draft.notice.number if not self.failed else 0
        side = theme.mm(34) if number else 0
        gone, said, save = columns(area, side, 1.0, theme.mm(44), gap=theme.gap)
        if number:
            yield Button("withdraw", gone, "paper", texts("notice_withdraw"), icon="trash-2",
                         type="body*", act=TurnTo(NoticePage.WITHDRAWING))  # fmt: skip
        found = flaws(self._draft.made(), self._today)
        words = texts("not_kept") if self.failed else texts(f"flaw_{found[0]}") if found else ""
        if words:
            tone = "alarm" if self.failed else "honey"
            yield from parts.note(look, said, "flaw", "triangle-alert", words, tone)
        yield Button(
            "save", save, "paper", texts("saving" if self.working else "notice_hang"),
            icon="check", style=Style.PRIMARY, type="body*", act=Save(),
            enabled=not found and not self.working,
        )  # fmt: skip

    def _asked(self, look: Look, area: Rect, key: str, event: Event, word: str) -> Iterable[Widget]:
        texts = look.texts
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        yield from statement(look, words, "ask", "trash-2", texts(key))
        stay, sure = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        yield Button("stay", stay, "paper", texts("leave_stay"), style=Style.PRIMARY, act=Done())
        yield Button("sure", sure, "paper", texts(word), icon="x", style=Style.DANGER, act=event)
