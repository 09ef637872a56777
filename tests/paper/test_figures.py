"""Every figure of an account reaches the protocol, beside its own words; nothing twice."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time
from typing import Any

import pytest

from kiosk.paper.protocol import write
from kiosk.paper.sheet import Sheet
from kiosk.paper.twofold import Strip
from kiosk.post.clock import ClockLevel
from kiosk.post.incidents import Incident
from kiosk.post.journal import Decision, Difference, Forum
from kiosk.post.letters import Language
from kiosk.post.meeting import Facts
from kiosk.post.protocol import Account, Decided, Protocol
from kiosk.post.roles import Role
from kiosk.post.witness import WindowRule, Witness
from kiosk.texts import Texts

KY, RU = Texts(Language.KY), Texts(Language.RU)
RULE = WindowRule(
    "FREQ=MONTHLY;BYDAY=-1TH",
    time(14, 5),
    time(16, 35),
    ("2027-07", "2027-08"),
    ((date(2027, 4, 29), date(2027, 4, 22)),),
)
BEFORE = WindowRule("FREQ=MONTHLY;BYDAY=FR;BYSETPOS=2", time(9, 15), time(10, 45))
READING = date(2027, 1, 28)
WITNESS = Witness("3.1.4", "AAAA BBBB", 6, ClockLevel.RTC, True, RULE, READING)
FACTS = Facts(
    review=8,
    opened_on=date(2026, 12, 24),
    slot=23,
    hand=21,
    reason=Difference.TOGETHER,
    papers=21,
    closed_on=date(2026, 12, 29),
    roles=tuple(Role),
    slips=17,
    slips_destroyed=False,
    chain=bytes(range(32)),
)
NOTED = ((date(2026, 12, 3), Incident.FORCED), (date(2026, 12, 9), Incident.SLOT_BLOCKED))
ROWS = (
    Decided(301, Decision.REFERRED, Forum.DIRECTOR, urgent=True),
    *(Decided(number, Decision.ANSWERED) for number in range(302, 333)),
    *(Decided(number, Decision.DECLINED) for number in range(333, 340)),
    Decided(340, Decision.REFERRED, Forum.PEDCOUNCIL),
)
AMENDED = (12, 288)
PROTOCOL = Protocol(
    Account(FACTS, WITNESS, replace(WITNESS, rule=BEFORE), NOTED, AMENDED),
    ROWS,
    unread=(305,),
    lost=(341,),
)

Line = tuple[str, str]


class Written(Sheet):
    """Paper that remembers what it was told to set: words, and what stands beside them."""

    def __init__(self, dots: int) -> None:
        super().__init__(dots)
        self.lines: list[Line] = []

    def text(
        self, text: str, size: float, *, bold: str = "", left: bool = False, aside: str = ""
    ) -> None:
        self.lines.append((text, aside))
        super().text(text, size, bold=bold, left=left, aside=aside)

    def headline(self, text: str, size: float) -> None:
        self.lines.append((text, ""))
        super().headline(text, size)


def lines(protocol: Protocol = PROTOCOL) -> list[Line]:
    strip = Strip(384)
    strip.sheet = sheet = Written(384)
    write(strip, ["№ 5 орто мектеп"], protocol)
    return sheet.lines


def under(key: str, told: list[Line]) -> str:
    """What stands on the line below a sentence in both languages."""
    at = [words for words, _ in told].index(KY(key))
    assert told[at + 1][0] == RU(key)
    return told[at + 2][0]


BESIDE = {
    "j_date_opened": "24.12.2026",
    "protocol_closed": "29.12.2026",
    "close_typed": "20",
    "close_hand": "21",
    "close_slot": "23",
    "close_registered": "41",
    "decision_referred": "2",
    "decision_answered": "31",
    "decision_declined": "7",
    "protocol_slips": "17",
    "protocol_generation": "6",
    "protocol_version": "3.1.4",
}
"""Figures by the key of the words that they stand beside."""

BELOW = {
    "protocol_amended": "№ 12, 288",
    "protocol_unread": "№ 305",
    "protocol_lost": "№ 341",
    "protocol_key": "AAAA BBBB",
    "protocol_skipped": "2027-07, 2027-08",
    "protocol_moved": "29.04.2027 » 22.04.2027",
    "protocol_chain": "0001 0203 0405 0607",
    "rule_coming": "08.01.2027, 12.02.2027, 12.03.2027",
}


@pytest.mark.parametrize("key", BESIDE)
def test_a_figure_stands_beside_its_own_words_and_only_there(key: str) -> None:
    told = lines()
    assert [aside for words, aside in told if words == KY(key) and aside] == [BESIDE[key]]
    assert not any(aside for words, aside in told if words == RU(key)), "each figure once"


@pytest.mark.parametrize("key", BELOW)
def test_what_is_longer_stands_below(key: str) -> None:
    assert under(key, lines()) == BELOW[key]


def test_the_review_has_one_number_and_no_other_thing_is_numbered_like_it() -> None:
    text = " ".join(" ".join(line) for line in lines())
    assert text.count("№ 8") == 1
    assert f"{KY('opening_record')} № 8" in text


def test_the_chain_is_whole() -> None:
    told = [words for words, _ in lines()]
    at = told.index("0001 0203 0405 0607")
    assert "".join(told[at : at + 4]).replace(" ", "") == bytes(range(32)).hex().upper()


def test_the_rule_is_said_in_both_languages_with_its_hours_once() -> None:
    told = [words for words, _ in lines()]
    at = told.index("Ар айдын акыркы бейшембиси")
    assert told[at + 1 : at + 3] == ["Последний четверг каждого месяца", "14:05–16:35"]
    assert not any("BYDAY=-1TH" in words for words in told), "nobody reads a rule of RFC 5545"


def test_a_rule_that_cannot_be_said_is_told_by_its_next_days_and_as_it_is_written() -> None:
    told = [words for words, _ in lines()]
    at = told.index("08.01.2027, 12.02.2027, 12.03.2027")
    assert told[at + 1 : at + 3] == [BEFORE.rule, "09:15–10:45"]


def test_every_letter_is_there_by_its_number_in_the_group_of_its_decision() -> None:
    told = [words for words, _ in lines()]
    for decision, numbers in (
        (Decision.ANSWERED, range(302, 333)),
        (Decision.DECLINED, range(333, 340)),
    ):
        found = told.index(f"№ {', '.join(map(str, numbers))}")
        assert told[found - 2] == KY(f"decision_{decision}")
    urgent = f"{KY('status_urgent')}: {KY('decision_referred')}: {KY('forum_director')}"
    assert (urgent, "№ 301") in lines()
    assert "№ 340" in told


def test_incidents_have_their_days() -> None:
    told = [words for words, _ in lines()]
    assert KY("incident_forced", days="03.12.2026") in told
    assert KY("incident_slot_blocked", days="09.12.2026") in told


OTHERS: dict[type, dict[str, Any]] = {
    Facts: {
        "review": 9,
        "opened_on": date(2026, 12, 1),
        "slot": 24,
        "hand": 22,
        "reason": Difference.UNKNOWN,
        "papers": 20,
        "closed_on": date(2026, 12, 30),
        "roles": tuple(Role)[:2],
        "slips": 18,
        "slips_destroyed": True,
        "chain": bytes(32),
    },
    Witness: {
        "version": "3.1.5",
        "key": "AAAA CCCC",
        "generation": 7,
        "clock": ClockLevel.NETWORK,
        "corrected": False,
        "rule": BEFORE,
        "next_reading": date(2027, 2, 25),
    },
    WindowRule: {
        "rule": "FREQ=MONTHLY;BYDAY=1TH",
        "opens": time(14, 6),
        "closes": time(16, 36),
        "skipped": ("2027-07",),
        "moved": (),
    },
    Account: {
        "facts": None,
        "witness": None,
        "before": None,
        "incidents": NOTED[:1],
        "amended": (13, 288),
    },
    Decided: {"number": 399, "decision": Decision.NO_ACTION, "forum": None, "urgent": False},
    Protocol: {"account": None, "decided": ROWS[:-1], "unread": (306,), "lost": (342,)},
}
"""Another value for every field of all that a protocol is made of; None: see the type itself."""


def changed(kind: type, name: str, value: Any) -> Protocol:
    account = PROTOCOL.account
    told = {name: value}
    if kind is Facts:
        return replace(PROTOCOL, account=replace(account, facts=replace(FACTS, **told)))
    if kind is Witness:
        return replace(PROTOCOL, account=replace(account, witness=replace(WITNESS, **told)))
    if kind is WindowRule:
        said = replace(WITNESS, rule=replace(RULE, **told))
        return replace(PROTOCOL, account=replace(account, witness=said))
    if kind is Account:
        return replace(PROTOCOL, account=replace(account, **told))
    if kind is Decided:
        return replace(PROTOCOL, decided=(replace(ROWS[0], **told), *ROWS[1:]))
    return replace(PROTOCOL, **told)


@pytest.mark.parametrize("kind", OTHERS)
def test_no_field_was_added_that_the_paper_does_not_tell(kind: type) -> None:
    assert {field.name for field in fields(kind)} == OTHERS[kind].keys()


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (kind, name)
        for kind, values in OTHERS.items()
        for name in values
        if (kind, name) not in {(Account, "facts"), (Account, "witness"), (Protocol, "account")}
    ],
)
def test_another_value_of_any_field_is_told_otherwise(kind: type, name: str) -> None:
    assert lines(changed(kind, name, OTHERS[kind][name])) != lines()
