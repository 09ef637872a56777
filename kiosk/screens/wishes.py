"""What a writer may wish before sending: who must not read, and an answer only for them (R2, R13).

Both stand on one line and need no touch; who may read is chosen on the whole body.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kiosk.post.handling import EXCLUSIONS, offered
from kiosk.post.roles import Role
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.layout import grid, rows
from kiosk.screens.parts import note, note_height, roomy, upright
from kiosk.screens.widgets import Button, Chip

READERS = dict(
    zip(EXCLUSIONS, ("readers_all", "readers_adults", "readers_no_pedagogue", "readers_no_deputy"),
        strict=True)
)  # fmt: skip
"""How the screen names who may read, by who is left out."""


TALLEST_MM = 26


@dataclass(frozen=True)
class ReadersAsked(Act):
    """Choose who may read."""


@dataclass(frozen=True)
class ReadersChosen(Act):
    """Everybody may read but these."""

    excluded: frozenset[Role] = field(repr=False)


@dataclass(frozen=True)
class ReplyWished(Act):
    """An answer only for the writer: wished, or taken back."""


WishAct = ReadersAsked | ReadersChosen | ReplyWished


class Wishes:
    """`choosing` while the body shows who may read."""

    def __init__(
        self, quorum: Iterable[Iterable[Role]], excluded: frozenset[Role], *, reply: bool
    ) -> None:
        self._offered = offered(quorum)
        self.excluded, self.reply = excluded, reply
        self.choosing = False

    def take(self, act: WishAct) -> None:
        """Do what was touched."""
        match act:
            case ReadersAsked():
                self.choosing = True
            case ReadersChosen(excluded=excluded):
                self.excluded, self.choosing = excluded, False
            case ReplyWished():
                self.reply = not self.reply

    def wipe(self) -> None:
        """Forget what was wished."""
        self.excluded, self.reply, self.choosing = frozenset(), False, False

    @property
    def choice(self) -> bool:
        """Whether anybody can be left out at all."""
        return len(self._offered) > 1

    def readers(self, look: Look, place: Rect, *, enabled: bool) -> Widget:
        """Return the line that says who may read; a touch changes it."""
        words = self.readers_words(look)
        return Button("readers", place, "paper", words, icon="chevron-right", act=ReadersAsked(),
                      type="body", least="small", enabled=enabled)  # fmt: skip

    def readers_words(self, look: Look) -> str:
        """Return who may read, in a few words."""
        return look.texts("readers", who=look.texts(READERS[self.excluded]))

    def told(self, look: Look) -> str:
        """Return what was wished, in few words; empty if there is nothing to tell."""
        words = [self.readers_words(look)] if self.choice else []
        if self.reply:
            words.append(look.texts("reply_wished"))
        return ". ".join(words)

    def answer(self, look: Look, place: Rect, *, enabled: bool) -> Widget:
        """Return the question whether only the writer should get an answer; off at first."""
        words = look.texts("reply_wished" if self.reply else "reply_ask")
        return Chip("reply", place, "paper", words, act=ReplyWished(), chosen=self.reply,
                    enabled=enabled)  # fmt: skip

    def back(self, look: Look, place: Rect) -> Widget:
        """Return the way back from choosing, with what was chosen before."""
        return Button("back", place, "paper", look.texts("back"), icon="arrow-left",
                      act=ReadersChosen(self.excluded))  # fmt: skip

    def widgets(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return the choice of who may read, and what it means; the title asks."""
        theme, texts = look.theme, look.texts
        told = texts("readers_note")
        wide, down = (1, 4) if upright(look) else (2, 2)
        wanted = note_height(look, told, area.w)
        most = down * theme.mm(TALLEST_MM) + (down - 1) * theme.gap
        high = min(most, area.h - wanted - theme.gap * 2)
        chips, said, _ = rows(area, high, wanted, 1.0, gap=theme.gap * 2)
        cells = grid(chips, wide, down, gap=theme.gap)
        return (
            *(
                Chip(f"readers_{nth}", cell, "paper", texts(READERS[left]).capitalize(),
                     act=ReadersChosen(left), chosen=left == self.excluded,
                     type="lead" if roomy(look) else "body")
                for nth, (left, cell) in enumerate(zip(self._offered, cells, strict=False))
            ),
            *note(look, said, "readers_note", "info", told, "calm"),
        )  # fmt: skip
