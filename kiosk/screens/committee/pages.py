"""The pages of registering one letter, and what a touch on them means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind, Language
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Chip, Icon, Label, Style


class Page(StrEnum):
    """Read, decide, write, answer; pages that share a name with a passage are for writing it."""

    READ = "read"
    DECIDE = "decide"
    SUMMARY = "summary"
    REASON = "reason"
    ANSWER = "answer"
    HEADLINE = "headline"
    BODY = "body"


TABS = {
    Page.READ: "read_step",
    Page.DECIDE: "j_decision",
    Page.SUMMARY: "summary_step",
    Page.ANSWER: "j_answer",
}


@dataclass(frozen=True)
class Go(Act):
    """To another page."""

    page: Page


@dataclass(frozen=True)
class Done(Act):
    """This passage is written."""


@dataclass(frozen=True)
class Next(Act):
    """To the page that comes next."""


@dataclass(frozen=True)
class Cover(Act):
    """One touch covers every word of the letter and the row, or shows them again."""


@dataclass(frozen=True)
class Turn(Act):
    """Other lines of a long letter."""

    step: int


@dataclass(frozen=True)
class Undated(Act):
    """A paper letter without a date."""


@dataclass(frozen=True)
class Sorted(Act):
    """What a paper letter is about."""

    kind: Kind | None


@dataclass(frozen=True)
class Judged(Act):
    """Well-founded or not."""

    well_founded: bool


@dataclass(frozen=True)
class Decided(Act):
    """What becomes of it."""

    decision: Decision


@dataclass(frozen=True)
class Sent(Act):
    """Where it is considered."""

    forum: Forum


@dataclass(frozen=True)
class Answering(Act):
    """A public answer, or none."""

    wanted: bool


@dataclass(frozen=True)
class Enter(Act):
    """Enter the row in the journal; an answer is in the language of the screen."""

    language: Language


def tabs(
    look: Look, area: Rect, position: str, entered: int | None, here: Page
) -> Iterable[Widget]:
    """Which letter this is, the number of the one before, the four pages, and on to the next."""
    theme, texts = look.theme, look.texts
    number, *cells, onward = columns(
        area, theme.mm(17), *[1.0] * len(TABS), theme.mm(32), gap=theme.gap
    )
    if entered is not None:
        number, last = rows(number, 0.58, 0.42)
        tick, words = columns(last, theme.mm(3.6), 1.0, gap=theme.mm(0.6))
        yield Icon("entered_icon", tick, "paper", "check", colour="calm_ink")
        yield Label(
            "entered", words, "paper", f"№ {entered}", type="small*", least="small",
            colour="calm_ink",
        )  # fmt: skip
    yield Label("position", number, "paper", position, type="title", least="small*")
    for (page, key), cell in zip(TABS.items(), cells, strict=True):
        yield Chip(
            f"tab_{page}", cell, "paper", texts(key), chosen=page is here, ticked=False,
            type="body*", least="small", act=Go(page),
        )  # fmt: skip
    if here is not Page.ANSWER:
        yield Button(
            "next", onward, "paper", texts("next"), icon="chevron-right", style=Style.PRIMARY,
            type="body*", act=Next(),
        )  # fmt: skip
