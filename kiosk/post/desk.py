"""The committee's desk: the open journal, and which of its pages lies on top.

Between the windows by quorum, or over a step of a running review. The box is no part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.post.protocol import Account
from kiosk.post.search import Index
from kiosk.post.verifying import Verdict


class DeskPage(StrEnum):
    """What one does at the desk."""

    MENU = "menu"
    MATTERS = "matters"
    JOURNAL = "journal"
    ROW = "row"
    ANALYSIS = "analysis"
    PAPERS = "papers"
    ERASING = "erasing"
    CHECK = "check"


@dataclass(frozen=True)
class OpenDesk:
    """`index` is the open journal, None until it is there; then there is nothing but the menu.

    `row` is the number of the row that is being corrected, on the page of that name. `accounts` are
    what the store tells of each closed review; `verdict` is there once the journal was checked.
    """

    index: Index | None = field(default=None, repr=False)
    page: DeskPage = DeskPage.MENU
    row: int | None = None
    accounts: tuple[Account, ...] = ()
    verdict: Verdict | None = None
