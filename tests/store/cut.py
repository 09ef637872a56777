"""A kiosk whose power is cut: a process that dies in the middle of the store's work.

`python -m tests.store.cut` reads a JSON list of cuts and writes, for each, how many steps its
kiosk had been told were stored when it died. A cut is at the n-th statement (SIGKILL just before
it), or in the n-th step at a place in a file (SIGXFSZ on the first write beyond that byte, so that
a commit is torn between two pages, or inside one). For every cut a process of its own is forked.
Nothing is synced, because what a process wrote outlives it anyway.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import time
from pathlib import Path
from typing import Any, Literal

from nacl.public import PrivateKey
from sqlalchemy import Engine, event

from kiosk import store
from kiosk.events import Event, HandleRefused, LetterRefused, PaperNotCounted, StoreFailed
from kiosk.post import handles, replies
from kiosk.post.answers import Telling
from kiosk.post.calendar import Opening
from kiosk.post.handles import Handle
from kiosk.post.keys import Committee
from kiosk.post.letters import Origin, ReplyTo
from kiosk.post.matters import begun, numbered
from kiosk.post.replies import Replying
from kiosk.post.wishes import Wishes
from kiosk.store import GoesOut
from kiosk.store.connection import Pragmas
from tests.office import DAY, ROLES, WITNESS, entry, filed, keyring, notice, to_close
from tests.store.desk import FAST, Desk, desk
from tests.store.month import index

Step = Callable[[Desk], Event]
REFUSED = (StoreFailed, LetterRefused, HandleRefused, PaperNotCounted)


@dataclass(frozen=True)
class Cut:
    """Where the power goes: before a statement (from 1), or in a step (from 0) beyond a byte."""

    path: str
    statement: int = 0
    step: int = -1
    byte: int = 0
    journal: Literal["delete", "off"] = "delete"


def typed(office: Desk) -> Event:
    """Register the first typed letter of the set."""
    meeting = office.meeting()
    row = entry()
    place = min(envelope.place for envelope in meeting.envelopes)
    office.store.register(1, place, keyring(office.committee).seal_entry(row), row)
    return office.event()


def on_paper(office: Desk) -> Event:
    """Register a paper letter."""
    row = entry(origin=Origin.PAPER)
    office.store.register(1, None, keyring(office.committee).seal_entry(row), row)
    return office.event()


def corrected(office: Desk) -> Event:
    """Overwrite a row, and begin a matter with it."""
    keys, row = keyring(office.committee), entry("Башка")
    row, filing = filed(row, keys, corrects=1)
    office.store.correct(1, 1, keys.seal_entry(row), row, filing)
    return office.event()


def opened(office: Desk) -> Event:
    """Open the review."""
    office.store.open_review(DAY)
    return office.event()


def counted(office: Desk) -> Event:
    """Count paper by hand."""
    office.store.set_hand_count(1, 1, None)
    return office.event()


def rekeyed(office: Desk) -> Event:
    """Give the committee new keys; the cards stay."""
    keys = keyring(office.committee)
    committee = keys.rekeyed(frozenset(), DAY)
    office.store.keep_committee(committee, keys.reseal)
    office.committee = committee
    return office.event()


def closed(office: Desk) -> Event:
    """Close the review with two answers and a reply, and blank the slip that asked for it."""
    opened = keyring(office.committee).open(office.meeting())
    reply = replies.seal("ооба", next(iter(opened.handles.values())))
    replying = Replying((reply,), DAY, (*opened.handle_places.values(),))
    answers = notice("one"), notice("two")
    office.store.close_review(to_close(1, *answers), WITNESS, DAY, GoesOut(replying=replying))
    return office.event()


def printed(office: Desk) -> Event:
    """The protocol came out."""
    office.store.note_printed(1)
    return office.event()


def amended(office: Desk) -> Event:
    """Correct a row of the closed review, begin a matter with it, and answer it anew."""
    keys = keyring(office.committee)
    row, filing = filed(replace(entry("Башка", "кат"), notice=2, untold=True), keys)
    office.store.amend(1, keys.seal_entry(row), row, filing)
    return office.event()


def erased(office: Desk) -> Event:
    """Erase the letters of that row's versions, and of another."""
    journal = keyring(office.committee).journal()
    office.store.erase_texts((1, 2), lambda sealed: journal.erased(sealed).sealed)
    return office.event()


def kept(office: Desk) -> Event:
    """Write what became of a matter."""
    matter = numbered(begun("Болду", (), DAY, 1))
    office.store.keep_matter(matter, keyring(office.committee).seal_matter(matter))
    return office.event()


