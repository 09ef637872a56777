"""Papers and files: which document, of what time or day, to the printer or onto a stick."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kiosk.events import DeskTurned, Event, PaperChosen, PrinterTrouble
from kiosk.post.desk import DeskPage
from kiosk.post.documents import OPENLY, WAYS, Choice, Document, ForumDay, Offers, Reviewed, Way
from kiosk.post.schoolyear import SchoolYear
from kiosk.post.stick import StickTrouble
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Screen, View, Widget
from kiosk.screens.committee.analysis import header
from kiosk.screens.committee.choices import FIGURES, figured, lay
from kiosk.screens.committee.choices import Choice as Chosen
from kiosk.screens.committee.pages import Leafed
from kiosk.screens.layout import columns, rows
from kiosk.screens.papers import trouble_words
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts

NAMES = {
    Document.PROTOCOL: "opening_record",
    Document.JOURNAL: "papers_journal",
    Document.STRIPS: "papers_strips",
    Document.AGENDA: "agenda",
    Document.ASSEMBLY: "papers_assembly",
    Document.REPORT: "papers_report",
    Document.NUMBERS: "papers_numbers",
}
ACROSS, DOWN = 4, 2
WAY_WORDS = {Way.PRINTER: ("papers_print", "printer"), Way.STICK: ("papers_save", "usb")}


class Doing(StrEnum):
    """How it stands with the last document that was asked for."""

    NOTHING = "nothing"
    MAKING = "making"
    SAVING = "saving"
    PRINTING = "printing"
    SAVED = "saved"
    PRINTED = "printed"
    FAILED = "failed"


BUSY = frozenset({Doing.MAKING, Doing.SAVING, Doing.PRINTING})


@dataclass(frozen=True)
class Outcome:
    """How far a document is; `file` is its name on the stick, a trouble why it is not there."""

    doing: Doing = Doing.NOTHING
    file: str = ""
    trouble: StickTrouble | PrinterTrouble | None = None


@dataclass(frozen=True)
class Picked(Act):
    """Another document."""

    document: Document


@dataclass(frozen=True)
class Sent(Act):
    """Out with it, by this way."""

    way: Way


class Papers(Screen):
    """`offers` has what can be had of each document; `label` is what the stick is called."""

    name = "papers"

    def __init__(self, offers: Offers, label: str, *, prints: bool) -> None:
        self._offers, self._label, self._prints = offers, label, prints
        self.document = next((one for one in Document if offers.get(one)), Document.PROTOCOL)
        self._nth = len(self._choices) - 1
        self.outcome = Outcome()

    @property
    def working(self) -> bool:
        """Whether one is on its way: another has to wait."""
        return self.outcome.doing in BUSY

    @property
    def _choices(self) -> tuple[Choice, ...]:
        return self._offers.get(self.document, ())

    # --- what a touch means ---

    def act(self, act: Act) -> Event | None:
        if self.working:
            return None
        match act:
            case Picked(document=document):
                self.document, self.outcome = document, Outcome()
                self._nth = len(self._choices) - 1
            case Leafed(step=step):
                self._nth = max(0, min(self._nth + step, len(self._choices) - 1))
                self.outcome = Outcome()
            case Sent(way=way):
                return PaperChosen(self.document, self._choices[self._nth], way)
        return None

    def key(self, stroke: KeyStroke) -> Event | None:
        if stroke.control == "escape":
            return DeskTurned(DeskPage.MENU)
        steps = {"left": -1, "right": 1}
        if stroke.control in steps:
            return self.act(Leafed(steps[stroke.control]))
        nth = FIGURES.find(stroke.text) if len(stroke.text) == 1 else -1
        return self.act(Picked([*Document][nth])) if 0 <= nth < len(Document) else None

    # --- what shows ---

    def view(self, look: Look) -> View:
        theme = look.theme
        across, down = (DOWN, ACROSS) if parts.upright(look) else (ACROSS, DOWN)
        each = theme.mm(17) if parts.roomy(look) else theme.target
        head, documents, which, said, foot = rows(
            parts.column(look), parts.header_height(look), down * each + (down - 1) * theme.gap,
            theme.target, 1.0, theme.primary, gap=theme.gap // (1 if parts.roomy(look) else 2),
        )  # fmt: skip
        named = [
            Chosen(f"paper_{one}", look.texts(NAMES[one]), Picked(one), one is self.document)
            for one in Document
        ]
        return View(
            "paper",
            (
                *header(look, head, look.texts("papers_title")),
                *figured(lay(look, documents, across, down, named)),
                *self._which(look, which),
                *self._said(look, said),
                *self._foot(look, foot),
            ),
        )

    def _which(self, look: Look, area: Rect) -> Iterable[Widget]:
        last = len(self._choices) - 1
        words = said(look.texts, self._choices[self._nth]) if last >= 0 else ""
        before, middle, after = columns(
            area, look.theme.target, 1.0, look.theme.target, gap=look.theme.gap
        )
        ways = (
            ("which_back", before, "chevron-left", -1, self._nth > 0),
            ("which_on", after, "chevron-right", 1, 0 <= self._nth < last),
        )
        for name, place, icon, step, enabled in ways:
            yield Button(name, place, "paper", "", icon=icon, act=Leafed(step), enabled=enabled)
        words = words or look.texts("papers_none")
        yield Label("which", middle, "paper", words, type="lead*", least="small", align="centre")

    def _said(self, look: Look, area: Rect) -> Iterable[Widget]:
        icon, words, tone = told(look, self.outcome, self._label) or self._warned(look)
        high = min(area.h, parts.note_height(look, words, area.w))
        yield from parts.note(look, area._replace(h=high), "said", icon, words, tone)

    def _warned(self, look: Look) -> tuple[str, str, str]:
        """Before anything is asked for: who could read it outside."""
        if Way.STICK not in WAYS[self.document]:
            return "printer", look.texts("papers_by_hand"), "calm"
        if self.document in OPENLY:
            return "lock-open", look.texts("papers_open"), "honey"
        return "lock", look.texts("papers_sealed"), "calm"

    def _foot(self, look: Look, area: Rect) -> Iterable[Widget]:
        ways = WAYS[self.document]
        free = not self.working and bool(self._choices)
        places = columns(area, *[1.0] * len(ways), gap=look.theme.mm(4))
        for way, place in zip(ways, places, strict=True):
            key, icon = WAY_WORDS[way]
            style = Style.PRIMARY if way is ways[-1] else Style.SECONDARY
            able = free and (way is Way.STICK or self._prints)
            yield Button(
                f"way_{way}", place, "paper", look.texts(key), icon=icon, style=style,
                act=Sent(way), enabled=able,
            )  # fmt: skip


def said(texts: Texts, choice: Choice) -> str:
    """What a document is of."""
    match choice:
        case SchoolYear():
            return texts("papers_year", year=str(choice))
        case Reviewed():
            return f"{texts('review_number')} {choice.number}: {texts.full(choice.on)}"
        case ForumDay():
            return f"{texts(f'forum_{choice.forum}')}: {texts.full(choice.on)}"


def told(look: Look, outcome: Outcome, label: str) -> tuple[str, str, str] | None:
    """Icon, words and tone of how it stands; None while nothing was asked for."""
    texts = look.texts
    match outcome.doing:
        case Doing.NOTHING:
            return None
        case Doing.SAVED:
            return "circle-check", texts("papers_saved", name=outcome.file), "calm"
        case Doing.FAILED:
            return "triangle-alert", _failed(look, outcome, label), "alarm"
        case doing:
            return "clock" if doing in BUSY else "printer", texts(f"papers_{doing}"), "calm"


def _failed(look: Look, outcome: Outcome, label: str) -> str:
    match outcome.trouble:
        case StickTrouble.ABSENT:
            return look.texts("stick_absent", label=label)
        case StickTrouble() as trouble:
            return look.texts(f"stick_{trouble}")
        case PrinterTrouble() as trouble:
            return trouble_words(look, "papers_unprinted", trouble)
        case None:
            return look.texts("papers_unmade")
