"""Every screen and scene on every glass, in every language and both sizes of letters.

The ordinary tests take the tightest glasses, and some of the ways: `make test-fit` takes all.
"""

from __future__ import annotations

import pytest

from kiosk.demo.glasses import Glass
from tests.screens.committee import (
    test_fit,
    test_journal_fit,
    test_keeping,
    test_matters_fit,
    test_notices_fit,
    test_papers,
)
from tests.screens.committee.fitting import EVERY_GLASS, WAYS, unsound
from tests.screens.members import test_fit as test_members_fit
from tests.screens.shown import SCREENS
from tests.screens.sound import all_wrong
from tests.screens.technician import test_fit as test_technician_fit

MODULES = (
    test_fit,
    test_journal_fit,
    test_keeping,
    test_matters_fit,
    test_notices_fit,
    test_papers,
    test_members_fit,
    test_technician_fit,
)
SCENES = {
    f"{module.__name__}: {name}": scene
    for module in MODULES
    for name, scene in module.SCENES.items()
}


@EVERY_GLASS
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass, WAYS) == []


@EVERY_GLASS
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_of_a_pupil_is_sound(name: str, glass: Glass) -> None:
    assert all_wrong(SCREENS[name](), glass) == []
