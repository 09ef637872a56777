"""The slot's beam while it is aligned: its own edges and passes, never the letters'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import BeamAsked, BoardAsked, Event, LookAsked
from kiosk.screens import parts
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.widgets import Button, Icon, Label, Panel


@dataclass(frozen=True)
class Beamed:
    """What there is to see; `edges` and `passes` are those since this began, with the door open."""

    blocked: bool
    door_is_open: bool
    edges: int = 0
    passes: int = 0


class Beam(Screen):
    """Set `seen` and refresh the stage when something changes."""

    name = "beam"

    def __init__(self, seen: Beamed) -> None:
        self.seen = seen

    def key(self, stroke: KeyStroke) -> Event | None:
        return LookAsked() if stroke.control == "escape" else None

    def view(self, look: Look) -> View:
        theme, texts = look.theme, look.texts
        words = texts("beam_how" if self.seen.door_is_open else "beam_shut")
        area = parts.column(look)
        high = parts.note_height(look, words, area.w)
        head, body, note, foot = rows(
            area, parts.header_height(look), 1.0, high, theme.target, gap=theme.gap
        )
        icon, tone = ("info", "calm") if self.seen.door_is_open else ("door-closed", "honey")
        return View(
            "paper",
            (
                *parts.header(look, head, texts("beam_title")),
                *self._body(look, body),
                *parts.note(look, note, "told", icon, words, tone),
                *self._foot(look, foot),
            ),
        )

    def _body(self, look: Look, area: Rect) -> Iterable[Widget]:
        left, right = parts.abreast(look, area, (0.6, 0.4), (0.6, 0.4), look.theme.gap * 2)
        yield from self._state(look, left)
        yield from self._counted(look, right)

    def _state(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme, blocked = look.theme, self.seen.blocked
        tone, ink, icon, key = (
            ("alarm", "danger", "x", "beam_blocked")
            if blocked
            else ("calm", "calm_ink", "check", "beam_clear")
        )
        yield Panel("beam_box", area, "paper", tone, line=f"{tone}_line")
        sign, words = columns(inset(area, theme.mm(3)), theme.mm(16), 1.0, gap=theme.mm(2))
        side = min(sign.w, sign.h)
        yield Icon("beam_icon", centred(sign, side, side), tone, icon, colour=ink)
        yield Label("beam", words, tone, look.texts(key), type="display", least="body*", colour=ink)

    def _counted(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        edges, passes = rows(area, 1.0, 1.0, gap=look.theme.gap)
        said = (
            ("edges", edges, texts("beam_edges", n=self.seen.edges)),
            ("passes", passes, texts("beam_passes", n=self.seen.passes)),
        )
        for name, place, words in said:
            yield Panel(f"{name}_box", place, "paper", "sheet", line="hair")
            room = inset(place, look.theme.mm(2), look.theme.mm(1))
            yield Label(name, room, "sheet", words, type="title", least="small*")

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        texts = look.texts
        leave, back, zero = columns(area, 1.0, 1.0, 1.0, gap=look.theme.gap * 2)
        yield Button("leave", leave, "paper", texts("sign_out"), icon="x", act=BoardAsked())
        yield Button("back", back, "paper", texts("back"), icon="arrow-left", act=LookAsked())
        yield Button("zero", zero, "paper", texts("beam_zero"), icon="rotate-ccw", act=BeamAsked())
