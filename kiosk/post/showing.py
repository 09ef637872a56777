"""What cards and the recovery envelope lead to that are shown in a sitting over the cards."""

from __future__ import annotations

from dataclasses import replace

from kiosk import events as ev
from kiosk.post.roles import Role
from kiosk.post.sitting import Said, Sitting
from kiosk.post.tasks import Task

SAID: dict[type[ev.FromKeys], Said] = {
    ev.CardRepeated: Said.CARD_REPEATED,
    ev.CardUnknown: Said.CARD_UNKNOWN,
    ev.CardRevoked: Said.CARD_REVOKED,
    ev.RecoveryUnknown: Said.ENVELOPE_UNKNOWN,
}


def shown(sitting: Sitting, event: ev.FromKeys) -> Sitting:
    """What was shown at the roll call, or at the drill, led to."""
    match event:
        case ev.CardAccepted(role=role, missing=missing):
            return replace(sitting, present=(*sitting.present, role), missing=missing)
        case ev.QuorumGathered(role=role):
            return replace(sitting, present=(*sitting.present, role), missing=(), gathered=True)
        case ev.RecoveryAccepted(more=more):
            return replace(sitting, wanted=more, envelope_next=False, said=Said.ENVELOPE_RIGHT)
        case ev.RecoveryGathered(roles=roles):
            return _rescued(sitting, roles)
    said = SAID.get(type(event))
    return replace(sitting, said=said) if said else sitting


def _rescued(sitting: Sitting, roles: tuple[Role, ...]) -> Sitting:
    """Two roles and the envelope; the cards of who could not come are taken for lost."""
    if sitting.committee is None:
        return sitting
    missing = sitting.committee.missing(frozenset(roles))
    out = frozenset(card.number for card in sitting.committee.cards if card.role in missing)
    rescued = replace(sitting, by_envelope=True, task=Task.RESCUE, out=out)
    return replace(rescued, present=roles, missing=missing)
