"""The tour's visit of a technician: in with the PIN, the doctor's page, the beam, a test page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kiosk.demo.school import PIN

if TYPE_CHECKING:
    from kiosk.demo.tour import Guide

LISTENED_S = 1.1
"""So long the doctor listens to the slot."""


def repairs(guide: Guide) -> None:
    """From the way in to the board."""
    guide.touch("technician")
    guide.see("pin", "The technician's PIN")
    guide.touch(*(f"digit_{digit}" for digit in PIN), "send_pin")
    guide.wait(LISTENED_S)
    guide.see("examination", "What is the matter with the box")
    guide.touch("tech_lock")
    guide.see("examination", "The lock is not tried behind a shut door")
    guide.take_paper("tech_page", "Test page")
    guide.touch("tech_beam")
    guide.see("beam", "The slot's beam")
    guide.touch("leave")
