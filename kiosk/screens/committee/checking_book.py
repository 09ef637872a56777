"""Whether the journal is what was decided: asked by a touch, answered in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kiosk.events import CheckAsked, DeskTurned, Event
from kiosk.post.desk import DeskPage
from kiosk.post.steps import Hint
from kiosk.post.verifying import Verdict
from kiosk.post.witness import grouped
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.analysis import header
from kiosk.screens.committee.leaving import statement
from kiosk.screens.committee.notes import Told, height, stacked
from kiosk.screens.layout import rows
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts

NAMED = 12
"""So many numbers of rows are named; of more only how many they are."""


class CheckingBook(Screen):
    """`verdict` is None until the journal was checked."""

    name = "verdict"

    def __init__(self) -> None:
        self.verdict: Verdict | None = None
        self.working = False
        self.hint: Hint | None = None

    def follow(self, verdict: Verdict | None, *, working: bool, hint: Hint | None) -> None:
        """How it stands now."""
        self.verdict, self.working, self.hint = verdict, working, hint

    # --- what a touch means ---

    def act(self, act: Act) -> Event | None:
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if self.working:
            return None
        if stroke.control == "escape":
            return DeskTurned(DeskPage.MENU)
        return CheckAsked() if stroke.control == "return" else None

    # --- what shows ---

    def view(self, look: Look) -> View:
        theme = look.theme
        head, body, foot = rows(
            parts.column(look), parts.header_height(look), 1.0, theme.primary, gap=theme.gap
        )
        words = look.texts("book_check" if self.verdict is None else "book_check_again")
        return View(
            "paper",
            (
                *header(look, head, look.texts("desk_check")),
                *self._body(look, body),
                Button(
                    "check", foot, "paper", words, icon="shield", style=Style.PRIMARY,
                    act=CheckAsked(), enabled=not self.working,
                ),
            ),
        )  # fmt: skip

    def _body(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        if self.working:
            return statement(look, area, "working", "clock", texts("book_checking"))
        if self.hint:
            return statement(look, area, "hint", "triangle-alert", texts("book_unchecked"))
        if self.verdict is None:
            asked, lead = texts("book_what"), texts("book_how")
            return statement(look, area, "what", "shield", asked, lead=lead)
        return self._answered(look, area, self.verdict)

    def _answered(self, look: Look, area: Rect, verdict: Verdict) -> Iterable[Widget]:
        if not verdict.sound:
            return self._wrong(look, area, verdict)
        told = [*findings(look.texts, verdict)]
        said, notes = rows(area, 1.0, height(look, told, area.w))
        words = look.texts("book_sound", n=verdict.contents.agreeing)
        return (
            *statement(look, said, "verdict", "circle-check", words),
            *stacked(look, notes, told),
        )

    def _wrong(self, look: Look, area: Rect, verdict: Verdict) -> Iterable[Widget]:
        """All at once, also on a small glass: what it says is long enough."""
        letters = "title" if parts.roomy(look) else "lead*"
        high, gap = look.theme.least(letters).line, look.theme.gap
        said, notes = rows(area, high, 1.0, gap=gap if parts.roomy(look) else gap // 2)
        agreeing = look.texts("book_paper", n=verdict.contents.agreeing)
        told = [*findings(look.texts, verdict), ("paper", "info", agreeing, "calm")]
        words = look.texts("book_wrong")
        yield Label(
            "verdict", said, "paper", words, type="title", least="small*", align="centre",
            colour="danger",
        )  # fmt: skip
        yield from stacked(look, notes, told)


def findings(texts: Texts, verdict: Verdict) -> Iterator[Told]:
    """Whatever is not as it was decided, the rows by number; else what to compare with paper."""
    chain, contents = verdict.chain, verdict.contents
    wrong = (
        ("differing", texts("book_differing", rows=listed(contents.differing)), contents.differing),
        ("unread", texts("book_unread", rows=listed(contents.unread)), contents.unread),
        ("missing", texts("book_missing", rows=listed(chain.missing)), chain.missing),
        ("misplaced", texts("book_misplaced", rows=listed(chain.misplaced)), chain.misplaced),
    )
    for name, words, numbers in wrong:
        if numbers:
            yield name, "triangle-alert", words, "alarm"
    if chain.broken is not None:
        yield "broken", "triangle-alert", texts("book_broken", n=chain.broken), "alarm"
    if verdict.sound and chain.waiting:
        yield "waiting", "info", texts("book_waiting", rows=listed(chain.waiting)), "calm"
    if verdict.sound:
        yield _head(texts, chain.head)


def _head(texts: Texts, head: bytes) -> Told:
    """What stands on the last printed protocol, if there is one."""
    if not head:
        return "head", "info", texts("book_no_head"), "calm"
    return "head", "book-open", texts("book_head", head=grouped(head)), "calm"


def listed(numbers: Sequence[int]) -> str:
    """The numbers of a few rows, and how many more there are."""
    named = ", ".join(map(str, numbers[:NAMED]))
    more = len(numbers) - NAMED
    return f"{named} … +{more}" if more > 0 else named
