"""Every screen of a sitting on every glass, in every language: nothing cut or over another."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kiosk.demo.glasses import Glass
from kiosk.post.sitting import Step
from kiosk.screens.base import Screen
from kiosk.screens.members.card import Away
from kiosk.screens.members.done import Done
from kiosk.screens.members.menu import Menu
from kiosk.screens.members.screens import screen_for
from tests.screens.committee.fitting import unsound
from tests.screens.committee.hand import Hand
from tests.screens.committee.scenes import Scene, show
from tests.screens.glasses import SOME_GLASSES
from tests.screens.members.scenes import CODE, HERE, SITTINGS, making

LATER = date(2028, 1, 1)


def shown(sitting: str) -> Screen:
    return screen_for(SITTINGS[sitting], LATER)


def after(sitting: str, *touches: str) -> Scene:
    return show(lambda: shown(sitting), *touches)


SCENES: dict[str, Scene] = {
    **{sitting: after(sitting) for sitting in SITTINGS},
    **{
        f"{sitting}, a group open": after(sitting, "four_2")
        for sitting in ("copy", "copy, failed", "copy, envelope")
    },
    "copy, digits beside the paper": after("copy, printed", "uncover"),
    **{f"{one}, new keys?": after(one, "agree") for one in ("lost, marked", "rescue, complete")},
    **{
        f"{sitting}, void?": after(sitting, "back")
        for sitting in ("lost, marked", "copy", "copy, envelope")
    },
    **{f"{sitting}, leave?": after(sitting, "leave") for sitting in ("roster, thin", "menu")},
    "menu, no printer": show(lambda: Menu(HERE, prints=False)),
    "done, no printer": show(lambda: Done(SITTINGS["done"], prints=False)),
    "away, no printer": show(lambda: Away(making(Step.AWAY), prints=False)),
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


@pytest.mark.parametrize("sitting", ["lost, marked", "copy", "copy, envelope"])
def test_cards_are_not_void_before_it_is_asked(sitting: str) -> None:
    hand = Hand(shown(sitting))
    hand.touch("back")
    assert hand.events == []


def test_every_screen_can_be_told_apart_by_its_beacon() -> None:
    screens = {type(screen): screen for screen in map(shown, SITTINGS)}
    beacons = {Hand(screen).stage.beacon for screen in screens.values()}
    assert len(beacons) == len(screens) == len(Step)


def test_nothing_of_a_card_is_in_a_repr() -> None:
    for scene, sitting in SITTINGS.items():
        hand = Hand(shown(scene), paints=False)
        said = re.sub(r"0x[0-9a-f]+", "", f"{sitting!r} {hand.reprs}")  # an address is no card
        assert CODE not in said
        assert not any(CODE[at : at + 4] in said for at in range(0, 20, 4)), scene
