"""A journal row as bytes: always one size, so that its length tells nothing (law 4)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kiosk.post import answer_parts, chain
from kiosk.post.chain import NONCE_SIZE
from kiosk.post.journal import (
    MAX_REPLY,
    MAX_SUMMARY,
    Decision,
    Entry,
    Forum,
    Informed,
    Office,
)
from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Origin, ReplyTo
from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap
from kiosk.post.roles import Role
from kiosk.post.sealing import known_kind
from kiosk.post.subjects import known_subjects

HEAD_ROOM = 4096
"""Everything but the texts; the names of who was informed are most of it."""

MAX_REASON = MAX_SUMMARY
TEXTS = (MAX_SUMMARY, MAX_REASON, MAX_CHARACTERS, MAX_REPLY)
TEXT, REPLY = 2, 3
"""Which of the texts are erased some months after the answer."""

ROW_SIZE = HEAD_ROOM + sum(map(room, (*TEXTS, *answer_parts.LIMITS)))
SEALED_ROW_SIZE = 2 * NONCE_SIZE + ROW_SIZE + 40
"""Bytes of every row in the store: the chain's nonce and the salt of its letter's mark go in with
it, and a secretbox adds a nonce of 24 and a check of 16."""


class RowError(Exception):
    """A journal row cannot be written or read."""


class RowTooLong(RowError, ValueError):
    """Longer than the form allows."""


class DamagedRow(RowError, ValueError):
    """Bytes that are no journal row."""


def pack(entry: Entry) -> bytes:
    """ROW_SIZE bytes, the same for equal entries.

    Raises `RowTooLong` for texts far beyond what the form allows.
    """
    texts = [
        entry.summary,
        entry.reason,
        entry.text,
        entry.reply,
        *answer_parts.texts(entry.answer),
    ]
    try:
        return wrap(_head(entry), texts, ROW_SIZE)
    except ParcelTooLong:
        raise RowTooLong("the entry is longer than a journal row") from None


def unpack(row: bytes) -> Entry:
    """The entry again; raises `DamagedRow`, which quotes nothing of it."""
    try:
        head, texts = unwrap(row)
        return _entry(head, texts)
    except (NotAParcel, ValueError, TypeError, LookupError):
        raise DamagedRow("the journal row cannot be read") from None


def bare(row: bytes, salt: bytes) -> bytes:
    """The canonical row, which is what the chain knows: a mark stands for letter and reply.

    It is the same before and after they are erased. Where a new reply waits in a row whose letter
    is erased, the new mark is of the former one and the reply. Raises `DamagedRow`.
    """
    try:
        head, texts = unwrap(row)
        erased = head.get("erased", "")
        if erased and texts[TEXT]:
            raise DamagedRow("a row whose letter is erased has none")
        if not erased or texts[REPLY]:
            head["erased"] = chain.mark(salt, erased or texts[TEXT], texts[REPLY]).hex()
        kept = ["" if place in (TEXT, REPLY) else text for place, text in enumerate(texts)]
        return wrap(head, kept, ROW_SIZE)
    except (NotAParcel, ParcelTooLong, LookupError):
        raise DamagedRow("the journal row cannot be read") from None


def _head(entry: Entry) -> dict[str, Any]:
    return {
        "origin": entry.origin,
        "written": entry.written and [entry.written.day, entry.written.month],
        "kind": entry.kind,
        "well_founded": entry.well_founded,
        "forum": entry.forum,
        "decision": entry.decision,
        "answer": answer_parts.head(entry.answer),
        "subjects": entry.subjects,
        "matters": entry.matters,
        "excluded": sorted(entry.excluded),
        "label": entry.label,
        "handle": entry.handle,
        "urgent": entry.urgent,
        "informed": [[told.office, told.name, told.on.isoformat()] for told in entry.informed],
        "reply_to": entry.reply_to and entry.reply_to.words(),
        "erased": entry.erased.hex(),
        "replied": entry.replied,
        "notice": entry.notice,
        "untold": entry.untold,
    }


def _entry(head: dict[str, Any], texts: Sequence[str]) -> Entry:
    summary, reason, text, reply = texts[: len(TEXTS)]
    return Entry(
        origin=Origin(head["origin"]),
        written=DayMonth(*head["written"]) if head["written"] else None,
        kind=known_kind(head["kind"]),
        summary=summary,
        well_founded=head["well_founded"],
        forum=Forum(head["forum"]) if head["forum"] else None,
        decision=Decision(head["decision"]) if head["decision"] else None,
        reason=reason,
        answer=answer_parts.together(head["answer"], texts[len(TEXTS) :]),
        text=text,
        subjects=known_subjects(head["subjects"]),
        matters=tuple(head["matters"]),
        excluded=frozenset(map(Role, head["excluded"])),
        label=head["label"],
        handle=head["handle"],
        urgent=head["urgent"],
        informed=tuple(_informed(*told) for told in head["informed"]),
        reply=reply,
        reply_to=ReplyTo.of(head["reply_to"]) if head["reply_to"] else None,
        erased=bytes.fromhex(head["erased"]),
        replied=bool(head.get("replied")),
        notice=int(head.get("notice", 0)),
        untold=bool(head.get("untold")),
    )


def _informed(office: str, name: str, on: str) -> Informed:
    return Informed(Office(office), name, date.fromisoformat(on))
