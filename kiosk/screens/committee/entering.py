"""The last step of a row: what it says, what may be added, what is missing, and its entry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kiosk.post.journal import Decision, Entry
from kiosk.post.steps import Hint
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, lay
from kiosk.screens.committee.desk import hint_note
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.dueday import day_words
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Cover, Enter, Go, Judged, Page
from kiosk.screens.committee.passages import Passage
from kiosk.screens.committee.reading import sheets
from kiosk.screens.layout import columns, rows
from kiosk.screens.textarea import TextArea
from kiosk.screens.widgets import Button, Label, Style
from kiosk.texts import Texts


@dataclass(frozen=True)
class Standing:
    """How the screen stands: what is covered, stored at this moment, or went wrong.

    `unprinted` are the numbers of rows whose referral did not come out. `unopened`: nobody can have
    read the letter yet.
    """

    covered: bool
    working: bool
    hint: Hint | None
    unprinted: tuple[int, ...] = ()
    unopened: bool = False


def entering(
    look: Look, area: Rect, draft: Draft, known: Known, standing: Standing
) -> Iterable[Widget]:
    """Where the glass is low, the row takes the place of the letter."""
    theme = look.theme
    over = 3 * theme.target + 2 * theme.gap
    if parts.roomy(look) and not parts.upright(look):
        row, more, foot = rows(area, 1.0, over, theme.mm(42), gap=theme.gap)
    else:
        left, foot = columns(area, 0.6, 0.4, gap=theme.mm(3))
        row, more = rows(left, 1.0, over, gap=theme.gap)
    entry = draft.entry(look.texts, known)
    line = theme.type("small*").line
    if row.h >= theme.target + line:  # where a chip's height is left for the words
        title, row = rows(row, line, 1.0, gap=theme.gap // 2)
        yield Label("summary_title", title, "paper", look.texts("j_summary"), type="small*")
    yield _summary(look, row, entry, covered=standing.covered)
    due = draft.due or known.due(draft.matters, draft.forum)
    yield from lay(look, more, 2, 3, _more(look.texts, draft, due))
    if standing.unopened and not entry.gaps():
        yield from _unopened(look, foot, standing.hint)
    else:
        yield from _enter(look, foot, draft, entry, standing, known)


def decided(texts: Texts, entry: Entry) -> str:
    """What was decided, in a few words."""
    if entry.forum:
        return texts("status_referred", forum=texts(f"forum_{entry.forum}"))
    if entry.decision is Decision.REFERRED and entry.handed_on:
        told = ", ".join(texts(f"office_{one.office}") for one in entry.informed)
        return texts("status_referred", forum=told)
    return texts(f"decision_{entry.decision}") if entry.decision else ""


def _summary(look: Look, area: Rect, entry: Entry, *, covered: bool) -> Widget:
    """What it says, typed or taken from the chips; a touch leads to writing it."""
    shown = sheets(look, area, entry.summary)[0]
    return TextArea(
        "summary", area, "paper", shown, covered=covered and any(shown),
        placeholder=look.texts("summary_hint"), act=Go(Page.SUMMARY),
    )  # fmt: skip


def _more(texts: Texts, draft: Draft, due: date | None) -> list[Choice]:
    """What may be added, one touch away; the words say what is there already."""
    answer = ", ".join(parts.LANGUAGE_NAMES[one] for one in draft.answer.languages)
    told = len(draft.urgent.names)
    words = {
        Page.ANSWER: f"{texts('j_answer')}: {answer}" if answer else texts("j_answer"),
        Page.MATTERS: texts("matters_linked", n=len(draft.matters)),
        Page.URGENT: f"{texts('status_urgent')}: {told}" if told else texts("urgent_today"),
        Page.REASONS: texts("how_short" if draft.decision is Decision.ANSWERED else "reason"),
        Page.REPLY: texts("reply_only"),
        Page.DUE: day_words(texts, due) if due else texts("due_set"),
    }
    there = {
        Page.ANSWER: bool(answer),
        Page.MATTERS: bool(draft.matters),
        Page.URGENT: draft.urgent.wanted,
        Page.REASONS: bool(draft.said(Passage.REASON)),
        Page.REPLY: bool(draft.said(Passage.REPLY)),
        Page.DUE: due is not None,
    }
    founded = bool(draft.well_founded)
    judging = texts("well_founded_report" if draft.reports else "well_founded")
    judged = Choice("founded", judging, Judged(well_founded=not founded), founded)
    shown = [Page.ANSWER, Page.MATTERS, Page.URGENT]
    considered = draft.decision is Decision.REFERRED and draft.forum is not None
    explained = draft.decision in {Decision.DECLINED, Decision.ANSWERED}
    shown += [Page.REASONS] * explained + [Page.DUE] * considered
    shown += [Page.REPLY] * draft.replies
    return [judged, *(Choice(f"to_{page}", words[page], Go(page), there[page]) for page in shown)]


def _enter(
    look: Look, area: Rect, draft: Draft, entry: Entry, standing: Standing, known: Known
) -> Iterable[Widget]:
    """Into the journal; or, instead of a dead button, what is still missing by name.

    Where there is a printer, who enters an urgent row is told before that a paper will come, and
    who takes it.
    """
    theme, texts, gaps = look.theme, look.texts, entry.gaps()
    said, foot = rows(area, 1.0, theme.primary, gap=theme.gap)
    high = lettering.block(decided(texts, entry), theme.type("body*"), said.w)
    line = said._replace(h=min(said.h, high))
    if standing.hint:
        yield from hint_note(look, said, standing.hint)
    elif not gaps and (draft.number in standing.unprinted or _goes(known, entry)):
        yield from _minded(look, said, draft, standing)
    elif known.prints and entry.handed_on and draft.number is None:
        words = f"{texts('decision_referred')}. {texts('urgent_takes')}"
        place = Rect(*said[:3], min(said.h, 5 * theme.type("body*").line))
        yield Label("decided", place, "paper", words, type="body*", least="small", valign="top")
    else:
        words = decided(texts, entry)
        yield Label("decided", line, "paper", words, type="body*", least="small")
    if gaps:
        words = texts("still_needed", what=", ".join(texts(f"gap_{gap}") for gap in gaps))
        under = Rect(line.x, line.y + line.h, line.w, foot.y + foot.h - line.y - line.h)
        note = Rect(*under[:3], min(under.h, parts.note_height(look, words, under.w)))
        yield from parts.note(look, note, "gaps", "list-checks", words, "honey")
        return
    words = texts("register" if draft.number is None else "row_keep")
    yield Button(
        "register", foot, "paper", texts("saving") if standing.working else words,
        icon="book-open", style=Style.PRIMARY, act=Enter(texts.language),
        enabled=not standing.working,
    )  # fmt: skip


def _unopened(look: Look, area: Rect, hint: Hint | None) -> Iterable[Widget]:
    """Where the glass is low, the letter has no room here: the way leads back to it."""
    wide, texts = parts.roomy(look), look.texts
    said, foot = rows(area, 1.0, look.theme.primary, gap=look.theme.gap)
    words = texts("letter_unopened")
    note = Rect(*said[:3], min(said.h, parts.note_height(look, words, said.w)))
    if hint:
        yield from hint_note(look, said, hint)
    else:
        yield from parts.note(look, note, "unopened", "eye-off", words, "honey")
    yield Button(
        "open_letter", foot, "paper", texts("show_text" if wide else "letter_to"), icon="eye",
        style=Style.PRIMARY, act=Cover() if wide else Go(Page.ABOUT),
    )  # fmt: skip


def _goes(known: Known, entry: Entry) -> bool:
    """Whether another answer hangs than the row has now."""
    return known.hangs is not None and known.hangs != entry.answer


def _minded(look: Look, area: Rect, draft: Draft, standing: Standing) -> Iterable[Widget]:
    """A paper that did not come out; or that what hangs on the board comes down."""
    if draft.number in standing.unprinted:
        words = look.texts("referral_stuck", number=f"№ {draft.number}")
        yield from parts.note(look, area, "stuck", "triangle-alert", words, "alarm")
    else:
        words = look.texts("answer_down")
        yield from parts.note(look, area, "answer_down", "megaphone", words, "honey")
