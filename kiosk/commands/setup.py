"""`kiosk setup`: the settings, the store, the committee. Run again, it destroys nothing."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from kiosk import store
from kiosk.commands.enrolment import enrolled
from kiosk.commands.files import Wishes, settings
from kiosk.commands.pin import set_pin
from kiosk.config import Complaint, School, SettingsError
from kiosk.post.cards import Cost


def set_up(wishes: Wishes, cost: Cost) -> None:
    """Bring files, store and committee to what was asked.

    Raises SettingsError or StoreError; then nothing that was there before is changed.
    """
    machine, school = settings(wishes)
    _keep(machine.store, school)
    _enrol(machine.store, school, cost)
    if store.load_pin(machine.store) is None:
        set_pin(machine.store, cost)


def _enrol(path: Path, school: School, cost: Cost) -> None:
    if store.load_committee(path) is not None:
        typer.echo("The committee is enrolled already; its key cards stay as they are.")
        return
    try:
        store.save_committee(path, enrolled(school, cost))
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("\nStopped. Nothing of the committee is stored; the cards shown are void.")
        raise typer.Exit(1) from None
    typer.echo("The committee is enrolled. From now on letters can be written.")


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
    store.save_school(path, school.model_dump_json())
    typer.echo(f"The store {path} takes over: {', '.join(changed)}.")
