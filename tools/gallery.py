"""Every screen in every language, palette, glass and size of letters, in one page for review.

    python -m tools.gallery build/gallery [--all] [--screens board,write] [--languages ky] …

Without `--all` a combination is left out if more than one of palette, glass and letters is unlike
the usual: light, 1280x800, normal. The pictures are WebP without loss.
"""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

from kiosk.demo.glasses import GLASSES, USUAL
from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Palette, TextSize
from kiosk.post.letters import Language
from tools.showing import Shown

PAGE = Path(__file__).with_suffix(".html")
GAP = "/* filled in by tools/gallery.py */ null"
GLASSES_FIRST = (USUAL, *(glass for glass in GLASSES if glass is not USUAL))
CHOICES = {
    "screens": {name: name for name in SAMPLES},
    "languages": {str(one): one for one in Language},
    "glasses": {glass.named: glass for glass in GLASSES_FIRST},
    "palettes": {str(one): one for one in Palette},
    "letters": {str(one): one for one in TextSize},
}


def chosen(asked: Namespace) -> Iterator[Shown]:
    """What was asked for, screen by screen; SystemExit if there is no such thing."""
    wanted = (_wanted(kind, getattr(asked, kind)) for kind in CHOICES)
    for values in product(*wanted):
        shown = Shown(*values)
        if asked.all or departures(shown) <= 1:
            yield shown


def departures(shown: Shown) -> int:
    """In how many ways it is unlike the usual."""
    usual = Shown(shown.screen, shown.language)
    return sum(one != other for one, other in zip(shown, usual, strict=True))


def _wanted(kind: str, names: str) -> list[object]:
    """All of a kind, or those that begin as one of the names, between commas."""
    known = CHOICES[kind]
    if not names:
        return [*known.values()]
    starts = tuple(name.strip() for name in names.split(","))
    found = [value for name, value in known.items() if name.startswith(starts)]
    if not found:
        raise SystemExit(f"no {kind} begin with {names}; there are: {', '.join(known)}")
    return found


def keep(folder: Path, shown: Shown) -> int:
    """Draw and keep one picture; returns its bytes."""
    path = folder / f"{shown.file}.webp"
    shown.drawn().save(path, lossless=True, quality=30, method=1)
    return path.stat().st_size


def page(shots: Sequence[Shown]) -> str:
    """The page that shows them."""
    kinds = {
        "language": [*map(str, Language)],
        "glass": [glass.named for glass in GLASSES_FIRST],
        "palette": [*map(str, Palette)],
        "letters": [*map(str, TextSize)],
    }
    screens = list(dict.fromkeys(shown.screen for shown in shots))
    told = {"kinds": kinds, "screens": screens, "shots": [*map(_told, shots)]}
    data = json.dumps(told, ensure_ascii=False).replace("</", "<\\/")
    return PAGE.read_text(encoding="utf-8").replace(GAP, data)


def _told(shown: Shown) -> list[str | int]:
    values = (shown.language, shown.glass.named, shown.palette, shown.letters)
    return [shown.screen, f"{shown.file}.webp", *shown.glass[:2], *map(str, values)]


def gallery(folder: Path, shots: Sequence[Shown]) -> int:
    """Draw all of them anew, on all cores, and write the page; returns the pictures' bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.webp"):
        old.unlink()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        sizes = pool.map(keep, [folder] * len(shots), shots, chunksize=16)
        whole = sum(sizes)
    (folder / "index.html").write_text(page(shots), encoding="utf-8")
    return whole


def asked(words: Sequence[str]) -> Namespace:
    """Read the command line."""
    parser = ArgumentParser(prog="gallery", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--all", action="store_true", help="every combination")
    for kind, known in CHOICES.items():
        some = f"such as {next(iter(known))}; several between commas"
        parser.add_argument(f"--{kind}", default="", metavar="NAMES", help=some)
    return parser.parse_args(words)


def main(words: Sequence[str]) -> None:
    """Draw what was asked for, and say how much it was."""
    wishes = asked(words)
    shots, start = [*chosen(wishes)], time.monotonic()
    whole = gallery(wishes.folder, shots)
    took = time.monotonic() - start
    print(f"{len(shots)} pictures, {whole / 1e6:.0f} MB, {took:.0f} s: {wishes.folder}/index.html")


if __name__ == "__main__":
    main(sys.argv[1:])
