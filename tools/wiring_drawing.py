"""The wiring diagram: the header at the left, a panel for each circuit, what has cables below."""

from __future__ import annotations

from tools.drawing import INK, PAPER, Sheet
from tools.header import Header
from tools.symbols import NOTE, capacitor, coil, diode, fuse, joint, mosfet, reed, resistor

WIDTH, HEIGHT = 1400, 1210
PANEL_X, PANEL_WIDTH = 440, 920
START, PIN_SIDE, NODE = PANEL_X + 190, PANEL_X + 240, PANEL_X + 430
"""Where wires leave their terminals, where the capacitors hang, where the pull-ups join."""
TINT = "#f4f6f9"

Colours = dict[str, str]


class Wiring:
    """Draws with one header and one set of colours."""

    def __init__(self, header: Header, colours: Colours) -> None:
        self._header, self._colours = header, colours
        self.sheet = Sheet(WIDTH, HEIGHT, "Wiring of the letter box")

    def panel(self, y: float, height: float, title: str, note: str) -> None:
        """Draw the ground of a circuit."""
        self.sheet.box(PANEL_X, y, PANEL_WIDTH, height, fill=TINT, colour="#c9d0d9")
        self.sheet.text(PANEL_X + 18, y + 30, title, 21, bold=True)
        self.sheet.text(PANEL_X + PANEL_WIDTH - 18, y + 30, note, 16, anchor="end", colour=NOTE)

    def terminal(self, use: str, y: float) -> None:
        """Name a place of the header at the left of a panel, in its colour."""
        colour = self._colours[use.split()[0]]
        self.sheet.text(START - 18, y + 6, self._header.terminal(use), 16, anchor="end", bold=True,
                        colour=colour)  # fmt: skip
        self.sheet.dot(START, y, 6, fill=colour, colour=colour)

    def contact(self, name: str, y: float, up: float, down: float, parts: tuple[str, ...]) -> None:
        """Draw what slot and door have in common, from the pin to the joint at `NODE`."""
        pull, series, spike = parts
        sheet = self.sheet
        sheet.line((START, up), (NODE, up), (NODE, y), colour=self._colours["3V3"])
        sheet.line((START, y), (NODE, y), colour=self._colours[name])
        resistor(sheet, (PIN_SIDE + 90, y), series, "1k")
        capacitor(sheet, PIN_SIDE, y, down, spike, "10 nF")
        resistor(sheet, (NODE, (up + y) / 2), pull, "10k", upright=True)
        joint(sheet, (PIN_SIDE, y), (PIN_SIDE, down), (NODE, y))
        self.terminal("3V3 pull-ups", up)
        self.terminal(name, y)

    def title(self) -> None:
        """Write what this is."""
        self.sheet.text(40, 52, "Wiring of the letter box", 30, bold=True)
        words = "Drawn from wiring.toml and the settings' defaults; not tried on a real box yet."
        self.sheet.text(PANEL_X + PANEL_WIDTH, 50, words, 16, anchor="end", colour=NOTE)

    def board(self) -> None:
        """Draw the header as it lies: odd places left, even ones right, 1 at the top."""
        sheet, left, top, pitch = self.sheet, 190, 132, 43
        sheet.text(40, 88, "Raspberry Pi 3, 4, 5: header from above", 17, bold=True)
        sheet.box(left, top - 26, 86, 20 * pitch + 8, fill="#e7ebf0")
        for where in range(1, 41):
            x = left + (22 if where % 2 else 64)
            self._pin(where, x, top + (where - 1) // 2 * pitch)
        bottom = top + 20 * pitch + 18
        sheet.text(40, bottom, "Pin 1 has a square pad on the board's underside.", 15, colour=NOTE)

    def _pin(self, where: int, x: float, y: float) -> None:
        use = self._header.uses.get(where)
        colour = self._colours[use.split()[0]] if use else "#aab3be"
        self.sheet.dot(x, y, 15, fill=colour if use else PAPER, colour=colour)
        ink = PAPER if use else "#8792a0"
        self.sheet.text(x, y + 5, str(where), 13, anchor="middle", colour=ink, bold=bool(use))
        if use is None:
            return
        anchor, beside = ("end", x - 28) if where % 2 else ("start", x + 28)
        self.sheet.text(beside, y - 1, self._header.name(where), 15, anchor=anchor, colour=colour,
                        bold=True)  # fmt: skip
        words = {"SDA": "clock SDA", "SCL": "clock SCL"}.get(use, use.split(maxsplit=1)[-1])
        self.sheet.text(beside, y + 16, words, 14, anchor=anchor, colour=NOTE)

    def slot(self, y: float) -> None:
        """Draw the beam's circuit."""
        sheet, up, signal, five, ground = self.sheet, y + 70, y + 150, y + 265, y + 220
        self.panel(y, 300, "Slot", "low while a letter breaks the beam (slot_blocked_high = false)")
        self.contact("slot", signal, up, ground, ("R1", "R2", "C1"))
        receiver, emitter, top = NODE + 130, NODE + 330, y + 110
        sheet.line((START, five), (emitter, five), colour=self._colours["5V"])
        sheet.line((START, ground), (emitter, ground), colour=self._colours["GND"])
        sheet.line((NODE, signal), (receiver, signal), colour=self._colours["slot"])
        for x, name, kind in ((receiver, "U2", "receiver"), (emitter, "U1", "emitter")):
            sheet.box(x, top, 110, five - top + 20)
            sheet.text(x + 55, top + 24, name, anchor="middle", bold=True)
            sheet.text(x + 55, top + 80, kind, 15, anchor="middle", colour=NOTE)
            sheet.text(x + 10, five + 5, "+5 V", 14)
            sheet.text(x + 10, ground + 5, "GND", 14)
        sheet.text(receiver + 10, signal + 5, "OUT", 14)
        sheet.line((receiver + 110, five), (emitter, five), colour=self._colours["5V"])
        sheet.line((receiver + 110, ground), (emitter, ground), colour=self._colours["GND"])
        beam = top + 16
        sheet.line((emitter, beam), (receiver + 110, beam), colour="#d1242f", width=3, dashes=7)
        sheet.text((emitter + receiver + 110) / 2, beam - 10, "beam", 14, anchor="middle")
        self.terminal("5V slot", five)
        self.terminal("GND slot", ground)

    def door(self, y: float) -> None:
        """Draw the reed contact's circuit."""
        sheet, up, signal, ground = self.sheet, y + 70, y + 150, y + 225
        note = "high while open; a cut wire reads as open (door_open_high = true)"
        self.panel(y, 262, "Door", note)
        self.contact("door", signal, up, ground, ("R3", "R4", "C2"))
        left, right = NODE + 150, NODE + 300
        sheet.line((NODE, signal), (left, signal), colour=self._colours["door"])
        reed(sheet, left, right, signal)
        sheet.line((right, signal), (right, ground), (START, ground), colour=self._colours["GND"])
        sheet.text((left + right) / 2, signal + 30, "S1", anchor="middle", bold=True)
        sheet.text(
            (left + right) / 2, signal + 50, "reed contact", 15, anchor="middle", colour=NOTE
        )
        sheet.box(left + 45, signal - 82, 60, 24, fill="#d9dee5")
        sheet.text(left + 75, signal - 65, "N    S", 14, anchor="middle")
        sheet.text(left + 120, signal - 65, "magnet, on the door", 14, colour=NOTE)
        self.terminal("GND door", ground)

    def lock(self, y: float) -> None:
        """Draw the coil's circuit."""
        sheet, rail, signal, ground = self.sheet, y + 70, y + 232, y + 320
        note = "locked without current; the gate is low unless the kiosk drives it"
        self.panel(y, 372, "Lock", note)
        gate = NODE + 20
        sheet.line((START, signal), (gate, signal), colour=self._colours["lock"])
        sheet.line((START, ground), (PANEL_X + 800, ground), colour=self._colours["GND"])
        resistor(sheet, (PIN_SIDE + 60, signal), "R5", "220R")
        pull = PIN_SIDE + 140
        sheet.line((pull, signal), (pull, ground))
        resistor(sheet, (pull, (signal + ground) / 2), "R6", "10k", upright=True)
        drain = mosfet(sheet, (gate, signal), y + 195, ground, "Q1")
        coil(sheet, drain, rail, y + 195, "Y1", "coil of the lock")
        ring = drain + 120
        diode(sheet, ring, rail, y + 190, "D1", "ring up")
        sheet.line((ring, y + 190), (drain, y + 190))
        sheet.line((drain, rail), (PANEL_X + 800, rail), colour=self._colours["12V"])
        fuse(sheet, (PANEL_X + 715, rail), "F1")
        self._twelve_volts(PANEL_X + 800, rail, ground)
        joint(sheet, (pull, signal), (pull, ground), (drain, y + 190), (ring, rail))
        sheet.dot(drain, ground, 7)
        sheet.text(drain + 14, ground + 26, "the only joint of both grounds", 15, colour=NOTE)
        self.terminal("lock", signal)
        self.terminal("GND lock", ground)

    def _twelve_volts(self, x: float, plus: float, minus: float) -> None:
        self.sheet.box(x, plus - 30, 100, minus - plus + 60)
        self.sheet.text(x + 50, (plus + minus) / 2, "PS1", anchor="middle", bold=True)
        self.sheet.text(x + 50, (plus + minus) / 2 + 22, "12 V", 15, anchor="middle", colour=NOTE)
        self.sheet.text(x + 12, plus + 5, "+", 18, bold=True)
        self.sheet.text(x + 12, minus + 5, "−", 18, bold=True)

    def cables(self, y: float) -> None:
        """Name what is connected by ready cables."""
        clock = ", ".join(
            f"{wire} pin {self._header.place(use)}"
            for wire, use in (("3V3", "3V3 clock"), ("SDA", "SDA"), ("SCL", "SCL"),
                              ("GND", "GND clock"))
        )  # fmt: skip
        said = (
            ("U3  battery clock", f"DS3231: {clock}", "Pi 5: the cell on its own plug (J5)"),
            ("P1  printer, PS3", "USB to the Pi; power from its own", "supply, never from the Pi"),
            (
                "M1  screen, PS2",
                "HDMI or DSI; touch by USB or ribbon",
                "power as its maker says; PS2 feeds the Pi",
            ),
        )
        for number, (name, first, second) in enumerate(said):
            x = 40 + number * 446
            self.sheet.box(x, y, 428, 96, fill=TINT, colour="#c9d0d9")
            self.sheet.text(x + 16, y + 30, name, 17, bold=True)
            self.sheet.text(x + 16, y + 56, first, 15, colour=INK)
            self.sheet.text(x + 16, y + 78, second, 15, colour=INK)


def draw_wiring(header: Header, colours: Colours) -> Sheet:
    """Return the whole diagram."""
    wiring = Wiring(header, colours)
    wiring.title()
    wiring.board()
    wiring.slot(76)
    wiring.door(390)
    wiring.lock(666)
    wiring.cables(1080)
    return wiring.sheet
