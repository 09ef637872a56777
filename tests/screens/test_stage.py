"""What the stage paints, and what it hands on."""

from __future__ import annotations

import pygame
import pytest

from kiosk.events import BoardAsked, Event, LanguageChosen, Touched
from kiosk.post.letters import Language
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View
from kiosk.screens.beacon import beacon
from kiosk.screens.parts import languages
from kiosk.screens.stage import Stage
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Dots, Icon, Label, Panel
from tests.screens.pupil import Pupil

SCREENS = [
    "dark",
    "board",
    "before",
    "write",
    "check",
    "thanks",
    "paper",
    "how",
    "idle",
    "wayin",
    "rollcall",
    "unlock",
    "count",
    "register",
    "close",
    "closed",
    "dock",
]


class Sign(Screen):
    """A panel, a label on it, and a button apart."""

    name = "sign"

    def __init__(self, words: str = "one") -> None:
        self.words, self.fill, self.x = words, "sheet", 20
        self.typed: list[KeyStroke] = []
        self.wiped = False

    def key(self, stroke: KeyStroke) -> Event | None:
        self.typed.append(stroke)
        return BoardAsked() if stroke.control == "escape" else None

    def wipe(self) -> None:
        self.wiped = True

    def view(self, look: Look) -> View:
        return View(
            "paper",
            (
                Panel("box", Rect(self.x, 20, 300, 200), "paper", self.fill),
                Label("words", Rect(40, 40, 200, 60), self.fill, self.words),
                Button("go", Rect(20, 400, 200, 90), "paper", look.texts("ok"), act=BoardAsked()),
            ),
        )


@pytest.fixture
def sign() -> Sign:
    return Sign()


@pytest.fixture
def pupil(sign: Sign) -> Pupil:
    pupil = Pupil(sign)
    pupil.wait(1)
    return pupil


def test_nothing_is_painted_when_nothing_changed(pupil: Pupil) -> None:
    assert pupil.stage.draw() == []
    pupil.stage.refresh()
    assert pupil.stage.draw() == []


def test_only_what_changed_is_painted(pupil: Pupil, sign: Sign) -> None:
    sign.words = "two"
    pupil.stage.refresh()
    assert pupil.stage.draw() == [Rect(40, 40, 200, 60)]
    assert pupil.stage.draw() == []


def test_what_lies_on_top_of_a_change_is_painted_again(pupil: Pupil, sign: Sign) -> None:
    sign.fill = "calm"
    pupil.stage.refresh()
    # The label's ground changed with the panel: that is another layout, so all is painted.
    assert pupil.stage.draw() == [Rect(0, 0, 1280, 800)]


def test_a_label_over_a_changed_panel_is_painted_again() -> None:
    class Boxed(Sign):
        def view(self, look: Look) -> View:
            line = "line" if self.words == "two" else ""
            return View(
                "paper",
                (
                    Panel("box", Rect(20, 20, 300, 200), "paper", "sheet", line=line),
                    Label("words", Rect(40, 40, 200, 60), "sheet", "same"),
                    Label("apart", Rect(600, 40, 200, 60), "paper", "same"),
                ),
            )

    screen = Boxed()
    pupil = Pupil(screen)
    screen.words = "two"
    pupil.stage.refresh()
    assert pupil.stage.draw() == [Rect(20, 20, 300, 200), Rect(40, 40, 200, 60)]


def test_another_layout_is_painted_whole(pupil: Pupil, sign: Sign) -> None:
    sign.x = 30
    pupil.stage.refresh()
    assert pupil.stage.draw() == [Rect(0, 0, 1280, 800)]


def test_a_press_shows_at_once_and_goes_with_the_finger(pupil: Pupil) -> None:
    place = pupil.widget("go").rect
    before = pupil.pixels(place)
    x, y = pupil.middle("go")
    pupil.down(x, y)
    assert pupil.stage.draw() == [place]
    assert pupil.pixels(place) != before
    pupil.drag(x + 600, y)
    assert pupil.stage.draw() == [place]
    assert pupil.pixels(place) == before


