"""Settings as TOML: a commented file written from the models, and reading one back.

The models are the only place where a setting, its default and its words are kept.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date, time
from typing import Any

from pydantic import BaseModel

WIDTH = 88


def document(settings: BaseModel, heading: str) -> str:
    """Return a TOML file that holds these settings, each under its description."""
    return "\n".join([*_comment(heading), "", *_body(settings, ())]).rstrip() + "\n"


def value(thing: Any) -> str:
    """Return a TOML value; a model or mapping becomes an inline table."""
    match thing:
        case bool():
            return str(thing).lower()
        case int() | float():
            return str(thing)
        case date() | time():
            return thing.isoformat()
        case tuple() | list():
            return f"[{', '.join(map(value, thing))}]"
        case BaseModel():
            return value(dict(thing))
        case Mapping():
            pairs = [f"{_key(key)} = {value(item)}" for key, item in thing.items()]
            return "{" + ", ".join(pairs) + "}"
        case _:
            return json.dumps(str(thing), ensure_ascii=False).replace("\x7f", "\\u007f")


def _body(settings: BaseModel, path: tuple[str, ...]) -> Iterator[str]:
    fields = type(settings).model_fields
    items = [(name, getattr(settings, name), fields[name].description or "") for name in fields]
    for name, item, description in items:
        if not _is_table(item):
            yield from (*_comment(description), f"{name} = {value(item)}", "")
    for name, item, description in items:
        if _is_table(item):
            here = (*path, name)
            yield from (*_comment(description), f"[{'.'.join(here)}]", *_table(item, here), "")


def _is_table(item: Any) -> bool:
    return isinstance(item, BaseModel | Mapping)


def _table(item: Any, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(item, BaseModel):
        yield ""
        yield from _body(item, path)
    else:
        yield from (f"{_key(key)} = {value(entry)}" for key, entry in item.items())


def _key(key: Any) -> str:
    return key.isoformat() if isinstance(key, date) else str(key)


def _comment(text: str) -> list[str]:
    return [f"# {line}" for line in textwrap.wrap(text, WIDTH)]
