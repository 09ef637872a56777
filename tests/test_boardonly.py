"""A second board: it shows what the first one tells, and nothing can be done there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pygame
import pytest

from kiosk import events as ev
from kiosk.boardonly import BoardOnly
from kiosk.config.board import BoardSettings
from kiosk.demo.glasses import GLASSES, Glass
from kiosk.demo.school import NOTICES, SCHOOL
from kiosk.export.bulletin import Bulletin
from kiosk.hardware.simulated import SimulatedClock
from kiosk.loop import Inbox
from kiosk.post.appearance import Appearance, TextSize
from kiosk.post.board import Board
from kiosk.post.clock import ClockLevel
from kiosk.post.letters import Language
from kiosk.screens.board import Board as BoardScreen
from kiosk.screens.board import BoardState
from kiosk.screens.display import Display
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from kiosk.texts import Texts
from tests.screens.sound import unsound

MORNING = datetime(2026, 11, 20, 4, 5, tzinfo=UTC)
PLACE = "1-кабат, китепкананын жанында"
AT = SCHOOL.model_copy(update={"board": BoardSettings(stands_in={Language.KY: PLACE})})
BULLETIN = Bulletin(AT, Board(NOTICES, mark=MORNING.date()))


class Passer:
    """Somebody before the second board; `brought` is what a technician brings."""

    def __init__(self, bulletin: Bulletin) -> None:
        pygame.event.clear()
        self.brought: Bulletin | None = None
        surface = pygame.Surface((1280, 800))
        self.clock, self.inbox = SimulatedClock(MORNING), Inbox()
        theme = Theme.resolve(1280, 800, 10.1)
        self.stage = Stage(surface, theme, self.inbox.put, self.clock.monotonic, Language.KY)
        self.board = BoardOnly(
            bulletin, self._look, self.stage, self.inbox, self.clock, Drawn(surface)
        )
        self.board.start()
        self.settle()

    def _look(self) -> Bulletin | None:
        brought, self.brought = self.brought, None
        return brought

    def settle(self) -> None:
        while self.board.step():
            pass

    def wait(self, seconds: float) -> None:
        self.clock.advance(seconds)
        self.settle()

    def touch(self, name: str) -> None:
        self.wait(0.5)
        x, y, w, h = next(one.rect for one in self.stage.view.widgets if one.name == name)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            place = (x + w // 2, y + h // 2)
            pygame.event.post(pygame.Event(kind, pos=place, button=1, touch=False))
            self.settle()

    def reads(self) -> str:
        return "\n".join(str(getattr(one, "text", "")) for one in self.stage.view.widgets)

    def headline(self) -> str:
        found = (one for one in self.stage.view.widgets if one.name == "card_headline")
        return str(getattr(next(found), "text", ""))

    @property
    def names(self) -> set[str]:
        return {one.name for one in self.stage.view.widgets}


class Drawn(Display):
    """There is no window."""

    def show(self, changed: object) -> None:
        pass


Comes = Callable[[Bulletin], Passer]


@pytest.fixture
def comes(surface: pygame.Surface) -> Iterator[Comes]:
    """Somebody comes before a second board with this bulletin."""
    assert surface, "there is a display"
    came: list[Passer] = []

    def come(bulletin: Bulletin) -> Passer:
        came.append(Passer(bulletin))
        return came[-1]

    yield come
    for passer in came:
        passer.inbox.close()


@pytest.fixture
def passer(comes: Comes) -> Passer:
    return comes(BULLETIN)


def test_it_says_where_the_post_stands_and_offers_nothing_that_is_not_there(
    passer: Passer,
) -> None:
    assert f"Ишеним почтасы турган жер: {PLACE}" in passer.reads()
    assert not passer.names & {"write", "paper", "reply", "way_in", "how"}
    assert [one.act for one in passer.stage.view.widgets if one.name == "emblem"] == [None]


def test_without_a_place_it_says_that_it_is_a_board(comes: Comes) -> None:
    passer = comes(replace(BULLETIN, school=SCHOOL))
    assert Texts(Language.KY)("board_post_elsewhere") in passer.reads()


def test_no_key_and_no_event_leads_anywhere_else(passer: Passer) -> None:
    for key in (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_F1):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    for event in (ev.WriteAsked(), ev.WayInAsked(), ev.GestureMade(), ev.PaperAsked()):
        passer.inbox.put(event)
    passer.settle()
    assert passer.stage.top.name == "board"


def test_cards_turn_by_themselves_and_by_a_touch(passer: Passer) -> None:
    first = passer.headline()
    passer.wait(20.1)
    second = passer.headline()
    assert second != first
    passer.touch("card_before")
    assert passer.headline() == first
    passer.wait(29)
    assert passer.headline() == first


def test_languages_colours_and_help_are_there_and_go_again(passer: Passer) -> None:
    passer.touch("language_ru")
    assert "Почта доверия" in passer.reads()
    passer.touch("appearance")
    passer.touch("size_large")
    passer.touch("done")
    assert passer.stage.appearance == Appearance(size=TextSize.LARGE)
    passer.touch("help_now")
    assert passer.stage.top.name == "help"
    assert "slip" not in passer.names
    passer.wait(61)
    assert passer.stage.top.name == "board"
    assert (passer.stage.language, passer.stage.appearance) == (Language.KY, Appearance())


def test_what_is_brought_hangs_within_a_minute(passer: Passer) -> None:
    fresh = replace(NOTICES[0], headline={Language.KY: "Эртең сабак жок"}, pinned=True)
    passer.brought = replace(BULLETIN, board=Board((fresh,)))
    passer.wait(61)
    seen = {passer.headline()}
    passer.touch("card_after")
    assert "Эртең сабак жок" in seen | {passer.headline()}


def test_it_tells_the_next_reading_by_the_schools_own_rule(passer: Passer) -> None:
    assert "27-ноябрь" in passer.reads()


def test_it_is_dim_in_the_evening_until_it_is_touched(passer: Passer) -> None:
    passer.clock.set(MORNING + timedelta(hours=10))
    passer.wait(61)
    passer.wait(61)
    assert passer.stage.view.dim
    passer.touch("card_after")
    assert not passer.stage.view.dim


@pytest.mark.parametrize(
    "spoil",
    [
        lambda clock: setattr(clock, "level", ClockLevel.UNKNOWN),
        lambda clock: clock.set(MORNING - timedelta(days=3)),
    ],
    ids=["nobody vouches for it", "before the bulletin"],
)
def test_a_clock_in_doubt_leaves_the_cards(
    passer: Passer, spoil: Callable[[SimulatedClock], None]
) -> None:
    spoil(passer.clock)
    passer.wait(61)
    assert Texts(Language.KY)("clock_wrong") in passer.reads()
    assert passer.headline()


def test_it_stops_when_it_is_asked_to(passer: Passer) -> None:
    passer.inbox.put(ev.StopAsked())
    passer.board.run()


ALONE = BoardState(AT, BULLETIN.board, MORNING.date(), MORNING.date(), alone=True)


@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
@pytest.mark.parametrize("card", range(8))
def test_it_is_sound_on_every_glass(card: int, glass: Glass) -> None:
    assert [
        f"{language} {size}: {what} {wrong}"
        for language in Language
        for size in TextSize
        for what, wrong in unsound(
            BoardScreen(replace(ALONE, card=card)), glass, language, Appearance(size=size)
        )
    ] == []
