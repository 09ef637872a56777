"""`kiosk journal`: the chain without the quorum, and how many letters may have outlived theirs."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.journal import CHANGED, HONEST
from kiosk.commands.notices import today
from kiosk.config import School
from kiosk.events import EntryAmended
from kiosk.post.filing import Filing
from kiosk.post.letters import Language
from kiosk.post.witness import grouped
from tests.office import COMMITTEE, entry, keyring
from tests.store.desk import Desk
from tests.store.month import review


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "post.sqlite"
    school = School(name={Language.KY: "№ 7 мектеп"}, keep_texts_months=6)
    store.create(path, "real", school.model_dump_json(), pool=6)
    store.save_committee(path, COMMITTEE)
    return path


@pytest.fixture
def office(path: Path) -> Iterator[Desk]:
    """A kiosk that runs: it is not disturbed by a technician who looks."""
    desk = Desk(path)
    yield desk
    desk.store.stop()


def journal(path: Path, *words: str) -> Result:
    return CliRunner().invoke(app, ["journal", *words, "--data", str(path.parent)])


def amend(office: Desk) -> None:
    row = entry("Суу жок")
    office.store.amend(1, keyring().seal_entry(row), row, Filing(1))
    office.expect(EntryAmended)


def harm(path: Path, words: str) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(words)


def test_a_new_journal_is_as_it_was_decided(path: Path) -> None:
    result = journal(path, "verify")
    assert result.exit_code == 0
    assert "as it was decided" in result.output
    assert "protocol" not in result.output


def test_a_sound_journal_tells_the_head_to_compare_with_paper(path: Path, office: Desk) -> None:
    review(office, "Суу", "Жарык")
    amend(office)
    account = review(office, "Тамак")
    amend(office)
    result = journal(path, "verify")
    assert result.exit_code == 0
    assert grouped(account.facts.chain) in result.output
    assert "Closed reviews: 2. Rows: 3. Earlier versions: 2." in result.output
    assert "at the next close: 1." in result.output
    assert "Суу" not in result.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("UPDATE entries SET digest = zeroblob(32) WHERE number = 1", "breaks at review 1"),
        ("DELETE FROM entries WHERE number = 2", "Rows that are gone: 2."),
        ("UPDATE entries SET chained = NULL WHERE number = 2", "not in their place: 2."),
    ],
)
def test_a_journal_that_was_meddled_with_ends_with_its_own_number(
    path: Path, office: Desk, words: str, said: str
) -> None:
    review(office, "Суу", "Жарык")
    harm(path, words)
    result = journal(path, "verify")
    assert result.exit_code == CHANGED
    assert "not as it was decided" in result.output
    assert said in result.output
    assert "signed protocols" in result.output


def test_another_program_is_told_the_same(path: Path, office: Desk) -> None:
    account = review(office, "Суу", "Жарык")
    result = journal(path, "verify", "--json")
    assert (result.exit_code, json.loads(result.output)) == (
        0,
        {
            "sound": True, "reviews": 1, "rows": 2, "versions": 2, "broken": None, "missing": [],
            "misplaced": [], "waiting": [], "head": grouped(account.facts.chain),
        },
    )  # fmt: skip
    harm(path, "DELETE FROM entries WHERE number = 2")
    result = journal(path, "verify", "--json")
    told = json.loads(result.output)
    assert (result.exit_code, told["sound"]) == (CHANGED, False)
    assert (told["broken"], told["missing"]) == (1, [2])


def test_where_no_store_is_nothing_is_said_of_a_journal(tmp_path: Path) -> None:
    result = journal(tmp_path / "post.sqlite", "verify")
    assert result.exit_code == 1
    assert "decided" not in result.output


# --- how long words are kept ---


def test_it_says_how_many_letters_at_most_and_what_erasing_cannot_do(
    path: Path, office: Desk
) -> None:
    day = today(path)
    review(office, "Суу", "Жарык", day=day - timedelta(days=200))
    review(office, "Тамак", day=day - timedelta(days=10))
    result = journal(path, "retention", "--dry-run")
    assert result.exit_code == 0
    assert "6 months" in result.output
    assert "or before: 2." in result.output
    assert HONEST in result.output


def test_nothing_is_erased_without_the_quorum(path: Path, office: Desk) -> None:
    review(office, "Суу", day=date(2020, 1, 31))
    before = path.read_bytes()
    result = journal(path, "retention")
    assert result.exit_code == 2
    assert "quorum" in result.output
    assert journal(path, "retention", "--dry-run").exit_code == 0
    assert path.read_bytes() == before
