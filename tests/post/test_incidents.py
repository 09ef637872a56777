"""What the committee hears of: since the last review, by kind, the gravest first."""

from __future__ import annotations

from datetime import timedelta

from kiosk.post.incidents import Incident, by_kind, since
from tests.office import DAY

BEFORE, AFTER = DAY - timedelta(1), DAY + timedelta(1)
NOTED = (
    (BEFORE, Incident.FORCED),
    (DAY, Incident.NOT_OPENED),
    (AFTER, Incident.FORCED),
    (DAY, Incident.FORCED),
)


def test_what_was_closed_is_told_no_more_but_its_own_day_is() -> None:
    assert since(NOTED, DAY) == NOTED[1:]
    assert since(NOTED, AFTER) == ((AFTER, Incident.FORCED),)


def test_before_the_first_review_everything_is_told() -> None:
    assert since(NOTED, None) == NOTED


def test_each_kind_has_its_days_in_order_and_the_gravest_is_first() -> None:
    assert [*by_kind(NOTED).items()] == [
        (Incident.FORCED, (BEFORE, DAY, AFTER)),
        (Incident.NOT_OPENED, (DAY,)),
    ]
    assert by_kind(()) == {}
