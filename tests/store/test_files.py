"""A store as a file: whole or not there, of one kind, never overwritten."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk import store
from kiosk.events import BoardRead, ClockSet
from kiosk.post.clock import ClockLevel, Correction, Reading
from kiosk.post.incidents import Incident
from kiosk.store.connection import SETTINGS, connect, transaction, whole
from kiosk.store.errors import OlderSchema, UnsafeSettings
from kiosk.store.schema import APPLICATION, CURRENT, Schema, migrate
from kiosk.store.tables import kiosk, metadata
from tests.office import COMMITTEE
from tests.store.desk import POOL, desk, files, times_say_nothing


def raw(path: Path, words: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return connection.execute(words).fetchall()


def test_a_new_store_is_one_private_file_full_of_blank_envelopes(path: Path) -> None:
    assert times_say_nothing(path)
    assert files(path.parent) == ["kiosk.db"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert raw(path, "SELECT count(*), sum(used) FROM envelopes") == [(POOL, 0)]
    assert raw(path, "SELECT count(DISTINCT sealed) FROM envelopes") == [(POOL,)]


def test_creating_twice_destroys_nothing(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(store.AlreadyExists):
        store.create(path, "real", "{}")
    assert path.read_bytes() == before
    assert store.load_school(path) == '{"name": {"ky": "Мектеп"}}'


def test_what_an_interrupted_creation_left_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db.new").write_text("half")
    (tmp_path / "kiosk.db.new-journal").write_text("half")
    store.create(tmp_path / "kiosk.db", "real", "{}", pool=1)
    assert files(tmp_path) == ["kiosk.db"]
    assert store.kind(tmp_path / "kiosk.db") == "real"


def test_two_that_create_at_once_get_one_store(tmp_path: Path) -> None:
    # The other one finishes between the look and the publishing: a dangling link is not there to
    # the look, and is to the link.
    (tmp_path / "kiosk.db").symlink_to(tmp_path / "nowhere")
    with pytest.raises(store.AlreadyExists):
        store.create(tmp_path / "kiosk.db", "demo", "{}", pool=1)
    assert files(tmp_path) == ["kiosk.db"]


def test_where_nothing_can_be_written_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(store.StoreUnavailable):
        store.create(tmp_path / "missing" / "kiosk.db", "demo", "{}", pool=1)


def test_a_store_is_known_by_its_kind(path: Path) -> None:
    assert store.kind(path) == "demo"
    store.prepare(path, "demo")
    with pytest.raises(store.WrongKind):
        store.prepare(path, "real")


def test_a_store_of_no_kind_is_damaged(path: Path) -> None:
    raw(path, "UPDATE kiosk SET kind = 'toy'")
    with pytest.raises(store.StoreDamaged):
        store.kind(path)


@pytest.mark.parametrize("words", [None, b"", b"x" * 9000])
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, words: bytes | None) -> None:
    path = tmp_path / "kiosk.db"
    if words is not None:
        path.write_bytes(words)
    with pytest.raises((store.NotAStore, store.StoreDamaged)):
        store.prepare(path, "demo")
    assert (path.read_bytes() if path.exists() else None) == words


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    raw(tmp_path / "kiosk.db", "CREATE TABLE songs (name)")
    with pytest.raises(store.NotAStore):
        store.load_school(tmp_path / "kiosk.db")


def test_damaged_pages_are_found_at_start(path: Path) -> None:
    content = bytearray(path.read_bytes())
    (root,) = raw(path, "SELECT rootpage FROM sqlite_master WHERE name = 'envelopes'")[0]
    assert isinstance(root, int)
    content[(root - 1) * 4096 : root * 4096] = b"\x0d" + bytes(4095)
    path.write_bytes(content)
    with pytest.raises(store.StoreDamaged):
        store.prepare(path, "demo")


def test_a_newer_store_is_refused_untouched(path: Path) -> None:
    raw(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    for use in (store.kind, store.load_committee, lambda p: store.prepare(p, "demo")):
        with pytest.raises(store.NewerSchema):
            use(path)
    with desk(path) as office:
        office.store.read_board()
        assert "read_board" in str(office.event())
    assert path.read_bytes() == before


def test_the_settings_on_which_promises_rest_are_in_force(path: Path) -> None:
    with closing(connect(path)) as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in SETTINGS}
    assert asked == dict(SETTINGS)
    assert asked["journal_mode"] == "delete"
    assert asked["synchronous"] == 3
    assert asked["secure_delete"] == 1


def test_a_setting_that_does_not_take_stops_everything(path: Path) -> None:
    with pytest.raises(UnsafeSettings):
        connect(path, {"synchronous": 7})


def test_tables_and_migrations_describe_one_schema(path: Path) -> None:
    described = {t.name: [c.name for c in t.columns] for t in metadata.sorted_tables}
    made = {name: [row[1] for row in raw(path, f"PRAGMA table_info({name})")] for name in described}
    assert made == described
    assert max(CURRENT.revisions()) == CURRENT.head


def next_version(tmp_path: Path) -> Schema:
    """The migrations, and one more, as a later version would bring them."""
    scripts = tmp_path / "migrations"
    shutil.copytree(CURRENT.scripts, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_more.py").write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        "revision = '9999'\n"
        f"down_revision = '{CURRENT.head}'\n"
        "def upgrade():\n"
        "    op.add_column('notices', sa.Column('colour', sa.String))\n"
    )
    return Schema("9999", scripts)


def test_an_older_store_is_upgraded_at_start_every_envelope_in_its_place(
    path: Path, tmp_path: Path
) -> None:
    with desk(path) as office:
        office.accept()
    before = raw(path, "SELECT place, used, sealed FROM envelopes")
    store.prepare(path, "demo", next_version(tmp_path))
    assert times_say_nothing(path)
    assert raw(path, "SELECT place, used, sealed FROM envelopes") == before
    assert raw(path, "SELECT version_num FROM alembic_version") == [("9999",)]
    assert ("colour",) in raw(path, "SELECT name FROM pragma_table_info('notices')")
    assert files(path.parent) == ["kiosk.db"]
    assert path.stat().st_mode & 0o777 == 0o600


def first_version(path: Path) -> None:
    """A store as the first version left it."""
    path.touch()
    with closing(connect(path)) as connection, whole(connection):
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
        migrate(connection, Schema("0001", CURRENT.scripts))
        connection.exec_driver_sql("INSERT INTO kiosk (id, kind, school) VALUES (1, 'demo', '{}')")
        connection.exec_driver_sql("INSERT INTO slot VALUES (1, 3)")


def test_a_store_of_the_first_version_is_upgraded_only_at_the_start(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    first_version(path)
    with desk(path) as office:
        office.store.read_board()
        assert "read_board" in str(office.event()), "only the start upgrades"
    store.prepare(path, "demo")
    assert store.load_correction(path) is None
    with desk(path) as office:
        assert office.meeting().facts.slot == 3


def test_what_the_quorum_added_to_the_clock_is_kept_with_its_day(path: Path) -> None:
    shown = Reading(datetime(2026, 12, 1, tzinfo=UTC), ClockLevel.UNKNOWN, "this run", 90.5)
    correction = Correction.agreed(datetime(2026, 12, 24, tzinfo=UTC), shown)
    with desk(path) as office:
        office.store.set_clock(date(2026, 12, 24), correction, [Incident.CLOCK_SET])
        said = office.expect(ClockSet)
        assert said.correction == correction
        assert said.read.board.mark == date(2026, 12, 24)
        assert said.read.incidents == ((date(2026, 12, 24), Incident.CLOCK_SET),)
    assert store.load_correction(path) == correction
    with desk(path) as office:
        office.store.forget_correction()
        office.expect(BoardRead)
    assert store.load_correction(path) is None
    assert store.load_mark(path) == date(2026, 12, 24)


def test_an_upgrade_that_fails_leaves_the_old_store(path: Path, tmp_path: Path) -> None:
    later = next_version(tmp_path)
    broken = later.scripts / "versions" / "9999_more.py"
    broken.write_text(broken.read_text().replace("'notices'", "'nowhere'"))
    before = path.read_bytes()
    with pytest.raises(store.StoreUnavailable):
        store.prepare(path, "demo", later)
    assert path.read_bytes() == before
    assert files(path.parent) == ["kiosk.db"]


def test_nothing_but_the_start_upgrades(path: Path, tmp_path: Path) -> None:
    later = next_version(tmp_path)
    with pytest.raises(OlderSchema), transaction(path, schema=later):
        pass
    assert raw(path, "SELECT version_num FROM alembic_version") == [(CURRENT.head,)]


def test_the_committee_is_kept_once(path: Path) -> None:
    assert store.load_committee(path) == COMMITTEE
    with pytest.raises(store.CommitteeExists):
        store.save_committee(path, COMMITTEE)


def test_before_enrolment_there_is_no_committee(tmp_path: Path) -> None:
    store.create(tmp_path / "kiosk.db", "real", "{}", pool=1)
    assert store.load_committee(tmp_path / "kiosk.db") is None


def test_a_committee_that_cannot_be_read_is_damage(path: Path) -> None:
    raw(path, "UPDATE kiosk SET committee = '{}'")
    with pytest.raises(store.StoreDamaged):
        store.load_committee(path)


def test_the_schools_settings_are_kept(path: Path) -> None:
    store.save_school(path, '{"name": {"ky": "№ 5"}}')
    assert store.load_school(path) == '{"name": {"ky": "№ 5"}}'
    assert times_say_nothing(path)


def test_a_locked_store_says_so_and_is_left_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with (
            pytest.raises(store.StoreUnavailable, match="SQLITE_BUSY"),
            transaction(path, {"busy_timeout": 1}),
        ):
            pass
    assert store.kind(path) == "demo"


def test_an_error_quotes_no_parameter(path: Path) -> None:
    with pytest.raises(store.StoreUnavailable) as caught, transaction(path) as connection:
        connection.execute(kiosk.insert().values(id=2, kind="demo", school="planted"))
    assert "planted" not in str(caught.value)
    assert caught.value.__suppress_context__
