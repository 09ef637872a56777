"""What the kiosk says of itself at each close, because software could be altered (law 3).

It stands on the printed protocol: whose key seals, which software runs, how far the clock was
believed, and when the box may be opened. Whoever changes one of these changes paper that people
have signed. The words of `Witness.pack` are the format on disk.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, time
from hashlib import blake2b
from typing import Any

from kiosk.post.clock import ClockLevel

FINGERPRINT_SIZE = 10
GROUP = 4


class WitnessDamaged(ValueError):
    """Words that no close wrote."""


@dataclass(frozen=True)
class WindowRule:
    """When the box may be opened, as the school's settings say it; `moved` are pairs of days."""

    rule: str
    opens: time
    closes: time
    skipped: tuple[str, ...] = ()
    moved: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class Witness:
    """`key` is the fingerprint of the committee's key, `generation` counts its keys.

    `corrected`: the quorum has set the clock. `next_reading` is the day of the next window.
    """

    version: str
    key: str
    generation: int
    clock: ClockLevel
    corrected: bool
    rule: WindowRule
    next_reading: date | None

    def pack(self) -> str:
        """As JSON."""
        return json.dumps(_plain(vars(self)))

    @classmethod
    def unpack(cls, words: str) -> Witness:
        """The same again; raises `WitnessDamaged`."""
        try:
            said = json.loads(words)
            return cls(
                version=str(said["version"]),
                key=str(said["key"]),
                generation=int(said["generation"]),
                clock=ClockLevel(said["clock"]),
                corrected=bool(said["corrected"]),
                rule=_rule(said["rule"]),
                next_reading=said["next_reading"] and date.fromisoformat(said["next_reading"]),
            )
        except (ValueError, TypeError, LookupError):
            raise WitnessDamaged("what was said at the close cannot be read") from None


def fingerprint(public_key: bytes, generation: int) -> str:
    """Compared on paper: groups of four signs, for a key and its number among the keys."""
    words = public_key + generation.to_bytes(4, "big")
    return grouped(blake2b(words, digest_size=FINGERPRINT_SIZE, person=b"kiosk key").digest())


def grouped(data: bytes) -> str:
    """Bytes as people read them to each other: 3F9A 12C4 …."""
    signs = data.hex().upper()
    return " ".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _plain(value: Any) -> Any:
    match value:
        case dict():
            return {name: _plain(part) for name, part in value.items()}
        case WindowRule():
            return _plain(vars(value))
        case tuple():
            return [_plain(part) for part in value]
        case date() | time():
            return value.isoformat()
        case _:
            return value


def _rule(said: dict[str, Any]) -> WindowRule:
    return WindowRule(
        rule=str(said["rule"]),
        opens=time.fromisoformat(said["opens"]),
        closes=time.fromisoformat(said["closes"]),
        skipped=tuple(map(str, said["skipped"])),
        moved=tuple((date.fromisoformat(one), date.fromisoformat(to)) for one, to in said["moved"]),
    )
