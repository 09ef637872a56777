"""What cannot wait: who was informed, on which day, and what the law asks of the school."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.events import ReferralAsked
from kiosk.post.journal import Office
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, When, Widget
from kiosk.screens.committee.choices import Choice, chip
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.known import Known
from kiosk.screens.committee.pages import Go, Page, Told, ToldOn, Urged
from kiosk.screens.layout import columns, rows
from kiosk.screens.widgets import Button, Label

FIRST = (Office.CHILD_PROTECTION, Office.POLICE, Office.AMBULANCE)
SCHOOL = (Office.DIRECTOR, Office.SOCIAL_PEDAGOGUE, Office.OTHER)
"""Who protects the child by law stands first, then the school; the family alone, with a warning."""

ROWS = 3


def urging(
    look: Look, area: Rect, draft: Draft, known: Known, *, covered: bool
) -> Iterable[Widget]:
    """Touch whom you told, then write a name if you like; the paper comes with the row.

    On low glass a long duty leaves no room for the question above.
    """
    theme = look.theme
    high = ROWS * theme.target + (ROWS - 1) * theme.gap
    gap = theme.gap if parts.roomy(look) else theme.gap // 2
    line = theme.type("body*" if parts.roomy(look) else "small*").line
    if area.h - high - theme.target - 2 * gap - _wanted(look, area, draft, known) > line + gap:
        ask, area = rows(area, line, 1.0, gap=gap)
        words = look.texts("urgent_ask")
        yield Label("urgent_ask", ask, "paper", words, type="body*", least="small*")
    names = theme.target + (theme.target + theme.gap) * parts.upright(look)
    chips, named, said = rows(area, high, names, 1.0, gap=gap)
    yield from _offices(look, chips, draft)
    yield from _named(look, named, draft, known, covered=covered)
    yield from _paper(look, said, draft, known)


def _offices(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    theme, texts, told = look.theme, look.texts, draft.urgent.names
    lines = rows(area, *[theme.target] * ROWS, gap=theme.gap)
    told_of = {"urgent_law": FIRST, "urgent_school": SCHOOL}
    for (key, offices), line in zip(told_of.items(), lines, strict=False):
        name, *cells = columns(line, theme.mm(26), *[1.0] * len(offices), gap=theme.gap)
        words = texts(key)
        yield Label(key, name, "paper", words, type="body*", least="small")
        for one, cell in zip(offices, cells, strict=True):
            words = texts(f"office_{one}")
            yield chip(look, cell, Choice(f"office_{one}", words, Told(one), one in told))
    family = Office.PARENTS
    words = texts("urgent_parents")
    yield chip(look, lines[-1], Choice(f"office_{family}", words, Told(family), family in told))


def _paper(look: Look, area: Rect, draft: Draft, known: Known) -> Iterable[Widget]:
    """The school's duty, or what paper will come; of a row that is entered it can be had again."""
    texts, number = look.texts, draft.number
    if number is not None and known.prints:
        buttons, area = rows(area, look.theme.target, 1.0, gap=look.theme.gap)
        plain, whole = columns(buttons, 1.0, 1.0, gap=look.theme.gap)
        yield Button("referral", plain, "paper", texts("referral_print"), icon="printer",
                     type="body*", act=ReferralAsked(number))  # fmt: skip
        yield Button("referral_text", whole, "paper", texts("referral_print_text"), icon="printer",
                     type="body*", act=ReferralAsked(number, with_text=True),
                     enabled=bool(draft.text))  # fmt: skip
    words = _duty(look, draft, known)
    high = parts.note_height(look, words, area.w)
    if words and (number is None or high <= area.h):
        note = Rect(*area[:3], min(area.h, high))
        yield from parts.note(look, note, "duty", "shield", words, "honey")


def _duty(look: Look, draft: Draft, known: Known) -> str:
    """What the law asks of the school, and what paper comes."""
    texts = look.texts
    duty = known.school.duty(texts.language)
    room = parts.roomy(look) or not duty  # the last step says it again
    told = texts("urgent_paper") if known.prints and draft.number is None and room else ""
    return "\n".join(filter(None, (f"{texts('urgent_duty')}: {duty}" if duty else "", told)))


def _wanted(look: Look, area: Rect, draft: Draft, known: Known) -> int:
    """How high what stands below must be."""
    if draft.number is not None and known.prints:
        return look.theme.target
    words = _duty(look, draft, known)
    return parts.note_height(look, words, area.w) if words else 0


def _named(
    look: Look, area: Rect, draft: Draft, known: Known, *, covered: bool
) -> Iterable[Widget]:
    theme, texts, urgent = look.theme, look.texts, draft.urgent
    name, when = parts.abreast(look, area, (1.0, theme.mm(99)), (1.0, 1.0), theme.gap)
    less, day, more, none = columns(when, theme.mm(13), 1.0, theme.mm(13), 1.27, gap=theme.gap)
    who = urgent.editor.text.strip() if urgent.office and not covered else ""
    yield Button("name", name, "paper", who or texts("urgent_name"), icon="user", type="body*",
                 least="small", act=Go(Page.NAME), enabled=urgent.office is not None)  # fmt: skip
    on = urgent.on or known.today
    yield Button("told_earlier", less, "paper", "", icon="minus", act=ToldOn(-1),
                 when=When.REPEAT)  # fmt: skip
    told_on = texts("matter_day", date=texts.date(on))
    yield Label("told_on", day, "paper", told_on, type="body*", least="small", align="centre")
    yield Button("told_later", more, "paper", "", icon="plus", act=ToldOn(1), when=When.REPEAT,
                 enabled=on < known.today)  # fmt: skip
    yield chip(look, none, Choice("not_urgent", texts("urgent_not"), Urged(urgent=False)))
