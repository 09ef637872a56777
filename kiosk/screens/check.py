"""The pupil checks before sending: text, date, kind; nothing is sent before «Жөнөтүү»."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import CodeTrouble, EditAsked, Event, LetterSent, StoreTrouble
from kiosk.post.letters import DayMonth, Kind
from kiosk.post.roles import Role
from kiosk.screens import lettering
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.checking import (
    KindChosen,
    Places,
    TextTouched,
    covered,
    kind_chips,
    opened,
    places,
    with_room,
)
from kiosk.screens.datepick import DatePick, DatePicked, DateStepped
from kiosk.screens.editor import Editor
from kiosk.screens.erasing import EraseAsked, EraseDenied, erase_button, erase_view
from kiosk.screens.layout import covering
from kiosk.screens.parts import actions, header, help_strip, note, paged, roomy, upright
from kiosk.screens.sheet import Scrolled, Sheet
from kiosk.screens.widgets import Button, Style
from kiosk.screens.wishes import ReadersAsked, ReadersChosen, ReplyWished, Wishes


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

    `prints`, whether a reply code can be printed, `sending` and `trouble` are set from outside;
    while sending, nothing can be touched.
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
        self.prints = self.sending = False
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
        elif self._shown:
            self._sheet.read(stroke)
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
        head, body, foot = paged(look, 3)
        return View(
            "paper",
            (
                *header(look, head, look.texts(self._title(look))),
                *self._body(look, body),
                *self._foot(look, foot),
                *help_strip(look, self._school),
            ),
        )

    def _title(self, look: Look) -> str:
        """Return the key of the title; on low glass the state, if the code needs its room."""
        if self._wishes.choosing:
            return "readers_ask"
        return "not_sent_yet" if self._crowded(look) and not self._shown else "check_letter"

    def _body(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        if self._picking and self._pick:
            return self._pick.widgets(look, area)
        if self._wishes.choosing:
            return self._wishes.widgets(look, area)
        if self._shown:
            told = (look.texts("not_sent_yet"), self._wishes.told(look))
            return opened(look, area, self._sheet, ". ".join(filter(None, told)))
        needs, where = self._needs(look, places(look, area, day=self._pick is not None))
        return (
            *covered(look, where.text, enabled=not self.sending),
            *self._facts(look, where),
            *needs,
            *self._wished(look, where),
            *self._kinds(look, where.kinds),
        )

    def _facts(self, look: Look, where: Places) -> tuple[Widget, ...]:
        """Return that nothing is sent yet, and the letter's date, where there is room."""
        words = look.texts("sending" if self.sending else "not_sent_yet")
        state = note(look, where.state, "state", "info", words, "honey")
        if not self._crowded(look):
            return (*state, *self._date_facts(look, where.day))
        return () if self._pick is None else self._date_facts(look, where.day)

    def _crowded(self, look: Look) -> bool:
        return self._needy and not roomy(look)

    @property
    def _needy(self) -> bool:
        """Whether a code will be copied: who does needs a pen before sending, not then."""
        return self._wishes.reply and not self.sending

    def _needs(self, look: Look, where: Places) -> tuple[tuple[Widget, ...], Places]:
        """Return what a code is for and what it needs, and the places it leaves."""
        if not self._needy:
            return (), where
        words = look.texts("reply_pen_or_print" if self.prints else "reply_pen")
        where, room = with_room(look, where, words, day=self._pick is not None)
        return note(look, room, "pen", "pencil", words, "calm"), where

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

    def _wished(self, look: Look, where: Places) -> tuple[Widget, ...]:
        """Return who may read, where anybody can be left out, and the question for a reply."""
        free = not self.sending
        if not self._wishes.choice:
            place = covering(where.readers, where.reply)
            return (self._wishes.answer(look, place, enabled=free),)
        return (
            self._wishes.readers(look, where.readers, enabled=free),
            self._wishes.answer(look, where.reply, enabled=free),
        )

    def _kinds(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return five chips, or what happened to the letter if it was refused."""
        if self.trouble:
            words = look.texts(REFUSALS[self.trouble])
            return note(look, area, "trouble", "triangle-alert", words, "alarm")
        return kind_chips(look, area, self._kind, enabled=not self.sending)

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        erase, edit, send = actions(look, area, 0.29, 0.25, 0.46)
        free = not self.sending
        words = texts("send") if free else texts("sending")
        if self._wishes.choosing:
            back = send if upright(look) else covering(edit, send)
            return erase_button(look, erase), self._wishes.back(look, back)
        return (
            erase_button(look, erase, enabled=free),
            Button("edit", edit, "paper", texts("edit"), icon="pencil", act=self._edited(),
                   type="body*", enabled=free),
            Button("send", send, "paper", words, icon="send", act=SendTouched(),
                   style=Style.PRIMARY, enabled=free and not self._picking),
        )  # fmt: skip
