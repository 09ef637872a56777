"""A whole month: 44 letters, 12 of them on paper, each read, decided, and answered or not (R10)."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date

import pytest
from PIL import Image, ImageOps

from kiosk.demo.school import SCHOOL
from kiosk.demo.strip import read_paper
from kiosk.paper.protocol import typeset
from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Language
from kiosk.post.meeting import Facts
from kiosk.post.protocol import Account, Decided, Protocol
from kiosk.post.roles import Role
from kiosk.post.witness import Witness
from tests.flow.test_halves import printed
from tests.guest import Guest
from tests.meetings.clerk import Clerk, Effort
from tests.meetings.evidence import Row, asked, closed_on, one_row_each, opened
from tests.readers import slips
from tests.screens.committee.test_touches import MOST_S, MOST_TOUCHES

WROTE = {
    Language.KY: "Экинчи кабатта жарык күйбөйт, тепкичтен түшүү коркунучтуу. Кат {n}: ң, ө, ү.",
    Language.RU: "В столовой холодная каша, а мыла у раковин нет. Письмо {n}: помогите!",
    Language.EN: "Somebody takes things out of our bags during sport. Letter {n}, thank you…",
}
TYPED, PAPER = 32, 12
TEXTS = {
    WROTE[language].format(n=n): language
    for n, language in zip(range(1, TYPED + 1), (*Language,) * TYPED, strict=False)
}

Answers = dict[Language, tuple[str, str]]


@dataclass(frozen=True)
class Way:
    """How a letter is registered: touches, and words behind a colon, which are typed.

    `plain` ways are those that a meeting goes for most letters.
    """

    steps: tuple[str, ...]
    decision: Decision
    forum: Forum | None = None
    plain: bool = True
    answers: Answers = field(default_factory=dict)
    urgent: bool = False

    @property
    def what(self) -> tuple[Decision, Forum | None]:
        return self.decision, self.forum


def answered(answers: Answers) -> Iterator[str]:
    """From what was decided to its answer, and on to the last step."""
    yield "how_board"
    for language, (headline, body) in answers.items():
        yield from (f"tongue_{language}", "headline", f":{headline}", "done", f":{body}", "done")
    yield "done"


LIGHT: Answers = {
    Language.KY: ("Жарык тагылды", "Экинчи кабатка үч жаңы лампа тагылды."),
    Language.RU: ("Свет есть", "На втором этаже повесили три новые лампы."),
    Language.EN: ("Light again", "The second floor has three new lamps."),
}
SOAP: Answers = {Language.RU: ("Мыло будет", "Мыло привезут в понедельник.")}
REFER, ASK, TOLD = Decision.REFERRED, Decision.ANSWERED, Decision.NO_ACTION

WAYS = [
    Way(("subject_building", "forum_director", "register"), REFER, Forum.DIRECTOR),
    Way(("subject_meals", "forum_pedcouncil", "register"), REFER, Forum.PEDCOUNCIL),
    Way(("matters", "matter_0", "register"), REFER, Forum.PEDCOUNCIL),
    Way(("matter_0", "register"), REFER, Forum.PEDCOUNCIL),
    Way(("subject_thanks", "decision_no_action", "register"), TOLD),
    Way(("subject_building", "forum_boys_girls", "register"), REFER, Forum.BOYS_GIRLS),
    Way(("subject_home", "decision_answered", "told_class", "register"), ASK, plain=False),
    Way(
        ("subject_money", "decision_declined", "reason_money", "register"),
        Decision.DECLINED, plain=False,
    ),
]  # fmt: skip
SELDOM = [
    Way(
        ("subject_building", "decision_answered", *answered(LIGHT), "register"),
        ASK, plain=False, answers=LIGHT,
    ),
    Way(
        ("subject_meals", "decision_answered", *answered(SOAP), "register"),
        ASK, plain=False, answers=SOAP,
    ),
    Way(
        ("subject_home", "urgent", "office_child_protection", "office_police", "done", "register"),
        REFER, plain=False, urgent=True,
    ),
    Way(
        ("subject_home", "forum_assembly", "summary", ":Сөз менен айтылды", "done", "register"),
        REFER, Forum.ASSEMBLY, plain=False,
    ),
]  # fmt: skip
TYPED_WAYS = [*SELDOM, *WAYS * 4][:TYPED]

DATED = Way(("day_22", "subject_home", "forum_pedcouncil", "register"), REFER, Forum.PEDCOUNCIL)
UNDATED = Way(("no_date", "subject_meals", "forum_director", "register"), REFER, Forum.DIRECTOR)
AS_BEFORE = Way(("no_date", "matter_0", "register"), REFER, Forum.DIRECTOR)
PAPER_WAYS = [DATED, UNDATED, AS_BEFORE, UNDATED] * 3
REPLY = "Рахмат, сени уктук."


@dataclass
class Meeting:
    """The meeting as its clerk remembers it."""

    guest: Guest
    decided: dict[str, Way] = field(default_factory=dict)
    efforts: list[tuple[Way, Effort]] = field(default_factory=list)
    today: date = date.min
    strip: bytes = b""


def goes(clerk: Clerk, way: Way) -> None:
    for step in way.steps:
        if step.startswith(":"):
            clerk.type(step[1:])
        else:
            clerk.touch(step)


def letters_come(guest: Guest) -> str:
    """All of a month's letters; returns the handle of the one slip in two halves."""
    for text, language in TEXTS.items():
        if guest.world.app.desk.stage.language is not language:
            guest.speaks(language)
        guest.sends(text)
    guest.speaks(Language.KY)
    for _ in range(PAPER):
        guest.drops_paper()
        guest.touch("leave")
    printed(guest)
    guest.touch("back")
    (handle,) = slips(guest.data)
    return handle


