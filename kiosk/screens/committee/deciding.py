"""Deciding on one letter: well-founded or not, what becomes of it, and where or why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.journal import Decision, Forum
from kiosk.screens import lettering
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.draft import Draft, Passage
from kiosk.screens.committee.pages import Decided, Go, Judged, Page, Sent
from kiosk.screens.committee.reading import sheets
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Chip, Label

Choice = tuple[str, str, Act, bool]
"""Name, words, meaning, and whether it is the chosen one."""


def deciding(look: Look, area: Rect, draft: Draft, *, covered: bool) -> Iterable[Widget]:
    """The second page; the third section follows from the decision."""
    theme, texts = look.theme, look.texts
    first, second, third = rows(area, 1.0, 1.0, 1.0, gap=theme.gap)
    yes, no = draft.well_founded is True, draft.well_founded is False
    founded: list[Choice] = [
        ("founded_yes", texts("yes"), Judged(well_founded=True), yes),
        ("founded_no", texts("no"), Judged(well_founded=False), no),
    ]
    decisions: list[Choice] = [
        (f"decision_{one}", texts(f"decision_{one}"), Decided(one), one is draft.decision)
        for one in Decision
    ]
    yield from _section(look, first, "well_founded", founded)
    yield from _section(look, second, "j_decision", decisions)
    if draft.decision is Decision.REFERRED:
        forums: list[Choice] = [
            (f"forum_{one}", texts(f"forum_{one}"), Sent(one), one is draft.forum) for one in Forum
        ]
        yield from _section(look, third, "j_forum", forums)
    elif draft.decision is Decision.DECLINED:
        yield from _reason(look, third, draft, covered=covered)


def _section(look: Look, area: Rect, key: str, choices: Sequence[Choice]) -> Iterable[Widget]:
    head, body = _split(look, area)
    yield Label(f"{key}_title", head, "paper", look.texts(key), type="body*", least="small")
    cells = columns(body, *_widths(look, body, choices), gap=look.theme.gap)
    for (name, words, act, chosen), cell in zip(choices, cells, strict=False):
        yield Chip(name, cell, "paper", words, chosen=chosen, type="body", act=act)


def _widths(look: Look, area: Rect, choices: Sequence[Choice]) -> list[int]:
    """Four columns; longer words get more, so that none is cut on a small screen."""
    room = area.w - (len(Decision) - 1) * look.theme.gap
    if len(choices) < len(Decision):
        return [room // len(Decision)] * len(Decision)
    wanted = [_wanted(look, words) for _, words, _, _ in choices]
    spare = (room - sum(wanted)) // len(wanted)
    return [wide + spare for wide in wanted]


def _wanted(look: Look, words: str) -> int:
    """Pixels a chip needs for these words on three lines."""
    small = look.theme.type("small")
    whole = lettering.width(words, small)
    high = lettering.height(3, small)
    tries = range(whole // 3, whole, 2)
    fitting = (wide for wide in tries if lettering.fits(words, small, (wide, high)))
    return next(fitting, whole) + look.theme.mm(8)


def _reason(look: Look, area: Rect, draft: Draft, *, covered: bool) -> Iterable[Widget]:
    head, body = _split(look, area)
    yield Label("reason_title", head, "paper", look.texts("reason"), type="body*", least="small")
    shown = sheets(look, body, draft.said(Passage.REASON))[0]
    yield TextArea(
        "reason", body, "paper", shown, covered=covered and any(shown),
        placeholder=look.texts("reason_hint"), act=Go(Page.REASON),
    )  # fmt: skip


def _split(look: Look, area: Rect) -> tuple[Rect, Rect]:
    """A line of words above what is touched."""
    line = look.theme.type("small*").line
    high = min(area.h - line, look.theme.mm(20))
    return Rect(area.x, area.y, area.w, line), Rect(area.x, area.y + line, area.w, high)
