"""Hardware, driven from outside."""

import pytest

pytest.register_assert_rewrite("tests.hardware.contract", "tests.hardware.contract_paper")
