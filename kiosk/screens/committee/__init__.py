"""The committee's desk: the screens of a review, in its order (R10, R13).

Each takes plain state and emits events of `FromCommittee`; attributes may be set from outside, then
refresh the stage. What is typed or chosen stays in the screen until the store has answered: after
`Hint.NOT_STORED` nothing is lost and the same touch sends it again.

Every screen of a review (all but WayIn and Closed) has `working: bool` (a screen sets it when it
emits; the flow clears it with the answer) and `hint: Hint | None` of `post.review`, and emits
CommitteeLeft, asked once.

Beside the steps (`post.interludes`) come digits.Digits and digits.Locked, members.Members,
room.Room, room.StepOut and room.Waiting, letters.Letters and letters.Slips, and due.Due, which may
lead to the desk. They are made with what they say, hold no word of a letter, and emit events of
`FromMeeting`; so do the buttons of `stepping` beside every letter. `notes` of any screen are the
numbers on its step bar.

wayin.WayIn(next_window: Window | None, *, doubted=None, can_open=False, unfinished=False)
    Outside the window, or by the gesture. Emits BoardAsked; RollCallAsked where `can_open` (inside
    the window), `unfinished` (a review was cut off, which may be taken up on any day) or `doubted`
    (the clock cannot be believed: it says why, and the quorum may set it), or with `extra`, for a
    review out of turn.
rollcall.RollCall(missing: tuple[Role, ...], present: tuple[Role, ...] = ())
    Attributes missing, present. Asks first whether the corridor is clear. Emits CardTyped. A
    mistyped card is found here, before any derivation.
arrange.Arrange(first: date, opens: time, closes: time)
    After a roll call outside the window: a review out of turn. Attributes done, next_window. Emits
    OpeningAgreed, UrgentAgreed.
clock.SetClock(shown: datetime, *, mark: date | None, earliest: date)
    After the roll call, on a clock that cannot be believed. Attributes done, next_window: it is set
    and the box cannot be opened now. Emits ClockAgreed.
unlock.Unlock(*, lock_open=False, door_open=False, seconds=0)
    Attributes lock_open, door_open, seconds (left to pull the door). Emits UnlockAsked.
count.Count(slot: int)
    Attributes lock_open, seconds: the box may be opened again here. Emits PaperHandCountTyped and
    UnlockAsked.
register.Register(nth: int, total: int, opened: OpenedLetter | None, known: Known)
    One screen per letter; `opened` None is a paper letter, `nth` counts from 1 over typed and
    paper. `known` is what is around the letter: rows, matters, slips, the day, the school. The flow
    brings all of it up to date by `follow`. Attribute unprinted: rows whose referral did not come
    out. `aside` is room for two buttons of a subclass. Emits EntryWritten, EntryCorrected,
    ReferralAsked, RecountAsked.
register.Corrections(known: Known)
    The rows of a review in which every letter has its row. Emits RowsLeft, too.
close.Close(facts: Facts, *, typed: int, registered: int, door_open=False)
    `typed` envelopes of the set, `registered` rows written so far, paper included. Where slips were
    printed, it asks whether they were destroyed. Emits CloseAsked, RowsAsked.
closed.Closed(next_reading: date | None = None, *, door_open=False)
    Attributes door_open: then it asks to shut the box; paper, trouble: how the protocol stands.
    Emits ProtocolAsked, BoardAsked.

At the desk, with the keys and the whole journal in memory; all emit DeskTurned:

deskmenu.DeskMenu(step: Step, *, over=False)
    Attribute waiting: what is to be done there, None until the journal is open. Emits DeskAsked
    once more where that failed, and DeskLeft.

journal.Journal(index: Index)
    `index` is the journal with its words folded, for the roles that are here.
matters.Matters(index: Index, known: Known)
    `follow` brings what was stored. Emits OutcomeWritten.
amending.Amending(step: Step, number: int, known: Known)
    A row of a closed review in the form of the register. Emits EntryCorrected.
analysis.Analysis(book: Book, today: date, present: Collection[Role])
    Begins with the school year of `today`.
"""
