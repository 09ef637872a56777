"""What tests give to processes of their own."""

from __future__ import annotations

import os


def uncovered() -> dict[str, str]:
    """The environment without what has a process count its lines, which halves its pace."""
    return {name: told for name, told in os.environ.items() if not name.startswith("COVERAGE_")}
