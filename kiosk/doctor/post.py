"""The store as a file, and the clock. No table with letters in it is read."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk import store as stores
from kiosk.config import School, SettingsError, load_school
from kiosk.hardware.clock import CorrectedClock
from kiosk.hardware.ports import Clock
from kiosk.post.clock import ClockLevel, Doubt, doubt
from kiosk.post.finding import Finding, Part, Said, green, red, say, yellow
from kiosk.store import (
    NewerSchema,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreKind,
    StoreUnavailable,
)
from kiosk.store.checking import check

VOUCHED = {
    ClockLevel.NETWORK: say("doc_clock_network"),
    ClockLevel.RTC: say("doc_clock_rtc"),
    ClockLevel.QUORUM: say("doc_clock_quorum"),
}
SHUT = say("doc_clock_shut")


def store(path: Path, wanted: StoreKind = "real") -> Finding:
    """Check the store's version, its kind and all its pages."""
    try:
        if (kind := check(path)) != wanted:
            return red(Part.STORE, _other(kind, path), say("doc_store_kind_do"))
        enrolled = stores.load_committee(path) is not None
    except StoreError as error:
        return red(Part.STORE, *_wrong(path, error))
    if not enrolled:
        return yellow(Part.STORE, say("doc_store_nobody"), say("doc_store_nobody_do"))
    return green(Part.STORE, say("doc_store_good"))


def committee_enrolled(path: Path) -> bool:
    """Whether letters may be sealed in the box; also true where nobody can tell."""
    try:
        return stores.load_committee(path) is not None
    except NotAStore:
        return path.exists()
    except StoreError:
        return True


def zone(path: Path) -> ZoneInfo:
    """The school's time zone; where the store cannot say, the one that settings begin with."""
    try:
        return ZoneInfo(load_school(stores.load_school(path)).timezone)
    except (StoreError, SettingsError, OSError):
        return ZoneInfo(School.model_fields["timezone"].default)


def clock(machine: Clock, path: Path) -> Finding:
    """Say what the kiosk takes the time to be, and how far it believes it (law 7)."""
    told, mark = _set_by_the_quorum(machine, path)
    now, level = told.now().astimezone(zone(path)), told.level
    shows = f"{now:%Y-%m-%d %H:%M}"
    match doubt(level, now.date(), mark):
        case None:
            what = say("doc_clock_good", shows=shows, vouched=VOUCHED[level])
            return green(Part.CLOCK, what, say("doc_clock_good_do"))
        case Doubt.UNKNOWN:
            what = say("doc_clock_unknown", shows=shows)
            return red(Part.CLOCK, what, SHUT, say("doc_clock_unknown_do"))
        case _:
            what = say("doc_clock_leapt", shows=shows, mark=mark)
            return red(Part.CLOCK, what, SHUT, say("doc_clock_leapt_do"))


def believed(machine: Clock, path: Path) -> date:
    """Today, or where the clock is not believed the last day on which it was, if there is one."""
    told, mark = _set_by_the_quorum(machine, path)
    today = told.now().astimezone(zone(path)).date()
    return today if doubt(told.level, today, mark) is None else mark or today


def _set_by_the_quorum(machine: Clock, path: Path) -> tuple[CorrectedClock, date | None]:
    """Return the clock with what the quorum added to it, and the last day believed."""
    told = CorrectedClock(machine)
    try:
        told.correct(stores.load_correction(path))
        return told, stores.load_mark(path)
    except StoreError:
        return told, None


def _other(kind: StoreKind, path: Path) -> Said:
    return say("doc_store_demo" if kind == "demo" else "doc_store_real", path=path)


def _wrong(path: Path, error: StoreError) -> tuple[Said, Said]:
    """Return what is wrong with a store, and what to do about it."""
    match error:
        case NotAStore() if not path.exists():
            return say("doc_store_none", path=path), say("doc_store_none_do")
        case NotAStore():
            return say("doc_store_strange", path=path), say("doc_store_none_do")
        case StoreDamaged():
            return say("doc_store_damaged"), say("doc_store_damaged_do")
        case NewerSchema():
            return say("doc_store_newer"), say("doc_store_newer_do")
        case StoreUnavailable():
            return say("doc_store_unavailable", why=error), say("doc_store_unavailable_do")
        case _:
            return say("doc_store_older"), say("doc_store_older_do")
