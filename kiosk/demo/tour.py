"""The tour: the real application through its main job, in each language, by real input.

It leaves a picture of every screen on the way, the bytes and a picture of every paper, and an
`index.html` that shows them in order. A step that does not really happen ends it with an error.
"""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pygame
import pygame.font
import typer

from kiosk.demo import asking, cards, following, gathering, hanging
from kiosk.demo.album import Album
from kiosk.demo.repairs import repairs
from kiosk.demo.visitor import NotThere, Visitor
from kiosk.demo.words import ANSWERS, LETTERS, SUMMARIES
from kiosk.demo.world import World, build, machine
from kiosk.post.letters import Language

SIZE = (1280, 800)
INTO_WINDOW = timedelta(minutes=10)


def tour(folder: Path) -> int:
    """Take the tour into `folder`; returns 0 only if every step really happened."""
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    pygame.display.init()
    pygame.font.init()
    album = Album(folder)
    surface = pygame.display.set_mode(SIZE)
    with TemporaryDirectory(prefix="kiosk-tour-") as data:
        world = build(Path(data), machine(SIZE, Language.KY), surface)
        try:
            cards.forming(surface, album)
            world.app.start()
            for language in Language:
                Guide(world, album, language).go()
        except NotThere as missing:
            typer.echo(f"The tour could not go on: {missing}", err=True)
            return 1
        finally:
            world.app.close()
            album.bind()
            pygame.quit()
    typer.echo(f"The tour is in {folder / 'index.html'}: {len(album)} pictures.")
    return 0


