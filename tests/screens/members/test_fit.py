"""Every screen of a sitting, in every language and size: nothing cut, nothing over another."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.post.letters import Language
from kiosk.post.sitting import Step
from kiosk.screens.members.card import Away
from kiosk.screens.members.done import Done
from kiosk.screens.members.menu import Menu
from kiosk.screens.members.screens import screen_for
from tests.screens.committee.hand import LARGE, MIDDLE, SMALL, Hand, Size
from tests.screens.committee.test_fit import collisions, cut, small
from tests.screens.members.scenes import CODE, HERE, SITTINGS, making

SIZES = pytest.mark.parametrize("size", [LARGE, MIDDLE, SMALL], ids=lambda it: f"{it[0]}x{it[1]}")
LATER = date(2028, 1, 1)


def faults(hand: Hand) -> list[str]:
    names = [widget.name for widget in hand.stage.view.widgets]
    twice = [name for name in names if names.count(name) > 1]
    return [*cut(hand), *small(hand), *collisions(hand), *twice]


@SIZES
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", SITTINGS)
def test_everything_fits(scene: str, language: Language, size: Size) -> None:
    hand = Hand(screen_for(SITTINGS[scene], LATER), size, language, paints=False)
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", ["copy", "copy, failed", "copy, envelope"])
def test_an_open_group_fits(scene: str, language: Language, size: Size) -> None:
    hand = Hand(screen_for(SITTINGS[scene], LATER), size, language, paints=False)
    hand.touch("four_2")
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
def test_digits_beside_a_paper_fit(language: Language, size: Size) -> None:
    hand = Hand(screen_for(SITTINGS["copy, printed"], LATER), size, language, paints=False)
    hand.touch("uncover")
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", ["lost, marked", "rescue, complete"])
def test_the_question_before_new_keys_fits(scene: str, language: Language, size: Size) -> None:
    hand = Hand(screen_for(SITTINGS[scene], LATER), size, language, paints=False)
    hand.touch("agree")
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", ["lost, marked", "copy", "copy, envelope"])
def test_the_question_before_cards_are_void_fits(
    scene: str, language: Language, size: Size
) -> None:
    hand = Hand(screen_for(SITTINGS[scene], LATER), size, language, paints=False)
    hand.touch("back")
    assert hand.events == []
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("scene", ["roster, thin", "menu"])
def test_the_question_before_leaving_fits(scene: str, language: Language, size: Size) -> None:
    hand = Hand(screen_for(SITTINGS[scene], LATER), size, language, paints=False)
    hand.touch("leave")
    assert faults(hand) == []


@SIZES
@pytest.mark.parametrize("language", Language)
def test_without_a_printer_everything_fits(language: Language, size: Size) -> None:
    done, away = SITTINGS["done"], making(Step.AWAY)
    for screen in (Menu(HERE, prints=False), Done(done, prints=False), Away(away, prints=False)):
        assert faults(Hand(screen, size, language, paints=False)) == []


def test_every_screen_can_be_told_apart_by_its_beacon() -> None:
    screens = {type(screen): screen for screen in map(shown, SITTINGS)}
    beacons = {Hand(screen).stage.beacon for screen in screens.values()}
    assert len(beacons) == len(screens) == len(Step)


def shown(scene: str):  # type: ignore[no-untyped-def]
    return screen_for(SITTINGS[scene], LATER)


def test_nothing_of_a_card_is_in_a_repr() -> None:
    for scene, sitting in SITTINGS.items():
        hand = Hand(shown(scene), paints=False)
        said = f"{sitting!r} {hand.reprs}"
        assert CODE not in said
        assert not any(CODE[at : at + 4] in said for at in range(0, 20, 4)), scene
