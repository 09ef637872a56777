"""What the quorum added to a clock that could not be believed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the correction to the one row of the store; no envelope is touched."""
    op.add_column("kiosk", sa.Column("clock_offset_s", sa.Integer))
    for name in ("clock_boot", "clock_course", "clock_against"):
        op.add_column("kiosk", sa.Column(name, sa.String))
