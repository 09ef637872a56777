"""The composition root and the loop: one turn is `step`, one decision is `dispatch`."""

from __future__ import annotations

from enum import Enum
from typing import assert_never

import pygame

from kiosk import events as ev
from kiosk.flow.box import Box
from kiosk.flow.clerk import Clerk
from kiosk.flow.codes import Codes
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.crew import Crew
from kiosk.flow.desk import Desk
from kiosk.flow.deskwork import DeskWork
from kiosk.flow.errands import Errands
from kiosk.flow.front import Front
from kiosk.flow.membership import Membership
from kiosk.flow.notices import Notices
from kiosk.flow.paperwork import Paperwork
from kiosk.flow.printing import Printing
from kiosk.flow.protocols import Protocols
from kiosk.flow.pupil import Pupil
from kiosk.flow.referrals import Referrals
from kiosk.flow.system import System
from kiosk.flow.technician import Technician
from kiosk.loop import Inbox
from kiosk.screens.display import Display
from kiosk.screens.stage import Stage
from kiosk.watchdog import watchdog


class Ending(Enum):
    """Why the kiosk ended."""

    STOPPED = "stopped"
    RENEWED = "renewed"
    """A meeting is over: this process is to be replaced by a fresh one."""


class App:
    """The kiosk, from finished rooms; everything happens on the thread that calls it."""

    def __init__(
        self,
        desk: Desk,
        inbox: Inbox,
        crew: Crew,
        display: Display,
    ) -> None:
        self.desk, self.inbox, self._crew, self._display = desk, inbox, crew, display
        self._stages = [desk.stage]
        self._last = desk.stage.top
        self._front = Front(desk)
        self._printing = Printing(desk, self._front)
        protocols = Protocols(desk, self._printing)
        errands = Errands(desk, crew.keys, protocols, Referrals(desk, self._printing), inbox.put)
        self._membership = Membership(desk, self._front, errands, self._printing)
        self._notices = Notices(desk, self._front, errands)
        self.paperwork = Paperwork(desk, self._printing, crew.press, crew.stick)
        deskwork = DeskWork(desk, self.paperwork)
        self._committee = CommitteeFlow(desk, self._front, errands, protocols, deskwork)
        self._pupil = Pupil(desk, self._front, self._printing, self._committee, Codes(crew.codes))
        self._technician = Technician(desk, crew.doctor)
        self._box = Box(desk, self._front, self._committee, self._technician, inbox.put)
        self._clerk = Clerk(
            desk, self._front, self._pupil, self._committee, self._membership, self._notices
        )
        self._system = System(
            desk,
            self._front,
            self._pupil,
            self._committee,
            self._membership,
            self._notices,
            self._box,
            self._printing,
            self._technician,
            lambda: self.busy,
        )

    def add_stage(self, stage: Stage) -> None:
        """Show another stage beside the kiosk's own in the same window: the demo's dock."""
        self._stages.append(stage)

    def start(self) -> None:
        """Show the board, ask the store what hangs on it, and the printer how it is."""
        self._front.show()
        self._front.look_at_the_clock()
        self._printing.look()

    def run(self) -> Ending:
        """Work and sleep until asked to stop, or until a meeting is over (law 10)."""
        self.start()
        manager = watchdog(self.desk.hardware.clock.monotonic)
        with self.inbox.on_signals(ev.StopAsked()):
            while not self._system.stopped:
                more = self.step()
                manager.turned(alive=self.alive)
                if not more:
                    self._sleep(manager.deadline())
        self.close()
        return Ending.RENEWED if self._system.renewed else Ending.STOPPED

    def step(self) -> bool:
        """One turn without sleeping; true when there may be more to do before a sleep.

        Drawing may read input from the display's socket into memory, where no sleep would notice
        it: so after every turn in which anything happened there is another.
        """
        busy = self._take_input()
        self._take_deadlines()
        busy |= self._follow()
        return self._draw() or busy

    def settle(self) -> None:
        """Turn until nothing is left to do and no worker is busy: what tests and the tour call."""
        while True:
            busy = self.busy  # looked at first: what a worker said before is in the inbox by now
            if not self.step() and not busy:
                return
            if busy and not self.inbox:
                self.nap(0.01)

    def nap(self, seconds: float | None) -> None:
        """Block until something happens, at most so long."""
        self.inbox.sleep(self.desk.hardware.watch(), seconds)

    def look_at_the_clock(self) -> None:
        """Somebody set the clock: what hangs on the day and the window is looked at anew."""
        self.inbox.put(ev.AlarmRang(ev.Alarm.WINDOW))

    def dispatch(self, event: ev.Event) -> None:
        """Hand an event to the one place that decides what follows from it."""
        match event:
            case ev.FromHardware():
                self._box.on(event)
            case ev.FromPrinter():
                self._printing.on(event)
                self._committee.follow(event)
            case ev.FromStore():
                self._clerk.on(event)
            case ev.FromKeys():
                self._hear_the_keys(event)
            case ev.FromCodes():
                self._pupil.hear(event)
            case ev.FromPupil():
                self._pupil.on(event)
            case ev.FromCommittee() | ev.FromDesk() | ev.FromMeeting():
                self._committee.on(event)
            case ev.FromMembers():
                self._membership.on(event)
            case ev.FromNotices():
                self._notices.on(event)
            case ev.FromPapers():
                self.paperwork.on(event)
            case ev.FromTechnician():
                self._technician.on(event)
            case ev.FromSystem():
                self._system.on(event)
            case _:
                assert_never(event)
        self._notice_a_new_screen()

    def close(self) -> None:
        """Lock the box, finish what the workers were given, let go of everything."""
        self.desk.hardware.lock.shut()
        self.desk.hardware.close()
        self._crew.stop()
        self.desk.store.stop()
        self.inbox.close()

    def _hear_the_keys(self, event: ev.KeysEvent) -> None:
        """Whoever stands here waits for them; to the others they say nothing."""
        self._committee.follow(event)
        self._membership.follow(event)
        self._notices.follow(event)

    def _notice_a_new_screen(self) -> None:
        if self.desk.stage.top is not self._last:
            self._last = self.desk.stage.top
            self._system.rest()

    def _take_input(self) -> bool:
        """Follow each touch before the next is looked at: that one may meet another screen."""
        busy = False
        for event in pygame.event.get():
            if event.type == pygame.QUIT:
                self.inbox.put(ev.StopAsked())
            for stage in self._stages:
                stage.feed(self._display.heard(event))
            busy |= self._follow()
        return busy

    def _follow(self) -> bool:
        busy = bool(self.inbox)
        while (event := self.inbox.take()) is not None:
            self.dispatch(event)
        return busy

    def _take_deadlines(self) -> None:
        self.desk.hardware.tick()
        for stage in self._stages:
            stage.tick()
        for alarm in self.desk.alarms.due():
            self.inbox.put(ev.AlarmRang(alarm))

    def _draw(self) -> bool:
        for stage in self._stages[1:]:
            stage.refresh()
        changed = [rect for stage in self._stages for rect in stage.draw()]
        if changed:
            self._display.show(changed)
        return bool(changed)

    @property
    def busy(self) -> bool:
        """Whether a worker or the lock still has something to say."""
        return self._crew.busy or self.desk.store.busy or self.desk.hardware.busy()

    @property
    def alive(self) -> bool:
        """Whether no worker died or hangs."""
        return self._crew.alive and self.desk.store.alive and self.desk.hardware.alive()

    def _sleep(self, at_most_until: float | None) -> None:
        now = self.desk.hardware.clock.monotonic()
        moments = [at_most_until, self.desk.alarms.deadline(), self.desk.hardware.deadline()]
        moments += [stage.deadline() for stage in self._stages]
        due = [moment for moment in moments if moment is not None]
        self.nap(max(0.0, min(due) - now) if due else None)
