"""The resting picture wanders by a pixel a minute, so that no edge burns into the glass.

Back and forth within a millimetre or two, across and down in rhythms that do not meet: in an hour
or two every edge has been everywhere. Where a finger must aim moves with what it sees.
"""

from __future__ import annotations

from dataclasses import replace

from kiosk.screens.base import Look, Rect, Widget

SPAN_MM = 1.8
"""From one end to the other: less than the margin above, where it goes from its place and back."""


def drifted(look: Look, widgets: tuple[Widget, ...], minute: int) -> tuple[Widget, ...]:
    """Return the widgets where they are in this minute; what runs to the glass's edge stays there.

    At minute 0 they are where they were declared.
    """
    span = look.theme.mm(SPAN_MM)
    across = _swing(minute + span // 2, span) - _swing(span // 2, span)
    up = _swing(minute, span - 2)
    return tuple(replace(one, rect=_moved(one.rect, look, across, -up)) for one in widgets)


def _swing(minute: int, span: int) -> int:
    """A step a minute: from 0 to the span and back, and so on."""
    return span - abs(minute % (2 * span) - span)


def _moved(rect: Rect, look: Look, across: int, down: int) -> Rect:
    left, right = (_end(end, look.width, across) for end in (rect.x, rect.x + rect.w))
    top, bottom = (_end(end, look.height, down) for end in (rect.y, rect.y + rect.h))
    return Rect(left, top, right - left, bottom - top)


def _end(end: int, whole: int, by: int) -> int:
    return end if end in (0, whole) else end + by
