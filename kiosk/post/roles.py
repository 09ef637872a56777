"""Who reads the letters together (R13)."""

from enum import StrEnum


class Role(StrEnum):
    """A place in the committee, as the regulation names it (4.4)."""

    DEPUTY_DIRECTOR = "deputy_director"
    SOCIAL_PEDAGOGUE = "social_pedagogue"
    PARLIAMENT_MEMBER = "parliament_member"
