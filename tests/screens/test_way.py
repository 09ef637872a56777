"""The whole way of a letter on one stage, played by the smallest possible flow."""

from __future__ import annotations

import pygame
import pytest

from kiosk.events import (
    BoardAsked,
    EditAsked,
    Event,
    LanguageChosen,
    LetterErased,
    LetterSent,
    LetterWritten,
    StayAsked,
    Understood,
    WriteAsked,
)
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.screens.base import Rect, Screen
from kiosk.screens.before import Before
from kiosk.screens.board import Board
from kiosk.screens.check import Check
from kiosk.screens.idle import Held, Idle
from kiosk.screens.paper import PaperState
from kiosk.screens.thanks import Thanks
from kiosk.screens.write import Write
from tests.screens.pupil import LARGE, MIDDLE, READING, SCHOOL, SMALL, Pupil, Size
from tests.screens.test_board import STATE

DAY = DayMonth(22, 11)
SECRET = "купуя сөз"


class Visit(Pupil):
    """Shows the next screen after each event, at once; keeps the letters that were sent."""

    def __init__(self, size: Size = LARGE) -> None:
        self.sent: list[str] = []
        self.text = ""  # type: ignore[assignment, method-assign]
        super().__init__(Board(STATE), size, Language.KY)
        self.wait(1)

    def _heard(self, event: Event) -> None:
        super()._heard(event)
        follows = self.follow(event)
        if follows is not None:
            self.stage.show(follows)

    def follow(self, event: Event) -> Screen | None:
        match event:
            case WriteAsked():
                return Before(SCHOOL, READING)
            case Understood():
                return Write(SCHOOL)
            case LetterWritten(text=text):
                return Check(SCHOOL, text, DAY)
            case EditAsked():
                return Write(SCHOOL, self.shown("text"))
            case LetterSent():
                self.sent.append(self.shown("text"))
                return Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED)
            case LetterErased() | BoardAsked():
                return Board(STATE)
            case LanguageChosen(language=language):
                self.stage.language = language
        return None

    def shown(self, attribute: str) -> str:
        return str(getattr(self.stage.screen, attribute))

    @property
    def at(self) -> str:
        return self.stage.screen.name

    @property
    def glass(self) -> bytes:
        width, height = self.stage._surface.get_size()
        return self.pixels(Rect(0, 0, width, height))


@pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL])
def test_four_touches_beside_the_text(size: Size) -> None:
    visit = Visit(size)
    visit.tap("write", "understood")
    visit.wait(1)
    visit.write("салам. жарык өчтү")
    visit.tap("done", "send")
    assert visit.at == "thanks"
    assert visit.sent == ["Салам. Жарык өчтү"]


def test_the_way_back_to_writing_keeps_the_text() -> None:
    visit = Visit()
    visit.tap("write", "understood")
    visit.wait(1)
    visit.write("жарык")
    visit.tap("done", "edit")
    visit.wait(1)
    visit.write(" жок")
    visit.tap("done", "send")
    assert visit.sent == ["Жарык жок"]


def test_the_glass_is_free_of_the_text_before_the_thanks() -> None:
    """What thanks looks like does not depend on what was written or chosen."""
    pictures = set()
    for typed, kind in (("а", None), ("купуя сөз " * 90, Kind.REPORT)):
        visit = Visit()
        visit.tap("write", "understood")
        visit.type(typed)
        visit.tap("done", "cover")
        if kind:
            visit.tap("cover", f"kind_{kind}", "cover")
        visit.tap("send")
        pictures.add(visit.glass)
    assert len(pictures) == 1


@pytest.mark.parametrize("steps", [(), ("done",), ("done", "cover"), ("cover",)])
def test_erase_and_leave_on_every_step_leaves_nothing(steps: tuple[str, ...]) -> None:
    fresh = Visit().glass
    visit = Visit()
    visit.tap("write", "understood")
    visit.type(SECRET)
    held = visit.stage.screen
    visit.tap(*steps, "erase", "erase_now")
    assert visit.at == "board"
    assert visit.glass == fresh
    assert visit.sent == []
    assert held.text == ""  # type: ignore[attr-defined]
    assert SECRET not in visit.reprs


def test_the_idle_warning_covers_the_letter_and_gives_it_back() -> None:
    visit = Visit()
    visit.tap("write", "understood")
    visit.type(SECRET)
    writing = visit.stage.screen
    visit.stage.show(Idle(SCHOOL, 30, Held.LETTER), wipe=False)
    visit.stage.draw()
    assert SECRET not in visit.seen
    visit.tap("stay")
    assert visit.events[-1] == StayAsked()
    visit.stage.show(writing)
    assert visit.shown("text") == SECRET


def test_the_next_child_finds_nothing_of_an_abandoned_letter() -> None:
    visit = Visit()
    visit.tap("write", "understood")
    visit.type(SECRET)
    writing = visit.stage.screen
    visit.stage.show(Idle(SCHOOL, 30, Held.LETTER), wipe=False)
    visit.tap("leave")
    writing.wipe()  # the flow set it aside, so the flow forgets it
    visit.tap("write", "understood")
    assert visit.shown("text") == ""


def test_switching_the_language_loses_no_letter() -> None:
    visit = Visit()
    visit.tap("write", "understood")
    visit.type(SECRET)
    visit.tap("language_ru", "cover", "language_en", "cover")
    assert visit.shown("text") == SECRET
    visit.tap("done", "language_ky", "send")
    assert visit.sent == [SECRET]


def test_a_child_who_taps_everything_twice_sends_one_letter() -> None:
    """Every tap is followed by another at the same place 80 ms later, for each finger's down."""
    visit = Visit()
    for name in ("write", "understood"):
        twice(visit, name)
    visit.wait(1)
    visit.write("жарык")
    for name in ("done", "send"):
        twice(visit, name)
    assert visit.at == "thanks"
    assert visit.sent == ["Жарык"]


def twice(visit: Visit, name: str) -> None:
    visit.wait(0.5)
    x, y = visit.middle(name)
    visit.tap_at(x, y)
    visit.wait(0.03)
    visit.tap_at(x, y)


def test_the_frame_between_two_screens_shows_only_one_of_them() -> None:
    """Nothing of the old screen is left where the new one has nothing."""
    visit = Visit()
    visit.tap("write")
    visit.stage.show(Before(SCHOOL, READING))
    whole = visit.stage.draw()
    surface = visit.stage._surface
    assert whole == [Rect(0, 0, *surface.get_size())]
    once = visit.glass
    surface.fill("red")
    visit.stage.show(Before(SCHOOL, READING))
    visit.stage.draw()
    assert visit.glass == once


def test_painting_what_changed_gives_the_same_picture_as_painting_all() -> None:
    visit = Visit()
    visit.tap("write", "understood")
    visit.wait(1)
    visit.write("бир эки. үч")
    visit.tap("key_shift", "cover", "cover", "key_numbers")
    for key in (pygame.K_UP, pygame.K_HOME):
        visit.stage.feed(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
    visit.stage.draw()
    changed = visit.glass
    visit.stage._painted = None
    visit.stage.draw()
    assert visit.glass == changed
