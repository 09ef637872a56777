"""The store as a file, the clock and the backup. No table with letters in it is read."""

from __future__ import annotations

from datetime import date, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk import store as stores
from kiosk.config import SettingsError, load_school
from kiosk.doctor.finding import Finding, green, red, yellow
from kiosk.hardware.clock import CorrectedClock
from kiosk.hardware.ports import Clock
from kiosk.post.clock import ClockLevel, Doubt, doubt
from kiosk.store import NewerSchema, NotAStore, StoreDamaged, StoreError, StoreUnavailable
from kiosk.store.checking import check

STORE, CLOCK, BACKUP = "store", "clock", "backup"

VOUCHED = {
    ClockLevel.NETWORK: "network time vouches for it",
    ClockLevel.RTC: "the battery clock vouches for it",
    ClockLevel.QUORUM: "the committee has set it",
}
SHUT = "Letters are taken, but the box cannot be opened."
BATTERY = (
    "Connect a network once, or give the Pi a battery clock (deploy/hardware): set the time, then "
    "`sudo hwclock --systohc`. Until then the committee can set the time on the screen."
)
LEAPT = (
    "Compare it with a watch and set it; if it is right, the committee confirms it on the screen."
)

RESTORE = (
    "Do not write to this card again. Put in another, copy the newest copy of the data directory "
    "to it, and keep this one: letters on it may still be saved."
)


def store(path: Path) -> Finding:
    """Check the store's version, its kind and all its pages."""
    try:
        if (kind := check(path)) != "real":
            return red(STORE, f"{path} is a {kind} store", "Name another directory in `data`.")
        enrolled = stores.load_committee(path) is not None
    except StoreError as error:
        return red(STORE, _words(path, error), _remedy(error))
    if not enrolled:
        remedy = "Run `kiosk setup` with the committee's members: until then no letter is taken."
        return yellow(STORE, "whole; no committee is enrolled", remedy)
    return green(STORE, "whole; a committee is enrolled")


def committee_enrolled(path: Path) -> bool:
    """Whether letters may be sealed in the box; also true where nobody can tell."""
    try:
        return stores.load_committee(path) is not None
    except NotAStore:
        return path.exists()
    except StoreError:
        return True


def zone(path: Path) -> tzinfo | None:
    """The school's time zone; None, the machine's own, if the store cannot say."""
    try:
        return ZoneInfo(load_school(stores.load_school(path)).timezone)
    except (StoreError, SettingsError, OSError):
        return None


def clock(machine: Clock, path: Path) -> Finding:
    """Say what the kiosk takes the time to be, and how far it believes it (law 7)."""
    told, mark = _set_by_the_quorum(machine, path)
    now, level = told.now(), told.level
    shows = f"it shows {now:%Y-%m-%d %H:%M}"
    match doubt(level, now.date(), mark):
        case None:
            what = f"{shows}; {VOUCHED[level]}"
            return green(CLOCK, what, "Compare it with a watch.")
        case Doubt.UNKNOWN:
            return red(CLOCK, f"{shows}, and nothing vouches for it", f"{SHUT} {BATTERY}")
        case _:
            return red(CLOCK, f"{shows}, and the kiosk last believed {mark}", f"{SHUT} {LEAPT}")


def _set_by_the_quorum(machine: Clock, path: Path) -> tuple[CorrectedClock, date | None]:
    """Return the clock with what the quorum added to it, and the last day believed."""
    told = CorrectedClock(machine)
    try:
        told.correct(stores.load_correction(path))
        return told, stores.load_mark(path)
    except StoreError:
        return told, None


def backup() -> Finding:
    """Nobody can tell an age: this version makes none."""
    remedy = (
        "This version makes no backups. Until one does: stop the kiosk, copy the data directory to "
        "a stick, and lock the stick away; what is on it is sealed."
    )
    return yellow(BACKUP, "unknown: nothing here keeps account of backups", remedy)


def _words(path: Path, error: StoreError) -> str:
    gone = isinstance(error, NotAStore) and not path.exists()
    return f"there is no store at {path}" if gone else f"{error}"


def _remedy(error: StoreError) -> str:
    match error:
        case NotAStore():
            return "Run `kiosk setup`, or mount the data partition if it is missing."
        case StoreDamaged():
            return RESTORE
        case NewerSchema():
            return "Install the newer version of the kiosk that wrote it."
        case StoreUnavailable():
            return "Run the doctor with sudo; if that says the same, look at the disk."
        case _:
            return "Start the kiosk once: it brings an older store up to date."
