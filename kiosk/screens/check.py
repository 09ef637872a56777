"""The pupil checks before sending: text, date, kind; nothing is sent before «Жөнөтүү»."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import CodeTrouble, EditAsked, Event, LetterSent, StoreTrouble
from kiosk.post.letters import DayMonth, Kind
from kiosk.post.roles import Role
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.checking import PLACES, KindChosen, Places, kind_chips
from kiosk.screens.datepick import DatePick, DatePicked, DateStepped
from kiosk.screens.editor import Editor
from kiosk.screens.erasing import EraseAsked, EraseDenied, erase_button, erase_view
from kiosk.screens.layout import centred, columns, covering, rows
from kiosk.screens.parts import header, help_strip, note, paged, roomy
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Style
from kiosk.screens.wishes import ReadersAsked, ReadersChosen, ReplyWished, Wishes


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
    CodeTrouble.NOT_MADE: "refused_no_code",
}


class Check(Screen):
    """`today` None means that no clock can be trusted: the pupil picks the day.

    `sending` and `trouble` are set from outside; while sending, nothing can be touched.
    """

    name = "check"
    holds_letter = True

    def __init__(
        self,
        school: School,
        text: str,
        today: DayMonth | None,
        kind: Kind | None = None,
        excluded: frozenset[Role] = frozenset(),
        *,
        reply: bool = False,
    ) -> None:
        self._school = school
        self._editor = Editor(text, drawable=lettering.drawable().__contains__)
        self._sheet = Sheet(self._editor)
        self._pick = None if today else DatePick()
        self._written = today
        self._kind = kind
        self._wishes = Wishes(school.quorum, excluded, reply=reply)
        self._shown = self._asking = self._picking = False
        self.sending = False
        self.trouble: StoreTrouble | CodeTrouble | None = None

    @property
    def text(self) -> str:
        """The letter that is checked."""
        return self._editor.text

    def cover(self) -> None:
        self._shown = False

    def wipe(self) -> None:
        self._editor.clear()
        self._kind = self._written = None
        self._wishes.wipe()

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
            case ReadersAsked() | ReadersChosen() | ReplyWished():
                self._wishes.take(act)
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
        wishes = self._wishes
        return LetterSent(self._written, self._kind, wishes.excluded, wishes.reply)

    def _edited(self) -> Event:
        return EditAsked(self._kind, self._wishes.excluded, self._wishes.reply)

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
        if self._wishes.choosing:
            return self._wishes.widgets(look, area)
        if self._shown:
            return self._open(look, area)
        places = PLACES[roomy(look)](look, area, day=self._pick is not None)
        return (
            *self._covered(look, places.text),
            *self._facts(look, places),
            *self._wished(look, places),
            *self._kinds(look, places.kinds),
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

    def _covered(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return bars for the text and the button on them; on low glass there is room for one."""
        place = area
        if roomy(look):
            place = centred(area, min(area.w, look.theme.mm(62)), look.theme.target)
        bars = TextArea("text", area, "paper", (), covered=True)
        words = look.texts("show_text")
        return (
            *((bars,) if roomy(look) else ()),
            Button("cover", place, "white", words, icon="eye", act=TextTouched(), type="body*",
                   enabled=not self.sending),
        )  # fmt: skip

    def _facts(self, look: Look, places: Places) -> tuple[Widget, ...]:
        """Return that nothing is sent yet, or what to get before, and the letter's date."""
        texts = look.texts
        if self._wishes.reply and not self.sending:  # who copies a code needs it before, not then
            return self._pen(look, places)
        words = texts("sending") if self.sending else texts("not_sent_yet")
        return (
            *note(look, places.state, "state", "info", words, "honey"),
            *self._date_facts(look, places.day),
        )

    def _pen(self, look: Look, places: Places) -> tuple[Widget, ...]:
        """Return what to get before sending; on low glass it stands over a date that is known."""
        words, alone = look.texts("reply_pen"), self._pick is None and not roomy(look)
        place = covering(places.state, places.day) if alone else places.state
        return (
            *note(look, place, "state", "pencil", words, "honey"),
            *(() if alone else self._date_facts(look, places.day)),
        )

    def _date_facts(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        words = texts("j_date_letter")
        if self._written:
            day = texts.date(self._written)
            words = f"{words}: {day}" if roomy(look) or self._pick is None else day
        if self._pick is None:
            return note(look, area, "date", "calendar", words, "calm")
        return (
            Button("date", area, "paper", words, icon="calendar", act=DateAsked(), type="body*",
                   enabled=not self.sending),
        )  # fmt: skip

    def _wished(self, look: Look, places: Places) -> tuple[Widget, ...]:
        """Return who may read, where anybody can be left out, and the question for a reply."""
        free = not self.sending
        if not self._wishes.choice:
            place = covering(places.readers, places.reply)
            return (self._wishes.answer(look, place, enabled=free),)
        return (
            self._wishes.readers(look, places.readers, enabled=free),
            self._wishes.answer(look, places.reply, enabled=free),
        )

    def _kinds(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return five chips, or what happened to the letter if it was refused."""
        if self.trouble:
            words = look.texts(REFUSALS[self.trouble])
            return note(look, area, "trouble", "triangle-alert", words, "alarm")
        return kind_chips(look, area, self._kind, enabled=not self.sending)

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        erase, edit, send = columns(area, 0.29, 0.25, 0.46, gap=look.theme.gap * 2)
        free = not self.sending
        words = texts("send") if free else texts("sending")
        if self._wishes.choosing:
            return erase_button(look, erase), self._wishes.back(look, covering(edit, send))
        return (
            erase_button(look, erase, enabled=free),
            Button("edit", edit, "paper", texts("edit"), icon="pencil", act=self._edited(),
                   type="body*", enabled=free),
            Button("send", send, "paper", words, icon="send", act=SendTouched(),
                   style=Style.PRIMARY, enabled=free and not self._picking),
        )  # fmt: skip
