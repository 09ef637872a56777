"""What the committee's own keys read from a demo store, behind the kiosk's back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from kiosk import store
from kiosk.demo.school import CARDS
from kiosk.post.journal import Entry
from kiosk.post.keys import Keyring
from kiosk.post.letters import Kind, Letter, ReplyTo
from kiosk.post.matters import Matter
from kiosk.post.meeting import (
    Facts,
    Meeting,
    OpenedMeeting,
    SealedEntry,
    SealedEnvelope,
    SealedHandle,
    SealedMatter,
)

NOBODY = Facts(review=0, opened_on=date(2026, 1, 1), slot=0)


def journal(data: Path) -> dict[int, Entry]:
    """All rows by number; a row that cannot be read is missing."""
    return dict(_opened(data).entries)


def matters(data: Path) -> tuple[Matter, ...]:
    """All matters that can be read, the latest first."""
    return _opened(data).matters


def letters(data: Path) -> list[str]:
    """The texts of all letters that wait in their envelopes."""
    waiting = (opened.letter for opened in _opened(data).letters)
    return sorted(letter.text for letter in waiting if letter is not None)


def kinds(data: Path) -> list[Kind | None]:
    """The kinds of all letters that wait in their envelopes."""
    return [opened.letter.kind for opened in _opened(data).letters if opened.letter]


def waiting_letters(data: Path) -> list[Letter]:
    """All letters that wait in their envelopes."""
    return [opened.letter for opened in _opened(data).letters if opened.letter]


def slips(data: Path) -> dict[str, ReplyTo]:
    """The handles of all slips in two halves that count, and where their replies go."""
    return dict(_opened(data).handles)


def slot_count(data: Path) -> int:
    """Paper letters that the slot has counted since the last review."""
    with closing(sqlite3.connect(data / "post.sqlite")) as file:
        return int(file.execute("select letters from slot").fetchone()[0])


def _opened(data: Path) -> OpenedMeeting:
    path = data / "post.sqlite"
    committee = store.load_committee(path)
    assert committee is not None
    keys = Keyring(committee)
    for code in CARDS.values():
        keys.present(code)
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute("select number, sealed from entries order by number").fetchall()
        places = file.execute("select place, sealed from envelopes where used").fetchall()
        handles = file.execute("select place, sealed from handles where used").fetchall()
        matters = file.execute("select number, sealed from matters").fetchall()
    return keys.open(
        Meeting(
            NOBODY,
            tuple(SealedEnvelope(*row) for row in places),
            tuple(SealedEntry(*row) for row in rows),
            tuple(SealedHandle(*row) for row in handles),
            tuple(SealedMatter(*row) for row in matters),
        )
    )
