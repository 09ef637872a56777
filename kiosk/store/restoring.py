"""A copy put in the place of a store: looked through first, at once, and the store kept aside.

At every instant the one or the other lies whole under the store's name (law 8).
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.store.backup import folder, keys
from kiosk.store.chains import verify_chain
from kiosk.store.checking import check
from kiosk.store.connection import translated
from kiosk.store.errors import (
    AlreadyExists,
    NotAStore,
    OlderSchema,
    StoreDamaged,
    StoreError,
    WrongKind,
)
from kiosk.store.files import StoreKind, drafted, sync, upgrade
from kiosk.store.hold import alone
from kiosk.store.schema import APPLICATION
from kiosk.store.times import hide_times

SQLITE = b"SQLite format 3\0"
HEAD, AT_APPLICATION = 100, slice(68, 72)
"""Of SQLite's first page: how long its head is, and where it says whose file it is."""

ASIDE = "aside"
MANY = 100


@dataclass(frozen=True)
class Inside:
    """What lies open of a store; how many letters wait is nobody's business (law 4)."""

    kind: StoreKind
    keys: str
    reviews: int
    rows: int


@dataclass(frozen=True)
class Offer:
    """A copy that could take the store's place. `present` is None where there is no store,
    or one that cannot be read."""

    path: Path
    draft: Path
    copy: Inside
    present: Inside | None

    def put_in_place(self, day: date) -> Path | None:
        """Exchange them; returns where the present store lies now, None if there was none."""
        with translated():
            aside = _kept_aside(self.path, day)
            # SQLite has rolled it back; left by a store that is gone, it would ruin the new one.
            self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)
            sync(self.path.parent)
            self.draft.replace(self.path)
            sync(self.path.parent)
            hide_times(self.path)
        return aside


@contextmanager
def offered(path: Path, source: Path, kind: StoreKind) -> Iterator[Offer]:
    """Look through a copy while nobody uses the store; nothing is changed by looking.

    Raises `StoreInUse` while a kiosk runs; `NotAStore`, `NewerSchema`, `StoreDamaged`, `WrongKind`,
    all of the copy. A copy of an earlier version is brought up to date.
    """
    with translated(), alone(path), drafted(path) as draft:
        _judge(source)
        shutil.copyfile(source, draft)
        copy = _looked_through(draft, source)
        if copy.kind != kind:
            raise WrongKind(f"{source} is of a {copy.kind} store, not of a {kind} one")
        sync(draft)
        yield Offer(path, draft, copy, _present(path))


def asides(path: Path) -> tuple[Path, ...]:
    """Stores that a copy took the place of."""
    return tuple(sorted(folder(path).glob(f"{ASIDE}-*.sqlite")))


def _judge(source: Path) -> None:
    """By its first page, so that somebody else's file is not taken for a damaged store."""
    if not source.is_file():
        raise NotAStore(f"there is no copy at {source}")
    with source.open("rb") as file:
        head = file.read(HEAD)
    if not head.startswith(SQLITE) or head[AT_APPLICATION] != APPLICATION.to_bytes(4):
        raise NotAStore(
            f"{source} is no copy of a kiosk's store; `kiosk restore` lists those it finds"
        )


def _looked_through(draft: Path, source: Path) -> Inside:
    try:
        return _brought_up(draft)
    except StoreDamaged:
        what = f"the copy {source} is damaged; take another. The store is as it was"
        raise StoreDamaged(what) from None


def _brought_up(draft: Path) -> Inside:
    try:
        return _inside(draft)
    except OlderSchema:
        upgrade(draft)
        return _inside(draft)


def _inside(path: Path) -> Inside:
    kind, chain = check(path), verify_chain(path)
    if not chain.sound:
        raise StoreDamaged("its journal is not as it was decided")
    return Inside(kind, keys(path), chain.reviews, chain.rows)


def _present(path: Path) -> Inside | None:
    try:
        return _inside(path)
    except StoreError:
        return None


def _kept_aside(path: Path, day: date) -> Path | None:
    """Give it a second name, so that it is never without one."""
    if not path.exists():
        return None
    place = folder(path)
    place.mkdir(mode=0o700, exist_ok=True)
    sync(place.parent)
    aside = _free(place, f"{ASIDE}-{day.isoformat()}")
    aside.hardlink_to(path)
    sync(place)
    return aside


def _free(place: Path, stem: str) -> Path:
    names = (
        place / f"{stem}{number}.sqlite" for number in ("", *(f"-{n}" for n in range(2, MANY)))
    )
    free = next((name for name in names if not name.exists()), None)
    if free is None:
        raise AlreadyExists(f"too many stores lie aside in {place}")
    return free
