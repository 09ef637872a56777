"""The supply: what the Raspberry Pi's firmware saw of it since the boot."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from kiosk.doctor.finding import Finding, green, red, yellow
from kiosk.doctor.places import Places, word

PART = "power"
THROTTLED = "devices/platform/soc*/*firmware*/get_throttled"
ASK_S = 5.0

LOW_NOW, LOW_BEFORE = 1 << 0, 1 << 16
SLOW_NOW, SLOW_BEFORE = 0b1110, 0b1110 << 16  # capped, throttled, too warm

SUPPLY = (
    "Use the supply made for this Pi and a short cable; give lock and printer supplies of their "
    "own: a coil that pulls the voltage down corrupts cards."
)
WARM = "Let air through the box, or give the processor a heat sink."


def power(places: Places, tool: str = "vcgencmd") -> Finding:
    """Ask the firmware through /sys, or its tool where /sys does not say."""
    said = _from_sys(places.sys) or _from_tool(shutil.which(tool))
    try:
        return judged(int(said, 16))
    except ValueError:
        remedy = "On Raspberry Pi OS it does; on another system install `vcgencmd`."
        return yellow(PART, "unknown: this computer does not tell about its supply", remedy)


def judged(bits: int) -> Finding:
    """Judge the bits of get_throttled."""
    if bits & LOW_NOW:
        return red(PART, "the voltage is too low now", SUPPLY)
    if bits & LOW_BEFORE:
        return yellow(PART, "the voltage was too low since the start", SUPPLY)
    if bits & SLOW_NOW:
        return yellow(PART, "the processor is slowed down: it is too warm", WARM)
    if bits & SLOW_BEFORE:
        return yellow(PART, "the processor was slowed down since the start: too warm", WARM)
    return green(PART, "the voltage was never too low since the start")


def _from_sys(root: Path) -> str:
    return next((said for path in root.glob(THROTTLED) if (said := word(path))), "")


def _from_tool(tool: str | None) -> str:
    """Take the number out of `throttled=0x0`."""
    if tool is None:
        return ""
    try:
        ended = subprocess.run(  # noqa: S603 - the firmware's own tool
            [tool, "get_throttled"], capture_output=True, text=True, timeout=ASK_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ended.stdout.strip().partition("=")[2]
