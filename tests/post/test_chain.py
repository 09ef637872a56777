"""The chain of decisions: whatever is done to a row later disagrees with the printed head."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.post import chain
from kiosk.post.chain import START, Link
from kiosk.post.rows import pack
from tests.office import entry

NONCES = [bytes([n]) * chain.NONCE_SIZE for n in range(7)]
DIGESTS = [chain.digest(nonce, pack(entry(f"Кат {n}"))) for n, nonce in enumerate(NONCES)]
ROWS = tuple(enumerate(DIGESTS, 1))


def linked(*sizes: int) -> tuple[Link, ...]:
    """Closed reviews of so many rows each."""
    links, before, first = [], START, 0
    for review, size in enumerate(sizes, 1):
        rows = ROWS[first : first + size]
        before, first = chain.head(rows, before), first + size
        links.append(Link(review, rows, before))
    return tuple(links)


def test_reviews_as_they_were_closed_verify() -> None:
    assert chain.verify(linked(3, 0, 4)) is None
    assert chain.verify(()) is None


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_a_changed_row_is_noticed_in_its_review(place: int) -> None:
    changed = chain.digest(NONCES[place], pack(entry("Башка")))
    assert changed != DIGESTS[place]
    assert chain.verify(tampered(place, [(place + 1, changed)])) == (1 if place < 3 else 2)


@pytest.mark.parametrize("place", range(len(ROWS)))
def test_a_dropped_row_is_noticed(place: int) -> None:
    assert chain.verify(tampered(place, [])) == (1 if place < 3 else 2)


def tampered(place: int, instead: list[tuple[int, bytes]]) -> tuple[Link, ...]:
    """Two reviews of three and four rows, with something else in the place of one row."""
    links = list(linked(3, 4))
    which, at = (0, place) if place < 3 else (1, place - 3)
    rows = links[which].rows
    links[which] = replace(links[which], rows=(*rows[:at], *instead, *rows[at + 1 :]))
    return tuple(links)


@pytest.mark.parametrize(("one", "other"), [*combinations(range(4), 2)])
def test_two_rows_that_change_places_are_noticed(one: int, other: int) -> None:
    [link] = linked(4)
    digests = [of_row for _, of_row in link.rows]
    digests[one], digests[other] = digests[other], digests[one]
    assert chain.verify((replace(link, rows=tuple(enumerate(digests, 1))),)) == 1


def test_a_row_with_another_number_is_noticed() -> None:
    [link] = linked(1)
    assert chain.verify((replace(link, rows=((2, DIGESTS[0]),)),)) == 1


def test_a_row_slipped_in_between_is_noticed() -> None:
    [link] = linked(3)
    assert chain.verify((replace(link, rows=(*link.rows, (9, DIGESTS[5]))),)) == 1


def test_a_review_that_is_dropped_or_moved_is_noticed() -> None:
    one, two, three = linked(2, 2, 2)
    assert chain.verify((one, three)) == 3
    assert chain.verify((two, one, three)) == 2


def test_a_forged_head_breaks_the_review_after_it() -> None:
    one, two = linked(2, 2)
    rows = one.rows[:1]
    assert chain.verify((Link(1, rows, chain.head(rows)), two)) == 2


def test_the_order_in_which_rows_are_handed_in_is_nothing() -> None:
    assert chain.head(reversed(ROWS)) == chain.head(ROWS)


def test_versions_of_a_row_stand_in_the_order_of_their_age() -> None:
    older, newer = (2, DIGESTS[1]), (2, DIGESTS[5])
    head = chain.head((ROWS[0], older, newer))
    assert head == chain.head((older, newer, ROWS[0]))
    assert head != chain.head((ROWS[0], newer, older))


def test_the_last_head_speaks_for_every_review() -> None:
    assert len({links[-1].head for links in (linked(7), linked(6), linked(5))}) == 3
    assert linked(7)[-1].head == linked(3, 4)[-1].head


def test_without_its_nonce_a_digest_tells_nothing_of_a_row() -> None:
    row = pack(entry())
    assert len({chain.digest(chain.nonce(), row) for _ in range(20)}) == 20
    assert len(chain.nonce()) == chain.NONCE_SIZE
