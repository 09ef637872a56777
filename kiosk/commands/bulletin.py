"""`kiosk bulletin`: what hangs on the board, as a file for a second board in another corridor."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from kiosk import store
from kiosk.commands.options import CONFIG, ConfigOption, DataOption, store_place
from kiosk.commands.pictures import LARGEST
from kiosk.commands.plain import sentences
from kiosk.commands.shrinking import PictureError, shrunk
from kiosk.config import Complaint, School, SettingsError, load_machine, load_school
from kiosk.export.bulletin import Bulletin, BulletinDamaged, bulletin_in, packed, unpacked
from kiosk.post.board import Board

bulletin = typer.Typer(help="A second board.", no_args_is_help=True, rich_markup_mode=None)

MOST_BYTES = 60_000_000
REMEDY = "Write another at the post: kiosk bulletin write."

FileArgument = Annotated[Path, typer.Argument(help="The bulletin, such as on a stick.")]


@bulletin.command("write")
def write(file: FileArgument, config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Write all that hangs on the board into a file; nothing sealed is in it."""
    with sentences():
        path = store_place(config, data)
        file.write_bytes(packed(*_hanging(path)))
        typer.echo(f"The bulletin is in {file}. On the second board: kiosk bulletin take {file}")


@bulletin.command("take")
def take(file: FileArgument, config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Hang up on this second board what a bulletin says; within a minute it shows."""
    with sentences():
        taken = _looked_through(file, read(file))
        place = bulletin_in(data or load_machine(config).data)
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_suffix(".new")
        with fresh.open("wb") as whole:
            whole.write(packed(taken.school, taken.board))
            whole.flush()
            os.fsync(whole.fileno())
        fresh.replace(place)
        count = len(taken.board.notices)
        typer.echo(f"{count} notices hang here now.")


def read(file: Path) -> Bulletin:
    """Return what a file says; raises SettingsError, OSError."""
    if file.stat().st_size > MOST_BYTES:
        raise SettingsError([Complaint(str(file), "this is larger than any bulletin", REMEDY)])
    try:
        return unpacked(file.read_bytes())
    except BulletinDamaged as error:
        raise SettingsError([Complaint(str(file), str(error), REMEDY)]) from None


def _looked_through(file: Path, found: Bulletin) -> Bulletin:
    """Draw its pictures anew: who can write on a stick shall not choose what a board decodes."""
    try:
        drawn = {name: shrunk(data, LARGEST) for name, data in found.board.pictures.items()}
    except PictureError:
        what = "a picture in this bulletin is broken"
        raise SettingsError([Complaint(str(file), what, REMEDY)]) from None
    return replace(found, board=replace(found.board, pictures=drawn))


def _hanging(path: Path) -> tuple[School, Board]:
    """What hangs now or will; without pictures that nothing shows, or that are broken."""
    school, board = load_school(store.load_school(path)), store.load_board(path)
    mark = board.mark or datetime.now(ZoneInfo(school.timezone)).date()
    notices = tuple(notice for notice in board.notices if notice.last_day >= mark)
    shown = {notice.picture for notice in notices}
    whole = {name: file for name, file in board.pictures.items() if name in shown and _whole(file)}
    return school, replace(board, notices=notices, pictures=whole, mark=mark)


def _whole(picture: bytes) -> bool:
    try:
        return bool(shrunk(picture, LARGEST))
    except PictureError:
        return False
