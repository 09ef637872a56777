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
from kiosk.screens.erasing import EraseAsked, EraseDenied, erase_button, erase_view
from kiosk.screens.keyboard import ROWS, Keyboard, Pressed, Special, Typed, wants_capital
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.parts import help_button, languages, languages_width
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.widgets import Button, Label, Style

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
        elif stroke.text:
            self._type(stroke.text)
        elif stroke.control in ("backspace", "return"):
            self._press(Special(stroke.control))
        elif stroke.control == "delete":
            self._edited(self._editor.delete)
        elif stroke.control != "tab":
            self._edited(partial(self._editor.move, stroke.control))
        return None

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
        whole = Rect(0, 0, look.width, look.height)
        upper, keys = rows(whole, 1.0, _keyboard_height(look))
        upper = inset(upper, look.theme.margin, look.theme.mm(1.2))
        left, right = columns(upper, 1.0, _actions_width(look), gap=look.theme.gap)
        asks = look.theme.mm(46)
        under = _status_height(look, left.w - asks - look.theme.gap)
        area, status = rows(left, 1.0, under, gap=look.theme.mm(0.6))
        hint, help_ = columns(status, 1.0, asks, gap=look.theme.gap)
        return View(
            "paper",
            (
                *self._sheet.widgets(look, area, covered=self.covered, writing=True),
                self._status(look, hint),
                help_button(look, help_, "paper", self._numbers),
                *self._actions(look, right),
                *self._keyboard.widgets(look, inset_keys(keys, look), capital=self._capital),
            ),
        )

    def _status(self, look: Look, area: Rect) -> Widget:
        """Under the sheet: what was refused, how much is left, or that no name is needed."""
        texts, left = look.texts, self._editor.left
        if self._hint:
            return Label("hint", area, "paper", texts(self._hint), type="small*", colour="danger")
        if left < COUNTED_FROM:
            return Label("hint", area, "paper", texts.many("chars_left", left), type="small*")
        words = texts("no_name_needed")
        return Label("hint", area, "paper", words, type="small", colour="muted")

    @property
    def _numbers(self) -> str:
        return f"{self._school.helpline} · {self._school.emergency}"

    def _actions(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        theme, texts = look.theme, look.texts
        high = theme.target
        roomy = area.h >= theme.primary + 3 * high + 4 * theme.gap
        top, done, cover, erase = (
            rows(area, high, theme.primary, 1.0, 1.0, gap=theme.gap)
            if roomy
            else [area, *rows(area, theme.primary, 1.0, 1.0, gap=theme.gap)]
        )
        words, icon = ("show_text", "eye") if self.covered else ("hide_text", "eye-off")
        return (
            *(languages(look, top, "paper") if roomy else ()),
            Button("done", done, "paper", texts("done"), icon="check", act=Done(),
                   style=Style.PRIMARY),
            Button("cover", cover, "paper", texts(words), icon=icon, act=Covered(), type="body*"),
            erase_button(look, erase),
        )  # fmt: skip


HINTS = ("no_name_needed", "empty_letter", "too_long", "strange_sign")


def inset_keys(area: Rect, look: Look) -> Rect:
    """Keep the keys off the very edge of the glass."""
    return Rect(area.x + look.theme.mm(0.6), area.y, area.w - look.theme.mm(1.2), area.h)


def _keyboard_height(look: Look) -> int:
    """As large as fits under the three buttons, 15.6 mm a row at most."""
    theme = look.theme
    buttons = theme.primary + 2 * theme.target + 2 * theme.gap + theme.mm(2.4)
    return ROWS * min(theme.mm(15.6), (look.height - buttons) // ROWS)


def _actions_width(look: Look) -> int:
    return max(languages_width(look), min(look.theme.mm(46), round(look.width * 0.28)))


def _status_height(look: Look, width: int) -> int:
    """Room for the longest hint, so that nothing moves when one comes, and for a finger."""
    letters = look.theme.type("small*")
    tall = [lettering.block(look.texts(hint), letters, width) for hint in HINTS]
    return max(*tall, look.theme.target)
