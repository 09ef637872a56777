"""The letter beside its row: small, coverable by one touch; of a paper letter, what it bears."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.letters import Kind
from kiosk.screens import lettering, parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, lay
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.pages import Cover, Go, Page, Sorted, Turn
from kiosk.screens.layout import columns, grid, rows
from kiosk.screens.paging import drawn
from kiosk.screens.textarea import TextArea, text_lines, text_room
from kiosk.screens.widgets import Button, Icon, Label
from kiosk.screens.wrapping import breaks

GONE = {
    "damaged": ("letter_damaged", "triangle-alert", "alarm"),
    "erased": ("letter_erased", "trash-2", "calm"),
}
"""What is said in place of a letter, with its icon and tone."""


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


def letter_beside(
    look: Look, area: Rect, text: str, sheet: int, *, covered: bool
) -> Iterable[Widget]:
    """The letter; a touch anywhere on it covers or shows it. A long one is turned like a book.

    Covered, it does not even tell how long it is.
    """
    pane, pager = area, Rect(0, 0, 0, 0)
    if not covered and len(sheets(look, area, text)) > 1:
        pane, pager = rows(area, 1.0, look.theme.target, gap=look.theme.gap // 2)
    pieces = sheets(look, pane, text)
    here, count = min(sheet, len(pieces) - 1), len(pieces)
    shown = TextArea("letter", pane, "paper", pieces[here], covered=covered, act=Cover())
    yield from drawn(look, [shown], Turn, here, 0 if covered else count)
    if pager.w:
        yield from leaves(look, pager, "sheet", here, count, Turn(-1), Turn(1))


def beside(
    look: Look, area: Rect, draft: Draft, sheet: int, paper: str, *, covered: bool
) -> Iterable[Widget]:
    """What stands beside the row: the letter, or what was seen on paper; `paper` says on which."""
    if draft.paper:
        return _paper(look, area, draft, paper)
    return _typed(look, area, draft, sheet, covered=covered)


def _typed(look: Look, area: Rect, draft: Draft, sheet: int, *, covered: bool) -> Iterable[Widget]:
    """Covered, not even its date can be read."""
    head, pane = rows(area, look.theme.target, 1.0, gap=look.theme.gap)
    if draft.gone:
        key, icon, tone = GONE[draft.gone]
        words = look.texts(key)
        note = Rect(*pane[:3], min(pane.h, parts.note_height(look, words, pane.w)))
        yield from _about(look, head, draft)
        yield from parts.note(look, note, draft.gone, icon, words, tone)
        return
    if covered:
        yield cover_button(look, head, covered=True)
    else:
        small = look.theme.mm(30) if parts.roomy(look) else look.theme.target
        about, button = columns(head, 1.0, small, gap=look.theme.gap)
        yield from _about(look, about, draft)
        yield cover_button(look, button, covered=False)
    if draft.replies and not covered:
        wish, pane = rows(pane, look.theme.type("small").line, 1.0, gap=look.theme.gap)
        yield from _wish(look, wish)
    yield from letter_beside(look, pane, draft.text, sheet, covered=covered)


def _wish(look: Look, area: Rect) -> Iterable[Widget]:
    """Its writer took a reply code: whoever decides should know before."""
    sign, words = columns(area, area.h, 1.0, gap=look.theme.gap)
    said = look.texts("reply_wanted")
    yield Icon("wish_icon", sign, "paper", "message-circle", colour="calm_line")
    yield Label("wish", words, "paper", said, type="small*", least="small")


def cover_button(look: Look, area: Rect, *, covered: bool) -> Widget:
    """Return the button that covers everything, or shows it again."""
    words = look.texts("show_text" if covered else "hide_text")
    icon = "eye" if covered else "eye-off"
    narrow = area.w < look.theme.mm(20)
    return Button(
        "cover", area, "paper", "" if narrow else words, icon=icon, type="small*", act=Cover()
    )


def _about(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    """Its number in this review, its date and its kind."""
    texts, line = look.texts, look.theme.type("body").line
    first, second = rows(area, 1.0, 1.0)
    roomy = parts.roomy(look)
    sign, words = columns(first, line * roomy, 1.0, gap=look.theme.mm(1) * roomy)
    dated = texts.date(draft.written) if draft.written else texts("no_date")
    kind = texts(f"kind_{draft.kind}") if draft.kind else texts("no_kind")
    number = texts("letter_label", n=draft.label)  # № is the journal's
    label = f"{number} · {dated}" if draft.label else dated
    if roomy:
        yield Icon("origin", sign, "paper", "mail-open", colour="muted")
    yield Label("dated", words, "paper", label, type="body*", least="small")
    yield Label("kind", second, "paper", kind, type="body", least="small")


def leaves(
    look: Look, area: Rect, name: str, here: int, count: int, back: Act, on: Act
) -> Iterable[Widget]:
    """Which page of several this is, between the way back and the way on."""
    if count < 2:
        return
    before, number, after = columns(area, look.theme.target, 1.0, look.theme.target)
    here = min(here, count - 1)
    yield Button(
        f"{name}_back", before, "paper", "", icon="chevron-left", act=back, enabled=here > 0
    )
    yield Label(
        name, number, "paper", f"{here + 1} / {count}", type="body*", least="small", align="centre"
    )
    yield Button(
        f"{name}_on", after, "paper", "", icon="chevron-right", act=on, enabled=here + 1 < count
    )


def _paper(look: Look, area: Rect, draft: Draft, paper: str) -> Iterable[Widget]:
    """The kind and the slip's number, both only if there is one; the date has its own page."""
    theme, texts = look.theme, look.texts
    line = theme.type("body*" if parts.roomy(look) else "small*").line
    title, body = rows(area, line, 1.0, gap=theme.gap // 2)
    chips, slip, _ = rows(body, 3 * theme.target + 2 * theme.gap, theme.target, 1.0, gap=theme.gap)
    words = f"{paper} · {texts('letter_kind')}" if parts.roomy(look) else paper
    yield Label("kind_title", title, "paper", words, type="body*", least="small")
    kinds = [
        Choice(f"kind_{kind}", texts(f"kind_{kind}"), Sorted(kind), kind is draft.kind)
        for kind in Kind
    ]
    yield from lay(look, chips, 2, 3, kinds)
    words = texts("slip_is", n=spaced(draft.handle)) if draft.replies else texts("slip_number")
    last = grid(chips, 2, 3, gap=theme.gap)[-1]
    place = slip if parts.roomy(look) else last
    yield Button("handle", place, "paper", words, type="small*", act=Go(Page.HANDLE))


def spaced(digits: str) -> str:
    """A slip's number in groups of four."""
    return f"{digits[:4]} {digits[4:]}".strip()
