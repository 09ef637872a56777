"""The papers of a year: asked for at the desk, saved on a stick, read by a program not ours."""

from __future__ import annotations

from kiosk.post.letters import Language
from kiosk.texts import Texts
from tests.guest import Guest
from tests.paper.pdf.reading import pages
from tests.year.desk import waits

PHRASE = "бороон кар жаады"
KY = Texts(Language.KY)


def saved(guest: Guest, document: str) -> list[str]:
    """All that there is of this document, the latest first; what can be read in each."""
    guest.touch("desk_papers", f"paper_{document}")
    read = [_saved(guest)] if guest.widget("way_stick").enabled else []
    while guest.widget("which_back").enabled:
        guest.touch("which_back")
        read.append(_saved(guest))
    guest.touch("leave")
    guest.sees("deskmenu")
    return read


def _saved(guest: Guest) -> str:
    folder = guest.world.stick.folder
    before = set(folder.iterdir()) if folder.exists() else set()
    guest.touch("way_stick")
    if guest.screen == "passphrase":
        guest.type(PHRASE)
        guest.touch("agree")
    waits(guest)
    (new,) = set(folder.iterdir()) - before
    return "\n".join(pages(new.read_bytes(), PHRASE))


def figure(report: str, key: str) -> str:
    """What stands behind this name, of which each is said in Kyrgyz, then in Russian."""
    lines = report.splitlines()
    at = lines.index(KY(key))
    return next(line for line in lines[at + 1 :] if line[:1].isdigit())
