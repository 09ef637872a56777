"""The protocol of a review, to be signed: as a strip, or on a document in A4.

Days are in figures, which both languages read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PIL import Image

from kiosk.paper import wording
from kiosk.paper.twofold import Strip, Twofold, names
from kiosk.post.incidents import Incident, by_kind
from kiosk.post.journal import Decision, Forum
from kiosk.post.protocol import Decided, Protocol
from kiosk.post.timetable import coming, read
from kiosk.post.witness import WindowRule, grouped
from kiosk.texts import Texts

if TYPE_CHECKING:
    from kiosk.config.school import School

CHAIN_ROW = 8
"""Bytes in a line, so that two people can compare them line by line."""


def typeset(school: School, protocol: Protocol, dots: int) -> Image.Image:
    """Draw the strip `dots` wide, mode "1" (0 is ink); as long as it must be."""
    strip = Strip(dots)
    write(strip, names(school), protocol)
    strip.sheet.space(16)
    return strip.sheet.picture()


def write(paper: Twofold, names: Iterable[str], protocol: Protocol) -> None:
    """Write all of it, for a school of these names."""
    _head(paper, names, protocol)
    _counts(paper, protocol)
    _decisions(paper, protocol)
    _damage(paper, protocol)
    _incidents(paper, protocol)
    _clock(paper, protocol)
    _witness(paper, protocol)
    _signatures(paper, protocol)


def _head(paper: Twofold, names: Iterable[str], protocol: Protocol) -> None:
    facts = protocol.account.facts
    paper.titled(lambda texts: texts("opening_record"), names, f"№ {facts.review}")
    paper.named("j_date_opened", _day(facts.opened_on))
    paper.named("protocol_closed", _day(facts.closed_on))
    paper.part("who_is_present")
    for role in facts.roles:
        paper.named(role)


def _counts(paper: Twofold, protocol: Protocol) -> None:
    facts = protocol.account.facts
    paper.part("protocol_counts")
    paper.named("close_typed", str(protocol.typed))
    paper.named("close_hand", str(facts.hand or 0))
    paper.named("close_slot", str(facts.slot))
    if facts.reason:
        reason = f"diff_{facts.reason}"
        paper.said(lambda texts: f"{texts('protocol_difference')}: {texts(reason)}")
    paper.named("close_registered", str(protocol.registered))
    for decision, count in protocol.counts().items():
        paper.named(f"decision_{decision}", str(count))
    if facts.slips:
        paper.named("protocol_slips", str(facts.slips))
        destroyed = "yes" if facts.slips_destroyed else "no"
        paper.said(lambda texts: f"{texts('protocol_slips_destroyed')}: {texts(destroyed)}")


def _decisions(paper: Twofold, protocol: Protocol) -> None:
    paper.part("protocol_decisions")
    for row in protocol.urgent:
        paper.said(partial(_urgent, row=row), f"№ {row.number}")
    for (decision, forum), numbers in protocol.groups().items():
        paper.said(partial(_decided, decision=decision, forum=forum))
        paper.value(f"№ {_numbers(numbers)}")
    if not protocol.decided:
        paper.named("protocol_no_letters")
    if protocol.account.amended:
        paper.named("protocol_amended")
        paper.value(f"№ {_numbers(protocol.account.amended)}")


def _urgent(texts: Texts, row: Decided) -> str:
    return f"{texts('status_urgent')}: {_decided(texts, row.decision, row.forum)}"


def _decided(texts: Texts, decision: Decision, forum: Forum | None) -> str:
    words = texts(f"decision_{decision}")
    return f"{words}: {texts(f'forum_{forum}')}" if forum else words


def _damage(paper: Twofold, protocol: Protocol) -> None:
    """What could not be read, by number; nothing is left out silently."""
    for key, numbers in (("protocol_unread", protocol.unread), ("protocol_lost", protocol.lost)):
        if numbers:
            paper.named(key)
            paper.value(f"№ {_numbers(numbers)}")


def _incidents(paper: Twofold, protocol: Protocol) -> None:
    paper.part("protocol_incidents")
    incidents = by_kind(protocol.account.incidents)
    for kind, days in incidents.items():
        paper.said(partial(_incident, kind=kind, days=days))
    if not incidents:
        paper.named("protocol_no_incidents")


def _incident(texts: Texts, kind: Incident, days: Iterable[date]) -> str:
    return texts(f"incident_{kind}", days=", ".join(map(_day, days)))


def _clock(paper: Twofold, protocol: Protocol) -> None:
    witness = protocol.account.witness
    level = f"clock_by_{witness.clock}"
    paper.said(lambda texts: f"{texts('protocol_clock')}: {texts(level)}")
    if witness.corrected:
        paper.named("protocol_corrected")


def _witness(paper: Twofold, protocol: Protocol) -> None:
    """What the kiosk says of itself; whoever altered it would have to alter this too."""
    account, witness = protocol.account, protocol.account.witness
    paper.part("protocol_kiosk")
    paper.named("protocol_key")
    paper.value(witness.key)
    paper.named("protocol_generation", str(witness.generation))
    paper.named("protocol_version", witness.version)
    paper.named("protocol_rule")
    closed = account.facts.closed_on or account.facts.opened_on
    _rule(paper, witness.rule, closed)
    if account.former_rule is not None:
        paper.named("protocol_rule_before")
        _rule(paper, account.former_rule, closed)
    elif account.before is not None:
        paper.named("protocol_rule_same")
    paper.named("protocol_chain")
    chain = account.facts.chain
    paper.compared(grouped(chain[at : at + CHAIN_ROW]) for at in range(0, len(chain), CHAIN_ROW))


def _rule(paper: Twofold, rule: WindowRule, closed: date) -> None:
    """In words; one that cannot be said so by its next days, and as it is written."""
    timetable = read(rule.rule)
    if timetable:
        paper.said(partial(wording.days, timetable=timetable))
    else:
        paper.named("rule_coming")
        paper.value(", ".join(map(_day, coming(rule, closed))))
        paper.fine(rule.rule)
    paper.value(f"{rule.opens:%H:%M}–{rule.closes:%H:%M}")
    if rule.skipped:
        paper.named("protocol_skipped")
        paper.value(", ".join(rule.skipped))
    if rule.moved:
        paper.named("protocol_moved")
        paper.value(", ".join(f"{_day(one)} » {_day(to)}" for one, to in rule.moved))


def _signatures(paper: Twofold, protocol: Protocol) -> None:
    reading = protocol.account.witness.next_reading
    paper.part("j_signature")
    for role in protocol.account.facts.roles:
        paper.signed(role)
    if reading is not None:
        paper.ended(lambda texts: texts("letters_read_on", date=texts.date(reading)))


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else "–"
