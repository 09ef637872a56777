"""Six screens are read by an eye that is not ours, in Kyrgyz and Russian; all: `make test-look`."""

from __future__ import annotations

import pytest
from PIL import Image

from kiosk.demo.samples import SAMPLES
from kiosk.post.appearance import Palette
from kiosk.post.letters import Language
from tests.reading import eye
from tests.reading.screens import READ, complaints

SOME = ("board", "before", "write, covered", "check", "thanks", "help")

needs_an_eye = pytest.mark.skipif(bool(eye.missing()), reason=eye.missing())


@needs_an_eye
@pytest.mark.outside
@pytest.mark.parametrize("language", [Language.KY, Language.RU])
@pytest.mark.parametrize("name", SOME)
def test_its_sentences_can_be_read(name: str, language: Language) -> None:
    palette = Palette.DARK if name == "check" else Palette.LIGHT
    assert complaints(name, language, palette) == []


@needs_an_eye
@pytest.mark.outside
def test_what_does_not_stand_there_is_not_read() -> None:
    blank = Image.new("RGB", (800, 480), "#FAFAF7")
    found = eye.seen(["Катыңызды текшериңиз"], blank, Language.KY)
    assert found.unread == ["Катыңызды текшериңиз"]
    assert len(found.words) == len(eye.LOOKS)


# --- what counts as read ---


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ваше письмо в ящике", "ваше письмо в ящике"),
        ("Письма прочитают: 27 ноября", "ез письма прочитают 27 ноября ы"),
        ("Стереть и выйти", "скрыть стереть текст ивыйти"),
        ("Ким окуйт: топтун баары", "ким окуйт өзүңүзгө гана топтун баары"),
        ("Ещё не отправлено", "еще не отправпено"),
        ("Катыңызды текшериңиз", "катынызды текшериниз"),
        ("Письмо будет стёрто через 30 сек.", "письмо будет стерто через зо сек"),
    ],
)
def test_a_sentence_is_read_though_letters_or_lines_are_mixed_up(sentence: str, told: str) -> None:
    assert eye.is_read(sentence, told.split())


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Ваше письмо в ящике", "ваше письмо ящике"),  # a word is missing
        ("Письма прочитают: 27 ноября", "письма прочитают 21 ноября"),  # another day
        ("Телефон доверия: 111", "телефон доверия 112"),  # another number
        ("Ваше письмо стёрто", "письмо ваше стерто"),  # another order
        ("Өчүрүп, чыгуу", "ечурул чыгуу"),  # three letters of six
        ("Не записано", "на записано"),  # a short word must be right
    ],
)
def test_a_sentence_is_not_read_when_it_could_mean_something_else(sentence: str, told: str) -> None:
    assert not eye.is_read(sentence, told.split())


LOOK_ALIKE = {
    "appearances", "board alone", "board in the window", "check without a date",
    "write in Latin", "write numbers",
}  # fmt: skip
"""Another state of what is read, or chips alone."""


def test_every_screen_of_a_pupil_is_to_be_read() -> None:
    """Up to the first of the committee's; of one in several states, at least one state."""
    pupils = [*SAMPLES][: [*SAMPLES].index("way in")]
    read = {name.partition(",")[0] for name in READ}
    unread = [name for name in pupils if name.partition(",")[0] not in read | LOOK_ALIKE]
    assert unread == []
    assert {*SOME} < {*READ} < {*SAMPLES}
