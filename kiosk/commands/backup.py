"""`kiosk backup`, also while the kiosk runs, and `kiosk restore`, only while it does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import typer

from kiosk.commands.plain import FAILED, stop
from kiosk.config import Machine, load_machine
from kiosk.doctor.post import believed, zone
from kiosk.export.errors import NoStick, StickError
from kiosk.export.stick import Stick
from kiosk.hardware.clock import SystemClock
from kiosk.store import StoreError, StoreKind
from kiosk.store import kind as kind_of
from kiosk.store.backup import Copy, among, back_up, copies, folder, keys
from kiosk.store.restoring import Inside, Offer, offered

FIRST_WORDS = "take the place of the store"
OLD_CARDS = "the old cards open it"

WORTH = (
    "It holds the letters that wait, the journal and private replies, all sealed, and the board's\n"
    "notices, which are public. It opens only with the committee's key cards of its day. It also\n"
    "tells how many letters wait, and beside another copy which came in between: lock it up."
)
ALONE = (
    "No stick is there, so this copy lies on the same card as the store and is lost with it. Put\n"
    "in the kiosk's stick; within a day, or with `sudo kiosk backup`, it gets a copy, too."
)
SINCE = (
    "What came after the copy was made is not in it: letters typed since then, rows, answers and\n"
    "notices. The present store is kept aside with all of that, sealed as it is; nobody can put\n"
    "the two together. The committee can read letters of the store set aside only if that one\n"
    "is restored in its turn. Paper in the box is as it was, the slot's count is not.\n"
    "Rows that were numbered since then give their numbers to others: tell the committee, which\n"
    "compares its printed protocols."
)
CHANGED = (
    "The committee's keys were changed after this copy was made: cards that were revoked open it\n"
    "again, and cards that were made since then do not. Only the committee should decide on this."
)


@dataclass(frozen=True)
class Asked:
    """What was said on the command line: settings, and a store's directory instead of theirs."""

    config: Path
    data: Path | None

    def machine(self) -> Machine:
        """The settings; raises SettingsError."""
        return Machine(data=self.data.absolute()) if self.data else load_machine(self.config)


def make(asked: Asked, *, only_due: bool) -> None:
    """Make a copy, or with `only_due` one that is due, and bring it onto the stick.

    Raises SettingsError, StoreError.
    """
    machine = asked.machine()
    path = machine.store
    day = _today(path)
    if only_due and not due(machine, day):
        newest = copies(path)[0]
    else:
        newest = back_up(path, day, machine.backup.keep)
        typer.echo(f"{folder(path) / newest.name} is made and checked.\n\n{WORTH}")
    _bring(Stick(machine.stick.mount), machine, newest)


def due(machine: Machine, day: date) -> bool:
    """Whether the newest copy is too old, of a day to come, or opens with other cards."""
    found = copies(machine.store)
    if not found or found[0].keys != keys(machine.store):
        return True
    return not 0 <= (day - found[0].day).days < machine.backup.every_days


def _bring(stick: Stick, machine: Machine, newest: Copy) -> None:
    """Put a copy on the stick; of its keys only the newest stay there."""
    try:
        there = among(stick.names())
        if newest not in there:
            data = (folder(machine.store) / newest.name).read_bytes()
            saved = stick.save(newest.name, data, newest.day)
            typer.echo(f"\n{saved} is on the stick.")
            there = among((saved, *(copy.name for copy in there)))
        same = [copy.name for copy in there if copy.keys == newest.keys]
        stick.remove(same[machine.backup.keep :])
    except NoStick:
        typer.echo(f"\n{ALONE}")
        return
    except StickError as error:
        stop(FAILED, f"The copy is not on the stick: {type(error).__doc__}")
    if strange := [copy.name for copy in there if copy.keys != newest.keys]:
        names = ", ".join(strange)
        typer.echo(f"\nOn the stick, too: {names}. If they are of this kiosk, they open with key")
        typer.echo("cards from before the last change: have them destroyed.")


def choose(asked: Asked) -> None:
    """List what could be restored; raises SettingsError, StoreError."""
    machine = asked.machine()
    places = [folder(machine.store) / copy.name for copy in copies(machine.store)]
    try:
        found = among(Stick(machine.stick.mount).names())
    except StickError:
        found = ()
    places += [machine.stick.mount / copy.name for copy in found]
    for place in places:
        typer.echo(place)
    typer.echo("Say `kiosk restore` with one of them." if places else "There is no backup here.")


def restore(asked: Asked, source: Path) -> None:
    """Put a copy in the store's place, after asking in words.

    Raises SettingsError, and StoreError for a store in use or a copy that cannot take its place.
    """
    path = asked.machine().store
    with offered(path, source, _kind(path)) as offer:
        _make_sure(offer)
        aside = offer.put_in_place(_today(path))
    typer.echo("The copy is the store now. `sudo kiosk doctor` looks at it; then start the kiosk.")
    if aside:
        typer.echo(f"The store that was here lies in {aside}.")


def _make_sure(offer: Offer) -> None:
    """Ask for words that nobody types by mistake; raises typer.Exit."""
    typer.echo(f"In the copy: {_told(offer.copy)}.")
    typer.echo(f"In the store: {_told(offer.present) if offer.present else 'nothing readable'}.")
    typer.echo(f"\n{SINCE}\n")
    asked = [FIRST_WORDS]
    if offer.present and offer.present.keys != offer.copy.keys:
        typer.echo(f"{CHANGED}\n")
        asked.append(OLD_CARDS)
    for words in asked:
        if typer.prompt(f"To go on, type: {words}\n", prompt_suffix="> ").strip() != words:
            typer.echo("That is something else. Nothing is changed.")
            raise typer.Exit(1)


def _told(inside: Inside) -> str:
    return f"{inside.reviews} closed reviews, {inside.rows} rows, keys {inside.keys}"


def _kind(path: Path) -> StoreKind:
    """What the store is; a real one, where it cannot say any more."""
    try:
        return kind_of(path)
    except StoreError:
        return "real"


def _today(path: Path) -> date:
    return believed(SystemClock(zone(path)), path)
