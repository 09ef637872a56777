"""A committee with cheap key cards, and letters and rows to try the post with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from kiosk.post.answers import Telling
from kiosk.post.board import Notice, NoticeType
from kiosk.post.cards import Cost, check_digit
from kiosk.post.clock import ClockLevel
from kiosk.post.filing import Filing
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.keys import Committee, Keyring, enrol
from kiosk.post.letters import DayMonth, Kind, Language, Letter, Origin
from kiosk.post.matters import begun
from kiosk.post.meeting import SealedMatter
from kiosk.post.protocol import Closing
from kiosk.post.roles import Role
from kiosk.post.witness import WindowRule, Witness, fingerprint

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
ROLES = tuple(Role)
BODIES = ("1730582946103857294", "8265019374820561937", "4091738265509174628")
CARDS = {role: body + check_digit(body) for role, body in zip(ROLES, BODIES, strict=True)}
DAY = date(2026, 11, 27)
RECOVERY = "6182093745501827364" + check_digit("6182093745501827364")
COMMITTEE = enrol(tuple(CARDS.items()), RECOVERY, [ROLES], CHEAP, DAY)
LETTER = Letter("Ашканада суу жок 🙂", DayMonth(20, 11), Kind.WISH)


def keyring(committee: Committee = COMMITTEE) -> Keyring:
    """A keyring at which all roles have shown their card."""
    keys = Keyring(committee)
    for code in CARDS.values():
        keys.present(code)
    return keys


def entry(summary: str = "Суу жөнүндө", text: str = "", origin: Origin = Origin.TYPED) -> Entry:
    """A row with something in every column."""
    return Entry(
        origin=origin,
        written=DayMonth(20, 11),
        kind=Kind.REQUEST,
        summary=summary,
        well_founded=True,
        forum=Forum.DIRECTOR,
        decision=Decision.REFERRED,
        reason="ремонт",
        answer=Answer({Language.KY: "Суу берилди"}, {Language.KY: "Экинчи кабатта суу бар."}),
        text=text,
    )


def filed(entry: Entry, keys: Keyring, corrects: int | None = None) -> tuple[Entry, Filing]:
    """The row with a matter that begins with it, sealed."""
    matter = begun(entry.summary, entry.subjects, DAY, review=1)
    entry, filing = Filing(corrects, (matter,)).drawn(replace(entry, matters=()))
    return entry, sealed(filing, keys)


def sealed(filing: Filing, keys: Keyring) -> Filing:
    """The same with its matters as the keys seal them."""
    matters = (SealedMatter(one.number, keys.seal_matter(one)) for one in filing.matters)
    return replace(filing, sealed=tuple(matters))


WITNESS = Witness(
    version="0.1.0",
    key=fingerprint(COMMITTEE.public_key, COMMITTEE.generation),
    generation=COMMITTEE.generation,
    clock=ClockLevel.RTC,
    corrected=False,
    rule=WindowRule("FREQ=MONTHLY;BYDAY=-1FR", time(14), time(16)),
    next_reading=date(2026, 12, 25),
)


def to_close(review: int, *answers: Notice, destroyed: bool | None = None) -> Closing:
    """The close of a review by the whole committee."""
    return Closing(review, DAY, ROLES, destroyed, tuple(map(Telling, answers)))


def notice(headline: str = "Суу берилди", first: date = DAY, last: date = DAY) -> Notice:
    """An answer for the board."""
    words = {Language.KY: headline}
    return Notice(NoticeType.ANSWER, words, words, first, last)
