"""A meeting in plain, for the committee's eyes and only in memory (law 3)."""

from __future__ import annotations

from collections.abc import Iterable

from nacl.public import PrivateKey

from kiosk.post import handles
from kiosk.post.book import Book, ReviewDays, Row, SealedBook, SealedVersion
from kiosk.post.journal import Entry
from kiosk.post.journal_key import JournalKey
from kiosk.post.letters import Letter
from kiosk.post.matters import DamagedMatter, Matter
from kiosk.post.meeting import Meeting, OpenedLetter, OpenedMeeting, SealedMatter
from kiosk.post.rows import DamagedRow
from kiosk.post.sealing import DamagedEnvelope, unseal


def unsealed(meeting: Meeting, box: PrivateKey, journal: JournalKey) -> OpenedMeeting:
    """Letters by their label, rows by number.

    A damaged envelope stays as a letter that is None, a damaged row as its number: neither may
    hold up the review. Matters that can be read come latest first.
    """
    rows = [(row.number, _row(row.sealed, journal)) for row in meeting.entries]
    slips = handles.opened(meeting.handles, box, meeting.facts.opened_on)
    return OpenedMeeting(
        tuple(OpenedLetter(e.place, _letter(e.sealed, box), e.label) for e in meeting.envelopes),
        tuple((number, entry) for number, entry in rows if entry is not None),
        tuple(number for number, entry in rows if entry is None),
        handles=slips.reply_to,
        handle_places=slips.places,
        ended_handles=slips.ended,
        matters=_matters(meeting.matters, journal),
    )


def book(sealed: SealedBook, journal: JournalKey) -> Book:
    """The whole journal; a version that no longer opens is None, or left out of what was before."""
    days = {review.number: review for review in sealed.reviews}
    former: dict[int, list[Entry]] = {}
    for version in sealed.superseded:
        said = _row(version.sealed, journal)
        former.setdefault(version.number, []).extend([said] if said else [])
    rows = (_book_row(row, days, former.get(row.number), journal) for row in sealed.rows)
    return Book(tuple(rows), _matters(sealed.matters, journal))


def _book_row(
    row: SealedVersion,
    days: dict[int, ReviewDays],
    former: list[Entry] | None,
    journal: JournalKey,
) -> Row:
    own, chained = days[row.review], days.get(row.chained or 0)
    return Row(
        row.number,
        row.review,
        own.opened_on,
        own.closed_on,
        _row(row.sealed, journal),
        tuple(former or ()),
        None if former is None or chained is None else chained.closed_on,
    )


def _matters(sealed: Iterable[SealedMatter], journal: JournalKey) -> tuple[Matter, ...]:
    opened = [_matter(matter.sealed, journal) for matter in sealed]
    readable = [matter for matter in opened if matter is not None]
    return tuple(sorted(readable, key=lambda matter: matter.opened_on, reverse=True))


def _matter(sealed: bytes, journal: JournalKey) -> Matter | None:
    try:
        return journal.open_matter(sealed)
    except DamagedMatter:
        return None


def _letter(sealed: bytes, box: PrivateKey) -> Letter | None:
    try:
        return unseal(sealed, box)
    except DamagedEnvelope:
        return None


def _row(sealed: bytes, journal: JournalKey) -> Entry | None:
    try:
        return journal.open_entry(sealed)
    except DamagedRow:
        return None
