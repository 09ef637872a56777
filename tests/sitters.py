"""People who sit down over the committee's cards: they make them, copy them and type them back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from kiosk import store
from kiosk.demo.school import RECOVERY, SCHOOL
from kiosk.keyholder import HeldHere, Holds
from kiosk.post.committee import Committee
from kiosk.post.roles import Role
from kiosk.screens.members.card import Four
from tests.conftest import Opens
from tests.guest import Guest
from tests.office import CHEAP

CHEAPLY = partial(HeldHere, cost=CHEAP)
"""The keys of a first committee, whose cards cost next to nothing."""

GROUPS = tuple(f"four_{group}" for group in range(5))


def unready(opens: Opens, tmp_path: Path, holds: Holds = CHEAPLY) -> Guest:
    """A kiosk whose committee has still to be formed."""
    folder = tmp_path / "unready"
    folder.mkdir()
    store.create(folder / "post.sqlite", "demo", SCHOOL.model_dump_json(), pool=8)
    return opens(folder, holds=holds)


def committee(guest: Guest) -> Committee | None:
    """What the store keeps."""
    return store.load_committee(guest.data / "post.sqlite")


def stored(guest: Guest) -> Committee:
    """The same, where there is one."""
    kept = committee(guest)
    assert kept is not None
    return kept


def waits(guest: Guest) -> None:
    guest.wait_until(lambda: not guest.world.app.busy, "the keys")


def sits_down(guest: Guest) -> None:
    """From the board to the members and their cards."""
    guest.hold("emblem", 3.2)
    guest.touch("members")


def begins(guest: Guest) -> None:
    """The technician has left: which cards are there?"""
    sits_down(guest)
    guest.touch("next")
    guest.sees("roster")


def wants(guest: Guest, what: Role | None, *, printed: bool = False) -> None:
    """A new card as far as its digits, on the screen or on paper."""
    guest.touch(f"new_{what}" if what else "new_envelope")
    guest.sees("card_away")
    guest.touch("print" if printed else "show")
    waits(guest)
    guest.sees("card_copy")


def looks(guest: Guest) -> str:
    """Touch one group after the other and read what is on the glass."""
    read = ""
    for name in GROUPS:
        guest.touch(name)
        four = guest.widget(name)
        assert isinstance(four, Four)
        read += four.digits
    return read


def gives_up(guest: Guest) -> None:
    """The card at hand, while it is copied; it is asked once."""
    guest.touch("back", "void_sure")


def copies(guest: Guest, code: str) -> None:
    """Typed back from the form, and put away."""
    guest.touch("next")
    guest.sees("card_type")
    guest.type(code)
    waits(guest)
    guest.sees("card_ready")


def makes(guest: Guest, what: Role | None) -> str:
    """A whole card, on the screen; returns what the form has now."""
    wants(guest, what)
    code = looks(guest)
    copies(guest, code)
    guest.touch("next")
    return code


def forms(guest: Guest) -> tuple[dict[Role, str], str]:
    """A card for each role, and the envelope; returns what was written by hand."""
    begins(guest)
    cards = {role: makes(guest, role) for role in Role}
    envelope = makes(guest, None)
    guest.touch("agree")
    guest.wait_until(lambda: guest.screen == "members_done", "the committee")
    return cards, envelope


def types(guest: Guest, code: str) -> None:
    guest.type(code)
    waits(guest)


def gathers(guest: Guest, *codes: str) -> None:
    """The whole quorum sits down; the demo's cards unless others are named."""
    sits_down(guest)
    guest.sees("gather")
    if codes:
        for code in codes:
            types(guest, code)
    else:
        guest.gathers()
    guest.sees("members")


def opens_the_envelope(guest: Guest, code: str = RECOVERY) -> None:
    guest.touch("envelope")
    types(guest, code)


def agrees(guest: Guest) -> None:
    """New keys, asked once."""
    guest.touch("agree", "agree_sure")
    guest.wait_until(lambda: guest.screen == "members_done", "new keys")