def read_and_decide(meeting: Meeting, clerk: Clerk, handle: str) -> None:
    for way in TYPED_WAYS:
        clerk.effort = Effort()
        clerk.touch("cover")
        text = clerk.reads_one_of(set(TEXTS) - set(meeting.decided))
        goes(clerk, way)
        meeting.decided[text] = way
        meeting.efforts.append((way, clerk.effort))
    for nth, way in enumerate(PAPER_WAYS):
        clerk.effort = Effort()
        if nth == PAPER - 1:
            with_handle(clerk, handle)
        else:
            goes(clerk, way)
            meeting.efforts.append((way, clerk.effort))
    clerk.notes_the_number()


def with_handle(clerk: Clerk, handle: str) -> None:
    """A slip lay in the letter: its writer alone is answered too."""
    clerk.touch("no_date", "handle")
    clerk.type(handle)
    clerk.touch("done", "subject_meals", "forum_director", "to_reply")
    clerk.type(REPLY)
    clerk.touch("done", "register")


def corrects(meeting: Meeting, clerk: Clerk) -> None:
    """Undone before the close: what was no matter for anybody goes to the director after all."""
    _, rows = opened(clerk.data)
    row = next(row for row in rows if row["decision"] == TOLD)
    clerk.touch("look_back")
    name = f"row_{row['number']}"
    while not clerk.offers(name):
        clerk.touch("leaf_on")
    clerk.touch(name, "tab_decide", "forum_director", "register")
    clerk.wait_until(lambda: clerk.offers(name), "the rows again")
    clerk.touch("done")
    meeting.decided[row["text"]] = WAYS[0]


@pytest.fixture
def month(guest: Guest) -> Meeting:
    """Letters come, the committee meets, and the protocol is printed; it has not left yet."""
    handle = letters_come(guest)
    guest.goes_to_the_window()
    clerk = Clerk(guest)
    meeting = Meeting(guest, today=guest.today)
    clerk.comes()
    clerk.gathers()
    clerk.opens_the_box()
    clerk.counts(PAPER)
    read_and_decide(meeting, clerk, handle)
    corrects(meeting, clerk)
    clerk.sees("close")
    clerk.touch("close_review")
    clerk.sees("closed")
    before = len(clerk.world.levers.papers)
    clerk.touch("protocol")
    clerk.wait_until(lambda: len(clerk.world.levers.papers) > before, "the protocol")
    meeting.strip = clerk.world.levers.papers[-1]
    clerk.touch("done")
    return meeting


