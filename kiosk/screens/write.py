"""The pupil writes: text, keyboard, and three buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from kiosk.config.school import School
from kiosk.events import Event, LetterWritten
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.editor import Editor, Refusal
from kiosk.screens.erasing import EraseAsked, EraseDenied, erase_view
from kiosk.screens.keyboard import Exchanged, Keyboard, Pressed, Special, Typed, wants_capital
from kiosk.screens.parts import help_button, languages
from kiosk.screens.sheet import PAGES, Scrolled, Sheet
from kiosk.screens.widgets import Button, Label, Style
from kiosk.screens.writing import Places, places

COUNTED_FROM = 200
"""The counter shows only when fewer characters than this are left."""


@dataclass(frozen=True)
class Done(Act):
    """On to checking."""


@dataclass(frozen=True)
class Covered(Act):
    """Cover the text, or uncover it."""


class Write(Screen):
    """Holds the letter until another screen shows."""

    name = "write"
    holds_letter = True

    def __init__(self, school: School, text: str = "") -> None:
        self._school = school
        self._editor = Editor(text, drawable=lettering.drawable().__contains__)
        self._sheet = Sheet(self._editor)
        self._keyboard = Keyboard()
        self.covered = False
        self.asking = False
        self._hint = ""

    @property
    def text(self) -> str:
        """The letter as it stands."""
        return self._editor.text

    def cover(self) -> None:
        self.covered = True

    def wipe(self) -> None:
        self._editor.clear()

    def act(self, act: Act) -> Event | None:
        match act:
            case Exchanged(text=text, old=old) if not self._hint:
                self._edited(partial(self._editor.exchange, old, text))
            case Exchanged():
                pass  # what was refused is not there to be exchanged
            case Typed(text=text):
                self._type(text)
            case Pressed(key=key):
                self._press(key)
            case Covered():
                self.covered = not self.covered
            case Scrolled(lines=lines):
                self._sheet.scroll(lines)
            case EraseAsked() | EraseDenied():
                self.asking = isinstance(act, EraseAsked)
            case Done():
                return self._done()
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self.asking:
            self.asking = stroke.control != "escape"
        elif stroke.control == "escape":
            self.asking = True
        elif typed := self._keyboard.take(stroke):
            self._type(typed)
        else:
            self._controlled(stroke.control)
        return None

    def _controlled(self, control: str) -> None:
        match control:
            case "backspace" | "return":
                self._press(Special(control))
            case "delete":
                self._edited(self._editor.delete)
            case "page_up" | "page_down":
                self._edited(partial(self._sheet.turn, PAGES[control]))
            case _:
                self._edited(partial(self._editor.move, control))

    def point(self, widget: str, x: int, y: int) -> None:
        if self.covered:
            return
        self._edited(partial(self._sheet.point, x, y))

    def _done(self) -> Event | None:
        if self._editor.text.strip():
            return LetterWritten(self._editor.text)
        self._hint = "empty_letter"
        return None

    def _type(self, text: str) -> None:
        self._edited(lambda: None)
        refusal = self._editor.insert(text)
        self._keyboard.typed()
        if refusal:
            self._hint = {Refusal.FULL: "too_long", Refusal.STRANGE: "strange_sign"}[refusal]

    def _press(self, key: Special) -> None:
        self._keyboard.press(key, capital=self._capital)
        if key is Special.BACKSPACE:
            self._edited(self._editor.backspace)
        elif key is Special.RETURN:
            self._type("\n")

    def _edited(self, change: Callable[[], None]) -> None:
        """Change text or caret: old hints go, and the caret comes into sight."""
        self._hint = ""
        change()
        self._sheet.follow()

    @property
    def _capital(self) -> bool:
        return wants_capital(self._editor.before)

    def view(self, look: Look) -> View:
        if self.asking:
            return erase_view(look, self._school)
        at = places(look)
        tongues = languages(look, at.languages, "paper") if at.languages else ()
        return View(
            "paper",
            (
                *self._actions(look, at),
                self._status(look, at.hint),
                *self._sheet.widgets(look, at.text, covered=self.covered, writing=True),
                *tongues,
                *self._keyboard.widgets(look, at.keys, capital=self._capital),
            ),
        )

    def _status(self, look: Look, area: Rect) -> Widget:
        """Under the sheet: what was refused, how much is left, or that no name is needed."""
        texts, left = look.texts, self._editor.left
        words, colour = texts("no_name_needed"), "muted"
        if left < COUNTED_FROM and not self.covered:
            words, colour = texts.many("chars_left", left), "ink"
        if self._hint:
            words, colour = texts(self._hint), "danger"
        bold = "" if colour == "muted" else "*"
        return Label("hint", area, "paper", words, type=f"small{bold}", least=f"small{bold}",
                     colour=colour, valign="top")  # fmt: skip

    @property
    def _numbers(self) -> str:
        return f"{self._school.helpline} · {self._school.emergency}"

    def _actions(self, look: Look, at: Places) -> tuple[Widget, ...]:
        texts = look.texts
        words, icon = ("show_text", "eye") if self.covered else ("hide_text", "eye-off")
        return (
            Button("done", at.done, "paper", texts("done"), icon="check", act=Done(),
                   style=Style.PRIMARY),
            Button("cover", at.cover, "paper", texts(words), icon=icon, act=Covered(),
                   type="body*", stacked=True),
            Button("erase", at.erase, "paper", texts("erase_and_leave"), icon="trash-2",
                   act=EraseAsked(), type="body*", stacked=at.erase.w < at.done.w),
            help_button(look, at.help, "paper", self._numbers),
        )  # fmt: skip
