"""The pupil checks before sending: text, date, kind; nothing is sent before «Жөнөтүү»."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.config.school import School
from kiosk.events import EditAsked, Event, LetterSent, StoreTrouble
from kiosk.post.letters import DayMonth, Kind
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.datepick import DatePick, DatePicked, DateStepped
from kiosk.screens.editor import Editor
from kiosk.screens.erasing import EraseAsked, EraseDenied, erase_button, erase_view
from kiosk.screens.layout import centred, columns, grid, inset, rows
from kiosk.screens.parts import header, help_strip, note, paged, roomy
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.textarea import TextArea
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Button, Chip, Label, Style


@dataclass(frozen=True)
class KindChosen(Act):
    """A kind touched: chosen, or taken back."""

    kind: Kind = field(repr=False)


@dataclass(frozen=True)
class TextTouched(Act):
    """Uncover the text, or cover it."""


@dataclass(frozen=True)
class DateAsked(Act):
    """Pick the day."""


@dataclass(frozen=True)
class SendTouched(Act):
    """The plane: send, or first ask for the day."""


REFUSALS = {
    StoreTrouble.DISK: "error_not_saved",
    StoreTrouble.BOX_FULL: "refused_full",
    StoreTrouble.NO_COMMITTEE: "refused_no_committee",
}


class Check(Screen):
    """`today` None means that no clock can be trusted: the pupil picks the day.

    `sending` and `trouble` are set from outside; while sending, nothing can be touched.
    """

    name = "check"
    holds_letter = True

    def __init__(
        self, school: School, text: str, today: DayMonth | None, kind: Kind | None = None
    ) -> None:
        self._school = school
        self._editor = Editor(text, drawable=lettering.drawable().__contains__)
        self._sheet = Sheet(self._editor)
        self._pick = None if today else DatePick()
        self._written = today
        self._kind = kind
        self._shown = self._asking = self._picking = False
        self.sending = False
        self.trouble: StoreTrouble | None = None

    @property
    def text(self) -> str:
        """The letter that is checked."""
        return self._editor.text

    def cover(self) -> None:
        self._shown = False

    def wipe(self) -> None:
        self._editor.clear()
        self._kind = self._written = None

    def act(self, act: Act) -> Event | None:
        match act:
            case TextTouched():
                self._shown = not self._shown
            case Scrolled(lines=lines):
                self._sheet.scroll(lines)
            case KindChosen(kind=kind):
                self._kind = None if kind is self._kind else kind
            case EraseAsked() | EraseDenied():
                self._asking = isinstance(act, EraseAsked)
            case DateAsked():
                self._picking = True
            case DateStepped() | DatePicked():
                self._date(act)
            case SendTouched():
                return self._send()
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape" and not self.sending:
            self._asking = not self._asking
        return None

    def _date(self, act: DateStepped | DatePicked) -> None:
        if self._pick and self._pick.take(act):
            self._written, self._picking = self._pick.day, False

    def _send(self) -> Event | None:
        if self._written is None:
            self._picking = True
            return None
        self._shown, self.sending, self.trouble = False, True, None
        return LetterSent(self._written, self._kind)

    def view(self, look: Look) -> View:
        if self._asking:
            return erase_view(look, self._school)
        head, body, foot = paged(look)
        return View(
            "paper",
            (
                *header(look, head, look.texts("check_letter")),
                *self._body(look, body),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _body(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        if self._picking and self._pick:
            return self._pick.widgets(look, area)
        if self._shown:
            return self._open(look, area)
        left, facts, kinds = _places(look, area)
        return (
            TextArea("text", left, "paper", (), covered=True),
            self._cover_button(look, left),
            *self._facts(look, facts),
            *self._kinds(look, kinds),
        )

    def _open(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Show the text, over all of the body; the cover stays in reach."""
        theme = look.theme
        left, right = columns(area, 1.0, theme.mm(42), gap=theme.gap)
        cover, said, _ = rows(right, theme.target, theme.mm(24), 1.0, gap=theme.gap)
        words, waits = look.texts("hide_text"), look.texts("not_sent_yet")
        return (
            *self._sheet.widgets(look, left, covered=False, writing=False),
            Button("cover", cover, "paper", words, icon="eye-off", act=TextTouched(), type="body*"),
            *(note(look, said, "state", "info", waits, "honey") if roomy(look) else ()),
        )

    def _cover_button(self, look: Look, area: Rect) -> Widget:
        place = inset(area, look.theme.mm(1.2))  # on low glass, bars beside it would look broken
        if roomy(look):
            place = centred(area, min(area.w, look.theme.mm(62)), look.theme.target)
        words = look.texts("show_text")
        return Button("cover", place, "white", words, icon="eye", act=TextTouched(), type="body*",
                      enabled=not self.sending)  # fmt: skip

    def _facts(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return that nothing is sent yet, and the date the letter will carry."""
        texts = look.texts
        gap = look.theme.mm(0.9)
        tall = 1.0 if self._pick is None else max(look.theme.target, (area.h - gap) // 2)
        said, day = rows(area, 1.0, tall, gap=gap)
        words = texts("sending") if self.sending else texts("not_sent_yet")
        return (
            *note(look, said, "state", "info", words, "honey"),
            *self._date_facts(look, day),
        )

    def _date_facts(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        words = texts("j_date_letter")
        if self._written:
            words = f"{words}: {texts.date(self._written)}"
        if self._pick is None:
            return note(look, area, "date", "calendar", words, "calm")
        return (
            Button("date", area, "paper", words, icon="calendar", act=DateAsked(), type="body*",
                   enabled=not self.sending),
        )  # fmt: skip

    def _kinds(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return five chips, or what happened to the letter if it was refused."""
        theme, texts = look.theme, look.texts
        if self.trouble:
            words = texts(REFUSALS[self.trouble])
            return note(look, area, "trouble", "triangle-alert", words, "alarm")
        head, chips = rows(area, theme.type("small").line, 1.0, gap=theme.mm(0.6))
        names = [texts(f"kind_{kind}") for kind in Kind]
        letters = theme.type("small")
        wanted = [_longest_word(name, letters) + theme.mm(6.4) for name in names]
        gap = theme.mm(0.9)
        if roomy(look):
            cells = grid(chips, 2, 3, gap=gap)[: len(names)]
        else:
            cells = columns(chips, *map(float, wanted), gap=gap)
        return (
            Label("kinds", head, "paper", texts("kind_optional"), type="small", colour="muted"),
            *(
                Chip(f"kind_{kind}", cell, "paper", name, act=KindChosen(kind),
                     chosen=kind is self._kind, enabled=not self.sending)
                for kind, cell, name in zip(Kind, cells, names, strict=True)
            ),
        )  # fmt: skip

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        erase, edit, send = columns(area, 0.29, 0.25, 0.46, gap=look.theme.gap * 2)
        free = not self.sending
        ready = free and not self._picking
        words = texts("send") if free else texts("sending")
        return (
            erase_button(look, erase, enabled=free),
            Button("edit", edit, "paper", texts("edit"), icon="pencil", act=EditAsked(self._kind),
                   type="body*", enabled=free),
            Button("send", send, "paper", words, icon="send", act=SendTouched(),
                   style=Style.PRIMARY, enabled=ready),
        )  # fmt: skip


def _longest_word(text: str, letters: Type) -> int:
    return max(lettering.width(word, letters) for word in text.split())


def _places(look: Look, area: Rect) -> tuple[Rect, Rect, Rect]:
    """Return where text, facts and kinds stand; on low glass the kinds go below."""
    theme = look.theme
    head = theme.type("small").line + theme.mm(0.6)
    if roomy(look):
        left, right = columns(area, 0.57, 0.43, gap=theme.gap * 2)
        chips = head + 3 * theme.target + 2 * theme.mm(0.9)
        facts, kinds = rows(right, 1.0, chips, gap=theme.gap)
        return left, facts, kinds
    upper, kinds = rows(area, 1.0, head + theme.target, gap=theme.gap)
    left, facts = columns(upper, 0.46, 0.54, gap=theme.gap)
    return left, facts, kinds
