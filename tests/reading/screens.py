"""The screens that a pupil goes through, and the sentences that must stand on each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kiosk.demo.registering import TEXT
from kiosk.demo.samples import READING, REPLY
from kiosk.demo.school import SCHOOL
from kiosk.post.appearance import Palette
from kiosk.post.letters import Language
from kiosk.screens.how import PAGES
from kiosk.texts import Texts
from tests.reading.eye import same, seen, words
from tools.showing import Shown

Said = Callable[[Texts], list[str]]


@dataclass(frozen=True)
class Read:
    """What must be read on a sample, and what must not."""

    said: Said
    secret: str = ""


def keys(*names: str) -> Said:
    """The sentences of these keys."""
    return lambda texts: [texts(name) for name in names]


def helped(*names: str) -> Said:
    """The same, and below them whom to call."""
    return lambda texts: [
        *keys(*names)(texts),
        texts("helpline", number=SCHOOL.helpline),
        texts("in_danger", number=SCHOOL.emergency),
        texts("help_now"),
    ]


def dated(names: tuple[str, ...], key: str) -> Said:
    """The same, with the day on which letters are read."""
    return lambda texts: [*helped(*names)(texts), texts(key, date=texts.date(READING))]


HOW = {
    name: Read(helped("how_it_works", *said))
    for name, said in zip(("how", "how 2", "how 3", "how 4", "how 5"), PAGES, strict=True)
}
READ: Mapping[str, Read] = {
    "board": Read(
        dated(
            ("app_name", "write_letter", "drop_paper", "reply_code", "how_it_works"),
            "letters_read_on",
        ),
    ),
    "before": Read(
        helped("before_title", "who_reads_text", "no_name_needed", "understood_write"),
    ),
    "write": Read(
        lambda texts: [
            *keys("no_name_needed", "done", "hide_text", "erase_and_leave")(texts),
            *([TEXT] if texts.language is Language.KY else []),
        ],
    ),
    "write, covered": Read(
        keys("no_name_needed", "show_text", "erase_and_leave"),
        secret=TEXT,
    ),
    "erase": Read(helped("erase_confirm", "erase_now", "keep_writing"), secret=TEXT),
    "check": Read(
        helped("check_letter", "not_sent_yet", "kind_report", "kind_optional", "send", "edit"),
        secret=TEXT,
    ),
    "check, wishes": Read(helped("check_letter", "not_sent_yet", "send"), secret=TEXT),
    "erased": Read(keys("erased_wished", "to_board"), secret=TEXT),
    "code": Read(helped("reply_code", "reply_code_keep", "code_gone", "code_written")),
    "enter code": Read(helped("reply_enter", "to_board")),
    "reply": Read(helped("reply_title", "reply_read", "to_board"), secret=REPLY),
    "thanks": Read(
        dated(("thank_you", "letter_received", "receipt_no_name"), "letters_read_on"),
    ),
    **HOW,
    "paper": Read(helped("drop_paper", "paper_write_date", "date_slip")),
    "help": Read(
        keys("help_call", "help_danger", "help_people", "help_unrecorded"),
    ),
    "idle": Read(
        lambda texts: [
            *helped("still_there", "keep_writing", "erase_and_leave")(texts),
            texts("timeout_warn", n=30),
        ],
    ),
}


LONG = 6
"""Shorter words of a letter may stand on any screen."""


def complaints(name: str, language: Language, palette: Palette) -> list[str]:
    """What cannot be read on a screen and should, and what can and should not."""
    screen = READ[name]
    shown = Shown(name, language, palette=palette)
    found = seen(screen.said(shown.look.texts), shown.drawn(), language)
    secrets = [word for word in words(screen.secret) if len(word) > LONG]
    told = [
        word for word in secrets if any(same(word, one) for look in found.words for one in look)
    ]
    return [*(f"not read: {one}" for one in found.unread), *(f"read: {one}" for one in told)]
