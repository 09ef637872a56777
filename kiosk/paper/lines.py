"""Breaking sentences into lines: pure, with the measure handed in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

Measure = Callable[[str], float]

FIRM = "\u00a0"
"""A blank at which no line is broken: between day and month, before a telephone number."""


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """Break at blanks into as few lines as fit, of lengths as equal as can be.

    A word wider than a line is broken after a hyphen, or else wherever it must be.
    """
    words = [part for word in text.split(" ") for part in _fitting(word, width, measure)]
    lines = _filled(words, width, measure)
    low, high = width / 2, width
    while high - low > 1:  # the narrowest measure that needs no more lines
        middle = (low + high) / 2
        narrow = _filled(words, middle, measure)
        if len(narrow) > len(lines) or any(measure(line) > middle for line in narrow):
            low = middle
        else:
            high, lines = middle, narrow
    return lines


def wrapped(text: str, width: float, measure: Measure) -> list[str]:
    """Fill one line after the other, as a page is filled; each line feed begins a new one."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        words = [part for word in paragraph.split(" ") for part in _fitting(word, width, measure)]
        lines += _filled(words, width, measure)
    return lines


def _filled(words: list[str], width: float, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitting(word: str, width: float, measure: Measure) -> Iterator[str]:
    while measure(word) > width and len(word) > 1:
        end = _break(word, width, measure)
        yield word[:end]
        word = word[end:]
    yield word


def _break(word: str, width: float, measure: Measure) -> int:
    """Return how many characters of a word that is too wide go on the first line."""
    fits = 1
    while fits < len(word) - 1 and measure(word[: fits + 1]) <= width:
        fits += 1
    hyphen = word.rfind("-", 1, fits) + 1
    return hyphen or fits
