"""The supply: what the Raspberry Pi's firmware saw of it since the boot."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from kiosk.doctor.places import Places, word
from kiosk.post.finding import Finding, Part, green, red, say, yellow

THROTTLED = "devices/platform/soc*/*firmware*/get_throttled"
ASK_S = 5.0

LOW_NOW, LOW_BEFORE = 1 << 0, 1 << 16
SLOW_NOW, SLOW_BEFORE = 0b1110, 0b1110 << 16  # capped, throttled, too warm

SUPPLY, WARM = say("doc_power_supply_do"), say("doc_power_warm_do")


def power(places: Places, tool: str = "vcgencmd") -> Finding:
    """Ask the firmware through /sys, or its tool where /sys does not say."""
    said = _from_sys(places.sys) or _from_tool(shutil.which(tool))
    try:
        return judged(int(said, 16))
    except ValueError:
        return yellow(Part.POWER, say("doc_power_unknown"), say("doc_power_unknown_do"))


def judged(bits: int) -> Finding:
    """Judge the bits of get_throttled."""
    if bits & LOW_NOW:
        return red(Part.POWER, say("doc_power_low"), SUPPLY)
    if bits & LOW_BEFORE:
        return yellow(Part.POWER, say("doc_power_was_low"), SUPPLY)
    if bits & SLOW_NOW:
        return yellow(Part.POWER, say("doc_power_slow"), WARM)
    if bits & SLOW_BEFORE:
        return yellow(Part.POWER, say("doc_power_was_slow"), WARM)
    return green(Part.POWER, say("doc_power_good"))


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
