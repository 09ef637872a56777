"""Write the commented example of kiosk.toml, as `kiosk setup` writes it on a new machine."""

import sys
from pathlib import Path

from kiosk.commands.files import MACHINE_HEADING
from kiosk.config import Machine, document

Path(sys.argv[1]).write_text(document(Machine(), MACHINE_HEADING), encoding="utf-8")
