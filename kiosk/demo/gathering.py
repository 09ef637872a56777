"""The tour's committee: it gathers, and shows what lies beside the steps of its review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.demo.school import CARDS
from kiosk.post.roles import Role

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide

DIGITS = ("4071", "9526", "3380")


def gathered(guide: Guide) -> None:
    """From the board's way in to the lock: the corridor, the cards, the digits."""
    guide.touch("way_in")
    guide.see("rollcall", "Is the corridor clear?")
    guide.touch("corridor_clear")
    guide.see("rollcall", "Roll call")
    for number, code in enumerate(CARDS.values()):
        guide.type_card(code)
        if number == 0:
            guide.see("rollcall", "One card is here")
    guide.see("digits", "Four digits, to come back by")
    for digits in DIGITS:
        _type(guide, digits)


def beside(guide: Guide) -> None:
    """From an open letter and back: who is here, the lock, letters on slips."""
    guide.touch("members")
    guide.see("members", "Who is here")
    guide.touch("lock")
    guide.see("locked", "Locked: two of those who were here open it")
    for digits in DIGITS[:2]:
        _type(guide, digits)
    guide.touch("back", "letters")
    guide.see("letters", "Letters that are left, by their numbers")
    guide.touch("slips")
    guide.see("slips", "Letters on slips, to be read in a room")
    guide.touch("back")


def stepped_out(guide: Guide) -> None:
    """Of the letter at hand, which is the last one."""
    guide.touch("step_out")
    guide.see("step_out", "Who should not read this letter?")
    guide.touch(f"out_{Role.DEPUTY_DIRECTOR}")
    guide.see("kept", "The letter is kept, and what comes now")
    guide.touch("onward")
    guide.see("room", "Who steps away; nothing of the letter is shown")
    guide.touch("room_changed")


def called_back(guide: Guide) -> None:
    """After that letter, which was a paper one."""
    guide.wait_until(lambda: guide.screen == "numbered", "the row")
    guide.see("numbered", "The number for the paper letter")
    guide.touch("onward")
    guide.wait_until(lambda: guide.screen == "room", "the row")
    guide.see("room", "Who may come back")
    guide.touch("room_changed")


def _type(guide: Guide, digits: str) -> None:
    guide.touch(*(f"digit_{digit}" for digit in digits))
    guide.wait_until(lambda: not guide.world.app.busy, "the digits")
