"""`kiosk setup`: the settings, the store, the technician's PIN. Run again, it destroys nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk import store
from kiosk.commands.files import Wishes, settings
from kiosk.commands.pin import set_pin
from kiosk.config import Complaint, School, SettingsError
from kiosk.doctor.disk import missing_mount
from kiosk.doctor.places import Places
from kiosk.post.cards import Cost
from kiosk.post.incidents import Incident, Noted

WINDOW = frozenset({"review", "timezone"})
"""Settings that say when the box may be opened."""

ENROLLED = "The committee is enrolled already; its key cards stay as they are."
TO_BE_FORMED = (
    "The committee is still to be formed, by its members at the kiosk's screen: start the kiosk, "
    "hold\nthe school's emblem on the board for three seconds, and leave them alone with it: "
    "nobody else may\nsee a key card. Until then no letter is taken on the screen."
)


def set_up(wishes: Wishes, cost: Cost, places: Places | None = None) -> None:
    """Bring files, store and PIN to what was asked.

    Raises SettingsError or StoreError; then nothing that was there before is changed.
    """
    machine, school = settings(wishes)
    _refuse_beneath(machine.data, places)
    _keep(machine.store, school)
    if store.load_pin(machine.store) is None:
        set_pin(machine.store, cost)
    typer.echo(ENROLLED if store.load_committee(machine.store) else TO_BE_FORMED)


def _refuse_beneath(data: Path, places: Places | None) -> None:
    """A store beneath the place of a partition would be gone with the next start."""
    if unit := missing_mount(data, places):
        what = (
            "the letters' partition is not mounted, and what is written now would vanish beneath it"
        )
        remedy = (
            f"Run deploy/install.sh again: it mounts it by {unit.name}, or says that no partition "
            "has the label kioskdata."
        )
        raise SettingsError([Complaint(str(data), what, remedy)])


def _keep(path: Path, school: School) -> None:
    """Put the school's settings into the store, which is made where there is none."""
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        store.create(path, "real", school.model_dump_json())
        typer.echo(f"The store {path} is made.")
        return
    if store.kind(path) != "real":
        raise store.WrongKind(f"{path} is a demo store; give the real one another --data.")
    _refuse_other_quorum(path, school)
    _take_over(path, school)


def _refuse_other_quorum(path: Path, school: School) -> None:
    committee = store.load_committee(path)
    if committee is None:
        return
    enrolled_sets = {frozenset(lock.roles) for lock in committee.quorum}
    if enrolled_sets != {frozenset(roles) for roles in school.quorum}:
        sets = " or ".join(" + ".join(lock.roles) for lock in committee.quorum)
        remedy = f"Write the quorum of the enrolled committee again: {sets}."
        what = "the quorum was fixed when the committee was enrolled"
        raise SettingsError([Complaint("quorum", what, remedy)])


def _take_over(path: Path, school: School) -> None:
    old, new = json.loads(store.load_school(path)), school.model_dump(mode="json")
    changed = [name for name in new if old.get(name) != new[name]]
    if not changed:
        typer.echo(f"The store {path} has these settings already.")
        return
    store.save_school(path, school.model_dump_json(), _to_be_heard(path, school, changed))
    typer.echo(f"The store {path} takes over: {', '.join(changed)}.")


def _to_be_heard(path: Path, school: School, changed: Iterable[str]) -> Noted | None:
    """Once there is a committee, it hears of it when somebody changes the window (law 3)."""
    if WINDOW.isdisjoint(changed) or store.load_committee(path) is None:
        return None
    return datetime.now(ZoneInfo(school.timezone)).date(), Incident.RULE_CHANGED
