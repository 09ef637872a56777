"""A sitting over the committee's cards carried out: forming it, new cards, new keys, the drill."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.desk import RENEW_S, Desk
from kiosk.flow.errands import Errands
from kiosk.flow.front import Front
from kiosk.flow.printing import Printing
from kiosk.paper.cardstrip import typeset_card, typeset_list
from kiosk.post import jobs
from kiosk.post.incidents import Incident
from kiosk.post.membership import Job, PrintCard, PrintList, attend
from kiosk.post.sitting import Sitting, Step, Strip
from kiosk.screens.members.frame import Members
from kiosk.screens.members.screens import screen_for
from kiosk.screens.papers import PaperState

STRIPS = {
    PaperState.PRINTING: Strip.PRINTING,
    PaperState.PRINTED: Strip.PRINTED,
    PaperState.OFFERED: Strip.FAILED,
}


class Membership:
    """Holds the sitting while there is one; without one, nothing here does anything."""

    def __init__(self, desk: Desk, front: Front, errands: Errands, printing: Printing) -> None:
        self._desk, self._front = desk, front
        self._errands, self._printing = errands, printing
        self._sitting: Sitting | None = None
        self._shown: Step | None = None
        self._screen: Members | None = None

    @property
    def sitting(self) -> bool:
        """Whether somebody sits here."""
        return self._sitting is not None

    @property
    def makes_cards(self) -> bool:
        """Whether cards were made that no committee has yet."""
        return self._sitting is not None and self._sitting.void

    def on(self, event: ev.MembersEvent) -> None:
        """Do what was asked."""
        match event:
            case ev.MembersAsked():
                self._begin()
            case ev.MembersLeft():
                self.leave()
            case ev.SteppedOn() | ev.SteppedBack() | ev.CodeTyped() | ev.EnvelopeTurned():
                self.follow(event)
            case ev.TaskChosen() | ev.NewCardAsked() | ev.CardShown() | ev.CardMarked():
                self.follow(event)
            case ev.KeysAgreed() | ev.ListAsked():
                self.follow(event)
            case _:
                assert_never(event)

    def follow(self, event: ev.Event) -> None:
        """Let the reducer decide and have done what follows; after leaving, nobody waits."""
        if self._sitting is None:
            return
        if isinstance(event, ev.RecoveryGathered):
            self._desk.note(Incident.RECOVERY_USED)
        self._sitting, follows = attend(self._sitting, event, self._desk.today())
        for job in follows:
            self._do(job)
        self._show()

    def leave(self) -> None:
        """End the sitting: keys gone, cards that no committee has void, no paper begun any more."""
        if self._sitting is not None:
            self._sitting, self._shown, self._screen = None, None, None
            self._printing.drop()
            self._errands.do(jobs.WipeKeys())
            self._desk.store.read_board()
            self._desk.renew_in(RENEW_S)
        self._front.show()

    def _begin(self) -> None:
        """Cards carry their day: on a clock that is not believed a committee sets it first."""
        desk = self._desk
        if desk.committee is None:
            self._sitting = Sitting(desk.school.quorum)
        elif desk.today() is None:
            self._front.show()
            return
        else:
            self._sitting = Sitting.begun(desk.committee)
            self._errands.do(jobs.StartKeys())  # while the first card is typed
        self._show()

    def _do(self, job: Job) -> None:
        """Cards go to the printer from here; nothing of them is kept."""
        desk = self._desk
        school, today, dots = desk.school, desk.today(), desk.hardware.printer.dots
        match job:
            case PrintCard(made=made):
                self._printing.hand_out(lambda: typeset_card(made, dots), self._card_came)
            case PrintList(committee=kept) if today is not None:
                self._printing.hand_out(
                    lambda: typeset_list(school, kept, today, dots), self._list_came
                )
            case PrintList():
                pass
            case _:
                self._errands.do(job)

    def _card_came(self, state: PaperState, trouble: ev.PrinterTrouble | None) -> None:
        sitting = self._sitting
        if sitting is not None and sitting.making is not None:
            making = replace(sitting.making, strip=STRIPS[state])
            self._sitting = replace(sitting, making=making, trouble=trouble)
            self._show()

    def _list_came(self, state: PaperState, trouble: ev.PrinterTrouble | None) -> None:
        if self._sitting is not None:
            self._sitting = replace(self._sitting, strip=STRIPS[state], trouble=trouble)
            self._show()

    def _show(self) -> None:
        """One screen a step; within a step the same screen is brought up to date."""
        sitting = self._sitting
        if sitting is None:
            return
        if self._screen is None or sitting.step is not self._shown:
            self._shown, self._screen = sitting.step, self._make(sitting)
        self._screen.follow(sitting)
        if self._desk.stage.screen is self._screen:
            self._desk.stage.refresh()
        else:
            self._desk.stage.show(self._screen)

    def _make(self, sitting: Sitting) -> Members:
        desk = self._desk
        well = desk.printer_trouble is None
        return screen_for(sitting, desk.today(), prints=desk.prints, well=well)
