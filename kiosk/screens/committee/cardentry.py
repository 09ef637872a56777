"""Twenty digits typed on the pad or by a scanner: one group of four can be read at a time.

One wrong digit does not cost the other nineteen: one may go back to a group and type it anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.post.cards import DIGITS, GROUP, CardMistyped, parse
from kiosk.screens.base import Act, Look, Rect, Widget
from kiosk.screens.digits import groups_of
from kiosk.screens.keyboard import Key
from kiosk.screens.layout import grid, rows
from kiosk.screens.numberpad import Digit, Rubbed, number_pad

COUNT = DIGITS // GROUP
CORNER = 9
"""The pad's empty place, at the lower left."""


@dataclass(frozen=True)
class GroupBack(Act):
    """To the group before, and from the first to the last: it can be read, and typed anew."""


class CardEntry:
    """Digits are kept here until they are handed over, or until `wipe`.

    With `checks` the check digit finds a mistyped card here, and its groups stay to be looked
    through. It tells only that something is wrong. Where nobody goes back to a group, the next
    digit begins another card.
    """

    def __init__(self, *, checks: bool = True) -> None:
        self._checks = checks
        self.wipe()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.fill([""] * COUNT)

    def fill(self, groups: Sequence[str]) -> None:
        """Begin with these groups; the empty ones are still to be typed."""
        self._groups = list(groups)
        self._picked: int | None = None
        self.mistyped = False

    def end(self) -> None:
        """A scanner's return: half a card must not spoil the next; a mistyped one can be mended."""
        if not self.mistyped:
            self.wipe()

    def took(self, act: Act) -> str | None:
        """Take a touch; the whole code with its last digit, if it may be one."""
        match act:
            case Digit(text=figure):
                return self._digit(figure)
            case Rubbed():
                self._rub()
            case GroupBack():
                self._back()
        return None

    @property
    def _open(self) -> int | None:
        """The first group that is not full."""
        short = (at for at, group in enumerate(self._groups) if len(group) < GROUP)
        return next(short, None)

    @property
    def _current(self) -> int | None:
        return self._open if self._picked is None else self._picked

    def _digit(self, figure: str) -> str | None:
        self.mistyped = False
        if self._current is None:
            self.wipe()
        at = self._current or 0
        whole = len(self._groups[at]) == GROUP
        self._groups[at] = figure if whole else self._groups[at] + figure
        if len(self._groups[at]) == GROUP:
            self._picked = None
        return self._handed_over() if self._current is None else None

    def _handed_over(self) -> str | None:
        typed = "".join(self._groups)
        try:
            code = parse(typed)
        except CardMistyped:
            if self._checks:
                self.mistyped = True
                return None
            code = typed
        self.wipe()
        return code

    def _rub(self) -> None:
        at = COUNT - 1 if self._current is None else self._current
        at -= not self._groups[at] and at > 0
        self._groups[at] = self._groups[at][:-1]

    def _back(self) -> None:
        at = COUNT if self._current is None else self._current
        there = [one for one, group in enumerate(self._groups) if group or one == self._open]
        self._picked = ([one for one in there if one < at] or there)[-1]

    def widgets(self, look: Look, area: Rect) -> Iterable[Widget]:
        """Five groups, one of them readable, above the pad with the way back to a group."""
        theme = look.theme
        least = 4 * theme.target
        groups, keys = rows(area, min(theme.mm(13), area.h - least - theme.gap), 1.0, gap=theme.gap)
        yield from groups_of(groups, self._groups, self._current, theme.mm(1))
        yield from number_pad(keys)
        if any(self._groups):
            yield Key(
                "group_back", grid(keys, 3, 4)[CORNER], "paper", "", icon="arrow-left",
                act=GroupBack(), tone="key_control",
            )  # fmt: skip
