"""The roll call of a sitting: cards of all roles, or of two and the recovery envelope."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import EnvelopeTurned
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.roles import roles_here
from kiosk.screens.layout import rows
from kiosk.screens.members.typing import Typing
from kiosk.screens.widgets import Button


class Gather(Typing):
    """Cards are typed, or the envelope's digits after it was asked for."""

    name = "gather"
    checking = "roll_checking"

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = parts.abreast(look, area, (0.66, 0.34), (0.58, 0.42), look.theme.mm(4))
        yield from self._room(look, left)
        yield from self._entry.widgets(look, right)

    def _room(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, texts, sitting = look.theme, look.texts, self.sitting
        by_envelope = sitting.envelope_next
        warning = texts("rescue_told" if by_envelope else "roll_corridor")
        wants = texts("drill_type" if by_envelope else "roll_scan")
        told = self.told(look) or ("key-round", wants, "calm")
        highs = [parts.note_height(look, words, area.w) for words in (warning, told[1])]
        high = theme.target if parts.roomy(look) else 0
        above, roles, said, foot = rows(area, highs[0], 1.0, highs[1], high, gap=theme.gap)
        icon = "triangle-alert" if by_envelope else "eye"
        yield from parts.note(look, above, "corridor", icon, warning, "honey")
        yield from roles_here(look, roles, sitting.present, sitting.missing)
        yield from parts.note(look, said, "said", *told)
        if high:
            yield self._turn(look, foot)

    def heading(self, look: Look, area: Rect) -> Widget:
        """On low glass the roles need the room below."""
        return super().heading(look, area) if parts.roomy(look) else self._turn(look, area)

    def _turn(self, look: Look, area: Rect) -> Widget:
        words = look.texts("rescue_cards" if self.sitting.envelope_next else "rescue_ask")
        return Button(
            "envelope", area, "paper", words, icon="mail", type="body*", act=EnvelopeTurned(),
            enabled=not self.sitting.working,
        )  # fmt: skip
