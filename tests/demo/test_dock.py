"""The dock: each lever moves the simulated box, and the box answers on the screen."""

from __future__ import annotations

from datetime import timedelta

import pygame
import pytest

from kiosk.demo import dock
from kiosk.demo.dock import Dock, places
from kiosk.demo.school import PIN
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.screens.stage import Stage
from tests.guest import Guest


class Bench(Guest):
    """A guest who also has the dock under the hand."""

    def __init__(self, guest: Guest) -> None:
        super().__init__(guest.world)
        self._open = False  # the fixture closes it
        desk = guest.world.app.desk
        surface = pygame.Surface((dock.WIDTH, 800))
        monotonic, put = desk.hardware.clock.monotonic, guest.world.app.inbox.put
        self.dock = Stage(surface, dock.THEME, put, monotonic, Language.KY, origin=(1280, 0))
        self.dock.show(Dock(guest.world))
        guest.world.app.add_stage(self.dock)
        self.wait(1)

    def pull(self, lever: str) -> None:
        """Touch a lever where the geometry says it is."""
        rect = places(dock.WIDTH, 800)[lever]
        self.tap(1280 + rect.x + rect.w // 2, rect.y + rect.h // 2)
        self.wait(0.5)

    def dock_reads(self) -> str:
        return "\n".join(str(getattr(one, "text", "")) for one in self.dock.view.widgets)


@pytest.fixture
def bench(guest: Guest) -> Bench:
    return Bench(guest)


def test_a_dropped_letter_is_thanked_for(bench: Bench) -> None:
    bench.pull("drop")
    bench.sees("thanks")


def test_the_technicians_pin_lies_in_the_dock_and_is_typed_by_one_touch(bench: Bench) -> None:
    assert PIN in bench.dock_reads()
    bench.asks_for_the_technician()
    bench.pull("pin")
    bench.touch("send_pin")
    bench.sees("examination")


def test_the_directors_envelope_lies_in_the_dock(bench: Bench) -> None:
    bench.hold("emblem", 3.2)
    bench.touch("members", "envelope")
    bench.pull("envelope")
    bench.wait_until(lambda: not bench.world.app.busy, "the envelope")
    assert bench.says("rescue_right", n=2)


def test_a_whole_review_by_the_dock_alone(bench: Bench) -> None:
    bench.pull("window")
    bench.touch("way_in", "corridor_clear")
    for role in Role:
        bench.pull(f"card_{role}")
        bench.wait_until(lambda: not bench.world.app.busy, "the card")
    bench.touch("digits_later")
    bench.sees("unlock")
    bench.unlock()
    assert bench.word("dock_lock_open") in bench.dock_reads()
    bench.pull("door")
    bench.sees("count")
    assert bench.word("dock_door_back") in bench.dock_reads()
    bench.pull("door")
    assert not bench.world.levers.door_is_open


def test_the_printed_paper_lies_in_the_dock(bench: Bench) -> None:
    assert not any(widget.name == "strip" for widget in bench.dock.view.widgets)
    bench.touch("paper", "slip")
    bench.wait_until(lambda: bool(bench.world.levers.papers), "the slip")
    bench.wait(0.5)
    assert any(widget.name == "strip" for widget in bench.dock.view.widgets)


@pytest.mark.parametrize("lever", ["slot", "paper", "plug", "clock"])
def test_a_lever_says_what_the_next_touch_does(bench: Bench, lever: str) -> None:
    assert bench.word(f"dock_{lever}") in bench.dock_reads()
    bench.pull(lever)
    assert bench.word(f"dock_{lever}_back") in bench.dock_reads()
    bench.pull(lever)
    assert bench.word(f"dock_{lever}") in bench.dock_reads()


def test_a_forced_door_shows_on_the_board(bench: Bench) -> None:
    bench.pull("force")
    bench.wait(1)
    assert bench.says("door_open")


def test_tomorrow_and_the_next_window_and_the_one_after(bench: Bench) -> None:
    before = bench.today
    bench.pull("day")
    assert bench.today == before + timedelta(days=1)
    bench.pull("window")
    first = bench.today
    bench.pull("window")
    assert bench.today > first
    assert bench.offers("way_in")


def test_the_dock_speaks_the_language_of_the_screen(bench: Bench) -> None:
    bench.speaks(Language.RU)
    bench.wait(0.5)
    assert bench.word("dock_title") in bench.dock_reads()
    assert "Имитация" in bench.dock_reads()


def cut(bench: Bench) -> list[str]:
    return [one.name for one in bench.dock.view.widgets if not one.fits(dock.THEME)]


@pytest.mark.parametrize("language", Language)
def test_every_lever_says_all_of_its_words(bench: Bench, language: Language) -> None:
    bench.world.app.desk.stage.language = language
    bench.dock.refresh()
    assert cut(bench) == []
    for lever in ("slot", "paper", "plug", "clock"):
        bench.pull(lever)
    assert cut(bench) == []
