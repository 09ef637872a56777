"""The tour's private reply: asked for, written by the committee, read by who holds the code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.demo.words import REPLIES
from kiosk.screens.widgets import Label

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide


def wishes(guide: Guide) -> None:
    """On the check screen: who may read, and a reply."""
    guide.touch("readers")
    guide.see("check", "Who may read")
    guide.touch("readers_0", "reply")
    guide.see("check", "A reply for the writer alone")


def copied(guide: Guide) -> str:
    """From the thanks to the board; return the code that was shown."""
    guide.touch("leave")
    guide.see("thanks", "Leaving without the code is asked once")
    guide.touch("keep", "code_show")
    guide.see("code", "The reply code, shown once")
    guide.touch("cover")
    guide.see("code", "One touch covers the code")
    guide.touch("cover")
    code = "".join(
        widget.text for n in range(4) if isinstance(widget := guide.widget(f"code_{n}"), Label)
    )
    guide.take_paper("print", "Reply code")
    guide.touch("done")
    return code


def halves(guide: Guide) -> None:
    """On the paper screen: a slip in two halves, which fails first and is offered again."""
    guide.world.levers.take_paper()
    guide.touch("code_slip")
    guide.wait_until(lambda: not guide.world.app.busy, "the printer to fail")
    guide.see("paper", "The printer is out of paper")
    guide.world.levers.load_paper()
    guide.take_paper("code_slip", "Slip in two halves")
    guide.touch("back", "paper")


def answered(guide: Guide) -> None:
    """While registering: the words that only the writer will read."""
    guide.touch("to_reply")
    guide.type(REPLIES[guide.language])
    guide.see("register", "A private reply")
    guide.touch("done")


def read(guide: Guide, code: str) -> None:
    """From the board to the reply, and back without it."""
    guide.touch("reply")
    guide.touch(*(f"digit_{digit}" for digit in code[:6]))
    guide.see("enter_code", "One group in sight")
    guide.touch(*(f"digit_{digit}" for digit in code[6:]))
    guide.wait_until(lambda: guide.screen == "reply", "the reply")
    guide.see("reply", "A reply, covered")
    guide.touch("cover")
    guide.see("reply", "A reply, read")
    guide.touch("erase")
    guide.see("reply", "Erasing a reply is asked once")
    guide.touch("erase_now")
    guide.see("reply", "Erased")
    guide.touch("leave", "reply")
    guide.type(code)
    guide.wait_until(lambda: not guide.world.app.busy, "the code")
    guide.see("enter_code", "One sentence for all that leads nowhere")
    guide.touch("leave")
