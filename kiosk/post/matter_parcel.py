"""A matter as bytes: always one size, so that its length tells nothing (law 4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from kiosk.post import answer_parts
from kiosk.post.answer_parts import day, iso
from kiosk.post.journal import Forum
from kiosk.post.matters import MAX_OUTCOMES, MAX_TITLE, MAX_WORDS, Before, Matter, Outcome, State
from kiosk.post.padding import NotAParcel, ParcelTooLong, room, unwrap, wrap
from kiosk.post.roles import Role
from kiosk.post.subjects import known_subjects

HEAD_ROOM = 2560
"""Everything but the texts: state, days and forums, also of every outcome."""

MATTER_SIZE = (
    HEAD_ROOM
    + room(MAX_TITLE)
    + sum(map(room, answer_parts.LIMITS))
    + MAX_OUTCOMES * room(MAX_WORDS)
)
SEALED_MATTER_SIZE = MATTER_SIZE + 40
"""Bytes of every matter in the store: a secretbox adds a nonce of 24 and a check of 16."""


class MatterError(Exception):
    """A matter cannot be written or read."""


class TitleTooLong(MatterError, ValueError):
    """Longer than MAX_TITLE code points."""


class MatterTooLong(MatterError, ValueError):
    """More outcomes than MAX_OUTCOMES, or words beyond their length."""


class DamagedMatter(MatterError, ValueError):
    """Bytes that are no matter."""


def pack(matter: Matter) -> bytes:
    """MATTER_SIZE bytes; raises `TitleTooLong` or `MatterTooLong`."""
    if len(matter.title) > MAX_TITLE:
        raise TitleTooLong(f"a matter's title has at most {MAX_TITLE} characters")
    if len(matter.outcomes) > MAX_OUTCOMES:
        raise MatterTooLong(f"a matter has at most {MAX_OUTCOMES} outcomes")
    words = [outcome.words for outcome in matter.outcomes]
    if any(len(said) > MAX_WORDS for said in words):
        raise MatterTooLong(f"an outcome has at most {MAX_WORDS} characters")
    texts = [matter.title, *answer_parts.texts(matter.answer), *words]
    try:
        return wrap(_head(matter), texts, MATTER_SIZE)
    except ParcelTooLong:
        raise MatterTooLong("the matter is longer than its place") from None


def unpack(packed: bytes) -> Matter:
    """The matter again; raises `DamagedMatter`, which quotes nothing of it."""
    try:
        head, texts = unwrap(packed)
        return _matter(head, texts[0], texts[1:])
    except (NotAParcel, ValueError, TypeError, LookupError):
        raise DamagedMatter("the matter cannot be read") from None


def _head(matter: Matter) -> dict[str, Any]:
    return {
        "number": matter.number,
        "subjects": matter.subjects,
        "opened_on": matter.opened_on.isoformat(),
        "review": matter.review,
        "excluded": sorted(matter.excluded),
        "forum": matter.forum,
        "due": iso(matter.due),
        "state": matter.state,
        "outcomes": [[one.on.isoformat(), one.state, one.forum] for one in matter.outcomes],
        "answer": answer_parts.head(matter.answer),
        "published": matter.published,
        "before": matter.before and _before_head(matter.before),
        "urgent": iso(matter.urgent),
    }


def _before_head(before: Before) -> list[Any]:
    stood = [before.state, before.forum, iso(before.due)]
    return [before.review, before.after, *stood, sorted(before.excluded), iso(before.urgent)]


def _matter(head: dict[str, Any], called: str, texts: Sequence[str]) -> Matter:
    """What a later version may call differently is left out; what it added is not missed."""
    answered = len(answer_parts.LIMITS)
    return Matter(
        number=int(head["number"]),
        title=called,
        subjects=known_subjects(head["subjects"]),
        opened_on=date.fromisoformat(head["opened_on"]),
        review=int(head["review"]),
        excluded=_roles(head.get("excluded", ())),
        forum=_forum(head.get("forum")),
        due=day(head.get("due")),
        state=_state(head.get("state")),
        outcomes=tuple(
            Outcome(date.fromisoformat(on), _state(state), _forum(forum), words)
            for (on, state, forum), words in zip(
                head.get("outcomes", ()), texts[answered:], strict=False
            )
        ),
        answer=answer_parts.together(head.get("answer"), texts[:answered]),
        published=bool(head.get("published")),
        before=_before(*head["before"]) if head.get("before") else None,
        urgent=day(head.get("urgent")),
    )


def _before(
    review: int,
    after: int,
    state: str,
    forum: str | None,
    due: str | None,
    excluded: list[str],
    urgent: str | None = None,
) -> Before:
    stood = _state(state), _forum(forum), day(due), _roles(excluded)
    return Before(review, after, *stood, day(urgent))


def _roles(words: Iterable[str]) -> frozenset[Role]:
    return frozenset(map(Role, words))


def _state(word: object) -> State:
    return next((state for state in State if state == word), State.REGISTERED)


def _forum(word: object) -> Forum | None:
    return next((forum for forum in Forum if forum == word), None)
