"""The close: nothing is left over, the answers go out, the protocol is written (R10, law 5).

A desk session is closed in the same way: what was answered and is not published goes out together.
For both the whole journal is opened once more, to see what waits, and to count the school year.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk import events as ev
from kiosk.post import jobs, protocol
from kiosk.post.analysis import tally
from kiosk.post.answers import Telling, notice
from kiosk.post.book import Book
from kiosk.post.ending import Ending
from kiosk.post.followup import unpublished
from kiosk.post.handles import spent
from kiosk.post.journal import Entry
from kiosk.post.meeting import OpenedMeeting
from kiosk.post.protocol import Closing
from kiosk.post.replies import Private
from kiosk.post.review import Moment, Review, Turn, working
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.steps import Step
from kiosk.post.totals import PublicTotals, public


def asked(review: Review, event: ev.CloseAsked | ev.DeskLeft, moment: Moment) -> Turn:
    """Close on a day that is believed.

    Where letters were printed to be read, it is said first whether the slips were destroyed.
    """
    if moment.today is None:
        return review.asking_for_the_clock(), ()
    slips = review.facts.slips if review.facts else 0
    if slips and isinstance(event, ev.CloseAsked) and event.slips_destroyed is None:
        return review, ()
    return working(replace(review, ending=Ending(event)), jobs.ReadBook())


def opened(review: Review, ending: Ending, book: Book, moment: Moment) -> Turn:
    """What waits to be published is sealed as published, one matter after the other."""
    return _onward(review, replace(ending, book=book, waiting=unpublished(book.matters)), moment)


def sealed(review: Review, ending: Ending, event: ev.MatterSealed, moment: Moment) -> Turn:
    """One more is sealed."""
    done = replace(ending, waiting=ending.waiting[1:], sealed=(*ending.sealed, event))
    return _onward(review, done, moment)


def _onward(review: Review, ending: Ending, moment: Moment) -> Turn:
    review = replace(review, ending=ending)
    if ending.waiting:
        return review, (jobs.SealMatter(replace(ending.waiting[0], published=True)),)
    if moment.today is None:
        return review.rested.asking_for_the_clock(), ()
    return review, (_close(review, ending, moment.today, moment.told),)


def _close(review: Review, ending: Ending, today: date, told: PublicTotals | None) -> jobs.Job:
    """All that is written goes out at once, or nothing."""
    if isinstance(ending.by, ev.DeskLeft) or review.facts is None:
        private = Private.of(_waiting(ending.book), ())
        return jobs.CloseDesk(_late(ending, today), ending.sealed, private)
    facts, year = review.facts, SchoolYear.of(review.facts.opened_on)
    closing = Closing(
        facts.review,
        facts.opened_on,
        review.present,
        ending.by.slips_destroyed,
        (*_own(review, today), *_late(ending, today)),
        public(tally(ending.book, year.first, year.last), told, today),
    )
    return jobs.CloseReview(closing, _private(review, ending.book), ending.sealed)


def closed(review: Review, event: ev.ReviewClosed) -> Turn:
    """The letters and the keys go; what is left is the protocol, which holds no word of them.

    Nothing is left that a lock could cover, and nobody's digits to come back by.
    """
    told = protocol.written(event.account, review.entries, review.damaged)
    bare = replace(review.rested.opened(OpenedMeeting()), lock=None)
    return replace(bare, facts=event.facts, protocol=told), (jobs.WipeKeys(), jobs.ShutLock())


def print_protocol(review: Review) -> Turn:
    """Of the review just closed; before the box is opened, and before the close wipes the keys,
    of the one that still owes its own.
    """
    if review.step not in {Step.UNLOCK, Step.CLOSE, Step.CLOSED}:
        return review, ()
    if review.protocol is None:
        return working(review, jobs.ReadFormer())
    return review, (jobs.PrintProtocol(review.protocol),)


def former_unsealed(review: Review, event: ev.FormerUnsealed) -> Turn:
    """It is printed at once, and can be printed again as long as the step lasts."""
    return replace(review.rested, protocol=event.protocol), (jobs.PrintProtocol(event.protocol),)


def _private(review: Review, book: Book) -> Private:
    """What the close does for single writers."""
    used = spent(review.handle_places, (entry.handle for _, entry in review.entries))
    rows = (*review.entries, *_waiting(book))
    return Private.of(rows, (*review.ended_handles, *used))


def _waiting(book: Book) -> list[tuple[int, Entry]]:
    """Rows of closed reviews with a reply that did not go out: one that did has left its row."""
    return [(number, entry) for number, entry in book.settled if entry.reply]


def _own(review: Review, today: date) -> tuple[Telling, ...]:
    """What the rows of the review answer that is being closed."""
    return tuple(Telling.of(n, entry, today) for n, entry in review.entries if entry.answer)


def _late(ending: Ending, today: date) -> tuple[Telling, ...]:
    """What was answered since, to matters and in corrected rows."""
    matters = [one.matter.answer for one in ending.sealed]
    told = [Telling(notice(answer, today)) for answer in matters if answer is not None]
    return (*told, *(Telling.of(number, entry, today) for number, entry in ending.book.untold))
