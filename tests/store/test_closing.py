"""What a close keeps for its protocol: who was here, the chain, what the kiosk said of itself."""

from __future__ import annotations

import sqlite3
from contextlib import closing as shut
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.events import (
    BoardRead,
    EntryRegistered,
    FormerRead,
    ReviewClosed,
    ReviewOpened,
    StoreFailed,
)
from kiosk.post import chain
from kiosk.post.chain import Link
from kiosk.post.incidents import Incident
from kiosk.post.journal import Difference
from kiosk.post.letters import Origin
from kiosk.post.meeting import Meeting
from kiosk.post.protocol import Account
from kiosk.post.roles import Role
from kiosk.post.rows import bare
from kiosk.post.witness import Witness
from kiosk.store.formers import abandon_committee
from tests.office import DAY, LETTER, ROLES, WITNESS, entry, filed, keyring, notice, to_close
from tests.store.desk import Desk

KEYS = keyring()
DEPUTY, PEDAGOGUE, PUPIL = ROLES


def review(
    office: Desk,
    *rows: str,
    day: date = DAY,
    roles: tuple[Role, ...] = (),
    witness: Witness = WITNESS,
) -> Account:
    """A whole review of typed letters, from the opening to the close."""
    for text in rows:
        office.accept(replace(LETTER, text=text))
    office.store.open_review(day, None, roles)
    meeting = office.expect(ReviewOpened).meeting
    number = meeting.facts.review
    office.store.set_hand_count(number, meeting.facts.slot, None)
    office.event()
    for envelope, text in zip(meeting.envelopes, rows, strict=True):
        row = entry(text)
        office.store.register(number, envelope.place, KEYS.seal_entry(row), row)
        office.expect(EntryRegistered)
    office.store.close_review(replace(to_close(number), opened_on=day), witness, day)
    return office.expect(ReviewClosed).account


def links(path: Path) -> list[Link]:
    """All closed reviews, as anybody with the file could verify them."""
    with shut(sqlite3.connect(path)) as database:
        heads = database.execute("SELECT number, chain FROM reviews WHERE closed_on").fetchall()
        rows = {
            number: database.execute(
                "SELECT number, digest FROM entries WHERE review = ? ORDER BY number", (number,)
            ).fetchall()
            for number, _ in heads
        }
    return [Link(number, tuple(rows[number]), head) for number, head in heads]


def test_the_chain_goes_on_from_review_to_review(path: Path, office: Desk) -> None:
    heads = [review(office, *rows).facts.chain for rows in (("а", "б"), (), ("в",))]
    assert heads[0] == heads[1] != heads[2]
    assert [link.head for link in links(path)] == heads
    assert chain.verify(links(path)) is None


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE entries SET digest = x'00' WHERE number = 2",
        "DELETE FROM entries WHERE number = 2",
        "UPDATE entries SET number = 9 WHERE number = 2",
        "UPDATE entries SET review = 2 WHERE number = 2",
        "UPDATE reviews SET chain = x'00' WHERE number = 1",
        "DELETE FROM reviews WHERE number = 1",
    ],
)
def test_whoever_changes_the_file_later_is_noticed(path: Path, office: Desk, harm: str) -> None:
    review(office, "а", "б")
    review(office, "в")
    with shut(sqlite3.connect(path)) as database, database:
        database.execute(harm)
    assert chain.verify(links(path)) is not None


def test_the_digest_is_the_one_of_the_row_that_is_kept(path: Path, office: Desk) -> None:
    review(office, "а")
    with shut(sqlite3.connect(path)) as database:
        ((sealed, kept),) = database.execute("SELECT sealed, digest FROM entries").fetchall()
    opened = KEYS.journal().open(sealed)
    nonce, salt, row = opened[:16], opened[16:32], opened[32:]
    assert chain.digest(nonce, bare(row, salt)) == kept


