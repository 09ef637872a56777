"""Whether the journal is what was decided: its chain for anybody, its contents for the quorum.

The chain is what lies open beside the rows. That its last head is the one on the last printed
protocol, only people can see who hold both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kiosk.post import chain
from kiosk.post.book import SealedVersion
from kiosk.post.chain import Link


@dataclass(frozen=True)
class Closed:
    """A closed review: the head of the chain that its protocol printed."""

    review: int
    head: bytes = field(repr=False)


@dataclass(frozen=True)
class Kept:
    """What lies open of the journal: digests, and where each version stands.

    `versions` are all there ever were, without what is sealed, of a row the older first; what a
    former committee left is among them, and waits for no review. `last` is the number that was
    given last.
    """

    closed: tuple[Closed, ...] = ()
    versions: tuple[SealedVersion, ...] = ()
    last: int = 0


@dataclass(frozen=True)
class Chain:
    """What the chain tells without any key; numbers are those of rows.

    `broken` is the first review whose head does not follow from its rows. `missing` rows were given
    a number and are not there. `misplaced` rows have versions out of the order of their age, or one
    that no close took in. `waiting` rows have a version for the next close. `head` is the last one,
    empty before the first close.
    """

    reviews: int
    rows: int
    versions: int
    broken: int | None = None
    missing: tuple[int, ...] = ()
    misplaced: tuple[int, ...] = ()
    waiting: tuple[int, ...] = ()
    head: bytes = field(default=b"", repr=False)

    @property
    def sound(self) -> bool:
        """Whether nothing was changed, dropped or swapped since it went into the chain."""
        return self.broken is None and not self.missing and not self.misplaced


@dataclass(frozen=True)
class Contents:
    """What the rows tell once the quorum opens them: how many agree with their digests.

    `differing` rows open and say something else than what was decided; `unread` do not open.
    """

    agreeing: int
    differing: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()


@dataclass(frozen=True)
class Verdict:
    """Both, for the page at the desk."""

    chain: Chain
    contents: Contents

    @property
    def sound(self) -> bool:
        """Whether all is as it was decided."""
        return self.chain.sound and not self.contents.differing and not self.contents.unread


def verified(kept: Kept) -> Chain:
    """What the chain tells."""
    rows = _by_row(kept.versions)
    closed = {one.review for one in kept.closed}
    links = [Link(one.review, _chained(kept, one.review), one.head) for one in kept.closed]
    return Chain(
        reviews=len(kept.closed),
        rows=len(rows),
        versions=len(kept.versions),
        broken=chain.verify(links),
        missing=tuple(sorted(set(range(1, kept.last + 1)) - rows.keys())),
        misplaced=tuple(number for number in rows if not _in_order(rows[number], closed)),
        waiting=tuple(number for number, said in rows.items() if _waits(said[-1])),
        head=kept.closed[-1].head if kept.closed else b"",
    )


def compared(versions: Iterable[SealedVersion], digests: Iterable[bytes | None]) -> Contents:
    """What the rows tell; `digests` are those of the versions as the keys read them, in order.

    None is one that does not open. A row agrees if all that it ever said does.
    """
    differing, unread, rows = set(), set(), set()
    for version, digest in zip(versions, digests, strict=True):
        rows.add(version.number)
        if digest is None:
            unread.add(version.number)
        elif digest != version.digest:
            differing.add(version.number)
    agreeing = rows - differing - unread
    return Contents(len(agreeing), tuple(sorted(differing)), tuple(sorted(unread)))


def _by_row(versions: Iterable[SealedVersion]) -> Mapping[int, list[SealedVersion]]:
    found: dict[int, list[SealedVersion]] = defaultdict(list)
    for version in sorted(versions, key=lambda version: version.number):
        found[version.number].append(version)
    return found


def _chained(kept: Kept, review: int) -> tuple[chain.Numbered, ...]:
    return tuple((one.number, one.digest) for one in kept.versions if one.chained == review)


def _waits(version: SealedVersion) -> bool:
    return version.chained is None and bool(version.review)


def _in_order(versions: list[SealedVersion], closed: set[int]) -> bool:
    """A row's first version stands in its own review's chain, and each later one no earlier."""
    first, never = versions[0], 1 + max(closed, default=0)
    began = first.chained == (first.review if first.review in closed else None)
    places = [never if one.chained is None else one.chained for one in versions]
    return began and places == sorted(places)
