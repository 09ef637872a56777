"""Where the parts of registering stand: the steps above, the letter beside, the page itself."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.journal import Decision
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.about import about, matters
from kiosk.screens.committee.answering import answering, days
from kiosk.screens.committee.dating import Dating, dating, enclosing
from kiosk.screens.committee.deciding import deciding, how, reasons
from kiosk.screens.committee.dueday import dueday
from kiosk.screens.committee.entering import Standing, entering
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import BESIDE, Go, Page
from kiosk.screens.committee.place import Place, number_to_write
from kiosk.screens.committee.reading import beside
from kiosk.screens.committee.rowlist import row_list
from kiosk.screens.committee.task import Task
from kiosk.screens.committee.urging import urging
from kiosk.screens.layout import columns, covering, rows
from kiosk.screens.widgets import Button, Chip, Label, Style

TABS = {
    Page.WHEN: "tab_when",
    Page.ABOUT: "tab_about",
    Page.DECIDE: "tab_decide",
    Page.ENTER: "tab_enter",
}


def split(look: Look, area: Rect, task: Task) -> tuple[Rect, Rect]:
    """Room for the letter, empty where there is none, and for the page."""
    alone = task.page is Page.ENTER and not parts.roomy(look)
    if task.page not in BESIDE or alone:
        return Rect(area.x, area.y, 0, area.h), area
    share = 0.45 if parts.roomy(look) and not task.draft.paper else 0.431
    across, down = (share, 1.0 - share), (0.4, 0.6)
    letter, page = parts.abreast(look, area, across, down, look.theme.gap)
    return letter, page


def letter(look: Look, area: Rect, task: Task, place: Place, *, covered: bool) -> Iterable[Widget]:
    """The letter beside the page, where there is room for it."""
    if not area.w:
        return ()
    return beside(look, area, task.draft, task.sheet, place.paper(look.texts), covered=covered)


def page(
    look: Look, area: Rect, task: Task, known: Known, now: Standing, place: Place
) -> Iterable[Widget]:
    """The page itself; those for writing are the pen's."""
    draft, covered = task.draft, now.covered
    match task.page:
        case Page.WHEN:
            dated = Dating(task.month, task.figures, task.wrong, known.today)
            return dating(look, area, draft, dated, place.paper(look.texts))
        case Page.ABOUT:
            return about(look, area, draft, known, covered=covered)
        case Page.DECIDE:
            return deciding(look, area, draft)
        case Page.REASONS if draft.decision is Decision.ANSWERED:
            return how(look, area, draft)
        case Page.REASONS:
            return reasons(look, area, draft)
        case Page.ENTER:
            return entering(look, area, draft, known, now)
        case Page.MATTERS:
            return matters(look, area, draft, known, task.sought, task.leaf)
        case Page.ROWS:
            return row_list(look, area, known, task.leaf, now.unprinted)
        case _:
            return _more(look, area, task, known, covered=covered)


def _more(look: Look, area: Rect, task: Task, known: Known, *, covered: bool) -> Iterable[Widget]:
    """What is added to a row."""
    match task.page:
        case Page.HANDLE:
            return enclosing(look, area, task.draft)
        case Page.URGENT:
            return urging(look, area, task.draft, known, covered=covered)
        case Page.DUE:
            chosen = task.draft.due or known.due(task.draft.matters, task.draft.forum)
            return dueday(look, area, known.today, chosen, known.review_on, task.leaf)
        case Page.DAYS:
            return days(look, area, task.draft, known)
        case _:
            return answering(look, area, task.draft, covered=covered)


def tabs_high(look: Look) -> int:
    """Pixels of `tabs`: on upright glass the small buttons have a line of their own."""
    return look.theme.target + (look.theme.target + look.theme.gap) * parts.upright(look)


def tabs(
    look: Look, area: Rect, task: Task, place: Place, *, alarmed: bool
) -> tuple[list[Widget], Rect]:
    """The way to the rows, the steps of this row, and on the right room for two small buttons.

    Before a paper letter is begun, the number of the one before stands there instead of the steps.
    `alarmed` calls to the rows, where it says why.
    """
    theme, texts, steps = look.theme, look.texts, task.steps
    line, below = rows(area, theme.target, 1.0, gap=theme.gap)
    aside = 0 if below.h else 2 * theme.mm(19) + theme.gap
    tile, *cells, rest = columns(line, theme.mm(20), *[1.0] * len(steps), aside, gap=theme.gap)
    words = place.rows(texts)
    style = Style.DANGER if alarmed else Style.SECONDARY
    shown: list[Widget] = []
    if task.draft.number is None:
        to_rows = Go(Page.ROWS)
        shown.append(
            Button("rows", tile, "paper", words, type="body*", least="small", style=style,
                   act=to_rows)
        )  # fmt: skip
    else:
        words = f"№ {task.draft.number}"
        shown.append(Label("position", tile, "paper", words, type="title", least="small*"))
    if task.page is Page.WHEN and place.entered is not None:
        strip = covering(cells[0], cells[-1])
        return [*shown, *number_to_write(look, strip, place.entered)], below if below.h else rest
    for step, cell in zip(steps, cells, strict=True):
        here = step is task.page or (step is Page.DECIDE and task.page is Page.REASONS)
        shown.append(
            Chip(f"tab_{step}", cell, "paper", texts(TABS[step]), chosen=here, ticked=False,
                 type="body*", least="small", act=Go(step))
        )  # fmt: skip
    return shown, below if below.h else rest
