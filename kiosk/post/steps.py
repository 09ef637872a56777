"""Where the committee stands, and what it should be told there."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """What the quorum came for: a review, or its desk alone, where the box stays shut."""

    REVIEW = "review"
    DESK = "desk"


class Step(StrEnum):
    """Where the committee stands."""

    ROLL_CALL = "roll_call"
    CLOCK = "clock"
    ARRANGE = "arrange"
    UNLOCK = "unlock"
    COUNT = "count"
    REGISTER = "register"
    CLOSE = "close"
    CLOSED = "closed"
    DESK = "desk"


class Hint(StrEnum):
    """What the committee should be told beside the step itself."""

    CARD_UNKNOWN = "card_unknown"
    CARD_REVOKED = "card_revoked"
    CARD_REPEATED = "card_repeated"
    WINDOW_OVER = "window_over"
    CLOCK_UNKNOWN = "clock_unknown"
    NOBODY_PULLED = "nobody_pulled"
    LOCK_BROKE = "lock_broke"
    NOT_STORED = "not_stored"
    GATHER_AGAIN = "gather_again"
    DIGITS_REFUSED = "digits_refused"
    DIGITS_WRONG = "digits_wrong"
    DIGITS_SAME = "digits_same"
    DIGITS_SPENT = "digits_spent"
