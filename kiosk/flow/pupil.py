"""A pupil's way: board → before you write → write → check → thanks. Store first, thank second.

A reply code is made before the letter is sealed, because its key travels inside, and shown after
the letter is stored: until then it would promise what may not come.
"""

from __future__ import annotations

from typing import assert_never

from kiosk import events as ev
from kiosk.events import CodeFor
from kiosk.flow.codes import Codes
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.covers import Covers
from kiosk.flow.desk import Desk
from kiosk.flow.draft import Draft
from kiosk.flow.front import Front
from kiosk.flow.printing import Printing
from kiosk.flow.replies import Replies
from kiosk.flow.slips import Slips
from kiosk.post import sealing
from kiosk.post.letters import DayMonth, Letter, Origin, ReplyTo
from kiosk.screens.before import Before
from kiosk.screens.board import Board
from kiosk.screens.check import Check
from kiosk.screens.code import Code
from kiosk.screens.erased import Erased
from kiosk.screens.how import How
from kiosk.screens.paper import Paper
from kiosk.screens.papers import PaperState
from kiosk.screens.thanks import Thanks
from kiosk.screens.write import Write


class Pupil:
    """Follows what pupils and passers-by ask for.

    `sending` while a letter is on its way, so that nobody knows yet what became of it.
    """

    def __init__(
        self,
        desk: Desk,
        front: Front,
        printing: Printing,
        committee: CommitteeFlow,
        codes: Codes,
    ) -> None:
        self._desk, self._front, self._printing = desk, front, printing
        self._committee, self._codes = committee, codes
        self.replies = Replies(desk, codes)
        self.slips = Slips(desk, printing, codes)
        self._covers = Covers(desk, printing)
        self._draft, self.sending = Draft(), False

    @property
    def holds_code(self) -> bool:
        """Whether a reply code waits to be copied: leaving loses it."""
        return self._draft.code is not None and not self.sending

    def code_goes_in(self, seconds: int) -> None:
        """Say how soon a code is erased that nobody takes; 0: somebody is here again."""
        screen = self._desk.stage.screen
        if isinstance(screen, Thanks | Code) and screen.seconds != seconds:
            screen.seconds = seconds
            self._desk.stage.refresh()

    def on(self, event: ev.PupilEvent) -> None:
        """Do what was asked."""
        match event:
            case ev.LanguageChosen(language=language):
                self._desk.stage.language = language
            case ev.AppearanceAsked() | ev.AppearanceChosen() | ev.CoverLifted():
                self._covers.on(event)
            case ev.HelpAsked() | ev.HelpSlipAsked():
                self._covers.on(event)
            case ev.WriteAsked() | ev.Understood() | ev.PaperAsked() | ev.HowAsked():
                self._go(event)
            case ev.LetterWritten() | ev.EditAsked() | ev.LetterSent() | ev.LetterErased():
                self._write(event)
            case ev.SlipAsked() | ev.ReceiptAsked():
                self.slips.end()
                self._print()
            case ev.CodeAsked() | ev.CodePrintAsked() | ev.CodeSlipAsked():
                self._code(event)
            case ev.ReplyAsked() | ev.ReplyCodeTyped() | ev.ReplyErased():
                self._reply(event)
            case ev.BoardAsked() if self._committee.meeting:
                self._committee.leave()
            case ev.BoardAsked():
                self.leave()
            case ev.CardTurned(step=step):
                self._front.turn(step)
            case _:
                assert_never(event)

    def hear(self, event: ev.CodesEvent) -> None:
        """The code worker has done what somebody here waits for, or could not."""
        match event:
            case ev.CodeMade(code=code, wanted=CodeFor.SLIP):
                self.slips.made(code)
            case ev.CodeMade(code=code):
                self._draft.code = code
                self._seal(code.reply_to)
            case ev.CodeDerived(key=key):
                self.replies.derived(key)
            case ev.CodeFailed(wanted=CodeFor.SLIP):
                self.slips.refused()
            case ev.CodeFailed(wanted=CodeFor.REPLY):
                self.replies.failed()
            case ev.CodeFailed():
                self.refused(ev.CodeTrouble.NOT_MADE)
            case _:
                assert_never(event)

    def leave(self) -> None:
        """Back to the board; draft, codes and a paper not yet begun are forgotten."""
        self._draft = Draft()
        self._codes.forget()
        self.replies.forget()
        self.slips.forget()
        self._printing.drop()
        self._front.show()

    def erase(self, *, left_alone: bool) -> None:
        """Leave nothing of the letter, and then say so."""
        self.leave()
        self._desk.stage.show(Erased(self._desk.school, left_alone=left_alone))

    def stored(self) -> None:
        """The letter is durable: now, and only now, it is thanked for (law 1)."""
        self.sending = False
        self._draft = Draft(written=self._draft.written, code=self._draft.code)
        self._thank(Origin.TYPED, self._draft.written)

    def refused(self, why: ev.StoreTrouble | ev.CodeTrouble) -> None:
        """The letter is not in the box: it stays on the screen, and the screen says so."""
        self.sending, self._draft.code = False, None
        screen = self._desk.stage.screen
        if isinstance(screen, Check):
            screen.sending, screen.trouble = False, why
            self._desk.stage.refresh()

    def paper_counted(self) -> None:
        """Thank for a paper letter, unless somebody is in the middle of something."""
        here = isinstance(self._desk.stage.top, Board | Paper | How | Thanks)
        if here and not self.holds_code:
            self._draft = Draft(written=self._desk.day_month())
            self._thank(Origin.PAPER, self._draft.written)

    def _go(self, event: ev.PupilEvent) -> None:
        desk = self._desk
        match event:
            case ev.WriteAsked() if desk.committee is not None:
                desk.stage.show(Before(desk.school, desk.next_reading()))
            case ev.Understood():
                self._draft = Draft()
                desk.stage.show(Write(desk.school))
            case ev.PaperAsked():
                paper = self._on_offer(desk.day_month())
                desk.stage.show(Paper(desk.school, desk.today(), desk.next_reading(), paper))
            case ev.HowAsked():
                desk.stage.show(How(desk.school))
            case _:  # without a committee nobody could ever read it: the board says so
                self._front.refresh()

    def _write(self, event: ev.PupilEvent) -> None:
        desk = self._desk
        match event:
            case ev.LetterWritten(text=text):
                self._draft.text = text
                self._check()
            case ev.EditAsked(kind=kind, excluded=excluded, reply=reply):
                self._draft = Draft(self._draft.text, kind, excluded=excluded, reply=reply)
                desk.stage.show(Write(desk.school, self._draft.text))
            case ev.LetterSent():
                self._send(event)
            case _:
                self.erase(left_alone=False)

    def _check(self) -> None:
        desk, draft = self._desk, self._draft
        today, wishes = desk.day_month(), (draft.kind, draft.excluded)
        check = Check(desk.school, draft.text, today, *wishes, reply=draft.reply)
        check.prints = self._on_offer(today) is PaperState.OFFERED
        desk.stage.show(check)

    def _send(self, event: ev.LetterSent) -> None:
        self._draft.written, self._draft.kind = event.written, event.kind
        self._draft.excluded, self.sending = event.excluded, True
        if event.reply:
            self._codes.make(CodeFor.LETTER)
        else:
            self._seal(None)

    def _seal(self, reply_to: ReplyTo | None) -> None:
        draft, committee = self._draft, self._desk.committee
        if committee is None or draft.written is None:
            self.refused(ev.StoreTrouble.NO_COMMITTEE)
            return
        letter = Letter(draft.text, draft.written, draft.kind, draft.excluded, reply_to)
        key = committee.public_key
        self._desk.store.accept(sealing.seal(letter, key), key)

    def _code(self, event: ev.PupilEvent) -> None:
        """Show or print the code of the letter in the box, or begin a slip with one."""
        desk, code = self._desk, self._draft.code
        match event:
            case ev.CodeSlipAsked():
                self.slips.ask()
            case ev.CodePrintAsked() if code is not None:
                self._printing.print_code(code.digits)
            case ev.CodeAsked() if code is not None:
                self._printing.drop()
                paper = self._on_offer(self._draft.written)
                desk.stage.show(Code(desk.school, code.digits, paper))
            case _:  # it was shown, and is forgotten
                self.leave()

    def _reply(self, event: ev.PupilEvent) -> None:
        match event:
            case ev.ReplyCodeTyped(digits=digits):
                self.replies.typed(digits)
            case ev.ReplyErased():
                self.replies.erase()
            case _:
                self.replies.ask()

    def _thank(self, origin: Origin, written: DayMonth | None) -> None:
        desk = self._desk
        self._printing.drop()  # a paper that still comes out is not this one's
        never = desk.school.receipt == "never"
        paper = PaperState.NONE if never else self._on_offer(written)
        when, code = desk.next_reading(), self.holds_code
        desk.stage.show(Thanks(desk.school, origin, when, paper, code=code), beneath=True)
        if paper is PaperState.OFFERED and desk.school.receipt == "always":
            self._print()

    def _on_offer(self, written: DayMonth | None) -> PaperState:
        """Without a printer that is well, or a date that can be believed, no paper is offered."""
        prints = self._desk.prints and self._desk.printer_trouble is None
        return PaperState.OFFERED if written and prints else PaperState.NONE

    def _print(self) -> None:
        written = self._draft.written or self._desk.day_month()
        if written is not None:
            self._printing.print(written)
