"""What becomes of a letter: one touch says where it is considered, or what was decided."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.post.journal import Decision, Forum
from kiosk.screens import parts
from kiosk.screens.base import Look, Rect, Widget
from kiosk.screens.committee.choices import Choice, lay
from kiosk.screens.committee.draft import Draft
from kiosk.screens.committee.drafting import OPENINGS, Answering
from kiosk.screens.committee.pages import Decided, Go, Opened, Page, Reasoned
from kiosk.screens.committee.passages import Passage
from kiosk.screens.layout import rows
from kiosk.screens.widgets import Label

REASONS = ("reason_power", "reason_money", "reason_solved", "reason_rules", "reason_unclear")
"""Why letters are declined again and again; any other reason is written."""

TOLD = ("told_class", "told_lineup")
"""Where letters are answered by word of mouth again and again; any other place is written."""

REFERRED = [Decided(Decision.REFERRED, forum) for forum in Forum]
OTHERS = [Decided(Decision.ANSWERED), Decided(Decision.NO_ACTION), Decided(Decision.DECLINED)]


def deciding(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    """Four forums, three other decisions, and what cannot wait."""
    texts = look.texts
    forums = [
        Choice(
            f"forum_{act.forum}", texts(f"forum_{act.forum}"), act,
            draft.decision is Decision.REFERRED and draft.forum is act.forum,
        )
        for act in REFERRED
    ]  # fmt: skip
    others = [
        Choice(
            f"decision_{act.decision}", texts(f"decision_{act.decision}"), act,
            draft.decision is act.decision,
        )
        for act in OTHERS
    ]  # fmt: skip
    urgent = Choice("urgent", texts("urgent_today"), Go(Page.URGENT), draft.urgent.wanted)
    yield from _asked(look, area, "decide_ask", [*forums, *others, urgent], 4)


def reasons(
    look: Look, area: Rect, draft: Answering, passage: Passage = Passage.REASON
) -> Iterable[Widget]:
    """Why it was declined: by a touch, or in words of one's own."""
    texts, said = look.texts, draft.said(passage)
    ready = [Choice(key, texts(key), Reasoned(texts(key)), texts(key) == said) for key in REASONS]
    own = bool(said) and said not in {choice.words for choice in ready}
    other = Choice("reason_other", texts("reason_other"), Go(Page(passage)), own)
    yield from _asked(look, area, "reason_ask", [*ready, other], 3)


def how(look: Look, area: Rect, draft: Draft) -> Iterable[Widget]:
    """How it was answered: by one touch on the board, to the writer alone, or by word of mouth."""
    texts, said = look.texts, draft.said(Passage.REASON)
    board = texts("how_board")
    begun = draft.answer.made() is not None
    choices = [
        Choice(key, f"{board}: {texts(head)}", Opened(key))
        for key, head in OPENINGS.items()
        if not begun
    ]
    own = texts("how_board_own")
    choices.append(Choice("how_board", own, Go(Page.ANSWER), begun))
    if draft.replies:
        alone = bool(draft.said(Passage.REPLY))
        choices.append(Choice("how_reply", texts("reply_only"), Go(Page.REPLY), alone))
    choices += [Choice(key, texts(key), Reasoned(texts(key)), texts(key) == said) for key in TOLD]
    elsewhere = bool(said) and said not in {texts(key) for key in TOLD}
    choices.append(Choice("told_other", texts("told_other"), Go(Page.REASON), elsewhere))
    yield from _asked(look, area, "how_ask", choices, -(-len(choices) // 2))


def _asked(look: Look, area: Rect, key: str, choices: list[Choice], down: int) -> Iterable[Widget]:
    """A question above two columns of chips."""
    line = look.theme.type("body*" if parts.roomy(look) else "small*").line
    title, chips = rows(area, line, 1.0, gap=look.theme.gap // 2)
    yield Label(f"{key}_title", title, "paper", look.texts(key), type="body*", least="small")
    yield from lay(look, chips, 2, down, choices)
