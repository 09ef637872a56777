"""What a letter speaks of, by a touch."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Subject(StrEnum):
    """Its name stands in for a summary nobody typed."""

    BULLYING = "bullying"
    TEACHERS = "teachers"
    LESSONS = "lessons"
    MEALS = "meals"
    CLEANLINESS = "cleanliness"
    BUILDING = "building"
    SAFETY = "safety"
    HOME = "home"
    MONEY = "money"
    THANKS = "thanks"
    OTHER = "other"


def known_subjects(words: Iterable[object]) -> tuple[Subject, ...]:
    """The subjects of these names; one that a later version added is left out."""
    return tuple(subject for word in words for subject in Subject if subject == word)
