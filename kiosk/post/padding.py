"""One size for everything that is sealed, so that length tells nothing (law 4).

Layout of a parcel: version byte, number of parts, then each part as four bytes of length and its
bytes, then zeros. The first part is a JSON object, the others are texts in UTF-8. A later version
may add keys and parts; what is not known here is ignored.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

VERSION = 1
BYTES_PER_CHARACTER = 4
LENGTH_BYTES = 4


class ParcelError(Exception):
    """Words do not go into a parcel, or do not come out of one."""


class ParcelTooLong(ParcelError, ValueError):
    """More than the one size holds."""


class NotAParcel(ParcelError, ValueError):
    """Bytes that this layout did not write."""


def room(characters: int) -> int:
    """Bytes that a text of so many code points may need, its length included."""
    return LENGTH_BYTES + characters * BYTES_PER_CHARACTER


def wrap(head: Mapping[str, Any], texts: Sequence[str], size: int) -> bytes:
    """Pack to exactly `size` bytes; half of a broken character becomes a question mark."""
    words = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    parts = [part.encode("utf-8", "replace") for part in (words, *texts)]
    parcel = bytes((VERSION, len(parts))) + b"".join(_measured(parts))
    if len(parcel) > size:
        raise ParcelTooLong(f"the parcel holds {size} bytes")
    return parcel.ljust(size, b"\0")


def unwrap(parcel: bytes) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Head and texts again; raises `NotAParcel`."""
    if len(parcel) < 2 or parcel[0] != VERSION:
        raise NotAParcel("no parcel of a known version")
    try:
        head, *texts = [part.decode() for part in _parts(parcel[2:], parcel[1])]
        fields = json.loads(head)
    except ValueError:
        raise NotAParcel("the parcel is damaged") from None
    if not isinstance(fields, dict):
        raise NotAParcel("the parcel has no head")
    return fields, tuple(texts)


def _measured(parts: Iterable[bytes]) -> Iterable[bytes]:
    for part in parts:
        yield len(part).to_bytes(LENGTH_BYTES, "big") + part


def _parts(body: bytes, count: int) -> Iterable[bytes]:
    for _ in range(count):
        end = LENGTH_BYTES + int.from_bytes(body[:LENGTH_BYTES], "big")
        if len(body) < end:
            raise NotAParcel("the parcel is cut off")
        yield body[LENGTH_BYTES:end]
        body = body[end:]
