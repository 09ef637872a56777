"""What may be done about the committee's cards."""

from enum import StrEnum


class Task(StrEnum):
    """What a sitting is for."""

    FOUND = "found"
    """The first committee is formed."""

    ADD = "add"
    """One more card; nothing else changes."""

    LOST = "lost"
    """New keys without a card that was lost."""

    YEAR = "year"
    """New keys without those who leave, with those who come."""

    RESCUE = "rescue"
    """New keys by two roles and the recovery envelope, for nobody of a third role is left."""

    DRILL = "drill"
    """The recovery envelope is tried."""


NEW_KEYS = frozenset({Task.LOST, Task.YEAR, Task.RESCUE})
