"""The board's cards: what is told in turn, never nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from kiosk.post.board import Board, Notice, NoticeType
from kiosk.post.calendar import Opening
from kiosk.post.letters import Language
from kiosk.post.totals import PublicTotals
from kiosk.texts import Texts

RIGHTS = ("crc_3", "crc_12", "crc_13", "crc_16", "crc_19", "crc_39")
"""Articles of the Convention on the Rights of the Child (R1), in a child's words."""

NOTICES = {
    NoticeType.ANNOUNCEMENT: ("megaphone", "announcement"),
    NoticeType.ANSWER: ("message-circle", "j_answer"),
    NoticeType.QUESTION: ("message-circle-question-mark", "questions_answers"),
    NoticeType.WE_DID: ("hand-helping", "you_wrote_we_did"),
}


@dataclass(frozen=True)
class Figure:
    """A bar: its name, how long it is, and the words for that."""

    name: str
    length: int
    words: str


@dataclass(frozen=True)
class Card:
    """One thing told: a headline for three metres, a body for one, and over them what it is.

    `picture` is an image's file, shown with the words; instead there may be a `drawing` of ours, or
    a `code` that a phone's camera reads. `figures` are drawn as bars between the headline and the
    body: what each is called, how long its bar is, and the words for that. What is `urgent` does
    not look like the others. `letters` is the largest size of its body.
    """

    headline: str
    body: str
    icon: str = ""
    above: str = ""
    picture: bytes = field(default=b"", repr=False)
    figures: tuple[Figure, ...] = ()
    drawing: str = ""
    code: str = ""
    urgent: bool = False
    letters: str = "board"


def cards(
    texts: Texts, board: Board, helpline: str, today: date | None, at: time | None = None
) -> list[Card]:
    """Return what hangs now; without a clock everything hangs. At least nine cards.

    What is pinned comes first, and again after every other card.
    """
    hanging = board.hanging(today, at)
    pinned = [noticed(texts, notice, board.pictures) for notice in hanging if notice.pinned]
    notices = [noticed(texts, notice, board.pictures) for notice in hanging if not notice.pinned]
    told = _told(texts, board, today, notices, helpline)
    return [card for one in told for card in (*pinned, one)]


def noticed(texts: Texts, notice: Notice, pictures: Mapping[str, bytes]) -> Card:
    """The card of one notice, as the board shows it."""
    icon, word = ("triangle-alert", "important") if notice.pinned else NOTICES[notice.type]
    headline, body = (_in(words, texts.language) for words in (notice.headline, notice.body))
    picture = pictures.get(notice.picture, b"")
    return Card(headline, body, icon, texts(word), picture, urgent=notice.pinned)


def _told(
    texts: Texts, board: Board, today: date | None, notices: list[Card], helpline: str
) -> list[Card]:
    invitation = f"{texts('welcome_lead')}. {texts('no_name_needed')}"
    how = f"{texts('how_1')}. {texts('how_2')}"
    return [
        Card(texts("board_invite"), invitation),
        *notices,
        *_held(texts, board, today),
        *_read(texts, board, answered=bool(notices)),
        *(counted(texts, board.totals) if board.totals else ()),
        Card(texts("how_it_works"), how),
        _helpline(texts, helpline),
        *_rights(texts),
    ]


def _helpline(texts: Texts, number: str) -> Card:
    """Whom to call; a phone's camera dials it, without a word spoken at the board (R5)."""
    body = f"{texts('helpline_free')}. {texts('board_scan')}"
    dialled = "tel:" + re.sub(r"[^+0-9]", "", number)
    return Card(number, body, "phone", texts("board_helpline"), code=dialled)


def _held(texts: Texts, board: Board, today: date | None) -> Iterator[Card]:
    """A review that was not held, and reviews out of turn that are still to come."""
    if board.missed_on:
        day = texts.date(board.missed_on)
        yield Card(texts("board_not_held"), texts("board_not_held_body", date=day), "calendar")
    for opening in board.openings:
        if today is not None and opening.day >= today:
            yield Card(texts("board_extra"), _opening(texts, opening), "calendar")


def _opening(texts: Texts, opening: Opening) -> str:
    """The day and the hours of a review out of turn."""
    hours = {"from": texts.time(opening.opens), "to": texts.time(opening.closes)}
    return texts("board_extra_body", date=texts.date(opening.day), **hours)


def _read(texts: Texts, board: Board, *, answered: bool) -> Iterator[Card]:
    if board.letters_read_on:
        day = texts.date(board.letters_read_on)
        body = texts("every_letter_registered") if answered else texts("board_no_answers")
        headline = texts("board_letters_read", date=day)
        yield Card(headline, body)


def counted(texts: Texts, totals: PublicTotals) -> Iterator[Card]:
    """What came and what was decided, as far as it may be told; the number alone if no more."""
    above = texts("totals_year", year=totals.year, n=totals.letters)
    kinds = tuple(_figure(texts, f"kind_{one}", count) for one, count in totals.kinds.items())
    outcomes = (_figure(texts, f"decision_{one}", count) for one, count in totals.outcomes.items())
    told = {"totals_kinds": kinds, "totals_outcomes": tuple(outcomes)}
    for headline, figures in told.items():
        if any(figure.length for figure in figures):
            note = texts("totals_note")
            yield Card(texts(headline), note, "chart-column", above, figures=figures)
    if not any(figure.length for figures in told.values() for figure in figures):
        yield Card(above, texts("every_letter_registered"), "chart-column")


def _figure(texts: Texts, key: str, count: int) -> Figure:
    return Figure(texts(key), count, f"{count}+" if count else texts("few_letters"))


def _rights(texts: Texts) -> Iterator[Card]:
    for key in RIGHTS:
        headline, _, body = texts(key).partition(". ")
        yield Card(headline, body, "heart", texts("rights_of_child"), drawing=key)


def _in(words: Mapping[Language, str], language: Language) -> str:
    """A language that is missing shows the first one that was written."""
    return words.get(language) or next(iter(words.values()), "")