class Guide(Visitor):
    """One round through the post in one language; each round has its own month."""

    def __init__(self, world: World, album: Album, language: Language) -> None:
        super().__init__(world)
        self._album, self.language = album, language
        self._code = ""
        self._papers = len(world.levers.papers)

    def go(self) -> None:
        """Write, put in paper, open, register, close, and see the answer on the board."""
        self.world.app.settle()
        if self.world.app.desk.moment().window is not None:
            self.world.move_clock(self.world.clock.now() + timedelta(days=1))
        self.touch(f"language_{self.language}")
        self.see("board", "The board")
        self.write()
        self.put_in_paper()
        self.look_around()
        hanging.hung(self)
        cards.members(self)
        self.open()
        self.register()
        self.close()
        asking.read(self, self._code)
        following.followed(self)

    def see(self, screen: str, caption: str) -> None:
        """Make sure of the screen and take its picture."""
        self.sees(screen)
        self._album.screen(self.language, caption, self.world.surface)

    def write(self) -> None:
        """A typed letter, from the board to the reply code."""
        self.touch("write")
        self.see("before", "Before you write")
        self.touch("understood")
        self.see("write", "An empty sheet")
        self.type_on_glass(LETTERS[self.language])
        self.see("write", "Writing")
        self.touch("cover")
        self.see("write", "One touch covers the text")
        self.touch("cover", "erase")
        self.see("write", "Erasing is asked once")
        self.touch("keep")
        self.wait(125)
        self.see("idle", "Nobody touched anything")
        self.touch("stay", "done")
        self.see("check", "Checking")
        self.touch("kind_request")
        asking.wishes(self)
        self.touch("send")
        self.see("thanks", "In the box")
        self._code = asking.copied(self)

    def put_in_paper(self) -> None:
        """Slips, and a paper letter through the slot, with its receipt."""
        self.touch("paper")
        self.see("paper", "How to put in a paper letter")
        asking.halves(self)
        self.take_paper("slip", "Slip")
        self.world.levers.drop_letter()
        self.wait(1)
        self.see("thanks", "A paper letter")
        self.take_paper("receipt", "Receipt")
        self.touch("leave")

    def look_around(self) -> None:
        """How it works, help, the cards of the board, and the box outside its window."""
        self.touch("how")
        for page in range(5):
            self.see("how", f"How it works, {page + 1}")
            self.touch("next" if page < 4 else "leave")
        self._home()
        self.touch("help_now")
        self.see("help", "I need help now")
        self.take_paper("slip", "Numbers")
        self.touch("back")
        for _ in range(4):
            self.touch("card_after")
            self.see("board", "A card of the board")
        self.hold("emblem", 3.2)
        self.see("wayin", "When the box may be opened")
        repairs(self)

    def open(self) -> None:
        """Into the window: the board's way in, three cards, the lock, the count."""
        desk = self.world.app.desk
        window = desk.next_window()
        if window is None:
            raise NotThere("the demo school has no window")
        self.world.move_clock(window.start + INTO_WINDOW)
        self.wait(1)
        self.touch(f"language_{self.language}")  # left alone, the board has gone back to its own
        self.see("board", "The board inside the window")
        gathering.gathered(self)
        self.see("unlock", "Everyone is here")
        self.unlock()
        self.see("unlock", "Pull the door")
        if not self.world.levers.pull_door():
            raise NotThere("the door did not open")
        self.wait(1)
        self.wait_until(lambda: self.screen == "count", "the review to open")
        self.world.levers.shut_door()
        self.see("count", "Count the paper letters")
        self.touch("digit_1")
        self.touch("compare")
        self.see("count", "The counts agree")
        self.touch("confirm")

    def register(self) -> None:
        """The typed letter is read, decided and answered; the paper one gets its row."""
        self.wait_until(lambda: self.screen == "register", "the first letter")
        self.see("register", "A letter, covered")
        self.touch("cover")
        self.see("register", "A letter")
        gathering.beside(self)
        self.touch("subject_building")
        self.see("register", "Deciding")
        self.touch("forum_director", "summary")
        self.type(SUMMARIES[self.language])
        self.see("register", "A summary")
        self.touch("done")
        self.answer()
        asking.answered(self)
        self.see("register", "The row, complete")
        self.touch("register")
        self.wait_until(lambda: self._at("no_date"), "the paper letter")
        self.see("register", "A paper letter")
        gathering.stepped_out(self)
        self.touch("no_date", "subject_thanks", "decision_no_action")
        self.see("register", "The row of a paper letter")
        self.touch("rows")
        self.see("register", "Rows that can be corrected")
        self.touch("done", "register")
        gathering.called_back(self)

    def answer(self) -> None:
        """A public answer for the board."""
        headline, body = ANSWERS[self.language]
        self.touch("to_answer", "headline")
        self.type(headline)
        self.touch("done")
        self.type(body)
        self.touch("done")
        self.see("register", "An answer for the board")
        self.touch("preview")
        self.see("register", "The answer as the board will show it")
        self.touch("write", "done")

    def close(self) -> None:
        """Nothing is left over: close, and the answer hangs on the board."""
        self.wait_until(lambda: self.screen == "close", "the last row")
        self.see("close", "Everything has its row")
        self.touch("close_review")
        self.wait_until(lambda: self.screen == "closed", "the close")
        self.see("closed", "Closed")
        self.touch("done")
        self.see("closed", "Asked before the protocol is left for later")
        self.take_paper("protocol", "The protocol")
        self.touch("done")
        self.wait_until(lambda: self.screen == "board", "the board")
        for _ in range(3):
            self.see("board", "The board after the review")
            self.touch("card_after")

    def type_card(self, code: str) -> None:
        """Type a key card on the number pad."""
        before = self.screen
        self.touch(*(f"digit_{digit}" for digit in code))
        self.wait_until(lambda: not self.world.app.busy, "the card")
        self.wait_until(lambda: self.screen in {before, "digits"}, "the card")

    def take_paper(self, button: str, caption: str) -> None:
        """Ask for a paper and wait until it came out."""
        self.touch(button)
        papers = self.world.levers.papers
        self.wait_until(lambda: len(papers) > self._papers, "the paper")
        self._papers = len(papers)
        dots = self.world.app.desk.hardware.printer.dots
        self._album.paper(self.language, caption, papers[-1], dots)
        self.see(self.screen, f"{caption}: taken")

    def _at(self, name: str) -> bool:
        return any(widget.name == name for widget in self._stage.view.widgets)

    def _home(self) -> None:
        while self.screen != "board":
            self.touch("back")
