"""A job of the keys, done by a keyring: one event for each."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from kiosk.events import (
    AmendmentSealed,
    CardsVoided,
    CommitteeFormed,
    EntrySealed,
    FormerUnsealed,
    KeysEvent,
    KeysStarted,
    KeysWiped,
    MatterSealed,
    MeetingUnsealed,
    PermitSigned,
    RecoveryUnknown,
    RoleRecognised,
    WishesSealed,
)
from kiosk.post import jobs
from kiosk.post.filing import Filing
from kiosk.post.journal import Entry
from kiosk.post.keys import Keyring
from kiosk.post.meeting import Meeting, SealedMatter
from kiosk.post.protocol import written


def answer(keys: Keyring, job: jobs.KeyringJob) -> KeysEvent:
    """Do what a meeting asks of its keys; raises what the keyring raises."""
    match job:
        case jobs.SignPermit(window=window):
            return PermitSigned(keys.permit(window))
        case jobs.Unseal(meeting=meeting):
            return MeetingUnsealed(keys.open(meeting))
        case jobs.UnsealFormer():
            return _former(keys, job)
        case jobs.SealEntry():
            return _sealed(keys, job)
        case jobs.SealWishes(wishes=wishes, papers=papers):
            return WishesSealed(wishes, keys.seal_wishes(wishes, papers))
        case jobs.SealMatter() | jobs.SealAmendment():
            return _book(keys, job)
        case jobs.MakeCard() | jobs.CopyCard() | jobs.VoidCards() | jobs.DrillRecovery():
            return _cards(keys, job)
        case jobs.Enrol() | jobs.AddCards() | jobs.Rekey():
            return _cards(keys, job)
        case _:
            return _roll_call(keys, job)


def _former(keys: Keyring, job: jobs.UnsealFormer) -> FormerUnsealed:
    """Only what the protocol says leaves the keys' process."""
    opened = keys.open(Meeting(job.account.facts, entries=job.rows))
    return FormerUnsealed(written(job.account, opened.entries, opened.damaged))


def _book(keys: Keyring, job: jobs.BookKeyJob) -> KeysEvent:
    match job:
        case jobs.SealMatter(matter=matter):
            return MatterSealed(matter, keys.seal_matter(matter))
        case jobs.SealAmendment():
            return _amendment(keys, job)
        case _:
            assert_never(job)


def _sealed(keys: Keyring, job: jobs.SealEntry) -> EntrySealed:
    """The row, and the matters that go with it."""
    entry, filing = _filed(keys, job.filing, job.entry)
    row = keys.seal_entry(entry)
    return EntrySealed(job.place, row.sealed, entry, row.digest, filing)


def _amendment(keys: Keyring, job: jobs.SealAmendment) -> AmendmentSealed:
    entry, filing = _filed(keys, job.filing, job.entry)
    return AmendmentSealed(job.number, keys.seal_entry(entry), entry, filing)


def _filed(keys: Keyring, filing: Filing, entry: Entry) -> tuple[Entry, Filing]:
    entry, filing = filing.drawn(entry)
    matters = (SealedMatter(one.number, keys.seal_matter(one)) for one in filing.matters)
    return entry, replace(filing, sealed=tuple(matters))


def _roll_call(keys: Keyring, job: jobs.RollCallJob) -> KeysEvent:
    match job:
        case jobs.StartKeys():
            return KeysStarted()
        case jobs.TryCard(code=code):
            return keys.present(code)
        case jobs.RecogniseCard(code=code):
            return RoleRecognised(keys.recognise(code))
        case jobs.TryRecovery(code=code):
            return keys.present_recovery(code)
        case jobs.KeepDigits(role=role, digits=digits):
            return keys.set_digits(role, digits)
        case jobs.TryDigits(digits=digits):
            return keys.try_digits(digits)
        case jobs.WipeKeys():
            keys.wipe()
            return KeysWiped()
        case _:
            assert_never(job)


def _cards(keys: Keyring, job: jobs.CardJob) -> KeysEvent:
    match job:
        case jobs.MakeCard(role=role):
            return keys.make_card(role)
        case jobs.CopyCard(code=code):
            return keys.copied(code)
        case jobs.VoidCards():
            keys.void_cards()
            return CardsVoided()
        case jobs.Enrol(quorum=quorum, on=on):
            return CommitteeFormed(keys.enrol(quorum, on))
        case jobs.AddCards(on=on):
            return CommitteeFormed(keys.add_cards(on))
        case jobs.Rekey(without=without, on=on):
            return CommitteeFormed(keys.rekeyed(without, on))
        case jobs.DrillRecovery(code=code, on=on):
            drilled = keys.drilled(code, on)
            return CommitteeFormed(drilled) if drilled else RecoveryUnknown()
        case _:
            assert_never(job)
