"""What can be wrong with a store.

StoreError
├── NotAStore        no file, or a file that no kiosk made
├── AlreadyExists    a store is there; it is left as it is
├── WrongKind        a demo store for real hardware, or the other way round
├── NewerSchema      a later version of the kiosk wrote it
├── OlderSchema      an earlier version wrote it: `prepare` first
├── StoreDamaged     SQLite finds its pages damaged
├── UnsafeSettings   SQLite did not take a setting that durability or anonymity needs
├── StoreUnavailable the disk is full, the file is locked or cannot be read or written
├── StoreForgets     it lies where the next power cut erases it
├── StoreInUse       a kiosk runs on it, or its file is just being exchanged
├── CommitteeExists  a committee is enrolled; its sealed letters would be lost
├── NoCommittee      nobody could ever read a letter
├── OtherCommittee   the committee has other keys by now
├── BoxFull          no blank envelope is left
├── WrongSize        not an envelope or row of the one size
├── NoSuchNotice     no notice on the board has this number
└── ReviewRefused    a step of a review that must not happen
"""

from __future__ import annotations


class StoreError(Exception):
    """The store cannot do what was asked; nothing was half done."""


class NotAStore(StoreError):
    """There is no store at this place."""


class AlreadyExists(StoreError, FileExistsError):
    """A store is there already."""


class WrongKind(StoreError, PermissionError):
    """The store is of the other kind: demo or real."""


class NewerSchema(StoreError):
    """The store was written by a later version of the kiosk."""


class OlderSchema(StoreError):
    """The store was written by an earlier version and was not brought up to date."""


class StoreDamaged(StoreError):
    """SQLite finds the file damaged: a backup is needed."""


class UnsafeSettings(StoreError):
    """SQLite did not take a setting on which a promise rests."""


class StoreUnavailable(StoreError, OSError):
    """The disk is full, or the file is locked or cannot be read or written."""


class StoreForgets(StoreError):
    """The store lies in memory, or under an overlay in memory: no letter may be taken."""


class StoreInUse(StoreError, BlockingIOError):
    """A kiosk runs on the store, or its file is just being exchanged."""


class CommitteeExists(StoreError):
    """A committee is enrolled already."""


class NoCommittee(StoreError):
    """No committee is enrolled."""


class OtherCommittee(StoreError):
    """The committee has other keys by now, or its record was changed meanwhile."""


class BoxFull(StoreError):
    """No blank envelope is left."""


class WrongSize(StoreError, ValueError):
    """Sealed bytes that are not of the one size."""


class NoSuchNotice(StoreError, LookupError):
    """No notice with this number hangs on the board."""


class ReviewRefused(StoreError):
    """A step of a review that must not happen: no such open review, or a letter without a row."""
