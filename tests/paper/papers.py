"""Papers for the tests."""

from __future__ import annotations

from datetime import date

from PIL import Image

from kiosk.config.school import School
from kiosk.paper.slip import typeset
from kiosk.post.letters import DayMonth, Language
from kiosk.texts import Texts

WRITTEN, READING = DayMonth(22, 11), date(2026, 11, 27)
SCHOOL = School(
    name={Language.KY: "№ 5 орто мектеп", Language.RU: "Школа № 5", Language.EN: "School No. 5"}
)
LONG = School(
    name={
        Language.KY: "Жусуп Баласагын атындагы № 12 инновациялык мектеп-гимназиясы",
        Language.RU: "Учебно-воспитательный комплекс школа-гимназия № 12 города Ош",
        Language.EN: "Innovative School-Gymnasium No. 12 named after J. Balasagyn",
    }
)


def paper(
    language: Language = Language.KY,
    dots: int = 384,
    *,
    school: School = SCHOOL,
    written: DayMonth = WRITTEN,
    reading: date | None = READING,
) -> Image.Image:
    """Typeset a dated paper."""
    return typeset(school, Texts(language), written, reading, dots)
