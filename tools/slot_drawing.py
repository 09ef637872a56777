"""The slot, cut open from the side and from the front, with its measures and times."""

from __future__ import annotations

from tools.drawing import Sheet
from tools.symbols import NOTE

WIDTH, HEIGHT = 1200, 680
STEEL, BEAM, LETTER = "#46505c", "#d1242f", "#0b57a4"
Measures = dict[str, int]
Times = dict[str, float]
"""How the sensor's edges are read, in seconds."""


def draw_slot(measures: Measures, times: Times) -> Sheet:
    """Return the drawing; raises ValueError where letters could pass beside the beam."""
    check(measures)
    sheet = Sheet(WIDTH, HEIGHT, "Slot and beam")
    sheet.text(40, 52, "Slot and beam", 30, bold=True)
    words = "In millimetres, not to scale; worked out, not tried on a real box yet."
    sheet.text(WIDTH - 40, 50, words, 16, anchor="end", colour=NOTE)
    _side(sheet, measures)
    _front(sheet, measures)
    _words(sheet, measures, times)
    return sheet


def check(measures: Measures) -> None:
    """A beam in the middle meets every letter wider than half the slot."""
    if measures["smallest"] * 2 <= measures["width"]:
        raise ValueError("the smallest letter could pass beside the beam: make the slot narrower")
    if measures["way"] <= measures["longest"]:
        raise ValueError("the longest letter could be pulled out after it was counted")
    if measures["throat"] <= measures["height"]:
        raise ValueError("what goes through the slot must not stick in the throat")


def _side(sheet: Sheet, m: Measures) -> None:
    """Cut from front to back: the chute falls inwards, the beam crosses the throat."""
    sheet.text(60, 108, "From the side, cut open", 20, bold=True)
    sheet.line((150, 140), (150, 250), colour=STEEL, width=8)
    sheet.line((150, 282), (150, 640), colour=STEEL, width=8)
    sheet.text(60, 172, "corridor", 16, colour=NOTE)
    sheet.text(420, 172, "inside", 16, colour=NOTE)
    sheet.line((150, 250), (250, 290), (330, 500), colour=STEEL, width=5)
    sheet.line((150, 282), (222, 312), (290, 500), colour=STEEL, width=5)
    sheet.line((330, 500), (420, 600), colour=STEEL, width=5)
    sheet.line((120, 240), (235, 293), (285, 430), colour=LETTER, width=5)
    sheet.text(70, 234, "letter", 16, colour=LETTER)
    sheet.box(212, 444, 48, 30, fill="#e7ebf0")
    sheet.box(322, 424, 48, 30, fill="#e7ebf0")
    sheet.line((260, 459), (322, 439), colour=BEAM, width=4, dashes=7)
    sheet.text(200, 465, "U2", anchor="end", bold=True)
    sheet.text(382, 445, "U1", bold=True)
    sheet.text(382, 470, f"throat {m['throat']}", 16, colour=NOTE)
    sheet.text(162, 236, f"opening {m['height']} high", 16, colour=NOTE)
    sheet.line((278, 284), (330, 415), colour=NOTE, dashes=4)
    sheet.text(320, 340, f"{m['way']} or more on the way", 16, colour=NOTE)
    sheet.text(430, 586, "baffle: no view and", 16, colour=NOTE)
    sheet.text(430, 606, "no hook to the letters", 16, colour=NOTE)


def _front(sheet: Sheet, m: Measures) -> None:
    """Seen from the corridor: the beam stands in the middle and crosses the short side."""
    left, right, middle = 680, 1080, 880
    sheet.text(680, 108, "From the front", 20, bold=True)
    sheet.box(640, 140, 480, 330, fill="#f4f6f9", colour=STEEL)
    sheet.box(left, 190, right - left, 30, fill="#2a313a", colour=STEEL)
    sheet.line((left, 178), (right, 178), colour=NOTE)
    sheet.text(middle, 168, f"{m['width']}", 17, anchor="middle")
    share = m["smallest"] / m["width"]
    sheet.line((left, 220), (left, 420), colour=STEEL, dashes=6)
    sheet.line((right, 220), (right, 420), colour=STEEL, dashes=6)
    sheet.box(left + 4, 250, (right - left) * share, 120, fill="#dbe8f7", colour=LETTER)
    sheet.text(left + 18, 280, f"smallest letter: {m['smallest']} wide,", 15, colour=LETTER)
    sheet.text(left + 18, 300, "hard against one side", 15, colour=LETTER)
    sheet.dot(middle, 330, 9, fill=BEAM, colour=BEAM)
    sheet.text(middle + 30, 336, "the beam, end on,", 15)
    sheet.text(middle + 30, 356, "in the middle", 15)
    sheet.text(middle, 448, "Wider than half the slot: no letter passes beside it.", 16,
               anchor="middle", colour=NOTE)  # fmt: skip


def _words(sheet: Sheet, m: Measures, times: Times) -> None:
    said = (
        f"clear for {times['settle_s'] * 1000:g} ms: the letter is through, and counts as one",
        f"dark for less than {times['glitch_s'] * 1000:g} ms: no letter",
        f"dark for {times['jam_s']:g} s: jam, said on the board and to the committee",
        f"the way is longer than a letter ({m['longest']}): what counts was let go",
    )
    sheet.text(640, 520, "How it counts", 20, bold=True)
    for number, words in enumerate(said):
        sheet.dot(648, 548 + 30 * number, 4)
        sheet.text(664, 554 + 30 * number, words, 16)
