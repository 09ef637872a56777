"""Who hangs this board: the post's name, to be read across the corridor, and its school."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.config.school import School
from kiosk.events import GestureMade
from kiosk.screens import lettering
from kiosk.screens.base import Look, Rect, When, Widget
from kiosk.screens.layout import columns, inset, rows
from kiosk.screens.paint import Brush
from kiosk.screens.parts import languages, languages_width, roomy, upright
from kiosk.screens.widgets import Label


@dataclass(frozen=True)
class Emblem(Widget):
    """The school's sign; the committee holds it for three seconds."""

    def paint(self, brush: Brush, *, pressed: bool) -> None:
        brush.panel(self.rect, "dusk_pressed" if pressed else "dusk", radius=99)
        brush.icon("school", inset(self.rect, self.rect.h // 5), "sun")


def masthead_height(look: Look) -> int:
    """Pixels `masthead` wants: low glass has room for small names only."""
    theme = look.theme
    names = sum(lettering.height(1, theme.type(size)) for size in ("afar", "lead"))
    if upright(look):
        return theme.target + theme.gap + names
    return names if roomy(look) else theme.target


def masthead(look: Look, area: Rect, school: School, *, held: bool = True) -> tuple[Widget, ...]:
    """Emblem, names, languages; `held`: whether holding the emblem leads to the committee."""
    theme = look.theme
    above, below = rows(area, theme.target, 1.0, gap=theme.gap) if upright(look) else (area, area)
    side, wide = min(above.h, theme.mm(16)), languages_width(look)
    sign, names, switch = columns(above, side, 1.0, wide, gap=theme.gap * 2)
    act = GestureMade() if held else None
    return (
        Emblem("emblem", sign._replace(h=side), "night", act=act, when=When.HOLD),
        *_names(look, below if upright(look) else names, school),
        *languages(look, switch._replace(h=theme.target), "night"),
    )


def _names(look: Look, area: Rect, school: School) -> tuple[Widget, ...]:
    """Where the school's name takes all the room, the post's own goes without."""
    theme, named = look.theme, school.named(look.texts.language)
    size = "lead" if roomy(look) else "small"
    letters = lettering.shrink(named, theme.type(size), theme.least("small"), (area.w, area.h // 2))
    first, second = rows(area, 1.0, lettering.block(named, letters, area.w))
    post = Label("post", first, "night", look.texts("app_name"), type="afar", least="small*",
                 colour="snow")  # fmt: skip
    return (
        *((post,) if post.fits(theme) else ()),
        Label("school", second, "night", named, type=size, px=letters.px, colour="moonlight"),
    )
