"""Journal rows as bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post import chain
from kiosk.post.journal import (
    HANDLE_DIGITS,
    MAX_BODY,
    MAX_HEADLINE,
    MAX_MATTERS,
    MAX_NAME,
    MAX_REPLY,
    MAX_SUMMARY,
    Answer,
    AnswerForm,
    Decision,
    Difference,
    Entry,
    Forum,
    Informed,
    Office,
)
from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Kind, Language, Origin, ReplyTo
from kiosk.post.padding import unwrap, wrap
from kiosk.post.roles import Role
from kiosk.post.rows import MAX_REASON, ROW_SIZE, DamagedRow, RowTooLong, bare, pack, unpack
from kiosk.post.subjects import Subject
from tests.office import DAY, entry

SALT = b"s" * 16
LETTER = replace(entry("Суу", "Ашканада суу жок"), reply="Рахмат")
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
said = st.dictionaries(st.sampled_from(Language), st.tuples(words, words), min_size=1)
days = st.none() | st.dates()
answers = st.builds(
    lambda told, form, first, last: Answer(
        {language: headline for language, (headline, _) in told.items()},
        {language: body for language, (_, body) in told.items()},
        form,
        first,
        last,
    ),
    said,
    st.sampled_from(AnswerForm),
    days,
    days,
)
entries = st.builds(
    Entry,
    origin=st.sampled_from(Origin),
    written=st.none() | st.builds(DayMonth, st.integers(1, 29), st.integers(1, 12)),
    kind=st.none() | st.sampled_from(Kind),
    summary=words,
    well_founded=st.none() | st.booleans(),
    forum=st.none() | st.sampled_from(Forum),
    decision=st.none() | st.sampled_from(Decision),
    reason=words,
    answer=st.none() | answers,
    text=words,
    subjects=st.lists(st.sampled_from(Subject), unique=True).map(tuple),
    matters=st.lists(st.integers(0, 2**48 - 1), max_size=MAX_MATTERS).map(tuple),
    excluded=st.frozensets(st.sampled_from(Role)),
    label=st.none() | st.integers(1, 999),
    handle=st.sampled_from(["", "0" * HANDLE_DIGITS, "12345678"]),
    urgent=st.booleans(),
    informed=st.lists(
        st.builds(Informed, st.sampled_from(Office), words, st.dates()), max_size=7
    ).map(tuple),
    reply=words,
    reply_to=st.none()
    | st.builds(ReplyTo, st.binary(min_size=16, max_size=16), st.just(b"k" * 32)),
    erased=st.sampled_from([b"", b"m" * 32]),
)


@settings(deadline=None, max_examples=100)
@given(entries)
def test_every_column_comes_back_from_bytes_of_one_size(row: Entry) -> None:
    packed = pack(row)
    assert len(packed) == ROW_SIZE
    assert unpack(packed) == row


def test_the_fullest_form_fits() -> None:
    """Four bytes a character everywhere, and names that JSON has to escape."""
    every = dict.fromkeys(Language, "🙂" * MAX_HEADLINE), dict.fromkeys(Language, "🙂" * MAX_BODY)
    full = replace(
        entry("🙂" * MAX_SUMMARY, "🙂" * MAX_CHARACTERS),
        reason="🙂" * MAX_REASON,
        answer=Answer(*every, AnswerForm.WE_DID, DAY, DAY),
        subjects=tuple(Subject),
        matters=(2**48 - 1,) * MAX_MATTERS,
        excluded=frozenset(Role),
        handle="1" * HANDLE_DIGITS,
        informed=tuple(
            Informed(office, "\x7f\n🙂"[:3] * (MAX_NAME // 3), DAY) for office in Office
        ),
        reply="🙂" * MAX_REPLY,
        reply_to=ReplyTo(b"n" * 16, b"k" * 32),
        erased=b"m" * 32,
    )
    assert unpack(pack(full)) == full


def test_equal_entries_give_the_same_bytes() -> None:
    one, other = Role.SOCIAL_PEDAGOGUE, Role.PARLIAMENT_MEMBER
    assert pack(replace(entry(), excluded=frozenset((one, other)))) == pack(
        replace(entry(), excluded=frozenset((other, one)))
    )


def test_more_than_the_form_allows_is_refused_without_quoting_it() -> None:
    with pytest.raises(RowTooLong) as caught:
        pack(entry("secret" * ROW_SIZE))
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "row",
    [
        bytes(ROW_SIZE),
        wrap({"origin": "typed"}, [""] * 5, ROW_SIZE),
        wrap({"origin": "pigeon"}, [""] * 5, ROW_SIZE),
        pack(entry())[:40],
    ],
)
def test_what_is_no_row_is_damaged(row: bytes) -> None:
    with pytest.raises(DamagedRow):
        unpack(row)


def test_columns_of_a_later_version_are_ignored() -> None:
    row = Entry(Origin.PAPER, None)
    head, texts = unwrap(pack(row))
    later = wrap(head | {"kind": "poem", "outcome": 12}, [*texts, "later"], ROW_SIZE)
    assert unpack(later) == row


def test_a_difference_is_no_private_column() -> None:
    # The reason why counts differ belongs to the review and stays plain; nothing of a letter is.
    assert not {difference.value for difference in Difference} & {kind.value for kind in Kind}


# --- the canonical row, which outlives the letter ---


@settings(deadline=None, max_examples=50)
@given(entries)
def test_the_canonical_row_has_no_letter_and_stays_as_it_is(row: Entry) -> None:
    whole = replace(row, erased=b"")
    bare_row = bare(pack(whole), SALT)
    said = unpack(bare_row)
    assert replace(said, erased=b"") == replace(whole, text="", reply="")
    assert said.erased == chain.mark(SALT, whole.text, whole.reply)
    assert bare(bare_row, b"") == bare_row, "the salt may go with the letter"


@pytest.mark.parametrize(
    "other",
    [
        replace(LETTER, text="Башка"),
        replace(LETTER, reply="Башка"),
        replace(LETTER, text=f"{LETTER.text}{LETTER.reply}", reply=""),
        replace(LETTER, text="", reply=""),
        replace(LETTER, summary="Башка"),
    ],
    ids=["text", "reply", "reply in the text", "neither", "summary"],
)
def test_the_canonical_row_knows_every_word(other: Entry) -> None:
    assert bare(pack(other), SALT) != bare(pack(LETTER), SALT)


def test_without_the_salt_nobody_can_try_out_what_the_letter_was() -> None:
    marks = {unpack(bare(pack(LETTER), bytes([n]) * 16)).erased for n in range(5)}
    assert len(marks) == 5


def test_nobody_slips_a_letter_into_a_row_that_has_lost_its_own() -> None:
    forged = pack(replace(LETTER, erased=b"m" * 32))
    with pytest.raises(DamagedRow):
        bare(forged, SALT)


def test_columns_of_a_later_version_stay_in_the_canonical_row() -> None:
    head, texts = unwrap(pack(LETTER))
    later = wrap(head | {"outcome": 12}, [*texts, "later"], ROW_SIZE)
    kept, words = unwrap(bare(later, SALT))
    assert (kept["outcome"], words[-1]) == (12, "later")
