"""The first schema: envelopes, reviews, journal, board."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make all tables; the pool is filled by whoever creates the store."""
    _standing()
    _reviews()
    _board()


def _standing() -> None:
    op.create_table(
        "kiosk",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("school", sa.String, nullable=False),
        sa.Column("committee", sa.String),
        sa.Column("clock_mark", sa.Date),
        sa.CheckConstraint("id = 1"),
    )
    op.create_table(
        "slot",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("letters", sa.Integer, nullable=False),
        sa.CheckConstraint("id = 1 AND letters >= 0"),
    )
    op.create_table(
        "envelopes",
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.CheckConstraint("used IN (0, 1)"),
    )


def _reviews() -> None:
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("opened_on", sa.Date, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("hand", sa.Integer),
        sa.Column("reason", sa.String),
        sa.Column("papers", sa.Integer, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.CheckConstraint("papers BETWEEN 0 AND coalesce(hand, 0)"),
    )
    op.create_table(
        "waiting",
        sa.Column("place", sa.Integer, sa.ForeignKey("envelopes.place"), primary_key=True),
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_autoincrement=True,
    )


def _board() -> None:
    op.create_table(
        "notices",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("type", sa.String, nullable=False),
        sa.Column("headline", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("withdrawn_on", sa.Date),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "incidents",
        sa.Column("day", sa.Date, primary_key=True),
        sa.Column("what", sa.String, primary_key=True),
    )
