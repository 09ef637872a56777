"""Private replies: one size in every language, and open to nobody but the writer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl.public import PrivateKey

from kiosk.post.codes import ReplyCode, derive
from kiosk.post.journal import MAX_REPLY
from kiosk.post.replies import REPLY_SIZE, DamagedReply, ReplyTooLong, seal, unseal
from tests.office import CHEAP

CODE = ReplyCode.new(CHEAP)
KEY = derive(CODE.digits, CHEAP)


@given(st.text(st.characters(codec="utf-8"), max_size=MAX_REPLY))
def test_whatever_is_written_comes_back_and_is_as_long_as_any_other(text: str) -> None:
    reply = seal(text, CODE.reply_to)
    assert len(reply.sealed) == REPLY_SIZE
    assert reply.name == KEY.name
    assert unseal(reply.sealed, KEY.private) == text


@pytest.mark.parametrize("letter", ["a", "ө", "漢", "🐜"])
def test_the_longest_reply_fits_in_any_script(letter: str) -> None:
    reply = seal(letter * MAX_REPLY, CODE.reply_to)
    assert len(reply.sealed) == REPLY_SIZE
    with pytest.raises(ReplyTooLong):
        seal(letter * (MAX_REPLY + 1), CODE.reply_to)


def test_no_other_key_opens_it_and_the_error_says_nothing() -> None:
    sealed = seal("Эртең келиңиз", CODE.reply_to).sealed
    for wrong in (PrivateKey.generate(), derive("0" * 16, CHEAP).private):
        with pytest.raises(DamagedReply) as caught:
            unseal(sealed, wrong)
        assert "келиңиз" not in str(caught.value)
    with pytest.raises(DamagedReply):
        unseal(sealed[:-1], KEY.private)
    with pytest.raises(DamagedReply):
        unseal(b"", KEY.private)


def test_the_same_words_are_never_the_same_bytes() -> None:
    assert seal("Ооба", CODE.reply_to).sealed != seal("Ооба", CODE.reply_to).sealed


def test_no_repr_shows_a_reply() -> None:
    reply = seal("Эртең келиңиз", CODE.reply_to)
    assert repr(reply.name) not in repr(reply)
    assert repr(reply.sealed)[:20] not in repr(reply)
