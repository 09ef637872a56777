"""A kiosk that has a meeting and then begins anew: `python -m tests.outside.renewing DATA`.

It says on stdout what it has come to, and goes on when it is sent a line. The letter that it reads
was put into the store by another process.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pygame
import pygame.font

from kiosk.demo.school import FIRST_MOMENT
from kiosk.demo.world import build, machine
from kiosk.hardware.simulated import SimulatedClock
from kiosk.keyholder.child import HeldByChild
from kiosk.post.letters import Language
from kiosk.process import lived
from tests.guest import Guest
from tests.office import CHEAP

SIZE = (800, 480)
SECOND_LIFE = "TEST_SECOND_LIFE"


def say(words: str) -> None:
    """Tell whoever started this, and wait."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
    sys.stdin.readline()


def main() -> int:
    """Read a letter, leave, and live on; the second life only says that it is there."""
    pygame.display.init()
    pygame.font.init()
    surface = pygame.display.set_mode(SIZE)
    clock = SimulatedClock(FIRST_MOMENT, running=True)
    settings = machine(SIZE, Language.KY)
    guest = Guest(build(Path(sys.argv[1]), settings, surface, clock, CHEAP, HeldByChild))
    app = guest.world.app
    app.start()
    app.settle()
    if SECOND_LIFE in os.environ:
        say(guest.screen)
        app.close()
        return 0
    os.environ[SECOND_LIFE] = "yes"
    app.desk.renews = True
    guest.goes_to_the_window()
    guest.touch("way_in")
    guest.gathers()
    guest.opens_the_box()
    guest.counts(0)
    guest.sees("register")
    say("reads")
    guest.touch("leave", "leave_sure")
    guest.sees("board")
    say("left")
    return lived(app)


if __name__ == "__main__":
    sys.exit(main())
