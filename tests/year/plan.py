"""What happens in a school year, drawn from a seed: the same seed is the same year."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import TypeVar

from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind, Language

WORDS = {
    Language.KY: "ашкана сабак терезе жарык үйдө өчүргүч эне коңгуроо дептер суук мугалим жолдош",
    Language.RU: "столовая урок окно свет дома ластик мама звонок тетрадь холодно учитель друг",
    Language.EN: "canteen lesson window light home eraser mother bell notebook cold teacher friend",
}
SEED = int(os.environ.get("KIOSK_YEAR_SEED", "3"))
"""Of the year that is played; it stands in the name of every test that plays one."""

What = TypeVar("What")

HEADLINE = "Жооп берилди"
BODY = {
    Language.KY: "Мектеп муну карап чыгып, чарасын көрдү.",
    Language.RU: "Школа рассмотрела это и приняла меры.",
    Language.EN: "The school looked at it and acted.",
}

SUBJECTS = ("bullying", "teachers", "lessons", "meals", "cleanliness", "building", "other")


class Trouble(StrEnum):
    """What goes wrong while letters come."""

    NOTHING = "nothing"
    PAPER_OUT = "paper_out"
    CABLE = "cable"
    POWER_CUT = "power_cut"
    SLOT_BLOCKED = "slot_blocked"
    DOOR_FORCED = "door_forced"


class Change(StrEnum):
    """What the committee does about its cards before a review."""

    NOTHING = "nothing"
    STAND_IN = "stand_in"
    CARD_LOST = "card_lost"
    MEMBER_LEFT = "member_left"
    ENVELOPE = "envelope"


@dataclass(frozen=True)
class Wrote:
    """One letter as its writer meant it; `text` of a paper letter is never typed.

    `decision` and `forum` are what the committee will say of it; with `answers` in these languages.
    `wish` is "" or who must not read it; `coded` asks for a private reply.
    """

    number: int
    paper: bool
    language: Language
    kind: Kind | None
    text: str
    subject: str
    decision: Decision
    forum: Forum | None
    answers: tuple[Language, ...] = ()
    wish: str = ""
    coded: bool = False


@dataclass(frozen=True)
class Month:
    """Letters until a review, and how the review goes.

    `cut_after` letters were registered when the power went, None where it did not; `dropped` is
    how many more letters the hand counts than the slot did.
    """

    letters: tuple[Wrote, ...]
    trouble: Trouble
    change: Change
    cut_after: int | None
    next_day: bool = False

    @property
    def typed(self) -> tuple[Wrote, ...]:
        """Letters written on the screen."""
        return tuple(letter for letter in self.letters if not letter.paper)

    @property
    def papers(self) -> tuple[Wrote, ...]:
        """Letters dropped through the slot."""
        return tuple(letter for letter in self.letters if letter.paper)


@dataclass(frozen=True)
class Size:
    """How much of a year is played: reviews, letters, and how many of them are on paper."""

    reviews: int
    letters: int
    papers: int
    changes: tuple[Change, ...]
    cuts: int


WHOLE = Size(
    9,
    400,
    60,
    (
        Change.STAND_IN,
        Change.CARD_LOST,
        Change.MEMBER_LEFT,
        Change.ENVELOPE,
        Change.MEMBER_LEFT,
    ),
    2,
)
SAMPLE = Size(2, 14, 4, (Change.CARD_LOST,), 1)


def year(seed: int, size: Size) -> tuple[Month, ...]:
    """All months of this seed."""
    random = Random(seed)  # noqa: S311 - it must be possible to play it again
    letters = list(_letters(random, size))
    months = [letters[nth :: size.reviews] for nth in range(size.reviews)]
    changes = _spread(random, size.changes, size.reviews, Change.NOTHING)
    cuts = _spread(random, [True] * size.cuts, size.reviews, False)
    troubles = [random.choice(list(Trouble)) for _ in months]
    return tuple(
        Month(
            tuple(written),
            trouble,
            change,
            random.randrange(1, max(2, len(written))) if cut else None,
            next_day=cut and random.random() < 0.5,
        )
        for written, trouble, change, cut in zip(months, troubles, changes, cuts, strict=True)
    )


def _spread(random: Random, things: Sequence[What], places: int, nothing: What) -> list[What]:
    """These things in their order, on random places, each on one of its own."""
    chosen = sorted(random.sample(range(places), len(things)))
    at = dict(zip(chosen, things, strict=True))
    return [at.get(place, nothing) for place in range(places)]


def _letters(random: Random, size: Size) -> Iterator[Wrote]:
    on_paper = set(random.sample(range(size.letters), size.papers))
    for number in range(size.letters):
        yield _letter(random, number, paper=number in on_paper)


def _letter(random: Random, number: int, *, paper: bool) -> Wrote:
    language = random.choice(list(Language))
    decision = random.choices(list(Decision), weights=(5, 2, 1, 2))[0]
    forum = random.choice(list(Forum)) if decision is Decision.REFERRED else None
    answers: tuple[Language, ...] = ()
    if decision is Decision.ANSWERED:
        answers = tuple(random.sample(list(Language), random.randint(0, 2)))
    words = random.choices(WORDS[language].split(), k=random.randint(3, 30))
    return Wrote(
        number,
        paper,
        language,
        None if paper else random.choice([*Kind, None]),
        f"{' '.join(words)} ({number})",
        random.choice(SUBJECTS),
        decision,
        forum,
        answers,
        wish="adults" if not paper and random.random() < 0.04 else "",
        coded=not paper and random.random() < 0.05,
    )
