"""What a meeting asks to be done; the flow does it, and the results come back as events.

One file for each who does it.
"""

from kiosk.post.jobs.book import *
from kiosk.post.jobs.keys import *
from kiosk.post.jobs.papers import *
from kiosk.post.jobs.review import *

Job = (
    KeyJob
    | ReviewJob
    | BookJob
    | OpeningJob
    | PaperJob
    | KeepCommittee
    | NoteIncident
    | SetClock
    | OpenLock
    | ShutLock
)
