"""Who stepped out of which letter outlives the meeting, sealed in one record for each review."""

import secrets

import sqlalchemy as sa
from alembic import op

SIZE = 32 * 1024 + 40
"""Bytes of a record."""

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """A review that is open gets a record in which nothing is said."""
    wishes = op.create_table(
        "wishes",
        sa.Column("review", sa.Integer, sa.ForeignKey("reviews.number"), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    numbers = op.get_bind().execute(sa.text("SELECT number FROM reviews WHERE closed_on IS NULL"))
    for number in numbers.scalars().all():
        blank = secrets.token_bytes(SIZE)
        op.execute(wishes.insert().values(review=number, sealed=blank))
