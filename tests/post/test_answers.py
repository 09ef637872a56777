"""A public answer as a card of the board."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kiosk.post.answers import ANSWER_DAYS, notice
from kiosk.post.board import NoticeType
from kiosk.post.journal import Answer, AnswerForm
from kiosk.post.letters import Language

TODAY = date(2026, 11, 27)
COUNCIL = date(2026, 12, 9)
WORDS = {Language.KY: "Жасалды"}, {Language.KY: "Лампа тагылды."}


def test_an_answer_hangs_from_the_close_for_sixty_days() -> None:
    card = notice(Answer(*WORDS), TODAY)
    assert (card.type, card.first_day) == (NoticeType.ANSWER, TODAY)
    assert card.last_day == TODAY + timedelta(days=ANSWER_DAYS)
    assert (card.headline, card.body) == WORDS


def test_a_general_answer_waits_for_its_day() -> None:
    card = notice(Answer(*WORDS, AnswerForm.WE_DID, COUNCIL), TODAY)
    assert (card.type, card.first_day) == (NoticeType.WE_DID, COUNCIL)
    assert card.last_day == COUNCIL + timedelta(days=ANSWER_DAYS)


@pytest.mark.parametrize(
    ("first", "last", "hangs"),
    [
        (TODAY - timedelta(days=9), None, (TODAY, TODAY + timedelta(days=ANSWER_DAYS))),
        (None, TODAY - timedelta(days=1), (TODAY, TODAY)),
        (COUNCIL, TODAY, (COUNCIL, COUNCIL)),
    ],
    ids=["begun before the close", "over before the close", "over before it began"],
)
def test_a_review_closed_late_still_shows_its_answers(
    first: date | None, last: date | None, hangs: tuple[date, date]
) -> None:
    card = notice(Answer(*WORDS, AnswerForm.ANSWER, first, last), TODAY)
    assert (card.first_day, card.last_day) == hangs
