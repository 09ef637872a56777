"""A journal row as bytes: always one size, so that its length tells nothing (law 4)."""

from __future__ import annotations

from typing import Any

from kiosk.post.journal import (
    MAX_BODY,
    MAX_HEADLINE,
    MAX_SUMMARY,
    Answer,
    Decision,
    Entry,
    Forum,
)
from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Language, Origin
from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap
from kiosk.post.sealing import known_kind

HEAD_ROOM = 1024
MAX_REASON = MAX_SUMMARY
ROW_SIZE = HEAD_ROOM + sum(
    room(characters)
    for characters in (MAX_SUMMARY, MAX_REASON, MAX_CHARACTERS, MAX_HEADLINE, MAX_BODY)
)
SEALED_ROW_SIZE = ROW_SIZE + 40
"""Bytes of every row in the store: a secretbox adds a nonce of 24 and a check of 16."""


class RowError(Exception):
    """A journal row cannot be written or read."""


class RowTooLong(RowError, ValueError):
    """Longer than the form allows."""


class DamagedRow(RowError, ValueError):
    """Bytes that are no journal row."""


def pack(entry: Entry) -> bytes:
    """ROW_SIZE bytes; raises `RowTooLong` for texts far beyond what the form allows."""
    answer = entry.answer
    head = {
        "origin": entry.origin,
        "written": entry.written and [entry.written.day, entry.written.month],
        "kind": entry.kind,
        "well_founded": entry.well_founded,
        "forum": entry.forum,
        "decision": entry.decision,
        "answer": answer and answer.language,
    }
    told = (answer.headline, answer.body) if answer else ("", "")
    try:
        return wrap(head, [entry.summary, entry.reason, entry.text, *told], ROW_SIZE)
    except ParcelTooLong:
        raise RowTooLong("the entry is longer than a journal row") from None


def unpack(row: bytes) -> Entry:
    """The entry again; raises `DamagedRow`, which quotes nothing of it."""
    try:
        head, texts = unwrap(row)
        return _entry(head, *texts[:5])
    except (NotAParcel, ValueError, TypeError, LookupError):
        raise DamagedRow("the journal row cannot be read") from None


def _entry(
    head: dict[str, Any], summary: str, reason: str, text: str, headline: str, body: str
) -> Entry:
    language = head["answer"]
    return Entry(
        origin=Origin(head["origin"]),
        written=DayMonth(*head["written"]) if head["written"] else None,
        kind=known_kind(head["kind"]),
        summary=summary,
        well_founded=head["well_founded"],
        forum=Forum(head["forum"]) if head["forum"] else None,
        decision=Decision(head["decision"]) if head["decision"] else None,
        reason=reason,
        answer=Answer(headline, body, Language(language)) if language else None,
        text=text,
    )
