"""Corrected rows keep what they said before, and every version knows its place in the chain."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Rows of closed reviews stand in the chain of their own review."""
    op.add_column("entries", sa.Column("chained", sa.Integer))
    op.execute(
        "UPDATE entries SET chained = review WHERE review IN"
        " (SELECT number FROM reviews WHERE closed_on IS NOT NULL)"
    )
    op.create_table(
        "superseded",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("row", sa.Integer, sa.ForeignKey("entries.number"), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("digest", sa.LargeBinary),
        sa.Column("chained", sa.Integer),
    )
    op.add_column("kept", sa.Column("digest", sa.LargeBinary))
    op.add_column("kept", sa.Column("chained", sa.Integer))
