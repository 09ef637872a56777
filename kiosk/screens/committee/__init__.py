"""The committee's desk: six screens in the order of a review (R10, R13).

Each takes plain state and emits events of `FromCommittee`; its attributes may be set from outside,
then refresh the stage. What is typed or chosen stays in the screen until the store has answered.

wayin.WayIn(next_window: Window | None, *, trusted: bool = True, unfinished: bool = False,
            can_open: bool = False)
    Outside the window, or by the gesture. Emits BoardAsked; RollCallAsked when `unfinished` (a
    review was cut off) or `can_open` (inside the window).
rollcall.RollCall(missing: tuple[Role, ...], present: tuple[Role, ...] = ())
    Attributes present, missing, hint: RollHint | None, working: bool. Emits CardTyped (and sets
    `working` itself: set it False with the answer) and CommitteeLeft. RollHint: MISTYPED (found
    here, before any derivation), WRONG_CARD, SAME_ROLE, KEYS_FAILED.
    `accepted(role, missing)` and `refused(hint)` set all of them at once.
unlock.Unlock(phase: Phase = Phase.READY, seconds: int = 0)
    Phase: READY, ASKED (set by the screen after the touch), PULL (coil on, `seconds` left), HELD
    (nobody pulled: try again), BROKE, OPEN (the review is being opened), OVER (the window ended).
    Attributes phase, seconds. Emits UnlockAsked and CommitteeLeft.
count.Count(slot: int)
    Attributes saving, trouble. Emits PaperHandCountTyped and CommitteeLeft.
register.Register(nth: int, total: int, opened: OpenedLetter | None)
    `opened` None is a paper letter. One screen per letter; `nth` counts from 1 over typed and paper.
    Attributes saving, trouble. Emits EntryWritten (sets `saving`) and CommitteeLeft. After
    StoreFailed set `saving = False, trouble = True`: nothing typed is lost, it can be sent again.
close.Close(facts: Facts, typed: int, registered: int)
    `typed` envelopes in the set, `registered` rows written so far, paper included. Attributes
    facts, registered, saving, trouble. Emits CloseAsked (sets `saving`) and CommitteeLeft.
close.Closed(next_reading: date | None)
    Emits BoardAsked.
"""
