"""`kiosk backup`, `kiosk restore` and `kiosk health` as a technician types them."""

from __future__ import annotations

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.backup import FIRST_WORDS, OLD_CARDS, _bring, due
from kiosk.commands.files import MACHINE_HEADING
from kiosk.commands.health import check_up
from kiosk.config import Machine, School, document
from kiosk.config.machine import BackupSettings, StickSettings
from kiosk.demo.school import FIRST_MOMENT
from kiosk.demo.stick import SimulatedStick, StickState
from kiosk.doctor import verdict
from kiosk.doctor.examination import Computer
from kiosk.export.stick import Stick
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.letters import Language
from kiosk.store.backup import Copy, back_up, copies, folder, keys
from kiosk.store.restoring import asides
from tests.doctor.computer import laid_out, mountinfo
from tests.office import COMMITTEE
from tests.store.cut import rekeyed
from tests.store.desk import desk

DAY = date(2026, 11, 23)
SURE = f"{FIRST_WORDS}\n"


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine with a real store, and no stick."""
    machine = Machine(data=tmp_path / "data", stick=StickSettings(mount=tmp_path / "none"))
    machine.data.mkdir()
    school = School(name={Language.KY: "№ 7 мектеп"}).model_dump_json()
    store.create(machine.store, "real", school, pool=4)
    store.save_committee(machine.store, COMMITTEE)
    return machine


def say(machine: Machine, *words: str, types: str = "") -> Result:
    """Type a command, with the machine's settings."""
    config = machine.data.with_name("kiosk.toml")
    config.write_text(document(machine, MACHINE_HEADING), encoding="utf-8")
    return CliRunner().invoke(app, [*words, "--config", str(config)], input=types)


# --- backup ---


def test_it_makes_a_copy_and_says_what_it_is_worth_and_where_it_lies(machine: Machine) -> None:
    said = say(machine, "backup")
    assert said.exit_code == 0, said.output
    [copy] = copies(machine.store)
    assert str(folder(machine.store) / copy.name) in said.output
    for words in ("all sealed", "public", "key cards of its day", "lock it", "lost with it"):
        assert words in said.output


def test_when_none_is_due_none_is_made(machine: Machine) -> None:
    say(machine, "backup")
    [copy] = copies(machine.store)
    made = (folder(machine.store) / copy.name).stat().st_ino
    assert say(machine, "backup", "--due").exit_code == 0
    assert (folder(machine.store) / copy.name).stat().st_ino == made


@pytest.mark.parametrize(("days", "wanted"), [(0, False), (6, False), (7, True), (-1, True)])
def test_it_is_due_after_the_days_of_the_settings(
    machine: Machine, days: int, *, wanted: bool
) -> None:
    back_up(machine.store, DAY, keep=2)
    assert due(machine, DAY + timedelta(days=days)) is wanted


def test_it_is_due_where_there_is_none_and_after_a_change_of_cards(machine: Machine) -> None:
    assert due(machine, DAY)
    copy = back_up(machine.store, DAY, keep=2)
    old = (folder(machine.store) / copy.name).read_bytes()
    with desk(machine.store) as office:
        rekeyed(office)
    for new in copies(machine.store):
        (folder(machine.store) / new.name).unlink()
    (folder(machine.store) / copy.name).write_bytes(old)
    assert due(machine, DAY)


def test_without_a_store_it_says_so(machine: Machine) -> None:
    machine.store.unlink()
    said = say(machine, "backup")
    assert (said.exit_code, "there is no store" in said.stderr.lower()) == (1, True)


# --- the stick ---


@pytest.fixture
def stick(tmp_path: Path) -> SimulatedStick:
    """One that is in."""
    files = SimulatedStick(tmp_path / "stick")
    files.state = StickState.IN
    files.folder.mkdir()
    return files


def bring(machine: Machine, stick: SimulatedStick, copy: Copy) -> list[str]:
    """Bring a copy; returns what is on the stick afterwards."""
    _bring(Stick(machine.stick.mount, stick), machine, copy)
    return sorted(path.name for path in stick.folder.iterdir())


def test_the_stick_gets_the_same_bytes_once(machine: Machine, stick: SimulatedStick) -> None:
    copy = back_up(machine.store, DAY, keep=2)
    assert bring(machine, stick, copy) == [copy.name]
    assert bring(machine, stick, copy) == [copy.name]
    lies = folder(machine.store) / copy.name
    assert (stick.folder / copy.name).read_bytes() == lies.read_bytes()


def test_the_stick_keeps_as_many_as_the_settings_say_and_all_of_others(
    machine: Machine, stick: SimulatedStick
) -> None:
    machine = machine.model_copy(update={"backup": BackupSettings(keep=2)})
    (stick.folder / "holiday.jpg").write_text("sun")
    (stick.folder / "post-2020-01-01-aabbccdd.sqlite").write_text("another kiosk's")
    for week in range(4):
        there = bring(machine, stick, back_up(machine.store, DAY + timedelta(7 * week), keep=2))
    key = keys(machine.store)
    assert there == sorted(
        ["holiday.jpg", "post-2020-01-01-aabbccdd.sqlite"]
        + [f"post-{DAY + timedelta(7 * week)}-{key}.sqlite" for week in (2, 3)]
    )


