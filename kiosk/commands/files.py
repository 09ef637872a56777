"""The two files of `kiosk setup`: kiosk.toml for the machine, school.toml for the school.

They are written once and never again over what a technician wrote.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import typer

from kiosk.config import (
    Complaint,
    Machine,
    School,
    SettingsError,
    document,
    load_machine,
    load_school,
    read_toml,
)
from kiosk.post.letters import Language

MACHINE_HEADING = (
    "kiosk.toml: the machine. It is read when the kiosk starts. Any line may be left out; then "
    "its default holds. A mistake stops the start and is explained."
)
SCHOOL_HEADING = (
    "school.toml: the school. After a change run `kiosk setup` again: it takes this file over "
    "into the store."
)


@dataclass(frozen=True)
class Wishes:
    """What was said on the command line of `kiosk setup`; None and empty for nothing said."""

    config: Path
    school: Path | None
    data: Path | None
    names: Mapping[Language, str]


def settings(wishes: Wishes) -> tuple[Machine, School]:
    """Return both settings, from files that are written first where they are missing.

    Raises SettingsError with what is wrong in either.
    """
    wrong: list[Complaint] = []
    machine = school = None
    try:
        machine = _machine(wishes)
    except SettingsError as error:
        wrong += _within(wishes.config, error)
    try:
        school = _school(wishes)
    except SettingsError as error:
        wrong += _within(_school_file(wishes), error)
    if machine is None or school is None:
        raise SettingsError(wrong)
    return machine, school


def _machine(wishes: Wishes) -> Machine:
    path, data = wishes.config, wishes.data and wishes.data.absolute()
    if not path.exists():
        machine = Machine() if data is None else Machine(data=data)
        write_new(path, document(machine, MACHINE_HEADING))
        return machine
    typer.echo(f"{path} is there and stays as it is.")
    machine = load_machine(path)
    if data not in (None, machine.data):
        remedy = f'Leave out --data, or change it in the file to `data = "{data}"`.'
        raise SettingsError([Complaint("data", f"the file says {machine.data}", remedy)])
    return machine


def _school(wishes: Wishes) -> School:
    path = _school_file(wishes)
    if not path.exists() and wishes.school is None:
        names = wishes.names or {Language.KY: typer.prompt("Name of the school, in Kyrgyz")}
        school = load_school({"name": names})
        write_new(path, document(school, SCHOOL_HEADING))
        return school
    if not path.exists():
        remedy = "Leave out --school: then one is written beside the machine's settings."
        raise SettingsError([Complaint(str(path), "there is no such file", remedy)])
    school = load_school(read_toml(path))
    typer.echo(f"{path} is there and stays as it is.")
    other = [name for name, said in wishes.names.items() if school.name.get(name) != said]
    if other:
        remedy = "Change the name in the file and leave out the option."
        what = "the file has another name than the command line"
        raise SettingsError([Complaint(f"name.{name}", what, remedy) for name in other])
    return school


def _school_file(wishes: Wishes) -> Path:
    return wishes.school or wishes.config.with_name("school.toml")


def _within(path: Path, error: SettingsError) -> list[Complaint]:
    """Name the file in each complaint that does not name it yet."""
    return [
        Complaint(c.place if str(path) in c.place else f"{path}, {c.place}", c.what, c.remedy)
        for c in error.complaints
    ]


def write_new(path: Path, text: str) -> None:
    """Write a file that must not be there yet, and say so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    typer.echo(f"{path} is written.")
