"""The part of the tour over the committee's cards: the first ones, one more, and the envelope."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pygame

from kiosk.demo.album import Album
from kiosk.demo.school import CARDS, RECOVERY, found
from kiosk.demo.visitor import Visitor
from kiosk.demo.world import build, machine
from kiosk.keyholder import HeldHere
from kiosk.post.cards import Cost
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.screens.members.card import Four

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
"""Nobody waits for cards that are gone with the tour."""

GROUPS = tuple(f"four_{group}" for group in range(5))


class Founder(Visitor):
    """Forms the first committee of a kiosk that has none, with a picture of each screen."""

    def __init__(self, data: Path, surface: pygame.Surface, album: Album) -> None:
        size = surface.get_size()
        found(data, formed=False)
        holds = partial(HeldHere, cost=CHEAP)
        super().__init__(build(data, machine(size, Language.KY), surface, holds=holds))
        self._album, self._surface = album, surface

    def go(self) -> None:
        """From a board without a committee to one that takes letters."""
        self.world.app.start()
        self.world.app.settle()
        self._see("board", "No committee yet")
        self.hold("emblem", 3.2)
        self.touch("members")
        self._see("found_start", "The technician has left")
        self.touch("next")
        self._see("roster", "Which cards are there")
        for role in Role:
            self._make(f"new_{role}")
        self._see("roster", "One card each")
        self._make("new_envelope")
        self.touch("agree")
        self.wait_until(lambda: self.screen == "members_done", "the committee")
        self._see("members_done", "The group is formed")
        self.touch("done_leave")
        self._see("board", "Letters can be written")

    def _make(self, new: str) -> None:
        self.touch(new, "show")
        self.wait_until(lambda: not self.world.app.busy, "the card")
        code = shown(self)
        self.touch("next")
        self.type(code)
        self.wait_until(lambda: self.screen == "card_ready", "the card")
        self.touch("next")

    def _see(self, screen: str, caption: str) -> None:
        self.sees(screen)
        self._album.screen(Language.KY, caption, self._surface)


def forming(surface: pygame.Surface, album: Album) -> None:
    """A kiosk of its own, without a committee, from the first card to the last."""
    with TemporaryDirectory(prefix="kiosk-tour-") as data:
        founder = Founder(Path(data), surface, album)
        try:
            founder.go()
        finally:
            founder.world.app.close()


def shown(visitor: Visitor) -> str:
    """Touch one group after the other, and copy what it shows."""
    copied = ""
    for name in GROUPS:
        visitor.touch(name)
        four = visitor.widget(name)
        copied += four.digits if isinstance(four, Four) else ""
    return copied


def members(guide: Guide) -> None:
    """The quorum sits down: one more card on paper, what a lost card asks for, and the drill."""
    guide.wait(61)  # the printer is asked how it is, and is well again
    guide.hold("emblem", 3.2)
    guide.touch("members")
    guide.see("gather", "Members and cards: roll call")
    for code in CARDS.values():
        guide.type(code)
        guide.wait_until(lambda: not guide.world.app.busy, "the card")
    guide.see("members", "Members and cards")
    _add(guide)
    guide.touch("task_lost", "card_2")
    guide.see("roster", "A card is lost")
    guide.touch("back", "task_drill")
    guide.type(RECOVERY)
    guide.wait_until(lambda: guide.screen == "members", "the envelope")
    guide.see("members", "The envelope was checked")
    guide.take_paper("print_list", "The list for the safe")
    guide.touch("leave", "leave_sure")


def _add(guide: Guide) -> None:
    guide.touch("task_add")
    guide.see("roster", "Who needs a new card")
    guide.touch("new_parliament_member")
    guide.see("card_away", "The others look away")
    guide.take_paper("print", "A new card")
    guide.touch("uncover", "four_1")
    guide.see("card_copy", "Four digits at a time")
    code = shown(guide)
    guide.touch("next")
    guide.see("card_type", "Typed back")
    guide.type(code)
    guide.wait_until(lambda: guide.screen == "card_ready", "the card")
    guide.see("card_ready", "The card is ready")
    guide.touch("next")
