"""A visitor who knows the ways through the post; every step is a touch, a key or a lever."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pygame

from kiosk.demo.school import CARDS, PIN
from kiosk.demo.visitor import BETWEEN_TOUCHES_S, PATIENCE, NotThere, Visitor, middle
from kiosk.demo.world import World
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from kiosk.texts import Texts

TEXT = "Экинчи кабатта жарык жок"


class Guest(Visitor):
    """Asks the screen what it says with `says`; `word` gives a sentence to look for."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self._open = True

    def word(self, key: str, **values: object) -> str:
        """The sentence in the language of the screen."""
        return Texts(self.world.app.desk.stage.language)(key, **values)

    def says(self, key: str, **values: object) -> bool:
        """Whether the screen says this sentence."""
        return self.word(key, **values) in self.reads()

    def shows(self, text: str) -> bool:
        """Whether these words of a letter can be read on the screen, however they are wrapped."""
        lines = [
            line
            for widget in self.world.app.desk.stage.view.widgets
            if not getattr(widget, "covered", False)
            for line in getattr(widget, "lines", ())
        ]
        return "".join(text.split()) in "".join("".join(lines).split())

    @property
    def data(self) -> Path:
        """The kiosk's data directory."""
        return self.world.data

    @property
    def today(self) -> date:
        """The kiosk's own date."""
        today = self.world.app.desk.today()
        assert today is not None
        return today

    @property
    def next_reading(self) -> date:
        """The day on which letters are read next."""
        day = self.world.app.desk.next_reading()
        assert day is not None
        return day

    def word_date(self, day: date) -> str:
        """The day as the screen writes it."""
        return Texts(self.world.app.desk.stage.language).date(day)

    def offers(self, name: str) -> bool:
        """Whether something of this name can be touched."""
        widgets = self.world.app.desk.stage.view.widgets
        return any(widget.name == name and widget.act for widget in widgets)

    def cards_of_the_board_say(self, words: str) -> bool:
        """Turn the cards, at most once round, until one says so."""
        for _ in range(20):
            if words in self.reads():
                return True
            self.touch("card_after")
        return False

    def goes_to_the_next_window(self) -> None:
        """Past this window, to the next reading day."""
        self.world.move_clock(self.world.clock.now() + timedelta(days=1))
        self.wait(0.5)
        self.goes_to_the_window()

    def speaks(self, language: Language) -> None:
        self.touch(f"language_{language}")

    def writes(self, text: str = TEXT) -> None:
        """From the board to the check screen."""
        self.touch("write", "understood")
        self.type(text)
        self.touch("done")

    def pastes(self, text: str) -> None:
        """A long text at once, as a very fast keyboard would send it."""
        self.wait(0.5)
        pygame.event.post(pygame.Event(pygame.TEXTINPUT, text=text))
        self.world.app.settle()

    def sends(self, text: str = TEXT) -> None:
        """A whole letter, from board to board."""
        self.writes(text)
        self.touch("send")
        self.sees("thanks")
        self.touch("leave")

    def taps_without_looking(self, *names: str) -> None:
        """Tap what is on the screen now, so fast that all of it arrives before the next frame."""
        self.world.clock.advance(BETWEEN_TOUCHES_S)
        for x, y in [middle(self.widget(name).rect) for name in names]:
            for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
                pygame.event.post(pygame.Event(kind, pos=(x, y), button=1, touch=False))
        self.steps()

    def steps(self, seconds: float = 0.0) -> None:
        """Let time pass, but do not wait for workers."""
        self.world.clock.advance(seconds)
        while self.world.app.step():
            pass

    def steps_until(self, happened: Callable[[], bool], what: str) -> None:
        """Wait for one worker, while another is still busy."""
        for _ in range(PATIENCE):
            self.steps()
            if happened():
                return
            self.world.app.nap(0.01)
        raise NotThere(f"waited in vain for {what}")

    def drops_paper(self) -> None:
        self.world.levers.drop_letter()
        self.wait(0.5)

    def goes_to_the_window(self) -> None:
        """Fourteen ten on the next reading day, at the board."""
        window = self.world.app.desk.next_window()
        assert window is not None
        self.world.move_clock(window.start + timedelta(minutes=10))
        self.wait(0.5)

    def shows_card(self, role: Role) -> None:
        self.type_card(CARDS[role])

    def type_card(self, code: str) -> None:
        """Type a card; who is asked for the first one looks round the corridor before."""
        if self.offers("corridor_clear"):
            self.touch("corridor_clear")
        self.type(code)
        self.wait_until(lambda: not self.world.app.busy, "the card")

    def gathers(self, digits: Sequence[str] = ()) -> None:
        """All three cards, one after the other; then digits, or none."""
        for role in Role:
            self.shows_card(role)
        self.chooses(digits)

    def chooses(self, digits: Sequence[str] = ()) -> None:
        """Each in turn chooses four digits; who is left goes on without."""
        for four in digits:
            self.sees("digits")
            self.type_digits(four)
        if self.screen == "digits":
            self.touch("digits_later")

    def type_digits(self, four: str) -> None:
        self.type(four)
        self.wait_until(lambda: not self.world.app.busy, "the digits")

    def opens_the_box(self) -> None:
        """The quorum is here: unlock, pull, and shut the door again."""
        self.unlock()
        self.pulls()

    def pulls(self) -> None:
        assert self.world.levers.pull_door()
        self.wait(0.5)
        self.world.levers.shut_door()
        self.wait(0.5)
        self.sees("count")

    def counts(self, hand: int, reason: str = "", *, reminded: bool = False) -> None:
        """Overdue matters wait, unless it is `reminded` that is to be looked at."""
        self.touch(*(f"digit_{digit}" for digit in str(hand)), "compare")
        if reason:
            self.touch(f"diff_{reason}")
        self.touch("confirm")
        self.wait_until(lambda: not self.world.app.busy, "the count")
        if self.screen == "due" and not reminded:
            self.touch("later")

    def registers(self, summary: str = "Жарык", answer: tuple[str, str] | None = None) -> None:
        """One letter, with a summary of its own."""
        self.sees("register")
        self.touch("subject_building", "decision_no_action", "summary")
        self.type(summary)
        self.touch("done")
        if answer:
            self.answers(*answer)
        if self.offers("open_letter"):
            self.touch("open_letter")
        self.touch("register")

    def answers(self, headline: str, body: str) -> None:
        """A public answer to the letter in hand."""
        self.touch("to_answer", "headline")
        self.type(headline)
        self.touch("done")
        self.type(body)
        self.touch("done", "done")

    def registers_paper(self) -> None:
        """A paper letter that carries no date."""
        self.touch("no_date")
        self.registers("Кагаз")
        self.notes_the_number()

    def notes_the_number(self) -> None:
        """Writes on the paper letter what the screen says, where it asks for that."""
        self.wait_until(lambda: not self.world.app.busy, "the row")
        self.world.app.settle()
        if self.screen == "numbered":
            self.touch("onward")

    def closes(self) -> None:
        self.sees("close")
        self.touch("close_review")
        if self.says("protocol_owed_close"):  # that is said once
            self.touch("close_review")
        self.sees("closed")
        self.ends()

    def ends(self) -> None:
        """Back to the board; a protocol that was not printed stays owed."""
        self.touch("done")
        if self.offers("protocol_later"):
            self.touch("protocol_later")
        self.sees("board")

    def asks_for_the_technician(self) -> None:
        """From the board to the number pad."""
        self.hold("emblem", 3.2)
        self.touch("technician")
        self.sees("pin")

    def types_pin(self, pin: str = PIN) -> None:
        self.type(pin)
        self.touch("send_pin")

    def examines(self) -> None:
        """From the board to the doctor's page, with every part looked at."""
        self.asks_for_the_technician()
        self.types_pin()
        self.sees("examination")
        self.wait(1.1)

    def leave_for_good(self) -> None:
        """The kiosk is switched off, properly."""
        if self._open:
            self._open = False
            self.world.app.close()
