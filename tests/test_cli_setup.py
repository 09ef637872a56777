"""`kiosk setup`, in this process: files, store, and what happens the second time."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.files import MACHINE_HEADING, Wishes
from kiosk.commands.setup import set_up
from kiosk.config import Machine, SettingsError, document, load_machine, load_school, read_toml
from kiosk.post.cards import Cost, new_card
from kiosk.post.keys import enrol
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from tests.doctor.computer import laid_out, mountinfo

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)


class Technician:
    """Types `kiosk …` for a machine whose settings are in a directory."""

    def __init__(self, etc: Path) -> None:
        self.etc, self.data = etc, etc / "data"
        self.config, self.school = etc / "kiosk.toml", etc / "school.toml"
        self.store = self.data / "post.sqlite"

    def sets_up(self, *options: str, types: str = "") -> Result:
        return self.runs("setup", "--config", str(self.config), *options, types=types)

    def begins(self, *options: str, types: str = "") -> Result:
        return self.sets_up(
            "--data", str(self.data), "--school-name", "Келечек", *options, types=types
        )

    def runs(self, *words: str, types: str = "") -> Result:
        return CliRunner().invoke(app, words, input=types)

    def enrols(self, quorum: Sequence[Sequence[Role]] = (tuple(Role),)) -> None:
        """Put a committee into the store, without the long derivation."""
        members = [(role, new_card()) for role in Role]
        sets = tuple(tuple(roles) for roles in quorum)
        store.save_committee(self.store, enrol(members, new_card(), sets, CHEAP, date(2026, 9, 1)))

    def edits(self, path: Path, old: str, new: str) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def technician(tmp_path: Path) -> Technician:
    return Technician(tmp_path / "etc")


@pytest.fixture
def done(technician: Technician) -> Technician:
    """A machine that was set up, with a committee."""
    technician.begins()
    technician.enrols()
    return technician


def contents(*paths: Path) -> list[bytes]:
    return [path.read_bytes() for path in paths]


# --- the first time -----------------------------------------------------------------------------


def test_setup_writes_both_files_and_makes_a_real_store(technician: Technician) -> None:
    technician.begins()
    assert load_machine(technician.config) == Machine(data=technician.data)
    assert store.kind(technician.store) == "real"
    kept = load_school(store.load_school(technician.store))
    assert kept == load_school(read_toml(technician.school))
    assert kept.named(Language.KY) == "Келечек"


def test_the_written_files_explain_every_setting(technician: Technician) -> None:
    technician.begins()
    machine = technician.config.read_text(encoding="utf-8")
    assert "# Seconds the coil is on at a time; it bears 10 at most.\npulse_s = 5.0" in machine
    school = technician.school.read_text(encoding="utf-8")
    assert 'rule = "FREQ=MONTHLY;BYDAY=-1FR"' in school
    assert "run `kiosk setup` again" in " ".join(school.split("\n# "))


def test_the_store_is_for_nobody_else(technician: Technician) -> None:
    technician.begins()
    assert technician.data.stat().st_mode & 0o077 == 0


def test_setup_asks_for_the_name_when_nobody_said_it(technician: Technician) -> None:
    said = technician.sets_up("--data", str(technician.data), types="Манас\n")
    assert "Name of the school" in said.stdout
    assert load_school(store.load_school(technician.store)).named(Language.KY) == "Манас"


def test_nobody_there_to_say_the_name_leaves_no_store(technician: Technician) -> None:
    said = technician.sets_up("--data", str(technician.data))
    assert said.exit_code == 1
    assert not technician.school.exists()
    assert not technician.store.exists()


def test_the_name_can_be_said_in_three_languages(technician: Technician) -> None:
    technician.begins("--school-name-ru", "Будущее", "--school-name-en", "Future")
    kept = load_school(store.load_school(technician.store))
    assert [kept.named(language) for language in Language] == ["Келечек", "Будущее", "Future"]


def test_the_schools_settings_can_come_from_a_file(technician: Technician, tmp_path: Path) -> None:
    own = tmp_path / "ours.toml"
    own.write_text('helpline = "150"\n[name]\nky = "Манас"\n', encoding="utf-8")
    technician.sets_up("--data", str(technician.data), "--school", str(own))
    assert load_school(store.load_school(technician.store)).helpline == "150"
    assert not technician.school.exists()


def test_a_schools_file_that_is_not_there_is_refused(technician: Technician) -> None:
    said = technician.sets_up("--school", "/nowhere/school.toml")
    assert said.exit_code == 2
    assert "/nowhere/school.toml: there is no such file. Leave out --school" in said.stderr


# --- the second time ----------------------------------------------------------------------------


def test_setup_again_changes_nothing_and_says_so(done: Technician) -> None:
    before = contents(done.config, done.school, done.store)
    said = done.begins()
    assert said.exit_code == 0
    assert contents(done.config, done.school, done.store) == before
    assert f"{done.config} is there and stays as it is." in said.stdout
    assert "has these settings already" in said.stdout
    assert "enrolled already; its key cards stay as they are" in said.stdout


def test_what_a_technician_wrote_is_not_overwritten(done: Technician) -> None:
    done.edits(done.config, "slot = 17", "slot = 5  # moved away from the printer")
    done.sets_up()
    assert "slot = 5  # moved away from the printer" in done.config.read_text(encoding="utf-8")


def test_setup_again_takes_over_what_changed_in_the_schools_file(done: Technician) -> None:
    done.edits(done.school, "closes = 16:00:00", "closes = 17:00:00")
    done.edits(done.school, 'receipt = "ask"', 'receipt = "never"')
    said = done.sets_up()
    assert said.exit_code == 0
    assert "takes over: receipt, review." in said.stdout
    assert load_school(store.load_school(done.store)).receipt == "never"


def test_the_quorum_cannot_be_changed_after_enrolment(done: Technician) -> None:
    before = contents(done.store)
    done.edits(done.school, '"social_pedagogue", ', "")
    done.edits(done.school, 'receipt = "ask"', 'receipt = "never"')
    said = done.sets_up()
    assert said.exit_code == 2
    assert "quorum: the quorum was fixed when the committee was enrolled" in said.stderr
    assert "deputy_director + social_pedagogue + parliament_member" in said.stderr
    assert contents(done.store) == before


def test_the_quorum_can_be_changed_before_enrolment(technician: Technician) -> None:
    technician.begins()
    technician.edits(technician.school, '"social_pedagogue", ', "")
    said = technician.sets_up()
    assert "takes over: quorum." in said.stdout
    kept = load_school(store.load_school(technician.store))
    assert kept.roles == (Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER)


def test_another_order_of_the_same_quorum_is_the_same(done: Technician) -> None:
    done.edits(
        done.school,
        '"deputy_director", "social_pedagogue"',
        '"social_pedagogue", "deputy_director"',
    )
    assert done.sets_up().exit_code == 0


@pytest.mark.parametrize(
    ("option", "place"), [("--data", "data: the file says"), ("--school-name", "name.ky: ")]
)
def test_an_option_that_contradicts_the_file_is_refused(
    done: Technician, option: str, place: str
) -> None:
    said = done.sets_up(option, "/elsewhere")
    assert said.exit_code == 2
    assert place in said.stderr


# --- what is wrong ------------------------------------------------------------------------------


def test_what_is_wrong_in_both_files_comes_at_once(done: Technician) -> None:
    done.edits(done.config, "slot = 17", "slot = 27")
    done.edits(done.config, "pulse_s = 5.0", "pulse_s = 50.0")
    done.edits(done.school, 'helpline = "111"', "helpline = 111")
    said = done.sets_up()
    assert said.exit_code == 2
    door, pulse, helpline = said.stderr.splitlines()
    assert door.startswith(f"{done.config}, pins.door: pin 27 is already used by pins.slot. ")
    assert pulse.startswith(f"{done.config}, lock.pulse_s: this is more than 10.0. ")
    assert helpline.startswith(f"{done.school}, helpline: this is not text in quotes. ")
    assert '`helpline = "111"`' in helpline


def test_a_file_that_is_no_toml_is_named_once(done: Technician) -> None:
    done.edits(done.config, "slot = 17", "slot = = 17")
    said = done.sets_up()
    assert said.exit_code == 2
    assert said.stderr.startswith(f"{done.config}, line ")


def test_nothing_is_half_configured(technician: Technician) -> None:
    said = technician.begins("--school-name-ru", "x" * 61)
    assert said.exit_code == 2
    assert "name.ru: this is longer than 60 characters" in said.stderr
    assert not technician.store.exists()
    assert not technician.school.exists()


def test_a_demo_store_is_refused(technician: Technician) -> None:
    technician.data.mkdir(parents=True)
    store.create(technician.store, "demo", "{}", pool=10)
    said = technician.begins()
    assert said.exit_code == 1
    assert said.stderr.endswith("is a demo store; give the real one another --data.\n")


def test_a_file_in_the_stores_place_is_left_alone(technician: Technician) -> None:
    technician.data.mkdir(parents=True)
    technician.store.write_text("my diary")
    said = technician.begins()
    assert said.exit_code == 1
    assert technician.store.read_text() == "my diary"


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "etc").write_text("not a directory")
    said = Technician(tmp_path / "etc").begins()
    assert said.exit_code == 1
    assert str(tmp_path / "etc") in said.stderr
    assert len(said.stderr.splitlines()) == 1


# --- the letters' partition ---


def mount_unit(data: Path) -> dict[str, str]:
    return {"etc/systemd/system/var-lib-kiosk.mount": f"[Mount]\nWhere={data}\nType=ext4\n"}


@pytest.fixture
def nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())


def tries(technician: Technician, files: dict[str, str]) -> None:
    wishes = Wishes(technician.config, None, technician.data, {Language.KY: "Келечек"})
    set_up(wishes, CHEAP, laid_out(technician.etc.parent / "computer", files))


@pytest.mark.usefixtures("nobody_types")
def test_no_store_is_made_beneath_a_partition_that_is_not_mounted(technician: Technician) -> None:
    root = mountinfo((Path("/"), "ext4", "rw"))
    with pytest.raises(SettingsError) as refused:
        tries(technician, {**mount_unit(technician.data), "proc/self/mountinfo": root})
    [said] = refused.value.complaints
    assert said.place == str(technician.data)
    assert "not mounted" in said.what
    assert "install.sh again" in said.remedy
    assert not technician.store.exists()


@pytest.mark.usefixtures("nobody_types")
def test_a_store_is_made_on_a_partition_that_is_mounted(technician: Technician) -> None:
    table = mountinfo((Path("/"), "ext4", "rw"), (technician.data, "ext4", "rw"))
    tries(technician, {**mount_unit(technician.data), "proc/self/mountinfo": table})
    assert technician.store.exists()


@pytest.mark.usefixtures("nobody_types")
def test_other_partitions_and_masked_units_are_nobodys_business(technician: Technician) -> None:
    units = {**mount_unit(Path("/srv/films")), "etc/systemd/system/none.mount": ""}
    tries(technician, {**units, "proc/self/mountinfo": mountinfo((Path("/"), "ext4", "rw"))})
    assert technician.store.exists()


# --- the committee ------------------------------------------------------------------------------


def test_no_key_card_is_ever_shown_to_a_technician(technician: Technician) -> None:
    said = technician.begins()
    assert said.exit_code == 0
    assert "hold\nthe school's emblem on the board for three seconds" in said.stdout
    digits = re.sub(r"\D", "", said.stdout.replace(str(technician.etc), ""))
    assert len(digits) < 20
    assert store.load_committee(technician.store) is None


def test_once_it_is_formed_setup_says_so(done: Technician) -> None:
    assert "still to be formed" not in done.begins().stdout


# --- the example --------------------------------------------------------------------------------


def test_the_example_in_deploy_is_what_setup_writes() -> None:
    example = Path(__file__).parents[1] / "deploy" / "kiosk.toml"
    message = "run `make deploy/kiosk.toml`"
    assert example.read_text(encoding="utf-8") == document(Machine(), MACHINE_HEADING), message
