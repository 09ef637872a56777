"""Looking for words that must not be on the disk, as a thief would."""

from __future__ import annotations

import gzip
import zlib
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

ZLIB_STARTS = (b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")
GZIP_START = b"\x1f\x8b\x08"


def disguises(word: str) -> dict[str, bytes]:
    """The ways in which a word could lie in a file, each as the bytes to look for."""
    plain = word.encode()
    found = {
        "utf-8": plain,
        "utf-16-le": word.encode("utf-16-le"),
        "utf-16-be": word.encode("utf-16-be"),
        "hex": plain.hex().encode(),
        "json": word.encode("ascii", "backslashreplace"),
    }
    for offset in range(3):
        # The letters at both ends depend on the neighbours: only the middle is sure.
        coded = b64encode(b"\0" * offset + plain + b"\0" * (-(offset + len(plain)) % 3))
        found[f"base64+{offset}"] = coded[4 if offset else 0 : -4]
    return found


def layers(content: bytes) -> Iterator[bytes]:
    """The content, and whatever in it can be decompressed."""
    yield content
    for start in (*ZLIB_STARTS, GZIP_START):
        at = content.find(start)
        while at >= 0:
            yield from _inflated(content[at:])
            at = content.find(start, at + 1)


def _inflated(content: bytes) -> Iterator[bytes]:
    reader = zlib.decompressobj(wbits=47)
    try:
        yield reader.decompress(content, 1 << 20)
    except zlib.error:
        return


def traces(directory: Path, words: list[str]) -> list[str]:
    """Where under the directory a word lies, and how, in any file or file name."""
    found = []
    for path in sorted(directory.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        for layer in layers(path.name.encode() + b"\n" + content):
            for word in words:
                found += [
                    f"{path.name}: {word} as {how}"
                    for how, needle in disguises(word).items()
                    if needle in layer
                ]
    return found


def planted(word: str) -> dict[str, bytes]:
    """Files in each of which the word lies in another way, to try the search itself."""
    plain = word.encode()
    return {
        "plain": b"x" * 99 + plain,
        "wide": b"x" + word.encode("utf-16-le"),
        "base64": b64encode(b"q" + plain + b"rest"),
        "base64-2": b64encode(b"qq" + plain + b"rest"),
        "base64-3": b64encode(plain + b"rest"),
        "zlib": b"head" + zlib.compress(plain * 3) + b"tail",
        "gzip": b"head" + gzip.compress(plain * 3, mtime=0) + b"tail",
        "json": word.encode("ascii", "backslashreplace"),
    }
