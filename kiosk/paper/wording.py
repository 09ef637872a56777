"""How a journal row's columns, and the days of a rule, are put into words."""

from __future__ import annotations

from kiosk.post.journal import Answer
from kiosk.post.letters import Language
from kiosk.post.matters import Outcome
from kiosk.post.notebook import Said
from kiosk.post.timetable import LAST, Timetable
from kiosk.texts import Texts


def written(texts: Texts, said: Said) -> str:
    """The letter's day and month."""
    if said.written is None:
        return texts("no_date")
    return f"{said.written.day:02}.{said.written.month:02}"


def kind(texts: Texts, said: Said) -> str:
    """What kind of letter it is."""
    return texts(f"kind_{said.kind}") if said.kind else texts("no_kind")


def decided(texts: Texts, said: Said) -> str:
    """What was decided, where, and whether it could not wait."""
    words = texts(f"decision_{said.decision}") if said.decision else "–"
    if said.forum:
        words = f"{words}: {texts(f'forum_{said.forum}')}"
    return f"{texts('status_urgent')}: {words}" if said.urgent else words


def became(texts: Texts, outcome: Outcome, said: Said) -> str:
    """What was made of the matter, and where, unless that is where it was referred."""
    words = texts(f"state_{outcome.state}")
    elsewhere = outcome.forum is not None and outcome.forum is not said.forum
    return f"{words}: {texts(f'forum_{outcome.forum}')}" if elsewhere else words


def answered(said: Said) -> str:
    """The public answer, in the first language in which it is written."""
    return "" if said.answer is None else spoken(said.answer, next(iter(said.answer.languages)))


def spoken(answer: Answer, language: Language) -> str:
    """An answer in one language, or in the first one in which it is written."""
    headline, body = worded(answer, language)
    return f"{headline}. {body}"


def worded(answer: Answer, language: Language) -> tuple[str, str]:
    """Headline and body in a language; where that is missing, as it was written."""
    written = language if language in answer.languages else answer.languages[0]
    return answer.headline[written], answer.body[written]


def days(texts: Texts, timetable: Timetable) -> str:
    """When the box may be opened: the days, without their hours."""
    told = [
        *(texts(f"rule_every_{weekday}") for weekday in timetable.weekly),
        *(
            _of_month(texts, nth, f"rule_last_weekday_{weekday}", f"rule_nth_weekday_{weekday}")
            for nth, weekday in timetable.nth
        ),
        *(_of_month(texts, day, "rule_last_day", "rule_nth_day") for day in timetable.days),
    ]
    words = ", ".join(told)
    if timetable.months:
        months = ", ".join(map(texts.month, timetable.months))
        words = texts("rule_months", days=words, months=months)
    return words[:1].upper() + words[1:]


def _of_month(texts: Texts, nth: int, last: str, other: str) -> str:
    return texts(last) if nth == LAST else texts(other, n=nth)
