"""Between two reviews the quorum sits down at its desk: every matter gets what became of it."""

from __future__ import annotations

import re
from random import Random

from kiosk.post.journal import GENERAL, Forum
from kiosk.post.letters import Language
from kiosk.post.matters import State
from kiosk.post.roles import Role
from tests.guest import Guest
from tests.year.plan import BODY, HEADLINE

MATTER = re.compile(r"matter_(\d+)")
NUMBER = re.compile(r"№ (\d+)")

Outcomes = dict[int, State]
"""By the number of a letter, what became of its matter."""


def sits_down(guest: Guest, cards: dict[Role, str]) -> None:
    """From the board to the desk, by the emblem."""
    guest.hold("emblem", 3.2)
    guest.touch("desk")
    for code in cards.values():
        guest.type_card(code)
    guest.chooses()
    waits(guest)
    guest.sees("deskmenu")


def waits(guest: Guest) -> None:
    guest.wait_until(lambda: not guest.world.app.busy, "the journal")
    guest.wait(0.1)


def follows_up(guest: Guest, random: Random, most: int) -> Outcomes:
    """What is overdue first, as many as there is time for; returns what became of which letters."""
    guest.touch("desk_matters")
    done: Outcomes = {}
    for _ in range(most):
        if (matter := _first(guest)) is None:
            break
        guest.touch(matter)
        if guest.offers("moved"):
            guest.touch("moved")
        numbers = _letters(guest)
        done |= dict.fromkeys(numbers, _decides(guest, random))
        guest.touch("done")
        if guest.offers("moved"):
            guest.touch("moved")
    guest.touch("leave")
    guest.sees("deskmenu")
    return done


def _first(guest: Guest) -> str | None:
    widgets = guest.world.app.desk.stage.view.widgets
    names = [widget.name for widget in widgets if MATTER.fullmatch(widget.name)]
    return names[0] if names else None


def _letters(guest: Guest) -> list[int]:
    """The numbers behind the cover, of the letters that the matter is about."""
    guest.touch("letter")
    told = "\n".join(getattr(guest.widget("letter"), "lines", ()))
    return [int(number) for number in NUMBER.findall(told)]


def _decides(guest: Guest, random: Random) -> State:
    state = random.choice((State.CONSIDERED, State.ANSWERED, State.ANSWERED, State.DECLINED))
    guest.touch("write", f"state_{state}")
    if state is State.CONSIDERED:
        guest.touch(f"forum_{random.choice([*Forum])}")
    if state is State.DECLINED:
        guest.touch("reason_money")
    if state is State.ANSWERED and _forum(guest) not in GENERAL:
        guest.touch("answer", f"tongue_{Language.KY}", "headline")
        guest.type(HEADLINE)
        guest.touch("done")
        guest.type(BODY[Language.KY])
        guest.touch("done", "done")
    guest.touch("keep")
    waits(guest)
    return state


def _forum(guest: Guest) -> Forum | None:
    """The one whose chip is chosen."""
    for forum in Forum:
        if getattr(guest.widget(f"forum_{forum}"), "chosen", False):
            return forum
    return None


def leaves(guest: Guest) -> None:
    """The desk is shut, and the board is back."""
    guest.touch("desk_done")
    waits(guest)
    guest.sees("board")
