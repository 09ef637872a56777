"""What the running kiosk asks of the store about the board: one transaction, one event."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, select

from kiosk.events import BoardRead, Event, NoticesChanged
from kiosk.post.board import Board, Notice
from kiosk.store import closing, committees, incidents, notices, openings, reviews
from kiosk.store.tables import kiosk


def board_read(connection: Connection) -> BoardRead:
    """All that the board and the desk show."""
    mark = connection.scalar(select(kiosk.c.clock_mark))
    read, opened = reviews.last_close(connection), reviews.last_opening(connection)
    pictures = notices.shown_pictures(connection)
    board = Board(notices.kept(connection), read, mark, opened, pictures)
    totals = closing.on_the_board(connection)
    board = replace(board, openings=openings.kept(connection), totals=totals)
    unfinished, noted = reviews.unfinished(connection), incidents.kept(connection)
    owed, committee = closing.owed(connection), committees.kept(connection)
    return BoardRead(board, unfinished, noted, owed, committee)


def hang(notice: Notice, connection: Connection) -> Event:
    """Hang up a notice, or change the one of its number."""
    if notice.number:
        notices.change(connection, notice)
    else:
        notices.add(connection, notice)
    return NoticesChanged(board_read(connection))


def withdraw(number: int, day: date, connection: Connection) -> Event:
    """Take a notice off the board."""
    notices.withdraw(connection, number, day)
    return NoticesChanged(board_read(connection))


def move(number: int, step: int, connection: Connection) -> Event:
    """Tell a notice earlier or later."""
    notices.move(connection, number, step)
    return NoticesChanged(board_read(connection))
