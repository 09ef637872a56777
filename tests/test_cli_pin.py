"""`kiosk pin` and the question at the end of `kiosk setup`."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kiosk import store
from kiosk.cli import app
from kiosk.commands.pin import set_pin
from kiosk.post.pin import Answer, answered
from tests.doctor.computer import SCHOOL
from tests.office import CHEAP

PIN, OTHER = "486201", "730195"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A real store, before anything else."""
    path = tmp_path / "post.sqlite"
    store.create(path, "real", SCHOOL, pool=1)
    return path


def typed(path: Path, *lines: str) -> Result:
    words = ["pin", "--data", str(path.parent)]
    return CliRunner().invoke(app, words, input="".join(f"{line}\n" for line in lines))


def answer(path: Path, pin: str) -> Answer:
    return answered(pin, store.load_pin(path))


def test_typed_twice_it_is_set(path: Path) -> None:
    said = typed(path, PIN, PIN)
    assert said.exit_code == 0
    assert "is set" in said.stdout
    assert answer(path, PIN) is Answer.RIGHT


def test_another_one_takes_its_place(path: Path) -> None:
    typed(path, PIN, PIN)
    typed(path, OTHER, OTHER)
    assert answer(path, OTHER) is Answer.RIGHT
    assert answer(path, PIN) is Answer.WRONG


def test_it_is_nowhere_in_the_file(path: Path) -> None:
    typed(path, PIN, PIN)
    assert PIN.encode() not in path.read_bytes()


def test_it_costs_as_much_as_a_card(path: Path) -> None:
    typed(path, PIN, PIN)
    assert "m=131072,t=4,p=4" in (store.load_pin(path) or "")


def test_what_is_no_pin_and_what_differs_is_asked_again(path: Path) -> None:
    said = typed(path, "12345", "123456", PIN, OTHER, PIN, PIN)
    assert "6 to 12 digits" in said.stdout
    assert "the first that are tried" in said.stdout
    assert "not the same" in said.stdout
    assert answer(path, PIN) is Answer.RIGHT


@pytest.mark.parametrize("lines", [(), ("",), ("12345",), (PIN,), (PIN, OTHER)])
def test_left_in_the_middle_nothing_is_changed(path: Path, lines: tuple[str, ...]) -> None:
    store.save_pin(path, "before")
    said = typed(path, *lines)
    assert said.exit_code == 0
    assert "No PIN was set" in said.stdout
    assert store.load_pin(path) == "before"


def test_without_a_store_it_is_a_sentence(tmp_path: Path) -> None:
    said = typed(tmp_path / "post.sqlite", PIN, PIN)
    assert said.exit_code == 1
    assert "no store" in said.stderr


def test_setup_asks_for_it_at_the_end_and_only_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    words = ["setup", "--config", str(tmp_path / "kiosk.toml"), "--data", str(data)]
    begins = CliRunner().invoke(app, [*words, "--school-name", "Келечек"], input="")
    assert "No PIN was set" in begins.stdout
    path = data / "post.sqlite"
    assert "PIN is set" in CliRunner().invoke(app, words, input=f"{PIN}\n{PIN}\n").stdout
    assert answer(path, PIN) is Answer.RIGHT
    assert "PIN" not in CliRunner().invoke(app, words, input="").stdout


def test_at_the_cost_that_it_is_given(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\n{PIN}\n"))
    set_pin(path, CHEAP)
    assert "m=8,t=1,p=1" in (store.load_pin(path) or "")
    assert PIN not in capsys.readouterr().out
