"""`kiosk health`: the look that systemd takes once a day, when nobody is in the corridor."""

from __future__ import annotations

import typer

from kiosk.config import Machine
from kiosk.doctor import verdict
from kiosk.doctor.ballast import weigh
from kiosk.doctor.examination import Computer, unattended
from kiosk.doctor.page import lines
from kiosk.post.finding import Level, Part, worst

WIDTH = 100
GIVEN_UP = "The disk is full: its reserve was given up, so that letters find room. Make room now."


def check_up(machine: Machine, computer: Computer) -> int:
    """Say what is not green, leave word for the board; returns 2 if something is red, else 0."""
    findings = unattended(machine, computer)
    space = next(finding for finding in findings if finding.part is Part.SPACE)
    if weigh(machine.store, space):
        typer.echo(GIVEN_UP)
    for finding in findings:
        if finding.level is not Level.GREEN:
            typer.echo("\n".join(lines(finding, WIDTH)))
    red = worst(findings) is Level.RED
    verdict.leave(computer.places, red=red)
    return Level.RED.rank if red else 0
