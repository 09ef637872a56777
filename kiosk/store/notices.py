"""The board's notices on the tables. They are public: nothing in them is sealed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from secrets import SystemRandom
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from kiosk.post.answers import Telling
from kiosk.post.board import Hours, Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.store.errors import NoSuchNotice
from kiosk.store.tables import notices, pictures

UP, DOWN = -1, 1


def add(connection: Connection, notice: Notice) -> int:
    """Hang up a notice, behind the others; returns its number."""
    last = connection.scalar(select(func.max(notices.c.place))) or 0
    added = insert(notices).values(place=last + 1, **_columns(notice))
    return int(connection.execute(added.returning(notices.c.number)).scalar_one())


def tell(connection: Connection, tellings: Sequence[Telling], day: date) -> dict[int, int]:
    """Take down what is stale and hang up what is new, shuffled.

    Returns for each row the number of its notice now, 0 where none hangs any more.
    """
    hung = {}
    for one in SystemRandom().sample(tellings, len(tellings)):
        if one.stale:
            with suppress(NoSuchNotice):  # somebody took it down already
                withdraw(connection, one.stale, day)
        hung[one.row] = add(connection, one.notice) if one.notice else 0
    return hung


def change(connection: Connection, notice: Notice) -> None:
    """Put a notice in the place of the one of its number; raises `NoSuchNotice`."""
    _update(connection, notice.number, **_columns(notice))


def withdraw(connection: Connection, number: int, day: date) -> None:
    """Take a notice off the board; raises `NoSuchNotice`."""
    _update(connection, number, withdrawn_on=day)


def move(connection: Connection, number: int, step: int) -> None:
    """Let a notice change places with the one before (`UP`) or after it (`DOWN`), if there is one.

    Raises `NoSuchNotice`.
    """
    order = [notice.number for notice in kept(connection)]
    if number not in order:
        raise NoSuchNotice(f"there is no notice {number} on the board")
    here = order.index(number)
    there = max(0, min(here + step, len(order) - 1))
    order.insert(there, order.pop(here))
    for place, moved in enumerate(order, 1):
        _update(connection, moved, place=place)


def kept(connection: Connection) -> tuple[Notice, ...]:
    """All notices that were not withdrawn, in their order; also past and future ones."""
    found = connection.execute(
        select(notices)
        .where(notices.c.withdrawn_on.is_(None))
        .order_by(notices.c.place, notices.c.number)
    )
    return tuple(map(_notice, found))


def keep_picture(connection: Connection, name: str, picture: bytes) -> None:
    """Keep a picture for the board; one that had the name before is gone."""
    drop_picture(connection, name)
    connection.execute(insert(pictures).values(name=name, picture=picture))


def drop_picture(connection: Connection, name: str) -> bool:
    """Forget a picture; whether there was one. Notices that showed it show their words."""
    return connection.execute(pictures.delete().where(pictures.c.name == name)).rowcount == 1


def shown_pictures(connection: Connection) -> dict[str, bytes]:
    """All pictures by their names."""
    found = connection.execute(select(pictures).order_by(pictures.c.name))
    return {row.name: row.picture for row in found}


def _update(connection: Connection, number: int, **values: Any) -> None:
    done = connection.execute(
        update(notices)
        .where(notices.c.number == number, notices.c.withdrawn_on.is_(None))
        .values(**values)
    )
    if done.rowcount != 1:
        raise NoSuchNotice(f"there is no notice {number} on the board")


def _columns(notice: Notice) -> dict[str, Any]:
    return {
        "type": notice.type.value,
        "headline": _words(notice.headline),
        "body": _words(notice.body),
        "first_day": notice.first_day,
        "last_day": notice.last_day,
        "weekdays": "".join(map(str, sorted(notice.hours.weekdays))),
        "from_time": notice.hours.opens,
        "until_time": notice.hours.closes,
        "pinned": int(notice.pinned),
        "picture": notice.picture or None,
    }


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        type=NoticeType(row.type),
        headline=_languages(row.headline),
        body=_languages(row.body),
        first_day=row.first_day,
        last_day=row.last_day,
        number=row.number,
        hours=Hours(frozenset(map(int, row.weekdays)), row.from_time, row.until_time),
        pinned=bool(row.pinned),
        picture=row.picture or "",
    )


def _words(texts: Mapping[Language, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False)


def _languages(words: str) -> dict[Language, str]:
    return {Language(language): text for language, text in json.loads(words).items()}
