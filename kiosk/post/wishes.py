"""What the committee said about letters: who stepped out of which, and which come later (R13).

Step-outs and what was put off outlive the meeting, sealed under the journal key in one record of
one size for the whole review: whoever compares copies of the store sees that something was said,
and not of which letter. A new review's record is random bytes, which say nothing either.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from kiosk.post.padding import NotAParcel, unwrap, wrap
from kiosk.post.roles import Role

WISHES_SIZE = 32 * 1024
"""Room for a thousand letters that every role stepped out of, and that were all put off."""

SEALED_WISHES_SIZE = WISHES_SIZE + 40
"""Bytes of the record in the store: a secretbox adds a nonce of 24 and a check of 16."""

ON_PAPER = 0
"""Stands for the paper letter at hand: envelopes are counted from 1."""

Place = int | None
"""A letter's envelope; None is the paper letter at hand."""


@dataclass(frozen=True)
class Wishes:
    """What the committee said about letters; `kept` outlives the meeting, the rest goes with it.

    `stepped` are places with a role that stepped out, `later` what was put off, the last one at
    the end, `first` what was picked. `row` is to be corrected, for which somebody steps away.
    `number` is that of the paper letter's row that was written last: it goes on the paper.
    """

    stepped: frozenset[tuple[Place, Role]] = frozenset()
    later: tuple[Place, ...] = ()
    first: tuple[Place, ...] = ()
    row: int | None = None
    number: int | None = None

    @property
    def kept(self) -> Wishes:
        """What is sealed and taken up again."""
        return Wishes(self.stepped, self.later)

    def put_off(self, place: Place) -> Wishes:
        """This letter comes after all others."""
        others = tuple(other for other in self.later if other != place)
        return replace(self, later=(*others, place), first=())

    def picked(self, place: Place) -> Wishes:
        """This letter comes next."""
        later = tuple(other for other in self.later if other != place)
        return replace(self, later=later, first=(place,))

    def stepped_out(self, place: Place, role: Role) -> Wishes:
        """This role must not read this letter; it comes after the others, put off or not."""
        out = self.stepped | {(place, role)}
        after = self.put_off(place) if set(self.later) - {place} else self
        return replace(after, stepped=out, first=())

    def stood_in(self, role: Role) -> Wishes:
        """Another member of this role came, who stepped out of nothing."""
        return replace(self, stepped=frozenset(one for one in self.stepped if one[1] != role))

    def done(self, place: Place, number: int) -> Wishes:
        """This letter has its row, of this number; the next paper letter is another one."""
        return Wishes(
            frozenset(one for one in self.stepped if one[0] != place),
            tuple(other for other in self.later if other != place),
            number=number if place is None else None,
        )

    def of(self, places: Iterable[Place]) -> Wishes:
        """Only what was said of letters that still wait."""
        waiting = frozenset(places)
        stepped = frozenset(one for one in self.stepped if one[0] in waiting)
        return replace(self, stepped=stepped, later=tuple(p for p in self.later if p in waiting))

    def barred(self, place: Place) -> frozenset[Role]:
        """Who stepped out of this letter."""
        return frozenset(role for other, role in self.stepped if other == place)


def blank() -> bytes:
    """The record of a review in which nothing was said."""
    return secrets.token_bytes(SEALED_WISHES_SIZE)


def pack(wishes: Wishes, papers: int) -> bytes:
    """WISHES_SIZE bytes; so many paper letters had their row when it was said.

    Raises `ParcelTooLong`.
    """
    stepped = {role: sorted(_places(wishes, role)) for role in Role}
    later = [place or ON_PAPER for place in wishes.later]
    return wrap({"stepped": stepped, "later": later, "papers": papers}, (), WISHES_SIZE)


def unpack(packed: bytes, papers: int) -> Wishes:
    """What was said; of the paper letter only while it is the same one. Raises `NotAParcel`."""
    head, _ = unwrap(packed)
    try:
        said, then = _said(head), int(head["papers"])
    except (ValueError, TypeError, LookupError):
        raise NotAParcel("no record of what was said") from None
    places = {place for place, _ in said.stepped}.union(said.later)
    return said if then == papers else said.of(places - {None})


def _said(head: dict[str, Any]) -> Wishes:
    stepped = head["stepped"]
    told = ((int(place) or None, Role(role)) for role in stepped for place in stepped[role])
    return Wishes(frozenset(told), tuple(int(place) or None for place in head["later"]))


def _places(wishes: Wishes, role: Role) -> list[int]:
    return [place or ON_PAPER for place, stepped in wishes.stepped if stepped is role]
