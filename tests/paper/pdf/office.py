"""A journal of a school year, for the documents."""

from __future__ import annotations

from datetime import date, timedelta

from kiosk.post.book import Book, Row
from kiosk.post.documents import Content, Order
from kiosk.post.journal import Answer, Decision, Entry, Forum
from kiosk.post.letters import DayMonth, Kind, Language, Origin
from kiosk.post.matters import Matter

PASSPHRASE = "төрт сөз жетет бул жерде"
NAMES = ("№ 5 «Келечек» мектеби", "Школа № 5 «Келечек»")
ON = date(2027, 6, 1)
FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)
SECRET = "купуякаттынөзү"
REPLY = "жазгандынжообу"
LONG = (
    "Экинчи кабаттагы коридордо жарык өчүп калды, кечинде караңгы болуп жатат, кичинекей балдар "
    "коркушат; ошондой эле терезенин айнеги сынган, суук кирип турат, үңүрөйүп көрүнөт. Өтүнөбүз. "
    "Мурда да жазганбыз. Качан оңдошот? Ата-энелер да сурап жатышат, жооп болсо экен, рахмат сизге."
)[:280]
KINDS, FORUMS, DECISIONS = (*Kind, None), tuple(Forum), tuple(Decision)
MATTERS = tuple(Matter(n, f"{n}-маселе: терезе жана жарык", (), FIRST) for n in range(1, 6))


def answer(n: int) -> Answer:
    return Answer(
        {Language.KY: f"Оңдолот {n}", Language.RU: f"Починят {n}"},
        {Language.KY: f"Жарык {n}-күнү тагылат.", Language.RU: f"Свет будет {n} числа."},
    )


def entry(n: int) -> Entry:
    decision = DECISIONS[n % 4]
    return Entry(
        origin=Origin.PAPER if n % 5 == 0 else Origin.TYPED,
        written=None if n % 10 == 0 else DayMonth(1 + n % 28, 1 + n % 12),
        kind=KINDS[n % 6],
        summary=f"Мазмун {n}: {LONG}"[: 20 + n * 37 % 260],
        well_founded=True,
        forum=FORUMS[n % 3] if decision is Decision.REFERRED else None,
        decision=decision,
        reason=f"Себеп {n}: каражат жетпейт" if decision is Decision.DECLINED else "",
        answer=answer(n) if n % 7 == 0 else None,
        text=SECRET,
        reply=REPLY if n % 9 == 0 else "",
        matters=(1 + n % 5,) if n % 3 == 0 else (),
        urgent=n % 33 == 0,
    )


def row(n: int) -> Row:
    opened = date(2026, 9, 25) + timedelta(days=30 * (n // 20))
    former = (entry(n + 1),) if n % 20 == 3 else ()
    said, closed = None if n == 17 else entry(n), opened + timedelta(days=n % 4)
    corrected = closed + timedelta(days=30) if former else None
    return Row(n, 1 + n // 20, opened, closed, said, former, corrected)


BOOK = Book(tuple(map(row, range(1, 101))), MATTERS)


def order(content: Content, passphrase: str = PASSPHRASE) -> Order:
    return Order(content, NAMES, ON, passphrase)
