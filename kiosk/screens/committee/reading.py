"""Reading one letter: small, coverable by one touch; of a paper letter, its date and kind."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.letters import Kind
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, When, Widget
from kiosk.screens.committee.desk import recount
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.pages import Cover, Sorted, Turn, Undated
from kiosk.screens.datepick import DateStepped
from kiosk.screens.layout import columns, grid, inset, rows
from kiosk.screens.textarea import TextArea, text_lines, text_room
from kiosk.screens.widgets import Button, Chip, Label, Panel
from kiosk.screens.wrapping import breaks


def letter_lines(look: Look, area: Rect, text: str) -> list[str]:
    """Break a letter to the width of a text area; no word hangs over its edge."""
    room = text_room(area, look.theme).w
    measure = lettering.measurer(look.theme.type("letter"))
    lines: list[str] = []
    for part in text.split("\n"):
        starts = breaks(part, measure, room, [0])
        ends = [*starts[1:], len(part)]
        lines += [part[start:end] for start, end in zip(starts, ends, strict=True)]
    return lines


def sheets(look: Look, area: Rect, text: str) -> list[tuple[str, ...]]:
    """Return the letter in pieces that fill the text area, one at least."""
    lines, high = letter_lines(look, area, text), text_lines(area, look.theme)
    return [tuple(lines[top : top + high]) for top in range(0, len(lines), high)]


def letter_pane(
    look: Look, area: Rect, text: str, sheet: int, *, covered: bool
) -> Iterable[Widget]:
    """The letter itself: a touch anywhere on it covers or shows it."""
    pieces = sheets(look, area, text)
    shown = pieces[min(sheet, len(pieces) - 1)]
    yield TextArea("letter", area, "paper", shown, covered=covered, act=Cover())


def letter_beside(
    look: Look, area: Rect, text: str, sheet: int, *, covered: bool
) -> Iterable[Widget]:
    """The letter beside what is written about it; a long one is turned here too."""
    pane, pager = area, Rect(0, 0, 0, 0)
    if len(sheets(look, area, text)) > 1:
        pane, pager = rows(area, 1.0, look.theme.target, gap=look.theme.gap // 2)
    yield from letter_pane(look, pane, text, sheet, covered=covered)
    yield from _pager(look, pager, sheet, len(sheets(look, pane, text)))


def reading(look: Look, area: Rect, draft: Draft, sheet: int, *, covered: bool) -> Iterable[Widget]:
    """The first page."""
    if draft.paper:
        return _paper(look, area, draft)
    return _typed(look, area, draft, sheet, covered=covered)


def _typed(look: Look, area: Rect, draft: Draft, sheet: int, *, covered: bool) -> Iterable[Widget]:
    pane, side = columns(area, 1.0, look.theme.mm(38), gap=look.theme.mm(2.4))
    if draft.letter is None:
        words = look.texts("letter_damaged")
        note = Rect(pane.x, pane.y, pane.w, min(pane.h, look.theme.mm(22)))
        yield from parts.note(look, note, "damaged", "triangle-alert", words, "alarm")
        yield from _about(look, side, draft)
        return
    about, cover, pager = rows(side, look.theme.mm(30), 1.0, look.theme.target, gap=look.theme.gap)
    yield from letter_pane(look, pane, draft.letter.text, sheet, covered=covered)
    yield from _about(look, about, draft)
    yield cover_button(look, cover, covered=covered)
    yield from _pager(look, pager, sheet, len(sheets(look, pane, draft.letter.text)))


def cover_button(look: Look, area: Rect, *, covered: bool) -> Widget:
    """Return the large button that covers everything."""
    words = look.texts("show_text" if covered else "hide_text")
    icon = "eye" if covered else "eye-off"
    return Button("cover", area, "paper", words, icon=icon, type="body*", act=Cover())


def _about(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    """How it came, its date, and its kind."""
    texts = look.texts
    first, second, third = rows(Rect(*area[:3], look.theme.mm(30)), 1.0, 1.0, 1.0)
    dated = texts.date(draft.written) if draft.written else texts("no_date")
    kind = texts(f"kind_{draft.kind}") if draft.kind else texts("no_kind")
    origin = texts("letter_typed")
    yield Label("origin", first, "paper", origin, type="small*", colour="muted")
    yield Label("dated", second, "paper", dated, type="body*", least="small")
    yield Label("kind", third, "paper", kind, type="body", least="small")


def _pager(look: Look, area: Rect, sheet: int, count: int) -> Iterable[Widget]:
    if count < 2:
        return
    back, number, on = columns(area, look.theme.target, 1.0, look.theme.target)
    yield Button(
        "sheet_back", back, "paper", "", icon="chevron-left", act=Turn(-1), enabled=sheet > 0
    )
    yield Label(
        "sheet", number, "paper", f"{sheet + 1} / {count}", type="body*", least="small",
        align="centre",
    )  # fmt: skip
    yield Button(
        "sheet_on", on, "paper", "", icon="chevron-right", act=Turn(1), enabled=sheet + 1 < count
    )


def _paper(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    theme, texts = look.theme, look.texts
    line = theme.type("body*").line
    high = max(theme.target, min(theme.mm(20), (area.h - 3 * line) // 4))
    ask, date, title, chips, _ = rows(
        area, max(2 * line, theme.target), high, line, 2 * high + theme.gap, 1.0, gap=theme.gap // 2
    )
    words, again = columns(ask, 1.0, theme.mm(38), gap=theme.gap)
    yield Label("ask", words, "paper", texts("paper_read"), type="body*", least="small")
    yield recount(look, again)
    yield from _date(look, date, draft)
    yield Label("kind_title", title, "paper", texts("letter_kind"), type="body*", least="small")
    yield from _kinds(look, chips, draft)


def _date(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    texts, written = look.texts, draft.written
    day, month, none = columns(area, 1.0, 1.4, 0.9, gap=look.theme.mm(3))
    number = str(written.day) if written else "–"
    name = texts.month(written.month) if written else "–"
    yield from _stepper(look, day, "day", number, DateStepped(days=-1), DateStepped(days=1))
    yield from _stepper(look, month, "month", name, DateStepped(months=-1), DateStepped(months=1))
    yield Chip("no_date", none, "paper", texts("no_date"), chosen=written is None, act=Undated())


def _stepper(
    look: Look, area: Rect, name: str, value: str, fewer: DateStepped, more: DateStepped
) -> Iterable[Widget]:
    theme = look.theme
    minus, shown, plus = columns(area, theme.mm(13), 1.0, theme.mm(13), gap=theme.mm(0.8))
    words = inset(shown, theme.mm(0.8), theme.mm(0.8))
    yield Button(f"{name}_fewer", minus, "paper", "", icon="minus", act=fewer, when=When.REPEAT)
    yield Panel(f"{name}_box", shown, "paper", "white", line="hair")
    yield Label(name, words, "white", value, type="title", least="small", align="centre")
    yield Button(f"{name}_more", plus, "paper", "", icon="plus", act=more, when=When.REPEAT)


def _kinds(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    for kind, cell in zip((*Kind, None), grid(area, 3, 2, gap=look.theme.gap), strict=True):
        words = look.texts(f"kind_{kind}") if kind else look.texts("no_kind")
        yield Chip(
            f"kind_{kind or 'none'}", cell, "paper", words, chosen=kind is draft.kind,
            act=Sorted(kind),
        )  # fmt: skip
