"""The families of events: each is closed, frozen, and silent about what a letter says."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from typing import get_args

import pytest

from kiosk import events as ev
from kiosk.events import CodeFor
from kiosk.post.codes import ReplyCode
from kiosk.post.journal import Entry
from kiosk.post.letters import DayMonth, Kind, Origin, ReplyTo
from kiosk.post.roles import Role

FAMILIES = {
    ev.FromHardware: ev.HardwareEvent,
    ev.FromPrinter: ev.PrinterEvent,
    ev.FromStore: ev.StoreEvent,
    ev.FromKeys: ev.KeysEvent,
    ev.FromCodes: ev.CodesEvent,
    ev.FromPupil: ev.PupilEvent,
    ev.FromCommittee: ev.CommitteeEvent,
    ev.FromMembers: ev.MembersEvent,
    ev.FromNotices: ev.NoticesEvent,
    ev.FromMeeting: ev.MeetingEvent,
    ev.FromDesk: ev.DeskEvent,
    ev.FromSystem: ev.SystemEvent,
    ev.FromPapers: ev.PapersEvent,
    ev.FromTechnician: ev.TechnicianEvent,
}


def test_every_family_is_known() -> None:
    assert set(ev.Happening.__subclasses__()) == set(FAMILIES)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: str(family.__name__))
def test_a_union_names_every_event_of_its_family(family: type[ev.Happening]) -> None:
    assert set(get_args(FAMILIES[family])) == set(family.__subclasses__())


@pytest.mark.parametrize("event", get_args(ev.Event), ids=lambda event: str(event.__name__))
def test_events_are_frozen(event: type) -> None:
    assert is_dataclass(event)
    assert event.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_no_repr_quotes_a_letter_a_kind_a_card_or_a_row() -> None:
    entry = Entry(Origin.TYPED, DayMonth(3, 9), Kind.REPORT, summary="урушат", text="урушат")
    said = [
        ev.LetterWritten("урушат"),
        ev.EditAsked(Kind.REPORT),
        ev.LetterSent(DayMonth(3, 9), Kind.REPORT),
        ev.LetterSent(DayMonth(3, 9), excluded=frozenset({Role.SOCIAL_PEDAGOGUE}), reply=True),
        ev.EditAsked(excluded=frozenset({Role.SOCIAL_PEDAGOGUE})),
        ev.ReplyCodeTyped("1482507396614820"),
        ev.CodeMade(ReplyCode("1482507396614820", ReplyTo(b"14825", b"14825")), CodeFor.LETTER),
        ev.ReplySought(b"14825", b"14825", date(2026, 9, 3)),
        ev.CardTyped("14825073966148203570"),
        ev.CodeTyped("14825073966148203570"),
        ev.NoticesCardTyped("14825073966148203570"),
        ev.CardMade(None, 0, "14825073966148203570"),
        ev.DigitsChosen("1482"),
        ev.DigitsTyped("1482"),
        ev.EntryWritten(3, entry),
        ev.PinTyped("148250"),
        ev.PhraseAgreed("14825 урушат"),
        ev.DocumentMade("a.pdf", b"14825"),
        ev.EntrySealed(3, b"14825", entry),
    ]
    for event in said:
        for secret in ("урушат", "report", "1482", "day=3", "14825", "pedagogue", "2026"):
            assert secret not in repr(event).lower()
