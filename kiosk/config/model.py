"""What all settings have in common."""

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Frozen, complete, and strict: 17 is a pin, "17" is a mistake."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        validate_default=True,
        allow_inf_nan=False,
        str_strip_whitespace=True,
    )
