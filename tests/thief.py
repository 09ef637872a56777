"""A thief with the kiosk's disk: opens a store without any of the kiosk's own code.

    python thief.py STORE CARD [CARD ...]

Prints every waiting letter and every row of the journal, with what it said before it was corrected,
as one JSON object a line. Needs a key
card of every role of the quorum, or of two roles and the recovery envelope, which the kiosk itself
lets make new keys only; with fewer it prints nothing and ends with status 1. What is
known of the formats is written down here a second time, so that this script also proves that a
school can get its letters back without the kiosk.

* Card: 20 digits -> Argon2id (salt and cost from the committee's record) -> X25519 key. The card
  is the one whose public half is in the record; it opens the role's secret, a NaCl sealed box.
* Seed: a secretbox under BLAKE2b("role\\0secret" of each role in the record's order), personal
  "kiosk quorum". From it BLAKE2b("box", keyed by the seed), personal "kiosk box": the X25519 key
  that opens envelopes and the journal's key.
* Recovery: the envelope's digits give a key like a card's; it opens the recovery secret. For each
  pair of roles the seed lies in a secretbox as above, the recovery secret after the words, personal
  "kiosk recovery".
* Parcel: version 1, number of parts, then each part with four bytes of length (big-endian); the
  first part is a JSON head, the rest are texts. Zeros fill it up.
* Row: a secretbox of the nonce of the chain (16 bytes) and a parcel.
"""

from __future__ import annotations

import json
import sqlite3
import sys
from base64 import b64decode
from collections.abc import Iterator
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, SealedBox
from nacl.secret import SecretBox

BEFORE_ROW = 32
"""The chain's nonce and the salt of the letter's mark."""
ROW_TEXTS = ("summary", "reason", "text", "reply", "headline", "body")


class NotEnoughError(Exception):
    """These cards do not open the store."""


def derived(record: dict[str, Any], code: str) -> PrivateKey:
    """The key of a card or of the envelope."""
    cost, salt = record["cost"], b64decode(record["salt"])
    raw = hash_secret_raw(
        code.encode(), salt, cost["passes"], cost["memory_kib"], cost["lanes"], 32, Type.ID
    )
    return PrivateKey(raw)


def belongs(words: dict[str, Any], private: PrivateKey) -> bool:
    """Whether this is the key of a card, or of the envelope."""
    return b64decode(words["public_key"]) == bytes(private.public_key)


def all_secrets(record: dict[str, Any], codes: list[str]) -> tuple[dict[str, bytes], bytes]:
    """What each card gives, its role's secret; and what the envelope gives."""
    found: dict[str, bytes] = {}
    recovery = b""
    for private in [derived(record, code) for code in codes]:
        box = SealedBox(private)
        for card in record["cards"]:
            if belongs(card, private):
                found[card["role"]] = box.decrypt(b64decode(card["role_secret"]))
        if belongs(record["recovery"], private):
            recovery = box.decrypt(b64decode(record["recovery"]["secret"]))
    return found, recovery


def seeds(record: dict[str, Any], secrets: dict[str, bytes], recovery: bytes) -> Iterator[bytes]:
    """Try every lock with what there is, also where a role or the envelope is missing."""
    for lock in (*record["quorum"], *record["recovery"]["locks"]):
        for roles in (lock["roles"], [role for role in lock["roles"] if role in secrets]):
            words = b"".join(role.encode() + b"\0" + secrets.get(role, b"") for role in roles)
            for more, person in ((b"", b"kiosk quorum"), (recovery, b"kiosk recovery")):
                key = blake2b(words + more, digest_size=32, person=person).digest()
                with suppress(CryptoError):
                    yield SecretBox(key).decrypt(b64decode(lock["seed"]))


def box_key(record: dict[str, Any], codes: list[str]) -> PrivateKey:
    """The key that opens envelopes."""
    seed = next(seeds(record, *all_secrets(record, codes)), None)
    if seed is None:
        raise NotEnoughError("these cards do not open the store")
    return PrivateKey(blake2b(b"box", digest_size=32, key=seed, person=b"kiosk box").digest())


def unwrapped(parcel: bytes) -> tuple[dict[str, Any], list[str]]:
    """Head and texts of a parcel."""
    parts, at = [], 2
    for _ in range(parcel[1]):
        length = int.from_bytes(parcel[at : at + 4], "big")
        parts.append(parcel[at + 4 : at + 4 + length].decode())
        at += 4 + length
    return json.loads(parts[0]), parts[1:]


def letters(database: sqlite3.Connection, box: PrivateKey) -> Iterator[dict[str, Any]]:
    """Whatever opens, whether it is marked as used or not."""
    for place, sealed in database.execute("SELECT place, sealed FROM envelopes"):
        try:
            head, texts = unwrapped(SealedBox(box).decrypt(sealed))
        except CryptoError:
            continue
        yield {"place": place, **head, "text": texts[0]}


def rows(database: sqlite3.Connection, journal: SecretBox) -> Iterator[dict[str, Any]]:
    """Every row of the journal, and whatever a row said before it was corrected."""
    for key, query in (
        ("number", "SELECT number, sealed FROM entries"),
        ("formerly", "SELECT row, sealed FROM superseded"),
    ):
        for number, sealed in database.execute(query):
            head, texts = unwrapped(journal.decrypt(sealed)[BEFORE_ROW:])
            yield {key: number, **head, **dict(zip(ROW_TEXTS, texts, strict=False))}


def loot(path: Path, codes: list[str]) -> Iterator[dict[str, Any]]:
    """All that these cards give; raises `NotEnoughError`."""
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        (words,) = database.execute("SELECT committee FROM kiosk").fetchone()
        record = json.loads(words)
        box = box_key(record, codes)
        journal = SecretBox(SealedBox(box).decrypt(b64decode(record["journal_key"])))
        yield from letters(database, box)
        yield from rows(database, journal)


def main() -> int:
    """Print the loot; 1 if there is none."""
    store, *codes = sys.argv[1:]
    try:
        for found in loot(Path(store), ["".join(code.split()) for code in codes]):
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
    except NotEnoughError as exc:
        sys.stderr.write(f"{exc}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