def test_copies_with_other_keys_are_named_to_be_destroyed(
    machine: Machine, stick: SimulatedStick, capsys: pytest.CaptureFixture[str]
) -> None:
    old = back_up(machine.store, DAY, keep=2)
    bring(machine, stick, old)
    with desk(machine.store) as office:
        rekeyed(office)
    [new] = copies(machine.store)
    assert len(bring(machine, stick, new)) == 2
    said = capsys.readouterr().out
    assert old.name in said.partition("On the stick, too")[2]
    assert "destroyed" in said


@pytest.mark.parametrize("state", [StickState.FULL, StickState.READ_ONLY, StickState.PULLED])
def test_a_stick_that_takes_nothing_is_said_and_the_copy_stays(
    machine: Machine, stick: SimulatedStick, state: StickState
) -> None:
    copy = back_up(machine.store, DAY, keep=2)
    stick.state = state
    with pytest.raises(Exception, match="1"):
        bring(machine, stick, copy)
    assert copies(machine.store) == (copy,)


# --- restore ---


def test_without_a_file_the_copies_are_listed(machine: Machine) -> None:
    assert "no backup here" in say(machine, "restore").output
    copy = back_up(machine.store, DAY, keep=2)
    assert str(folder(machine.store) / copy.name) in say(machine, "restore").output


def test_after_the_right_words_it_is_the_store(machine: Machine) -> None:
    source = folder(machine.store) / back_up(machine.store, DAY, keep=2).name
    said = say(machine, "restore", str(source), types=SURE)
    assert said.exit_code == 0, said.output
    [aside] = asides(machine.store)
    assert str(aside) in said.output
    for words in ("is not in it", "kept aside", "nobody can put", "tell the committee"):
        assert words in said.output


@pytest.mark.parametrize("types", ["", "\n", "yes\n", "y\n"])
def test_other_words_change_nothing(machine: Machine, types: str) -> None:
    source = folder(machine.store) / back_up(machine.store, DAY, keep=2).name
    assert say(machine, "restore", str(source), types=types).exit_code == 1
    assert asides(machine.store) == ()
    assert {path.name for path in machine.data.iterdir()} == {"post.sqlite", "backups"}


def test_old_cards_are_asked_about_too(machine: Machine, tmp_path: Path) -> None:
    source = folder(machine.store) / back_up(machine.store, DAY, keep=2).name
    source = Path(shutil.copy(source, tmp_path / "old.sqlite"))
    with desk(machine.store) as office:
        rekeyed(office)
    said = say(machine, "restore", str(source), types=SURE)
    assert (said.exit_code, asides(machine.store)) == (1, ())
    assert "cards that were revoked" in said.output
    assert say(machine, "restore", str(source), types=f"{SURE}{OLD_CARDS}\n").exit_code == 0


def test_while_the_kiosk_runs_it_is_refused(machine: Machine) -> None:
    source = folder(machine.store) / back_up(machine.store, DAY, keep=2).name
    with desk(machine.store) as office:
        office.board()
        said = say(machine, "restore", str(source), types=SURE)
    assert said.exit_code == 1
    assert "somebody else uses the store" in said.stderr.lower()
    assert asides(machine.store) == ()


def test_a_demos_copy_is_not_for_a_real_kiosk(machine: Machine, tmp_path: Path) -> None:
    demo = tmp_path / "demo.sqlite"
    store.create(demo, "demo", School(name={Language.KY: "М"}).model_dump_json(), pool=1)
    said = say(machine, "restore", str(demo), types=SURE)
    assert (said.exit_code, "demo store" in said.stderr) == (1, True)


# --- health ---


def test_a_look_says_only_what_is_not_well_and_takes_its_reserve(machine: Machine) -> None:
    said = say(machine, "health")
    assert said.exit_code in {0, 2}
    assert "backup" in said.output.lower()
    assert "GREEN" not in said.output
    assert (machine.data / "ballast").exists() or "RED" in said.output


def test_what_is_red_is_left_for_the_board_until_it_is_well_again(
    machine: Machine, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    green = laid_out(
        tmp_path / "computer", {"proc/self/mountinfo": mountinfo((Path("/"), "ext4", "rw"))}
    )
    computer = Computer(places=green, clock=SimulatedClock(FIRST_MOMENT))
    assert check_up(machine, computer) == 0, capsys.readouterr().out
    assert not verdict.is_red(green)
    (green.run / "kiosk-health").mkdir(parents=True)
    aside = machine.store.rename(machine.store.with_suffix(".away"))
    assert check_up(machine, computer) == 2
    assert verdict.is_red(green)
    aside.rename(machine.store)
    assert check_up(machine, computer) == 0
    assert not verdict.is_red(green)


def test_without_a_place_for_it_nothing_is_left(tmp_path: Path) -> None:
    places = laid_out(tmp_path, {})
    verdict.leave(places, red=True)
    assert not verdict.is_red(places)
    assert not (tmp_path / "run").exists()


def test_what_is_red_fails_the_service(machine: Machine) -> None:
    machine.store.unlink()
    said = say(machine, "health")
    assert said.exit_code == 2
    assert "RED" in said.output
