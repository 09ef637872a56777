"""Colours by name, in three palettes: light, dark and high contrast.

A screen names what a colour is for; whoever reads chooses the palette. Every pair of `TEXT_PAIRS`
reaches AAA (7:1), every pair of `MARK_PAIRS` AA for what is not text (3:1), in each palette.
"""

from __future__ import annotations

from kiosk.post.appearance import Palette

Colour = tuple[int, int, int]


LIGHT = {
    "night": "#0B1F3A",  # the board's ground
    "dusk": "#17335C",  # raised on night
    "dusk_pressed": "#25477A",
    "dusk_line": "#7D97BF",
    "sun": "#FFD166",  # what calls: headline and button of the board
    "sun_pressed": "#FFE3A3",
    "snow": "#FFFFFF",  # text on night
    "moonlight": "#D6E2F5",  # quieter text on night
    "paper": "#FAFAF7",  # the pupil's and committee's ground
    "sheet": "#FFFFFF",  # raised on paper: where something is written
    "ink": "#14213D",
    "muted": "#474F5E",  # quieter text on paper
    "line": "#7C8798",  # borders of what can be touched
    "hair": "#D3D8E0",  # decoration only
    "mist": "#EEF1F6",  # secondary buttons
    "mist_pressed": "#D5DCE8",
    "action": "#1A43BF",  # primary buttons
    "action_pressed": "#12308C",
    "on_action": "#FFFFFF",  # text on what is filled with action or danger
    "calm": "#DFF1EE",  # chosen, accented, reassuring
    "calm_pressed": "#BFE3DD",
    "calm_ink": "#0A544D",
    "calm_line": "#0F766E",
    "danger": "#A01414",
    "danger_pressed": "#760D0D",
    "alarm": "#FDECEA",  # ground of bad news
    "alarm_line": "#C24A45",
    "honey": "#FFF4D6",  # ground of "mind this"
    "honey_line": "#9A720C",
    "key": "#FFFFFF",
    "key_pressed": "#C9D6F2",
    "key_control": "#E1E6EF",
    "disabled": "#ECEEF2",
}
DARK = LIGHT | {
    "paper": "#10161F",
    "sheet": "#1A222E",
    "ink": "#F2F4F8",
    "muted": "#BAC3D1",
    "line": "#8593A8",
    "hair": "#3A465A",
    "mist": "#26313F",
    "mist_pressed": "#364456",
    "action": "#A9C4FF",
    "action_pressed": "#D3E0FF",
    "on_action": "#0A1630",
    "calm": "#12332F",
    "calm_pressed": "#1B4A44",
    "calm_ink": "#A5E5DA",
    "calm_line": "#5CC8B8",
    "danger": "#FFB3AD",
    "danger_pressed": "#FFD2CE",
    "alarm": "#43191B",
    "alarm_line": "#E0857F",
    "honey": "#3A2E0C",
    "honey_line": "#D6B04A",
    "key": "#222C3A",
    "key_pressed": "#34466E",
    "key_control": "#2E3948",
    "disabled": "#1C2430",
}
CONTRAST = {
    "night": "#000000",
    "dusk": "#1C1C1C",
    "dusk_pressed": "#4A4A4A",
    "dusk_line": "#FFFFFF",
    "sun": "#FFE14D",
    "sun_pressed": "#FFF1A8",
    "snow": "#FFFFFF",
    "moonlight": "#FFFFFF",
    "paper": "#000000",
    "sheet": "#000000",
    "ink": "#FFFFFF",
    "muted": "#FFFFFF",
    "line": "#FFFFFF",
    "hair": "#9A9A9A",
    "mist": "#1C1C1C",
    "mist_pressed": "#4A4A4A",
    "action": "#FFE14D",
    "action_pressed": "#FFF1A8",
    "on_action": "#000000",
    "calm": "#00332D",
    "calm_pressed": "#004D44",
    "calm_ink": "#FFFFFF",
    "calm_line": "#4DFFE4",
    "danger": "#FFB8B8",
    "danger_pressed": "#FFDADA",
    "alarm": "#3D0000",
    "alarm_line": "#FF8080",
    "honey": "#332600",
    "honey_line": "#FFD666",
    "key": "#141414",
    "key_pressed": "#4A4A4A",
    "key_control": "#2B2B2B",
    "disabled": "#262626",
}
DIMMED = DARK | {
    "night": "#000000",
    "dusk": "#0A0E14",
    "dusk_pressed": "#141A24",
    "dusk_line": "#56688A",
    "sun": "#BA9A45",
    "sun_pressed": "#C9A850",
    "snow": "#A6A6A6",
    "moonlight": "#9AA3B0",
    "paper": "#000000",
    "sheet": "#000000",
    "ink": "#A6A6A6",
    "muted": "#A0A0A0",
    "line": "#6B7688",
    "mist": "#0A0F16",
    "mist_pressed": "#121820",
    "action": "#8FA6D6",
    "action_pressed": "#A3B8E3",
    "on_action": "#000000",
    "calm": "#0A1A18",
    "calm_pressed": "#0B1E1B",
    "calm_ink": "#7FC0B5",
    "calm_line": "#4A9A8E",
    "danger": "#C8908B",
    "danger_pressed": "#D29C97",
    "alarm": "#140606",
    "alarm_line": "#A85A55",
    "honey": "#120E03",
    "honey_line": "#8A7230",
    "key": "#0A0F16",
    "key_pressed": "#10182A",
    "key_control": "#0E141C",
    "disabled": "#0A0A0A",
}
"""The resting board's while nobody is expected: little light, and still every pair's contrast."""

