"""Lost and revoked cards, letters for adults only, and a step-out: what nobody could have seen.

Every frame is kept in which somebody was in the room who must not read a letter: it holds no word
of that letter or of its row, neither in its pixels nor in any widget (R13).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from kiosk.demo.school import CARDS
from kiosk.post.keys import Keyring
from kiosk.post.roles import Role
from tests.conftest import Opens
from tests.guest import Guest
from tests.meetings.camera import Camera, Frame
from tests.meetings.clerk import Clerk
from tests.meetings.evidence import closed_on, one_row_each, opened
from tests.sitters import agrees, gathers, makes, sits_down, stored, types
from tests.thief import NotEnoughError

DEPUTY, PEDAGOGUE, PUPIL = Role

OPEN = "Спортзалдагы терезе сынык"
OWN = "Баракчамды жулмалап айрыды"
HOME = "Бөлөмдү чыбыктап коркутушат"
LUNCH = "Тыйындарымды тартып кетишет"
TALK = "Сырымды жайып жиберишти"

WISHED: dict[str, str] = {OPEN: "", OWN: "", HOME: "adults", LUNCH: "adults", TALK: "pedagogue"}
"""What each writer asked for; `OWN` gets its step-out in the meeting."""

BARRED = {OPEN: None, OWN: DEPUTY, HOME: PUPIL, LUNCH: PUPIL, TALK: PEDAGOGUE}
SUMMARIES = {text: f"Жыйынтык {sign * 5}" for text, sign in zip(BARRED, "АБВГД", strict=True)}
KEY = {"": "readers_all", "adults": "readers_adults", "pedagogue": "readers_no_pedagogue"}


def sends(guest: Guest, text: str, wish: str) -> None:
    guest.writes(text)
    if wish:
        guest.touch("readers")
        words = guest.word(KEY[wish]).capitalize()
        chips = (w for w in guest.world.app.desk.stage.view.widgets if w.name[:8] == "readers_")
        guest.touch(next(chip.name for chip in chips if getattr(chip, "text", "") == words))
    guest.touch("send")
    guest.sees("thanks")
    guest.touch("leave")


def renewed(guest: Guest) -> tuple[str, str]:
    """A stand-in's card gets lost, and a member leaves: both revoked, a new card in their place.

    Returns the stand-in's lost card, and the pedagogue's new one.
    """
    gathers(guest)
    guest.touch("task_add")
    lost = makes(guest, PEDAGOGUE)
    guest.touch("leave", "leave_sure")
    gathers(guest, CARDS[DEPUTY], lost, CARDS[PUPIL])  # the stand-in can take the place
    guest.touch("task_lost", "card_2", "card_4")
    fresh = makes(guest, PEDAGOGUE)
    agrees(guest)
    guest.touch("done_leave")
    return lost, fresh


def meets(clerk: Clerk, cards: Iterable[str]) -> None:
    """The quorum of these cards, as far as the count."""
    clerk.comes()
    for code in cards:
        clerk.type_card(code)
    clerk.chooses()
    clerk.opens_the_box()
    clerk.counts(0)


def enters(clerk: Clerk, text: str) -> None:
    """A row whose words can be told from all others."""
    clerk.touch("subject_other", "decision_answered", "told_class", "summary")
    clerk.type(SUMMARIES[text])
    clerk.touch("done", "register")


def blind(frames: Iterable[Frame], texts: Iterable[str]) -> None:
    """No frame holds a word of these letters, or of what was written about them."""
    words = {word for text in texts for word in (*text.split(), *SUMMARIES[text].split()[1:])}
    for frame in frames:
        found = [word for word in words if frame.holds(word)]
        assert not found, f"{frame.screen!r} shows what somebody in the room must not read: {found}"


def others(*, than: Role | None) -> list[str]:
    """The letters from which somebody is left out who is in the room while this role is away."""
    return [text for text, role in BARRED.items() if role is not None and role is not than]


@pytest.fixture
def cards(guest: Guest) -> dict[str, str]:
    """Letters come, then the keys are renewed; the cards that count, and those that do not."""
    for text, wish in WISHED.items():
        sends(guest, text, wish)
    lost, fresh = renewed(guest)
    return {"lost": lost, "gone": CARDS[PEDAGOGUE], "fresh": fresh}


def quorum(cards: dict[str, str]) -> tuple[str, str, str]:
    return CARDS[DEPUTY], cards["fresh"], CARDS[PUPIL]


def test_no_frame_of_a_whole_meeting_shows_a_letter_to_who_must_not_read_it(
    guest: Guest, cards: dict[str, str]
) -> None:
    guest.goes_to_the_window()
    clerk, camera = Clerk(guest), Camera(guest)
    meets(clerk, quorum(cards))
    clerk.sees("register")
    assert len(camera.frames) > 10, "the camera runs"
    blind(camera.cut(), (HOME, LUNCH, TALK))

    everybody_reads(clerk, camera)
    assert set(in_turn(clerk, camera)) == set(BARRED) - {OPEN}
    returns(clerk, camera)
    looks_back(clerk, camera)
    clerk.closes()
    blind(camera.cut(), others(than=None))

    letters, rows = opened(clerk.data, quorum(cards))
    assert letters == []
    one_row_each(rows, BARRED, 0)
    assert {row["text"]: row["excluded"] for row in rows} == {
        text: [role] if role else [] for text, role in BARRED.items()
    }
    assert {row["text"]: row["summary"] for row in rows} == SUMMARIES
    assert closed_on(clerk.data) == clerk.today


def everybody_reads(clerk: Clerk, camera: Camera) -> None:
    """What everybody may read comes first; of one of them the deputy director steps out."""
    for _ in range(2):
        blind(camera.cut(), others(than=DEPUTY))
        clerk.touch("cover")
        if clerk.reads_one_of((OPEN, OWN)) == OPEN:
            enters(clerk, OPEN)
            continue
        assert any(frame.holds(OWN) for frame in camera.cut()), "the camera sees letters"
        clerk.touch("cover", "step_out")
        clerk.sees("step_out")
        camera.cut()  # who steps out has read it until here
        assert not clerk.shows(OWN)
        clerk.touch(f"out_{DEPUTY}")
        blind(camera.frames, others(than=None))
        clerk.touch("onward")
        blind(camera.frames, others(than=None))


def in_turn(clerk: Clerk, camera: Camera) -> list[str]:
    """Each role steps away before its letters show; they stay covered until somebody asks."""
    read = []
    for role, texts in ((DEPUTY, (OWN,)), (PUPIL, (HOME, LUNCH)), (PEDAGOGUE, (TALK,))):
        clerk.sees("room")
        assert clerk.word(role) in clerk.reads()
        assert clerk.says("room_leave")
        clerk.wait(30)
        blind(camera.cut(), set(BARRED) - {OPEN})
        clerk.touch("room_changed")
        for _ in texts:
            clerk.sees("register")
            assert not any(clerk.shows(text) for text in texts), "it comes covered"
            clerk.touch("cover")
            read.append(clerk.reads_one_of(texts))
            enters(clerk, read[-1])
            blind(camera.cut(), others(than=role))
    return read


def returns(clerk: Clerk, camera: Camera) -> None:
    clerk.sees("room")
    assert clerk.says("room_return")
    camera.cut()
    clerk.touch("room_changed")
    clerk.sees("close")
    blind(camera.frames, others(than=None))


def looks_back(clerk: Clerk, camera: Camera) -> None:
    """With everybody back, only the row that all may see opens at once."""
    clerk.touch("look_back")
    names = [widget.name for widget in clerk.world.app.desk.stage.view.widgets]
    shown = [name for name in names if name.startswith("row_")]
    assert shown == ["row_1", "row_5", "row_4", "row_3", "row_2"], "the others by number alone"
    told = clerk.word("row_kept_back")
    assert [getattr(clerk.widget(name), "text", "") for name in shown[1:]] == [
        f"№ {number} · {told}" for number in (5, 4, 3, 2)
    ]
    clerk.touch(shown[0], "cover")
    assert clerk.shows(OPEN)
    clerk.touch("give_up", "done")
    blind(camera.frames, others(than=None))


def test_a_letter_put_off_while_it_is_read_is_gone_before_anybody_returns(
    guest: Guest, cards: dict[str, str]
) -> None:
    guest.goes_to_the_window()
    clerk, camera = Clerk(guest), Camera(guest)
    meets(clerk, quorum(cards))
    for _ in range(2):
        clerk.touch("cover")
        enters(clerk, clerk.reads_one_of((OPEN, OWN)))
    clerk.touch("room_changed")
    for _ in (HOME, LUNCH):
        clerk.touch("cover")
        assert clerk.reads_one_of((HOME, LUNCH))
        clerk.touch("subject_other", "letters")
        clerk.sees("letters")
        camera.cut()
        clerk.touch("later")
    clerk.sees("room")
    assert clerk.says("room_leaves")
    assert clerk.says("room_returns")
    camera.cut()
    clerk.touch("room_changed", "cover")
    assert clerk.shows(TALK)
    enters(clerk, TALK)
    clerk.sees("room")
    blind(camera.cut(), (HOME, LUNCH))
    clerk.touch("room_changed")
    blind(camera.cut(), (TALK,))


FilmOf = Callable[[str], list[Frame]]


@pytest.fixture
def film(opens: Opens, template: Path, tmp_path: Path) -> FilmOf:
    """A meeting over one letter for adults only, as the pupil of the parliament sees it."""

    def taken(text: str) -> list[Frame]:
        folder = tmp_path / str(len(text))
        folder.mkdir()
        (folder / template.name).write_bytes(template.read_bytes())
        guest = opens(folder)
        sends(guest, text, "adults")
        guest.goes_to_the_window()
        clerk, camera = Clerk(guest), Camera(guest)
        meets(clerk, CARDS.values())
        clerk.sees("room")
        clerk.wait(10)
        frames = camera.cut()
        guest.leave_for_good()
        return frames

    return taken


def test_the_frames_before_they_left_are_the_same_whatever_the_letter_says(film: FilmOf) -> None:
    """Not its words, not its length: the last pictures agree to the pixel."""
    first, second = film("Кыска"), film("Алда канча узун, таптакыр башка жөнүндө. " * 20)
    assert {frame.screen for frame in first} >= {"count", "room"}
    for name in ("count", "room"):
        assert last(first, name) == last(second, name)


def last(frames: list[Frame], screen: str) -> bytes:
    return [frame.pixels for frame in frames if frame.screen == screen][-1]


def test_cards_that_were_lost_or_revoked_open_nothing_any_more(
    guest: Guest, cards: dict[str, str]
) -> None:
    sits_down(guest)
    for old in (cards["lost"], cards["gone"]):
        types(guest, old)
        assert guest.says("roll_revoked")
        with pytest.raises(NotEnoughError):
            opened(guest.data, (CARDS[DEPUTY], old, CARDS[PUPIL]))
    guest.touch("leave", "leave_sure")
    letters, _ = opened(guest.data, quorum(cards))
    assert sorted(row["text"] for row in letters) == sorted(WISHED)
    assert Keyring(stored(guest)).missing == tuple(Role)
