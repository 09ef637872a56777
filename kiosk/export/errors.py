"""What can be wrong with a stick.

StickError (OSError)
├── NoStick        none is mounted
├── StickFull      no room, known before or met in the middle
├── StickReadOnly  it takes no file at all
├── StickGone      it was pulled, or stopped answering
├── StickStrange   its layout has no place for the file, or is damaged
└── StickWorn      it gives back other bytes than were written
"""

from __future__ import annotations

import errno
from typing import ClassVar

from kiosk.post.stick import StickTrouble


class StickError(OSError):
    """A file did not get onto the stick; nothing was half done that a later file would meet."""

    trouble: ClassVar[StickTrouble]


class NoStick(StickError):
    """No stick is mounted."""

    trouble = StickTrouble.ABSENT


class StickFull(StickError):
    """It has no room."""

    trouble = StickTrouble.FULL


class StickReadOnly(StickError):
    """It cannot be written to."""

    trouble = StickTrouble.READ_ONLY


class StickGone(StickError):
    """It was pulled, or stopped answering."""

    trouble = StickTrouble.GONE


class StickStrange(StickError):
    """Something else is where the file should go, or what is there makes no sense."""

    trouble = StickTrouble.STRANGE


class StickWorn(StickError):
    """What was read back is not what was written."""

    trouble = StickTrouble.WORN


MEANINGS: dict[int, type[StickError]] = {
    errno.ENOSPC: StickFull,
    errno.EDQUOT: StickFull,
    errno.EFBIG: StickFull,
    errno.EROFS: StickReadOnly,
    errno.EACCES: StickReadOnly,
    errno.EPERM: StickReadOnly,
    errno.ELOOP: StickStrange,
    errno.ENOTDIR: StickStrange,
    errno.EISDIR: StickStrange,
    errno.EEXIST: StickStrange,
    errno.ENOTEMPTY: StickStrange,
    errno.ENAMETOOLONG: StickStrange,
    errno.EINVAL: StickStrange,
}
"""All else is a stick that does not answer as it should: EIO, ENODEV, ENXIO, ENOENT, ESTALE."""


def meant(error: OSError) -> StickError:
    """What an error of the kernel says about the stick."""
    if isinstance(error, StickError):
        return error
    kind = MEANINGS.get(error.errno or 0, StickGone)
    return kind(error.errno or 0, kind.__doc__)
