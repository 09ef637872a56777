"""What a journal row says, as lines to read; all of it stands behind the cover."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.post.book import Book, Row
from kiosk.post.journal import Answer, Entry
from kiosk.screens.committee.entering import decided
from kiosk.texts import Texts


def line(texts: Texts, row: Row) -> str:
    """A row in a list: nothing that was written by hand."""
    said = [f"№ {row.number}", texts.full(row.opened_on)]
    if row.entry is None:
        return " · ".join([*said, texts("row_lost")])
    urgent = [texts("status_urgent")] if row.entry.urgent else []
    what = [_kind(texts, row.entry), decided(texts, row.entry)]
    return " · ".join(part for part in (*said, *urgent, *what) if part)


def told(texts: Texts, book: Book, row: Row, version: int) -> str:
    """Everything of a row; an earlier `version`, from 0, says first what was changed after it."""
    if not row.versions:
        return texts("row_lost")
    said = dict(_said(texts, book, row.versions[version]))
    lines = [f"{name}: {words}" for name, words in said.items() if words]
    if version + 1 < len(row.versions):
        after = dict(_said(texts, book, row.versions[version + 1]))
        changed = ", ".join(name for name in said if said[name] != after[name])
        lines.insert(0, texts("row_changed", what=changed) + "\n")
    return "\n".join(lines)


def _said(texts: Texts, book: Book, entry: Entry) -> Iterator[tuple[str, str]]:
    """Each part of a row with its name; what is empty is left out by who shows it."""
    yield texts("j_date_letter"), texts.date(entry.written) if entry.written else texts("no_date")
    yield texts("j_source"), _source(texts, entry)
    yield texts("j_kind"), _kind(texts, entry)
    yield texts("j_about"), ", ".join(texts(f"subject_{one}") for one in entry.subjects)
    yield texts("j_summary"), entry.summary
    yield texts("j_letter"), entry.text
    yield texts("j_matters"), ", ".join(one.title for one in book.about(entry))
    yield texts("j_decision"), decided(texts, entry)
    yield texts("reason"), entry.reason
    yield texts("matter_history"), "; ".join(_became(texts, book, entry))
    yield texts("status_urgent"), _informed(texts, entry)
    yield texts("j_answer"), _answer(entry.answer)
    yield texts("reply_only"), entry.reply or (texts("reply_given") if entry.replied else "")


def _became(texts: Texts, book: Book, entry: Entry) -> Iterator[str]:
    """What became of its matters, each with its day."""
    for matter in book.about(entry):
        for outcome in matter.outcomes:
            said = (texts.full(outcome.on), texts(f"state_{outcome.state}"), outcome.words)
            yield " ".join(part for part in said if part)


def _source(texts: Texts, entry: Entry) -> str:
    label = [texts("letter_label", n=entry.label)] if entry.label else []
    return " · ".join([texts(f"origin_{entry.origin}"), *label])


def _kind(texts: Texts, entry: Entry) -> str:
    return texts(f"kind_{entry.kind}") if entry.kind else texts("kind_unsaid")


def _informed(texts: Texts, entry: Entry) -> str:
    """Who was told and when, of what could not wait."""
    told = [(texts(f"office_{one.office}"), one.name, texts.date(one.on)) for one in entry.informed]
    return "; ".join(" ".join(part for part in one if part) for one in told)


def _answer(answer: Answer | None) -> str:
    """In every language in which it was given."""
    if answer is None:
        return ""
    said = ((answer.headline.get(one, ""), answer.body.get(one, "")) for one in answer.languages)
    return " / ".join(". ".join(part for part in one if part) for one in said)
