"""A public answer: its words in up to three languages, its form, its days, and what to mind."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.journal import AnswerForm
from kiosk.post.letters import Language
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, chip, lay
from kiosk.screens.committee.drafting import OPENINGS, Answering
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import (
    FirstDay,
    Formed,
    Go,
    LastDay,
    Opened,
    Page,
    Spoken,
    Unanswered,
)
from kiosk.screens.committee.passages import Passage
from kiosk.screens.committee.reading import sheets
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Label, Panel
from kiosk.texts import Texts

WEEK = 7


def answering(look: Look, area: Rect, draft: Answering, *, covered: bool) -> Iterable[Widget]:
    """Language and form, headline, body, openings; then the days, the preview, and the way out."""
    theme = look.theme
    last = theme.target + (theme.target + theme.gap) * parts.upright(look)
    head, title, body, ready, foot = rows(
        area, theme.target, theme.target, 1.0, theme.target, last, gap=theme.gap
    )
    yield from _head(look, head, draft)
    yield _passage(look, title, draft, Passage.HEADLINE, covered=covered)
    yield _passage(look, body, draft, Passage.BODY, covered=covered)
    words = minded(look.texts, draft)
    if words and not covered:
        yield from parts.note(look, ready, "mind", "triangle-alert", words, "honey")
    else:
        own = Texts(draft.answer.language)
        openings = [Choice(key, own(key), Opened(key)) for key in OPENINGS]
        yield from lay(look, ready, 3, 1, openings)
    yield from _foot(look, foot, draft)


def minded(texts: Texts, draft: Answering) -> str:
    """What in the answer might tell who wrote; empty where nothing does."""
    found = draft.answer.traces()
    what = ", ".join(f"{texts(f'sign_{trace.sign}')} («{trace.words}»)" for trace in found[:3])
    return texts("may_identify", what=what) if found else ""


def _head(look: Look, area: Rect, draft: Answering) -> Iterable[Widget]:
    *tongues, form = columns(area, *[look.theme.mm(26)] * 3, 1.0, gap=look.theme.gap)
    for language, cell in zip(Language, tongues, strict=True):
        words = parts.LANGUAGE_NAMES[language] + " •" * (language in draft.answer.languages)
        here = language is draft.answer.language
        yield chip(look, cell, Choice(f"tongue_{language}", words, Spoken(language), here))
    did = draft.answer.form is AnswerForm.WE_DID
    other = AnswerForm.ANSWER if did else AnswerForm.WE_DID
    yield chip(look, form, Choice("form", look.texts("you_wrote_we_did"), Formed(other), did))


def _foot(look: Look, area: Rect, draft: Answering) -> Iterable[Widget]:
    texts = look.texts
    days, others = parts.abreast(look, area, (1.15, 2.1), (1.0, 1.0), look.theme.gap)
    preview, none = columns(others, 1.1, 1.0, gap=look.theme.gap)
    yield Button("days", days, "paper", starts(texts, draft), icon="calendar", type="body*",
                 least="small", act=Go(Page.DAYS))  # fmt: skip
    yield Button("preview", preview, "paper", texts("preview"), icon="eye", type="body*",
                 act=Go(Page.PREVIEW), enabled=draft.answer.made() is not None)  # fmt: skip
    yield Button("unanswered", none, "paper", texts("answer_none"), icon="trash-2", type="body*",
                 act=Unanswered())  # fmt: skip


def starts(texts: Texts, draft: Answering) -> str:
    """From when it hangs."""
    first = draft.answer.first_day
    return texts("hangs_from", date=texts.date(first)) if first else texts("hangs_from_close")


def _passage(
    look: Look, area: Rect, draft: Answering, passage: Passage, *, covered: bool
) -> Widget:
    shown = sheets(look, area, draft.said(passage))[0]
    return TextArea(
        passage, area, "paper", shown, covered=covered and any(shown),
        placeholder=look.texts(passage), act=Go(Page(passage)),
    )  # fmt: skip


def days(look: Look, area: Rect, draft: Answering, known: Known) -> Iterable[Widget]:
    """When the answer comes and goes; a general one waits for its council or assembly."""
    theme, texts, answer = look.theme, look.texts, draft.answer
    high = theme.target
    line = theme.type("body*").line
    first_title, first, last_title, last, said, _ = rows(
        area, line, high, line, high, theme.mm(22), 1.0, gap=theme.gap
    )
    yield Label("first_title", first_title, "paper", texts("show_from"), type="body*")
    shown = texts.date(answer.first_day) if answer.first_day else texts("day_of_close")
    yield from _stepper(look, first, "first", shown, FirstDay)
    yield Label("last_title", last_title, "paper", texts("show_until"), type="body*")
    yield from _stepper(look, last, "last", texts.full(answer.ends(known.today)), LastDay)
    if draft.general:
        yield from parts.note(look, said, "waits", "calendar", texts("answer_waits"), "calm")


def _stepper(
    look: Look, area: Rect, name: str, shown: str, move: type[FirstDay] | type[LastDay]
) -> Iterable[Widget]:
    theme = look.theme
    week, day, box, on, further, none = columns(
        area, theme.mm(15), theme.mm(13), 1.0, theme.mm(13), theme.mm(15), theme.mm(28),
        gap=theme.gap,
    )  # fmt: skip
    steps = {f"-{WEEK}": (week, -WEEK), "-1": (day, -1), "+1": (on, 1), f"+{WEEK}": (further, WEEK)}
    for words, (cell, step) in steps.items():
        yield Button(f"{name}_{words}", cell, "paper", words, type="body*", act=move(step))
    yield Panel(f"{name}_box", box, "paper", "sheet", line="hair")
    inner = Rect(box.x + 4, box.y + 4, box.w - 8, box.h - 8)
    yield Label(f"{name}_day", inner, "sheet", shown, type="lead*", least="small", align="centre")
    usual = look.texts("day_usual")
    yield Button(f"{name}_usual", none, "paper", usual, icon="rotate-ccw", type="small*",
                 act=move(None))  # fmt: skip