def desk_closed(office: Desk) -> Event:
    """Publish two answers and a reply; the amended row knows its new notice, the matter its own."""
    keys = keyring(office.committee)
    matter = replace(index(office, keys).book.matters[0], published=True)
    replying = Replying((replies.seal("ооба", ReplyTo(b"m" * 16, b"k" * 32)),), DAY)
    written = [(matter.number, keys.seal_matter(matter))]
    answers = (Telling(notice("four"), row=1, stale=2), Telling(notice("five")))
    settled = keys.journal().settled
    office.store.close_desk(GoesOut(answers, written, replying, settled), DAY)
    return office.event()


def hung(office: Desk) -> Event:
    """A member hangs up a notice on the screen."""
    office.store.hang_notice(notice("three"))
    return office.event()


def moved(office: Desk) -> Event:
    """The first notice is told last but one."""
    office.store.move_notice(1, 1)
    return office.event()


def taken_down(office: Desk) -> Event:
    """A notice is off the board."""
    office.store.withdraw_notice(3, DAY)
    return office.event()


def slipped(office: Desk) -> Event:
    """Keep the record of a slip in two halves."""
    handle = Handle.new(ReplyTo(b"n" * 16, bytes(PrivateKey.generate().public_key)), DAY)
    key = office.committee.public_key
    office.store.keep_handle(handles.seal(handle, key), key)
    return office.event()


def noted(office: Desk) -> Event:
    """A letter is about to be printed to be read in a room."""
    office.store.note_slip(1)
    return office.event()


def stepped_out(office: Desk) -> Event:
    """Somebody stepped out of the first letter."""
    place = min(envelope.place for envelope in office.meeting().envelopes)
    said = Wishes().stepped_out(place, ROLES[0])
    office.store.keep_wishes(1, keyring(office.committee).seal_wishes(said, 0), said)
    return office.event()


def agreed(office: Desk) -> Event:
    """The quorum agrees on a review out of turn."""
    office.store.agree_opening(Opening(DAY, time(9), time(11), agreed_on=DAY))
    return office.event()


STEPS: tuple[Step, ...] = (
    agreed,
    Desk.accept,
    Desk.accept,
    slipped,
    Desk.paper,
    opened,
    Desk.accept,
    noted,
    stepped_out,
    counted,
    typed,
    on_paper,
    typed,
    corrected,
    rekeyed,
    Desk.accept,
    closed,
    printed,
    amended,
    erased,
    kept,
    desk_closed,
    hung,
    moved,
    taken_down,
)
"""A small month: two typed letters and one on paper, more that come while they are read; then its
protocol, and what a member does to the board."""


def enrolled(path: Path) -> Committee:
    """The committee of whoever made this store: this process has another one."""
    committee = store.load_committee(path)
    assert committee is not None
    return committee


def live(
    path: Path, pragmas: Pragmas, before: Callable[[int], None], after: Callable[[], None]
) -> None:
    """Go through all steps; `after` each that the store said was done."""
    with desk(path, pragmas, enrolled(path)) as office:
        for number, step in enumerate(STEPS):
            before(number)
            if isinstance(
                step(office), StoreFailed | LetterRefused | HandleRefused | PaperNotCounted
            ):
                return
            after()


def die_at_statement(number: int) -> None:
    """Send SIGKILL to this process just before its n-th statement or COMMIT."""
    left = [number]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def die_beyond(byte: int) -> None:
    """Let the kernel end this process at its first write beyond this byte of any file."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_FSIZE, (byte, byte))


def tell(done: int) -> None:
    """One more step was thanked for."""
    os.write(done, b".")


def kiosk(cut: Cut, done: int) -> None:
    """The process that dies: a byte into the pipe `done` for each step that was thanked for."""
    if cut.statement:
        die_at_statement(cut.statement)

    def before(number: int) -> None:
        if number == cut.step:
            die_beyond(cut.byte)

    live(Path(cut.path), {**FAST, "journal_mode": cut.journal}, before, lambda: tell(done))


def run(cut: Cut) -> dict[str, int]:
    """Fork a kiosk, wait for its end."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        kiosk(cut, writing)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        done = len(pipe.read())
    _, status = os.waitpid(child, 0)
    return {"done": done, "signal": os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0}


def requests(cuts: list[Cut]) -> str:
    """What `python -m tests.store.cut` reads."""
    return json.dumps([asdict(cut) for cut in cuts])


if __name__ == "__main__":
    json.dump([run(Cut(**words)) for words in json.load(sys.stdin)], sys.stdout)
