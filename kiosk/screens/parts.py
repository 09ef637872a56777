"""Groups of widgets that several screens share: page, header, helplines, languages, notes."""

from __future__ import annotations

from kiosk.config.school import School
from kiosk.events import LanguageChosen
from kiosk.post.letters import Language
from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.theme import Type
from kiosk.screens.widgets import Chip, Icon, Label, Panel

LANGUAGE_NAMES = {Language.KY: "Кыр", Language.RU: "Рус", Language.EN: "Eng"}
"""Each in its own language, so never translated."""


def page(look: Look) -> Rect:
    """Return the screen without its margins."""
    return inset(Rect(0, 0, look.width, look.height), look.theme.margin, look.theme.mm(2.4))


def languages(look: Look, area: Rect, ground: str) -> tuple[Widget, ...]:
    """Three chips; one touch switches. `languages_width` says how much room they want."""
    cells = columns(area, *[1.0] * len(Language), gap=look.theme.mm(0.8))
    return tuple(
        Chip(
            f"language_{language}",
            cell,
            ground,
            LANGUAGE_NAMES[language],
            act=LanguageChosen(language),
            chosen=language is look.texts.language,
            dark=ground == "night",
            ticked=False,
        )
        for language, cell in zip(Language, cells, strict=True)
    )


def languages_width(look: Look) -> int:
    """Pixels the three chips want."""
    return 3 * look.theme.mm(13) + 2 * look.theme.mm(0.8)


def header(look: Look, area: Rect, title: str, *, ground: str = "paper") -> tuple[Widget, ...]:
    """Title on the left, languages on the right; at least `theme.target` high."""
    left, right = columns(area, 1.0, languages_width(look), gap=look.theme.gap)
    target = Rect(right.x, right.y, right.w, look.theme.target)
    return (
        Label("title", left, ground, title, type="title", least="body*"),
        *languages(look, target, ground),
    )


def help_words(look: Look, school: School) -> tuple[str, str]:
    """Whom to call: the children's helpline, and in danger the emergency number (R5)."""
    texts = look.texts
    call = f"{texts('helpline', number=school.helpline)}. {texts('helpline_free')}"
    return call, texts("danger_now", number=school.emergency)


def _call_type(look: Look, call: str) -> Type:
    """On one line if it can be read there."""
    theme = look.theme
    room = (_help_room(look), theme.type("body*").line)
    return lettering.shrink(call, theme.type("body*"), theme.type("small*"), room)


def _help_room(look: Look) -> int:
    theme = look.theme
    return look.width - 2 * theme.margin - theme.mm(8) - theme.gap


def _help_blocks(look: Look, school: School) -> list[int]:
    call, danger = help_words(look, school)
    types = ((call, _call_type(look, call)), (danger, look.theme.type("small")))
    return [lettering.block(words, letters, _help_room(look)) for words, letters in types]


def help_height(look: Look, school: School) -> int:
    """Pixels `help_strip` wants for these words on this screen."""
    return sum(_help_blocks(look, school)) + look.theme.mm(2.4)


def help_strip(look: Look, school: School) -> tuple[Widget, ...]:
    """Whom to call, along the bottom of the screen from edge to edge."""
    theme, high = look.theme, help_height(look, school)
    area = Rect(0, look.height - high, look.width, high)
    sign, words = columns(inset(area, theme.margin, theme.mm(1.2)), theme.mm(8), 1.0, gap=theme.gap)
    call, danger = help_words(look, school)
    first, second = rows(words, _help_blocks(look, school)[0], 1.0)
    return (
        Panel("help", area, "white", "white", radius=0.1),
        Icon("help_icon", sign, "white", "phone", colour="danger"),
        Label("help_call", first, "white", call, type="body*", least="small*"),
        Label("help_danger", second, "white", danger, type="small"),
    )


def note(look: Look, area: Rect, name: str, icon: str, text: str, tone: str) -> tuple[Widget, ...]:
    """Say one thing in a box: `tone` is calm, honey or alarm."""
    theme = look.theme
    inner = inset(area, theme.mm(1.8), theme.mm(0.8))
    sign, words = columns(inner, theme.mm(6), 1.0, gap=theme.gap)
    colour = {"calm": "calm_line", "honey": "ink", "alarm": "danger"}[tone]
    return (
        Panel(f"{name}_box", area, "paper", tone, line=f"{tone}_line"),
        Icon(f"{name}_icon", sign, tone, icon, colour=colour),
        Label(name, words, tone, text, type="body", least="small"),
    )
