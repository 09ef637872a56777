"""Run as a file in the place of coil.py: the same, counted by coverage."""

import runpy
import sys
from pathlib import Path

repo = Path(__file__).parents[2]
sys.path.append(next(word[5:] for word in sys.argv if word.startswith("site=")))

import coverage  # noqa: E402

counted = coverage.Coverage(config_file=str(repo / "tools/rig/coverage.ini"), data_suffix=True)
counted.start()
try:
    runpy.run_path(str(repo / "kiosk/hardware/coil.py"), run_name="__main__")
finally:
    counted.stop()
    counted.save()
