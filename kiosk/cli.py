"""The command line: `kiosk setup`, `run`, `doctor`, `demo`, `notices`, `journal` and others."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from kiosk.commands import backup as backups
from kiosk.commands import doctor as doctors
from kiosk.commands.board import board
from kiosk.commands.bulletin import bulletin
from kiosk.commands.committee import committee
from kiosk.commands.files import Wishes
from kiosk.commands.journal import journal
from kiosk.commands.options import CONFIG, ConfigOption, DataOption, store_place
from kiosk.commands.pin import set_pin
from kiosk.commands.plain import hide_words_of_crashes, quiet_log, sentences
from kiosk.commands.setup import set_up
from kiosk.config import load_machine
from kiosk.config.machine import LARGEST, SMALLEST
from kiosk.post.cards import Cost
from kiosk.post.letters import Language

app = typer.Typer(
    name="kiosk",
    help="The trust post: a letter box and an information board for a school.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(board, name="notices")
app.add_typer(bulletin, name="bulletin")
app.add_typer(committee, name="committee")
app.add_typer(journal, name="journal")


@app.command()
def setup(
    config: ConfigOption = CONFIG,
    school: Annotated[
        Path | None,
        typer.Option(help="The school's settings; school.toml beside the machine's otherwise."),
    ] = None,
    data: Annotated[Path | None, typer.Option(help="Directory of the store.")] = None,
    school_name: Annotated[str, typer.Option(help="The school's name in Kyrgyz.")] = "",
    school_name_ru: Annotated[str, typer.Option(help="The same in Russian.")] = "",
    school_name_en: Annotated[str, typer.Option(help="The same in English.")] = "",
) -> None:
    """Write settings, make the store, and set the technician's PIN.

    Run again, it destroys nothing: it takes over what changed in the school's settings.
    """
    names = dict(zip(Language, (school_name, school_name_ru, school_name_en), strict=True))
    said = {language: name for language, name in names.items() if name}
    with sentences():
        set_up(Wishes(config, school, data, said), Cost.production())


@app.command()
def pin(config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Set the technician's PIN, or another one; also while the kiosk runs."""
    with sentences():
        set_pin(store_place(config, data), Cost.production())


@app.command()
def run(config: ConfigOption = CONFIG) -> None:
    """Run the kiosk on its real hardware."""
    hide_words_of_crashes()
    with sentences():
        machine = load_machine(config)
        from kiosk import process

        run_it = process.run_board if machine.board.only else process.run
        process.leave(run_it(machine))


@app.command(
    "lock-safe",
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
)
def lock_safe(words: Annotated[list[str], typer.Argument(metavar="--pin N [--chip C]")]) -> None:
    """Drive the lock's pin low; needs no settings and no store.

    `kiosk.__main__` meets these words first, so that nothing else is imported.
    """
    from kiosk.hardware.lock_safe import main as drive_low

    raise typer.Exit(drive_low(words))


@app.command()
def doctor(
    config: ConfigOption = CONFIG,
    as_json: Annotated[bool, typer.Option("--json", help="Tell it to another program.")] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Show the slot's beam while you align it.")
    ] = False,
    print_test: Annotated[
        bool, typer.Option("--print-test", help="Also print a page to judge the printer by.")
    ] = False,
    try_lock: Annotated[
        bool,
        typer.Option(
            "--try-lock", help="Also energise the lock for a moment: only with the door open."
        ),
    ] = False,
) -> None:
    """Look at every part of the box and say what to do. No letter is read.

    It ends with 0 if all is green, 1 if something is yellow, 2 if something is red.
    """
    from kiosk.doctor.workshop import Workshop

    if watch and (as_json or print_test or try_lock):
        raise typer.BadParameter("it goes on until Ctrl-C; use it alone", param_hint="--watch")
    with sentences():
        if watch:
            raise typer.Exit(doctors.align(config, Workshop()))
        wishes = doctors.Wishes(config, as_json, print_test, try_lock)
        raise typer.Exit(doctors.look(wishes, Workshop()))


@app.command()
def backup(
    config: ConfigOption = CONFIG,
    data: DataOption = None,
    due: Annotated[
        bool, typer.Option("--due", help="Only if the settings say that one is due.")
    ] = False,
) -> None:
    """Copy the store, check the copy, and bring it onto the stick; also while the kiosk runs."""
    with sentences():
        backups.make(backups.Asked(config, data), only_due=due)


@app.command()
def restore(
    source: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="The copy; without, they are listed.")
    ] = None,
    config: ConfigOption = CONFIG,
    data: DataOption = None,
) -> None:
    """Put a backup in the place of the store, which is kept aside. Stop the kiosk first."""
    asked = backups.Asked(config, data)
    with sentences():
        if source is None:
            backups.choose(asked)
        else:
            backups.restore(asked, source)


@app.command()
def health(config: ConfigOption = CONFIG) -> None:
    """Look daily at clock, disk, store, supply and backup; say what is not well.

    Where the disk is full its reserve is given up. It ends with 2 if something is red.
    """
    with sentences():
        from kiosk.commands.health import check_up
        from kiosk.doctor.examination import Computer

        raise typer.Exit(check_up(load_machine(config), Computer()))


@app.command()
def demo(
    tour: Annotated[
        Path | None, typer.Option(help="Walk through everything by itself; pictures go here.")
    ] = None,
    dock: Annotated[bool, typer.Option(help="Show the simulated hardware beside it.")] = True,
    size: Annotated[str, typer.Option(help="Pixels of the kiosk, such as 1280x800.")] = "",
    at: Annotated[str, typer.Option(help="Place of the window, such as 0,0.")] = "",
    rotation: Annotated[
        int, typer.Option(help="Degrees by which the picture is turned: 0, 90, 180 or 270.")
    ] = 0,
    data: Annotated[
        Path | None, typer.Option(help="Directory of a demo store, made if missing and kept.")
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language to begin with.")] = Language.KY,
    geometry: Annotated[
        bool, typer.Option("--geometry", help="Print as JSON where everything is on the screens.")
    ] = False,
    committee: Annotated[
        bool, typer.Option(help="With the demo's committee, or one that is still to be formed.")
    ] = True,
) -> None:
    """Show the trust post on simulated hardware, with a demo school and committee."""
    from kiosk.demo.launch import DemoOptions
    from kiosk.demo.launch import demo as run_demo

    if rotation not in {0, 90, 180, 270}:
        raise typer.BadParameter("write 0, 90, 180 or 270", param_hint="--rotation")
    options = DemoOptions(
        data=data,
        tour=tour,
        dock=dock,
        size=_size(size) if size else None,
        at=_pair(at, ",", "--at", "0,0") if at else None,
        rotation=rotation,
        language=lang,
        geometry=geometry,
        committee=committee,
    )
    with sentences():
        raise typer.Exit(run_demo(options))


def main() -> None:
    """Run the command line; `kiosk.__main__` is the entry point."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    quiet_log()
    app()


def _size(text: str) -> tuple[int, int]:
    pair = _pair(text, "x", "--size", "1280x800")
    if not all(
        least <= here <= most for least, here, most in zip(SMALLEST, pair, LARGEST, strict=True)
    ):
        words = "write a size from {}x{} to {}x{}".format(*SMALLEST, *LARGEST)
        raise typer.BadParameter(words, param_hint="--size")
    return pair


def _pair(text: str, mark: str, option: str, example: str) -> tuple[int, int]:
    match = re.fullmatch(rf"(\d+){mark}(\d+)", text)
    if match is None:
        raise typer.BadParameter(f"write two whole numbers: {example}", param_hint=option)
    return int(match[1]), int(match[2])
