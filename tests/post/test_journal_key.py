"""Rows under the journal's key: what the chain knows of them outlives key, letter and reply."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.post import chain, rows
from kiosk.post.journal_key import JournalKey, SealedRow
from kiosk.post.rows import SEALED_ROW_SIZE, DamagedRow
from tests.office import entry

KEY = JournalKey(b"k" * 32)
ROW = replace(entry("Суу", "Ашканада суу жок"), reply="Рахмат")


def test_the_digest_that_lies_beside_a_row_is_the_one_inside() -> None:
    sealed = KEY.seal_entry(ROW)
    assert KEY.digest(sealed.sealed) == sealed.digest
    other = JournalKey(b"n" * 32)
    assert other.digest(other.seal(KEY.open(sealed.sealed))) == sealed.digest


def test_two_rows_that_say_the_same_have_nothing_in_common() -> None:
    one, other = KEY.seal_entry(ROW), KEY.seal_entry(ROW)
    assert one.digest != other.digest


def test_an_erased_row_keeps_its_digest_and_size_and_all_but_letter_and_reply() -> None:
    whole = KEY.seal_entry(ROW)
    erased = KEY.erased(whole.sealed)
    assert (erased.digest, len(erased.sealed)) == (whole.digest, SEALED_ROW_SIZE)
    assert KEY.digest(erased.sealed) == whole.digest
    said = KEY.open_entry(erased.sealed)
    assert len(said.erased) == chain.DIGEST_SIZE
    assert replace(said, erased=b"") == replace(ROW, text="", reply="")


def test_the_salt_goes_with_the_letter_so_that_no_guess_can_be_tried() -> None:
    erased = KEY.open(KEY.erased(KEY.seal_entry(ROW).sealed).sealed)
    assert erased[16:32] == bytes(16)
    assert "Ашканада".encode() not in erased


def test_erasing_twice_is_erasing_once() -> None:
    once = KEY.erased(KEY.seal_entry(ROW).sealed)
    assert KEY.open(KEY.erased(once.sealed).sealed) == KEY.open(once.sealed)


def test_a_row_that_is_changed_under_the_key_has_another_digest() -> None:
    sealed = KEY.seal_entry(ROW)
    nonce = KEY.open(sealed.sealed)[:32]
    other = KEY.open(KEY.seal_entry(replace(ROW, text="Баары жакшы")).sealed)
    assert KEY.digest(KEY.seal(nonce + other[32:])) != sealed.digest


def test_a_version_with_a_letter_is_not_erased_whatever_the_one_before_was() -> None:
    erased = KEY.open_entry(KEY.erased(KEY.seal_entry(ROW).sealed).sealed)
    again = KEY.seal_entry(replace(erased, text="Дагы бир кат"))
    assert KEY.open_entry(again.sealed).erased == b""
    bare = KEY.seal_entry(replace(erased, summary="Суу жок"))
    assert KEY.open_entry(bare.sealed).erased == erased.erased
    assert KEY.digest(bare.sealed) == bare.digest


def test_an_erased_letter_stays_erased_while_a_new_reply_waits_and_when_it_is_out() -> None:
    erased = KEY.open_entry(KEY.erased(KEY.seal_entry(ROW).sealed).sealed)
    waits = KEY.seal_entry(replace(erased, reply="Дагы бир жооп"))
    assert KEY.open_entry(waits.sealed).erased == erased.erased
    other = KEY.seal_entry(replace(erased, reply="Башка жооп"))
    nonce = KEY.open(waits.sealed)[:32]
    assert KEY.digest(KEY.seal(nonce + KEY.open(other.sealed)[32:])) != waits.digest
    gone = KEY.erased(waits.sealed)
    assert gone.digest == waits.digest
    assert KEY.digest(gone.sealed) == waits.digest
    assert KEY.open_entry(gone.sealed).reply == ""


def test_a_letter_put_back_into_an_erased_row_does_not_verify() -> None:
    plain = KEY.open(KEY.erased(KEY.seal_entry(ROW).sealed).sealed)
    said = rows.unpack(plain[32:])
    forged = KEY.seal(plain[:32] + rows.pack(replace(said, text="Башка кат")))
    with pytest.raises(DamagedRow):
        KEY.digest(forged)


@pytest.mark.parametrize("sealed", [b"", b"x" * 50, b"x" * SEALED_ROW_SIZE])
def test_what_does_not_open_has_no_digest(sealed: bytes) -> None:
    for act in (KEY.digest, KEY.open_entry, KEY.erased):
        with pytest.raises(DamagedRow):
            act(sealed)


def test_nothing_of_a_row_is_in_a_repr() -> None:
    assert repr(KEY.seal_entry(ROW)) == repr(SealedRow(b"", b""))
    assert "Суу" not in repr(KEY._opened(KEY.seal_entry(ROW).sealed))
