"""A committee is set aside, and the power goes: `python -m tests.store.cut_aside STORE COUNT`.

For each n up to COUNT a process of its own abandons the committee of the copy `STORE.n`, and dies
just before its n-th statement or COMMIT. Written are the signals that they ended with, 0 for none.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from kiosk.store.formers import abandon_committee
from tests.office import DAY, notice
from tests.store.cut import die_at_statement


def cut_off(path: Path, statement: int) -> int:
    """Fork, abandon, die; the signal."""
    child = os.fork()
    if child == 0:
        die_at_statement(statement)
        abandon_committee(path, DAY, notice("Жаңы топ"))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0


if __name__ == "__main__":
    store, count = sys.argv[1], int(sys.argv[2])
    json.dump([cut_off(Path(f"{store}.{n}"), n) for n in range(1, count + 1)], sys.stdout)
