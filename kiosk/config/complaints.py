"""What is wrong with a settings file, in plain words: where, what, and what to write instead.

SettingsError
    carries every Complaint of a file at once, so that it is mended in one go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from kiosk.config.toml import value

Loc = tuple[int | str, ...]

PLAIN = {
    "missing": "this must be set, and is not",
    "bool_type": "this is not true or false",
    "int_type": "this is not a whole number",
    "int_from_float": "this is not a whole number",
    "float_type": "this is not a number",
    "finite_number": "this is not a number",
    "string_type": "this is not text in quotes",
    "string_too_short": "this is empty",
    "string_too_long": "this is longer than {max_length} characters",
    "string_pattern_mismatch": "this is not written in the way it must be",
    "literal_error": "this is none of {expected}",
    "enum": "this is none of {expected}",
    "greater_than_equal": "this is less than {ge}",
    "less_than_equal": "this is more than {le}",
    "date_type": "this is not a date",
    "date_parsing": "this is not a date",
    "date_from_datetime_parsing": "this is not a date",
    "date_from_datetime_inexact": "this is not a date alone",
    "time_type": "this is not a time of day",
    "time_parsing": "this is not a time of day",
    "tuple_type": "this is not a list in square brackets",
    "dict_type": "this is not a table",
    "model_type": "this is not a section",
    "path_type": "this is not a path in quotes",
    "too_short": "there must be at least {min_length} here, and there are {actual_length}",
    "too_long": "there may be at most {max_length} here, and there are {actual_length}",
    "json_invalid": "this is not JSON: {error}",
}


@dataclass(frozen=True)
class Complaint:
    """One thing that is wrong: `place` as in `pins.slot`, in words, and what to write instead."""

    place: str
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what}. {self.remedy}"


class SettingsError(ValueError):
    """Settings cannot be used as they are; holds every complaint, one line each in `str`."""

    def __init__(self, complaints: Iterable[Complaint]) -> None:
        self.complaints = tuple(complaints)
        super().__init__("\n".join(map(str, self.complaints)))


def wrong(what: str, remedy: str, *place: str) -> InitErrorDetails:
    """One complaint of a validator; `place` is counted from the field it validates."""
    error = PydanticCustomError("kiosk", "{what}", {"what": what, "remedy": remedy})
    return InitErrorDetails(type=error, loc=place, input=None)


def again(found: ErrorDetails) -> InitErrorDetails:
    """Return what another validator found, to be raised beside one's own."""
    context = found.get("ctx", {})
    error = (
        PydanticCustomError("kiosk", "{what}", context)
        if found["type"] == "kiosk"
        else found["type"]
    )
    return InitErrorDetails(type=error, loc=found["loc"], input=found["input"], ctx=context)


def refuse(*wrongs: InitErrorDetails) -> None:
    """Raise all that a validator found wrong; nothing when nothing is."""
    if wrongs:
        raise refusal(*wrongs)


def refusal(*wrongs: InitErrorDetails) -> ValidationError:
    """Return what a validator raises for these."""
    return ValidationError.from_exception_data("settings", list(wrongs))


def complaints(error: ValidationError, model: type[BaseModel]) -> list[Complaint]:
    """Turn what pydantic found into our words; the same complaint is made once."""
    found = (_complaint(detail, model) for detail in error.errors(include_url=False))
    return list(dict.fromkeys(found))


def _complaint(detail: ErrorDetails, model: type[BaseModel]) -> Complaint:
    loc = tuple(part for part in detail["loc"] if part != "[key]")
    place, context = ".".join(map(str, loc)) or "settings", detail.get("ctx", {})
    if detail["type"] == "kiosk":
        return Complaint(place, context["what"], context["remedy"])
    if detail["type"] == "extra_forbidden":
        return Complaint(place, "there is no such setting", _known_name(model, loc))
    what = PLAIN.get(detail["type"], detail["msg"]).format(**context)
    return Complaint(place, what, _instead(model, loc, context))


def _known_name(model: type[BaseModel], loc: Loc) -> str:
    here, name = _model_at(model, loc[:-1]), str(loc[-1])
    if near := get_close_matches(name, here.model_fields, n=1):
        return f"Write `{near[0]}`, if that is what is meant."
    if section := next((s for s, m in sections(model).items() if name in m.model_fields), None):
        return f"Put it into the section [{section}]."
    return f"Take it out; known here are {', '.join(here.model_fields)}."


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    for part in loc:
        model = sections(model).get(str(part), model)
    return model


def sections(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """Return the fields that are models themselves: the sections of the file."""
    fields = model.model_fields.items()
    return {
        name: field.annotation
        for name, field in fields
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel)
    }


def _instead(model: type[BaseModel], loc: Loc, context: Mapping[str, Any]) -> str:
    if not loc:
        return "See the commented file that `kiosk setup` writes."
    if "expected" in context:
        return f"Write one of them: {context['expected']}."
    name, field = _field_at(model, loc)
    return f"Write, for example, `{name} = {value(example(field))}`: {field.description}"


def _field_at(model: type[BaseModel], loc: Loc) -> tuple[str, FieldInfo]:
    """Return the innermost field on the way; what is deeper is a part of its value."""
    name = str(loc[0])
    inner = sections(model).get(name)
    if inner is None or len(loc) == 1:
        return name, model.model_fields[name]
    return _field_at(inner, loc[1:])


def example(field: FieldInfo) -> Any:
    """Return the value that a field's remedy shows: its example, or else its default."""
    if field.examples:
        return field.examples[0]
    return field.get_default(call_default_factory=True, validated_data={})
