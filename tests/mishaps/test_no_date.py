"""No date can be believed: no dated paper is offered, and none is printed unasked (R9, law 7)."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import pytest

from kiosk import store
from kiosk.demo.school import SCHOOL
from tests.conftest import Opens
from tests.guest import Guest
from tests.mishaps.test_clock import doubt


@pytest.mark.parametrize("rule", ["ask", "always"])
def test_who_drops_a_paper_letter_is_thanked_without_an_offer(
    data: Path, opens: Opens, rule: Literal["ask", "always"]
) -> None:
    school = SCHOOL.model_copy(update={"receipt": rule})
    store.save_school(data / "post.sqlite", school.model_dump_json())
    guest = opens()
    doubt(guest)
    guest.drops_paper()
    guest.sees("thanks")
    assert not guest.offers("receipt")
    assert not guest.says("printing")
    assert guest.world.levers.papers == []


def test_the_day_picked_for_a_letter_is_not_the_next_ones_slip(guest: Guest) -> None:
    doubt(guest)
    guest.writes()
    guest.touch("send", "date_done", "send")
    guest.sees("thanks")
    assert guest.offers("receipt")
    guest.touch("leave", "paper")
    assert not guest.offers("slip")
