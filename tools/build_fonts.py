"""Merge the Golos Text subsets of the npm package `@fontsource/golos-text` into one TTF a weight.

The subsets are split by script, and ң ө ү sit apart from the other Cyrillic letters; a program
that loads one file needs them together. Run after `npm pack @fontsource/golos-text` and `tar xzf`:

    python tools/build_fonts.py package/files kiosk/assets/fonts
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

SUBSETS = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
WEIGHTS = {400: "Regular", 700: "Bold"}


def merged(files: list[Path]) -> TTFont:
    """Return one font of all files; the subsets are unpacked to plain TTF for the merger."""
    with TemporaryDirectory() as folder:
        paths = []
        for file in files:
            font = TTFont(file)
            font.flavor = None
            paths.append(f"{folder}/{file.stem}.ttf")
            font.save(paths[-1])
        return Merger().merge(paths)


def main(source: Path, target: Path) -> None:
    """Write one `GolosText-*.ttf` a weight into target."""
    for weight, name in WEIGHTS.items():
        files = [source / f"golos-text-{part}-{weight}-normal.woff2" for part in SUBSETS]
        merged(files).save(target / f"GolosText-{name}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
