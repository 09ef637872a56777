"""How a journal row's columns are put into words."""

from __future__ import annotations

from kiosk.post.journal import Answer
from kiosk.post.letters import Language
from kiosk.post.notebook import Said
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
