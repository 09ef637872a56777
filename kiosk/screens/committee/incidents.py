"""What the committee must hear of: a few lines, the gravest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.incidents import Noted, by_kind
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.texts import Texts


def told(texts: Texts, noted: Sequence[Noted], most: int, dates: int) -> str:
    """At most so many lines; the last one says how many kinds of things are left out.

    Of each kind so many days are named, the last ones.
    """
    lines = []
    for kind, days in by_kind(noted).items():
        named = ", ".join(texts.date(day) for day in days[-dates:])
        lines.append(texts(f"incident_{kind}", days=f"… {named}" if len(days) > dates else named))
    if len(lines) > most:
        lines[most - 1 :] = [texts("incident_more", n=len(lines) - most + 1)]
    return "\n".join(lines)


def height(look: Look, noted: Sequence[Noted], width: int) -> int:
    """Pixels that `note` wants."""
    return parts.note_height(look, _words(look, noted), width) if noted else 0


def note(look: Look, area: Rect, noted: Sequence[Noted]) -> Iterable[Widget]:
    """Say it in one box."""
    if noted:
        yield from parts.note(look, area, "incidents", "shield", _words(look, noted), "honey")


def _words(look: Look, noted: Sequence[Noted]) -> str:
    most, dates = (5, 3) if parts.roomy(look) else (2, 2)
    return told(look.texts, noted, most, dates)
