"""The store for the command line and the start: plain calls, each in its own transaction.

All raise `StoreError`, and nothing is half done.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlalchemy import func, select, update

from kiosk.post.board import Board, Notice
from kiosk.post.clock import Correction
from kiosk.post.incidents import Noted
from kiosk.post.keys import Committee
from kiosk.store import boardwork, committees, corrections, incidents, notices
from kiosk.store.connection import transaction
from kiosk.store.errors import CommitteeExists
from kiosk.store.tables import entries, kiosk, reviews


def load_school(path: Path) -> str:
    """The school's settings as JSON."""
    with transaction(path) as connection:
        return str(connection.scalar(select(kiosk.c.school)))


def save_school(path: Path, school_json: str, noted: Noted | None = None) -> None:
    """Keep the school's settings, and with them what the committee must hear of the change."""
    with transaction(path) as connection:
        connection.execute(update(kiosk).values(school=school_json))
        if noted is not None:
            incidents.note(connection, *noted)


def load_committee(path: Path) -> Committee | None:
    """The committee's record, None before enrolment; raises `StoreDamaged` if it is no record."""
    with transaction(path) as connection:
        return committees.kept(connection)


def save_committee(path: Path, committee: Committee) -> None:
    """Keep the first committee; raises `CommitteeExists`: another could not read what waits."""
    with transaction(path) as connection:
        if connection.scalar(select(kiosk.c.committee)) is not None:
            raise CommitteeExists("a committee is enrolled already")
        connection.execute(update(kiosk).values(committee=committee.pack()))


def load_mark(path: Path) -> date | None:
    """The last day on which the clock was believed (law 7)."""
    with transaction(path) as connection:
        return connection.scalar(select(kiosk.c.clock_mark))


def load_correction(path: Path) -> Correction | None:
    """What the quorum added to the clock, if anything (law 7)."""
    with transaction(path) as connection:
        return corrections.kept(connection)


def load_pin(path: Path) -> str | None:
    """What is kept of the technician's PIN, None before one is set."""
    with transaction(path) as connection:
        return connection.scalar(select(kiosk.c.pin))


def save_pin(path: Path, kept: str) -> None:
    """Keep another PIN; the one before is void."""
    with transaction(path) as connection:
        connection.execute(update(kiosk).values(pin=kept))


def rows_closed_by(path: Path, day: date) -> int:
    """How many rows belong to reviews that closed on this day or before."""
    joined = entries.join(reviews, reviews.c.number == entries.c.review)
    counted = select(func.count()).select_from(joined).where(reviews.c.closed_on <= day)
    with transaction(path) as connection:
        return connection.execute(counted).scalar_one()


def load_board(path: Path) -> Board:
    """All that hangs on the board, and will."""
    with transaction(path) as connection:
        return boardwork.board_read(connection).board


def add_notice(path: Path, notice: Notice) -> int:
    """Hang up a notice; returns its number."""
    with transaction(path) as connection:
        return notices.add(connection, notice)


def change_notice(path: Path, notice: Notice) -> None:
    """Put a notice in the place of the one of its number; raises `NoSuchNotice`."""
    with transaction(path) as connection:
        notices.change(connection, notice)


def move_notice(path: Path, number: int, step: int) -> None:
    """Tell a notice one earlier (-1) or later (+1); raises `NoSuchNotice`."""
    with transaction(path) as connection:
        notices.move(connection, number, step)


def keep_picture(path: Path, name: str, picture: bytes) -> None:
    """Keep a picture for notices to show; one that had the name before is gone."""
    with transaction(path) as connection:
        notices.keep_picture(connection, name, picture)


def drop_picture(path: Path, name: str) -> bool:
    """Forget a picture; whether there was one."""
    with transaction(path) as connection:
        return notices.drop_picture(connection, name)


def list_pictures(path: Path) -> Mapping[str, bytes]:
    """All pictures by their names."""
    with transaction(path) as connection:
        return notices.shown_pictures(connection)


def list_notices(path: Path) -> tuple[Notice, ...]:
    """All notices that were not withdrawn, in their order; also past and future ones."""
    with transaction(path) as connection:
        return notices.kept(connection)


def withdraw_notice(path: Path, number: int, day: date) -> None:
    """Take a notice off the board; raises `NoSuchNotice`."""
    with transaction(path) as connection:
        notices.withdraw(connection, number, day)
