"""A meeting in plain, for the committee's eyes and only in memory (law 3)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from nacl.public import PrivateKey

from kiosk.post import handles
from kiosk.post.book import Book, Record, ReviewDays, Row, SealedBook, SealedVersion
from kiosk.post.journal import Entry
from kiosk.post.journal_key import JournalKey
from kiosk.post.letters import Letter
from kiosk.post.matter_parcel import DamagedMatter
from kiosk.post.matters import Matter
from kiosk.post.meeting import Meeting, OpenedLetter, OpenedMeeting, SealedMatter
from kiosk.post.rows import DamagedRow
from kiosk.post.sealing import DamagedEnvelope, unseal

Former = list[tuple[Entry | None, date | None]]
"""What a row said before, None where it no longer opens, each with the close that took it in."""


def unsealed(meeting: Meeting, box: PrivateKey, journal: JournalKey) -> OpenedMeeting:
    """Letters by their label, rows by number.

    A damaged envelope stays as a letter that is None, a damaged row as its number: neither may
    hold up the review. Matters that can be read come latest first.
    """
    rows = [(row.number, _row(row.sealed, journal)) for row in meeting.entries]
    slips = handles.opened(meeting.handles, box, meeting.facts.opened_on)
    waiting = {None, *(envelope.place for envelope in meeting.envelopes)}
    return OpenedMeeting(
        tuple(OpenedLetter(e.place, _letter(e.sealed, box), e.label) for e in meeting.envelopes),
        tuple((number, entry) for number, entry in rows if entry is not None),
        tuple(number for number, entry in rows if entry is None),
        handles=slips.reply_to,
        handle_places=slips.places,
        ended_handles=slips.ended,
        matters=_latest(_matter(matter.sealed, journal) for matter in meeting.matters),
        wishes=journal.open_wishes(meeting.wishes, meeting.facts.papers).of(waiting),
    )


class Taken:
    """What was taken out of the journal so far, record by record, and opened with its key.

    A version that no longer opens is None, a matter that does not is left out.
    """

    def __init__(self, journal: JournalKey) -> None:
        self._journal = journal
        self._said: dict[tuple[int, int], Entry | None] = {}
        self._matters: dict[int, Matter | None] = {}

    def take(self, record: Record) -> None:
        """Open one more."""
        match record:
            case SealedVersion(number=number, place=place, sealed=sealed):
                self._said[number, place] = _row(sealed, self._journal)
            case SealedMatter(number=number, sealed=sealed):
                self._matters[number] = _matter(sealed, self._journal)

    def book(self, sealed: SealedBook) -> Book:
        """The whole journal, of which every record was taken."""
        days = {review.number: review for review in sealed.reviews}
        former: dict[int, Former] = {}
        for version in sealed.superseded:
            said = self._said[version.number, version.place]
            chained = days.get(version.chained or 0)
            on = chained.closed_on if chained else None
            former.setdefault(version.number, []).append((said, on))
        rows = (self._row(row, days, former.get(row.number)) for row in sealed.rows)
        return Book(tuple(rows), _latest(self._matters[one.number] for one in sealed.matters))

    def _row(self, row: SealedVersion, days: dict[int, ReviewDays], former: Former | None) -> Row:
        own, chained = days[row.review], days.get(row.chained or 0)
        return Row(
            row.number,
            row.review,
            own.opened_on,
            own.closed_on,
            self._said[row.number, row.place],
            tuple(said for said, _ in former or () if said is not None),
            None if former is None or chained is None else chained.closed_on,
            first_lost=former is not None and former[0][0] is None,
            former_on=tuple(on for said, on in former or () if said is not None),
        )


def _latest(opened: Iterable[Matter | None]) -> tuple[Matter, ...]:
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
