"""The dated paper: receipt after a letter and slip to put in with one are the same (R9)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from PIL import Image

from kiosk.post.letters import DayMonth, Language
from kiosk.texts import Texts


class SchoolOnPaper(Protocol):
    """What of the school's settings stands on the paper."""

    @property
    def helpline(self) -> str:
        """Number of the children's helpline."""

    @property
    def emergency(self) -> str:
        """Number to call in danger."""

    def named(self, language: Language, /) -> str:
        """Name of the school in a language."""


def typeset(
    school: SchoolOnPaper, texts: Texts, written: DayMonth, next_reading: date | None, dots: int
) -> Image.Image:
    """Draw the paper `dots` wide, mode "1" (0 is ink); `next_reading` None leaves its line out."""
    raise NotImplementedError
