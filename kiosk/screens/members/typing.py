"""Where twenty digits are typed: what to do beside the pad, and what the last digits led to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from kiosk.events import CodeTyped, Event, SteppedBack
from kiosk.post.sitting import Said, Sitting
from kiosk.screens import parts
from kiosk.screens.base import Act, KeyStroke, Look, Rect, Widget
from kiosk.screens.committee.cardentry import CardEntry
from kiosk.screens.committee.leaving import statement
from kiosk.screens.layout import rows
from kiosk.screens.members.frame import SAID, Members, back, named
from kiosk.screens.numberpad import Digit, number_acts
from kiosk.texts import Texts


class Typing(Members):
    """Digits are kept here only until the last one is typed; then they go out at once."""

    checking: ClassVar[str] = "type_checking"
    """Key of what is said meanwhile."""

    checks: ClassVar[bool] = True
    """Whether a mistyped card is found here, by its check digit."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._entry = CardEntry(checks=self.checks)
        self._heard = False

    def wipe(self) -> None:
        self._entry.wipe()

    def cover(self) -> None:
        self._entry.wipe()

    def keyed(self, stroke: KeyStroke) -> Event | None:
        """Take a keyboard's or a scanner's digits; a scanner ends a card with a return."""
        if stroke.control == "return":
            self._entry.end()
        events = [self.do(act) for act in number_acts(stroke)]
        return next((event for event in events if event), None)

    def do(self, act: Act) -> Event | None:
        if self.sitting.working:
            return None
        self._heard |= isinstance(act, Digit)
        code = self._entry.took(act)
        if code is None:
            return None
        self._heard = False
        return CodeTyped(code)

    def told(self, look: Look) -> tuple[str, str, str] | None:
        """Icon, words and tone of what the last digits led to; None: nothing to tell."""
        texts = look.texts
        if self.sitting.working:
            return "clock", texts(self.checking), "calm"
        if self._entry.mistyped:
            return "triangle-alert", texts("roll_mistyped"), "alarm"
        if self._heard or self.sitting.said is None:
            return None
        return self.answer(texts, self.sitting.said)

    def answer(self, texts: Texts, said: Said) -> tuple[str, str, str]:
        """The same for what the sitting says."""
        if said is Said.CARD_REPEATED:
            roles = named(texts, self.sitting.missing)
            return "triangle-alert", texts("roll_same_role", role=roles), "alarm"
        if said is Said.ENVELOPE_RIGHT:
            return "circle-check", texts("rescue_right", n=self.sitting.wanted), "calm"
        return "triangle-alert", texts(SAID[said]), "alarm"


class Asked(Typing):
    """One large sentence beside the pad, and one step back."""

    wants: ClassVar[str] = ""
    """Key of the sentence."""

    backs: ClassVar[str] = "back"

    def body(self, look: Look, area: Rect) -> Iterable[Widget]:
        theme = look.theme
        left, pad = parts.abreast(look, area, (0.56, 0.44), (0.5, 0.5), theme.mm(4))
        told = self.told(look)
        high = parts.note_height(look, told[1], left.w) if told else 0
        said, note, foot = rows(left, 1.0, high, theme.target, gap=theme.gap)
        yield from statement(look, said, "type", "pencil", look.texts(self.asking()))
        if told:
            yield from parts.note(look, note, "said", *told)
        yield back(look, foot, self.backs, enabled=not self.sitting.working)
        yield from self._entry.widgets(look, pad)

    def backward(self) -> Act | Event | None:
        return None if self.sitting.working else SteppedBack()

    def asking(self) -> str:
        """Key of what is to be typed."""
        return self.wants


class Copied(Asked):
    """The new card is typed back from the form; its digits may be looked at again.

    What was typed as it is need not be typed again: the comparison tells the groups that differ.
    """

    name = "card_type"
    backs = "copy_show"
    checks = False

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._keep_right()

    def follow(self, sitting: Sitting) -> None:
        answered = self.sitting.working and not sitting.working
        super().follow(sitting)
        if answered:
            self._keep_right()

    def _keep_right(self) -> None:
        if self.sitting.making and self.sitting.making.made:
            self._entry.fill(self.sitting.making.right)

    def title(self, texts: Texts) -> str:
        return card_title(texts, self.sitting)

    def asking(self) -> str:
        making = self.sitting.making
        return "type_card" if making and making.role else "type_envelope"


class Drill(Asked):
    """The recovery envelope's digits, once a year."""

    name = "drill"
    wants = "drill_type"

    def answer(self, texts: Texts, said: Said) -> tuple[str, str, str]:
        icon, words, tone = super().answer(texts, said)
        if said is Said.ENVELOPE_UNKNOWN:
            words = f"{words}. {texts('drill_lost', year=texts('task_year'))}"
        return icon, words, tone


def card_title(texts: Texts, sitting: Sitting) -> str:
    """Which card this is, without whose."""
    making = sitting.making
    if making is None or making.number == 0:
        return texts("envelope_name" if making and making.role is None else "new_card")
    return texts("card_number", n=making.number)
