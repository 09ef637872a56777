"""The demo's stick: each pull of its lever is something that a hand does to a real one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.demo.stick import SimulatedStick, StickState
from kiosk.export.errors import NoStick, StickError, StickFull, StickGone, StickReadOnly
from kiosk.export.stick import Stick

ON = date(2026, 11, 27)


@pytest.fixture
def simulated(tmp_path: Path) -> SimulatedStick:
    return SimulatedStick(tmp_path / "stick")


@pytest.mark.parametrize(
    ("state", "error"),
    [
        (StickState.OUT, NoStick),
        (StickState.FULL, StickFull),
        (StickState.READ_ONLY, StickReadOnly),
        (StickState.PULLED, StickGone),
    ],
)
def test_each_state_is_met_as_its_trouble(
    simulated: SimulatedStick, state: StickState, error: type[StickError]
) -> None:
    simulated.state = state
    with pytest.raises(error):
        Stick(Path("/nowhere"), simulated).save("a.csv", b"1;2", ON)
    simulated.state = StickState.IN
    assert Stick(Path("/nowhere"), simulated).save("a.csv", b"1;2", ON) == "a.csv"
    assert [path.name for path in simulated.folder.iterdir()] == ["a.csv"]


def test_a_pulled_stick_keeps_half_a_file_until_it_comes_back(simulated: SimulatedStick) -> None:
    simulated.state = StickState.PULLED
    with pytest.raises(StickGone):
        Stick(Path("/nowhere"), simulated).save("a.csv", b"1;2;", ON)
    (half,) = simulated.folder.iterdir()
    assert half.read_bytes() == b"1;"
    assert simulated.state is StickState.OUT


def test_the_lever_goes_round(simulated: SimulatedStick) -> None:
    seen = []
    for _ in StickState:
        seen.append(simulated.state)
        simulated.move()
    assert seen == [*StickState]
    assert simulated.state is StickState.OUT


def test_without_a_stick_no_folder_is_made(simulated: SimulatedStick) -> None:
    with pytest.raises(NoStick):
        Stick(Path("/nowhere"), simulated).save("a.csv", b"1;2", ON)
    assert not simulated.folder.exists()
