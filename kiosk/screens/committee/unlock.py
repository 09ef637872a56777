"""Everyone is here: opening the box (law 2). The coil is on for seconds only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.events import Event, PrinterTrouble, ProtocolAsked, UnlockAsked
from kiosk.post.incidents import Noted
from kiosk.post.steps import Hint, Step
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee import protocol
from kiosk.screens.committee.desk import ReviewScreen, Unlocking, hint_note, statement
from kiosk.screens.committee.incidents import height
from kiosk.screens.committee.incidents import note as incidents_note
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import PaperState
from kiosk.screens.widgets import Button, Label, Style


class Unlock(ReviewScreen):
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
        said, note, foot = rows(
            area, 1.0, self._note_height(look, area.w), theme.primary, gap=theme.gap
        )
        yield from statement(
            look, said, "ready", "users", texts("roll_ready"), lead=texts("unlock_ask")
        )
        yield from self._note(look, note)
        yield from self._foot(look, foot)

    def _note_height(self, look: Look, width: int) -> int:
        if self.hint:
            return look.theme.mm(14)
        if words := self._of_protocol(look):
            return parts.note_height(look, words, width)
        return height(look, self.incidents, width)

    def _note(self, look: Look, area: Rect) -> Iterable[Widget]:
        """What went wrong; how the former protocol stands; or what the committee must hear."""
        if self.hint:
            return hint_note(look, area, self.hint)
        if self._of_protocol(look):
            return protocol.note(look, area, self.paper, self.trouble)
        return incidents_note(look, area, self.incidents)

    def _of_protocol(self, look: Look) -> str:
        owed = self.paper is not PaperState.NONE
        return protocol.told(look, self.paper, self.trouble)[0] if owed else ""

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        box = area
        if self.paper is not PaperState.NONE:
            paper, box = columns(area, 0.36, 0.64, gap=look.theme.mm(4))
            yield protocol.button(
                look, paper, self.paper, first="protocol_owed", style=Style.SECONDARY
            )
        if self.hint is not Hint.WINDOW_OVER:
            words = look.texts("unlock_again" if self.hint else "open_box")
            yield Button(
                "open_box", box, "paper", words, icon="lock-open", style=Style.PRIMARY,
                type="title", act=Unlocking(), enabled=not self.working,
            )  # fmt: skip
