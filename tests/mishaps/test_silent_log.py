"""What fails while somebody stands here is logged with the day, never with the moment (law 4)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.conftest import Opens
from tests.guest import Guest


def broken(opens: Opens) -> Guest:
    """A kiosk whose store went away just after the start had looked at it."""
    guest = opens()
    guest.world.app.desk.store.stop()
    store = type(guest.world.app.desk.store)
    guest.world.app.desk.store = store(guest.data / "gone.sqlite", guest.world.app.inbox.put)
    return guest


def test_a_refused_letter_is_logged_at_the_next_day(
    opens: Opens, caplog: pytest.LogCaptureFixture
) -> None:
    guest = broken(opens)
    guest.writes()
    guest.touch("send")
    guest.sees("check")
    guest.wait(300)
    assert caplog.messages == []
    guest.world.move_clock(guest.world.clock.now() + timedelta(days=1))
    guest.wait(0.5)
    assert caplog.messages == ["store: a job failed: NotAStore"]
