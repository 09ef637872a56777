"""The hash of the technician's PIN."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add it to the one row of the store; no envelope is touched."""
    op.add_column("kiosk", sa.Column("pin", sa.String))
