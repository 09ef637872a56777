"""What was written is in no object any more once it is sent, erased, left or read (law 3)."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from types import FrameType

import pytest

from tests.guest import Guest

HALVES = ("ала", "тоодогу")  # joined only while a test runs, so that its own code does not hold it


def word() -> str:
    return "".join(HALVES)


def letter() -> str:
    return f"Үйдө {word()} бар"


def kept(planted: str) -> list[str]:
    """Types of all objects, and places of all running code, that still hold the planted word."""
    gc.collect()
    return [*_objects(planted), *_frames(planted)]


def _objects(planted: str) -> Iterator[str]:
    for thing in gc.get_objects():
        for part in gc.get_referents(thing):
            if isinstance(part, str) and planted in part and part is not planted:
                yield type(thing).__qualname__


def _frames(planted: str) -> Iterator[str]:
    for top in sys._current_frames().values():
        here: FrameType | None = top
        while here is not None:
            texts = (value for value in here.f_locals.values() if isinstance(value, str))
            if here.f_code.co_filename != __file__ and any(planted in text for text in texts):
                yield here.f_code.co_name
            here = here.f_back


def sent(guest: Guest) -> None:
    guest.writes(letter())
    guest.touch("cover")
    guest.touch("cover", "send")
    guest.sees("thanks")


def sent_after_editing(guest: Guest) -> None:
    guest.writes(letter())
    guest.touch("edit", "done", "send")
    guest.sees("thanks")


def erased_while_writing(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(letter())
    guest.touch("erase", "erase_now")


def erased_while_checking(guest: Guest) -> None:
    guest.writes(letter())
    guest.touch("erase", "erase_now")


def left_alone(guest: Guest) -> None:
    guest.writes(letter())
    guest.touch("edit")
    for _ in range(151):
        guest.wait(1)
    guest.sees("erased")


def left_from_the_warning(guest: Guest) -> None:
    guest.writes(letter())
    guest.wait(121)
    guest.touch("leave")
    guest.sees("erased")


def read_and_left(guest: Guest) -> None:
    guest.sends(letter())
    guest.sends(letter())
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.touch("leave", "leave_sure")
    guest.sees("board")


def read_and_closed(guest: Guest) -> None:
    guest.sends(letter())
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.registers()
    guest.closes()


@pytest.mark.parametrize(
    "way",
    [
        sent,
        sent_after_editing,
        erased_while_writing,
        erased_while_checking,
        left_alone,
        left_from_the_warning,
        read_and_left,
        read_and_closed,
    ],
)
def test_no_object_holds_it_afterwards(guest: Guest, way: Callable[[Guest], None]) -> None:
    way(guest)
    assert kept(word()) == []


def test_the_search_finds_it_while_it_is_written(guest: Guest) -> None:
    guest.touch("write", "understood")
    guest.type(letter())
    assert kept(word())
