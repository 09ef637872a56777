"""Pictures on the board: those that cannot be shown. No letter is near."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

from PIL import Image

from kiosk import store as stores
from kiosk.post.finding import Finding, Part, green, say, yellow
from kiosk.store import StoreError


def pictures(path: Path, today: date) -> Finding:
    """Look at every picture that a notice shows now or later; the board tells its words alone."""
    try:
        notices, kept = stores.list_notices(path), stores.list_pictures(path)
    except StoreError:
        return yellow(Part.BOARD, say("doc_board_unread"), say("doc_board_unread_do"))
    shown = {one.picture for one in notices if one.picture and one.last_day >= today}
    lost = sorted(name for name in shown if not _whole(kept.get(name, b"")))
    if lost:
        what = say("doc_board_pictures", names=", ".join(lost))
        return yellow(Part.BOARD, what, say("doc_board_pictures_do"))
    return green(Part.BOARD, say("doc_board_good"))


def _whole(picture: bytes) -> bool:
    """Whether all of it can be drawn: a file that breaks off begins well."""
    try:
        with Image.open(BytesIO(picture), formats=("JPEG", "PNG")) as image:
            image.load()
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return False
    return True
