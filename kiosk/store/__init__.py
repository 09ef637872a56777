"""The only SQLAlchemy: tables, the pool of envelopes, migrations. It holds no rule.

`Store` is for the running kiosk; the functions are for the command line and the start.
"""

from kiosk.store.book import GoesOut
from kiosk.store.chains import verify_chain
from kiosk.store.clerk import Store
from kiosk.store.desk import (
    add_notice,
    change_notice,
    drop_picture,
    keep_picture,
    list_notices,
    list_pictures,
    load_board,
    load_committee,
    load_correction,
    load_mark,
    load_pin,
    load_school,
    move_notice,
    rows_closed_by,
    save_committee,
    save_pin,
    save_school,
    withdraw_notice,
)
from kiosk.store.errors import (
    AlreadyExists,
    CommitteeExists,
    NewerSchema,
    NoSuchNotice,
    NotAStore,
    StoreDamaged,
    StoreError,
    StoreForgets,
    StoreUnavailable,
    WrongKind,
)
from kiosk.store.files import StoreKind, create, kind, prepare

__all__ = [
    "AlreadyExists",
    "CommitteeExists",
    "GoesOut",
    "NewerSchema",
    "NoSuchNotice",
    "NotAStore",
    "Store",
    "StoreDamaged",
    "StoreError",
    "StoreForgets",
    "StoreKind",
    "StoreUnavailable",
    "WrongKind",
    "add_notice",
    "change_notice",
    "create",
    "drop_picture",
    "keep_picture",
    "kind",
    "list_notices",
    "list_pictures",
    "load_board",
    "load_committee",
    "load_correction",
    "load_mark",
    "load_pin",
    "load_school",
    "move_notice",
    "prepare",
    "rows_closed_by",
    "save_committee",
    "save_pin",
    "save_school",
    "verify_chain",
    "withdraw_notice",
]