def test_forty_four_letters_are_read_decided_answered_and_closed(month: Meeting) -> None:
    letters, rows = opened(month.guest.data)
    assert letters == []
    assert len(rows) == TYPED + PAPER
    one_row_each(rows, TEXTS, PAPER)
    assert closed_on(month.guest.data) == month.today
    each_as_decided(month, rows)
    protocol_counts_right(month, rows)
    answers_hang(month)
    effort_is_small(month)


def each_as_decided(month: Meeting, rows: list[Row]) -> None:
    typed = {row["text"]: row for row in rows if row["origin"] == "typed"}
    for text, way in month.decided.items():
        assert (typed[text]["decision"], typed[text]["forum"]) == way.what
        assert typed[text]["urgent"] is way.urgent
        assert bool(typed[text]["answer"]) is bool(way.answers)
    paper = [(row["decision"], row["forum"]) for row in rows if row["origin"] == "paper"]
    assert Counter(paper) == Counter(way.what for way in PAPER_WAYS)
    (replied,) = [row for row in rows if row["replied"]]
    assert REPLY not in str(replied), "its words are the writer's alone"
    assert len(asked(month.guest.data, "SELECT name FROM replies")) == 1


def protocol_counts_right(month: Meeting, rows: list[Row]) -> None:
    """The paper is what this meeting must have: its counts are ours, not the store's."""
    ((witness, head),) = asked(month.guest.data, "SELECT witness, chain FROM reviews")
    facts = Facts(1, month.today, PAPER, PAPER, None, PAPER, month.today, tuple(Role), chain=head)
    decided = [
        Decided(
            row["number"],
            Decision(row["decision"]),
            row["forum"] and Forum(row["forum"]),
            row["urgent"],
        )
        for row in sorted(rows, key=lambda row: (not row["urgent"], row["number"]))
    ]
    protocol = Protocol(Account(facts, Witness.unpack(witness)), tuple(decided))
    expected = Counter(way.decision for way in (*month.decided.values(), *PAPER_WAYS))
    assert protocol.counts() == expected
    assert (protocol.typed, protocol.registered, len(protocol.urgent)) == (TYPED, 44, 1)
    assert ink(read_paper(month.strip, 384)) == ink(typeset(SCHOOL, protocol, 384))


def ink(strip: Image.Image) -> bytes:
    """What is printed, without the blank paper around it."""
    black = ImageOps.invert(strip.convert("L"))
    return black.crop(black.getbbox()).tobytes()


def answers_hang(month: Meeting) -> None:
    guest = month.guest
    guest.sees("board")
    for language, (headline, _) in (*LIGHT.items(), *SOAP.items()):
        if guest.world.app.desk.stage.language is not language:
            guest.speaks(language)
        assert guest.cards_of_the_board_say(headline), headline
    with closing(sqlite3.connect(guest.data / "post.sqlite")) as file:
        hung = file.execute("SELECT count(*) FROM notices WHERE type = 'answer'").fetchone()
    assert hung == (1 + 2,), "the demo's own, and each of ours once"


def effort_is_small(month: Meeting) -> None:
    """Four touches and 45 seconds for what most letters need; told where anybody asks (-s)."""
    plain = [effort for way, effort in month.efforts if way.plain]
    assert len(plain) > 30
    assert all(len(effort.touches) <= MOST_TOUCHES for effort in plain)
    assert all(effort.seconds <= MOST_S for effort in plain)
    seldom = [effort for way, effort in month.efforts if not way.plain]
    assert all(effort.seconds <= 3 * MOST_S for effort in seldom)
    assert sum(effort.seconds for _, effort in month.efforts) <= 43 * MOST_S
