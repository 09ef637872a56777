"""The technician at the screen: a PIN, then the doctor's page. No letter, and no count of them.

Slow looks run on the doctor's worker, the printer's on its own; slot, door and lock are asked of
the hardware that the kiosk owns.
"""

from __future__ import annotations

from importlib.metadata import version
from math import ceil
from typing import assert_never

from kiosk import events as ev
from kiosk.doctor import box, printing
from kiosk.doctor.rounds import Doctor
from kiosk.events import Alarm
from kiosk.flow.desk import Desk
from kiosk.hardware.ports import LockRefused
from kiosk.post.finding import Finding, Part, green, red, say, yellow
from kiosk.post.pin import Answer, pause_s
from kiosk.screens.technician.beam import Beam, Beamed
from kiosk.screens.technician.examination import Examination
from kiosk.screens.technician.pin import Pin
from kiosk.workers import Worker

LISTEN_S = 1.0
"""A beam that is well aligned stays silent for so long when nobody is at the slot."""
LIVE_S = 0.2
"""How often the beam is looked at while it is aligned."""
OWN = {Part.PINS, Part.SLOT, Part.DOOR, Part.LOCK, Part.PRINTER}
"""What the kiosk is asked for, in place of the doctor."""


class Technician:
    """Holds how many wrong PINs came in a row, and which edges and passes are not letters'."""

    def __init__(self, desk: Desk, doctor: Worker[Doctor]) -> None:
        self._desk, self._doctor = desk, doctor
        self._wrong, self._next_at = 0, float("-inf")
        self._edges_before = self._passes = 0

    @property
    def present(self) -> bool:
        """Whether the PIN was right and its owner is still here."""
        return isinstance(self._desk.stage.screen, Examination | Beam)

    @property
    def aligning(self) -> bool:
        """Whether what passes the slot is a strip of the technician's: beam shown, door open."""
        return isinstance(self._desk.stage.screen, Beam) and self._desk.hardware.door.is_open

    def on(self, event: ev.TechnicianEvent) -> None:
        """Do what was asked; after leaving, answers are nobody's."""
        match event:
            case ev.TechnicianAsked():
                self._desk.stage.show(Pin())
                self._count_down()
            case ev.PinTyped(pin=pin):
                self._ask(pin)
            case ev.PinAnswered(answer=answer):
                self._answered(answer)
            case ev.Looked(findings=findings):
                self._found(findings)
            case ev.TestPageEnded(finding=finding):
                self._came(finding)
            case ev.LookAsked() | ev.BeamAsked() | ev.TestPageAsked() | ev.LockTrialAsked():
                if self.present:
                    self._use(event)
            case _:
                assert_never(event)

    def follow(self, event: ev.HardwareEvent) -> None:
        """Tell what became of a trial of the lock, and count strips."""
        match event:
            case ev.LetterDropped() if self.aligning:
                self._passes += 1
                self._show_beam()
            case ev.LockOpened() if self._trying:
                self._came(green(Part.LOCK, say("doc_lock_on")), "tech_trying")
            case ev.LockHeld() if self._trying:
                self._came(self._held())
            case ev.LockBroke() if self._trying:
                self._came(box.lock_broken())

    def rang(self) -> None:
        """Look again at what this screen shows."""
        match self._desk.stage.screen:
            case Pin():
                self._count_down()
            case Beam():
                self._show_beam()
                self._desk.alarms.set(Alarm.SERVICE, LIVE_S)
            case Examination():
                self._look_at_the_box()

    # --- the PIN ---

    def _ask(self, pin: str) -> None:
        if self._left_s() > 0 or not isinstance(self._desk.stage.screen, Pin):
            return
        self._doctor.do(
            lambda doctor: ev.PinAnswered(doctor.answer(pin)),
            lambda _: ev.PinAnswered(Answer.UNKNOWN),
        )

    def _answered(self, answer: Answer) -> None:
        """Count wrong ones also for somebody who left: nobody tries faster by leaving."""
        if answer is Answer.WRONG:
            self._wrong += 1
            self._next_at = self._now() + pause_s(self._wrong)
        screen = self._desk.stage.screen
        if not isinstance(screen, Pin):
            return
        if answer is Answer.RIGHT:
            self._wrong = 0
            self._look()
        else:
            screen.working, screen.answer = False, answer
            self._count_down()

    def _count_down(self) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Pin):
            screen.wait_s = ceil(self._left_s())
            self._desk.stage.refresh()
            if screen.wait_s:
                self._desk.alarms.set(Alarm.SERVICE, 1.0)

    def _left_s(self) -> float:
        return max(0.0, self._next_at - self._now())

    # --- the page ---

    def _use(self, event: ev.TechnicianEvent) -> None:
        match event:
            case ev.LookAsked():
                self._look()
            case ev.BeamAsked():
                self._align()
            case ev.TestPageAsked():
                self._print()
            case _:
                self._try_lock()

    def _look(self) -> None:
        desk, settings = self._desk, self._desk.machine.printer
        self._edges_before = desk.hardware.slot.edges
        desk.stage.show(Examination())
        desk.alarms.set(Alarm.SERVICE, LISTEN_S)
        self._doctor.do(lambda doctor: ev.Looked(doctor.look()), lambda _: ev.Looked(self._blind()))
        desk.hardware.printer.ask(
            lambda device: ev.Looked((printing.printer(settings, device),)),
            lambda _: ev.Looked((unseen(Part.PRINTER),)),
        )

    def _blind(self) -> tuple[Finding, ...]:
        """The doctor's own look failed altogether."""
        return tuple(unseen(part) for part in Part if part not in OWN)

    def _look_at_the_box(self) -> None:
        hardware = self._desk.hardware
        edges = hardware.slot.edges - self._edges_before
        seen = box.Seen(hardware.slot.blocked, hardware.door.is_open, edges)
        self._found(tuple(box.held_by_the_kiosk(seen, lock_answers=hardware.lock.answers)))

    def _found(self, findings: tuple[Finding, ...]) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Examination):
            screen.add(findings)
            self._desk.stage.refresh()

    # --- the tools ---

    def _align(self) -> None:
        """Begin from zero."""
        self._edges_before, self._passes = self._desk.hardware.slot.edges, 0
        self._desk.stage.show(Beam(self._beamed()))
        self._desk.alarms.set(Alarm.SERVICE, LIVE_S)

    def _beamed(self) -> Beamed:
        hardware = self._desk.hardware
        edges = hardware.slot.edges - self._edges_before
        return Beamed(hardware.slot.blocked, hardware.door.is_open, edges, self._passes)

    def _show_beam(self) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Beam) and screen.seen != (seen := self._beamed()):
            screen.seen = seen
            self._desk.stage.refresh()

    def _print(self) -> None:
        settings, software = self._desk.machine.printer, f"kiosk {version('kiosk')}"
        self._work("tech_printing")
        self._desk.hardware.printer.ask(
            lambda device: ev.TestPageEnded(
                printing.print_page(settings, device, software, within_s=None)
            ),
            lambda _: ev.TestPageEnded(unseen(Part.TEST_PAGE)),
        )

    def _try_lock(self) -> None:
        """Law 2 is the lock's to keep; it is not asked for here."""
        self._work("tech_trying")
        try:
            self._desk.hardware.lock.try_out()
        except LockRefused:
            self._came(box.lock_refused())

    @property
    def _trying(self) -> bool:
        screen = self._desk.stage.screen
        return isinstance(screen, Examination) and screen.tool == "tech_trying"

    def _held(self) -> Finding:
        """The coil dropped: after it was on, or it never came on, for it has to rest."""
        screen = self._desk.stage.screen
        if isinstance(screen, Examination) and screen.outcome is not None:
            return box.lock_tried()
        return yellow(Part.LOCK, say("doc_lock_rests"), say("doc_lock_rests_do"))

    def _work(self, tool: str) -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Examination):
            screen.tool, screen.outcome = tool, None
            self._desk.stage.refresh()

    def _came(self, finding: Finding, tool: str = "") -> None:
        screen = self._desk.stage.screen
        if isinstance(screen, Examination):
            screen.came(finding)
            screen.tool = tool
            self._desk.stage.refresh()

    def _now(self) -> float:
        return self._desk.hardware.clock.monotonic()


def unseen(part: Part) -> Finding:
    """The look itself went wrong."""
    return red(part, say("tech_failed"), say("tech_failed_do"))
