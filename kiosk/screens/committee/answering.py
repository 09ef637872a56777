"""The last page of one letter: a public answer or none, what is missing, and into the journal."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.review import Hint
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.desk import hint_note
from kiosk.screens.committee.draft import Draft, Passage
from kiosk.screens.committee.pages import Answering, Enter, Go, Page
from kiosk.screens.committee.reading import cover_button, sheets
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Chip, Label, Style


def answering(
    look: Look, area: Rect, draft: Draft, *, covered: bool, working: bool, hint: Hint | None
) -> Iterable[Widget]:
    """On the left what is asked, on the right what was written."""
    theme, texts = look.theme, look.texts
    left, right = columns(area, 0.4, 0.6, gap=theme.mm(4))
    ask, chips, rest = rows(left, theme.mm(10), theme.target, 1.0, gap=theme.gap)
    yield Label("answer_ask", ask, "paper", texts("answer_ask"), type="body*", least="small")
    for wanted, cell in zip((False, True), columns(chips, 1.0, 1.0, gap=theme.gap), strict=True):
        yield Chip(
            f"answer_{'yes' if wanted else 'no'}", cell, "paper", texts("yes" if wanted else "no"),
            chosen=wanted is draft.answering, act=Answering(wanted),
        )  # fmt: skip
    yield from _enter(look, rest, draft, working=working, hint=hint)
    yield from _written(look, right, draft, covered=covered)


def _enter(
    look: Look, area: Rect, draft: Draft, *, working: bool, hint: Hint | None
) -> Iterable[Widget]:
    """Into the journal; or, instead of a dead button, what is still missing by name."""
    theme, texts = look.theme, look.texts
    if gaps := draft.entry(texts.language).gaps():
        what = ", ".join(texts(f"gap_{gap}") for gap in gaps)
        note = Rect(*area[:3], min(area.h, theme.mm(34)))
        words = texts("still_needed", what=what)
        yield from parts.note(look, note, "gaps", "list-checks", words, "honey")
        return
    said, foot = rows(area, 1.0, theme.target if hint else theme.primary, gap=theme.gap)
    yield from hint_note(look, Rect(*said[:3], min(said.h, theme.mm(26))), hint)
    yield Button(
        "register", foot, "paper", texts("saving" if working else "register"), icon="book-open",
        style=Style.PRIMARY, act=Enter(texts.language), enabled=not working,
    )  # fmt: skip


def _written(look: Look, area: Rect, draft: Draft, *, covered: bool) -> Iterable[Widget]:
    """The answer as far as it is written, or the summary; a touch leads to writing it."""
    head, body = rows(area, look.theme.target, 1.0, gap=look.theme.gap)
    above, button = columns(head, 1.0, look.theme.mm(34), gap=look.theme.gap)
    yield cover_button(look, button, covered=covered)
    if not draft.answering:
        yield Label("summary_title", above, "paper", look.texts("j_summary"), type="body*")
        yield _passage(look, body, draft, Passage.SUMMARY, covered=covered)
        return
    yield _passage(look, above, draft, Passage.HEADLINE, covered=covered)
    yield _passage(look, body, draft, Passage.BODY, covered=covered)


def _passage(look: Look, area: Rect, draft: Draft, passage: Passage, *, covered: bool) -> Widget:
    keys = {Passage.SUMMARY: "summary_hint", Passage.HEADLINE: "headline", Passage.BODY: "body"}
    shown = sheets(look, area, draft.said(passage))[0]
    return TextArea(
        passage, area, "paper", shown, covered=covered and any(shown),
        placeholder=look.texts(keys[passage]), act=Go(Page(passage)),
    )  # fmt: skip
