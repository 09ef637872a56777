"""The protocol says everything that was done, and no word of what was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.post.journal import Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Origin
from kiosk.post.meeting import Facts
from kiosk.post.protocol import Account, Protocol, written
from tests.office import DAY, entry
from tests.post.test_witness import RULE, WITNESS

FACTS = Facts(3, DAY, slot=2, hand=2, papers=1, closed_on=DAY)
ACCOUNT = Account(FACTS, WITNESS)


def row(decision: Decision, forum: Forum | None = None, **more: object) -> Entry:
    return replace(entry("Жашыруун", text="Уурдап кетти"), decision=decision, forum=forum, **more)  # type: ignore[arg-type]


ROWS = (
    (11, row(Decision.REFERRED, Forum.DIRECTOR)),
    (12, row(Decision.NO_ACTION)),
    (13, row(Decision.REFERRED, Forum.ASSEMBLY, urgent=True)),
    (14, row(Decision.REFERRED, Forum.DIRECTOR, urgent=True)),
    (15, row(Decision.NO_ACTION, origin=Origin.PAPER)),
)


def protocol() -> Protocol:
    return written(ACCOUNT, ROWS)


def test_what_could_not_wait_comes_first_and_the_rest_by_number() -> None:
    numbers = [decided.number for decided in protocol().decided]
    assert numbers == [13, 14, 11, 12, 15]
    assert [decided.number for decided in protocol().urgent] == [13, 14]


def test_letters_are_counted_as_they_came() -> None:
    assert (protocol().registered, protocol().typed) == (5, 4)
    assert protocol().counts() == {Decision.REFERRED: 3, Decision.NO_ACTION: 2}


def test_what_was_decided_alike_stands_together_and_no_number_is_missing() -> None:
    groups = protocol().groups()
    assert groups == {
        (Decision.REFERRED, Forum.DIRECTOR): (11, 14),
        (Decision.REFERRED, Forum.ASSEMBLY): (13,),
        (Decision.NO_ACTION, None): (12, 15),
    }
    assert sorted(sum(groups.values(), ())) == [number for number, _ in ROWS]


def test_the_order_in_which_rows_come_is_nothing() -> None:
    assert written(ACCOUNT, reversed(ROWS)) == protocol()


def test_what_could_not_be_read_is_named_by_number() -> None:
    unread = row(Decision.NO_ACTION, written=None, text="")
    undated_paper = row(Decision.NO_ACTION, written=None, origin=Origin.PAPER)
    told = written(ACCOUNT, [(16, unread), (17, undated_paper)], lost=[19, 18])
    assert told.unread == (16,)
    assert told.lost == (18, 19)
    assert told.registered == 4


def test_a_month_without_letters_has_a_protocol() -> None:
    none = written(Account(replace(FACTS, papers=0), WITNESS), ())
    assert (none.registered, none.typed, none.counts(), none.groups()) == (0, 0, {}, {})


def test_no_word_kind_or_length_of_a_letter_gets_into_it() -> None:
    others = [
        (number, replace(kept, summary="Башка", text="?" * 4000, kind=Kind.REPORT, reason="а"))
        for number, kept in ROWS
    ]
    dated = [(number, replace(kept, written=DayMonth(1, 1))) for number, kept in others]
    assert written(ACCOUNT, dated) == protocol()
    assert "Жашыруун" not in repr(protocol())


def test_a_changed_window_rule_is_told_with_the_former_one() -> None:
    other = replace(RULE, skipped=())
    before = replace(WITNESS, rule=other)
    assert replace(ACCOUNT, before=before).former_rule == other
    assert replace(ACCOUNT, before=replace(WITNESS, version="0.0.9")).former_rule is None
    assert ACCOUNT.former_rule is None, "the first protocol has nothing to compare"


def test_another_day_or_key_is_no_other_rule() -> None:
    before = replace(WITNESS, next_reading=date(2026, 10, 30), key="")
    assert replace(ACCOUNT, before=before).former_rule is None
