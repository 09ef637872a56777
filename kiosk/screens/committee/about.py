"""What a letter is about: a subject, or a matter that is known already."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.matters import Matter
from kiosk.post.subjects import Subject
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, chip, lay
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Go, Joined, Leafed, Page, Picked
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import rows
from kiosk.screens.paging import drawn
from kiosk.screens.widgets import Label

ACROSS, DOWN = 3, 4


def about(look: Look, area: Rect, draft: Draft, known: Known, *, covered: bool) -> Iterable[Widget]:
    """Subjects, and where there is room the matters that came up last."""
    theme, texts = look.theme, look.texts
    high = DOWN * theme.target + (DOWN - 1) * theme.gap
    if not parts.roomy(look):
        yield from _subjects(look, Rect(*area[:3], min(area.h, high)), draft, known)
        return
    line = theme.type("body*").line
    title, chips, second, latest = rows(area, line, high, line, 1.0, gap=theme.gap)
    yield Label("about_ask", title, "paper", texts("about_ask"), type="body*", least="small")
    yield from _subjects(look, chips, draft, known)
    if known.matters and not covered:
        yield Label("latest", second, "paper", texts("matters_latest"), type="body*", least="small")
        yield from _listed(look, latest, draft, known.matters)


def _subjects(look: Look, area: Rect, draft: Draft, known: Known) -> Iterable[Widget]:
    texts, linked = look.texts, len(draft.matters)
    subjects = [
        Choice(f"subject_{one}", texts(f"subject_{one}"), Picked(one), one in draft.subjects)
        for one in Subject
    ]
    words = f"{texts('matters_known')} ({len(known.matters)})"
    matters = Choice("matters", words, Go(Page.MATTERS), linked > 0)
    yield from lay(look, area, ACROSS, DOWN, [*subjects, matters])


def found(known: Known, sought: str) -> tuple[Matter, ...]:
    """The matters in whose title these letters stand, the latest first."""
    wanted = sought.casefold().strip()
    return tuple(one for one in known.matters if wanted in one.title.casefold())


def on_page(look: Look, area: Rect, known: Known, sought: str, leaf: int) -> Sequence[Matter]:
    """Return the matters that one page of the list shows."""
    many, known_ones = per_page(look, area), found(known, sought)
    leaf = min(leaf, max(0, -(-len(known_ones) // many) - 1))
    return known_ones[leaf * many : (leaf + 1) * many]


def per_page(look: Look, area: Rect) -> int:
    """How many lines of a list fit."""
    return max(1, (area.h + look.theme.gap) // (look.theme.target + look.theme.gap))


def matters(
    look: Look, area: Rect, draft: Draft, known: Known, sought: str, leaf: int
) -> Iterable[Widget]:
    """All matters, the latest first; a USB keyboard finds one by its letters."""
    theme, texts = look.theme, look.texts
    head, body, foot = rows(area, theme.type("body*").line, 1.0, theme.target, gap=theme.gap)
    words = texts("matters_found", words=sought) if sought else texts("matters_ask")
    yield Label("matters_title", head, "paper", words, type="body*", least="small")
    shown = on_page(look, body, known, sought, leaf)
    if not shown:
        yield Label(
            "matters_none", body, "paper", texts("matters_none"), type="lead", least="small"
        )
    count = -(-len(found(known, sought)) // per_page(look, body))
    listed = _listed(look, body, draft, shown)
    yield from drawn(look, listed, Leafed, min(leaf, max(0, count - 1)), count)
    yield from leaves(look, foot, "leaf", leaf, count, Leafed(-1), Leafed(1))


def _listed(look: Look, area: Rect, draft: Draft, shown: Sequence[Matter]) -> Iterable[Widget]:
    """One line each: its title, and the day on which it came up."""
    many = min(per_page(look, area), len(shown))
    lines = rows(Rect(*area[:3], many * (look.theme.target + look.theme.gap)), *[1.0] * many)
    for nth, (matter, line) in enumerate(zip(shown, lines, strict=False)):
        words = f"{matter.title} · {look.texts.date(matter.opened_on)}"
        linked = matter.number in draft.matters
        inner = Rect(line.x, line.y, line.w, line.h - look.theme.gap)
        yield chip(look, inner, Choice(f"matter_{nth}", words, Joined(matter.number), linked))
