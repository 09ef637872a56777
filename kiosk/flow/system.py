"""Time and idling: what happens when nobody does anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk import events as ev
from kiosk.events import Alarm
from kiosk.flow.box import Box
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.desk import RENEW_S, Desk
from kiosk.flow.front import Front
from kiosk.flow.membership import Membership
from kiosk.flow.notices import Notices
from kiosk.flow.patience import (
    CODE_S,
    COPIED_CODE_S,
    COVER_S,
    ERASED_S,
    LETTER_S,
    MEETING_S,
    MENU_S,
    TECHNICIAN_S,
    THANKS_S,
    UNSEEN_CODE_S,
    WARNING_S,
)
from kiosk.flow.printing import Printing
from kiosk.flow.pupil import Pupil
from kiosk.flow.technician import Technician
from kiosk.post.appearance import Appearance
from kiosk.screens.base import Screen
from kiosk.screens.board import Board
from kiosk.screens.check import Check
from kiosk.screens.code import Code
from kiosk.screens.erased import Erased
from kiosk.screens.idle import Held, Idle
from kiosk.screens.reply import Reply
from kiosk.screens.thanks import Thanks
from kiosk.screens.write import Write


class System:
    """Follows alarms and touches."""

    def __init__(
        self,
        desk: Desk,
        front: Front,
        pupil: Pupil,
        committee: CommitteeFlow,
        membership: Membership,
        notices: Notices,
        box: Box,
        printing: Printing,
        technician: Technician,
        busy: Callable[[], bool],
    ) -> None:
        self._desk, self._front, self._pupil, self._committee = desk, front, pupil, committee
        self._membership, self._notices = membership, notices
        self._box, self._printing, self._busy = box, printing, busy
        self._technician = technician
        self._left: Screen | None = None
        self._seconds = 0
        self.stopped = self.renewed = False

    def on(self, event: ev.SystemEvent) -> None:
        """Do what is due."""
        match event:
            case ev.AlarmRang(alarm=alarm):
                self._rang(alarm)
            case ev.Touched():
                self._front.touched()
                self.rest()
            case ev.StayAsked():
                self._stay()
            case ev.StopAsked():
                self.stopped, self.renewed = True, False
            case _:
                assert_never(event)

    def rest(self) -> None:
        """Idling starts anew: after a touch, and when another screen shows."""
        screen, top = self._desk.stage.screen, self._desk.stage.top
        if isinstance(screen, Idle):  # a warning stays until a button of its own is touched
            if top is not screen:
                self._stay()
            return
        self._desk.alarms.cancel(Alarm.ERASE)
        self._pupil.code_goes_in(0)
        if self._left not in {None, screen}:
            self._forget()
        self._left = None
        self._desk.alarms.set(Alarm.IDLE, self._patience())
        self._desk.alarms.set(Alarm.COVER, COVER_S)

    def _stay(self) -> None:
        """Somebody is still here: the screen they left comes back as it was, help over it."""
        if self._left is not None:
            self._desk.stage.show(self._left, beneath=True)
            self.rest()

    def _forget(self) -> None:
        """A meeting's screen is kept by its flow: a row half filled in may lie under another."""
        if self._left is not None and not self._committee.meeting:
            self._left.wipe()
        self._left = None

    def _rang(self, alarm: Alarm) -> None:
        match alarm:
            case Alarm.CARD:
                self._front.card_was_read()
            case Alarm.COVER:
                self._cover()
            case Alarm.IDLE:
                self._idle()
            case Alarm.ERASE:
                self._warn()
            case Alarm.COUNTDOWN:
                self._committee.count_down()
            case Alarm.TRY:
                self._pupil.replies.tick()
            case Alarm.LOCK:
                self._committee.leave()
            case Alarm.DOOR:
                self._box.look_at_the_door()
            case Alarm.SERVICE:
                self._technician.rang()
            case Alarm.RENEW:
                self._renew()
            case Alarm.WINDOW:
                self._front.look_at_the_clock()
                self._committee.look_at_the_clock()
                self._printing.look_again()
            case _:
                assert_never(alarm)

    def _renew(self) -> None:
        """Only while the board rests: who began something meanwhile ends it first."""
        if isinstance(self._desk.stage.screen, Board) and not self._busy():
            self.stopped = self.renewed = True
        else:
            self._desk.renew_in(RENEW_S)

    def _patience(self) -> float:
        """Seconds until idling; what lies over a screen that goes soon is read in peace."""
        stage, beneath = self._desk.stage, self._patience_beneath()
        return beneath if stage.top is stage.screen else max(MENU_S, beneath)

    def _patience_beneath(self) -> float:
        screen = self._desk.stage.screen
        if self._committee.meeting or self._membership.sitting or self._notices.present:
            return MEETING_S
        if screen.holds_letter:
            return LETTER_S
        if self._pupil.holds_code:
            return COPIED_CODE_S if isinstance(screen, Code) else CODE_S
        if self._technician.present:
            return TECHNICIAN_S
        if isinstance(screen, Erased):
            return ERASED_S
        return THANKS_S if isinstance(screen, Thanks) else MENU_S

    def _cover(self) -> None:
        """What a pupil writes is hidden from whoever comes by; a meeting reads without touching."""
        screen = self._desk.stage.screen
        if isinstance(screen, Write | Check):
            screen.cover()
            self._desk.stage.refresh()

    def _idle(self) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Board):  # the next one is not told who was here before
            self._desk.stage.lift()
            self._desk.stage.language = self._desk.machine.screen.language
            self._desk.stage.appearance = Appearance()
            self._front.doze()
            return
        if self._pupil.sending:  # erasing it now could erase what was refused, or thank nobody
            self._desk.alarms.set(Alarm.IDLE, self._patience())
            return
        held = self._held(screen)
        if held is None:
            self._go(screen)
            return
        screen.cover()
        if self._committee.lock():
            return
        self._left, self._seconds = screen, WARNING_S
        idle = Idle(self._desk.school, self._seconds, held)
        self._desk.stage.show(idle, wipe=False)
        self._desk.alarms.set(Alarm.ERASE, 1.0)

    def _held(self, screen: Screen) -> Held | None:
        if self._membership.sitting:
            return Held.CARDS if self._membership.makes_cards else Held.SITTING
        if self._committee.meeting:
            return Held.MEETING
        if self._notices.holds:
            return Held.NOTICE
        return Held.LETTER if screen.holds_letter else None

    def _go(self, screen: Screen) -> None:
        """Leave; a code that would be lost is counted down, covered, and so is an open reply."""
        stage, kept = self._desk.stage, isinstance(screen, Reply) and screen.shown
        if stage.top is not screen and (self._pupil.holds_code or kept):
            screen.cover()
            stage.lift()  # nothing is lost out of sight: idling starts anew
        elif self._pupil.holds_code:
            screen.cover()
            self._seconds = UNSEEN_CODE_S if isinstance(screen, Thanks) else WARNING_S
            self._count()
        elif kept:
            screen.cover()
            self._desk.stage.refresh()
            self._desk.alarms.set(Alarm.IDLE, self._patience())
        elif self._notices.present:
            self._notices.leave()
        else:
            self._pupil.leave()

    def _warn(self) -> None:
        """One second less; at none the letter or code is gone, the keys are gone."""
        screen = self._desk.stage.screen
        warned = isinstance(screen, Idle) and self._left is not None
        if not (warned or self._pupil.holds_code):
            return
        self._seconds -= 1
        if self._seconds > 0:
            self._count()
        else:
            self._erase()

    def _count(self) -> None:
        """Show the seconds that are left, and wait for the next."""
        screen = self._desk.stage.screen
        if isinstance(screen, Idle):
            screen.seconds = self._seconds
            self._desk.stage.refresh()
        else:
            self._pupil.code_goes_in(self._seconds)
        self._desk.alarms.set(Alarm.ERASE, 1.0)

    def _erase(self) -> None:
        letter = self._left is not None and self._left.holds_letter
        self._forget()
        if self._committee.meeting:
            self._committee.leave()
        elif self._membership.sitting:
            self._membership.leave()
        elif self._notices.present:
            self._notices.leave()
        elif letter:
            self._pupil.erase(left_alone=True)
        else:
            self._pupil.leave()
