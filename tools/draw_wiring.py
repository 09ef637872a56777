"""Draw deploy/hardware: wiring.svg, slot.svg (and PNG) and parts.md, into the given directory.

Sources: deploy/hardware/wiring.toml, the pins' defaults in the settings, the slot's times.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from kiosk.config.machine import PinSettings  # noqa: E402
from kiosk.hardware.slot import SlotTimes  # noqa: E402
from tools.header import COLOURS, Header  # noqa: E402
from tools.slot_drawing import draw_slot  # noqa: E402
from tools.wiring_drawing import draw_wiring  # noqa: E402

SOURCE = ROOT / "deploy/hardware/wiring.toml"
HEAD = (
    "# Parts, by what they must be able to do\n\n"
    "Written by `make wiring` from [wiring.toml](wiring.toml); change it there. The names are\n"
    "those of the [diagram](wiring.svg). Any shop's part that has these properties will do.\n\n"
    "| | part | properties | why it is there |\n|---|---|---|---|\n"
)


def parts(listed: list[dict[str, str]]) -> str:
    """Return the list of parts as Markdown."""
    rows = (f"| {p['id']} | {p['name']} | {p['properties']} | {p['why']} |\n" for p in listed)
    return HEAD + "".join(rows)


def main(folder: Path) -> None:
    """Write everything."""
    source: dict[str, Any] = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    pins = PinSettings()
    signals = {"slot": pins.slot, "door": pins.door, "lock": pins.lock}
    others = {int(place): use for place, use in source["header"].items()}
    draw_wiring(Header.wired(signals, others), COLOURS).save(folder / "wiring")
    draw_slot(source["slot"], asdict(SlotTimes())).save(folder / "slot")
    (folder / "parts.md").write_text(parts(source["part"]), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
