"""How old the newest backup is, with which cards each opens, and what else lies beside them."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.config import Machine
from kiosk.post.finding import Finding, Part, Said, green, red, say, yellow
from kiosk.store import StoreError, load_committee
from kiosk.store.backup import copies, keys
from kiosk.store.restoring import asides

OUTSIDE = say("doc_backup_outside_do")
MAKE = say("doc_backup_make_do")


def backup(machine: Machine, today: date) -> Finding:
    """Judge the copies beside the store; those on sticks in drawers nobody can see."""
    path = machine.store
    try:
        found, key, cards = copies(path), keys(path), _cards(machine)
    except StoreError:
        return yellow(Part.BACKUP, say("doc_backup_unknown"), say("doc_backup_unknown_do"))
    if any(copy.keys != key for copy in found):
        return red(
            Part.BACKUP, say("doc_backup_cards"), MAKE, say("doc_backup_destroy_do", keys=key)
        )
    if not found:
        return yellow(Part.BACKUP, say("doc_backup_none"), MAKE, *cards)
    made = say("doc_backup_made", day=found[0].day, keys=key)
    if today - found[0].day >= timedelta(days=2 * machine.backup.every_days):
        return yellow(Part.BACKUP, say("doc_backup_old", made=made), MAKE, *cards)
    if lying := asides(path):
        names = ", ".join(aside.name for aside in lying)
        return yellow(Part.BACKUP, made, say("doc_backup_aside_do", names=names), *cards)
    return green(Part.BACKUP, made, OUTSIDE, *cards)


def _cards(machine: Machine) -> tuple[Said, ...]:
    """Once cards were changed, which copies have to be destroyed, wherever they are."""
    committee = load_committee(machine.store)
    if committee is None or committee.generation == 1:
        return ()
    return (say("doc_backup_destroy_do", keys=keys(machine.store)),)
