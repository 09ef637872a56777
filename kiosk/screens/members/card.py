"""A new card: the others look away, it is printed or shown, copied by pen, and put away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.events import CardShown, Event, SteppedBack, SteppedOn
from kiosk.post.cards import DIGITS, GROUP
from kiosk.post.sitting import Making, Sitting, Strip
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.leaving import statement
from kiosk.screens.explaining import explained
from kiosk.screens.layout import columns, rows
from kiosk.screens.members.frame import Members, back, feet, onward
from kiosk.screens.members.typing import card_title
from kiosk.screens.paint import Brush
from kiosk.screens.papers import trouble_words
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts


class Away(Members):
    """Nothing is made before this touch. `prints`: a printer is there, and well."""

    name = "card_away"

    def __init__(self, sitting: Sitting, *, prints: bool = True) -> None:
        super().__init__(sitting)
        self.prints = prints

    def backward(self) -> Act | Event | None:
        return None if self.sitting.working else SteppedBack()

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        middle, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        yield from statement(look, middle, "away", "eye-off", self._asked(look.texts))
        yield from self._foot(look, foot)

    def _asked(self, texts: Texts) -> str:
        role = self.sitting.making.role if self.sitting.making else None
        return texts("away_ask", role=texts(role)) if role else texts("away_envelope")

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, free = look.texts, not self.sitting.working
        shares = (0.22, 0.33, 0.45) if self.prints else (0.3, 0.7)
        backward, *ways = columns(area, *shares, gap=look.theme.mm(3))
        yield back(look, backward, enabled=free)
        style = Style.SECONDARY if self.prints else Style.PRIMARY
        yield Button(
            "show", ways[0], "paper", texts("away_screen"), icon="eye", style=style, type="body*",
            act=CardShown(printed=False), enabled=free,
        )  # fmt: skip
        if self.prints:
            envelope = self.sitting.making is not None and self.sitting.making.role is None
            words = "away_print_envelope" if envelope else "away_print"
            yield Button(
                "print", ways[1], "paper", texts(words), icon="printer",
                style=Style.PRIMARY, act=CardShown(printed=True), enabled=free,
            )  # fmt: skip


@dataclass(frozen=True)
class Lifted(Act):
    """Look at one group of four; the others are covered."""

    group: int


@dataclass(frozen=True)
class Uncovering(Act):
    """The digits are wanted on the screen, beside the paper."""


@dataclass(frozen=True)
class Doubted(Act):
    """Give the card up? Its papers count no more, so it is asked once."""


@dataclass(frozen=True)
class GoOn(Act):
    """Back to copying it."""


@dataclass(frozen=True)
class Four(Widget):
    """One group of a card: its place among the five, or its digits."""

    digits: str = field(repr=False)

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        lifted = bool(self.digits)
        fill = "sheet" if lifted else "mist_pressed" if pressed else "mist"
        brush.panel(self.rect, fill, line="action" if lifted else "line")
        if lifted:
            letters = brush.theme.type("title")
            brush.text(self.digits, self.rect, letters, "ink", align="centre", valign="middle")
        else:
            brush.icon("eye-off", self._sign(brush.theme), "ink")

    def _sign(self, theme: Theme) -> Rect:
        side = min(self.rect.h // 2, theme.mm(8))
        x, y, w, h = self.rect
        return Rect(x + (w - side) // 2, y + (h - side) // 2, side, side)


class Copy(Members):
    """The card's digits are on its paper; without one, here, covered until a group is touched."""

    name = "card_copy"

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._lifted: int | None = None
        self._uncovering = self._doubted = False

    def cover(self) -> None:
        self._lifted = None

    def wipe(self) -> None:
        self._lifted = None

    def do(self, act: Act) -> Event | None:
        match act:
            case Lifted(group=group):
                self._lifted = None if self._lifted == group else group
            case Uncovering():
                self._uncovering = True
            case Doubted() | GoOn():
                self._lifted, self._doubted = None, isinstance(act, Doubted)
        return None

    def backward(self) -> Act | Event | None:
        return GoOn() if self._doubted else Doubted()

    def title(self, texts: Texts) -> str:
        return card_title(texts, self.sitting)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        making = self.sitting.making
        if making is not None:
            yield from (self._ask if self._doubted else self._copying)(look, area, making)

    def _copying(self, look: Look, area: Rect, making: Making) -> Iterable[Widget]:
        theme = look.theme
        note = self._note(look, making)
        high = parts.note_height(look, note[2], area.w) if note else 0
        on_glass = self._on_glass(making)
        four = min(theme.mm(22), area.h // 4) if on_glass else 0
        told, said, digits, foot = rows(area, 1.0, high, four, theme.primary, gap=theme.gap)
        yield from explained(look, told, [*self._steps(look.texts, making)])
        if note:
            yield from parts.note(look, said, *note)
        if on_glass:
            yield from self._digits(digits, look, making)
        yield from self._foot(look, foot, making)

    def _on_glass(self, making: Making) -> bool:
        return self._uncovering or making.strip in {Strip.NONE, Strip.FAILED}

    def _steps(self, texts: Texts, making: Making) -> Iterable[tuple[str, str]]:
        if self._on_glass(making):
            yield "eye", texts("copy_touch")
        if making.role:
            yield "pencil", texts("copy_card", n=making.number)
        else:
            yield "pencil", texts("copy_envelope")
        if making.strip in {Strip.PRINTING, Strip.PRINTED}:
            yield "trash-2", texts("copy_tear")

    def _note(self, look: Look, making: Making) -> tuple[str, str, str, str] | None:
        if making.strip is Strip.PRINTING:
            return "strip", "printer", look.texts("copy_printing"), "calm"
        if making.strip is not Strip.FAILED:
            return None
        trouble = self.sitting.trouble
        words = (
            trouble_words(look, "copy_failed", trouble) if trouble else look.texts("copy_failed")
        )
        return "strip", "triangle-alert", words, "alarm"

    def _digits(self, area: Rect, look: Look, making: Making) -> Iterable[Widget]:
        code = making.made.code if making.made else ""
        cells = columns(area, *[1.0] * (DIGITS // GROUP), gap=look.theme.gap)
        for group, cell in enumerate(cells):
            part = code[group * GROUP : (group + 1) * GROUP] if group == self._lifted else ""
            yield Four(f"four_{group}", cell, "paper", part, act=Lifted(group))

    def _foot(self, look: Look, area: Rect, making: Making) -> Iterable[Widget]:
        ready = making.strip is not Strip.PRINTING
        left, right = feet(look, area)
        if self._on_glass(making):
            yield back(look, left, act=Doubted())
        else:
            yield Button(
                "uncover", left, "paper", look.texts("copy_show"), icon="eye", type="body*",
                act=Uncovering(),
            )  # fmt: skip
        yield onward(look, right, "copy_done", SteppedOn(), enabled=ready)

    def _ask(self, look: Look, area: Rect, making: Making) -> Iterable[Widget]:
        texts = look.texts
        words, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        told = texts("copy_void_envelope")
        if making.role:
            told = texts("copy_void_card", n=making.number)
        yield from statement(look, words, "void", "trash-2", texts("copy_void"), lead=told)
        left, right = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        yield Button(
            "go_on", left, "paper", texts("copy_go_on"), icon="pencil", style=Style.PRIMARY,
            act=GoOn(),
        )  # fmt: skip
        yield Button(
            "void_sure", right, "paper", texts("copy_void_sure"), icon="trash-2",
            style=Style.DANGER, act=SteppedBack(),
        )  # fmt: skip


class Ready(Members):
    """Its digits are gone from here; only the form has them."""

    name = "card_ready"

    def title(self, texts: Texts) -> str:
        return card_title(texts, self.sitting)

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts, making = look.texts, self.sitting.making
        middle, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
        first = self.sitting.committee is None
        words = texts("ready_envelope")
        lead = texts("ready_envelope_lead" if first else "ready_envelope_old")
        if making and making.role:
            words, lead = texts("ready_card", n=making.number), texts("ready_card_lead")
        yield from statement(
            look, middle, "ready", "circle-check", words, lead=lead, colour="calm_line"
        )
        done = "saving" if self.sitting.working else "done"
        yield onward(look, foot, done, SteppedOn(), enabled=not self.sitting.working)
