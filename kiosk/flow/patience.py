"""How long nobody touches the glass before something happens, in seconds."""

from __future__ import annotations

COVER_S = 60.0
"""So long a letter stays readable that nobody touches; one touch shows it again."""
LETTER_S = 120.0
CODE_S, COPIED_CODE_S = 15.0, 45.0
"""Then a reply code is covered, counts down in sight, and is erased; later while it is copied.

No question comes: whoever answered that one might not be the writer (ADR 24).
"""
UNSEEN_CODE_S = 15
"""So long it counts down that was never shown; one that was, as long as any warning: who copies
it looks at the paper meanwhile.
"""
MENU_S = 60.0
THANKS_S = 20.0
ERASED_S = 8.0
MEETING_S = 240.0
TECHNICIAN_S = 300.0
"""Hands in the box do not touch the screen."""
WARNING_S = 30
