"""Journal rows as bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.post.journal import (
    MAX_BODY,
    MAX_HEADLINE,
    MAX_SUMMARY,
    Answer,
    Decision,
    Difference,
    Entry,
    Forum,
)
from kiosk.post.letters import MAX_CHARACTERS, DayMonth, Kind, Language, Origin
from kiosk.post.padding import wrap
from kiosk.post.rows import MAX_REASON, ROW_SIZE, DamagedRow, RowTooLong, pack, unpack
from tests.office import entry

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
entries = st.builds(
    Entry,
    st.sampled_from(Origin),
    st.none() | st.builds(DayMonth, st.integers(1, 29), st.integers(1, 12)),
    st.none() | st.sampled_from(Kind),
    words,
    st.none() | st.booleans(),
    st.none() | st.sampled_from(Forum),
    st.none() | st.sampled_from(Decision),
    words,
    st.none() | st.builds(Answer, words, words, st.sampled_from(Language)),
    words,
)


@settings(deadline=None, max_examples=100)
@given(entries)
def test_every_column_comes_back_from_bytes_of_one_size(row: Entry) -> None:
    packed = pack(row)
    assert len(packed) == ROW_SIZE
    assert unpack(packed) == row


def test_the_fullest_form_fits() -> None:
    answer = Answer("Ң" * MAX_HEADLINE, "🙂" * MAX_BODY, Language.KY)
    full = replace(
        entry("🙂" * MAX_SUMMARY, "🙂" * MAX_CHARACTERS), reason="🙂" * MAX_REASON, answer=answer
    )
    assert unpack(pack(full)) == full


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
    head = {"origin": "paper", "written": None, "kind": "poem", "well_founded": None}
    head |= {"forum": None, "decision": None, "answer": None, "matter": "12"}
    row = unpack(wrap(head, ["", "", "", "", "", "later"], ROW_SIZE))
    assert row == Entry(Origin.PAPER, None)


def test_a_difference_is_no_private_column() -> None:
    # The reason why counts differ belongs to the review and stays plain; nothing of a letter is.
    assert not {difference.value for difference in Difference} & {kind.value for kind in Kind}
