"""Groups of widgets that several screens share: page, header, helplines, languages, notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kiosk.config.school import School
from kiosk.events import AppearanceAsked, HelpAsked, LanguageChosen
from kiosk.post.letters import Language
from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Button, Chip, Icon, Label, Panel, Style

LANGUAGE_NAMES = {Language.KY: "Кыр", Language.RU: "Рус", Language.EN: "Eng"}
"""Each in its own language, so never translated."""

WIDEST_MM = 230
"""Of what a pupil reads and touches; broader glass has margins."""


def page(look: Look) -> Rect:
    """Return the screen without its margins."""
    return inset(Rect(0, 0, look.width, look.height), look.theme.margin, look.theme.mm(2.4))


def column(look: Look) -> Rect:
    """Return the page, no wider than an eye follows: in the middle of broad glass."""
    whole = page(look)
    return centred(whole, min(whole.w, look.theme.mm(WIDEST_MM)), whole.h)


def languages(look: Look, area: Rect, ground: str) -> tuple[Widget, ...]:
    """Three chips, one touch switches, and one for colours and letters (`languages_width`)."""
    *cells, last = columns(area, *[1.0] * (len(Language) + 1), gap=look.theme.mm(0.8))
    dark = ground == "night"
    appearance = Chip("appearance", last, ground, "Аа", act=AppearanceAsked(), dark=dark,
                      ticked=False, type="body*")  # fmt: skip
    return *_switches(look, cells, ground), appearance


def _switches(look: Look, cells: Sequence[Rect], ground: str) -> Iterator[Widget]:
    return (
        Chip(
            f"language_{language}",
            cell,
            ground,
            LANGUAGE_NAMES[language],
            act=LanguageChosen(language),
            chosen=language is look.texts.language,
            dark=ground == "night",
            ticked=False,
            type="body*",
        )
        for language, cell in zip(Language, cells, strict=True)
    )


def languages_width(look: Look) -> int:
    """Pixels the four chips want."""
    return 4 * look.theme.mm(12.4) + 3 * look.theme.mm(0.8)


def header(
    look: Look, area: Rect, title: str, *, ground: str = "paper", least: str = "body*"
) -> tuple[Widget, ...]:
    """Title on the left, languages on the right; in an area higher than that, one below another."""
    theme = look.theme
    above, below = rows(area, theme.target, 1.0)
    left, right = columns(above, 1.0, languages_width(look), gap=theme.gap)
    return (
        Label("title", below if below.h else left, ground, title, type="title", least=least),
        *languages(look, right, ground),
    )


def header_height(look: Look) -> int:
    """Pixels `header` wants: on upright glass the title has a line of its own."""
    theme = look.theme
    return theme.target + (theme.mm(11) if upright(look) else 0)


def roomy(look: Look) -> bool:
    """Whether the glass is high enough (11 cm) for text of full size everywhere."""
    return look.height >= look.theme.mm(110)


def upright(look: Look) -> bool:
    """Whether the glass is higher than wide: then things stand one below another."""
    return look.height > look.width


def help_height(look: Look) -> int:
    """Pixels `help_strip` wants."""
    return max(sum(_help_lines(look)) + look.theme.mm(2.2), look.theme.target)


def _help_sizes(look: Look) -> tuple[str, str]:
    return ("lead*", "body") if roomy(look) and not upright(look) else ("body*", "small")


def _help_lines(look: Look) -> tuple[int, int]:
    """How high both lines are: on low glass they have no room to grow."""
    letters = look.theme.type if roomy(look) else look.theme.least
    large, small = _help_sizes(look)
    return letters(large).line, letters(small).line


def help_strip(look: Look, school: School) -> tuple[Widget, ...]:
    """Whom to call, along the bottom from edge to edge, and a button for more (R5)."""
    theme, texts, high = look.theme, look.texts, help_height(look)
    area = Rect(0, look.height - high, look.width, high)
    inner = inset(area, theme.margin, theme.mm(1.1))
    sign, words, more = columns(inner, theme.mm(7), 1.0, theme.mm(42), gap=theme.gap)
    large, small = _help_sizes(look)
    first, second = rows(words, _help_lines(look)[0], 1.0)
    call = texts("helpline", number=school.helpline)
    told = _help_told(look, school, second, theme.least(small))
    return (
        Panel("help", area, "sheet", "sheet", radius=0.1),
        Icon("help_icon", sign, "sheet", "phone", colour="danger"),
        Label("help_call", first, "sheet", call, type=large, least="small*"),
        Label("help_more", second, "sheet", told, type=small, least="small"),
        help_button(look, Rect(more.x, area.y, more.w, area.h), "sheet"),
    )


def help_button(look: Look, area: Rect, ground: str, numbers: str = "") -> Widget:
    """Return the button that asks for help now, with the numbers where no strip tells them."""
    place = centred(area, area.w, min(area.h, look.theme.target))
    words = ": ".join(filter(None, (look.texts("help_now"), numbers)))
    return Button("help_now", place, ground, words, icon="hand-helping", act=HelpAsked(),
                  style=Style.HELP, type="body*")  # fmt: skip


def _help_told(look: Look, school: School, room: Rect, letters: Type) -> str:
    """Return as much as one line takes: the number for emergencies at any rate."""
    danger = look.texts("in_danger", number=school.emergency)
    whole = f"{look.texts('helpline_free')}. {danger}"
    return whole if lettering.fits(whole, letters, (room.w, letters.line)) else danger


def note_height(look: Look, text: str, width: int) -> int:
    """Pixels a `note` of this text wants."""
    theme = look.theme
    letters = theme.type("body") if roomy(look) else theme.least("small")
    room = width - theme.mm(1.2) - 2 * theme.mm(1.2) - theme.mm(6) - theme.gap
    return lettering.block(text, letters, room) + theme.mm(3 if roomy(look) else 1.8)


def note(look: Look, area: Rect, name: str, icon: str, text: str, tone: str) -> tuple[Widget, ...]:
    """Say one thing beside a bar, in a `tone`: calm, honey or alarm. Nothing of it is touched."""
    theme = look.theme
    bar, box = columns(area, theme.mm(1.2), 1.0)
    inner = inset(box, theme.mm(1.2), theme.mm(0.6))
    sign, words = columns(inner, theme.mm(6), 1.0, gap=theme.gap)
    colour = {"calm": "calm_line", "honey": "ink", "alarm": "danger"}[tone]
    return (
        Panel(f"{name}_box", box, "paper", tone, radius=0.6),
        Panel(f"{name}_bar", bar, "paper", f"{tone}_line", radius=0.3),
        Icon(f"{name}_icon", sign, tone, icon, colour=colour),
        Label(name, words, tone, text, type="body", least="small"),
    )


def paged(look: Look, buttons: int = 2) -> tuple[Rect, Rect, Rect]:
    """Return head, body and foot of a screen with the help strip below them.

    Body and foot are a column in the middle; the head begins there, but ends where the glass does,
    so that languages stay in one place. The foot has room for so many buttons in `actions`.
    """
    theme, area, whole = look.theme, column(look), page(look)
    room = area._replace(h=look.height - help_height(look) - theme.gap - area.y)
    high = actions_height(look, buttons)
    head, body, foot = rows(room, header_height(look), 1.0, high, gap=theme.gap)
    return head._replace(w=whole.x + whole.w - head.x), body, foot


ABREAST = 2
"""So many buttons have room beside each other on upright glass."""


def actions_height(look: Look, buttons: int) -> int:
    """Pixels that so many buttons want in `actions`."""
    low = look.theme.target + look.theme.gap if upright(look) and buttons > ABREAST else 0
    return look.theme.primary + low


def actions(look: Look, foot: Rect, *shares: float) -> list[Rect]:
    """Places of buttons from left to right, of which the last is what most will touch.

    On upright glass more than two stand in two rows, that one by itself over the others.
    """
    gap = look.theme.gap * 2
    if not upright(look) or len(shares) <= ABREAST:
        return columns(foot, *shares, gap=gap)
    last, others = rows(foot, look.theme.primary, 1.0, gap=look.theme.gap)
    return [*columns(others, *[1.0] * (len(shares) - 1), gap=gap), last]


def abreast(
    look: Look, area: Rect, across: Sequence[float], down: Sequence[float], gap: int
) -> list[Rect]:
    """Split into columns on broad glass, into rows on upright glass."""
    return rows(area, *down, gap=gap) if upright(look) else columns(area, *across, gap=gap)
