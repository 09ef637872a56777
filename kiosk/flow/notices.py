"""The board's notices at the kiosk: one member's card, the list, one notice (R6)."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.desk import RENEW_S, Desk
from kiosk.flow.errands import Errands
from kiosk.flow.front import Front
from kiosk.post import jobs
from kiosk.post.board import Notice
from kiosk.post.roles import Role
from kiosk.screens.base import Screen
from kiosk.screens.committee.notice_draft import NoticeDraft
from kiosk.screens.committee.notice_form import NoticeForm
from kiosk.screens.committee.notices_card import NoticesCard
from kiosk.screens.committee.notices_list import NoticesList


class Notices:
    """Who stands here may change notices and nothing else; without a card, nothing at all."""

    def __init__(self, desk: Desk, front: Front, errands: Errands) -> None:
        self._desk, self._front, self._errands = desk, front, errands
        self._screen: Screen | None = None
        self._recognised = False
        self._done = ""

    @property
    def present(self) -> bool:
        """Whether somebody is at the notices."""
        return self._screen is not None

    @property
    def holds(self) -> bool:
        """Whether leaving would lose something that was written."""
        return isinstance(self._screen, NoticeForm) and self._screen.holds

    def on(self, event: ev.NoticesEvent) -> None:
        """Do what was asked."""
        match event:
            case ev.NoticesAsked():
                self._begin()
            case ev.NoticesCardTyped(code=code) if self.present:
                self._errands.do(jobs.RecogniseCard(code))
            case ev.NoticesLeft():
                self.leave()
            case ev.NoticesCardTyped():
                pass
            case ev.NoticeListAsked() | ev.NoticeChosen() | ev.NoticeWritten() if self._recognised:
                self._change(event)
            case ev.NoticeMoved() | ev.NoticeWithdrawn() if self._recognised:
                self._change(event)
            case ev.NoticeListAsked() | ev.NoticeChosen() | ev.NoticeWritten():
                pass
            case ev.NoticeMoved() | ev.NoticeWithdrawn():
                pass
            case _:
                assert_never(event)

    def follow(self, event: ev.KeysEvent) -> None:
        """Whose card it was; the keys that found it are gone at once."""
        if not isinstance(self._screen, NoticesCard):
            return
        if isinstance(event, ev.RoleRecognised):
            self._errands.do(jobs.WipeKeys())
            self._known(self._screen, event.role)
        elif isinstance(event, ev.KeysFailed):
            self._refuse(self._screen, "roll_keys_failed")

    def hear(self, event: ev.StoreEvent) -> None:
        """The store has it: back to the list, which says so. Or not: what was written stays."""
        if isinstance(event, ev.NoticesChanged) and self._recognised:
            self._list(self._done)
        elif isinstance(event, ev.StoreFailed):
            self._failed()

    def _failed(self) -> None:
        screen = self._screen
        if isinstance(screen, NoticeForm | NoticesList):
            screen.failed = True
        if isinstance(screen, NoticeForm):
            screen.working = False
        self._desk.stage.refresh()

    def leave(self) -> None:
        """Back to the board; what was not saved is gone, and so is all that a card left behind."""
        if self.present:
            self._screen, self._recognised = None, False
            self._errands.do(jobs.WipeKeys())
            self._desk.renew_in(RENEW_S)
        self._front.show()

    def _begin(self) -> None:
        if self._desk.committee is None:
            self._front.show()
            return
        self._errands.do(jobs.StartKeys())  # while the card is typed
        self._show(NoticesCard(self._desk.school.notices_by))

    def _known(self, screen: NoticesCard, role: Role | None) -> None:
        if role is None:
            self._refuse(screen, "roll_wrong_card")
        elif role not in self._desk.school.notices_by:
            self._refuse(screen, "notices_not_yours")
        else:
            self._recognised = True
            self._list()

    def _refuse(self, screen: NoticesCard, why: str) -> None:
        screen.working, screen.refused = False, why
        self._desk.stage.refresh()

    def _change(self, event: ev.NoticesEvent) -> None:
        store, self._done = self._desk.asked, ""
        match event:
            case ev.NoticeChosen(number=number):
                self._write(number)
            case ev.NoticeWritten(notice=notice):
                self._done = self._hung(notice)
                store.hang_notice(notice)
            case ev.NoticeMoved(number=number, step=step):
                store.move_notice(number, step)
            case ev.NoticeWithdrawn(number=number):
                self._done = "notice_gone"
                store.withdraw_notice(number, self._day())
            case _:
                self._list()

    def _write(self, number: int) -> None:
        found = [notice for notice in self._kept() if notice.number == number]
        day = self._day()
        draft = NoticeDraft(found[0], day) if found else NoticeDraft.new(day)
        desk = self._desk
        self._show(NoticeForm(draft, desk.school, day, desk.board.pictures))

    def _hung(self, notice: Notice) -> str:
        """What is said once the store has it."""
        shown = self._desk.shown()
        hangs = notice.hangs_on(self._day(), shown.time())
        return "notice_hung" if hangs else "notice_hung_later"

    def _list(self, done: str = "") -> None:
        """The same list brought up to date, or a new one after a notice."""
        if isinstance(self._screen, NoticesList):
            self._screen.notices, self._screen.failed = self._kept(), False
            self._screen.done = done
            self._desk.stage.refresh()
        else:
            self._show(NoticesList(self._kept(), self._day(), done))

    def _kept(self) -> tuple[Notice, ...]:
        day = self._day()
        return tuple(notice for notice in self._desk.board.notices if notice.last_day >= day)

    def _show(self, screen: Screen) -> None:
        self._screen = screen
        self._desk.stage.show(screen)

    def _day(self) -> date:
        """Today; on a doubtful clock the last day that was believed (law 7)."""
        desk = self._desk
        return desk.today() or desk.board.mark or desk.shown().date()
