"""Writing down what became of a matter: by touch, with words and a public answer where wanted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.post.journal import Forum
from kiosk.post.matters import State
from kiosk.post.steps import Hint
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.desk import hint_note
from kiosk.screens.committee.dueday import day_words
from kiosk.screens.committee.inline import height, in_line
from kiosk.screens.committee.outcome_draft import OutcomeDraft
from kiosk.screens.committee.pages import Go, Page
from kiosk.screens.committee.passages import Passage
from kiosk.screens.committee.reading import sheets
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Style


@dataclass(frozen=True)
class Stated(Act):
    """What became of it."""

    state: State


@dataclass(frozen=True)
class Seated(Act):
    """Where it was considered, or is to be; not after all where it was chosen."""

    forum: Forum


@dataclass(frozen=True)
class Kept(Act):
    """Keep the outcome."""


@dataclass(frozen=True)
class Standing:
    """The day, what is covered, being stored at this moment, or went wrong."""

    today: date
    covered: bool
    working: bool
    hint: Hint | None


def form(look: Look, area: Rect, draft: OutcomeDraft, now: Standing) -> Iterable[Widget]:
    """What became of it, where, then words and what else belongs to it; on the right it is kept."""
    theme = look.theme
    high = height(look, 1)
    states, forums, rest = rows(area, high, high, 1.0, gap=theme.gap)
    yield from _states(look, states, draft)
    yield from _forums(look, forums, draft)
    left, right = parts.abreast(look, rest, (0.6, 0.4), (1.0, theme.mm(40)), theme.mm(3))
    words, more = rows(left, 1.0, theme.target, gap=theme.gap)
    shown = sheets(look, words, draft.said(Passage.OUTCOME))[0]
    yield TextArea(
        "outcome", words, "paper", shown, covered=now.covered and any(shown),
        placeholder=look.texts("outcome_hint"), act=Go(Page.OUTCOME),
    )  # fmt: skip
    yield from _more(look, more, draft)
    yield from _keep(look, right, draft, now)


def _states(look: Look, area: Rect, draft: OutcomeDraft) -> Iterable[Widget]:
    titles = [look.texts(f"state_{state}") for state in draft.states]
    cells = in_line(look, area, titles)
    for state, words, cell in zip(draft.states, titles, cells, strict=True):
        here = state is draft.state
        yield chip(look, cell, Choice(f"state_{state}", words, Stated(state), here))


def _forums(look: Look, area: Rect, draft: OutcomeDraft) -> Iterable[Widget]:
    titles = [look.texts(f"forum_{forum}") for forum in Forum]
    cells = in_line(look, area, titles)
    for forum, words, cell in zip(Forum, titles, cells, strict=True):
        here = forum is draft.forum
        yield chip(look, cell, Choice(f"forum_{forum}", words, Seated(forum), here))


def _more(look: Look, area: Rect, draft: OutcomeDraft) -> Iterable[Widget]:
    """The forum's next day while something is still to be done, and the public answer."""
    texts = look.texts
    day, answer = columns(area, 1.0, 1.0, gap=look.theme.gap)
    yield Button(
        "due", day, "paper", day_words(texts, draft.due), icon="calendar", type="body*",
        least="small", act=Go(Page.DUE), enabled=draft.goes_on,
    )  # fmt: skip
    tongues = ", ".join(parts.LANGUAGE_NAMES[one] for one in draft.answer.languages)
    words = f"{texts('j_answer')}: {tongues}" if tongues else texts("j_answer")
    yield Button(
        "answer", answer, "paper", words, icon="megaphone", type="body*", least="small",
        act=Go(Page.ANSWER),
    )  # fmt: skip


def _keep(look: Look, area: Rect, draft: OutcomeDraft, now: Standing) -> Iterable[Widget]:
    """Keep it; or, instead of a dead button, what is still missing by name."""
    texts, gaps = look.texts, draft.gaps(now.today)
    said, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
    if now.hint:
        yield from hint_note(look, said, now.hint)
    elif draft.suggested:
        high = min(said.h, parts.note_height(look, texts("outcome_answered"), said.w))
        words = texts("outcome_answered")
        yield from parts.note(look, said._replace(h=high), "suggested", "megaphone", words, "calm")
    if gaps:
        words = texts("still_needed", what=", ".join(texts(f"gap_{gap}") for gap in gaps))
        yield from parts.note(look, foot, "gaps", "list-checks", words, "honey")
        return
    yield Button(
        "keep", foot, "paper", texts("saving" if now.working else "outcome_keep"), icon="check",
        style=Style.PRIMARY, act=Kept(), enabled=not now.working,
    )  # fmt: skip
