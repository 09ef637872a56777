"""All findings as one page for a terminal, or as JSON for another program."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from textwrap import wrap

from kiosk.post.finding import Finding, Level, worst
from kiosk.post.letters import Language
from kiosk.texts import Texts

TEXTS = Texts(Language.EN)
"""The command line speaks English."""

NARROWEST = 60
INDENT = 19
"""Columns of the level and of the part before the words."""


def head(software: str, findings: Sequence[Finding]) -> str:
    """Return the first line: how many of each level."""
    counts = Counter(finding.level for finding in findings)
    said = ", ".join(f"{counts[level]} {level}" for level in reversed(Level) if counts[level])
    return f"{software}: {said}"


def lines(finding: Finding, width: int) -> list[str]:
    """Return one finding in lines of `width`; the level's word fills the first six columns."""
    room = max(width, NARROWEST) - INDENT
    words = _wrapped(finding.what.told(TEXTS), room)
    if finding.remedy:
        words += _wrapped(f"-> {finding.to_do(TEXTS)}", room, "   ")
    first, *more = words
    return [
        f"{finding.level.upper():<6}  {TEXTS(f'part_{finding.part}'):<10} {first}",
        *(" " * INDENT + line for line in more),
    ]


def _wrapped(text: str, room: int, indent: str = "") -> list[str]:
    return wrap(
        text, room, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False
    )


def as_json(software: str, findings: Sequence[Finding]) -> str:
    """Return everything as one JSON object."""
    found = [_plain(finding) for finding in findings]
    said = {"software": software, "worst": worst(findings), "findings": found}
    return json.dumps(said, ensure_ascii=False, indent=2)


def _plain(finding: Finding) -> dict[str, str]:
    words = {"what": finding.what.told(TEXTS), "remedy": finding.to_do(TEXTS)}
    return {"part": finding.part, "level": finding.level, **words}
