"""What is written by hand in a row, and how long it may be."""

from __future__ import annotations

from enum import StrEnum

from kiosk.post.journal import MAX_BODY, MAX_HEADLINE, MAX_NAME, MAX_REPLY, MAX_SUMMARY
from kiosk.post.matters import MAX_WORDS
from kiosk.screens import lettering
from kiosk.screens.editor import Editor


class Passage(StrEnum):
    """Texts of a row or of a matter; headline and body are there in each language."""

    SUMMARY = "summary"
    REASON = "reason"
    REPLY = "reply"
    HEADLINE = "headline"
    BODY = "body"
    NAME = "name"
    OUTCOME = "outcome"


LIMITS = {
    Passage.SUMMARY: MAX_SUMMARY,
    Passage.REASON: MAX_SUMMARY,
    Passage.REPLY: MAX_REPLY,
    Passage.HEADLINE: MAX_HEADLINE,
    Passage.BODY: MAX_BODY,
    Passage.NAME: MAX_NAME,
    Passage.OUTCOME: MAX_WORDS,
}

ONE_LINE = {Passage.HEADLINE, Passage.NAME}


def editor(passage: Passage, text: str = "") -> Editor:
    """Return an empty or filled text of this passage's length at most."""
    return Editor(text, drawable=lettering.drawable().__contains__, limit=LIMITS[passage])
