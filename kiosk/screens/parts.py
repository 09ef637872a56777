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


def page(look: Look) -> Rect:
    """Return the screen without its margins."""
    return inset(Rect(0, 0, look.width, look.height), look.theme.margin, look.theme.mm(2.4))


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
    """Title on the left, languages on the right; at least `theme.target` high."""
    left, right = columns(area, 1.0, languages_width(look), gap=look.theme.gap)
    target = Rect(right.x, right.y, right.w, look.theme.target)
    return (
        Label("title", left, ground, title, type="title", least=least),
        *languages(look, target, ground),
    )


def roomy(look: Look) -> bool:
    """Whether the glass is high enough (11 cm) for text of full size everywhere."""
    return look.height >= look.theme.mm(110)


def upright(look: Look) -> bool:
    """Whether the glass is higher than wide: then things stand one below another."""
    return look.height > look.width


def help_height(look: Look) -> int:
    """Pixels `help_strip` wants."""
    theme = look.theme
    lines = sum(theme.type(size).line for size in _help_sizes(look)) + theme.mm(2.2)
    return max(lines, theme.target)


def _help_sizes(look: Look) -> tuple[str, str]:
    return ("lead*", "body") if roomy(look) else ("body*", "small")


def help_strip(look: Look, school: School) -> tuple[Widget, ...]:
    """Whom to call, along the bottom from edge to edge, and a button for more (R5)."""
    theme, texts, high = look.theme, look.texts, help_height(look)
    area = Rect(0, look.height - high, look.width, high)
    inner = inset(area, theme.margin, theme.mm(1.1))
    sign, words, more = columns(inner, theme.mm(7), 1.0, theme.mm(42), gap=theme.gap)
    large, small = _help_sizes(look)
    first, second = rows(words, theme.type(large).line, 1.0)
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
    letters = theme.type("body" if roomy(look) else "small")
    room = width - 2 * theme.mm(1.8) - theme.mm(6) - theme.gap
    return lettering.block(text, letters, room) + theme.mm(3 if roomy(look) else 1.8)


def note(look: Look, area: Rect, name: str, icon: str, text: str, tone: str) -> tuple[Widget, ...]:
    """Say one thing in a box: `tone` is calm, honey or alarm."""
    theme = look.theme
    inner = inset(area, theme.mm(1.8), theme.mm(0.6))
    sign, words = columns(inner, theme.mm(6), 1.0, gap=theme.gap)
    colour = {"calm": "calm_line", "honey": "ink", "alarm": "danger"}[tone]
    return (
        Panel(f"{name}_box", area, "paper", tone, line=f"{tone}_line"),
        Icon(f"{name}_icon", sign, tone, icon, colour=colour),
        Label(name, words, tone, text, type="body", least="small"),
    )


def paged(look: Look) -> tuple[Rect, Rect, Rect]:
    """Return head, body and foot of a screen with the help strip below them."""
    theme = look.theme
    area = page(look)
    high = look.height - help_height(look) - theme.gap - area.y
    room = Rect(area.x, area.y, area.w, high)
    head, body, foot = rows(room, theme.target, 1.0, theme.primary, gap=theme.gap)
    return head, body, foot


EXPLAINED = (
    (13.0, "lead"),
    (10.0, "lead"),
    (7.0, "lead"),
    (7.0, "body"),
    (7.0, "small"),
    (0.0, "small"),
)
"""Icons in mm and letters beside them, the largest that fits is taken."""


def explained(look: Look, area: Rect, items: Sequence[tuple[str, str]]) -> tuple[Widget, ...]:
    """Return lines to read, (icon, text) each, all in one size: the largest in which all fit."""
    size, letters, tall = next(
        (setting for setting in _settings(look, area, items) if sum(setting[2]) <= area.h),
        [*_settings(look, area, items)][-1],
    )
    places = rows(area, *map(float, tall))
    return tuple(
        widget
        for nth, (icon, text) in enumerate(items)
        for widget in _explained(look, places[nth], f"line_{nth}", icon, text, (size, letters))
    )


def _settings(
    look: Look, area: Rect, items: Sequence[tuple[str, str]]
) -> Iterator[tuple[int, Type, list[int]]]:
    """Try sizes from large to small: of the icons, of the letters, and what each line takes."""
    theme = look.theme
    for disc, token in EXPLAINED:
        letters = theme.type(token)
        size = max(theme.mm(disc), letters.line)
        room = area.w - size - theme.mm(2.4)
        tall = [max(size, lettering.block(text, letters, room)) for _, text in items]
        yield size, letters, tall


def _explained(
    look: Look, area: Rect, name: str, icon: str, text: str, sizes: tuple[int, Type]
) -> tuple[Widget, ...]:
    size, letters = sizes
    sign, words = columns(area, size, 1.0, gap=look.theme.mm(2.4))
    inner = centred(sign, size * 6 // 10, size * 6 // 10)
    disc = Panel(f"{name}_disc", centred(sign, size, size), "paper", "calm", radius=99)
    small = size < look.theme.mm(7)
    return (
        *(() if small else (disc,)),
        Icon(
            f"{name}_icon",
            sign if small else inner,
            "paper" if small else "calm",
            icon,
            colour="calm_line",
        ),
        Label(name, words, "paper", text, type="lead", least="small", px=letters.px),
    )