def test_another_screen_is_painted_whole_and_the_old_one_forgets(pupil: Pupil, sign: Sign) -> None:
    other = Sign("other")
    pupil.stage.show(other)
    assert sign.wiped
    assert pupil.stage.screen is other
    assert pupil.stage.draw() == [Rect(0, 0, 1280, 800)]


def test_a_screen_may_be_set_aside_without_forgetting(pupil: Pupil, sign: Sign) -> None:
    pupil.stage.show(Sign(), wipe=False)
    assert not sign.wiped


def test_showing_the_same_screen_again_does_not_wipe_it(pupil: Pupil, sign: Sign) -> None:
    pupil.stage.show(sign)
    assert not sign.wiped


def test_the_language_changes_words_and_nothing_else(pupil: Pupil, sign: Sign) -> None:
    assert pupil.text("go") == "OK"
    pupil.stage.language = Language.RU
    assert pupil.stage.language is Language.RU
    assert pupil.text("go") == "Хорошо"
    assert pupil.stage.draw() == [pupil.widget("go").rect]
    assert sign.words == "one"


def test_the_first_pixel_tells_which_screen_shows(pupil: Pupil) -> None:
    surface = pupil.stage._surface
    assert surface.get_at((0, 0))[:3] == pupil.stage.beacon
    ground = pupil.theme.colour("paper")
    assert pupil.stage.beacon != ground
    assert max(abs(one - two) for one, two in zip(pupil.stage.beacon, ground, strict=True)) <= 7


def test_no_two_screens_have_the_same_first_pixel() -> None:
    theme = Theme.resolve(1280, 800, 10.1)
    for ground in ("paper", "night"):
        assert len({beacon(theme.colour(ground), name) for name in SCREENS}) == len(SCREENS)


def test_the_stage_may_lie_anywhere_in_a_window() -> None:
    """Events come and rectangles go in pixels of the window."""
    window = pygame.Surface((1280, 600))
    stage_at = Rect(400, 50, 800, 480)
    events: list[Event] = []
    now = [10.0]
    stage = Stage(
        window.subsurface(stage_at),
        Theme.resolve(800, 480, 7.0),
        events.append,
        lambda: now[0],
        Language.EN,
        origin=(400, 50),
    )
    stage.show(Sign())
    assert stage.draw() == [stage_at]
    now[0] += 1
    at = {"x": 500 / 1280, "y": 500 / 600, "finger_id": 1}
    stage.feed(pygame.event.Event(pygame.FINGERDOWN, at))
    assert stage.draw() == [Rect(420, 450, 200, 90)]
    stage.feed(pygame.event.Event(pygame.FINGERUP, at))
    now[0] += 1
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        stage.feed(pygame.event.Event(kind, pos=(500, 500), button=1, touch=False))
    assert events == [Touched(), BoardAsked(), Touched(), BoardAsked()]


def test_every_widget_stays_inside_its_rectangle() -> None:
    """The clip holds even where a picture would be larger."""

    class Crowded(Screen):
        name = "crowded"

        def view(self, look: Look) -> View:
            place = Rect(100, 100, 40, 20)
            return View(
                "paper",
                (
                    Label("words", place, "paper", "Much too long for this", type="headline"),
                    Dots("dots", place, "paper", 30, 2),
                    Icon("icon", place, "paper", "phone"),
                ),
            )

    pupil = Pupil(Crowded())
    assert not pupil.widget("words").fits(pupil.theme)
    around = Rect(0, 0, 1280, 99)
    ground = bytes(pupil.theme.colour("paper"))
    assert pupil.pixels(around)[3:] == ground * (1280 * 99 - 1)


def test_one_touch_on_a_language_asks_for_it() -> None:
    class Tongues(Screen):
        name = "tongues"

        def view(self, look: Look) -> View:
            return View("paper", languages(look, Rect(20, 20, 300, 80), "paper"))

    pupil = Pupil(Tongues())
    assert pupil.chosen("language_en")
    pupil.tap("language_ky")
    assert pupil.events == [LanguageChosen(Language.KY)]
