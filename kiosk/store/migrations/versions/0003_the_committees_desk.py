"""What the committee's desk needs: matters, private replies, extra openings, former committees."""

import secrets

import sqlalchemy as sa
from alembic import op

HANDLES, HANDLE_SIZE = 200, 304
"""Slips in two halves that may be out at once, and the bytes of each one's record."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add to what is there; no envelope is touched."""
    _reviews()
    _replies()
    _committees()
    _board()


def _reviews() -> None:
    op.add_column("waiting", sa.Column("label", sa.Integer, nullable=False, server_default="0"))
    op.add_column("entries", sa.Column("digest", sa.LargeBinary))
    op.add_column("reviews", sa.Column("chain", sa.LargeBinary))
    op.add_column("reviews", sa.Column("roles", sa.String, nullable=False, server_default=""))
    op.add_column("reviews", sa.Column("slips", sa.Integer, nullable=False, server_default="0"))
    op.add_column("reviews", sa.Column("slips_destroyed", sa.Integer))
    op.add_column("reviews", sa.Column("witness", sa.String))
    op.add_column("reviews", sa.Column("totals", sa.String))
    op.add_column("reviews", sa.Column("printed", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "matters",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "openings",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("opens", sa.Time, nullable=False),
        sa.Column("closes", sa.Time, nullable=False),
        sa.Column("urgent", sa.Integer, nullable=False),
        sa.Column("agreed_on", sa.Date, nullable=False),
    )


def _replies() -> None:
    op.create_table(
        "replies",
        sa.Column("name", sa.LargeBinary, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
    )
    handles = op.create_table(
        "handles",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.CheckConstraint("used IN (0, 1)"),
    )
    places = [
        {"place": place, "used": 0, "sealed": secrets.token_bytes(HANDLE_SIZE)}
        for place in range(1, HANDLES + 1)
    ]
    op.bulk_insert(handles, places)


def _committees() -> None:
    op.create_table(
        "formers",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("committee", sa.String, nullable=False),
        sa.Column("ended_on", sa.Date),
    )
    op.create_table(
        "kept",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("former", sa.Integer, sa.ForeignKey("formers.number"), nullable=False),
        sa.Column("what", sa.String, nullable=False),
        sa.Column("row", sa.Integer),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )


def _board() -> None:
    op.add_column("notices", sa.Column("weekdays", sa.String, nullable=False, server_default=""))
    op.add_column("notices", sa.Column("from_time", sa.Time))
    op.add_column("notices", sa.Column("until_time", sa.Time))
    op.add_column("notices", sa.Column("pinned", sa.Integer, nullable=False, server_default="0"))
    op.add_column("notices", sa.Column("picture", sa.String))
    op.add_column("notices", sa.Column("place", sa.Integer, nullable=False, server_default="0"))
    op.create_table(
        "pictures",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("picture", sa.LargeBinary, nullable=False),
    )
