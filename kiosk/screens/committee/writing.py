"""Writing one passage of a row: its text, how much room is left, and the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Protocol

from kiosk.post.letters import Language
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.drafting import AnswerDraft
from kiosk.screens.committee.pages import Go, Page, Spoken
from kiosk.screens.committee.passages import LIMITS, ONE_LINE, Passage
from kiosk.screens.committee.reading import letter_beside
from kiosk.screens.editor import Editor, Refusal
from kiosk.screens.keyboard import (
    ROWS,
    Exchanged,
    Keyboard,
    Pressed,
    Special,
    Typed,
    wants_capital,
)
from kiosk.screens.layout import columns, rows
from kiosk.screens.sheet import PAGES, Scrolled, Sheet
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Label

TITLES = {
    Passage.SUMMARY: "j_summary",
    Passage.REASON: "reason",
    Passage.REPLY: "reply_only",
    Passage.HEADLINE: "headline",
    Passage.BODY: "body",
    Passage.NAME: "urgent_name",
    Passage.OUTCOME: "outcome_words",
}
ANSWERED = {Passage.HEADLINE, Passage.BODY}
HINTS = {
    Passage.SUMMARY: "summary_hint",
    Passage.REASON: "reason_hint",
    Passage.REPLY: "reply_hint",
    Passage.OUTCOME: "outcome_hint",
}


def _tongues(look: Look, area: Rect, answer: AnswerDraft) -> Iterable[Widget]:
    """The three languages, of which one is written now, and the look at the board."""
    *cells, board = columns(area, *[1.0] * len(Language), 1.3, gap=look.theme.gap)
    for language, cell in zip(Language, cells, strict=True):
        words = parts.LANGUAGE_NAMES[language] + " •" * (language in answer.languages)
        here = language is answer.language
        yield chip(look, cell, Choice(f"tongue_{language}", words, Spoken(language), here))
    words = look.texts("preview_short")
    yield Button("preview", board, "paper", words, icon="eye", type="small*", least="small",
                 act=Go(Page.PREVIEW), enabled=answer.made() is not None)  # fmt: skip


def _other_tongue(area: Rect, answer: AnswerDraft) -> Widget:
    """Low glass has room for one: it leads to the next language."""
    tongues = tuple(Language)
    after = tongues[(tongues.index(answer.language) + 1) % len(tongues)]
    words = parts.LANGUAGE_NAMES[after]
    return Button(f"tongue_{after}", area, "paper", words, type="small*", least="small",
                  act=Spoken(after))  # fmt: skip


class Written(Protocol):
    """What has passages to write; its `text` is a letter to stand beside them, or empty."""

    @property
    def text(self) -> str: ...

    def editor(self, passage: Passage) -> Editor: ...


class Pen:
    """One keyboard for all passages of a row or a notice, and what was refused last.

    `answer` is the public answer whose languages stand beside one another while it is written.
    """

    def __init__(self, draft: Written, answer: Callable[[], AnswerDraft] | None = None) -> None:
        self._keyboard = Keyboard()
        self._draft, self._answer = draft, answer
        self._sheets: dict[Editor, Sheet] = {}
        self.refused: Refusal | None = None

    def take(self, passage: Passage, act: Act) -> None:
        """Do what a key on the screen means."""
        match act:
            case Exchanged(text=text, old=old):
                self._exchange(passage, old, text)
            case Typed(text=text):
                self._type(passage, text)
            case Pressed(key=key):
                self._press(passage, key)
            case Scrolled(lines=lines):
                self._sheet(passage).scroll(lines)

    def key(self, passage: Passage, stroke: KeyStroke) -> None:
        """Take a key of a USB keyboard."""
        if typed := self._keyboard.take(stroke):
            self._type(passage, typed)
            return
        editor = self._draft.editor(passage)
        match stroke.control:
            case "backspace" | "return" as control:
                self._press(passage, Special(control))
            case "delete":
                self._edit(passage, editor.delete)
            case "page_up" | "page_down" as control:
                self._edit(passage, partial(self._sheet(passage).turn, PAGES[control]))
            case control:
                self._edit(passage, partial(editor.move, control))

    def point(self, passage: Passage, x: int, y: int) -> None:
        """Set the caret."""
        self._edit(passage, partial(self._sheet(passage).point, x, y))

    def _sheet(self, passage: Passage) -> Sheet:
        editor = self._draft.editor(passage)
        return self._sheets.setdefault(editor, Sheet(editor))

    def _type(self, passage: Passage, text: str) -> None:
        """Take it whole or, where it is too long, not at all: half a paste would go unseen."""
        editor = self._draft.editor(passage)
        words = " ".join(text.splitlines()) if passage in ONE_LINE else text
        self._sheet(passage).follow()
        self.refused = Refusal.FULL if len(words) > editor.left else editor.insert(words)
        self._keyboard.typed()

    def _exchange(self, passage: Passage, old: str, new: str) -> None:
        """The letter just typed becomes another, unless it was refused."""
        if self.refused is None:
            self._edit(passage, partial(self._draft.editor(passage).exchange, old, new))

    def _press(self, passage: Passage, key: Special) -> None:
        editor = self._draft.editor(passage)
        self._keyboard.press(key, capital=wants_capital(editor.before))
        if key is Special.BACKSPACE:
            self._edit(passage, editor.backspace)
        elif key is Special.RETURN and passage not in ONE_LINE:
            self._type(passage, "\n")

    def _edit(self, passage: Passage, change: Callable[[], None]) -> None:
        self.refused = None
        change()
        self._sheet(passage).follow()

    def widgets(
        self, look: Look, area: Rect, passage: Passage, sheet: int, *, covered: bool
    ) -> Iterable[Widget]:
        """Return all below the header: title, text (beside the letter where wide), and keys."""
        theme, editor = look.theme, self._draft.editor(passage)
        keys = ROWS * max(theme.target, min(theme.mm(15.6), area.h // 2 // ROWS))
        spoken = self._answer() if self._answer and passage in ANSWERED else None
        wide = spoken is not None and parts.roomy(look)
        line = theme.type("body*").line * (2 if parts.upright(look) else 1)
        over = theme.target + (line + theme.gap) * parts.upright(look)
        title, text, keyboard = rows(area, over if wide else line, 1.0, keys, gap=theme.gap // 2)
        if spoken and wide:
            across, down = (1.0, theme.mm(104)), (line, theme.target)
            title, side = parts.abreast(look, title, across, down, theme.gap)
            yield from _tongues(look, side, spoken)
        elif spoken:
            text, side = columns(text, 1.0, theme.target, gap=theme.gap)
            yield _other_tongue(side, spoken)
        yield from self._title(look, title, passage, spoken)
        if self._draft.text and text.h >= theme.mm(26):
            beside, text = parts.abreast(look, text, (0.45, 0.55), (0.4, 0.6), theme.gap)
            yield from letter_beside(look, beside, self._draft.text, sheet, covered=covered)
        yield from self._text(look, text, passage, covered=covered)
        yield from self._keyboard.widgets(look, keyboard, capital=wants_capital(editor.before))

    def _title(
        self, look: Look, area: Rect, passage: Passage, spoken: AnswerDraft | None
    ) -> Iterable[Widget]:
        """What is written here, what was refused, and how much of the room is used."""
        left, right = columns(area, 1.0, look.theme.mm(30), gap=look.theme.gap)
        limit, spare = LIMITS[passage], self._draft.editor(passage).left
        words, colour = look.texts(TITLES[passage]), "ink"
        if spoken:
            words = f"{words} · {parts.LANGUAGE_NAMES[spoken.language]}"
        if self.refused is Refusal.STRANGE:
            words, colour = look.texts("strange_sign"), "danger"
        if self.refused is Refusal.FULL:
            words, colour = look.texts("passage_full", n=limit), "danger"
        yield Label("title", left, "paper", words, type="body*", least="small", colour=colour)
        yield Label(
            "used", right, "paper", f"{limit - spare} / {limit}", type="body", least="small",
            align="right", colour="ink" if spare else "danger",
        )  # fmt: skip

    def _text(self, look: Look, area: Rect, passage: Passage, *, covered: bool) -> Iterable[Widget]:
        """The sheet; where two scrollers do not fit above one another, they stand side by side."""
        hint = look.texts(HINTS[passage]) if passage in HINTS else ""
        target = look.theme.target
        low = area.h < 2 * target
        sheet = Rect(area.x, area.y, area.w - target, area.h) if low else area
        for widget in self._sheet(passage).widgets(look, sheet, covered=covered, writing=True):
            if isinstance(widget, TextArea):
                yield replace(widget, placeholder=hint)
            elif low:
                x = widget.rect.x + (target if widget.name == "down" else 0)
                yield replace(widget, rect=Rect(x, area.y, target, area.h))
            else:
                yield widget
