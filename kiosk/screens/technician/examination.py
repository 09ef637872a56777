"""The doctor's page on the glass: what is the matter with the box, and what to do, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.events import BeamAsked, BoardAsked, Event, LockTrialAsked, LookAsked, TestPageAsked
from kiosk.post.finding import Finding, Level, Part
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.layout import columns, grid, rows
from kiosk.screens.paging import Turning
from kiosk.screens.technician.findings import cards, pages
from kiosk.screens.widgets import Button, Dots, Label
from kiosk.texts import Texts

TOOLS: tuple[tuple[str, str, Event], ...] = (
    ("tech_again", "rotate-ccw", LookAsked()),
    ("tech_beam", "eye", BeamAsked()),
    ("tech_page", "printer", TestPageAsked()),
    ("tech_lock", "lock", LockTrialAsked()),
)


@dataclass(frozen=True)
class Turned(Turning):
    """Another page."""


class Examination(Screen):
    """`looking` until every part was looked at; `tool` is the sentence of one that works now.

    `outcome` is what came of the last tool; it stands first.
    """

    name = "examination"

    def __init__(self) -> None:
        self.looking = True
        self.tool = ""
        self.outcome: Finding | None = None
        self._found: dict[Part, Finding] = {}
        self._page = 0

    def add(self, findings: Iterable[Finding]) -> None:
        """Something more was found; what was found of the same parts before is forgotten."""
        self._found |= {finding.part: finding for finding in findings}
        self.looking = any(part not in self._found for part in LOOKED_AT)

    def came(self, outcome: Finding) -> None:
        """A tool has ended, or tells how it goes on."""
        self.outcome, self.tool, self._page = outcome, "", 0

    @property
    def findings(self) -> list[Finding]:
        """The outcome of a tool, then the worst first, in the order of the doctor's page."""
        found = [self._found[part] for part in LOOKED_AT if part in self._found]
        found.sort(key=lambda finding: -finding.level.rank)
        if self.outcome is None:
            return found
        return [self.outcome, *(it for it in found if it.part is not self.outcome.part)]

    def act(self, act: Act) -> Event | None:
        if isinstance(act, Turned):
            self._page += act.step
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        self._page += {"left": -1, "right": 1}.get(stroke.control, 0)
        return BoardAsked() if stroke.control == "escape" else None

    def view(self, look: Look) -> View:
        theme = look.theme
        high = parts.header_height(look)
        head, body, foot = rows(parts.column(look), high, 1.0, theme.target, gap=theme.gap)
        across, down = (1.0, theme.mm(34)), (1.0, 2 * theme.primary)
        area, tools = parts.abreast(look, body, across, down, theme.gap * 2)
        filled = pages(look, area, self.findings)
        nth = self._page % len(filled)
        return View(
            "paper",
            (
                *parts.header(look, head, self._title(look.texts)),
                *cards(look, area, filled[nth]),
                *self._tools(look, tools),
                *self._foot(look, foot, len(filled), nth),
            ),
        )

    def _title(self, texts: Texts) -> str:
        if self.tool:
            return texts(self.tool)
        if self.looking:
            return texts("tech_looking")
        counts = Counter(finding.level for finding in self.findings)
        return texts("tech_counts", **{level.value: counts[level] for level in Level})

    def _tools(self, look: Look, area: Rect) -> Iterable[Widget]:
        idle = not (self.tool or self.looking)
        across = 2 if parts.upright(look) else 1
        places = grid(area, across, len(TOOLS) // across, gap=look.theme.gap)
        for (key, icon, event), place in zip(TOOLS, places, strict=True):
            yield Button(
                key, place, "paper", look.texts(key), icon=icon, act=event, enabled=idle,
                type="body*", least="small*",
            )  # fmt: skip

    def _foot(self, look: Look, area: Rect, count: int, nth: int) -> Iterable[Widget]:
        theme, texts = look.theme, look.texts
        leave, before, dots, after = columns(
            area, 0.35, theme.mm(20), 0.65, theme.mm(20), gap=theme.gap * 2
        )
        yield Button("leave", leave, "paper", texts("sign_out"), icon="x", act=BoardAsked())
        if count == 1:
            yield Label("about", dots, "paper", texts("tech_about"), type="body", least="small")
            return
        turns = (("before", before, "chevron-left", -1), ("after", after, "chevron-right", 1))
        for name, place, icon, step in turns:
            yield Button(name, place, "paper", "", icon=icon, act=Turned(step))
        yield Dots("pages", dots, "paper", count, nth, colour="action", rest="line")


LOOKED_AT = tuple(part for part in Part if part not in {Part.SETTINGS, Part.TEST_PAGE})
"""The parts of the page in a kiosk that runs: its settings could be used, or it would not run."""
