"""The bulletin: all that hangs on the board, as one file for a second board.

Nothing in it is sealed and nothing private: every word of it hangs in the corridor already.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from kiosk.config import School, load_school
from kiosk.post.board import Board, Hours, Notice, NoticeType
from kiosk.post.calendar import Opening
from kiosk.post.letters import Language, clean
from kiosk.post.totals import PublicTotals, TotalsDamaged

VERSION = 1
MOST_NOTICES, MOST_WORDS, MOST_SCHOOL = 200, 2_000, 20_000
"""Notices, characters of a text and of the school's settings: more than any board shows."""
TOLD = ("name", "timezone", "helpline", "emergency", "in_school", "review", "board")
"""Of the school's settings; who may do what is nothing for a board in another corridor."""


def bulletin_in(data: Path) -> Path:
    """Where a second board keeps what it shows."""
    return data / "bulletin.json"


class BulletinDamaged(ValueError):
    """A file is no bulletin, or one of another version."""


@dataclass(frozen=True)
class Bulletin:
    """What a second board shows."""

    school: School
    board: Board


class NoBulletin(BulletinDamaged):
    """Nothing was ever hung up on this second board."""


class Bulletins:
    """The file of a second board, read again when it was changed; a broken one is left alone."""

    def __init__(self, file: Path) -> None:
        self._file, self._read = file, -1

    def first(self) -> Bulletin:
        """Return what hangs; raises NoBulletin, BulletinDamaged."""
        found = self._taken()
        if found is None:
            raise NoBulletin("nothing hangs here yet: bring a bulletin with kiosk bulletin take")
        return found

    def changed(self) -> Bulletin | None:
        """Return what hangs now, where it is not what was returned before.

        It is read where it is drawn: nobody types on a board, and a stat a minute costs nothing.
        """
        try:
            return self._taken()
        except BulletinDamaged:
            return None

    def _taken(self) -> Bulletin | None:
        try:
            written = self._file.stat().st_mtime_ns
            if written == self._read:
                return None
            found = unpacked(self._file.read_bytes())
        except OSError:
            return None
        self._read = written
        return found


def packed(school: School, board: Board) -> bytes:
    """Return the file."""
    said = {
        "bulletin": VERSION,
        "school": school.model_dump(mode="json", include=set(TOLD)),
        "notices": [*map(_noticed, board.notices)],
        "pictures": {name: b64encode(file).decode() for name, file in board.pictures.items()},
        "letters_read_on": _day(board.letters_read_on),
        "mark": _day(board.mark),
        "totals": board.totals.pack() if board.totals else None,
        "openings": [*map(_opened, board.openings)],
    }
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


def unpacked(file: bytes) -> Bulletin:
    """Return what `packed` gave; raises BulletinDamaged."""
    try:
        said = json.loads(file)
        _look_through(said)
        version = said["bulletin"]
        found = Bulletin(load_school(said["school"]), _board(said)) if version == VERSION else None
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError,
            TotalsDamaged):  # fmt: skip
        raise BulletinDamaged("this is no bulletin, or a broken one") from None
    if found is None:
        raise BulletinDamaged(f"this bulletin is of version {version}, not {VERSION}")
    return found


def _look_through(said: Mapping[str, Any]) -> None:
    """Refuse what no board can draw, or not in time; raises ValueError.

    It may come on a stick that anybody wrote on. Control characters are what JSON still escapes.
    """
    school = json.dumps(said["school"], ensure_ascii=False)
    words = school + json.dumps(said["notices"], ensure_ascii=False).replace("\\n", " ")
    words.encode()  # half a character pair is none
    if len(said["notices"]) > MOST_NOTICES or len(school) > MOST_SCHOOL or "\\u00" in words:
        raise ValueError


def _board(said: Mapping[str, Any]) -> Board:
    return Board(
        notices=tuple(map(_notice, said["notices"])),
        letters_read_on=_when(said["letters_read_on"]),
        mark=_when(said["mark"]),
        pictures={name: b64decode(file) for name, file in said["pictures"].items()},
        totals=PublicTotals.unpack(said["totals"]) if said["totals"] else None,
        openings=tuple(map(_opening, said["openings"])),
    )


def _noticed(notice: Notice) -> dict[str, Any]:
    hours = notice.hours
    return {
        "type": notice.type,
        "headline": dict(notice.headline),
        "body": dict(notice.body),
        "days": [_day(notice.first_day), _day(notice.last_day)],
        "weekdays": sorted(hours.weekdays),
        "hours": [at and at.isoformat() for at in (hours.opens, hours.closes)],
        "pinned": notice.pinned,
        "picture": notice.picture,
    }


def _notice(said: Mapping[str, Any]) -> Notice:
    opens, closes = (time.fromisoformat(at) if at else None for at in said["hours"])
    first, last = map(date.fromisoformat, said["days"])
    if any(at and at.tzinfo for at in (opens, closes)):
        raise ValueError("an hour of the school, not of a zone")
    notice = Notice(
        type=NoticeType(said["type"]),
        headline=_words(said["headline"]),
        body=_words(said["body"]),
        first_day=first,
        last_day=last,
        hours=Hours(frozenset(map(int, said["weekdays"])), opens, closes),
        pinned=bool(said["pinned"]),
        picture=str(said["picture"]),
    )
    if max(map(len, [*notice.headline.values(), *notice.body.values()]), default=0) > MOST_WORDS:
        raise ValueError("more than a board shows")
    return notice


def _words(said: Mapping[str, str]) -> dict[Language, str]:
    return {Language(language): clean(str(words)) for language, words in said.items()}


def _opened(opening: Opening) -> list[str]:
    days = (opening.day, opening.agreed_on)
    return [each.isoformat() for each in (*days, opening.opens, opening.closes)]


def _opening(said: list[str]) -> Opening:
    day, agreed = map(date.fromisoformat, said[:2])
    opens, closes = map(time.fromisoformat, said[2:])
    return Opening(day, opens, closes, agreed)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _when(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None
