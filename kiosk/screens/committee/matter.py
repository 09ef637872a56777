"""One matter: what it is about, which letters, what became of it so far, and what is next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.post.book import Book
from kiosk.post.followup import allowed, deadline, late, letters
from kiosk.post.matters import Matter, Outcome, State
from kiosk.screens import parts
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.committee.dueday import day_words
from kiosk.screens.committee.outcome import Standing
from kiosk.screens.committee.pages import Done
from kiosk.screens.committee.reading import cover_button, letter_beside
from kiosk.screens.committee.rowlist import numbered
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Icon, Label, Style
from kiosk.texts import Texts

NAMED = 3
"""More letters than that are only counted where there is little room."""


NEXT = {
    State.REGISTERED: "matter_next_registered",
    State.REFERRED: "matter_next_referred",
    State.CONSIDERED: "matter_next_considered",
}
"""What is to be done, by how the matter stands."""


@dataclass(frozen=True)
class OutcomeAsked(Act):
    """To the form."""


@dataclass(frozen=True)
class DayAsked(Act):
    """To the days of the forum."""


def one_matter(
    look: Look, area: Rect, book: Book, matter: Matter, sheet: int, now: Standing
) -> Iterable[Widget]:
    """How it stands, all of it behind the cover, and the two things that can be done."""
    theme = look.theme
    if parts.roomy(look):
        line = theme.type("body*").line
        stands, following, read, does = rows(
            area, 2 * line, line, 1.0, theme.primary, gap=theme.gap
        )
        day, write = columns(does, 0.4, 0.6, gap=theme.mm(3))
    else:
        read, right = columns(area, 0.6, 0.4, gap=theme.mm(3))
        stands, following, day, write = rows(
            right, 1.0, 2 * theme.least("body*").line, theme.target, theme.primary, gap=theme.gap
        )
    yield from _stands(look, stands, book, matter, now.today)
    said = onward(look.texts, matter)
    yield Label("next", following, "paper", said, type="body", least="small")
    words = told(look.texts, book, matter)
    yield from letter_beside(look, read, words, sheet, covered=now.covered)
    yield from _doing(look, day, write, matter, working=now.working)


def _doing(
    look: Look, day: Rect, write: Rect, matter: Matter, *, working: bool
) -> Iterable[Widget]:
    """Another day for its forum, or what came of it."""
    yield Button(
        "day", day, "paper", look.texts("due_set"), icon="calendar", act=DayAsked(),
        enabled=matter.open and not working,
    )  # fmt: skip
    yield Button(
        "write", write, "paper", look.texts("saving" if working else "outcome_write"),
        icon="pencil", style=Style.PRIMARY, act=OutcomeAsked(),
        enabled=bool(allowed(matter)) and not working,
    )  # fmt: skip


def headed(
    look: Look, area: Rect, title: str, *, covered: bool | None, ends: bool, drops: bool
) -> Iterable[Widget]:
    """Above a page: the cover where there is something to cover, what it is, and the way back.

    It `drops` what is not kept yet.
    """
    theme, texts = look.theme, look.texts
    side = (theme.mm(30) if parts.roomy(look) else theme.target) * (covered is not None)
    above, below = rows(area, theme.target, 1.0)
    left, words, right = columns(above, side, 1.0, theme.mm(34), gap=theme.gap * 2)
    if covered is not None:
        yield cover_button(look, left, covered=covered)
    place = below if below.h else words
    yield Label("heading", place, "paper", title, type="title", least="small*")
    if ends:
        back, icon = ("row_leave", "x") if drops else ("done", "check")
        style = Style.SECONDARY if drops else Style.PRIMARY
        yield Button("done", right, "paper", texts(back), icon=icon, style=style, act=Done())


def facts(texts: Texts, matter: Matter, today: date) -> str:
    """How it stands, in a line without a word of any letter; what is overdue says so first."""
    forum = [texts(f"forum_{matter.forum}")] if matter.forum else []
    state = texts(f"state_{matter.state}")
    return " · ".join([*pressing(texts, matter, today), state, *forum, *day(texts, matter)])


def pressing(texts: Texts, matter: Matter, today: date) -> list[str]:
    """That it is urgent, that its day went by."""
    urgent = [texts("status_urgent")] if matter.pressing else []
    return [*urgent, texts("matter_late")] if late(matter, today) else urgent


def day(texts: Texts, matter: Matter) -> list[str]:
    """Its day, while something is to be done; what is urgent always has one."""
    due = deadline(matter) if matter.pressing else matter.due
    return [day_words(texts, due)] if matter.open else []


def sign(look: Look, area: Rect, name: str, matter: Matter, today: date) -> Iterable[Widget]:
    """Before what is urgent or overdue."""
    if pressing(look.texts, matter, today):
        yield Icon(name, area, "paper", "triangle-alert", colour="danger")


def lettered(texts: Texts, book: Book, matter: Matter) -> str:
    """The numbers of its letters, or how many they are."""
    numbers = [row.number for row in letters(book, matter)]
    few = numbered(numbers)
    return few if len(numbers) <= NAMED else texts("sum_letters", n=len(numbers))


def onward(texts: Texts, matter: Matter) -> str:
    """What is to be done next."""
    if not allowed(matter):
        return texts("matter_full")
    return texts(NEXT.get(matter.state, "matter_next_done"))


def told(texts: Texts, book: Book, matter: Matter) -> str:
    """Everything of a matter; it stands behind the cover."""
    return "\n".join(_told(texts, book, matter))


def _told(texts: Texts, book: Book, matter: Matter) -> Iterator[str]:
    yield matter.title
    if matter.subjects:
        yield ", ".join(texts(f"subject_{one}") for one in matter.subjects)
    if matter.outcomes:
        yield f"\n{texts('matter_history')}"
        yield from (_outcome(texts, outcome) for outcome in matter.outcomes)
    if matter.answer is not None:
        waits = "matter_answer_hangs" if matter.published else "matter_answer_waits"
        headlines = " / ".join(matter.answer.headline.values())
        yield f"\n{texts(waits)}: {headlines}"
    yield f"\n{texts('matter_letters')}"
    for row in letters(book, matter):
        if row.entry is not None:
            yield f"№ {row.number}: {row.entry.summary}"


def _outcome(texts: Texts, outcome: Outcome) -> str:
    forum = texts(f"forum_{outcome.forum}") if outcome.forum else ""
    said = [texts.full(outcome.on), texts(f"state_{outcome.state}"), forum, outcome.words]
    return " · ".join(part for part in said if part)


def _stands(look: Look, area: Rect, book: Book, matter: Matter, today: date) -> Iterable[Widget]:
    side = look.theme.mm(6) if pressing(look.texts, matter, today) else 0
    mark, words = columns(area, side, 1.0, gap=look.theme.gap * bool(side))
    yield from sign(look, mark, "late", matter, today)
    said = facts(look.texts, matter, today)
    if parts.roomy(look):
        said = f"{said} · {lettered(look.texts, book, matter)}"
    yield Label("stands", words, "paper", said, type="body*", least="small")
