"""The bulletin of a second board: all that hangs, and nothing else."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from kiosk.demo.book import TOTALS
from kiosk.demo.school import NOTICES, SCHOOL
from kiosk.export.bulletin import BulletinDamaged, Bulletins, NoBulletin, packed, unpacked
from kiosk.post.board import Board, Hours
from kiosk.post.calendar import Opening

DAY = date(2026, 11, 20)
TIMED = replace(
    NOTICES[0], hours=Hours(frozenset({0, 4}), time(8), None), pinned=True, picture="lamp"
)
BOARD = Board(
    notices=(TIMED, NOTICES[1]),
    letters_read_on=date(2026, 10, 30),
    mark=DAY,
    pictures={"lamp": b"\xff\xd8 picture"},
    totals=TOTALS,
    openings=(Opening(date(2026, 11, 24), time(9), time(10), DAY),),
)


def test_what_was_packed_comes_out_again() -> None:
    found = unpacked(packed(SCHOOL, BOARD))
    assert found.board == BOARD
    assert (found.school.name, found.school.helpline) == (SCHOOL.name, SCHOOL.helpline)
    assert found.school.review == SCHOOL.review


def test_a_bare_board_can_be_packed() -> None:
    assert unpacked(packed(SCHOOL, Board())).board == Board()


def test_who_may_do_what_stays_at_the_post() -> None:
    said = json.loads(packed(SCHOOL, BOARD))
    assert set(said["school"]) <= {
        "name", "timezone", "helpline", "emergency", "in_school", "review", "board",
    }  # fmt: skip


def broken() -> list[bytes]:
    whole = packed(SCHOOL, BOARD)
    said = json.loads(whole)
    return [
        b"",
        b"a letter",
        b"[]",
        whole[: len(whole) // 2],
        json.dumps(said | {"notices": [{"type": "announcement"}]}).encode(),
        json.dumps(said | {"school": {"name": {}}}).encode(),
        json.dumps(said | {"pictures": {"lamp": 7}}).encode(),
        json.dumps({key: said[key] for key in said if key != "mark"}).encode(),
    ]


HOSTILE: dict[str, dict[str, object]] = {
    "an hour of a zone": {"hours": ["10:00+05:00", None]},
    "no character": {"headline": {"ky": "a\0b"}},
    "half a pair": {"headline": {"ky": "\ud800"}},
    "a book": {"body": {"ky": "а" * 200_000}},
    "no weekday": {"weekdays": [float("inf")]},
}


@pytest.mark.parametrize("what", HOSTILE)
def test_what_a_stranger_wrote_on_the_stick_does_not_hang(what: str) -> None:
    said = json.loads(packed(SCHOOL, BOARD))
    said["notices"][0] |= HOSTILE[what]
    with pytest.raises(BulletinDamaged):
        unpacked(json.dumps(said).encode())


def test_neither_do_a_thousand_notices_nor_a_well_without_a_ground() -> None:
    said = json.loads(packed(SCHOOL, BOARD))
    many = json.dumps(said | {"notices": said["notices"] * 1000}).encode()
    for file in (many, b"[" * 100_000 + b"]" * 100_000):
        with pytest.raises(BulletinDamaged):
            unpacked(file)


@pytest.mark.parametrize("nth", range(8))
def test_what_is_no_bulletin_is_refused(nth: int) -> None:
    with pytest.raises(BulletinDamaged):
        unpacked(broken()[nth])


def test_one_of_another_version_says_so() -> None:
    said = json.loads(packed(SCHOOL, BOARD)) | {"bulletin": 2}
    with pytest.raises(BulletinDamaged, match="version 2"):
        unpacked(json.dumps(said).encode())


# --- the file of a second board ---


def test_it_is_read_again_when_it_was_changed(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.json"
    file.write_bytes(packed(SCHOOL, BOARD))
    kept = Bulletins(file)
    assert kept.first().board == BOARD
    assert kept.changed() is None
    file.write_bytes(packed(SCHOOL, Board()))
    later = file.stat().st_mtime_ns + 1_000_000_000

    os.utime(file, ns=(later, later))
    changed = kept.changed()
    assert changed is not None
    assert changed.board == Board()


def test_one_that_is_broken_or_gone_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "bulletin.json"
    file.write_bytes(packed(SCHOOL, BOARD))
    kept = Bulletins(file)
    kept.first()
    file.write_bytes(b"broken")
    assert kept.changed() is None
    file.unlink()
    assert kept.changed() is None


def test_without_one_there_is_nothing_to_show(tmp_path: Path) -> None:
    with pytest.raises(NoBulletin, match="kiosk bulletin take"):
        Bulletins(tmp_path / "none.json").first()
