"""A store in a directory of its own, driven one job at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from typing import TypeVar

from kiosk import store
from kiosk.events import BoardRead, Event, FromStore, ReviewOpened
from kiosk.post.keys import Committee
from kiosk.post.letters import Letter
from kiosk.post.meeting import Meeting
from kiosk.post.sealing import seal
from kiosk.store.connection import NO_PRAGMAS, Pragmas
from kiosk.store.times import LONG_AGO
from tests.office import COMMITTEE, DAY, LETTER

POOL = 12
FAST: Pragmas = {"synchronous": 0}
"""For tests that store many letters and cut no power."""

E = TypeVar("E", bound=FromStore)


class Desk:
    """Gives the store a job and takes its one event back."""

    def __init__(
        self, path: Path, pragmas: Pragmas = NO_PRAGMAS, committee: Committee = COMMITTEE
    ) -> None:
        self.path, self.committee = path, committee
        self._inbox: SimpleQueue[Event] = SimpleQueue()
        self.store = store.Store(path, self._inbox.put, pragmas)

    def event(self) -> Event:
        """The one event of the job just given."""
        event = self._inbox.get(timeout=60)
        assert self._inbox.empty()
        return event

    def expect(self, kind: type[E]) -> E:
        """The one event, which must be of this kind."""
        event = self.event()
        assert isinstance(event, kind), event
        return event

    def accept(self, letter: Letter = LETTER) -> Event:
        """Seal and store a letter."""
        key = self.committee.public_key
        self.store.accept(seal(letter, key), key)
        return self.event()

    def paper(self) -> Event:
        """Count a paper letter."""
        self.store.count_paper()
        return self.event()

    def meeting(self) -> Meeting:
        """Open a review, or take it up again."""
        self.store.open_review(DAY)
        return self.expect(ReviewOpened).meeting

    def board(self) -> BoardRead:
        """Read the board."""
        self.store.read_board()
        return self.expect(BoardRead)


@contextmanager
def desk(
    path: Path, pragmas: Pragmas = NO_PRAGMAS, committee: Committee = COMMITTEE
) -> Iterator[Desk]:
    """A desk whose store is stopped afterwards."""
    open_desk = Desk(path, pragmas, committee)
    try:
        yield open_desk
    finally:
        open_desk.store.stop()


def new_store(directory: Path, pool: int = POOL) -> Path:
    """A demo store with the office's committee, in a directory of its own."""
    directory.mkdir(exist_ok=True)
    path = directory / "kiosk.db"
    store.create(path, "demo", '{"name": {"ky": "Мектеп"}}', pool=pool)
    store.save_committee(path, COMMITTEE)
    return path


def files(directory: Path) -> list[str]:
    """The names of all files there."""
    return sorted(place.name for place in directory.iterdir())


def times_say_nothing(path: Path) -> bool:
    """Whether neither the file nor its directory shows when it was used."""
    stats = [place.stat() for place in (path, path.parent)]
    return all(s.st_mtime_ns == s.st_atime_ns == LONG_AGO for s in stats)
