"""Handles: a paper letter finds its reply key through the committee alone, and not for ever."""

from __future__ import annotations

from datetime import date

import pytest
from nacl.public import PrivateKey

from kiosk.post import handles
from kiosk.post.codes import ReplyCode
from kiosk.post.handles import HANDLE_SIZE, DamagedHandle, Handle, HandleMistyped, parse
from kiosk.post.letters import ReplyTo
from kiosk.post.meeting import Facts, Meeting, OpenedMeeting, SealedHandle
from tests.office import CHEAP, COMMITTEE, DAY, keyring

REPLY_TO = ReplyCode.new(CHEAP).reply_to
ISSUED = date(2026, 9, 17)


def meeting(*given: Handle, day: date = DAY) -> OpenedMeeting:
    """A review that finds these handles in the pool, at places 1 and up."""
    sealed = [handles.seal(handle, COMMITTEE.public_key) for handle in given]
    pool = tuple(SealedHandle(place, one) for place, one in enumerate(sealed, 1))
    return keyring().open(Meeting(Facts(1, day, 0), handles=pool))


def new(issued: date = ISSUED) -> Handle:
    return Handle.new(REPLY_TO, issued)


def test_the_committee_finds_the_reply_key_by_the_slip() -> None:
    one, two = new(), Handle.new(ReplyCode.new(CHEAP).reply_to, ISSUED)
    opened = meeting(one, two)
    assert opened.handles == {one.digits: one.reply_to, two.digits: two.reply_to}
    assert opened.handle_places == {one.digits: 1, two.digits: 2}
    assert opened.ended_handles == ()


def test_a_handle_has_eight_digits_and_a_slip_of_the_finger_is_noticed() -> None:
    digits = new().digits
    assert len(digits) == 8
    assert parse(f"{digits[:4]} {digits[4:]}") == digits
    wrong = digits[:3] + str((int(digits[3]) + 1) % 10) + digits[4:]
    for typed in (wrong, digits[:7], digits + "0", "abcdefgh", ""):
        with pytest.raises(HandleMistyped):
            parse(typed)


@pytest.mark.parametrize(
    ("issued", "last"),
    [
        (date(2026, 9, 17), (2027, 3)),
        (date(2026, 6, 30), (2026, 12)),
        (date(2026, 7, 1), (2027, 1)),
    ],
)
def test_it_counts_for_six_months_after_its_own(issued: date, last: tuple[int, int]) -> None:
    handle = new(issued)
    assert handle.last_month == last
    year, month = last
    assert handle.counts_on(date(year, month, 28))
    assert not handle.counts_on(date(year + month // 12, month % 12 + 1, 1))


def test_an_expired_one_is_found_no_more_and_its_place_is_told() -> None:
    old, young = new(date(2026, 3, 2)), new()
    opened = meeting(old, young, day=date(2026, 10, 1))
    assert set(opened.handles) == {young.digits}
    assert opened.ended_handles == (1,)


def test_records_that_do_not_open_hold_a_place_for_nobody() -> None:
    damaged = SealedHandle(7, b"\0" * HANDLE_SIZE)
    opened = keyring().open(Meeting(Facts(1, DAY, 0), handles=(damaged,)))
    assert opened.handles == {}
    assert opened.ended_handles == (7,)


def test_digits_drawn_twice_belong_to_neither() -> None:
    one = new()
    twin = Handle(one.digits, ReplyCode.new(CHEAP).reply_to, one.last_month)
    opened = meeting(one, twin)
    assert opened.handles == {}
    assert opened.ended_handles == ()


def test_the_close_blanks_what_was_used_once_and_nothing_unknown() -> None:
    used, waiting = new(), new()
    places = meeting(used, waiting).handle_places
    assert handles.spent(places, [used.digits, used.digits, "", "12345678"]) == (1,)
    assert handles.spent(places, []) == ()


def test_every_record_has_one_size_and_says_nothing_without_the_key() -> None:
    short = Handle(new().digits, ReplyTo(b"", b""), (2027, 1))
    sealed = [handles.seal(one, COMMITTEE.public_key) for one in (new(), new(), short)]
    assert {len(one) for one in sealed} == {HANDLE_SIZE}
    with pytest.raises(DamagedHandle):
        handles.unseal(sealed[0], PrivateKey.generate())


def test_no_repr_shows_digits() -> None:
    one = new()
    assert one.digits not in repr(one)
    assert one.digits not in repr(meeting(one))