PALETTES = {Palette.LIGHT: LIGHT, Palette.DARK: DARK, Palette.CONTRAST: CONTRAST}

TEXT_PAIRS = (
    *(("night", ink) for ink in ("snow", "sun", "moonlight")),
    *(("dusk", ink) for ink in ("snow", "sun", "moonlight")),
    *(("paper", ink) for ink in ("ink", "muted", "action", "danger", "calm_ink")),
    *(("sheet", ink) for ink in ("ink", "muted", "action", "danger", "calm_ink")),
    *((ground, "ink") for ground in ("mist", "mist_pressed", "key", "key_pressed", "key_control")),
    *((ground, "ink") for ground in ("alarm", "honey", "calm")),
    *((ground, "night") for ground in ("sun", "sun_pressed")),
    *((ground, "on_action") for ground in ("action", "action_pressed", "danger", "danger_pressed")),
    ("dusk_pressed", "snow"),
    ("calm", "calm_ink"),
    ("disabled", "muted"),
    ("key", "muted"),
    ("snow", "night"),
    ("calm_pressed", "ink"),
    ("alarm", "danger"),
)
"""Every (ground, text) pair the widgets use; all reach AAA (7:1)."""

MARK_PAIRS = (
    *((ground, "line") for ground in ("paper", "sheet", "mist", "disabled")),
    *((ground, "calm_line") for ground in ("paper", "sheet", "calm")),
    *(("paper", f"{tone}_line") for tone in ("honey", "alarm")),
    *((ground, "action") for ground in ("paper", "sheet", "key_pressed")),
    ("alarm", "alarm_line"),
    ("honey", "honey_line"),
    ("calm_line", "on_action"),
    *((ground, "dusk_line") for ground in ("night", "dusk")),
    *((ground, "sun") for ground in ("night", "dusk")),
)
"""Every (ground, border or sign) pair by which something is known; all reach AA (3:1)."""


def rgb(code: str) -> Colour:
    """Red, green, blue of "#RRGGBB"."""
    return int(code[1:3], 16), int(code[3:5], 16), int(code[5:7], 16)


def contrast(one: Colour, other: Colour) -> float:
    """WCAG 2 contrast ratio of two colours, 1 to 21."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
