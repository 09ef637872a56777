"""Every screen in every language at every size: nothing cut, nothing overlapping, AAA contrast."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

import pytest

from kiosk.config.school import AT_HAND, Helper
from kiosk.demo.glasses import GLASSES, SMALLEST, Glass
from kiosk.events import BoardAsked, CodeTrouble, PrinterTrouble, StoreTrouble
from kiosk.post.appearance import Appearance, Palette, TextSize
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.post.roles import Role
from kiosk.screens.appearances import Appearances
from kiosk.screens.base import Look, Rect, Screen, Widget
from kiosk.screens.before import Before
from kiosk.screens.board import Board
from kiosk.screens.buttons import DISABLED, DRESSES
from kiosk.screens.check import Check, DateAsked, SendTouched
from kiosk.screens.checking import TextTouched
from kiosk.screens.code import Code
from kiosk.screens.code import Covered as CodeCovered
from kiosk.screens.datepick import DatePicked, DateStepped
from kiosk.screens.entercode import EnterCode, Told
from kiosk.screens.erased import Erased
from kiosk.screens.erasing import EraseAsked
from kiosk.screens.help import Help
from kiosk.screens.how import PAGES, How
from kiosk.screens.idle import Held, Idle
from kiosk.screens.keyboard import Key, Pressed, Special
from kiosk.screens.layout import overlap
from kiosk.screens.measure import smallest_capital, touchable
from kiosk.screens.numberpad import Digit
from kiosk.screens.palettes import MARK_PAIRS, PALETTES, TEXT_PAIRS, contrast, rgb
from kiosk.screens.paper import Paper, PaperState
from kiosk.screens.reply import Covered as Shown
from kiosk.screens.reply import Reply
from kiosk.screens.thanks import Thanks
from kiosk.screens.theme import Theme
from kiosk.screens.widgets import Button, Chip, Label, Style
from kiosk.screens.wishes import ReadersAsked
from kiosk.screens.write import Covered, Done, Write
from kiosk.texts import Texts
from tests.screens.pupil import LETTER, READING, SCHOOL, TODAY, Size
from tests.screens.test_board import BARE, STATE, notice

DAY = DayMonth(22, 11)
CODE = "4071902836651746"
PUPILS = frozenset({Role.PARLIAMENT_MEMBER})
TWO = SCHOOL.model_copy(update={"quorum": ((Role.DEPUTY_DIRECTOR, Role.PARLIAMENT_MEMBER),)})
SMALLEST_CAPITAL = 2.4
"""In mm, of whatever a pupil reads."""
WORDY = Helper(
    who={Language.KY: "Айгүл Асанова, биздин соцпедагогубуз"},
    where={Language.KY: "3-кабат, 312-кабинет, дүйшөнбү–жума 8–14"},
)
"""As long as the settings allow, nearly."""
TROUBLES = ("slot_blocked", "door_open", "no_committee", "clock_unknown")


def after(screen: Screen, *acts: object, **state: object) -> Screen:
    for act in acts:
        screen.act(act)  # type: ignore[arg-type]
    for name, value in state.items():
        setattr(screen, name, value)
    return screen


def check(today: DayMonth | None = DAY) -> Check:
    return Check(SCHOOL, LETTER * 12, today, Kind.REPORT)


def boards() -> Iterator[tuple[str, Callable[[], Screen]]]:
    long = replace(STATE, way_in=True, board=replace(STATE.board, notices=(
        notice("Ата-энелер чогулушу", "Жыйналыш залы, саат 17:00. " * 10),)))  # fmt: skip
    for nth in range(14):
        yield f"board {nth}", lambda nth=nth: Board(replace(long, card=nth))  # type: ignore[misc]
    for trouble in TROUBLES:
        state = replace(STATE, card=4, notices_of_box=frozenset({trouble}))
        yield f"board {trouble}", lambda state=state: Board(state)  # type: ignore[misc]
    yield "board bare", lambda: Board(BARE)


def checks() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "check", check
    yield "check open", lambda: after(check(), TextTouched())
    yield "check erase", lambda: after(check(), EraseAsked())
    yield "check no date", lambda: check(None)
    yield "check pick", lambda: after(check(None), DateAsked(), DateStepped(months=8))
    wrong = (DateAsked(), DateStepped(days=-1, months=1), DatePicked())
    yield "check wrong date", lambda: after(check(None), *wrong)
    yield "check sending", lambda: after(check(), SendTouched())
    for why in StoreTrouble:
        yield f"check {why}", lambda why=why: after(check(), trouble=why)  # type: ignore[misc]


def replies() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "check wishes", lambda: Check(SCHOOL, LETTER, DAY, None, PUPILS, reply=True)
    yield "check readers", lambda: after(check(), ReadersAsked())
    yield "check no date wishes", lambda: Check(SCHOOL, LETTER, None, None, PUPILS, reply=True)
    yield "check print", lambda: after(wishing(), prints=True)
    yield "check wishes open", lambda: after(wishing(), TextTouched())
    yield "check no choice", lambda: Check(TWO, LETTER, DAY)
    yield "check no code", lambda: after(check(), trouble=CodeTrouble.NOT_MADE)
    for paper in PaperState:
        yield (
            f"thanks code {paper}",
            lambda p=paper: Thanks(  # type: ignore[misc]
                SCHOOL, Origin.TYPED, READING, p, code=True
            ),
        )
        yield f"code {paper}", lambda p=paper: Code(SCHOOL, CODE, p)  # type: ignore[misc]
        yield (
            f"slip {paper}",
            lambda p=paper: after(  # type: ignore[misc]
                Paper(SCHOOL, TODAY, READING, p), halves=True
            ),
        )
    yield (
        "slip none",
        lambda: after(Paper(SCHOOL, TODAY, READING, PaperState.OFFERED), no_code=True),
    )
    for trouble in PrinterTrouble:
        yield (
            f"code {trouble}",
            lambda t=trouble: Code(  # type: ignore[misc]
                SCHOOL, CODE, PaperState.OFFERED, t
            ),
        )
    yield "enter code", lambda: after(EnterCode(SCHOOL), *map(Digit, CODE[:9]))
    yield "code covered", lambda: after(Code(SCHOOL, CODE, PaperState.OFFERED), CodeCovered())
    for trouble in PrinterTrouble:
        yield (
            f"slip {trouble}",
            lambda t=trouble: after(  # type: ignore[misc]
                Paper(SCHOOL, TODAY, READING, PaperState.OFFERED, t), halves=True
            ),
        )
    yield "thanks code receipt", lambda: after(thanks(), paper=PaperState.PRINTED)
    yield "thanks dropped", lambda: Thanks(SCHOOL, Origin.PAPER, READING, PaperState.OFFERED)
    yield "enter code working", lambda: after(EnterCode(SCHOOL), *map(Digit, CODE))
    for told in Told:
        yield f"enter code {told}", lambda t=told: entered(t)  # type: ignore[misc]
    yield "reply", lambda: Reply(SCHOOL, LETTER * 20, READING)
    yield "reply shown", lambda: after(Reply(SCHOOL, LETTER * 14, READING), Shown())
    yield "reply erase", lambda: after(reply(), EraseAsked(), failed=True)
    yield "reply erased", erased
    for paper in PaperState:
        yield f"code goes {paper}", lambda p=paper: after(Code(SCHOOL, CODE, p), seconds=30)  # type: ignore[misc]
    yield "thanks code goes", lambda: after(thanks(), seconds=30)
    yield "thanks code leave", lambda: after(thanks(), EraseAsked())


def wishing() -> Check:
    return Check(SCHOOL, LETTER, DAY, None, frozenset({Role.DEPUTY_DIRECTOR}), reply=True)


def thanks() -> Thanks:
    return Thanks(SCHOOL, Origin.TYPED, READING, PaperState.OFFERED, code=True)


def reply() -> Reply:
    return Reply(SCHOOL, LETTER, READING)


def entered(told: Told) -> Screen:
    screen = EnterCode(SCHOOL, READING)
    screen.tell(told)
    screen.wait = 30
    return screen


def erased() -> Screen:
    screen = reply()
    screen.done()
    return screen


def writes() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "write", lambda: Write(SCHOOL)
    yield "write empty", lambda: after(Write(SCHOOL), Done())
    yield "write long", lambda: Write(SCHOOL, LETTER * 54)
    yield "write full", lambda: after(Write(SCHOOL, "а" * 4000), Pressed(Special.RETURN))
    yield "write covered", lambda: after(Write(SCHOOL, LETTER * 30), Covered())
    yield "write erase", lambda: after(Write(SCHOOL, LETTER), EraseAsked())
    for layer in (Special.LATIN, Special.NUMBERS):
        yield f"write {layer}", lambda layer=layer: after(Write(SCHOOL), Pressed(layer))  # type: ignore[misc]


def pages() -> Iterator[tuple[str, Callable[[], Screen]]]:
    yield "before", lambda: Before(SCHOOL, READING)
    yield "appearances", lambda: Appearances(SCHOOL)
    for alone in (True, False):
        yield f"erased {alone}", lambda alone=alone: Erased(SCHOOL, left_alone=alone)  # type: ignore[misc]
    out = PrinterTrouble.PAPER_OUT
    for count in range(AT_HAND + 1):
        there = SCHOOL.model_copy(update={"in_school": (WORDY,) * count})
        yield f"help {count}", lambda there=there: Help(there, PaperState.OFFERED)  # type: ignore[misc]
    for state in PaperState:
        yield f"help {state}", lambda state=state: Help(there, state)  # type: ignore[misc]
    yield "help out", lambda: Help(there, PaperState.OFFERED, out)
    yield "before monthly", lambda: Before(SCHOOL, None)
    for state in PaperState:
        yield f"thanks {state}", lambda s=state: Thanks(SCHOOL, Origin.TYPED, READING, s)  # type: ignore[misc]
        yield f"paper {state}", lambda s=state: Paper(SCHOOL, TODAY, READING, s)  # type: ignore[misc]
    out = PrinterTrouble.PAPER_OUT
    yield "thanks out", lambda: Thanks(SCHOOL, Origin.PAPER, None, PaperState.NONE, out)
    yield "paper out", lambda: Paper(SCHOOL, None, None, PaperState.NONE, out)
    for nth in range(len(PAGES)):
        yield f"how {nth}", lambda nth=nth: How(SCHOOL, nth)  # type: ignore[misc]
    for held in Held:
        yield f"idle {held}", lambda held=held: Idle(SCHOOL, 30, held)  # type: ignore[misc]


SCREENS = dict([*boards(), *checks(), *replies(), *writes(), *pages()])


@pytest.mark.parametrize("glass", GLASSES, ids=lambda glass: glass.named)
@pytest.mark.parametrize("name", SCREENS)
def test_every_screen_is_sound(name: str, glass: Glass) -> None:
    """In each language and both sizes of letters; an empty list says that nothing is wrong."""
    assert [
        f"{language} {size}: {what} {wrong}"
        for language in Language
        for size in TextSize
        for what, wrong in unsound(SCREENS[name](), glass, language, Appearance(size=size))
    ] == []


def unsound(
    screen: Screen, glass: Glass, language: Language, appearance: Appearance
) -> Iterator[tuple[str, list[object]]]:
    look = looked(glass, language, appearance)
    view, theme = screen.view(look), look.theme
    widgets, touched = view.widgets, [*filter(touchable, view.widgets)]
    found: dict[str, list[object]] = {
        "cut": [one.name for one in widgets if not one.fits(theme)],
        "named twice": [one for one, count in Counter(names(widgets)).items() if count > 1],
        "over each other": [*overlapping(touched)],
        "over words": [*over_words(widgets, touched)],
        "beside the glass": [one.name for one in widgets if not inside(one.rect, glass)],
        "too small": [*too_small(touched, theme)],
        "capitals in mm": [mm for mm in [smallest_capital(view, theme)] if mm < SMALLEST_CAPITAL],
    }
    return ((what, wrong) for what, wrong in found.items() if wrong)


def looked(glass: Glass, language: Language, appearance: Appearance) -> Look:
    theme = replace(Theme.resolve(*glass), appearance=appearance)
    return Look(glass.width, glass.height, theme, Texts(language))


@pytest.mark.parametrize("name", SCREENS)
def test_palettes_move_nothing(name: str) -> None:
    placed = [
        [
            (one.name, one.rect)
            for one in SCREENS[name]()
            .view(looked(SMALLEST, Language.KY, Appearance(palette=palette)))
            .widgets
        ]
        for palette in Palette
    ]
    assert placed[0] == placed[1] == placed[2]


def names(widgets: Sequence[Widget]) -> list[str]:
    return [one.name for one in widgets]


def overlapping(touched: Sequence[Widget]) -> list[tuple[str, str]]:
    pairs = combinations(touched, 2)
    return [(one.name, other.name) for one, other in pairs if overlap(one.rect, other.rect)]


def over_words(widgets: Sequence[Widget], touched: Sequence[Widget]) -> Iterator[tuple[str, str]]:
    """A label that lies over another, or over what is touched; empty ones are not in the way."""
    labels = [one for one in widgets if isinstance(one, Label) and one.text and one.rect.h > 0]
    yield from overlapping(labels)
    for label in labels:
        yield from ((label.name, one.name) for one in touched if overlap(label.rect, one.rect))


def too_small(touched: Sequence[Widget], theme: Theme) -> list[str]:
    """20 mm for the one button that matters, 12 mm for others; keys as large as fit, 9 mm."""
    return [
        one.name for one in touched if min(one.rect.w, one.rect.h) < least_mm(one) * theme.px_per_mm
    ]


def least_mm(widget: Widget) -> float:
    if isinstance(widget, Button) and widget.style in (Style.PRIMARY, Style.INVITING):
        return 20
    return 9 if isinstance(widget, Key) else 12


def inside(rect: Rect, size: Size | Glass) -> bool:
    return rect.x >= 0 and rect.y >= 0 and rect.x + rect.w <= size[0] and rect.y + rect.h <= size[1]


def test_the_checks_above_can_fail() -> None:
    theme = Theme.resolve(800, 480, 7.0)
    narrow = Rect(0, 0, 60, 30)
    erase = Button("a", narrow, "paper", "Өчүрүп, чыгуу", act=BoardAsked())
    wish = Chip("b", Rect(59, 29, 70, 70), "paper", "Каалоо-тилек", act=BoardAsked())
    apart = Button("c", Rect(60, 200, 70, 70), "paper", "", act=BoardAsked(), style=Style.PRIMARY)
    assert not erase.fits(theme)
    assert not wish.fits(theme)
    assert overlapping([erase, wish, apart]) == [("a", "b")]
    assert too_small([erase, wish, apart], theme) == ["a", "c"]
    assert not inside(Rect(790, 0, 20, 20), (800, 480, 7.0))


# --- colours and sizes ---


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("ground", "ink"), TEXT_PAIRS)
def test_text_contrast_is_aaa(ground: str, ink: str, palette: Palette) -> None:
    assert contrast(rgb(PALETTES[palette][ground]), rgb(PALETTES[palette][ink])) >= 7


@pytest.mark.parametrize("palette", Palette)
@pytest.mark.parametrize(("ground", "mark"), MARK_PAIRS)
def test_borders_and_signs_can_be_seen(ground: str, mark: str, palette: Palette) -> None:
    assert contrast(rgb(PALETTES[palette][ground]), rgb(PALETTES[palette][mark])) >= 3


def test_contrast_is_reckoned_as_wcag_does() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((0x14, 0x21, 0x3D), (0xFA, 0xFA, 0xF7)) == pytest.approx(15.3, abs=0.05)


@pytest.mark.parametrize("palette", Palette)
def test_every_palette_has_every_colour_and_wrong_names_are_found(palette: Palette) -> None:
    theme = Theme(4, Appearance(palette))
    assert set(PALETTES[palette]) == set(PALETTES[Palette.LIGHT])
    assert {theme.colour(token) for token in PALETTES[palette]}
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_large_letters_are_larger_but_the_least_and_the_far_stay() -> None:
    plain, large = Theme(6), Theme(6, Appearance(size=TextSize.LARGE))
    for token in ("title", "body", "letter", "small*"):
        assert large.type(token).px == pytest.approx(1.25 * plain.type(token).px, abs=1)
        assert large.least(token) == plain.least(token) == plain.type(token)
    assert large.type("headline") == plain.type("headline")


@pytest.mark.parametrize("size", GLASSES)
def test_letter_text_has_three_millimetre_capitals(size: Size) -> None:
    """Comfortable at half a metre, not readable from two."""
    theme = Theme.resolve(*size)
    capital = theme.type("letter").px * 0.7 / theme.px_per_mm
    assert 2.85 <= capital <= 3.15


@pytest.mark.parametrize("size", GLASSES)
def test_millimetres_are_those_of_the_glass(size: Size) -> None:
    theme = Theme.resolve(*size)
    wide = size[0] / theme.px_per_mm
    high = size[1] / theme.px_per_mm
    assert (wide**2 + high**2) ** 0.5 == pytest.approx(size[2] * 25.4)
    assert theme.mm(0.001) == 1


@pytest.mark.parametrize("style", Style)
def test_every_buttons_dress_is_among_the_pairs(style: Style) -> None:
    dress = DRESSES[style]
    for fill in {dress.fill or "paper", dress.pressed}:
        assert (fill, dress.ink) in TEXT_PAIRS


def test_the_disabled_dress_can_still_be_read() -> None:
    assert (DISABLED.fill, DISABLED.ink) in TEXT_PAIRS
