"""Where the tour keeps its pictures, and the page that shows them in order."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

import pygame

from kiosk.demo.strip import read_paper
from kiosk.post.letters import Language

PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><title>The trust post: a tour</title>
<style>
body {{ font: 16px/1.4 sans-serif; margin: 2rem; background: #eef1f6; color: #14213d }}
main {{ display: flex; flex-wrap: wrap; gap: 1.5rem; align-items: flex-start }}
figure {{ margin: 0; max-width: 640px }} img {{ max-width: 100%; box-shadow: 0 1px 6px #0004 }}
figure.paper img {{ max-height: 480px }}
</style>
<h1>The trust post: a tour</h1>
{parts}
</html>
"""


@dataclass(frozen=True)
class Picture:
    """One picture in the album; `data` is the printed bytes beside a paper's picture."""

    language: Language
    caption: str
    file: str
    data: str = ""


class Album:
    """Numbers what it is given and binds it into one page."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pictures: list[Picture] = []
        folder.mkdir(parents=True, exist_ok=True)
        for old in [*folder.glob("[0-9][0-9][0-9]-*.*"), *folder.glob("index.html")]:
            old.unlink()

    def __len__(self) -> int:
        return len(self._pictures)

    def screen(self, language: Language, caption: str, surface: pygame.Surface) -> None:
        """Keep what the display shows now."""
        file = f"{self._name(language, caption)}.png"
        pygame.image.save(surface, str(self._folder / file))
        self._pictures.append(Picture(language, caption, file))

    def paper(self, language: Language, caption: str, data: bytes, dots: int) -> None:
        """Keep a printed paper: its bytes, and its picture drawn from them."""
        name = self._name(language, caption)
        (self._folder / f"{name}.bin").write_bytes(data)
        read_paper(data, dots).save(self._folder / f"{name}.png")
        self._pictures.append(Picture(language, caption, f"{name}.png", f"{name}.bin"))

    def bind(self) -> None:
        """Write `index.html`."""
        parts = "\n".join(self._chapter(language) for language in Language)
        (self._folder / "index.html").write_text(PAGE.format(parts=parts), encoding="utf-8")

    def _name(self, language: Language, caption: str) -> str:
        words = "-".join("".join(c if c.isalnum() else " " for c in caption.lower()).split())
        return f"{len(self._pictures) + 1:03}-{language}-{words}"

    def _chapter(self, language: Language) -> str:
        mine = (picture for picture in self._pictures if picture.language is language)
        return f"<h2>{language}</h2>\n<main>\n" + "\n".join(map(_figure, mine)) + "\n</main>"


def _figure(picture: Picture) -> str:
    caption = escape(picture.caption)
    kind = ' class="paper"' if picture.data else ""
    more = f' (<a href="{picture.data}">bytes</a>)' if picture.data else ""
    image = f'<img src="{picture.file}" alt="{caption}">'
    return f"<figure{kind}>{image}<figcaption>{caption}{more}</figcaption></figure>"
