"""Enrolling the committee: a key card for each role and the recovery envelope, shown once each.

Nothing is stored before every card was typed back, and no card is stored at all.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from kiosk.config import School
from kiosk.post.cards import CardMistyped, Cost, grouped, new_card, parse
from kiosk.post.keys import Committee, enrol
from kiosk.post.roles import Role

PEOPLE = {
    Role.DEPUTY_DIRECTOR: "deputy director for upbringing work",
    Role.SOCIAL_PEDAGOGUE: "social pedagogue",
    Role.PARLIAMENT_MEMBER: "member of the school parliament",
}
SAFE = "director, who keeps it in the safe"
CLEAR = "\x1b[H\x1b[2J\x1b[3J"
"""Cursor home, screen empty, and nothing left to scroll back to; `echo` leaves it out of a pipe."""


def enrolled(school: School, cost: Cost) -> Committee:
    """Return the committee once the card of every role was typed back.

    Ctrl-C or the end of the input raises typer.Abort: then nothing of it exists.
    """
    typer.echo(
        f"\nThe committee gets its key cards: {len(school.roles)} roles, one card each.\n"
        "A card waits until the person named is alone at the screen, and is shown once; write\n"
        "its 20 digits on the card form with a pen. Ctrl-C stops: then nothing of it is stored."
    )
    total = len(school.roles)
    cards = [
        (role, _given(PEOPLE[role], f"Key card {at} of {total}"))
        for at, role in enumerate(school.roles, 1)
    ]
    recovery = _given(SAFE, "Recovery envelope")
    typer.echo("All cards are typed back. Making the committee's keys …")
    today = datetime.now(ZoneInfo(school.timezone)).date()
    return enrol(cards, recovery, school.quorum, cost, today)


def _given(keeper: str, what: str) -> str:
    code = new_card()
    typer.echo(f"\n{what}: {keeper}")
    # Who holds the card before must not see this one: one person with two cards is no quorum.
    _asked("Press Enter when nobody else can see the screen")
    typer.echo(f"\n    {grouped(code)}\n")
    while complaint := _mistake(code, _asked("Type it back from the form")):
        typer.echo(f"{complaint} Look at the form and type all 20 digits again.")
    typer.echo(CLEAR, nl=False)
    typer.echo(f"The card of the {keeper} is right.")
    return code


def _asked(words: str) -> str:
    typed: str = typer.prompt(words, default="", show_default=False)
    return typed


def _mistake(code: str, typed: str) -> str:
    try:
        return "" if parse(typed) == code else "These are the digits of another card."
    except CardMistyped as error:
        return f"That is not this card: {error}."
