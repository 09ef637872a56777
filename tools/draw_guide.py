"""Draw the committee's guide: each `guide.*.md` beside its pictures, as two pages in A4.

With a folder of the tour, its pictures are taken anew first, small and with few colours:

    python tools/draw_guide.py docs/guide [build/tour]

A source has a title (`#`), parts (`## words | picture`), paragraphs, and boxes (`!`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PIL import Image

from kiosk.paper.pdf.pages import PALE, THICK, Pages, pitch
from kiosk.paper.sheet import Face

MADE = date(2026, 11, 23)
"""The day that stands in the files; change it with their words."""

WIDE = 52.0
"""Millimetres of a picture's width."""

TITLE, HEAD, BODY = 16.0, 11.0, 10.0
PIXELS, COLOURS = (760, 475), 64
PAGES = 2


@dataclass(frozen=True)
class Part:
    """One step: its heading, the picture beside it, and its words."""

    head: str
    picture: str
    words: str


@dataclass(frozen=True)
class Guide:
    """All of one source."""

    title: str
    lead: str
    parts: tuple[Part, ...]
    boxes: tuple[str, ...]


def read(source: Path) -> Guide:
    """Read a source; raises ValueError for one of another form."""
    title, lead, *rest = source.read_text(encoding="utf-8").strip().split("\n\n")
    boxes = tuple(block[2:] for block in rest if block.startswith("! "))
    steps = [block for block in rest if not block.startswith("! ")]
    parts = zip(steps[::2], steps[1::2], strict=True)
    return Guide(title.removeprefix("# "), lead, tuple(_part(*both) for both in parts), boxes)


def _part(head: str, words: str) -> Part:
    name, picture = head.removeprefix("## ").split(" | ")
    return Part(name, picture, words)


def draw(guide: Guide, pictures: Path, language: str) -> bytes:
    """The guide as a document; raises ValueError if it takes another number of pages."""
    pages = Pages(guide.title, guide.title, MADE)
    pages.text(guide.title, TITLE, Face.BOLD)
    pages.space(1)
    pages.text(guide.lead, BODY)
    pages.space(2)
    for part in guide.parts:
        _step(pages, part, pictures / f"{language}-{part.picture}.png")
    for box in guide.boxes:
        _box(pages, box)
    drawn = pages.bytes()
    if pages.count != PAGES:
        raise ValueError(f"the guide takes {pages.count} pages, not {PAGES}")
    return drawn


def _step(pages: Pages, part: Part, picture: Path) -> None:
    """The picture at the left, the words at its right."""
    high = WIDE * PIXELS[1] / PIXELS[0]
    x, width = pages.left + WIDE + 5, pages.width - WIDE - 5
    words = len(pages.lines(part.words, BODY, width)) * pitch(BODY) + pitch(HEAD) + 1
    pages.need(max(high, words) + 3)
    pages.rule()
    pages.space(2)
    top = pages.y
    pages.picture(picture, pages.left, WIDE)
    pages.box(pages.left, top, WIDE, high)
    pages.y = top
    pages.text(part.head, HEAD, Face.BOLD, x=x, width=width)
    pages.space(1)
    pages.text(part.words, BODY, x=x, width=width)
    pages.y = top + max(high, words) + 3


def _box(pages: Pages, words: str) -> None:
    lines = pages.lines(words, BODY, pages.width - 8)
    high = len(lines) * pitch(BODY) + 4
    pages.need(high + 3)
    pages.box(pages.left, pages.y, pages.width, high, PALE)
    pages.line(pages.left, pages.y, pages.left, pages.y + high, THICK)
    top = pages.y
    pages.y += 2
    pages.text(words, BODY, x=pages.left + 4, width=pages.width - 8)
    pages.y = top + high + 3


def shown(tour: Path, language: str, picture: str) -> Path:
    """The tour's first picture of this name."""
    return min(tour.glob(f"[0-9]*-{language}-{picture}.png"))


def take(guide: Guide, tour: Path, pictures: Path, language: str) -> None:
    """Take the pictures of a guide from the tour."""
    for part in guide.parts:
        with Image.open(shown(tour, language, part.picture)) as whole:
            small = whole.convert("RGB").resize(PIXELS, Image.Resampling.LANCZOS)
        few = small.quantize(COLOURS)
        few.save(pictures / f"{language}-{part.picture}.png", optimize=True)


def sources(folder: Path) -> Iterator[tuple[str, Path]]:
    """Each source with its language."""
    for source in sorted(folder.glob("guide.*.md")):
        yield source.suffixes[0].removeprefix("."), source


def main(folder: Path, tour: Path | None = None) -> None:
    """Write a document beside each source."""
    for language, source in sources(folder):
        guide = read(source)
        if tour is not None:
            take(guide, tour, folder / "pictures", language)
        source.with_suffix(".pdf").write_bytes(draw(guide, folder / "pictures", language))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
