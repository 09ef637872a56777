"""What all flows share: the rooms, and what is known of today. Main thread only."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from kiosk.config import Machine, School
from kiosk.events import Alarm, FromStore, PrinterTrouble
from kiosk.flow.alarms import Alarms
from kiosk.hardware.ports import Hardware
from kiosk.post.board import Board
from kiosk.post.calendar import Opening, ReviewCalendar, Window
from kiosk.post.clock import Doubt, doubt
from kiosk.post.incidents import Incident, Noted, since
from kiosk.post.keys import Committee
from kiosk.post.letters import DayMonth
from kiosk.post.meeting import Facts
from kiosk.post.review import Moment
from kiosk.screens.stage import Stage
from kiosk.store import Store

log = logging.getLogger(__name__)

RENEW_S = 5.0
"""So long after a meeting its process ends; the next one would take an open door for found open."""


@dataclass
class Desk:
    """One for the whole program; `machine` says how long the lock stays open, and if it prints.

    `owed` is a closed review whose protocol was never printed. `renews`: after a meeting the kiosk
    replaces its own process (law 10). `meeting` is the number of the meeting that stands here, or
    of the next one: it ends with its keys. `unwell` asks whether the daily look found anything red.
    """

    school: School
    stage: Stage
    store: Store
    hardware: Hardware
    committee: Committee | None
    machine: Machine
    board: Board = field(default_factory=Board)
    unfinished: Facts | None = None
    incidents: tuple[Noted, ...] = ()
    owed: int | None = None
    slot_blocked: bool = False
    pins_lost: bool = False
    printer_trouble: PrinterTrouble | None = None
    faults: set[str] = field(default_factory=set)
    door_open: bool = False
    unprinted: tuple[int, ...] = ()
    renews: bool = False
    meeting: int = 0
    unwell: Callable[[], bool] = lambda: False

    def __post_init__(self) -> None:
        self.alarms = Alarms(self.hardware.clock.monotonic)
        self._openings: tuple[Opening, ...] = ()
        self._calendar = self.school.calendar()
        self.zone = ZoneInfo(self.school.timezone)

    @property
    def calendar(self) -> ReviewCalendar:
        """The rule's windows, and those of reviews out of turn."""
        if self._openings != self.board.openings:
            self._openings = self.board.openings
            self._calendar = self.school.calendar(self._openings)
        return self._calendar

    @property
    def asked(self) -> Store:
        """The store, asked by those who stand here: its answer concerns nobody after them."""
        return self.store.asked_by(self.meeting)

    def asked_for(self, event: FromStore) -> bool:
        """Whether those who stand here asked for it."""
        return event.asked_by == self.meeting

    @property
    def prints(self) -> bool:
        """Whether there is a printer at all."""
        return self.machine.printer.connection != "none"

    def report(self) -> None:
        """Log what went wrong since the last day: a line at once would tell who stood here."""
        self.store.report()
        for fault in sorted(self.faults):
            log.warning(fault)
        self.faults.clear()

    def renew_in(self, seconds: float) -> None:
        """Replace this process, in whose memory a meeting was, when nobody is in the middle."""
        if self.renews:
            self.alarms.set(Alarm.RENEW, seconds)

    def note(self, what: Incident) -> None:
        """Keep it for the committee; before there is one, the box is being built."""
        day = self.today() or self.board.mark
        if day is not None and self.committee is not None:
            self.store.note_incident(day, what)

    def today(self) -> date | None:
        """The date, or None while the clock cannot be trusted (law 7)."""
        return self.shown().date() if self.doubt() is None else None

    def day(self) -> date:
        """Today; on a doubtful clock the last day that was believed (law 7)."""
        return self.today() or self.board.mark or self.shown().date()

    def shown(self) -> datetime:
        """What the clock shows in the school's zone, believed or not."""
        return self.hardware.clock.now().astimezone(self.zone)

    def doubt(self) -> Doubt | None:
        """Why the clock cannot be believed, None if it can."""
        return doubt(self.hardware.clock.level, self.shown().date(), self.board.mark)

    def day_month(self) -> DayMonth | None:
        """Today's date as a letter carries it; None means that the pupil picks it (R9)."""
        today = self.today()
        return DayMonth.of(today) if today else None

    def moment(self) -> Moment:
        """What the review may build on."""
        today = self.today()
        window = self.calendar.window_at(self.hardware.clock.now()) if today else None
        return Moment(today, window, self.board.totals, self.school.keep_texts_months)

    def box_was_opened(self) -> bool:
        """Whether the box was opened on this day, and all of it was read."""
        return self.unfinished is None and self.board.box_opened_on == self.today()

    def window(self) -> Window | None:
        """The window that holds now, as long as the box waits to be opened in it."""
        return None if self.box_was_opened() else self.moment().window

    def drill_due(self) -> bool:
        """Whether the recovery envelope was not tried for a year."""
        committee, today = self.committee, self.today()
        return bool(committee and today and committee.recovery.drill_due(today))

    def unheard(self) -> tuple[Noted, ...]:
        """What happened to the box since a review was closed."""
        return since(self.incidents, self.board.letters_read_on)

    def next_window(self) -> Window | None:
        """The window in which the box will be opened next; None if none is in sight.

        Also None while the date is unknown.
        """
        today = self.today()
        if today is None:
            return None
        if self.box_was_opened():
            return self._window_after(today)
        return self.calendar.next_window(self.hardware.clock.now())

    def _window_after(self, today: date) -> Window | None:
        tomorrow = datetime.combine(today + timedelta(days=1), time(), self.zone)
        return self.calendar.next_window(tomorrow)

    def review_after_today(self) -> date | None:
        """The day of the first review that is not today's: what is put off waits until then."""
        today = self.today()
        window = self._window_after(today) if today else None
        return window.start.astimezone(self.zone).date() if window else None

    def missed(self) -> date | None:
        """The day of the rule's last review, if it was not held."""
        today, committee = self.today(), self.committee
        if today is None or committee is None:
            return None
        return self.calendar.missed(
            self.hardware.clock.now(), self.board.box_opened_on, committee.enrolled_on
        )

    def next_reading(self) -> date | None:
        """The day of the next window."""
        window = self.next_window()
        return window.start.astimezone(self.zone).date() if window else None
