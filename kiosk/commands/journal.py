"""`kiosk journal …`: what can be told of the journal without the quorum; no letter is read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from kiosk import store
from kiosk.commands.notices import today
from kiosk.commands.options import CONFIG, ConfigOption, DataOption, store_place
from kiosk.commands.plain import SETTINGS_WRONG, sentences, stop
from kiosk.config import load_school
from kiosk.post.retention import latest_day
from kiosk.post.verifying import Chain
from kiosk.post.witness import grouped

CHANGED = 3
"""How `verify` ends where the journal is not what was decided."""

HONEST = (
    "Erasing writes over the rows in the store. Sealed traces stay in old blocks of the memory\n"
    "card and in old backups: they are gone for good only after new keys were made on the\n"
    "screen, with the old key cards shredded and the old backups destroyed."
)

journal = typer.Typer(help="The journal.", no_args_is_help=True, rich_markup_mode=None)

JsonOption = Annotated[bool, typer.Option("--json", help="Tell it to another program.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only say what may be erased.")]


@journal.command()
def verify(
    config: ConfigOption = CONFIG,
    data: DataOption = None,
    as_json: JsonOption = False,  # noqa: FBT002
) -> None:
    """Check the chain of decisions: no row was changed, dropped or swapped since it was closed.

    It ends with 0 if all is as it was decided and with 3 if not; 1 or 2 if it cannot tell. What the
    rows say is checked at the desk, by the quorum.
    """
    with sentences():
        chain = store.verify_chain(store_place(config, data))
    if as_json:
        typer.echo(json.dumps(told(chain), indent=2))
    else:
        typer.echo("\n".join(lines(chain)))
    raise typer.Exit(0 if chain.sound else CHANGED)


@journal.command()
def retention(
    config: ConfigOption = CONFIG,
    data: DataOption = None,
    dry_run: DryRunOption = False,  # noqa: FBT002
) -> None:
    """Say how many letters may have outlived their time; erasing needs the quorum at the desk."""
    if not dry_run:
        stop(
            SETTINGS_WRONG,
            "Letters are erased by the quorum, on the kiosk's screen: the desk, old texts.",
            "With --dry-run this says how many they can be at most.",
        )
    with sentences():
        path = store_place(config, data)
        months = load_school(store.load_school(path)).keep_texts_months
        last = latest_day(months, today(path))
        rows = store.rows_closed_by(path, last)
    typer.echo(
        f"The words of a letter are kept for {months} months (keep_texts_months) once it is\n"
        f"answered. Rows of reviews that closed on {last} or before: {rows}. Of so many\n"
        "letters at most the words may be erased. Which of them are answered, and which have\n"
        f"lost their words already, is sealed: the desk tells the quorum.\n\n{HONEST}"
    )


def told(chain: Chain) -> dict[str, object]:
    """The same for another program."""
    return {
        "sound": chain.sound,
        "reviews": chain.reviews,
        "rows": chain.rows,
        "versions": chain.versions,
        "broken": chain.broken,
        "missing": chain.missing,
        "misplaced": chain.misplaced,
        "waiting": chain.waiting,
        "head": grouped(chain.head),
    }


def lines(chain: Chain) -> Iterator[str]:
    """What the chain tells, in sentences."""
    if chain.sound:
        yield "The journal is as it was decided, as far as the chain tells without the quorum."
    else:
        yield "The journal is not as it was decided."
        yield from _wrong(chain)
    corrected = chain.versions - chain.rows
    yield f"Closed reviews: {chain.reviews}. Rows: {chain.rows}. Earlier versions: {corrected}."
    if chain.waiting:
        yield f"Rows that go into the chain at the next close: {_numbers(chain.waiting)}."
    if chain.sound and chain.head:
        yield f"The last printed protocol must say:\n  {grouped(chain.head)}"
    if not chain.sound:
        yield "Compare the signed protocols, and a backup from before it was changed."


def _wrong(chain: Chain) -> Iterator[str]:
    if chain.broken is not None:
        yield f"The chain breaks at review {chain.broken}: its rows are not those of its close."
    if chain.missing:
        yield f"Rows that are gone: {_numbers(chain.missing)}."
    if chain.misplaced:
        yield f"Rows that are not in their place: {_numbers(chain.misplaced)}."


def _numbers(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
