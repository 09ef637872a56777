"""What the review asks to be done, handed to the lock, the keys and the store."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from kiosk import events as ev
from kiosk.flow.desk import Desk
from kiosk.hardware.ports import LockRefused
from kiosk.post import review as rv
from kiosk.post.keys import Keyring
from kiosk.post.permit import Permit
from kiosk.workers import Worker


class Errands:
    """Each errand ends in an event that comes back through the inbox."""

    def __init__(
        self, desk: Desk, keys: Worker[Keyring], emit: Callable[[ev.Event], None]
    ) -> None:
        self._desk, self._keys, self._emit = desk, keys, emit

    def do(self, job: rv.AnyJob) -> None:
        """Hand one job to whom it concerns; never waits."""
        match job:
            case rv.TryCard() | rv.SignPermit() | rv.Unseal() | rv.SealEntry() | rv.WipeKeys():
                self._ask(job)
            case rv.OpenLock(permit=permit):
                self._open_lock(permit)
            case rv.ShutLock():
                self._desk.hardware.lock.shut()
            case rv.OpenReview() | rv.SaveHandCount() | rv.Register() | rv.CloseReview():
                self._store(job)
            case _:
                assert_never(job)

    def _ask(self, job: rv.KeyJob) -> None:
        step = type(job).__name__
        self._keys.do(lambda keys: _with_keys(keys, job), lambda _: ev.KeysFailed(step))

    def _open_lock(self, permit: Permit) -> None:
        try:
            self._desk.hardware.lock.open(permit)
        except LockRefused:  # the window ended, or the clock lost its trust, a moment ago
            self._emit(ev.LockBroke())

    def _store(self, job: rv.StoreJob) -> None:
        store, today = self._desk.store, self._desk.today()
        match job:
            case rv.SaveHandCount(review=number, hand=hand, reason=reason):
                store.set_hand_count(number, hand, reason)
            case rv.Register(review=number, sealed=row):
                store.register(number, row.place, row.sealed, row.entry)
            case rv.OpenReview() | rv.CloseReview() if today is None:
                self._emit(ev.StoreFailed("date"))
            case rv.OpenReview():
                store.open_review(today)
            case rv.CloseReview(review=number, answers=answers):
                store.close_review(number, today, answers)
            case _:
                assert_never(job)


def _with_keys(keys: Keyring, job: rv.KeyJob) -> ev.Event:
    match job:
        case rv.TryCard(code=code):
            return keys.present(code)
        case rv.SignPermit(window=window):
            return ev.PermitSigned(keys.permit(window))
        case rv.Unseal(meeting=meeting):
            return ev.MeetingUnsealed(keys.open(meeting))
        case rv.SealEntry(place=place, entry=entry):
            return ev.EntrySealed(place, keys.seal_entry(entry), entry)
        case rv.WipeKeys():
            keys.wipe()
            return ev.KeysWiped()
        case _:
            assert_never(job)
