"""No frame shows a letter after «Жөнөтүү», after the warning, or after it was erased (law 3)."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from kiosk.demo.visitor import middle
from kiosk.flow.patience import COVER_S, ERASED_S, LETTER_S, WARNING_S
from kiosk.screens.check import Check
from kiosk.screens.write import Write
from tests.flow.test_letter import waiting
from tests.guest import TEXT, Guest
from tests.mishaps.test_clock import doubt
from tests.mishaps.test_disk_full import full_disk

OTHER = "Мени эч ким укпайт, эмне кылсам болот? " * 20


class Camera:
    """Keeps each new picture of the glass, frame by frame."""

    def __init__(self, guest: Guest) -> None:
        self._guest = guest
        self.frames: list[bytes] = []

    def films(self, until: Callable[[], bool]) -> list[bytes]:
        """Turn the loop until it happened and nothing is left to do."""
        app, busy = self._guest.world.app, True
        while busy or not until():
            busy = app.busy
            busy |= app.step()
            self._keep()
            app.nap(0.001)
        return self.frames

    def _keep(self) -> None:
        frame = pygame.image.tobytes(self._guest.world.surface, "RGB")
        if frame not in self.frames[-1:]:
            self.frames.append(frame)


def _let_go_of(guest: Guest, name: str) -> None:
    """Press, and let go only when the camera runs."""
    guest.wait(0.4)
    place = middle(guest.widget(name).rect)
    down, up = (pygame.Event(kind, pos=place, button=1, touch=False)
                for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP))  # fmt: skip
    pygame.event.post(down)
    guest.steps()
    pygame.event.post(up)


def _sent(guest: Guest, text: str) -> list[bytes]:
    """From the finger's rise, with the letter open before it, to the thanks."""
    guest.writes(text)
    guest.touch("cover")
    assert guest.shows(text[:20])
    _let_go_of(guest, "send")
    frames = Camera(guest).films(lambda: guest.screen == "thanks")
    guest.touch("leave")
    return frames


def test_between_sending_and_the_thanks_no_frame_tells_of_the_text(guest: Guest) -> None:
    _sent(guest, TEXT)  # so that both find the same board before them
    assert _sent(guest, TEXT) == _sent(guest, OTHER) != []


def _erased(guest: Guest, text: str) -> list[bytes]:
    guest.writes(text)
    guest.touch("cover", "erase")
    _let_go_of(guest, "erase_now")
    frames = Camera(guest).films(lambda: guest.screen == "erased")
    guest.touch("leave")
    return frames


def _left(guest: Guest, text: str) -> list[bytes]:
    """From the warning to the sentence that it is gone."""
    guest.touch("write", "understood")
    guest.type(text)
    guest.world.clock.advance(LETTER_S)
    camera = Camera(guest)
    camera.films(lambda: guest.screen == "idle")
    camera.frames.clear()
    for _ in range(WARNING_S):
        guest.world.clock.advance(1)
        camera.films(lambda: True)
    guest.sees("erased")
    guest.wait(ERASED_S)
    return camera.frames


@pytest.mark.parametrize("way", [_erased, _left])
def test_what_was_erased_was_out_of_sight_before(
    guest: Guest, way: Callable[[Guest, str], list[bytes]]
) -> None:
    assert way(guest, TEXT) == way(guest, OTHER) != []


def test_a_letter_that_nobody_touches_is_covered_and_one_touch_shows_it(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.wait(COVER_S - 1)
    assert guest.shows(TEXT)
    guest.wait(1)
    guest.sees("write")
    assert not guest.shows(TEXT)
    guest.touch("cover")
    assert guest.shows(TEXT)


def test_the_camera_sees_a_letter_that_is_shown(guest: Guest) -> None:
    pictures = []
    for text in (TEXT, OTHER):
        guest.touch("write", "understood")
        guest.type(text)
        pictures.append(Camera(guest).films(lambda: True))
        guest.touch("erase", "erase_now", "leave")
    assert pictures[0] != pictures[1]


# --- erase and leave ---

STEPS: dict[str, tuple[str, ...]] = {
    "writing": (),
    "covered": ("cover",),
    "checking": ("done",),
    "open": ("done", "cover"),
    "a kind": ("done", "kind_wish"),
    "who may read": ("done", "readers"),
    "chosen who": ("done", "readers", "readers_1"),
    "a reply": ("done", "reply"),
    "writing again": ("done", "edit"),
    "back from help": ("done", "help_now", "back"),
    "back from help while writing": ("help_now", "back"),
}


def _erases(guest: Guest) -> None:
    """Asked once, with the text out of sight; denied, then meant."""
    held = guest.world.app.desk.stage.screen
    assert isinstance(held, Write | Check)
    guest.touch("erase")
    assert guest.says("erase_confirm")
    assert not guest.shows(TEXT)
    guest.touch("keep", "erase", "erase_now")
    guest.sees("erased")
    assert held.text == ""
    assert not guest.shows(TEXT)
    guest.wait(ERASED_S)
    guest.sees("board")
    assert waiting(guest.data) == 0


@pytest.mark.parametrize("step", STEPS)
def test_erase_and_leave_is_there_on_every_step(guest: Guest, step: str) -> None:
    guest.touch("write", "understood")
    guest.type(TEXT)
    guest.touch(*STEPS[step])
    _erases(guest)


@pytest.mark.parametrize("steps", [(), ("date",), ("date", "date_done")])
def test_it_is_there_while_the_day_is_picked(guest: Guest, steps: tuple[str, ...]) -> None:
    doubt(guest)
    guest.writes()
    guest.touch(*steps)
    _erases(guest)


def test_it_is_there_when_the_disk_refused_the_letter(guest: Guest) -> None:
    guest.writes()
    with full_disk():
        guest.touch("send")
    _erases(guest)


def test_it_is_there_at_the_warning(guest: Guest) -> None:
    guest.writes()
    guest.wait(LETTER_S)
    guest.touch("leave")
    guest.sees("erased")
