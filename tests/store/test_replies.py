"""Private replies and handles in the store: of one size, in no order, gone when they are done."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from kiosk import store
from kiosk.events import (
    BoardRead,
    HandleKept,
    HandleRefused,
    ReplyGone,
    ReplySought,
    ReviewClosed,
    StoreFailed,
    StoreTrouble,
)
from kiosk.post import handles, replies
from kiosk.post.codes import ReplyCode, derive
from kiosk.post.handles import HANDLE_SIZE, Handle
from kiosk.post.letters import DayMonth, Letter
from kiosk.post.replies import REPLY_SIZE, Replying, SealedReply
from kiosk.store import GoesOut
from kiosk.store.connection import connect, whole
from kiosk.store.schema import APPLICATION, CURRENT, Schema, migrate
from tests.office import CHEAP, COMMITTEE, DAY, WITNESS, keyring, to_close
from tests.store.desk import FAST, Desk, desk, times_say_nothing
from tests.store.test_order import chance, leak, seen_in_file
from tests.traces import traces

LAST = DAY + timedelta(days=180)
WORD = "кумурскалар"
SLIPS = 200
KEY = COMMITTEE.public_key


def rows(path: Path, words: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as file:
        return file.execute(words).fetchall()


def written(code: ReplyCode, text: str = "Ооба, келиңиз") -> SealedReply:
    return replies.seal(text, code.reply_to)


def gone(given: tuple[SealedReply, ...], spent: tuple[int, ...] = ()) -> GoesOut:
    return GoesOut(replying=Replying(given, LAST, spent))


def closes(office: Desk, *given: SealedReply, spent: tuple[int, ...] = ()) -> None:
    """A review in which nothing came, but older writers get their replies."""
    review = office.meeting().facts.review
    office.store.set_hand_count(review, 0, None)
    office.event()
    office.store.close_review(to_close(review), WITNESS, DAY, gone(given, spent))
    office.expect(ReviewClosed)


def sought(office: Desk, name: bytes) -> ReplySought:
    office.store.find_reply(name)
    return office.expect(ReplySought)


def keeps_handle(office: Desk) -> Handle:
    handle = Handle.new(ReplyCode.new(CHEAP).reply_to, DAY)
    office.store.keep_handle(handles.seal(handle, KEY), KEY)
    office.expect(HandleKept)
    return handle


# --- replies ---


def test_a_reply_is_found_by_its_code_alone_and_stays_until_it_is_erased(path: Path) -> None:
    code, other = ReplyCode.new(CHEAP), ReplyCode.new(CHEAP)
    key = derive(code.digits, CHEAP)
    with desk(path) as office:
        closes(office, written(code))
        for _ in range(2):
            found = sought(office, key.name)
            assert found.sealed is not None
            assert replies.unseal(found.sealed, key.private) == "Ооба, келиңиз"
            assert found.last_day == LAST
        assert sought(office, other.reply_to.name) == ReplySought(other.reply_to.name)
        office.store.erase_reply(key.name)
        office.expect(ReplyGone)
        assert sought(office, key.name).sealed is None
        assert times_say_nothing(path)


def test_what_is_erased_leaves_no_byte_in_the_file(path: Path) -> None:
    code = ReplyCode.new(CHEAP)
    reply = written(code)
    with desk(path) as office:
        closes(office, reply)
        assert reply.sealed[:64] in path.read_bytes()
        office.store.erase_reply(reply.name)
        office.event()
        content = path.read_bytes()
    assert reply.sealed[:64] not in content
    assert reply.sealed[-64:] not in content
    assert reply.name not in content


def test_a_reply_goes_after_its_last_day_and_not_before(path: Path) -> None:
    code = ReplyCode.new(CHEAP)
    with desk(path) as office:
        closes(office, written(code))
        for day, there in ((DAY, True), (LAST, True), (LAST + timedelta(days=1), False)):
            office.store.mark_day(day)
            office.expect(BoardRead)
            assert (sought(office, code.reply_to.name).sealed is not None) is there


def test_all_replies_have_one_size_whatever_they_say(path: Path) -> None:
    texts = ["", "Ооба", "ө" * 1000, "🐜" * 1000]
    with desk(path) as office:
        closes(office, *(written(ReplyCode.new(CHEAP), text) for text in texts))
    assert rows(path, "SELECT DISTINCT length(name), length(sealed), last_day FROM replies") == [
        (16, REPLY_SIZE, LAST.isoformat())
    ]


def test_a_reply_of_another_size_is_refused_and_the_review_stays_open(path: Path) -> None:
    code = ReplyCode.new(CHEAP)
    with desk(path) as office:
        office.meeting()
        office.store.set_hand_count(1, 0, None)
        office.event()
        odd = SealedReply(code.reply_to.name, b"short")
        office.store.close_review(to_close(1), WITNESS, DAY, gone((written(code), odd)))
        assert office.expect(StoreFailed).step == "close_review"
        assert sought(office, code.reply_to.name).sealed is None
    assert rows(path, "SELECT closed_on FROM reviews") == [(None,)]


def test_a_code_that_is_answered_twice_holds_up_no_close(path: Path) -> None:
    code = ReplyCode.new(CHEAP)
    with desk(path) as office:
        closes(office, written(code, "биринчи"), written(code, "экинчи"))
        assert sought(office, code.reply_to.name).sealed is not None


def test_the_order_in_which_replies_were_written_is_nowhere(path: Path, tmp_path: Path) -> None:
    by_rowid, by_bytes = [], []
    for _ in range(12):
        copy = Path(shutil.copy(path, tmp_path / "copy.db"))
        given = [written(ReplyCode.new(CHEAP)) for _ in range(40)]
        with desk(copy, FAST) as office:
            closes(office, *given)
        names = [name for (name,) in rows(copy, "SELECT name FROM replies ORDER BY rowid")]
        order = [reply.name for reply in given]
        by_rowid.append([order.index(name) for name in names if isinstance(name, bytes)])
        by_bytes.append(seen_in_file(copy, [reply.sealed for reply in given]))
    assert leak(by_rowid) < chance(40, 12)
    assert leak(by_bytes) < chance(40, 12)


# --- letters ---


def test_a_thief_cannot_tell_a_letter_with_a_code_from_one_without(path: Path) -> None:
    plain = Letter("Суу жок", DayMonth(3, 11))
    asked = Letter("Суу жок", DayMonth(3, 11), reply_to=ReplyCode.new(CHEAP).reply_to)
    with desk(path) as office:
        for letter in (plain, asked, plain, asked):
            office.accept(letter)
        keeps_handle(office)
    assert len(rows(path, "SELECT DISTINCT length(sealed), typeof(sealed) FROM envelopes")) == 1
    assert rows(path, "SELECT count(*) FROM replies") == [(0,)]
    assert asked.reply_to is not None
    content = path.read_bytes()
    assert asked.reply_to.name not in content
    assert asked.reply_to.key not in content


def test_no_file_holds_a_code_a_handle_or_a_word_of_a_reply(path: Path) -> None:
    code = ReplyCode.new(CHEAP)
    with desk(path) as office:
        office.accept(Letter("Суу жок", DayMonth(3, 11), reply_to=code.reply_to))
        handle = keeps_handle(office)
        review = office.meeting()
        assert traces(path.parent, [code.digits, handle.digits]) == []
        assert len(review.handles) == 1
        office.store.close_review(to_close(1), WITNESS, DAY, gone((written(code, WORD),)))
        office.event()  # refused: the letter has no row; nothing of it may stay either
    assert traces(path.parent, [code.digits, handle.digits, WORD]) == []


# --- handles ---


def test_a_new_store_has_room_for_two_hundred_slips_all_blank(path: Path) -> None:
    assert rows(path, "SELECT count(*), sum(used) FROM handles") == [(SLIPS, 0)]
    assert rows(path, "SELECT DISTINCT length(sealed) FROM handles") == [(HANDLE_SIZE,)]
    assert rows(path, "SELECT count(DISTINCT sealed) FROM handles") == [(SLIPS,)]


def test_an_older_store_gets_the_same_pool(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    path.touch()
    with closing(connect(path)) as connection, whole(connection):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection, Schema("0002", CURRENT.scripts))
        connection.exec_driver_sql("INSERT INTO kiosk (id, kind, school) VALUES (1, 'demo', '{}')")
        connection.exec_driver_sql("INSERT INTO slot VALUES (1, 0)")
    store.prepare(path, "demo")
    assert rows(path, "SELECT count(*), sum(used), min(length(sealed)) FROM handles") == [
        (SLIPS, 0, HANDLE_SIZE)
    ]


def test_a_slip_is_found_at_the_review_and_blanked_at_its_close(path: Path) -> None:
    with desk(path) as office:
        used, waiting = keeps_handle(office), keeps_handle(office)
        pool = keyring().open(office.meeting()).handle_places
        assert set(pool) == {used.digits, waiting.digits}
        closes(office, spent=(pool[used.digits],))
        assert [record.place for record in office.meeting().handles] == [pool[waiting.digits]]
    assert rows(path, "SELECT DISTINCT length(sealed) FROM handles") == [(HANDLE_SIZE,)]


def test_a_full_pool_says_so_and_letters_still_come_in(path: Path) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE handles SET used = 1 WHERE place > 1")
    with desk(path) as office:
        keeps_handle(office)
        office.store.keep_handle(b"x" * HANDLE_SIZE, KEY)
        assert office.expect(HandleRefused).why is StoreTrouble.BOX_FULL
        assert "LetterStored" in repr(office.accept())


def test_a_record_of_another_size_and_a_kiosk_without_readers_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bare.db"
    store.create(path, "demo", "{}", pool=1)
    with desk(path) as office:
        office.store.keep_handle(b"x" * HANDLE_SIZE, KEY)
        assert office.expect(HandleRefused).why is StoreTrouble.NO_COMMITTEE
        store.save_committee(path, COMMITTEE)
        office.store.keep_handle(b"x" * (HANDLE_SIZE - 1), KEY)
        assert office.expect(HandleRefused).why is StoreTrouble.DISK


def test_the_pool_of_handles_keeps_no_order_of_slips(path: Path, tmp_path: Path) -> None:
    seen = []
    for _ in range(12):
        copy = Path(shutil.copy(path, tmp_path / "copy.db"))
        handle = Handle.new(ReplyCode.new(CHEAP).reply_to, DAY)
        printed = [handles.seal(handle, KEY) for _ in range(40)]
        with desk(copy, FAST) as office:
            for sealed in printed:
                office.store.keep_handle(sealed, KEY)
                office.expect(HandleKept)
        seen.append(seen_in_file(copy, printed))
    assert leak(seen) < chance(40, 12)


def test_days_are_all_that_is_kept(path: Path) -> None:
    with desk(path) as office:
        closes(office, written(ReplyCode.new(CHEAP)))
    ((day,),) = rows(path, "SELECT last_day FROM replies")
    assert date.fromisoformat(str(day)) == LAST
