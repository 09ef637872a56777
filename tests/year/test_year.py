"""A school year through the screen: every letter has its row, and every figure can be counted.

Here is a part of one; `make test-year` plays a whole one. KIOSK_YEAR_SEED plays another, or one
that failed once more.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping

import pytest

from kiosk.post.journal import Decision, Forum
from kiosk.post.letters import Kind
from tests.meetings.evidence import Row, opened
from tests.year import desk
from tests.year.papers import figure, saved
from tests.year.plan import SAMPLE, SEED, Size, Wrote, year
from tests.year.players import Players

NUMBER = re.compile(r"№ (\d+)(?!\d| «)")


@pytest.mark.parametrize("seed", [SEED])
def test_a_part_of_a_year(players: Players, seed: int) -> None:
    plays(players, seed, SAMPLE)
    holds(players, SAMPLE)


def plays(players: Players, seed: int, size: Size) -> None:
    """Letters, cards, a review and a desk session, month by month."""
    for number, month in enumerate(year(seed, size), 1):
        players.letters_come(month)
        players.changes(month)
        players.review(number, month)
        players.sits_at_the_desk(most=size.letters // size.reviews // 4)


def holds(players: Players, size: Size) -> None:
    """What is on the disk, on paper and on the stick is what they did."""
    clerk = players.clerk
    letters, rows = opened(players.folder, players.cards.values())
    assert letters == []
    every_letter_has_its_row(rows, players.ledger.rows_of())
    clerk.world.stick.move()
    desk.sits_down(clerk, players.cards)
    (report,) = saved(clerk, "report")
    report_counts_right(report, players)
    every_open_matter_is_on_an_agenda(saved(clerk, "agenda"), players)
    the_chain_verifies(players)
    assert len(rows) == size.letters


def every_letter_has_its_row(rows: list[Row], wrote: Mapping[int, Wrote]) -> None:
    """One row each, as it was written and as it was decided."""
    assert [row["number"] for row in rows] == [*wrote]
    for row in rows:
        letter = wrote[row["number"]]
        assert row["origin"] == ("paper" if letter.paper else "typed")
        assert row["text"] == ("" if letter.paper else letter.text)
        assert (row["kind"], row["decision"]) == (letter.kind, letter.decision)
        assert row["forum"] == letter.forum
        assert sorted(row["excluded"]) == (["parliament_member"] if letter.wish else [])


def report_counts_right(report: str, players: Players) -> None:
    """Figures that the ledger counted by itself."""
    ledger = players.ledger
    assert figure(report, "close_registered") == str(len(ledger.rows))
    for kind in (*Kind, None):
        shown = figure(report, f"kind_{kind}" if kind else "no_kind")
        assert shown == str(ledger.count("kind")[kind]), kind
    for paper, key in ((False, "origin_typed"), (True, "origin_paper")):
        assert figure(report, key) == str(ledger.count("paper")[paper])
    for forum in Forum:
        assert figure(report, f"forum_{forum}") == str(ledger.count("forum")[forum]), forum
    for decision in Decision:
        assert figure(report, f"decision_{decision}") == str(ledger.count("decision")[decision])
    share = f"{len(ledger.waited)} ({len(ledger.waited) / len(ledger.rows):.0%})"
    assert figure(report, "report_answered") == share
    assert figure(report, "report_days") == f"{ledger.days:g}"
    for (at_year, month), count in ledger.months().items():
        assert f"{count}\n{month:02d}.{at_year}" in "\n".join(report.splitlines())


def every_open_matter_is_on_an_agenda(agendas: list[str], players: Players) -> None:
    """What nobody ended waits for a forum; of what leaves somebody out there is the number."""
    listed = {int(number) for text in agendas for number in NUMBER.findall(text)}
    assert listed == players.ledger.open()


def the_chain_verifies(players: Players) -> None:
    verify = [sys.executable, "-m", "kiosk", "journal", "verify", "--data", str(players.folder)]
    done = subprocess.run(verify, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
