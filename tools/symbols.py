"""Circuit symbols on a sheet; each returns nothing and leaves its wires to the caller."""

from __future__ import annotations

from tools.drawing import INK, PAPER, Point, Sheet

NOTE = "#5a6472"


def resistor(sheet: Sheet, at: Point, name: str, value: str, *, upright: bool = False) -> None:
    """Draw a box of 60 × 22 around `at`, with its name and value beside it."""
    x, y = at
    if upright:
        sheet.box(x - 11, y - 30, 22, 60)
        _label(sheet, x + 20, y, name, value)
    else:
        sheet.box(x - 30, y - 11, 60, 22)
        sheet.text(x, y - 18, f"{name}  {value}", anchor="middle")


def capacitor(sheet: Sheet, x: float, top: float, bottom: float, name: str, value: str) -> None:
    """Draw an upright capacitor with its wires from `top` to `bottom`."""
    middle = (top + bottom) / 2
    for near, far in ((middle - 5, top), (middle + 5, bottom)):
        sheet.line((x - 16, near), (x + 16, near), width=3)
        sheet.line((x, near), (x, far))
    _label(sheet, x + 24, middle, name, value)


def diode(sheet: Sheet, x: float, top: float, bottom: float, name: str, value: str) -> None:
    """Draw an upright diode with its wires, cathode (the ring) at the top."""
    middle = (top + bottom) / 2
    sheet.line((x, top), (x, bottom))
    sheet.shape((x - 15, middle + 13), (x + 15, middle + 13), (x, middle - 13), fill=INK)
    sheet.line((x - 15, middle - 13), (x + 15, middle - 13), width=4)
    _label(sheet, x + 24, middle, name, value)


def coil(sheet: Sheet, x: float, top: float, bottom: float, name: str, value: str) -> None:
    """Draw an upright coil with its wires."""
    middle = (top + bottom) / 2
    sheet.line((x, top), (x, bottom))
    sheet.box(x - 20, middle - 34, 40, 68)
    sheet.line((x - 20, middle + 34), (x + 20, middle - 34))
    sheet.text(x - 30, middle - 3, name, anchor="end", bold=True)
    sheet.text(x - 30, middle + 18, value, 15, anchor="end", colour=NOTE)


def fuse(sheet: Sheet, at: Point, name: str) -> None:
    """Draw a fuse of 60 × 22 around `at`."""
    x, y = at
    sheet.box(x - 30, y - 11, 60, 22)
    sheet.line((x - 40, y), (x + 40, y))
    sheet.text(x, y - 18, name, anchor="middle")


def mosfet(sheet: Sheet, gate: Point, drain_y: float, source_y: float, name: str) -> float:
    """Draw an N-channel MOSFET; returns the x of drain and source."""
    x, y = gate
    channel, out = x + 12, x + 46
    sheet.line((x, y - 26), (x, y + 26), width=3)
    for offset in (-24, 0, 24):
        sheet.line((channel, y + offset - 8), (channel, y + offset + 8), width=4)
    sheet.line((channel, y - 24), (out, y - 24), (out, drain_y))
    sheet.line((channel, y + 24), (out, y + 24), (out, source_y))
    sheet.line((channel, y), (out, y), (out, y + 24))
    sheet.shape((channel + 3, y), (channel + 15, y - 6), (channel + 15, y + 6), fill=INK)
    sheet.text(out + 14, y + 6, name, bold=True)
    return out


def reed(sheet: Sheet, left: float, right: float, y: float) -> None:
    """Draw a contact that a magnet closes, with its wires."""
    middle = (left + right) / 2
    sheet.line((left, y), (middle - 30, y))
    sheet.line((right, y), (middle + 30, y))
    sheet.dot(middle - 30, y, 4, fill=PAPER)
    sheet.dot(middle + 30, y, 4, fill=PAPER)
    sheet.line((middle - 27, y - 2), (middle + 26, y - 18), width=3)


def joint(sheet: Sheet, *points: Point) -> None:
    """Mark where wires are joined."""
    for x, y in points:
        sheet.dot(x, y, 4)


def _label(sheet: Sheet, x: float, y: float, name: str, value: str) -> None:
    sheet.text(x, y - 3, name, bold=True)
    sheet.text(x, y + 17, value, 15, colour=NOTE)
