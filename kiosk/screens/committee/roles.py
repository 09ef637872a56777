"""The roles of a roll call: who is here, and who is still awaited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kiosk.post.roles import Role
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import gap_between
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.widgets import Icon, Label, Panel


def roles_here(
    look: Look, area: Rect, present: Sequence[Role], missing: Sequence[Role]
) -> Iterable[Widget]:
    """One row a role, in the regulation's order."""
    theme = look.theme
    members = [role for role in Role if role in (*present, *missing)]
    gap = gap_between(look, area.h, len(members))
    high = min((area.h - gap * (len(members) - 1)) // max(1, len(members)), theme.mm(20))
    for role, cell in zip(members, rows(area, *[high] * len(members), gap=gap), strict=True):
        yield from role_here(look, cell, role, here=role in present)


def role_here(look: Look, area: Rect, role: Role, *, here: bool) -> Iterable[Widget]:
    """Return the row of one role."""
    theme = look.theme
    fill, ink = ("calm", "calm_ink") if here else ("sheet", "muted")
    inner = inset(area, theme.mm(2), theme.mm(0.8))
    side = min(theme.mm(9), inner.h)
    sign, words, state = columns(inner, side, 1.0, theme.mm(21), gap=theme.mm(1.6))
    yield Panel(f"{role}_box", area, "paper", fill, line="calm_line" if here else "hair")
    icon = "circle-check" if here else "user"
    yield Icon(f"{role}_icon", centred(sign, side, side), fill, icon, colour=ink)
    yield Label(f"{role}", words, fill, look.texts(role), type="body*", least="small")
    told = look.texts("roll_here" if here else "roll_awaited")
    yield Label(f"{role}_state", state, fill, told, type="small*", least="small*", colour=ink,
                align="right")  # fmt: skip
