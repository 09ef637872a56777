"""Findings as cards: the level is a colour, an icon and a word; as many on a page as fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.post.finding import Finding, Level
from kiosk.screens import lettering, parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.layout import centred, columns, inset, rows
from kiosk.screens.widgets import Icon, Label, Panel

TONES = {Level.GREEN: "calm", Level.YELLOW: "honey", Level.RED: "alarm"}
ICONS = {Level.GREEN: "circle-check", Level.YELLOW: "triangle-alert", Level.RED: "x"}
INKS = {Level.GREEN: "calm_ink", Level.YELLOW: "ink", Level.RED: "danger"}
SIGN_MM, PAD_MM = 9.0, 1.4


@dataclass(frozen=True)
class Card:
    """One finding in words, measured for a width."""

    finding: Finding
    lines: tuple[tuple[str, int], ...]

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return sum(high for _, high in self.lines)


def pages(look: Look, area: Rect, findings: Sequence[Finding]) -> list[list[Card]]:
    """Fill pages from the top; a card is never divided."""
    theme = look.theme
    filled: list[list[Card]] = [[]]
    left = area.h
    for finding in findings:
        card = _measured(look, area, finding)
        high = card.height + 2 * theme.mm(PAD_MM)
        if filled[-1] and high > left:
            filled.append([])
            left = area.h
        filled[-1].append(card)
        left -= high + theme.gap
    return filled


def cards(look: Look, area: Rect, page: Sequence[Card]) -> Iterable[Widget]:
    """Draw one page."""
    theme = look.theme
    highs = [min(area.h, card.height + 2 * theme.mm(PAD_MM)) for card in page]
    for card, place in zip(page, rows(area, *highs, gap=theme.gap), strict=True):
        yield from _drawn(look, place, card)


def _measured(look: Look, area: Rect, finding: Finding) -> Card:
    room = _words(look, area).w
    lines = [line for line in _lines(look, finding) if line]
    sizes = (_size(look) + "*", *[_size(look)] * 2)
    return Card(
        finding,
        tuple(
            (line, lettering.block(line, look.theme.type(size), room))
            for line, size in zip(lines, sizes, strict=False)
        ),
    )


def _lines(look: Look, finding: Finding) -> tuple[str, str, str]:
    texts = look.texts
    part, level = texts(f"part_{finding.part}"), texts(f"level_{finding.level}")
    remedy = finding.to_do(texts)
    return (
        _begun(f"{part} · {level}"),
        _begun(finding.what.told(texts)),
        remedy and texts("tech_do", remedy=remedy),
    )


def _begun(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _size(look: Look) -> str:
    return "body" if parts.roomy(look) else "small"


def _words(look: Look, area: Rect) -> Rect:
    theme = look.theme
    return columns(inset(area, theme.mm(PAD_MM)), theme.mm(SIGN_MM), 1.0, gap=theme.gap)[1]


def _drawn(look: Look, area: Rect, card: Card) -> Iterable[Widget]:
    theme, finding = look.theme, card.finding
    tone, name = TONES[finding.level], f"finding_{finding.part}"
    yield Panel(f"{name}_box", area, "paper", tone, line=f"{tone}_line")
    sign = inset(area, theme.mm(PAD_MM))._replace(w=theme.mm(SIGN_MM))
    side = min(sign.w, sign.h, theme.mm(7))
    icon = centred(sign, side, side)
    yield Icon(f"{name}_icon", icon, tone, ICONS[finding.level], colour=INKS[finding.level])
    words = _words(look, area)
    places = rows(words, *(high for _, high in card.lines))
    sizes = (_size(look) + "*", *[_size(look)] * 2)
    for nth, ((line, _), place) in enumerate(zip(card.lines, places, strict=True)):
        yield Label(f"{name}_{nth}", place, tone, line, type=sizes[nth], least="small")
