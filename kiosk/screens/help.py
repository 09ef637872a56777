"""I need help now: whom to call, whom to go to, what to say; nobody hears that it was read."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.config.school import School
from kiosk.events import CoverLifted, Event, HelpSlipAsked, PrinterTrouble
from kiosk.screens.base import KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.drawings import Drawing
from kiosk.screens.explaining import explained
from kiosk.screens.layout import centred, columns, covering, inset, rows
from kiosk.screens.papers import PaperState
from kiosk.screens.parts import abreast, column, header, header_height, roomy
from kiosk.screens.widgets import Button, Icon, Label, Panel, Style


class Help(Screen):
    """Lies over what goes on, which is not lost meanwhile.

    `paper` and `trouble` are set from outside while it shows.
    """

    name = "help"

    def __init__(
        self, school: School, paper: PaperState, trouble: PrinterTrouble | None = None
    ) -> None:
        self._school = school
        self.paper, self.trouble = paper, trouble

    def key(self, stroke: KeyStroke) -> Event | None:
        return CoverLifted() if stroke.control in ("return", "escape") else None

    def view(self, look: Look) -> View:
        theme = look.theme
        low = theme.primary if roomy(look) else theme.target
        head, body, foot = rows(column(look), header_height(look), 1.0, low, gap=theme.gap)
        calls, people = abreast(look, body, (0.42, 0.58), (0.46, 0.54), theme.gap * 2)
        return View(
            "paper",
            (
                *header(look, head, look.texts("not_alone")),
                *self._calls(look, calls),
                *self._people(look, people),
                *self._foot(look, foot),
            ),
        )

    def _calls(self, look: Look, area: Rect) -> Iterator[Widget]:
        first, second = rows(area, 1.0, 1.0, gap=look.theme.gap)
        school, texts = self._school, look.texts
        yield from _call(look, first, "call", (school.helpline, texts("help_call")), "calm")
        yield from _call(look, second, "danger", (school.emergency, texts("help_danger")), "alarm")

    def _people(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        """Return who helps at school, or whom to look for if it names nobody; and what to say."""
        theme, texts = look.theme, look.texts
        told = [helper.told(texts.language) for helper in self._school.in_school]
        apart = "\n" if roomy(look) else ". "
        helpers = [("user", apart.join(filter(None, one))) for one in told]
        say = ("message-circle", texts("help_say"))
        if not helpers:
            return explained(look, area, [("users", texts("help_adult")), say])
        title = "title" if roomy(look) else "body*"
        name, lines = rows(area, theme.least(title).line, 1.0)
        return (
            Label("people", name, "paper", texts("help_people"), type=title, least="small*"),
            *explained(look, lines, [*helpers, say]),
        )

    def _foot(self, look: Look, area: Rect) -> tuple[Widget, ...]:
        texts = look.texts
        offered = self.paper is PaperState.OFFERED and not self.trouble
        slip, words, back = columns(area, 0.27, 0.4, 0.33, gap=look.theme.gap * 2)
        paper = Button("slip", slip, "paper", texts("help_slip"), icon="printer",
                       act=HelpSlipAsked(), type="body*")  # fmt: skip
        return (
            *((paper,) if offered else ()),
            Label("said", words if offered else covering(slip, words), "paper", self._said(look),
                  type="body", least="small"),
            Button("back", back, "paper", texts("back"), icon="arrow-left", act=CoverLifted(),
                   style=Style.PRIMARY if roomy(look) else Style.HELP),
        )  # fmt: skip

    def _said(self, look: Look) -> str:
        """Return how the paper stands, or that nothing of this is recorded."""
        if self.trouble:
            numbers = {"helpline": self._school.helpline, "emergency": self._school.emergency}
            return look.texts("help_slip_none", **numbers)
        keys = {PaperState.PRINTING: "printing", PaperState.PRINTED: "help_slip_take"}
        said = look.texts(keys.get(self.paper, "help_unrecorded"))
        heard = self.paper is PaperState.OFFERED and roomy(look)
        return f"{said}. {look.texts('printer_heard')}" if heard else said


def _call(look: Look, area: Rect, name: str, told: tuple[str, str], tone: str) -> Iterator[Widget]:
    """Draw a number, large enough to be read while one runs to a telephone, and what it is."""
    theme, (number, said) = look.theme, told
    size, air = ("headline", 2.4) if roomy(look) else ("display", 0.4)
    ink = "danger" if tone == "alarm" else "calm_ink"
    upper, words = rows(inset(area, theme.mm(2.4), theme.mm(air)), theme.type(size).line, 1.0)
    sign, digits, beside = columns(upper, theme.mm(9), 1.0, upper.h, gap=theme.gap)
    yield Panel(f"{name}_box", area, "paper", tone, line=f"{tone}_line")
    yield Icon(f"{name}_icon", centred(sign, sign.w, sign.w), tone, "phone", colour=ink)
    yield Label(f"{name}_number", digits, tone, number, type=size, least="lead*", colour=ink)
    if name == "call" and roomy(look):
        yield Drawing("listens", beside, tone, "help")
    yield Label(f"{name}_words", words, tone, said, type="lead",
                least="small", valign="top")  # fmt: skip
