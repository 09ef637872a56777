"""`kiosk notices …`: the words of the command line; `notices` and `pictures` do what they ask."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.commands import notices, pictures
from kiosk.commands.notices import Said
from kiosk.commands.options import CONFIG, ConfigOption, DataOption, day, store_place
from kiosk.commands.plain import sentences
from kiosk.post.board import NoticeType
from kiosk.post.letters import Language

board = typer.Typer(help="Notices on the board.", no_args_is_help=True, rich_markup_mode=None)
picture = typer.Typer(help="Pictures for notices.", no_args_is_help=True, rich_markup_mode=None)
board.add_typer(picture, name="picture")

Words = Annotated[str | None, typer.Option()]
Number = Annotated[int, typer.Argument(help="The number that the list shows.")]
TypeOption = Annotated[NoticeType | None, typer.Option(help="What kind of card it is.")]
First = Annotated[
    date | None, typer.Option("--from", parser=day, metavar="YYYY-MM-DD", help="Its first day.")
]
Last = Annotated[
    date | None, typer.Option("--until", parser=day, metavar="YYYY-MM-DD", help="Its last day.")
]
WeekdaysOption = Annotated[
    str | None, typer.Option(help="Only on these: mon,tue,wed,thu,fri,sat,sun.")
]
HoursOption = Annotated[str | None, typer.Option(help="Only at these, such as 08:00-12:30.")]
PinnedOption = Annotated[
    bool | None, typer.Option("--pinned/--not-pinned", help="Urgent: first, for a week at most.")
]
PictureOption = Annotated[str | None, typer.Option(help="Name of a picture; empty for none.")]


class Way(StrEnum):
    """Where a notice may move in the order."""

    UP = "up"
    DOWN = "down"


def _said(
    headline_ky: Annotated[str | None, typer.Option(help="At most 19 characters.")] = None,
    headline_ru: Words = None,
    headline_en: Words = None,
    body_ky: Annotated[str | None, typer.Option(help="At most 280 characters.")] = None,
    body_ru: Words = None,
    body_en: Words = None,
    type: TypeOption = None,  # noqa: A002 - the option's name
    first: First = None,
    last: Last = None,
    weekdays: WeekdaysOption = None,
    hours: HoursOption = None,
    pinned: PinnedOption = None,
    picture: PictureOption = None,
) -> Said:
    """What is said of a notice, by the options that every command for one has."""
    headline = _told(headline_ky, headline_ru, headline_en)
    body = _told(body_ky, body_ru, body_en)
    return Said(headline, body, type, first, last, weekdays, hours, pinned, picture)


def _saying(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a notice; it takes them as `said`."""
    options = signature(_said, eval_str=True).parameters
    own = signature(command, eval_str=True).parameters

    @wraps(command)
    def run(**given: Any) -> None:
        said = _said(**{name: given.pop(name) for name in options})
        command(said=said, **given)

    before = {name: one for name, one in own.items() if one.default is one.empty}
    after = {name: one for name, one in own.items() if name not in before}
    taken = {**before, **options, **after}
    del taken["said"]
    run.__annotations__ = {name: one.annotation for name, one in taken.items()}
    setattr(run, "__signature__", Signature([*taken.values()]))  # noqa: B010 - no type knows it
    return run


@board.command()
@_saying
def add(said: Said, config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Hang a notice on the board, for 14 days from today unless said otherwise."""
    with sentences():
        notices.add(store_place(config, data), said)


@board.command()
@_saying
def change(
    number: Number, said: Said, config: ConfigOption = CONFIG, data: DataOption = None
) -> None:
    """Change what is said here of a notice, and nothing else of it."""
    with sentences():
        notices.change(store_place(config, data), number, said)


@board.command()
def move(
    number: Number,
    way: Annotated[Way, typer.Argument(help="One earlier or one later.")],
    config: ConfigOption = CONFIG,
    data: DataOption = None,
) -> None:
    """Tell a notice one earlier or one later."""
    with sentences():
        notices.move(store_place(config, data), number, -1 if way is Way.UP else 1)


@board.command("list")
def list_notices(config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """List every notice that was not withdrawn, with its days, in their order."""
    with sentences():
        notices.show(store_place(config, data))


@board.command()
def withdraw(number: Number, config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Take a notice off the board."""
    with sentences():
        notices.withdraw(store_place(config, data), number)


@picture.command("add")
def add_picture(
    file: Annotated[Path, typer.Argument(help="A PNG or JPEG picture.")],
    name: Annotated[str, typer.Option(help="What it is called; the file's name if nothing.")] = "",
    config: ConfigOption = CONFIG,
    data: DataOption = None,
) -> None:
    """Keep a picture for notices, scaled and without what a camera wrote into it."""
    with sentences():
        pictures.add(store_place(config, data), file, name)


@picture.command("list")
def list_pictures(config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """List the pictures, and which notices show them."""
    with sentences():
        pictures.show(store_place(config, data))


@picture.command("remove")
def remove_picture(name: str, config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Forget a picture; notices that showed it keep their words."""
    with sentences():
        pictures.remove(store_place(config, data), name)


def _told(ky: str | None, ru: str | None, en: str | None) -> dict[Language, str]:
    """Return what was said, by language; nothing said is missing."""
    said = dict(zip(Language, (ky, ru, en), strict=True))
    return {language: text for language, text in said.items() if text is not None}
