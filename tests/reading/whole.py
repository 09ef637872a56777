"""Every screen of a pupil read by OCR, in Kyrgyz and Russian, in light and dark.

Not among the ordinary tests: `make test-look`.
"""

from __future__ import annotations

import pytest

from kiosk.post.appearance import Palette
from kiosk.post.letters import Language
from tests.reading import eye
from tests.reading.screens import READ, complaints


@pytest.mark.parametrize("language", [Language.KY, Language.RU])
@pytest.mark.parametrize("palette", [Palette.LIGHT, Palette.DARK])
@pytest.mark.parametrize("name", READ)
def test_its_sentences_can_be_read(name: str, palette: Palette, language: Language) -> None:
    assert not eye.missing()
    assert complaints(name, language, palette) == []
