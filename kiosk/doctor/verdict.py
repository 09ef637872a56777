"""What the daily look at the box came to: left in memory, for the board of the running kiosk."""

from __future__ import annotations

from pathlib import Path

from kiosk.doctor.places import Places


def leave(places: Places, *, red: bool) -> None:
    """Let it stand until the next look, at the longest until the power ends. Raises OSError.

    Where the installer made no directory for it there is no board either.
    """
    mark = _mark(places)
    if red and mark.parent.is_dir():
        mark.touch()
    else:
        mark.unlink(missing_ok=True)


def is_red(places: Places) -> bool:
    """Whether something was red; asked of memory, so whoever draws may ask."""
    return _mark(places).exists()


def _mark(places: Places) -> Path:
    return places.run / "kiosk-health/red"
