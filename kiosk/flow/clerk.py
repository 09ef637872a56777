"""What follows from the store's answers: only here is anybody thanked (law 1)."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.committee import CommitteeFlow
from kiosk.flow.desk import Desk
from kiosk.flow.front import Front
from kiosk.flow.membership import Membership
from kiosk.flow.notices import Notices
from kiosk.flow.pupil import Pupil
from kiosk.post.meeting import Facts

OF_A_REPLY = frozenset({"find_reply", "erase_reply"})
"""Steps that a pupil with a reply code waits for."""


class Clerk:
    """Follows the store."""

    def __init__(
        self,
        desk: Desk,
        front: Front,
        pupil: Pupil,
        committee: CommitteeFlow,
        membership: Membership,
        notices: Notices,
    ) -> None:
        self._desk, self._front, self._pupil, self._committee = desk, front, pupil, committee
        self._membership, self._notices = membership, notices

    def on(self, event: ev.StoreEvent) -> None:
        """Hand an answer to the one who waits for it."""
        match event:
            case ev.BoardRead() | ev.NoticesChanged() | ev.ClockSet() | ev.OpeningKept():
                self._board(event)
            case ev.LetterStored() | ev.LetterRefused() | ev.PaperCounted():
                self._letter(event)
            case ev.HandleKept() | ev.HandleRefused() | ev.ReplySought() | ev.ReplyGone():
                self._reply(event)
            case ev.PaperNotCounted():  # it is in the box; the difference shows at the review
                pass
            case ev.ReviewOpened() | ev.PaperHandCounted() | ev.EntryRegistered():
                self._answer(event)
            case ev.EntryRewritten() | ev.FormerRead() | ev.SlipNoted() | ev.WishesKept():
                self._answer(event)
            case ev.BookRead() | ev.MatterKept() | ev.DeskClosed():
                self._answer(event)
            case ev.EntryAmended() | ev.TextsErased() | ev.BookChecked():
                self._answer(event)
            case ev.CommitteeKept(committee=committee):
                self._desk.committee = committee
                self._answer(event)
            case ev.ReviewClosed(facts=facts):
                self._closed(facts)
                self._answer(event)
                self._committee.closed()
            case ev.StoreFailed():
                self._failed(event)
            case _:
                assert_never(event)

    def _answer(self, event: ev.StoreEvent) -> None:
        """Only for those who asked: they may have left, and others stand here now."""
        if self._desk.asked_for(event):
            self._committee.follow(event)
            self._membership.follow(event)
            self._notices.hear(event)

    def _failed(self, event: ev.StoreFailed) -> None:
        if event.step in OF_A_REPLY:
            self._pupil.replies.failed()
        else:
            self._answer(event)

    def _board(
        self, event: ev.BoardRead | ev.NoticesChanged | ev.ClockSet | ev.OpeningKept
    ) -> None:
        """What hangs there; whoever asked for the change hears of it afterwards."""
        if isinstance(event, ev.ClockSet):
            self._desk.hardware.clock.correct(event.correction)
        self._read(event if isinstance(event, ev.BoardRead) else event.read)
        self._answer(event)

    def _letter(self, event: ev.LetterStored | ev.LetterRefused | ev.PaperCounted) -> None:
        match event:
            case ev.LetterStored():
                self._pupil.stored()
            case ev.LetterRefused(why=why):
                self._pupil.refused(why)
            case ev.PaperCounted():
                self._pupil.paper_counted()

    def _reply(
        self, event: ev.HandleKept | ev.HandleRefused | ev.ReplySought | ev.ReplyGone
    ) -> None:
        match event:
            case ev.HandleKept():
                self._pupil.slips.kept()
            case ev.HandleRefused():
                self._pupil.slips.refused()
            case ev.ReplySought():
                self._pupil.replies.sought(event)
            case ev.ReplyGone():
                self._pupil.replies.gone()

    def _read(self, read: ev.BoardRead) -> None:
        self._desk.board, self._desk.unfinished = read.board, read.unfinished
        self._desk.incidents, self._desk.owed = read.incidents, read.owed
        if read.committee is None and self._desk.committee is not None:
            self._set_aside()
        self._front.refresh()

    def _set_aside(self) -> None:
        """Somebody abandoned it beside us: what its cards were to open is out of their reach."""
        self._desk.committee = None
        if self._committee.meeting:
            self._committee.leave()
        if self._membership.sitting:
            self._membership.leave()
        if self._notices.present:
            self._notices.leave()

    def _closed(self, facts: Facts) -> None:
        """From now on the next reading day is the next window's, and a protocol is owed."""
        desk = self._desk
        desk.unfinished, desk.owed = None, desk.owed or facts.review
        desk.board = replace(
            desk.board, letters_read_on=facts.closed_on, box_opened_on=facts.opened_on
        )
