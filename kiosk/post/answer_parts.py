"""What a public answer takes of a parcel: a part of its head, and texts in every language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.post.journal import MAX_BODY, MAX_HEADLINE, Answer, AnswerForm
from kiosk.post.letters import Language

LIMITS = (MAX_HEADLINE, MAX_BODY) * len(Language)
"""Characters of each text, in the order in which they lie in the parcel."""


def head(answer: Answer | None) -> dict[str, Any] | None:
    """All but its words."""
    if answer is None:
        return None
    return {
        "languages": answer.languages,
        "form": answer.form,
        "first_day": iso(answer.first_day),
        "last_day": iso(answer.last_day),
    }


def texts(answer: Answer | None) -> list[str]:
    """Its words; as many empty ones where there is no answer."""
    if answer is None:
        return [""] * len(LIMITS)
    said = (answer.headline, answer.body)
    return [words.get(language, "") for language in Language for words in said]


def together(head: Mapping[str, Any] | None, texts: Sequence[str]) -> Answer | None:
    """The answer again; raises `ValueError` or `LookupError` for what is none."""
    if not head:
        return None
    languages = [Language(word) for word in head["languages"]]
    headlines, bodies = (
        dict(zip(Language, texts[start : len(LIMITS) : 2], strict=True)) for start in (0, 1)
    )
    return Answer(
        headline={language: headlines[language] for language in languages},
        body={language: bodies[language] for language in languages},
        form=AnswerForm(head["form"]),
        first_day=day(head["first_day"]),
        last_day=day(head["last_day"]),
    )


def iso(on: date | None) -> str | None:
    """A day as a word."""
    return on.isoformat() if on else None


def day(word: str | None) -> date | None:
    """The day again; raises `ValueError`."""
    return date.fromisoformat(word) if word else None
