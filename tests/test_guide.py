"""The committee's guide: its documents are of its sources, and name what the screen really says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kiosk.post.letters import Language
from kiosk.texts import po_file
from tests.paper.pdf.reading import opened, pages, read, squeezed
from tools.draw_guide import PAGES, draw
from tools.draw_guide import read as source_of

FOLDER = Path(__file__).parents[1] / "docs" / "guide"
LANGUAGES = pytest.mark.parametrize("language", [Language.KY, Language.RU])


@LANGUAGES
def test_it_has_two_pages_with_every_word_of_its_source(language: Language) -> None:
    guide = source_of(FOLDER / f"guide.{language}.md")
    data = (FOLDER / f"guide.{language}.pdf").read_bytes()
    told = read(data)
    assert len(pages(data)) == PAGES
    words = [guide.title, guide.lead, *guide.boxes]
    words += [said for part in guide.parts for said in (part.head, part.words)]
    assert [one for one in words if squeezed(one) not in told] == []


@LANGUAGES
def test_what_is_committed_is_what_the_source_gives(language: Language) -> None:
    guide = source_of(FOLDER / f"guide.{language}.md")
    drawn = draw(guide, FOLDER / "pictures", language)
    committed = (FOLDER / f"guide.{language}.pdf").read_bytes()
    assert pages(drawn) == pages(committed)


@LANGUAGES
def test_every_step_has_its_picture(language: Language) -> None:
    guide = source_of(FOLDER / f"guide.{language}.md")
    data = (FOLDER / f"guide.{language}.pdf").read_bytes()
    document = opened(data)
    found = sum(1 for page in document for one in page.get_objects() if one.type == 3)
    document.close()
    assert found == len(guide.parts) == 10


@LANGUAGES
def test_the_buttons_it_names_are_on_the_screen(language: Language) -> None:
    guide = (FOLDER / f"guide.{language}.md").read_text(encoding="utf-8")
    sentences = re.findall(r'^msgstr "(.+)"$', po_file(language).read_text("utf-8"), re.MULTILINE)
    named = set(re.findall("«(.+?)»", guide)) - {"KIOSK"}
    assert len(named) > 5
    assert named - set(sentences) == set()


def test_a_source_that_became_too_long_is_refused() -> None:
    guide = source_of(FOLDER / "guide.ky.md")
    longer = type(guide)(guide.title, guide.lead * 60, guide.parts, guide.boxes)
    with pytest.raises(ValueError, match="pages, not 2"):
        draw(longer, FOLDER / "pictures", "ky")
