"""A test that is skipped proves nothing: where everything is at hand, a skip is a failure.

`.ci/run` sets KIOSK_NO_SKIPS, for it has installed all that the tests ask for. Elsewhere a test may
be skipped, and says what it lacks.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest

FORBIDS = "KIOSK_NO_SKIPS"
MAY_SKIP = {
    # Debian 12 has udev 252, which has no `udevadm verify`; that of make test-vm has.
    "this udev cannot verify: it is older than 254",
}


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Let what was skipped without leave fail."""
    report = yield
    if report.skipped and os.environ.get(FORBIDS) and why(report) not in MAY_SKIP:
        report.outcome = "failed"
        report.longrepr = f"skipped, but {FORBIDS} is set: {why(report)}"
    return report


def why(report: pytest.TestReport) -> str:
    """The reason that a skipped test gives."""
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
    return said.removeprefix("Skipped: ")
