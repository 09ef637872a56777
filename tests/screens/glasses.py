"""The glasses that screens are laid out for: the lowest and the narrowest.

What fits both mostly fits all; `make test-fit` (KIOSK_GLASSES=all) tries all, in every way.
"""

from __future__ import annotations

import os

import pytest

from kiosk.demo.glasses import GLASSES, SMALLEST, UPRIGHT

ALL = os.environ.get("KIOSK_GLASSES") == "all"
SOME_GLASSES = pytest.mark.parametrize(
    "glass", GLASSES if ALL else [SMALLEST, UPRIGHT], ids=lambda glass: glass.named
)
