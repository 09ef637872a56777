"""The protocol of a review as a strip to sign: Kyrgyz, Russian under it, each figure once.

So nobody can print two languages that disagree. Days are in figures, which both languages read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PIL import Image

from kiosk.config.school import School
from kiosk.paper.twofold import FIRST, LARGE, SECOND, SMALL, Strip
from kiosk.post.incidents import Incident, by_kind
from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Language
from kiosk.post.protocol import Decided, Protocol
from kiosk.post.witness import WindowRule, grouped
from kiosk.texts import Texts

CHAIN_ROW = 8
"""Bytes in a line, so that two people can compare them line by line."""


def typeset(school: School, protocol: Protocol, dots: int) -> Image.Image:
    """Draw the strip `dots` wide, mode "1" (0 is ink); as long as it must be."""
    strip = Strip(dots)
    _head(strip, school, protocol)
    _counts(strip, protocol)
    _decisions(strip, protocol)
    _damage(strip, protocol)
    _incidents(strip, protocol)
    _clock(strip, protocol)
    _witness(strip, protocol)
    _signatures(strip, protocol)
    return strip.sheet.picture()


def _head(strip: Strip, school: School, protocol: Protocol) -> None:
    sheet, facts = strip.sheet, protocol.account.facts
    sheet.space(12)
    sheet.headline(f"{FIRST('opening_record')} № {facts.review}", 36)
    sheet.text(f"{SECOND('opening_record')} № {facts.review}", LARGE)
    for name in dict.fromkeys(map(school.named, (Language.KY, Language.RU))):
        sheet.text(name, SMALL)
    sheet.space(10)
    strip.named("j_date_opened", _day(facts.opened_on))
    strip.named("protocol_closed", _day(facts.closed_on))
    strip.part("who_is_present")
    for role in facts.roles:
        strip.named(role)


def _counts(strip: Strip, protocol: Protocol) -> None:
    facts = protocol.account.facts
    strip.part("protocol_counts")
    strip.named("close_typed", str(protocol.typed))
    strip.named("close_hand", str(facts.hand or 0))
    strip.named("close_slot", str(facts.slot))
    if facts.reason:
        reason = f"diff_{facts.reason}"
        strip.said(lambda texts: f"{texts('protocol_difference')}: {texts(reason)}")
    strip.named("close_registered", str(protocol.registered))
    for decision, count in protocol.counts().items():
        strip.named(f"decision_{decision}", str(count))
    if facts.slips:
        strip.named("protocol_slips", str(facts.slips))
        destroyed = "yes" if facts.slips_destroyed else "no"
        strip.said(lambda texts: f"{texts('protocol_slips_destroyed')}: {texts(destroyed)}")


def _decisions(strip: Strip, protocol: Protocol) -> None:
    strip.part("protocol_decisions")
    for row in protocol.urgent:
        strip.said(partial(_urgent, row=row), f"№ {row.number}")
    for (decision, forum), numbers in protocol.groups().items():
        strip.said(partial(_decided, decision=decision, forum=forum))
        strip.value(f"№ {_numbers(numbers)}")
    if not protocol.decided:
        strip.named("protocol_no_letters")


def _urgent(texts: Texts, row: Decided) -> str:
    return f"{texts('status_urgent')}: {_decided(texts, row.decision, row.forum)}"


def _decided(texts: Texts, decision: Decision, forum: Forum | None) -> str:
    words = texts(f"decision_{decision}")
    return f"{words}: {texts(f'forum_{forum}')}" if forum else words


def _damage(strip: Strip, protocol: Protocol) -> None:
    """What could not be read, by number; nothing is left out silently."""
    for key, numbers in (("protocol_unread", protocol.unread), ("protocol_lost", protocol.lost)):
        if numbers:
            strip.named(key)
            strip.value(f"№ {_numbers(numbers)}")


def _incidents(strip: Strip, protocol: Protocol) -> None:
    strip.part("protocol_incidents")
    incidents = by_kind(protocol.account.incidents)
    for kind, days in incidents.items():
        strip.said(partial(_incident, kind=kind, days=days))
    if not incidents:
        strip.named("protocol_no_incidents")


def _incident(texts: Texts, kind: Incident, days: Iterable[date]) -> str:
    return texts(f"incident_{kind}", days=", ".join(map(_day, days)))


def _clock(strip: Strip, protocol: Protocol) -> None:
    witness = protocol.account.witness
    level = f"clock_by_{witness.clock}"
    strip.said(lambda texts: f"{texts('protocol_clock')}: {texts(level)}")
    if witness.corrected:
        strip.named("protocol_corrected")


def _witness(strip: Strip, protocol: Protocol) -> None:
    """What the kiosk says of itself; whoever altered it would have to alter this too."""
    account, witness = protocol.account, protocol.account.witness
    strip.part("protocol_kiosk")
    strip.named("protocol_key", f"№ {witness.generation}")
    strip.value(witness.key)
    strip.named("protocol_version", witness.version)
    strip.named("protocol_rule")
    _rule(strip, witness.rule)
    if account.former_rule is not None:
        strip.named("protocol_rule_before")
        _rule(strip, account.former_rule)
    elif account.before is not None:
        strip.named("protocol_rule_same")
    strip.named("protocol_chain")
    for at in range(0, len(account.facts.chain), CHAIN_ROW):
        strip.sheet.text(grouped(account.facts.chain[at : at + CHAIN_ROW]), LARGE, left=True)


def _rule(strip: Strip, rule: WindowRule) -> None:
    strip.value(f"{rule.rule.replace(';', ' ')} {rule.opens:%H:%M}–{rule.closes:%H:%M}")
    if rule.skipped:
        strip.named("protocol_skipped")
        strip.value(", ".join(rule.skipped))
    if rule.moved:
        strip.named("protocol_moved")
        strip.value(", ".join(f"{_day(one)} » {_day(to)}" for one, to in rule.moved))


def _signatures(strip: Strip, protocol: Protocol) -> None:
    sheet, reading = strip.sheet, protocol.account.witness.next_reading
    strip.part("j_signature")
    for role in protocol.account.facts.roles:
        strip.signed(role)
    if reading is not None:
        sheet.space(10)
        sheet.rule()
        sheet.space(14)
        for texts in (FIRST, SECOND):
            sheet.text(texts("letters_read_on", date=texts.date(reading)), 27)
    sheet.space(16)


def _numbers(numbers: Iterable[int]) -> str:
    return ", ".join(map(str, numbers))


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else "–"
