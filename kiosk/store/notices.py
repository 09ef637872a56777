"""The board's notices on the tables. They are public: nothing in them is sealed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.store.errors import NoSuchNotice
from kiosk.store.tables import notices


def add(connection: Connection, notice: Notice) -> int:
    """Hang up a notice; returns its number."""
    added = insert(notices).values(
        type=notice.type.value,
        headline=_words(notice.headline),
        body=_words(notice.body),
        first_day=notice.first_day,
        last_day=notice.last_day,
    )
    return int(connection.execute(added.returning(notices.c.number)).scalar_one())


def kept(connection: Connection) -> tuple[Notice, ...]:
    """All notices that were not withdrawn, by number; also past and future ones."""
    found = connection.execute(
        select(notices).where(notices.c.withdrawn_on.is_(None)).order_by(notices.c.number)
    )
    return tuple(map(_notice, found))


def withdraw(connection: Connection, number: int, day: date) -> None:
    """Take a notice off the board; raises `NoSuchNotice`."""
    done = connection.execute(
        update(notices)
        .where(notices.c.number == number, notices.c.withdrawn_on.is_(None))
        .values(withdrawn_on=day)
    )
    if done.rowcount != 1:
        raise NoSuchNotice(f"there is no notice {number} on the board")


def _notice(row: Row[Any]) -> Notice:
    return Notice(
        type=NoticeType(row.type),
        headline=_languages(row.headline),
        body=_languages(row.body),
        first_day=row.first_day,
        last_day=row.last_day,
        number=row.number,
    )


def _words(texts: Mapping[Language, str]) -> str:
    return json.dumps(dict(texts), ensure_ascii=False)


def _languages(words: str) -> dict[Language, str]:
    return {Language(language): text for language, text in json.loads(words).items()}
