"""Everything that can happen, in families. Past tense; small, frozen, and silent about letters.

No `repr` of an event quotes a letter, a kind, a card or a summary: those fields are hidden.
One file a family, each closed by the union that a `match` must cover.
"""

from kiosk.events.cards import *
from kiosk.events.codes import *
from kiosk.events.committee import *
from kiosk.events.desk import *
from kiosk.events.happening import *
from kiosk.events.hardware import *
from kiosk.events.kept import *
from kiosk.events.keys import *
from kiosk.events.meeting import *
from kiosk.events.members import *
from kiosk.events.notices import *
from kiosk.events.papers import *
from kiosk.events.printer import *
from kiosk.events.pupil import *
from kiosk.events.store import *
from kiosk.events.system import *
from kiosk.events.technician import *

Event = (
    HardwareEvent
    | PrinterEvent
    | StoreEvent
    | KeysEvent
    | CodesEvent
    | PupilEvent
    | CommitteeEvent
    | MeetingEvent
    | DeskEvent
    | MembersEvent
    | NoticesEvent
    | PapersEvent
    | SystemEvent
    | TechnicianEvent
)
