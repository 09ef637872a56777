"""The tables, as the newest migration leaves them.

Nothing here is finer than a day. No index beside the primary keys: an index on what changes with
a letter would keep the order of arrival in its pages.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Time,
)

metadata = MetaData()

kiosk = Table(
    "kiosk",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", String, nullable=False),
    Column("school", String, nullable=False),
    Column("committee", String),
    Column("clock_mark", Date),
    Column("clock_offset_s", Integer),
    Column("clock_boot", String),
    Column("clock_course", String),
    Column("clock_against", String),
    Column("pin", String),
)
"""One row: what the store is, the last day on which the clock was believed, and what the quorum
added to a clock that was not; `clock_course` is a digest, for nothing here is finer than a day.
`pin` is the hash of the technician's PIN."""

slot = Table(
    "slot",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("letters", Integer, nullable=False),
)
"""One row: paper letters the slot counted since a review last fixed the count."""

envelopes = Table(
    "envelopes",
    metadata,
    Column("place", Integer, primary_key=True),
    # SQLite keeps 0 and 1 in no bytes at all, so a used envelope is as long as a blank one.
    Column("used", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
"""The pool: all records are there from the start and are only ever overwritten in place."""

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("opened_on", Date, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("hand", Integer),
    Column("reason", String),
    Column("papers", Integer, nullable=False),
    Column("closed_on", Date),
    Column("chain", LargeBinary),
    Column("roles", String, nullable=False, server_default=""),
    Column("slips", Integer, nullable=False, server_default="0"),
    Column("slips_destroyed", Integer),
    Column("witness", String),
    Column("totals", String),
    Column("printed", Integer, nullable=False, server_default="0"),
)
"""`chain` is the head of the decisions' chain at the close; `roles` who was here, by role; `slips`
how many letters were printed to be read in a room. `witness` is what the kiosk said of itself at
the close; `printed`, whether its protocol ever came out. `totals` is what the board tells of all
letters since then; NULL leaves it as it was."""

waiting = Table(
    "waiting",
    metadata,
    Column("place", ForeignKey("envelopes.place"), primary_key=True),
    Column("review", ForeignKey("reviews.number"), nullable=False),
    Column("label", Integer, nullable=False, server_default="0"),
)
"""The set of envelopes that an opened review still has to register; `label` is dealt at random."""

wishes = Table(
    "wishes",
    metadata,
    Column("review", ForeignKey("reviews.number"), primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
"""What the committee of an open review said about its letters, in one record of one size: it is
there from the opening, random until something is said, and goes with the close."""

entries = Table(
    "entries",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("review", ForeignKey("reviews.number"), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("digest", LargeBinary),
    Column("chained", Integer),
    sqlite_autoincrement=True,
)
"""The journal; AUTOINCREMENT, because its numbers go on for ever and none is given twice.

`chained` is the review whose close put this version into the chain; NULL until that close.
"""

superseded = Table(
    "superseded",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("row", ForeignKey("entries.number"), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("digest", LargeBinary),
    Column("chained", Integer),
)
"""What a row of a closed review said before it was corrected; the older version comes first."""

notices = Table(
    "notices",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("type", String, nullable=False),
    Column("headline", String, nullable=False),
    Column("body", String, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("withdrawn_on", Date),
    Column("weekdays", String, nullable=False, server_default=""),
    Column("from_time", Time),
    Column("until_time", Time),
    Column("pinned", Integer, nullable=False, server_default="0"),
    Column("picture", String),
    Column("place", Integer, nullable=False, server_default="0"),
    sqlite_autoincrement=True,
)

pictures = Table(
    "pictures",
    metadata,
    Column("name", String, primary_key=True),
    Column("picture", LargeBinary, nullable=False),
)

incidents = Table(
    "incidents",
    metadata,
    Column("day", Date, primary_key=True),
    Column("what", String, primary_key=True),
)
"""What the committee must hear of, such as a door opened without a permit; once a day."""

matters = Table(
    "matters",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
)
"""What several entries are about, under the journal key; the number is random."""

openings = Table(
    "openings",
    metadata,
    Column("day", Date, primary_key=True),
    Column("opens", Time, nullable=False),
    Column("closes", Time, nullable=False),
    Column("urgent", Integer, nullable=False),
    Column("agreed_on", Date, nullable=False),
)
"""Extraordinary reviews that a quorum agreed on."""

replies = Table(
    "replies",
    metadata,
    Column("name", LargeBinary, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    Column("last_day", Date, nullable=False),
)
"""Private replies, each sealed to its writer's own key and of one size (R2)."""

handles = Table(
    "handles",
    metadata,
    Column("place", Integer, primary_key=True),
    Column("used", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
)
"""A pool like the envelopes': which slip's handle belongs to which reply key, sealed."""

formers = Table(
    "formers",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("committee", String, nullable=False),
    Column("ended_on", Date),
)
"""Committees whose quorum was lost for ever."""

kept = Table(
    "kept",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("former", ForeignKey("formers.number"), nullable=False),
    Column("what", String, nullable=False),
    Column("row", Integer),
    Column("sealed", LargeBinary, nullable=False),
    Column("digest", LargeBinary),
    Column("chained", Integer),
)
"""What only a former committee's cards could open; `row` is the number that an entry or a matter
had. Digests stay, so that the chain goes on from them."""
