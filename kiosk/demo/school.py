"""The demo's school and committee; its key cards are printed here, so it guards nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from kiosk import store as stores
from kiosk.config import Helper, School
from kiosk.config.machine import store_in
from kiosk.post.board import Notice, NoticeType
from kiosk.post.cards import Cost
from kiosk.post.keys import enrol
from kiosk.post.letters import Language
from kiosk.post.pin import hashed
from kiosk.post.roles import Role

CARDS = {
    Role.DEPUTY_DIRECTOR: "14825073966148203570",
    Role.SOCIAL_PEDAGOGUE: "73059182644071935822",
    Role.PARLIAMENT_MEMBER: "59260371488152046398",
}

RECOVERY = "64109283750174628398"
"""The recovery envelope in the demo director's safe."""

PIN = "486201"
"""The demo technician's."""

SCHOOL = School(
    name={
        Language.KY: "№ 5 «Келечек» мектеби",
        Language.RU: "Школа № 5 «Келечек»",
        Language.EN: "School No. 5 “Kelechek”",
    },
    in_school=(
        Helper(
            who={
                Language.KY: "Айгүл Асанова, соцпедагог",
                Language.RU: "Айгуль Асанова, соцпедагог",
                Language.EN: "Aigul Asanova, social pedagogue",
            },
            where={
                Language.KY: "12-кабинет, дүйшөнбү–жума, 8:00–14:00",
                Language.RU: "Кабинет 12, пн–пт, 8:00–14:00",
                Language.EN: "Room 12, Monday to Friday, 8:00–14:00",
            },
        ),
        Helper(
            who={
                Language.KY: "Медайым",
                Language.RU: "Медсестра",
                Language.EN: "School nurse",
            },
            where={
                Language.KY: "1-кабат, медпункт, күн сайын",
                Language.RU: "1 этаж, медпункт, каждый день",
                Language.EN: "First floor, nurse's office, every day",
            },
        ),
    ),
)

FIRST_MOMENT = datetime(2026, 11, 20, 4, 5, tzinfo=UTC)
"""A Friday morning in Bishkek, a week before the window of the last Friday."""

NOTICES = (
    Notice(
        NoticeType.ANNOUNCEMENT,
        {
            Language.KY: "Ачык эшик күнү",
            Language.RU: "День открытых дверей",
            Language.EN: "Open day",
        },
        {
            Language.KY: "Ата-энелерди мектепке чакырабыз: ишемби, саат 10:00.",
            Language.RU: "В субботу в 10:00 приглашаем родителей в школу.",
            Language.EN: "On Saturday at 10:00 parents are welcome at the school.",
        },
        date(2026, 11, 1),
        date(2027, 5, 31),
    ),
    Notice(
        NoticeType.ANSWER,
        {
            Language.KY: "Жарык оңдолду",
            Language.RU: "Свет починили",
            Language.EN: "The light works",
        },
        {
            Language.KY: "Экинчи кабаттын коридоруна жаңы лампалар тагылды.",
            Language.RU: "В коридоре второго этажа поставили новые лампы.",
            Language.EN: "The corridor on the second floor has new lamps.",
        },
        date(2026, 10, 30),
        date(2027, 5, 31),
    ),
)


def found(data: Path, cost: Cost | None = None, pool: int = 1000, *, formed: bool = True) -> Path:
    """Return the demo store in `data`, made with so many envelopes if there is none yet.

    Without `formed` its committee is still to be formed on the screen.
    """
    path = store_in(data)
    if not path.exists():
        stores.create(path, "demo", SCHOOL.model_dump_json(), pool)
        cards = [*CARDS.items()]
        cost, day = cost or Cost.production(), FIRST_MOMENT.date()
        if formed:
            stores.save_committee(path, enrol(cards, RECOVERY, SCHOOL.quorum, cost, day))
        stores.save_pin(path, hashed(PIN, cost))
        for notice in NOTICES:
            stores.add_notice(path, notice)
    return path


def goes_on(path: Path) -> datetime:
    """When a demo over this store begins: an earlier day than it knows would not be believed.

    Raises StoreError, as the start itself would.
    """
    stores.prepare(path, "demo")
    mark = stores.load_mark(path) or FIRST_MOMENT.date()
    return max(FIRST_MOMENT, datetime.combine(mark, FIRST_MOMENT.timetz()))
