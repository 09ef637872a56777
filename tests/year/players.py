"""Those who play a school year at the kiosk: pupils, the committee, the power company.

Every step is a touch, a key or a lever; the ledger keeps what they did.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from kiosk.demo.school import CARDS, RECOVERY
from kiosk.hardware.simulated import SimulatedClock
from kiosk.post.journal import Decision
from kiosk.post.letters import Language
from kiosk.post.roles import Role
from tests.flow.test_reply_code import shown_code
from tests.guest import Guest
from tests.meetings.clerk import Clerk
from tests.year import desk
from tests.year.changes import change
from tests.year.ledger import Ledger, Registered
from tests.year.plan import BODY, HEADLINE, Month, Trouble, Wrote

Starts = Callable[[Path, SimulatedClock], Guest]
"""Switches a kiosk on over a folder, at a moment."""
REPLY = "Рахмат, сизди уктук"

ASIDE = {"room": "room_changed", "numbered": "onward", "due": "later"}
"""What comes between two letters, and the touch that goes on."""


class Players:
    """They go on at a fresh kiosk whenever the power was cut; `folder` is the disk of now."""

    def __init__(self, starts: Starts, folder: Path, moment: datetime, random: Random) -> None:
        self._starts, self.folder = starts, folder
        self._cuts = self._strays = 0
        self._codes: dict[Wrote, str] = {}
        self.cards, self.envelope = dict(CARDS), RECOVERY
        self.ledger, self.random = Ledger(), random
        self.clerk = Clerk(starts(folder, SimulatedClock(moment)))

    # --- power ---

    def cut_the_power(self, *, days: int = 0) -> None:
        """What is on the disk at this instant is all that is left; it comes back, or days later."""
        self._cuts += 1
        moment = self.clerk.world.clock.now() + timedelta(days=days)
        after = self.folder.with_name(f"{self.folder.name.split('+')[0]}+{self._cuts}")
        shutil.copytree(self.folder, after)
        self.clerk.leave_for_good()
        self.folder = after
        self.clerk = Clerk(self._starts(after, SimulatedClock(moment)))

    # --- pupils ---

    def letters_come(self, month: Month) -> None:
        """All letters until the review, with what goes wrong in the middle of them."""
        middle = len(month.letters) // 2
        for nth, letter in enumerate(month.letters):
            if nth == middle:
                self._goes_wrong(month.trouble)
            self._drops() if letter.paper else self._types(letter)
        self._is_mended()

    def _types(self, letter: Wrote) -> None:
        clerk = self.clerk
        if clerk.world.app.desk.stage.language is not letter.language:
            clerk.speaks(letter.language)
        clerk.writes(letter.text)
        if letter.kind is not None:
            clerk.touch(f"kind_{letter.kind}")
        if letter.wish:
            clerk.touch("readers")
            words = clerk.word("readers_adults").capitalize()
            chips = (w for w in clerk.world.app.desk.stage.view.widgets if w.name[:8] == "readers_")
            clerk.touch(next(chip.name for chip in chips if getattr(chip, "text", "") == words))
        if letter.coded:
            clerk.touch("reply")
        clerk.touch("send")
        clerk.sees("thanks")
        if letter.coded:
            clerk.touch("code_show")
            self._codes[letter] = shown_code(clerk)
            clerk.touch("done")
        else:
            clerk.touch("leave")

    def _drops(self) -> None:
        self.clerk.drops_paper()
        self.clerk.touch("leave")

    def _goes_wrong(self, trouble: Trouble) -> None:
        levers = self.clerk.world.levers
        match trouble:
            case Trouble.PAPER_OUT:
                levers.take_paper()
            case Trouble.CABLE:
                levers.unplug_printer()
            case Trouble.POWER_CUT:
                self.cut_the_power()
            case Trouble.SLOT_BLOCKED:
                levers.block_slot()
                self.clerk.wait(10)
                levers.clear_slot()
                self.clerk.wait(1)
                self._strays += 1  # a stick went through, not a letter
                self.clerk.touch("leave")
            case Trouble.DOOR_FORCED:
                levers.force_door()
                self.clerk.wait(2)
                levers.shut_door()
            case Trouble.NOTHING:
                pass
        self.clerk.wait(2)

    def _is_mended(self) -> None:
        levers = self.clerk.world.levers
        levers.load_paper()
        levers.plug_printer()
        self.clerk.wait(90)

    # --- the committee ---

    def changes(self, month: Month) -> None:
        """New cards, on a day before the review."""
        self.clerk.speaks(Language.KY)
        self.envelope = change(self.clerk, month.change, self.cards, self.envelope)

    def review(self, number: int, month: Month) -> None:
        """From the window's beginning to the board; perhaps cut off in the middle."""
        self.clerk.goes_to_the_window()
        self.clerk.speaks(Language.KY)
        self._gathers()
        opened_on = self.clerk.today
        self.clerk.opens_the_box()
        self.clerk.counts(len(month.papers), "not_letter" if self._strays else "")
        self._strays = 0
        done = self._reads(month, [], month.cut_after)
        if month.cut_after is not None:
            self.cut_the_power(days=1 if month.next_day else 0)
            self._gathers()
            done = self._reads(month, done, None)
        closed_on = self.clerk.today
        self._closes(owe=month.cut_after is not None)
        self._replies_are_read(done)
        self.ledger.rows += [Registered(one, number, opened_on, closed_on) for one in done]

    def _replies_are_read(self, letters: list[Wrote]) -> None:
        """Each by the writer who holds its code, and by nobody twice."""
        clerk = self.clerk
        for letter in letters:
            if letter.coded:
                clerk.touch("reply")
                clerk.type(self._codes.pop(letter))
                clerk.wait_until(lambda: clerk.screen == "reply", "the reply")
                clerk.touch("cover")
                assert clerk.shows(f"{REPLY} {letter.number}")
                clerk.touch("erase", "erase_now")
                clerk.wait_until(lambda: not clerk.world.app.busy, "the erasing")
                clerk.touch("leave")

    def _closes(self, *, owe: bool) -> None:
        """With its protocol, and one that was owed; where they owe it, it is for the next time."""
        clerk = self.clerk
        clerk.sees("close")
        clerk.touch("close_review")
        if clerk.screen == "close":
            self._prints()
            clerk.touch("close_review")
        clerk.sees("closed")
        if not owe:
            self._prints()
        clerk.ends()

    def _prints(self) -> None:
        papers = self.clerk.world.levers.papers
        before = len(papers)
        self.clerk.touch("protocol")
        self.clerk.wait_until(lambda: len(papers) > before, "the protocol")
        self.clerk.wait(1)

    def sits_at_the_desk(self, most: int) -> None:
        """Twelve days later: what is overdue, then what is open, as far as there is time."""
        self.clerk.world.move_clock(self.clerk.world.clock.now() + timedelta(days=12))
        self.clerk.wait(1)
        desk.sits_down(self.clerk, self.cards)
        became = desk.follows_up(self.clerk, self.random, most)
        self.ledger.became(became, self.clerk.today)
        desk.leaves(self.clerk)

    def _gathers(self) -> None:
        self.clerk.comes()
        for role in Role:
            self.clerk.type_card(self.cards[role])
        self.clerk.chooses()

    def _reads(self, month: Month, done: list[Wrote], most: int | None) -> list[Wrote]:
        """One letter after the other until none is left, or so many are registered."""
        clerk, done = self.clerk, list(done)
        papers = [letter for letter in month.papers if letter not in done]
        while clerk.screen != "close" and (most is None or len(done) < most):
            if clerk.screen in ASIDE:
                clerk.touch(ASIDE[clerk.screen])
            elif clerk.offers("no_date"):
                clerk.touch("no_date")
                done.append(self._registers(papers.pop(0)))
            else:
                clerk.touch("cover")
                waiting = {one.text: one for one in month.typed if one not in done}
                done.append(self._registers(waiting[clerk.reads_one_of(waiting)]))
        return done

    def _registers(self, letter: Wrote) -> Wrote:
        clerk = self.clerk
        clerk.touch(f"subject_{letter.subject}")
        match letter.decision:
            case Decision.REFERRED:
                clerk.touch(f"forum_{letter.forum}")
            case Decision.DECLINED:
                clerk.touch("decision_declined", "reason_money")
            case Decision.ANSWERED:
                clerk.touch("decision_answered", "how_board" if letter.answers else "told_class")
            case decision:
                clerk.touch(f"decision_{decision}")
        for language in letter.answers:
            self._answers(language)
        if letter.answers:
            clerk.touch("done")
        if letter.coded:
            clerk.touch("to_reply")
            clerk.type(f"{REPLY} {letter.number}")
            clerk.touch("done")
        clerk.touch("register")
        return letter

    def _answers(self, language: Language) -> None:
        self.clerk.touch(f"tongue_{language}", "headline")
        self.clerk.type(HEADLINE)
        self.clerk.touch("done")
        self.clerk.type(BODY[language])
        self.clerk.touch("done")
