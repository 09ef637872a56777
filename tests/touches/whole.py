"""Every button of every screen on every glass, in every language, with letters of both sizes.

Not among the ordinary tests: `make test-touch`.
"""

from __future__ import annotations

import pytest

from kiosk.demo.glasses import GLASSES, Glass
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import TextSize
from kiosk.post.letters import Language
from tests.touches.glass import touch_all
from tools.showing import Shown


@pytest.mark.parametrize("letters", TextSize)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
def test_every_button_acts_once_and_alone(
    glass: Glass, language: Language, letters: TextSize
) -> None:
    tallies = [touch_all(Shown(name, language, glass, letters=letters)) for name in SAMPLES]
    assert [wrong for tally in tallies for wrong in tally.wrong] == []
