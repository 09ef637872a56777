"""What becomes of the committee's cards in a year: stand-ins, losses, leavers, the envelope."""

from __future__ import annotations

from kiosk.post.roles import Role
from tests.guest import Guest
from tests.sitters import agrees, gathers, makes, opens_the_envelope, sits_down, stored, types
from tests.year.plan import Change

LEAVER, LOSER, RESCUED = Role

Cards = dict[Role, str]


def change(guest: Guest, what: Change, cards: Cards, envelope: str) -> str:
    """Do it at the screen, with `cards` brought up to date; returns the envelope's digits."""
    match what:
        case Change.STAND_IN:
            gathers(guest, *cards.values())
            guest.touch("task_add")
            makes(guest, LOSER)
            guest.touch("leave", "leave_sure")
        case Change.CARD_LOST:
            _replaced(guest, cards, LOSER)
        case Change.MEMBER_LEFT:
            _replaced(guest, cards, LEAVER)
        case Change.ENVELOPE:
            return _rescued(guest, cards, envelope)
        case Change.NOTHING:
            pass
    return envelope


def _replaced(guest: Guest, cards: Cards, role: Role) -> None:
    """Every card of the role counts no more, a stand-in's neither; one is made anew."""
    gathers(guest, *cards.values())
    numbers = [card.number for card in stored(guest).cards_of(role)]
    guest.touch("task_lost", *(f"card_{number}" for number in numbers))
    cards[role] = makes(guest, role)
    agrees(guest)
    guest.touch("done_leave")


def _rescued(guest: Guest, cards: Cards, envelope: str) -> str:
    """All cards of a role are gone: two roles and the director's envelope."""
    sits_down(guest)
    for role, code in cards.items():
        if role is not RESCUED:
            types(guest, code)
    opens_the_envelope(guest, envelope)
    cards[RESCUED] = makes(guest, RESCUED)
    fresh = makes(guest, None)
    agrees(guest)
    guest.touch("done_leave")
    return fresh
