"""How far a meeting is that is being ended: what waits to be published goes out with it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.events import CloseAsked, DeskLeft, MatterSealed
from kiosk.post.book import Book
from kiosk.post.matters import Matter


@dataclass(frozen=True)
class Ending:
    """`by` is what was asked; `book` the whole journal, once it is open.

    The matters that `wait` have a public answer that must still be sealed as published.
    """

    by: CloseAsked | DeskLeft
    book: Book = field(default_factory=Book, repr=False)
    waiting: tuple[Matter, ...] = field(default=(), repr=False)
    sealed: tuple[MatterSealed, ...] = ()
