"""`kiosk doctor`: one page about the box, for whoever installs or repairs it."""

from __future__ import annotations

import shutil
import time
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import typer

from kiosk.config import Complaint, Machine, SettingsError, load_machine
from kiosk.doctor import page
from kiosk.doctor.watching import watch
from kiosk.doctor.wires import STOP, Order, held, open_header
from kiosk.doctor.workshop import Wanted, Workshop, examine, settings
from kiosk.hardware.bench import Bench
from kiosk.hardware.ports import PinsGone
from kiosk.post.finding import Finding, Level, Part, red, say, worst

COLOURS = {Level.GREEN: "green", Level.YELLOW: "yellow", Level.RED: "red"}
PAUSE_S = 0.1


@dataclass(frozen=True)
class Wishes:
    """What was said on the command line of `kiosk doctor`."""

    config: Path
    as_json: bool = False
    print_test: bool = False
    try_lock: bool = False


def look(wishes: Wishes, workshop: Workshop) -> int:
    """Look at everything, tell it, and return the exit code: 0 green, 1 yellow, 2 red."""
    machine, complaints = _machine(wishes.config)
    software = f"kiosk {version('kiosk')}"
    wanted = Wanted(software, wishes.print_test, Order(wishes.try_lock))
    findings = [*settings(complaints), *examine(machine, workshop, wanted)]
    if wishes.as_json:
        typer.echo(page.as_json(software, findings))
    else:
        _show(software, findings)
    return worst(findings).rank


def align(config: Path, workshop: Workshop) -> int:
    """Show the beam until Ctrl-C; 2 if the pins cannot be had."""
    machine, complaints = _machine(config)
    for complaint in complaints:
        typer.echo(f"{complaint} (Until then: the defaults.)", err=True)
    bench = _bench(machine, workshop)
    if isinstance(bench, Finding):
        _tell(bench)
        return Level.RED.rank
    try:
        with closing(bench), suppress(KeyboardInterrupt):
            watch(bench, typer.echo, lambda: time.sleep(PAUSE_S))
    except PinsGone as error:
        _tell(red(Part.PINS, say("doc_plain", text=error), say("doc_pins_none_do")))
        return Level.RED.rank
    return 0


def _bench(machine: Machine, workshop: Workshop) -> Bench | Finding:
    header = open_header(workshop.header)
    if isinstance(header, Finding):
        return header
    if holders := held(header, machine.pins):
        held_by = ", ".join(sorted(set(holders.values())))
        return red(Part.PINS, say("doc_pins_held", who=held_by), STOP)
    try:
        return Bench(machine, header.pins())
    except OSError as error:
        return red(Part.PINS, say("doc_plain", text=error), STOP)


def _machine(config: Path) -> tuple[Machine, tuple[Complaint, ...]]:
    """Return the settings, or the defaults with what is wrong with the file."""
    try:
        return load_machine(config), ()
    except SettingsError as error:
        return Machine(), error.complaints


def _show(software: str, findings: list[Finding]) -> None:
    typer.echo(f"{page.head(software, findings)}\n")
    for finding in findings:
        _tell(finding)


def _tell(finding: Finding) -> None:
    first, *more = page.lines(finding, shutil.get_terminal_size().columns)
    level, rest = first[:6], first[6:]
    typer.echo(typer.style(level, fg=COLOURS[finding.level], bold=True) + rest)
    for line in more:
        typer.echo(line)
