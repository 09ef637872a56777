"""Where the letters lie: the file system of the data directory, and how much room it has."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from kiosk.doctor.places import Places, word
from kiosk.post.finding import Finding, Part, green, red, say, yellow
from kiosk.post.letters import Language
from kiosk.store import StoreForgets
from kiosk.texts import Texts

MB, GB = 10**6, 10**9

DURABLE = frozenset({"ext4", "ext3", "xfs", "btrfs", "f2fs"})
VOLATILE = frozenset({"overlay", "tmpfs", "ramfs", "rootfs", "aufs"})
FOREIGN = frozenset({"vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk"})

FULL_SHARE, FULL_BYTES = 0.05, 50 * MB
"""With less than this the store cannot grow its journal for long."""
LOW_SHARE, LOW_BYTES = 0.15, 200 * MB


@dataclass(frozen=True)
class Mount:
    """One line of mountinfo."""

    point: Path
    kind: str
    writable: bool


def mounts(mountinfo: str) -> list[Mount]:
    """Read /proc/self/mountinfo; later mounts cover earlier ones."""
    return [_mount(line.split()) for line in mountinfo.splitlines() if " - " in line]


def _mount(fields: list[str]) -> Mount:
    after = fields[fields.index("-") + 1 :]
    options = {*fields[5].split(","), *after[2].split(",")}
    return Mount(Path(_plain(fields[4])), after[0], "ro" not in options)


def _plain(text: str) -> str:
    """Undo the octal escapes of blanks."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def holding(path: Path, table: list[Mount]) -> Mount | None:
    """Return the mount on which a path lies, or would lie once it is made."""
    whole = path.resolve()
    on = [mount for mount in table if whole.is_relative_to(mount.point)]
    return max(reversed(on), key=lambda mount: len(mount.point.parts), default=None)


def file_system(data: Path, places: Places) -> Finding:
    """Refuse what forgets at a power cut: an overlay takes letters and loses them."""
    mount = holding(data, mounts(word(places.proc / "self/mountinfo")))
    if mount is None:
        return yellow(Part.DATA, say("doc_fs_unknown", data=data), say("doc_fs_find", data=data))
    where = say("doc_fs", data=data, kind=mount.kind, mount=mount.point)
    if mount.kind in VOLATILE:
        return red(Part.DATA, say("doc_fs_volatile", where=where), say("doc_fs_volatile_do"))
    if mount.kind in FOREIGN:
        return red(Part.DATA, say("doc_fs_foreign", where=where), say("doc_fs_foreign_do"))
    if not mount.writable:
        return red(Part.DATA, say("doc_fs_read_only", where=where), say("doc_fs_read_only_do"))
    if mount.kind not in DURABLE:
        return yellow(Part.DATA, where, say("doc_fs_untried_do"))
    return green(Part.DATA, where)


def must_last(data: Path, places: Places | None = None) -> None:
    """Refuse to begin where letters would be gone with the next power cut.

    Raises StoreForgets. Where nobody can tell, `file_system` warns and the kiosk begins.
    """
    places = places or Places()
    mount = holding(data, mounts(word(places.proc / "self/mountinfo")))
    if mount is not None and mount.kind in VOLATILE:
        texts, found = Texts(Language.EN), file_system(data, places)
        raise StoreForgets(f"{found.what.told(texts)}. {found.to_do(texts)}")


def missing_mount(data: Path, places: Places | None = None) -> Path | None:
    """Return the unit that says what belongs on the data directory, while nothing is mounted there.

    What is written then lies beneath, and is covered, as if it were lost, from the next start on.
    """
    places, whole = places or Places(), data.resolve()
    mounted = {mount.point for mount in mounts(word(places.proc / "self/mountinfo"))}
    for unit in sorted(places.etc.glob("systemd/system/*.mount")):
        where = re.search(r"^Where=(/\S*)", word(unit), re.MULTILINE)
        if where and whole.is_relative_to(where[1]) and Path(where[1]) not in mounted:
            return unit
    return None


def free_space(data: Path) -> Finding:
    """Look at the nearest directory that is there."""
    here = next(place for place in (data.absolute(), *data.absolute().parents) if place.exists())
    stat = os.statvfs(here)
    return judged_space(stat.f_bavail * stat.f_frsize, stat.f_blocks * stat.f_frsize)


def judged_space(free: int, total: int) -> Finding:
    """Judge room in bytes."""
    share = free / total if total else 0.0
    room = {"free": f"{free / GB:.1f}", "share": f"{share:.0%}", "total": f"{total / GB:.1f}"}
    what = say("doc_space", **room)
    if share < FULL_SHARE or free < FULL_BYTES:
        return red(Part.SPACE, what, say("doc_space_full_do"))
    if share < LOW_SHARE or free < LOW_BYTES:
        return yellow(Part.SPACE, what, say("doc_space_low_do"))
    return green(Part.SPACE, what)
