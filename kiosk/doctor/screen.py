"""The screen: SDL's driver, what is plugged in, and the fonts drawn on it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

from PIL import ImageFont

from kiosk.doctor.finding import Finding, green, red, yellow
from kiosk.doctor.places import Places, word
from kiosk.paper.sheet import FONTS, Face, font

PART = "screen"
ASK_S = 20.0
SHOWING = frozenset({"kmsdrm", "x11", "wayland"})
"""Drivers that show a picture to somebody."""

ALIKE = ("ңн", "ҢН", "өо", "ӨО", "үу", "ҮУ", "№N")
"""A font that has no ң may draw н instead."""

Said = dict[str, str]


def ask_sdl(python: str = sys.executable) -> Said:
    """Ask a process of its own for `driver` and `sdl`, or for `error`."""
    words = [python, "-m", "kiosk.doctor.glass"]
    try:
        ended = subprocess.run(  # noqa: S603 - our own module
            words, capture_output=True, text=True, timeout=ASK_S, check=False
        )
        said: Said = json.loads(ended.stdout.strip().rpartition("\n")[2])
    except subprocess.TimeoutExpired:
        return {"error": f"no answer within {ASK_S:.0f} s"}
    except ValueError:
        return {"error": f"the driver crashed ({ended.returncode})"}
    return said


def driver(places: Places, *, running: bool, ask: Callable[[], Said] = ask_sdl) -> Finding:
    """Judge SDL's driver; `running`: a kiosk has the screen, and nobody else can look at it."""
    said, plugged = ask(), screens(places)
    name, sdl = said.get("driver", ""), said.get("sdl", "?")
    if name not in SHOWING:
        why = said.get("error") or f"only the driver {name!r}, which draws into nothing"
        return _dark(f"SDL {sdl} shows no picture here: {why}", running=running)
    if plugged == []:
        remedy = "Plug in the screen's cable, give the screen power, and start the Pi again."
        return red(PART, f"{name}, SDL {sdl}, but no screen is plugged in", remedy)
    seen = f"; {', '.join(plugged)}" if plugged else ""
    return green(PART, f"{name}, SDL {sdl}{seen}")


def screens(places: Places) -> list[str] | None:
    """Return the connectors with a screen, with their best size; None where none are known."""
    known = sorted(places.sys.glob("class/drm/card*-*/status"))
    if not known:
        return None
    plugged = [status.parent for status in known if word(status) == "connected"]
    return [
        f"{connector.name.partition('-')[2]} {word(connector / 'modes').partition(chr(10))[0]}"
        for connector in plugged
    ]


def _dark(what: str, *, running: bool) -> Finding:
    if running:
        remedy = "A running kiosk holds the screen: look at it, or stop the kiosk and look again."
        return yellow(PART, what, remedy)
    remedy = (
        "On a Pi without a desktop: dtoverlay=vc4-kms-v3d in config.txt, the packages libgbm1, "
        "libegl1, libgles2 and libdrm2, and the kiosk's user in the groups video and render."
    )
    return red(PART, what, remedy)


def fonts(load: Callable[[Face, int], ImageFont.FreeTypeFont] = font) -> Finding:
    """Draw what is easily confused: an incomplete font draws ң as н and says nothing."""
    remedy = f"Install the kiosk again: {FONTS} is not as it was shipped."
    for face in Face:
        try:
            drawn = load(face, 40)
        except OSError:
            return red("fonts", f"{face.value} cannot be read", remedy)
        if same := [pair for pair in ALIKE if _same(drawn, *pair)]:
            return red("fonts", f"{face.value} draws alike: {', '.join(same)}", remedy)
    return green("fonts", "Golos Text draws ң, ө, ү and № as they are")


def _same(face: ImageFont.FreeTypeFont, one: str, other: str) -> bool:
    return bytes(face.getmask(one)) == bytes(face.getmask(other))
