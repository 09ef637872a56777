"""`kiosk notices`: what hangs on the board, when, in which order, and with which picture (R6)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import typer

from kiosk import store
from kiosk.config import Complaint, SettingsError, load_school
from kiosk.post.board import Hours, Notice, NoticeType
from kiosk.post.journal import MAX_BODY, MAX_HEADLINE
from kiosk.post.letters import Language, clean
from kiosk.post.notices import DAYS, PINNED_DAYS, Flaw, flaws

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

FLAWS = {
    Flaw.BACKWARDS: ("until", "this is before the first day", "Write a day on or after it."),
    Flaw.OVER: ("until", "this day is over", "Write today or a later day."),
    Flaw.PINNED_LONG: (
        "until",
        f"what is pinned hangs for {PINNED_DAYS} days at most",
        "Write an earlier last day, or leave out --pinned.",
    ),
    Flaw.HOURS: ("hours", "this ends before it begins", "Write it like 08:00-12:30."),
}
"""Place, what is wrong and what to write instead; words are complained of one by one."""


@dataclass(frozen=True)
class Said:
    """What the command line says of a notice; None, or a language that is missing: nothing."""

    headline: Mapping[Language, str] = field(default_factory=dict)
    body: Mapping[Language, str] = field(default_factory=dict)
    type: NoticeType | None = None
    first: date | None = None
    last: date | None = None
    weekdays: str | None = None
    hours: str | None = None
    pinned: bool | None = None
    picture: str | None = None


def today(path: Path) -> date:
    """Return the day at the school."""
    school = load_school(store.load_school(path))
    return datetime.now(ZoneInfo(school.timezone)).date()


def written(said: Said, day: date, pictures: frozenset[str] = frozenset()) -> Notice:
    """Return a new notice; raises SettingsError with all that is wrong.

    It is an announcement, begins on `day` (today) and hangs for 14 days unless said otherwise.
    """
    first = said.first or day
    days = PINNED_DAYS if said.pinned else DAYS
    blank = Notice(
        NoticeType.ANNOUNCEMENT, {}, {}, first, said.last or first + timedelta(days=days - 1)
    )
    return changed(blank, said, day, pictures)


def changed(
    notice: Notice, said: Said, day: date, pictures: frozenset[str] = frozenset()
) -> Notice:
    """Return the notice with what was said; raises SettingsError with all that is wrong."""
    hours, unread = _hours(notice.hours, said)
    new = replace(
        notice,
        type=said.type or notice.type,
        headline=_in_one_line(_said({**notice.headline, **said.headline})),
        body=_said({**notice.body, **said.body}),
        first_day=said.first or notice.first_day,
        last_day=said.last or notice.last_day,
        hours=hours,
        pinned=notice.pinned if said.pinned is None else said.pinned,
        picture=notice.picture if said.picture is None else said.picture,
    )
    wrong = [*_words_wrong(new.headline, new.body), *_days_wrong(new, day), *unread]
    if new.picture and new.picture not in pictures:
        known = ", ".join(sorted(pictures)) or "none yet: `kiosk notices picture add FILE`"
        wrong.append(Complaint("picture", "there is no such picture", f"There are: {known}."))
    if wrong:
        raise SettingsError(wrong)
    return new


def _hours(hours: Hours, said: Said) -> tuple[Hours, list[Complaint]]:
    wrong = []
    if said.weekdays is not None:
        days = said.weekdays.replace(",", " ").lower().split()
        if strange := [day for day in days if day not in WEEKDAYS]:
            remedy = f"Write some of {','.join(WEEKDAYS)}, or nothing for every day."
            wrong.append(Complaint("weekdays", f"this is no weekday: {strange[0]}", remedy))
        else:
            hours = replace(hours, weekdays=frozenset(map(WEEKDAYS.index, days)))
    if said.hours is not None:
        try:
            opens, closes = _from_until(said.hours)
            hours = replace(hours, opens=opens, closes=closes)
        except ValueError:
            remedy = "Write it like 08:00-12:30, or nothing for the whole day."
            wrong.append(Complaint("hours", "these are no hours", remedy))
    return hours, wrong


def _from_until(text: str) -> tuple[time | None, time | None]:
    if not text.strip():
        return None, None
    match = re.fullmatch(r"\s*(\d\d:\d\d)\s*[-–]\s*(\d\d:\d\d)\s*", text)
    if match is None:
        raise ValueError(text)
    return time.fromisoformat(match[1]), time.fromisoformat(match[2])


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


def _days_wrong(notice: Notice, day: date) -> list[Complaint]:
    """A last day that lies wrong is complained of once."""
    found = [Complaint(*FLAWS[flaw]) for flaw in flaws(notice, day) if flaw in FLAWS]
    return list({complaint.place: complaint for complaint in reversed(found)}.values())


def line(notice: Notice, day: date) -> str:
    """Return one line of the list: number, days, whether it hangs, headline, what is special."""
    state = "hangs" if notice.hangs_on(day) else "waits" if day < notice.first_day else "over"
    words = next(notice.headline[lang] for lang in Language if lang in notice.headline)
    days = f"{notice.number:>4}  {notice.first_day} – {notice.last_day}  {state:<5}"
    return "  ".join([days, words, *_special(notice)])


def _special(notice: Notice) -> list[str]:
    hours = notice.hours
    special = [f"({notice.type})"] * (notice.type is not NoticeType.ANNOUNCEMENT)
    special += ["(pinned)"] * notice.pinned
    if hours.weekdays:
        special.append(f"({','.join(WEEKDAYS[day] for day in sorted(hours.weekdays))})")
    if hours.opens and hours.closes:
        special.append(f"({hours.opens:%H:%M}-{hours.closes:%H:%M})")
    return special + [f"(picture: {notice.picture})"] * bool(notice.picture)


def add(path: Path, said: Said) -> None:
    """Hang a notice on the board."""
    notice = written(said, today(path), frozenset(store.list_pictures(path)))
    number = store.add_notice(path, notice)
    typer.echo(f"Notice {number} hangs from {notice.first_day} to {notice.last_day}.")


def change(path: Path, number: int, said: Said) -> None:
    """Change what was said of a notice, and nothing else of it."""
    old = next((kept for kept in store.list_notices(path) if kept.number == number), None)
    if old is None:
        raise store.NoSuchNotice(f"there is no notice {number} on the board")
    notice = changed(old, said, today(path), frozenset(store.list_pictures(path)))
    store.change_notice(path, notice)
    typer.echo(f"Notice {number} hangs from {notice.first_day} to {notice.last_day}.")


def move(path: Path, number: int, step: int) -> None:
    """Tell a notice one earlier or later."""
    store.move_notice(path, number, step)
    show(path)


def show(path: Path) -> None:
    """List all notices that were not withdrawn, in their order."""
    notices, day = store.list_notices(path), today(path)
    for notice in notices:
        typer.echo(line(notice, day))
    if not notices:
        typer.echo("There are no notices. `kiosk notices add` hangs one.")


def withdraw(path: Path, number: int) -> None:
    """Take a notice off the board."""
    store.withdraw_notice(path, number, today(path))
    typer.echo(f"Notice {number} is off the board.")
