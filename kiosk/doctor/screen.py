"""The screen: SDL's driver, what is plugged in, and the fonts drawn on it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable

from PIL import ImageFont

from kiosk.doctor.places import Places, word
from kiosk.paper.sheet import FONTS, Face, font
from kiosk.post.finding import Finding, Part, Said, green, red, say, yellow

ASK_S = 20.0
SHOWING = frozenset({"kmsdrm", "x11", "wayland"})
"""Drivers that show a picture to somebody."""

ALIKE = ("ңн", "ҢН", "өо", "ӨО", "үу", "ҮУ", "№N")
"""A font that has no ң may draw н instead."""

Answer = dict[str, str]


def ask_sdl(python: str = sys.executable) -> Answer:
    """Ask a process of its own for `driver` and `sdl`, or for `error`."""
    words = [python, "-m", "kiosk.doctor.glass"]
    try:
        ended = subprocess.run(  # noqa: S603 - our own module
            words, capture_output=True, text=True, timeout=ASK_S, check=False
        )
        said: Answer = json.loads(ended.stdout.strip().rpartition("\n")[2])
    except subprocess.TimeoutExpired:
        return {"error": f"no answer within {ASK_S:.0f} s"}
    except ValueError:
        return {"error": f"the driver crashed ({ended.returncode})"}
    return said


def driver(places: Places, *, running: bool, ask: Callable[[], Answer] = ask_sdl) -> Finding:
    """Judge SDL's driver; `running`: a kiosk has the screen, and nobody else can look at it."""
    said, plugged = ask(), screens(places)
    name, sdl = said.get("driver", ""), said.get("sdl", "?")
    if name not in SHOWING:
        nothing = say("doc_screen_nothing", name=name)
        why = say("doc_plain", text=said["error"]) if "error" in said else nothing
        return _dark(say("doc_screen_dark", sdl=sdl, why=why), running=running)
    if plugged == []:
        what = say("doc_screen_unplugged", name=name, sdl=sdl)
        return red(Part.SCREEN, what, say("doc_screen_unplugged_do"))
    seen = "".join(f"; {screen}" for screen in plugged or ())
    return green(Part.SCREEN, say("doc_plain", text=f"{name}, SDL {sdl}{seen}"))


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


def _dark(what: Said, *, running: bool) -> Finding:
    if running:
        return yellow(Part.SCREEN, what, say("doc_screen_held_do"))
    return red(Part.SCREEN, what, say("doc_screen_dark_do"))


def fonts(load: Callable[[Face, int], ImageFont.FreeTypeFont] = font) -> Finding:
    """Draw what is easily confused: an incomplete font draws ң as н and says nothing."""
    remedy = say("doc_fonts_do", folder=FONTS)
    for face in Face:
        try:
            drawn = load(face, 40)
        except OSError:
            return red(Part.FONTS, say("doc_fonts_unreadable", face=face.value), remedy)
        if same := [pair for pair in ALIKE if _same(drawn, *pair)]:
            what = say("doc_fonts_alike", face=face.value, pairs=", ".join(same))
            return red(Part.FONTS, what, remedy)
    return green(Part.FONTS, say("doc_fonts_good"))


def _same(face: ImageFont.FreeTypeFont, one: str, other: str) -> bool:
    return bytes(face.getmask(one)) == bytes(face.getmask(other))
