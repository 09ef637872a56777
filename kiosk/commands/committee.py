"""`kiosk committee abandon`: when the quorum is lost for ever, and the envelope with it.

What is sealed stays in the store, closed; a new committee can be enrolled, and the board says so.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import typer

from kiosk import store
from kiosk.commands.notices import today
from kiosk.commands.options import CONFIG, ConfigOption, DataOption, store_place
from kiosk.commands.plain import sentences
from kiosk.config import load_school
from kiosk.post.board import Notice, NoticeType
from kiosk.post.letters import Language
from kiosk.store.formers import abandon_committee
from kiosk.texts import Texts

DAYS = 60
"""So long the board says it: as long as an answer hangs."""

FIRST_WORDS = "nobody can open them"

committee = typer.Typer(help="The committee.", no_args_is_help=True, rich_markup_mode=None)


@committee.callback()
def _committee() -> None:
    """The committee's keys are changed on the kiosk's screen; only their loss is told here."""


@committee.command()
def abandon(config: ConfigOption = CONFIG, data: DataOption = None) -> None:
    """Set aside a committee whose key cards are lost for ever, with all that only they open."""
    with sentences():
        path = store_place(config, data)
        if store.load_committee(path) is None:
            raise store.StoreError("no committee is enrolled; there is nothing to abandon.")
        _make_sure(path)
        day = today(path)
        abandon_committee(path, day, farewell(day))
    typer.echo(
        "The committee is set aside. Its letters and rows stay in the store, sealed. A kiosk that\n"
        "runs sees it within a minute; then the new committee is enrolled on its screen."
    )


def farewell(day: date) -> Notice:
    """What hangs on the board from this day on, in all languages."""
    texts = {language: Texts(language) for language in Language}
    return Notice(
        NoticeType.ANNOUNCEMENT,
        {language: say("new_readers") for language, say in texts.items()},
        {language: say("new_readers_body", date=say.date(day)) for language, say in texts.items()},
        day,
        day + timedelta(days=DAYS - 1),
    )


def _make_sure(path: Path) -> None:
    """Ask twice, each time for words that nobody types by mistake; raises typer.Abort."""
    name = load_school(store.load_school(path)).named(Language.KY)
    typer.echo(
        "This is for key cards that are lost for ever, where the recovery envelope with two roles\n"
        "cannot help either. Letters that wait, the journal and its matters stay sealed; no new\n"
        "committee will ever open them. It begins with an empty journal."
    )
    for words in (FIRST_WORDS, name):
        if typer.prompt(f"To go on, type: {words}\n", prompt_suffix="> ").strip() != words:
            typer.echo("That is something else. Nothing is changed.")
            raise typer.Exit(1)
