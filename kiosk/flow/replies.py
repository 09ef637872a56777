"""Reading a private reply: a code, a look in the store, a covered page. Nothing of it is logged."""

from __future__ import annotations

from math import ceil

from kiosk.events import Alarm, ReplySought
from kiosk.flow.codes import Codes
from kiosk.flow.desk import Desk
from kiosk.post.codes import FORGIVEN_S, CodeMistyped, ReplyKey, parse, pause_s
from kiosk.post.replies import DamagedReply, unseal
from kiosk.screens.entercode import EnterCode, Told
from kiosk.screens.reply import Reply

SECOND_S = 1.0


class Replies:
    """Holds a key from its making to the opening, and a name as long as its reply shows.

    Tries that found nothing slow down the next one, whoever makes it; nobody is locked out.
    """

    def __init__(self, desk: Desk, codes: Codes) -> None:
        self._desk, self._codes = desk, codes
        self._key: ReplyKey | None = None
        self._name: bytes | None = None
        self._failures = 0
        self._free_at = 0.0

    def ask(self) -> None:
        """Somebody has a reply code."""
        if self._now() > self._free_at + FORGIVEN_S:
            self._failures = 0
        screen = EnterCode(self._desk.school, self._desk.next_reading())
        screen.wait = self._wait()
        self._desk.stage.show(screen)
        self._count_down(screen)

    def typed(self, digits: str) -> None:
        """Sixteen digits; nobody is told whether they are a code at all."""
        try:
            self._codes.derive(parse(digits))
        except CodeMistyped:
            self._nothing(Told.NONE)

    def derived(self, key: ReplyKey) -> None:
        """The key is there: look for what it opens."""
        self._key = key
        self._desk.store.find_reply(key.name)

    def sought(self, found: ReplySought) -> None:
        """Show the reply, covered; or say that there is none."""
        key = self._key
        if key is None or key.name != found.name:
            return  # who asked has left, and perhaps somebody else asks by now
        self._key = None
        if found.sealed is None or found.last_day is None:
            self._nothing(Told.NONE)
            return
        try:
            text = unseal(found.sealed, key.private)
        except DamagedReply:
            self._nothing(Told.DAMAGED)
            return
        self._name, self._failures = key.name, 0
        self._desk.stage.show(Reply(self._desk.school, text, found.last_day))

    def erase(self) -> None:
        """It was read and may go."""
        if self._name is not None:
            self._desk.store.erase_reply(self._name)

    def gone(self) -> None:
        """It is erased for good; only now is that said."""
        self._name = None
        screen = self._desk.stage.screen
        if isinstance(screen, Reply):
            screen.done()
            self._desk.stage.refresh()

    def failed(self) -> None:
        """Neither found nor missing: the store or the worker could not say."""
        self._key = None
        screen = self._desk.stage.screen
        if isinstance(screen, EnterCode):
            screen.tell(Told.FAILED)
        elif isinstance(screen, Reply):
            screen.failed = True
        self._desk.stage.refresh()

    def tick(self) -> None:
        """One second less to wait."""
        screen = self._desk.stage.screen
        if isinstance(screen, EnterCode):
            screen.wait = self._wait()
            self._desk.stage.refresh()
            self._count_down(screen)

    def forget(self) -> None:
        """Whoever asked has left."""
        self._key = self._name = None

    def _nothing(self, told: Told) -> None:
        self._failures += 1
        self._free_at = self._now() + pause_s(self._failures)
        screen = self._desk.stage.screen
        if isinstance(screen, EnterCode):
            screen.tell(told)
            self.tick()

    def _wait(self) -> int:
        return max(0, ceil(self._free_at - self._now()))

    def _count_down(self, screen: EnterCode) -> None:
        if screen.wait:
            self._desk.alarms.set(Alarm.TRY, SECOND_S)

    def _now(self) -> float:
        return self._desk.hardware.clock.monotonic()
