"""The passphrase of a file: typed in sight of all who are here, judged in words, kept nowhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import Event, PhraseAgreed, PhraseLeft
from kiosk.post.passphrase import MOST, WORDS, Strength, missing, strength, tidied
from kiosk.screens import lettering, parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.pages import Cover
from kiosk.screens.committee.reading import cover_button
from kiosk.screens.editor import Editor
from kiosk.screens.keyboard import ROWS, Exchanged, Keyboard, Pressed, Special, Typed
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.widgets import Button, Label, Panel, Style

HIDDEN = "•" * 12
"""Stands for a covered phrase, always the same, whatever is typed."""

TONES = {
    Strength.SHORT: ("info", "honey"),
    Strength.WEAK: ("triangle-alert", "alarm"),
    Strength.FAIR: ("circle-check", "calm"),
    Strength.STRONG: ("circle-check", "calm"),
}


@dataclass(frozen=True)
class Agree(Act):
    """Seal it under this phrase."""


class Passphrase(Screen):
    """Forgotten when another screen shows. Everybody who is here should know the phrase."""

    name = "passphrase"

    def __init__(self) -> None:
        self._editor = Editor(drawable=lettering.drawable().__contains__, limit=MOST)
        self._keyboard = Keyboard()
        self._covered = False

    def wipe(self) -> None:
        self._editor.clear()

    def cover(self) -> None:
        self._covered = True

    # --- what a touch means ---

    def act(self, act: Act) -> Event | None:
        match act:
            case Cover():
                self._covered = not self._covered
            case Exchanged(text=text, old=old):
                self._editor.exchange(old, text)
            case Typed(text=text):
                self._type(text)
            case Pressed(key=key):
                return self._press(key)
            case Agree():
                return self._agreed()
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if typed := self._keyboard.take(stroke):
            self._type(typed)
            return None
        match stroke.control:
            case "escape":
                return PhraseLeft()
            case "return" | "backspace" as control:
                return self._press(Special(control))
        return None

    def _type(self, text: str) -> None:
        self._editor.insert(" ".join(text.splitlines()))
        self._keyboard.typed()

    def _press(self, key: Special) -> Event | None:
        self._keyboard.press(key, capital=False)
        if key is Special.BACKSPACE:
            self._editor.backspace()
        return self._agreed() if key is Special.RETURN else None

    def _agreed(self) -> Event | None:
        if not strength(self._editor.text).enough:
            return None
        return PhraseAgreed(tidied(self._editor.text))

    # --- what shows ---

    def view(self, look: Look) -> View:
        theme = look.theme
        keys = ROWS * max(theme.target, min(theme.mm(15.6), look.height // 2 // ROWS))
        head, field, said, keyboard = rows(
            parts.column(look), theme.target, theme.target, 1.0, keys, gap=theme.gap
        )
        return View(
            "paper",
            (
                *self._head(look, head),
                *self._field(look, field),
                *self._said(look, said),
                *self._keyboard.widgets(look, keyboard, capital=False),
            ),
        )

    def _head(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, words = columns(area, look.theme.target, 1.0, gap=look.theme.gap * 2)
        yield Button(
            "leave", left, "paper", "", icon="arrow-left", style=Style.QUIET, act=PhraseLeft()
        )
        hint = look.texts("phrase_hint")
        yield Label("title", words, "paper", hint, type="body", least="small")

    def _field(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        room, eye, on = columns(area, 1.0, theme.target, theme.mm(34), gap=theme.gap)
        yield Panel("phrase_box", room, "paper", "sheet", line="line")
        inner = inset(room, theme.mm(2), theme.mm(0.6))
        shown = HIDDEN if self._covered else self._shown(look, inner.w)
        yield Label("phrase", inner, "sheet", shown, type="lead", least="small")
        yield cover_button(look, eye, covered=self._covered)
        yield Button(
            "agree", on, "paper", look.texts("phrase_agree"), icon="lock", style=Style.PRIMARY,
            type="body*", act=Agree(), enabled=strength(self._editor.text).enough,
        )  # fmt: skip

    def _shown(self, look: Look, width: int) -> str:
        """All of it, also one long word, with a caret at its end."""
        small = look.theme.type("small")
        self._editor.fit(lettering.measurer(small), width - small.px)
        return "\n".join(self._editor.lines) + "|"

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        judged = strength(self._editor.text)
        icon, tone = TONES[judged]
        if judged is Strength.SHORT:
            words = look.texts("phrase_short", n=missing(self._editor.text))
        elif judged is Strength.FAIR and len(self._editor.text.split()) >= WORDS:
            words = look.texts("phrase_longer")
        else:
            words = look.texts(f"phrase_{judged}")
        high = min(area.h, parts.note_height(look, words, area.w))
        yield from parts.note(look, area._replace(h=high), "said", icon, words, tone)
