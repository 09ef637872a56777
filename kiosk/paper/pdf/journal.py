"""The journal in the form of the school's notebook, with room for names and signatures (4.3)."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.paper.pdf.leaves import Leaves
from kiosk.paper.pdf.table import Column, Table
from kiosk.paper.twofold import FIRST, SECOND
from kiosk.paper.wording import answered, became, kind, written
from kiosk.post.documents import Order
from kiosk.post.notebook import Line, Notebook, Said
from kiosk.texts import Texts

SIZE = 7.5
COLUMNS = (
    Column("j_number", 12),
    Column("j_date_letter", 17),
    Column("j_date_opened", 19),
    Column("j_source", 25),
    Column("j_kind", 24),
    Column("j_summary", 48),
    Column("j_forum", 29),
    Column("j_decision", 29),
    Column("j_answer", 36),
    Column("j_answer_date", 19),
    Column("j_responsible", 25),
    Column("j_signature", 16),
)
PEN = 9.0
"""Millimetres a row has at the least, for a name and a signature."""


def journal(order: Order, notebook: Notebook) -> Leaves:
    """Write the rows, whether there are any or not."""
    leaves = Leaves(lambda texts: texts("journal"), order.names, order.on, wide=True)
    leaves.titled(lambda texts: texts("journal"), order.names)
    leaves.named("report_period", f"{notebook.first:%d.%m.%Y} – {notebook.last:%d.%m.%Y}")
    leaves.named("close_registered", str(len(notebook.lines)))
    leaves.pages.space(2)
    table = Table(leaves.pages, COLUMNS, size=SIZE, low=PEN)
    if not notebook.lines:
        table.head()
    for line in notebook.lines:
        table.row(*_cells(line))
    return leaves


def _cells(line: Line) -> tuple[str, ...]:
    said, opened = line.said, f"{line.opened_on:%d.%m.%Y}"
    if said is None:
        return (str(line.number), "", opened, "", "", _both(_lost), *[""] * 6)
    return (
        str(line.number),
        _both(lambda texts: written(texts, said)),
        opened,
        _both(lambda texts: texts(f"origin_{said.origin}")),
        _both(lambda texts: kind(texts, said)),
        _summary(line, said),
        _both(lambda texts: texts(f"forum_{said.forum}")) if said.forum else "",
        "\n".join(filter(None, (_both(lambda texts: _decision(texts, said)), *_became(said)))),
        _answer(said),
        f"{line.answered_on:%d.%m.%Y}" if line.answered_on else "",
        "",
        "",
    )


def _summary(line: Line, said: Said) -> str:
    if not line.corrected:
        return said.summary
    corrected = _both(lambda texts: f"{texts('row_corrected')}: {line.corrected}")
    return f"{said.summary}\n{corrected}"


def _decision(texts: Texts, said: Said) -> str:
    """Without the forum, which has its own column."""
    words = texts(f"decision_{said.decision}") if said.decision else ""
    return f"{texts('status_urgent')}. {words}" if said.urgent else words


def _became(said: Said) -> tuple[str, ...]:
    """Why it was declined, then what a forum made of it, and on which day."""
    outcome = said.outcome
    if outcome is None:
        return (said.reason,)
    words = _both(lambda texts: became(texts, outcome, said))
    return said.reason, f"{outcome.on:%d.%m.%Y}", words, outcome.words


def _answer(said: Said) -> str:
    private = _both(lambda texts: texts("reply_only")) if said.replied else ""
    return "\n".join(filter(None, (answered(said), private)))


def _lost(texts: Texts) -> str:
    return texts("row_lost")


def _both(say: Callable[[Texts], str]) -> str:
    """Kyrgyz, and Russian under it where it says something else."""
    return "\n".join(dict.fromkeys((say(FIRST), say(SECOND))))
