"""The rows of this review: any of them can be corrected until the close. No letter is shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.journal import Entry
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.about import per_page
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.entering import decided
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Leafed, Taken
from kiosk.screens.committee.reading import leaves
from kiosk.screens.layout import rows
from kiosk.screens.widgets import Label
from kiosk.texts import Texts

Listed = tuple[int, Entry | None]
"""A row by its number; None where somebody here must not read it."""


def in_order(known: Known) -> list[Listed]:
    """Urgent rows first, then the latest: what was just entered is what is corrected most.

    Of what is kept back not even that is told; it stands at the end.
    """
    urgent_first = sorted(known.rows, key=lambda row: (not row[1].urgent, -row[0]))
    return [*urgent_first, *((number, None) for number in sorted(known.kept_back, reverse=True))]


def shown(look: Look, area: Rect, known: Known, leaf: int) -> list[Listed]:
    """The rows on one page of the list."""
    many, all_rows = per_page(look, area), in_order(known)
    leaf = min(leaf, max(0, -(-len(all_rows) // many) - 1))
    return all_rows[leaf * many : (leaf + 1) * many]


def row_list(
    look: Look, area: Rect, known: Known, leaf: int, unprinted: Sequence[int]
) -> Iterable[Widget]:
    """One line a row; above them what is wrong with any of them, by number."""
    theme, texts = look.theme, look.texts
    words = trouble(texts, known, unprinted)
    high = parts.note_height(look, words, area.w) if words else theme.type("body*").line
    head, body, foot = rows(area, high, 1.0, theme.target, gap=theme.gap)
    if words:
        yield from parts.note(look, head, "trouble", "triangle-alert", words, "alarm")
    else:
        ask = texts("rows_ask" if in_order(known) else "rows_none")
        yield Label("rows_ask", head, "paper", ask, type="body*", least="small")
    found = shown(look, body, known, leaf)
    lines = rows(body, *[theme.target] * len(found), gap=theme.gap) if found else []
    for (number, entry), line in zip(found, lines, strict=True):
        words = told(texts, number, entry) if entry else f"№ {number} · {texts('row_kept_back')}"
        yield chip(look, line, Choice(f"row_{number}", words, Taken(number)))
    count = -(-len(in_order(known)) // per_page(look, body))
    yield from leaves(look, foot, "leaf", leaf, count, Leafed(-1), Leafed(1))


def told(texts: Texts, number: int, entry: Entry) -> str:
    """Number, label, subject and decision; no word of the letter or its summary."""
    origin = (
        texts("letter_label", n=entry.label) if entry.label else texts(f"origin_{entry.origin}")
    )
    subjects = ", ".join(texts(f"subject_{one}") for one in entry.subjects)
    urgent = texts("status_urgent") if entry.urgent else ""
    what = texts(f"forum_{entry.forum}") if entry.forum else decided(texts, entry)
    return " · ".join(part for part in (f"№ {number}", urgent, origin, subjects, what) if part)


def trouble(texts: Texts, known: Known, unprinted: Sequence[int]) -> str:
    """What the committee must know: rows that cannot be read, referrals that did not come out."""
    damaged = texts("rows_damaged", numbers=numbered(known.damaged)) if known.damaged else ""
    stuck = texts("referral_stuck", number=numbered(unprinted)) if unprinted else ""
    return "\n".join(filter(None, (stuck, damaged)))


def numbered(numbers: Sequence[int]) -> str:
    """Numbers of the journal: № 15, № 16."""
    return ", ".join(f"№ {number}" for number in numbers)
