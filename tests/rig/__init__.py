"""The real drivers on real kernel interfaces; runs in the guest that `make test-rig` boots."""

import pytest

pytest.register_assert_rewrite("tests.hardware.contract", "tests.hardware.contract_paper")
