"""Any document in A4, from what is to be on it to its bytes."""

from __future__ import annotations

from typing import assert_never

from kiosk.paper import agenda, protocol
from kiosk.paper.pdf.assembly import assembly
from kiosk.paper.pdf.journal import journal
from kiosk.paper.pdf.leaves import Leaves
from kiosk.paper.pdf.report import report
from kiosk.post.analysis import Tally
from kiosk.post.documents import Agenda, Assembly, Order
from kiosk.post.notebook import Notebook
from kiosk.post.protocol import Protocol


def typeset(order: Order) -> bytes:
    """Make the document, under its passphrase if it has one."""
    return _leaves(order).pages.bytes(order.passphrase)


def _leaves(order: Order) -> Leaves:
    match order.content:
        case Protocol() as closed:
            return _protocol(order, closed)
        case Notebook() as notebook:
            return journal(order, notebook)
        case Tally() as tally:
            return report(order, tally)
        case Agenda() as items:
            return _agenda(order, items)
        case Assembly() as answers:
            return assembly(order, answers)
        case _:
            assert_never(order.content)


def _protocol(order: Order, closed: Protocol) -> Leaves:
    number = f"№ {closed.account.facts.review}"
    leaves = Leaves(lambda texts: texts("opening_record"), order.names, order.on, value=number)
    protocol.write(leaves, order.names, closed)
    return leaves


def _agenda(order: Order, items: Agenda) -> Leaves:
    leaves = Leaves(lambda texts: texts("agenda"), order.names, order.on)
    agenda.write(leaves, order.names, items)
    return leaves