def test_a_corrected_row_has_a_new_digest(path: Path, office: Desk) -> None:
    office.store.open_review(DAY)
    office.event()
    office.store.set_hand_count(1, 1, Difference.UNKNOWN)
    office.event()
    row, filing = filed(entry("а", origin=Origin.PAPER), KEYS)
    sealed = [KEYS.seal_entry(row) for _ in range(2)]
    office.store.register(1, None, sealed[0], row, filing)
    office.expect(EntryRegistered)
    office.store.correct(1, 1, sealed[1], row, replace(filing, corrects=1))
    office.event()
    with shut(sqlite3.connect(path)) as database:
        assert database.execute("SELECT digest FROM entries").fetchall() == [(sealed[1].digest,)]


def test_every_role_that_took_part_on_any_day_is_kept(office: Desk) -> None:
    office.store.open_review(DAY, None, (DEPUTY, PEDAGOGUE))
    office.event()
    office.store.note_present(1, (PUPIL,))
    assert office.expect(BoardRead).unfinished.roles == ROLES  # type: ignore[union-attr]
    office.store.open_review(DAY, 1, (PEDAGOGUE,))
    assert office.expect(ReviewOpened).meeting.facts.roles == ROLES


def test_the_account_tells_what_the_kiosk_said_now_and_before(office: Desk) -> None:
    first = review(office, "а")
    assert (first.witness, first.before) == (WITNESS, None)
    assert first.facts.roles == ROLES
    later = replace(WITNESS, version="0.2.0")
    second = review(office, "б", witness=later)
    assert (second.witness, second.before) == (later, WITNESS)


def test_the_account_tells_what_happened_since_the_last_close(office: Desk) -> None:
    days = [DAY - timedelta(40), DAY - timedelta(30), DAY - timedelta(3), DAY, DAY + timedelta(1)]
    for day in days:
        office.store.note_incident(day, Incident.FORCED)
        office.event()
    first = review(office, day=DAY - timedelta(30))
    assert [day for day, _ in first.incidents] == days[:2]
    second = review(office, day=DAY)
    assert [day for day, _ in second.incidents] == days[1:4]


def test_what_became_of_slips_is_kept_only_where_there_were_some(path: Path, office: Desk) -> None:
    office.store.open_review(DAY)
    office.event()
    office.store.set_hand_count(1, 0, None)
    office.event()
    with shut(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE reviews SET slips = 3")
    office.store.close_review(to_close(1, destroyed=False), WITNESS, DAY)
    facts = office.expect(ReviewClosed).facts
    assert (facts.slips, facts.slips_destroyed) == (3, False)
    office.store.open_review(DAY)
    office.event()
    office.store.set_hand_count(2, 0, None)
    office.event()
    office.store.close_review(to_close(2, destroyed=True), WITNESS, DAY)
    assert office.expect(ReviewClosed).facts.slips_destroyed is None


def test_a_protocol_is_owed_until_it_came_out_the_oldest_first(office: Desk) -> None:
    assert office.board().owed is None
    accounts = [review(office, "а"), review(office, "б")]
    assert office.board().owed == 1
    for number, account in enumerate(accounts, 1):
        office.store.read_former()
        former = office.expect(FormerRead)
        assert former.account == account
        opened = KEYS.open(Meeting(former.account.facts, entries=former.rows))
        assert [row.summary for _, row in opened.entries] == ["аб"[number - 1]]
        office.store.note_printed(number)
        assert office.expect(BoardRead).owed == (2 if number == 1 else None)
    office.store.read_former()
    assert office.event() == StoreFailed("read_former")


def test_an_abandoned_committee_owes_no_protocol(path: Path, office: Desk) -> None:
    review(office, "а")
    assert office.board().owed == 1
    abandon_committee(path, DAY, notice())
    assert office.board().owed is None


def test_what_was_said_by_an_older_kiosk_does_not_stop_the_close(path: Path, office: Desk) -> None:
    review(office, "а")
    with shut(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE reviews SET witness = 'no json', chain = NULL")
    assert review(office, "б").before is None
