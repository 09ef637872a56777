"""A reader that is not ours reads the Kyrgyz paper back, where one is installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import encode
from kiosk.post.letters import Language
from tests.paper.papers import paper

READER = shutil.which("tesseract")
TRAINED = {Language.KY: "kir", Language.RU: "rus", Language.EN: "eng"}
SAID = {
    Language.KY: "Ишеним почтасы, орто мектеп, 22-ноябрь, Каттар окулат, 27-ноябрь, үчүн, "
    "күнү-түнү, коркунучта болсоңуз, өзүңүз, чоң кишиге, 111, 112",
    Language.RU: "Почта доверия, Школа, 22 ноября, 27 ноября, круглосуточно, 111, 112",
    Language.EN: "Trust post, School, 22 November, 27 November, helpline, 111, 112",
}
HOUR = re.compile(r"\d:\d\d")


def trained() -> set[str]:
    if READER is None:
        return set()
    known = subprocess.run([READER, "--list-langs"], capture_output=True, text=True, check=True)
    return set(known.stdout.split())


@pytest.mark.outside
@pytest.mark.parametrize("dots", [384, 576])
@pytest.mark.parametrize("language", Language)
def test_the_paper_can_be_read(language: Language, dots: int, tmp_path: Path) -> None:
    if TRAINED[language] not in trained():
        pytest.skip(f"tesseract with {TRAINED[language]} is not installed")
    strip = read_paper(b"".join(encode(paper(language, dots), cutter=True)), dots)
    strip.convert("L").save(tmp_path / "paper.png")
    command = [str(READER), str(tmp_path / "paper.png"), "-", "-l", TRAINED[language], "--psm", "4"]
    read = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    text = " ".join(read.split())
    assert [words for words in SAID[language].split(", ") if words not in text] == []
    assert not HOUR.search(text)
