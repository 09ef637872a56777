"""Everyone is here: opening the box (law 2). The coil is on for seconds only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import Event, PrinterTrouble, ProtocolAsked, UnlockAsked
from kiosk.post.incidents import Noted
from kiosk.post.review import Hint, Step
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee import protocol
from kiosk.screens.committee.desk import Desk, Unlocking, hint_note, statement
from kiosk.screens.committee.incidents import height
from kiosk.screens.committee.incidents import note as incidents_note
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import PaperState
from kiosk.screens.widgets import Button, Label, Style


class Unlock(Desk):
    """`seconds` are left to pull the door; once it is open, the letters are unsealed.

    `incidents` happened since the last review: now that everyone is here, they are told. `paper` is
    the protocol that a former review still owes; NONE, and nothing is said of it.
    """

    name = "unlock"
    step = Step.UNLOCK

    def __init__(
        self, *, lock_open: bool = False, door_open: bool = False, seconds: int = 0
    ) -> None:
        super().__init__()
        self.lock_open, self.door_open, self.seconds = lock_open, door_open, seconds
        self.incidents: Sequence[Noted] = ()
        self.paper = PaperState.NONE
        self.trouble: PrinterTrouble | None = None

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        if self.lock_open:
            return self._pull(look, area)
        if self.working and self.paper is not PaperState.PRINTING:
            return self._busy(look, area)
        return self._ready(look, area)

    def do(self, act: Act) -> Event | None:
        match act:
            case Unlocking():
                return self.sent(UnlockAsked())
            case protocol.AskProtocol():
                self.paper, self.trouble = PaperState.PRINTING, None
                return self.sent(ProtocolAsked())
        return None

    def _owed(self, look: Look, area: Rect) -> Iterable[Widget]:
        words, paper = columns(area, 0.62, 0.38, gap=look.theme.gap)
        yield from protocol.note(look, words, self.paper, self.trouble)
        yield protocol.button(look, paper, self.paper, first="protocol_owed", style=Style.SECONDARY)

    def _pull(self, look: Look, area: Rect) -> Iterable[Widget]:
        number, words = rows(area, 0.5, 0.5, gap=look.theme.gap)
        yield Label(
            "seconds",
            number,
            "paper",
            str(self.seconds),
            type="headline",
            colour="action",
            align="centre",
            valign="bottom",
        )
        text = look.texts("unlock_pull", n=self.seconds)
        yield Label(
            "pull", words, "paper", text, type="title", least="body*", align="centre", valign="top"
        )

    def _busy(self, look: Look, area: Rect) -> Iterable[Widget]:
        if not self.door_open:
            return statement(look, area, "asked", "lock-open", look.texts("unlock_asked"))
        return statement(
            look,
            area,
            "opened",
            "door-open",
            look.texts("unlock_open"),
            lead=look.texts("unlock_preparing"),
            colour="calm_line",
        )

    def _ready(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        note_high = theme.mm(14) if self.hint else height(look, self.incidents, area.w)
        owed_high = theme.target if self.paper is not PaperState.NONE else 0
        said, note, owed, foot = rows(area, 1.0, note_high, owed_high, theme.primary, gap=theme.gap)
        yield from statement(
            look, said, "ready", "users", texts("roll_ready"), lead=texts("unlock_ask")
        )
        if self.hint:
            yield from hint_note(look, note, self.hint)
        else:
            yield from incidents_note(look, note, self.incidents)
        if self.paper is not PaperState.NONE:
            yield from self._owed(look, owed)
        if self.hint is not Hint.WINDOW_OVER:
            words = texts("unlock_again" if self.hint else "open_box")
            yield Button(
                "open_box",
                foot,
                "paper",
                words,
                icon="lock-open",
                style=Style.PRIMARY,
                type="title",
                act=Unlocking(),
                enabled=not self.working,
            )
