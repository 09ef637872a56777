"""Each of the doctor's sentences fits on its card, in every language, on every screen."""

from __future__ import annotations

from functools import partial

import pytest

from kiosk.demo.glasses import Glass
from kiosk.events import BeamAsked, BoardAsked, LockTrialAsked, LookAsked, PinTyped, TestPageAsked
from kiosk.post.finding import Finding, Level, Part, Said, green, red, say, yellow
from kiosk.post.letters import Language
from kiosk.post.pin import Answer
from kiosk.screens.technician.beam import Beam, Beamed
from kiosk.screens.technician.examination import LOOKED_AT, Examination
from kiosk.screens.technician.pin import Pin
from kiosk.texts import Texts, placeholders
from tests.screens.committee.fitting import unsound
from tests.screens.committee.hand import SMALL, Hand
from tests.screens.committee.scenes import Scene, show
from tests.screens.glasses import SOME_GLASSES
from tests.test_texts import sentences

SPOKEN = sentences(Language.EN)
REMEDIES = sorted(key for key in SPOKEN if key.startswith("doc_") and key.endswith("_do"))


def filled(key: str) -> Said:
    """The sentence with something long in each of its places."""
    names = placeholders(SPOKEN[key][0])
    return say(key, **dict.fromkeys(names, "/var/lib/kiosk/post.sqlite (ext4)"))


def longest(remedy: str) -> Finding:
    what = remedy.removesuffix("_do")
    return red(Part.BACKUP, filled(what if what in SPOKEN else "doc_fs"), filled(remedy))


def examining(remedy: str) -> Examination:
    return examined(longest(remedy))


def examined(*findings: Finding, outcome: Finding | None = None) -> Examination:
    screen = Examination()
    screen.add([green(part, say("doc_plain", text="1280x800")) for part in LOOKED_AT])
    screen.add(findings)
    screen.outcome = outcome
    return screen


def worst() -> Examination:
    """A clock in doubt says two sentences, a blocked slot two remedies."""
    clock = red(
        Part.CLOCK,
        say("doc_clock_unknown", shows="2026-11-27 12:00"),
        say("doc_clock_shut"),
        say("doc_clock_unknown_do"),
    )
    slot = red(Part.SLOT, say("doc_slot_blocked"), say("doc_slot_blocked_do"), say("doc_align_do"))
    return examined(clock, slot)


def pin(*, working: bool = False, answer: Answer | None = None) -> Pin:
    screen = Pin()
    screen.working, screen.answer = working, answer
    return screen


def beam(*, blocked: bool, door_is_open: bool) -> Beam:
    return Beam(Beamed(blocked, door_is_open, edges=123_456, passes=1234))


SCENES: dict[str, Scene] = {
    **{remedy: show(partial(examining, remedy)) for remedy in REMEDIES},
    **{f"worst, page {nth}": show(worst, *["after"] * nth) for nth in range(12)},
    "pin": show(pin, *["digit_9"] * 12),
    "pin, wrong": show(lambda: Pin(30)),
    "pin, checking": show(lambda: pin(working=True)),
    **{f"pin, {answer}": show(partial(pin, answer=answer)) for answer in Answer},
    **{
        f"beam {blocked} {door}": show(partial(beam, blocked=blocked, door_is_open=door))
        for blocked in (True, False)
        for door in (True, False)
    },
}


@SOME_GLASSES
@pytest.mark.parametrize("scene", SCENES)
def test_everything_fits(scene: str, glass: Glass) -> None:
    assert unsound(SCENES[scene], glass) == []


# --- what is said, and what a touch means ---


def test_a_level_is_a_word_and_an_icon_beside_its_colour() -> None:
    icons = set()
    for level in Level:
        hand = Hand(examined(outcome=Finding(Part.DOOR, level, say("doc_door_open"))))
        assert f"Door · {level}" in hand.text("finding_door_0")
        (icon,) = [one for one in hand.stage.view.widgets if one.name == "finding_door_icon"]
        icons.add(getattr(icon, "icon", ""))
    assert len(icons) == len(Level)


def test_the_head_counts_and_the_outcome_of_a_tool_stands_first() -> None:
    screen = examined(
        red(Part.POWER, say("doc_power_low")), yellow(Part.BACKUP, say("doc_plain", text="?"))
    )
    screen.came(green(Part.LOCK, say("doc_lock_tried"), say("doc_lock_tried_do")))
    hand = Hand(screen)
    assert hand.text("title") == f"Red: 1, yellow: 1, green: {len(LOOKED_AT) - 2}"
    first = next(one for one in hand.stage.view.widgets if one.name.startswith("finding_"))
    assert first.name == "finding_lock_box"


def test_pages_go_round_by_touch_and_by_key() -> None:
    hand = Hand(examined(), SMALL)
    seen = [hand.seen]
    for _ in range(12):
        hand.touch("after")
        seen.append(hand.seen)
    assert seen[0] in seen[1:]
    hand.touch("before", "after")
    assert hand.seen == seen[-1]


def test_every_button_asks_for_one_thing() -> None:
    hand = Hand(examined())
    hand.touch("tech_again", "tech_beam", "tech_page", "tech_lock", "leave")
    assert hand.events == [
        LookAsked(),
        BeamAsked(),
        TestPageAsked(),
        LockTrialAsked(),
        BoardAsked(),
    ]
    beam = Hand(Beam(Beamed(blocked=False, door_is_open=True)))
    beam.touch("back", "zero", "leave")
    assert beam.events == [LookAsked(), BeamAsked(), BoardAsked()]


def test_no_tool_before_all_is_looked_at() -> None:
    screen = Examination()
    screen.add([green(Part.DOOR, say("doc_door_shut"))])
    hand = Hand(screen)
    assert hand.text("title") == Texts(Language.EN)("tech_looking")
    assert not hand.widget("tech_lock").enabled


def test_a_pin_goes_out_once_and_is_forgotten_here() -> None:
    screen = Pin()
    hand = Hand(screen)
    hand.touch(*(f"digit_{digit}" for digit in "486201"), "send_pin")
    assert hand.events == [PinTyped("486201")]
    assert "486201" not in repr(vars(screen))


def test_who_leaves_in_the_middle_leaves_no_digit() -> None:
    screen = Pin()
    hand = Hand(screen)
    hand.touch("digit_4", "digit_8", "digit_6")
    assert "486" in repr(vars(screen))
    hand.stage.show(Pin())
    assert "486" not in repr(vars(screen))
