"""`kiosk notices`: announcements on the board, each with its first and last day (R6)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk import store
from kiosk.config import Complaint, SettingsError, load_school
from kiosk.post.board import Notice, NoticeType
from kiosk.post.journal import MAX_BODY, MAX_HEADLINE
from kiosk.post.letters import Language, clean

DAYS = 14
"""An announcement hangs so long when nobody says otherwise."""


def today(path: Path) -> date:
    """Return the day at the school."""
    school = load_school(store.load_school(path))
    return datetime.now(ZoneInfo(school.timezone)).date()


def announcement(
    headline: Mapping[Language, str],
    body: Mapping[Language, str],
    first: date | None,
    last: date | None,
    day: date,
) -> Notice:
    """Return an announcement for the board; raises SettingsError with all that is wrong.

    It begins on `day` (today) and hangs for 14 days unless said otherwise.
    """
    headline, body = _in_one_line(_said(headline)), _said(body)
    begins = first or day
    ends = last or begins + timedelta(days=DAYS - 1)
    wrong = [*_words_wrong(headline, body), *_days_wrong(begins, ends, day)]
    if wrong:
        raise SettingsError(wrong)
    return Notice(NoticeType.ANNOUNCEMENT, headline, body, begins, ends)


def _said(texts: Mapping[Language, str]) -> dict[Language, str]:
    words = {language: clean(text).strip() for language, text in texts.items()}
    return {language: text for language, text in words.items() if text}


def _in_one_line(texts: Mapping[Language, str]) -> dict[Language, str]:
    return {language: " ".join(text.split()) for language, text in texts.items()}


def _words_wrong(headline: Mapping[Language, str], body: Mapping[Language, str]) -> list[Complaint]:
    if not headline and not body:
        remedy = "Give a headline and a body in one language at least, ky if only one."
        return [Complaint("headline", "there are no words to show", remedy)]
    return [
        *_parts_missing("headline", headline, body),
        *_parts_missing("body", body, headline),
        *_too_long("headline", headline, MAX_HEADLINE),
        *_too_long("body", body, MAX_BODY),
    ]


def _parts_missing(
    part: str, here: Mapping[Language, str], other: Mapping[Language, str]
) -> list[Complaint]:
    remedy = "Give both or none: a missing language shows one that is there."
    lacking = [language for language in other if language not in here]
    return [Complaint(f"{part}-{lang}", "this is missing", remedy) for lang in lacking]


def _too_long(part: str, texts: Mapping[Language, str], limit: int) -> list[Complaint]:
    return [
        Complaint(
            f"{part}-{language}",
            f"this has {len(text)} characters",
            f"Shorten it to {limit}: more cannot be read from the corridor.",
        )
        for language, text in texts.items()
        if len(text) > limit
    ]


def _days_wrong(first: date, last: date, day: date) -> list[Complaint]:
    if last < first:
        what = f"the last day, {last}, is before the first, {first}"
        return [Complaint("until", what, "Write a day on or after the first one.")]
    if last < day:
        return [Complaint("until", f"{last} is over", f"Write a day from {day} on.")]
    return []


def line(notice: Notice, day: date) -> str:
    """Return one line of the list: number, days, whether it hangs, headline."""
    state = "hangs" if notice.hangs_on(day) else "waits" if day < notice.first_day else "over"
    words = next(notice.headline[lang] for lang in Language if lang in notice.headline)
    return f"{notice.number:>4}  {notice.first_day} – {notice.last_day}  {state:<5}  {words}"


def add(path: Path, notice: Notice) -> None:
    """Hang an announcement on the board."""
    number = store.add_notice(path, notice)
    typer.echo(f"Notice {number} hangs from {notice.first_day} to {notice.last_day}.")


def show(path: Path) -> None:
    """List all notices that were not withdrawn."""
    notices, day = store.list_notices(path), today(path)
    for notice in notices:
        typer.echo(line(notice, day))
    if not notices:
        typer.echo("There are no notices. `kiosk notices add` hangs one.")


def withdraw(path: Path, number: int) -> None:
    """Take a notice off the board."""
    store.withdraw_notice(path, number, today(path))
    typer.echo(f"Notice {number} is off the board.")
