"""What a USB keyboard means on the pages of a row."""

from __future__ import annotations

from collections.abc import Sequence

from kiosk.events import Event
from kiosk.post.letters import Language
from kiosk.screens.base import Act, KeyStroke, Widget
from kiosk.screens.committee.choices import meaning
from kiosk.screens.committee.pages import Cover, Done, Enter, Leafed, Page, Turn
from kiosk.screens.committee.task import Task
from kiosk.screens.numberpad import number_acts

LEAVES = {"left": -1, "right": 1}
LISTS = {Page.MATTERS, Page.ROWS}


def stroked(
    task: Task, widgets: Sequence[Widget], stroke: KeyStroke, language: Language
) -> Act | Event | None:
    """Return what is meant: figures choose chips or fill in a number, blank covers."""
    if stroke.control:
        return _control(task, stroke.control, language)
    if task.page in {Page.WHEN, Page.HANDLE} and stroke.text.strip():
        return next(iter(number_acts(stroke)), None)
    chosen = meaning(widgets, stroke.text)
    if chosen is None and task.page is Page.MATTERS:
        typed = stroke.printed or stroke.text  # no keys on the glass tell the layout
        task.seek(task.sought + typed)
        return None
    return Cover() if stroke.text == " " else chosen


def _control(task: Task, control: str, language: Language) -> Act | None:
    step = task.page in task.steps
    match control:
        case "backspace" if task.page is Page.MATTERS:
            task.seek(task.sought[:-1])
            return None
        case "backspace":
            return next(iter(number_acts(KeyStroke(control=control))), None)
        case "return" if task.page is Page.ENTER:
            return Enter(language)
        case "return" if not step:
            return Done()
        case "return":
            task.onward()
            return None
        case _ if control in LEAVES:
            return (Leafed if task.page in LISTS else Turn)(LEAVES[control])
    return None
