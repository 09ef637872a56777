"""The protocol's strip: it fits, it grows, it says both languages, and a stranger reads it."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from kiosk.demo.strip import read_paper
from kiosk.hardware.esc_pos import STRIP_ROWS, encode
from kiosk.paper.protocol import typeset
from kiosk.post.clock import ClockLevel
from kiosk.post.incidents import Incident
from kiosk.post.journal import Decision, Difference, Forum
from kiosk.post.letters import Language
from kiosk.post.meeting import Facts
from kiosk.post.protocol import Account, Decided, Protocol
from kiosk.post.roles import Role
from kiosk.texts import Texts
from tests.paper.papers import LONG, SCHOOL
from tests.paper.test_reading import READER, trained
from tests.paper.test_slip import ink
from tests.post.test_witness import RULE, WITNESS

DAY, END = date(2026, 11, 27), date(2026, 11, 30)
CHAIN = bytes.fromhex("3f9a" * 16)
FACTS = Facts(
    7, DAY, 13, 12, Difference.TOGETHER, 12, END, tuple(Role), 32, slips_destroyed=True, chain=CHAIN
)
WAYS = (
    *((Decision.REFERRED, forum) for forum in Forum),
    *((decision, None) for decision in (Decision.ANSWERED, Decision.DECLINED, Decision.NO_ACTION)),
)
SAID = replace(WITNESS, next_reading=date(2026, 12, 25))
INCIDENTS = tuple((date(2026, 11, day), what) for what in Incident for day in (3, 24))
ROWS = tuple(Decided(n, *WAYS[n % 7], urgent=n == 113) for n in range(101, 144))
FULL = Protocol(
    Account(FACTS, SAID, replace(SAID, rule=replace(RULE, skipped=())), INCIDENTS),
    ROWS,
    unread=(117,),
    lost=(144,),
)
BARE = Protocol(Account(Facts(1, DAY, 0, 0, closed_on=DAY, roles=tuple(Role)[:2]), WITNESS))
WIDTHS = pytest.mark.parametrize("dots", [384, 576])


@WIDTHS
@pytest.mark.parametrize("school", [SCHOOL, LONG], ids=["short name", "long name"])
@pytest.mark.parametrize("protocol", [FULL, BARE], ids=["full", "bare"])
def test_it_fits_its_paper_with_margins(dots: int, school: object, protocol: Protocol) -> None:
    picture = typeset(school, protocol, dots)  # type: ignore[arg-type]
    left, top, right, bottom = ink(picture)
    assert (picture.mode, picture.width) == ("1", dots)
    assert left >= 8
    assert right <= dots - 8
    assert 0 < top < bottom <= picture.height


def test_a_long_one_is_as_long_as_it_must_be_and_every_row_is_on_it() -> None:
    few = replace(FULL, decided=ROWS[:7])
    many = replace(FULL, decided=tuple(Decided(n, *WAYS[n % 7]) for n in range(1, 600)))
    heights = [typeset(SCHOOL, one, 384).height for one in (few, FULL, many)]
    assert heights == sorted(set(heights))
    assert heights[-1] > 7000
    assert ink(typeset(SCHOOL, many, 384))[3] > heights[-1] - 60


@WIDTHS
def test_it_goes_to_the_printer_in_pieces_that_a_small_buffer_takes(dots: int) -> None:
    drawn = typeset(SCHOOL, FULL, dots)
    pieces = [*encode(drawn, cutter=True)]
    assert max(map(len, pieces)) <= STRIP_ROWS * dots // 8 + 16
    assert len(pieces) >= drawn.height // STRIP_ROWS
    strip = read_paper(b"".join(pieces), dots)
    assert strip.crop((0, 0, dots, drawn.height)).tobytes() == drawn.tobytes()


def test_what_is_told_changes_the_strip() -> None:
    """Each part is really drawn: another value gives another picture."""
    account, facts = FULL.account, FACTS
    others = [
        replace(FULL, account=replace(account, facts=changed))
        for changed in (
            replace(facts, review=8),
            replace(facts, opened_on=END),
            replace(facts, closed_on=DAY),
            replace(facts, slot=14),
            replace(facts, hand=13),
            replace(facts, reason=Difference.UNKNOWN),
            replace(facts, papers=11),
            replace(facts, roles=tuple(Role)[:2]),
            replace(facts, slips=31),
            replace(facts, slips_destroyed=False),
            replace(facts, chain=bytes(32)),
        )
    ]
    others += [
        replace(FULL, account=replace(account, witness=said))
        for said in (
            replace(SAID, version="0.1.1"),
            replace(SAID, key=SAID.key[::-1]),
            replace(SAID, generation=3),
            replace(SAID, clock=ClockLevel.NETWORK),
            replace(SAID, corrected=False),
            replace(SAID, rule=replace(RULE, closes=RULE.opens)),
            replace(SAID, rule=replace(RULE, moved=())),
            replace(SAID, next_reading=None),
        )
    ]
    others += [
        replace(FULL, account=replace(account, before=None)),
        replace(FULL, account=replace(account, before=SAID)),
        replace(FULL, account=replace(account, incidents=())),
        replace(FULL, decided=ROWS[1:]),
        replace(FULL, unread=()),
        replace(FULL, lost=()),
    ]
    drawn = [typeset(SCHOOL, one, 384).tobytes() for one in (FULL, *others)]
    assert len(set(drawn)) == len(drawn)


@pytest.mark.outside
@pytest.mark.parametrize("dots", [384])  # the narrower one breaks lines more often
def test_a_stranger_reads_it_in_both_languages(dots: int, tmp_path: Path) -> None:
    if not {"kir", "rus"} <= trained():
        pytest.skip("tesseract with kir and rus is not installed")
    told = " ".join(read(typeset(SCHOOL, FULL, dots), dots, tmp_path, words) for words in HEARD)
    wanted = [
        Texts(language)(key)
        for language in (Language.KY, Language.RU)
        for key in ("close_typed", "status_urgent", "social_pedagogue", "protocol_version")
    ]
    figures = ["27.11.2026", "30.11.2026", "0.1.0", "14:00", "16:30", "23.04.2027", "2027-07"]
    figures += ["101, 108, 115", "Ар айдын акыркы жума күнү", "Последняя пятница каждого месяца"]
    assert [words for words in (*wanted, *figures) if words not in told] == []
    assert "25-декабрь" in told
    assert "25 декабря" in told


HEARD = ("kir+rus", "kir", "rus")


def read(picture: Image.Image, dots: int, folder: Path, languages: str) -> str:
    """What tesseract makes of the strip, printed and torn into pages."""
    strip = read_paper(b"".join(encode(picture, cutter=True)), dots).convert("L")
    said = []
    for top in range(0, strip.height, 1400):
        page = folder / "page.png"
        strip.crop((0, top, dots, min(top + 1500, strip.height))).save(page)
        command = [str(READER), str(page), "-", "-l", languages, "--psm", "4"]
        said.append(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return " ".join(" ".join(said).split())
