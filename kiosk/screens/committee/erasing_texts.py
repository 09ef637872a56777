"""Old letters: how many have outlived their time, what erasing them means, and what it cannot do.

Nothing of a letter shows here. It is asked once more on a page of its own, where the button that
erases stands elsewhere: no finger erases by tapping twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import DeskTurned, ErasingAgreed, Event
from kiosk.post.desk import DeskPage
from kiosk.post.retention import Staying
from kiosk.post.steps import Hint
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.analysis import header
from kiosk.screens.committee.leaving import statement
from kiosk.screens.committee.notes import Told, height, stacked
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class Begun(Act):
    """Somebody wants to erase: ask once."""


@dataclass(frozen=True)
class Kept(Act):
    """Not now."""


class ErasingTexts(Screen):
    """`due` are numbers of rows, `months` is how long the school keeps the words of a letter.

    `staying` are those that keep their words, by the reason; `erased` is how many were
    erased since this page lies here.
    """

    name = "erasing_texts"

    def __init__(self, due: tuple[int, ...], months: int, staying: Staying) -> None:
        self.due, self._months, self.staying = due, months, staying
        self.erased, self.asked = 0, False
        self.working = False
        self.hint: Hint | None = None

    def follow(
        self, due: tuple[int, ...], staying: Staying, *, working: bool, hint: Hint | None
    ) -> None:
        """How it stands now."""
        self.erased += len(set(self.due) - set(due))
        self.due, self.staying, self.working, self.hint = due, staying, working, hint
        self.asked &= not working

    # --- what a touch means ---

    def act(self, act: Act) -> Event | None:
        match act:
            case Begun():
                self.asked = True
            case Kept():
                self.asked = False
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        """Back; nothing is erased by a key."""
        if stroke.control == "escape" and not self.working:
            return self.act(Kept()) if self.asked else DeskTurned(DeskPage.MENU)
        return None

    # --- what shows ---

    def view(self, look: Look) -> View:
        theme = look.theme
        head, body, foot = rows(
            parts.column(look), parts.header_height(look), 1.0, theme.primary, gap=theme.gap
        )
        asks = self.asked and bool(self.due)
        shown = self._question(look, body, foot) if asks else self._offer(look, body, foot)
        return View("paper", (*header(look, head, look.texts("desk_erasing")), *shown))

    def _offer(self, look: Look, body: Rect, foot: Rect) -> Iterable[Widget]:
        texts, told = look.texts, self._told(look)
        room = body if self.due else Rect(body.x, body.y, body.w, foot.y + foot.h - body.y)
        said, notes = rows(room, 1.0, height(look, told, room.w))
        yield from statement(look, said, "due", *self._how_many(texts), lead=self._rule(texts))
        yield from stacked(look, notes, told)
        _, right = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        if self.due:
            yield Button(
                "erase", right, "paper", texts("texts_erase"), icon="trash-2", act=Begun(),
                enabled=not self.working,
            )  # fmt: skip

    def _how_many(self, texts: Texts) -> tuple[str, str]:
        if self.due:
            return "mail", texts("texts_due", n=len(self.due))
        if self.erased:
            return "circle-check", texts("texts_erased", n=self.erased)
        return "mail", texts("texts_none")

    def _rule(self, texts: Texts) -> str:
        return texts("texts_rule", n=self._months)

    def _told(self, look: Look) -> list[Told]:
        texts = look.texts
        honest = ("honest", "info", texts("texts_honest"), "honey")
        if self.hint:
            return [("hint", "triangle-alert", texts("not_kept"), "alarm"), honest]
        if self.working:
            return [("working", "clock", texts("texts_erasing"), "calm"), honest]
        return [*self._stays(texts), honest]

    def _stays(self, texts: Texts) -> list[Told]:
        """Which keep their words, and why: nothing where none does."""
        why = {"texts_unanswered": self.staying.unanswered, "texts_later": self.staying.later}
        words = "\n".join(texts(key, n=n) for key, n in why.items() if n)
        return [("kept", "clock", words, "calm")] if words else []

    def _question(self, look: Look, body: Rect, foot: Rect) -> Iterable[Widget]:
        texts = look.texts
        ask, lost = texts("texts_ask", n=len(self.due)), texts("texts_for_ever")
        stays = [("stays", "book-open", texts("texts_stays"), "calm")]
        said, notes = rows(body, 1.0, height(look, stays, body.w))
        yield from statement(look, said, "ask", "trash-2", ask, lead=lost, colour="danger")
        yield from stacked(look, notes, stays)
        sure, stay = columns(foot, 1.0, 1.0, gap=look.theme.mm(4))
        yield Button(
            "erase_sure", sure, "paper", texts("erase_now"), icon="trash-2", style=Style.DANGER,
            act=ErasingAgreed(self.due), enabled=not self.working,
        )  # fmt: skip
        yield Button("keep", stay, "paper", texts("back"), style=Style.PRIMARY, act=Kept())
