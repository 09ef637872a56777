"""A review at the table, fed with events: for the tests of what comes between its steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kiosk import events as ev
from kiosk.post import jobs
from kiosk.post.advance import advance
from kiosk.post.book import Book, SealedBook
from kiosk.post.calendar import Window
from kiosk.post.interludes import Interlude
from kiosk.post.journal import Decision, Entry
from kiosk.post.letters import DayMonth, Letter, Origin
from kiosk.post.meeting import Facts, Meeting, OpenedLetter, OpenedMeeting
from kiosk.post.review import Moment, Review
from kiosk.post.roles import Role
from kiosk.post.search import Index

DEPUTY, PEDAGOGUE, PARLIAMENT = Role
WINDOW = Window(datetime(2026, 11, 27, 14, tzinfo=UTC), datetime(2026, 11, 27, 16, tzinfo=UTC))
INSIDE = Moment(date(2026, 11, 27), WINDOW)
OUTSIDE = Moment(date(2026, 11, 28), None)
FACTS = Facts(review=1, opened_on=date(2026, 11, 27), slot=1, hand=1)
ROW = Entry(
    Origin.TYPED, DayMonth(20, 11), summary="Жарык", well_founded=True,
    decision=Decision.NO_ACTION, text="Жарык жок",
)  # fmt: skip
PAPER = replace(ROW, origin=Origin.PAPER, written=None, text="")


def opening(book: Book, *present: Role) -> tuple[ev.Event, ...]:
    """The store and the keys lay the whole journal open."""
    return ev.BookRead(SealedBook()), ev.BookOpened(Index.of(book, present or tuple(Role)))


def letter(label: int, *excluded: Role) -> OpenedLetter:
    """A letter whose place is ten times its label."""
    words = Letter(f"Кат {label}", DayMonth(20, 11), excluded=frozenset(excluded))
    return OpenedLetter(10 * label, words, label)


class Table:
    """The quorum is gathered; `letters` and the paper of `facts` lie on the table."""

    def __init__(
        self,
        *letters: OpenedLetter,
        facts: Facts = FACTS,
        present: tuple[Role, ...] = tuple(Role),
        quorum: tuple[frozenset[Role], ...] = (frozenset(Role),),
    ) -> None:
        self.moment = INSIDE
        self.review = Review(missing=present, facts=facts, quorum=quorum)
        for role in present[:-1]:
            self(ev.CardTyped("1"), ev.CardAccepted(role, present[-1:]))
        self(ev.CardTyped("1"), ev.QuorumGathered(present[-1]), ev.DigitsPostponed())
        self(ev.ReviewOpened(Meeting(facts)), ev.MeetingUnsealed(OpenedMeeting(letters)))

    def __call__(self, *events: ev.Event) -> tuple[jobs.Job, ...]:
        follows: tuple[jobs.Job, ...] = ()
        for event in events:
            self.review, follows = advance(self.review, event, self.moment)
            follows = self._kept(follows)
        return follows

    def _kept(self, follows: tuple[jobs.Job, ...]) -> tuple[jobs.Job, ...]:
        """What was said about letters becomes durable at once."""
        for job in follows:
            if isinstance(job, jobs.SealWishes):
                self(ev.WishesSealed(job.wishes, b""), ev.WishesKept(job.wishes))
        return tuple(job for job in follows if not isinstance(job, jobs.SealWishes))

    def interlude(self) -> Interlude | None:
        """What covers the step now."""
        return self.review.interlude

    @property
    def label(self) -> int | None:
        """The label of the letter at hand, 0 for paper, None for nothing."""
        at_hand = self.review.at_hand
        if at_hand is None:
            return None
        return at_hand.opened.label if at_hand.opened else 0

    def chooses(self, *digits: str) -> None:
        """Everybody who is here chooses digits, as far as they go."""
        self(ev.WhoIsHereAsked(), ev.DigitsAsked())
        for role, four in zip(self.review.present, digits, strict=False):
            self(ev.DigitsChosen(four), ev.DigitsKept(role))
        self(ev.DigitsPostponed(), ev.AsideLeft())

    def registers(self) -> jobs.Job:
        """The letter at hand gets its row; gives back what was sealed."""
        at_hand, facts = self.review.at_hand, self.review.facts
        assert at_hand is not None
        assert facts is not None
        row = ROW if at_hand.opened else PAPER
        (job,) = self(ev.EntryWritten(at_hand.place, row))
        papers = facts.papers + (at_hand.opened is None)
        after = replace(facts, papers=papers)
        self(ev.EntrySealed(at_hand.place, b"", row))
        self(ev.EntryRegistered(1, at_hand.place, row, after))
        return job
