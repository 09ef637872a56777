"""Who holds the keys: the same from this process and from a child that nobody can look into."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.events import (
    CardAccepted,
    CardCopied,
    CardMade,
    CardUnknown,
    CommitteeFormed,
    DigitsKept,
    EntrySealed,
    FormerUnsealed,
    KeysStarted,
    KeysWiped,
    MeetingUnsealed,
    QuorumGathered,
    RecoveryUnknown,
    RoleRecognised,
)
from kiosk.keyholder import Enrolled, HeldHere, Keyholder
from kiosk.keyholder.child import HeldByChild, KeysLost
from kiosk.post import jobs
from kiosk.post.cards import Cost
from kiosk.post.committee import CommitteeError
from kiosk.post.keys import KeysAbsent, RoleWithoutCard
from kiosk.post.meeting import Facts, Meeting, SealedEntry, SealedEnvelope
from kiosk.post.protocol import Account
from kiosk.post.rekeying import Sealed
from kiosk.post.rows import DamagedRow, RowTooLong
from kiosk.post.sealing import seal
from tests.office import CARDS, COMMITTEE, DAY, LETTER, RECOVERY, ROLES, WITNESS, entry, keyring

pytestmark = pytest.mark.outside
MEETING = Meeting(Facts(1, DAY, 0), (SealedEnvelope(3, seal(LETTER, COMMITTEE.public_key), 1),))
SLOW = Cost(memory_kib=64 * 1024, passes=40_000, lanes=1)
"""Half an hour for a card."""

Holds = Callable[[Enrolled], Keyholder]


@pytest.fixture(params=[HeldHere, HeldByChild])
def holder(request: pytest.FixtureRequest) -> Iterator[Keyholder]:
    holds: Holds = request.param
    holder = holds(lambda: COMMITTEE)
    yield holder
    holder.end()


@pytest.fixture
def child() -> Iterator[HeldByChild]:
    holder = HeldByChild(lambda: COMMITTEE)
    yield holder
    holder.end()


def gather(holder: Keyholder) -> None:
    events = [holder.do(jobs.TryCard(code)) for code in CARDS.values()]
    assert events[-1] == QuorumGathered(ROLES[-1])


def pid(holder: HeldByChild) -> int:
    assert holder.pid is not None
    return holder.pid


def gone(process: int) -> bool:
    return not Path(f"/proc/{process}").exists()


# --- what both do ---


def test_a_meeting_is_held(holder: Keyholder) -> None:
    assert holder.do(jobs.StartKeys()) == KeysStarted()
    gather(holder)
    opened = holder.do(jobs.Unseal(MEETING))
    assert isinstance(opened, MeetingUnsealed)
    assert [(found.place, found.letter) for found in opened.meeting.letters] == [(3, LETTER)]
    sealed = holder.do(jobs.SealEntry(3, entry()))
    assert isinstance(sealed, EntrySealed)
    assert (sealed.place, sealed.entry, len(sealed.digest)) == (3, entry(), 32)
    assert holder.do(jobs.KeepDigits(ROLES[0], "2580")) == DigitsKept(ROLES[0])


def test_a_wipe_leaves_nothing_and_the_next_meeting_begins_from_nothing(holder: Keyholder) -> None:
    gather(holder)
    assert holder.do(jobs.WipeKeys()) == KeysWiped()
    with pytest.raises(KeysAbsent):
        holder.do(jobs.Unseal(MEETING))
    first = holder.do(jobs.TryCard(CARDS[ROLES[0]]))
    assert first == CardAccepted(ROLES[0], ROLES[1:])


def test_a_card_that_is_only_recognised_brings_nobody_nearer(holder: Keyholder) -> None:
    for role, code in CARDS.items():
        assert holder.do(jobs.RecogniseCard(code)) == RoleRecognised(role)
    assert holder.do(jobs.RecogniseCard("12")) == RoleRecognised(None)
    first = holder.do(jobs.TryCard(CARDS[ROLES[0]]))
    assert first == CardAccepted(ROLES[0], ROLES[1:])


def test_a_former_reviews_rows_give_their_protocol_and_no_word(holder: Keyholder) -> None:
    gather(holder)
    rows = tuple(SealedEntry(n, keyring().seal_entry(entry("Сөз")).sealed) for n in (4, 5))
    facts = Facts(1, DAY, 0, 0, closed_on=DAY)
    told = holder.do(jobs.UnsealFormer(Account(facts, WITNESS), rows))
    assert isinstance(told, FormerUnsealed)
    assert [row.number for row in told.protocol.decided] == [4, 5]
    assert "Сөз" not in str(vars(told.protocol))


def test_what_the_keyring_refuses_is_refused_over_there_too(holder: Keyholder) -> None:
    assert holder.do(jobs.TryCard("12")) == CardUnknown()
    assert holder.do(jobs.TryRecovery("12")) == RecoveryUnknown()
    gather(holder)
    with pytest.raises(RowTooLong):
        holder.do(jobs.SealEntry(3, entry(text="x" * 80_000)))
    with pytest.raises(RoleWithoutCard):
        holder.do(jobs.Rekey(frozenset({1}), DAY))
    with pytest.raises(CommitteeError):
        holder.do(jobs.Enrol([ROLES], DAY))


def test_a_new_school_year_goes_through_it(holder: Keyholder) -> None:
    gather(holder)
    made = holder.do(jobs.MakeCard(ROLES[0]))
    assert isinstance(made, CardMade)
    assert holder.do(jobs.CopyCard(made.code)) == CardCopied(ROLES[0], 4)
    assert isinstance(holder.do(jobs.AddCards(DAY)), CommitteeFormed)
    formed = holder.do(jobs.Rekey(frozenset({1}), DAY))
    assert isinstance(formed, CommitteeFormed)
    moved = holder.reseal(Sealed.ENVELOPE, MEETING.envelopes[0].sealed)
    keys = keyring(replace(formed.committee))
    keys.present(made.code)
    meeting = replace(MEETING, envelopes=(SealedEnvelope(3, moved),))
    assert keys.open(meeting).letters[0].letter == LETTER


def test_the_envelope_is_drilled_in_it(holder: Keyholder) -> None:
    gather(holder)
    assert holder.do(jobs.DrillRecovery("12", DAY)) == RecoveryUnknown()
    drilled = holder.do(jobs.DrillRecovery(RECOVERY, DAY))
    assert isinstance(drilled, CommitteeFormed)
    assert drilled.committee.recovery.drilled_on == DAY


def test_a_committee_is_enrolled_in_it(holder: Keyholder) -> None:
    nobody = type(holder)(lambda: None)  # type: ignore[call-arg]
    with pytest.raises(KeysAbsent):
        nobody.do(jobs.TryCard(CARDS[ROLES[0]]))
    made = nobody.do(jobs.MakeCard(None))
    assert isinstance(made, CardMade)
    assert made.number == 0
    nobody.end()


# --- what only a process can ---


def test_a_child_begins_with_the_meeting_and_is_gone_after_it(child: HeldByChild) -> None:
    assert child.pid is None
    child.do(jobs.StartKeys())
    process = pid(child)
    gather(child)
    assert pid(child) == process
    child.do(jobs.WipeKeys())
    assert gone(process)
    assert child.pid is None


def test_nobody_looks_into_it_and_it_leaves_no_core(child: HeldByChild) -> None:
    child.do(jobs.StartKeys())
    limits = Path(f"/proc/{pid(child)}/limits").read_text()
    core = next(line for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]
    words = (
        "import ctypes, os; from kiosk.apart import guard; guard(os.getppid());"
        "print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)
    assert told.stdout == "0\n", "it may be dumped"


def test_a_child_killed_in_a_meeting_takes_the_keys_along(child: HeldByChild) -> None:
    gather(child)
    process = pid(child)
    os.kill(process, signal.SIGKILL)
    with pytest.raises(KeysLost):
        child.do(jobs.Unseal(MEETING))
    assert gone(process)
    with pytest.raises(KeysLost):
        child.reseal(Sealed.ENVELOPE, b"")
    with pytest.raises(KeysAbsent):
        child.do(jobs.Unseal(MEETING))
    gather(child)


def test_a_wipe_need_not_wait_for_a_card_that_is_being_tried() -> None:
    holder = HeldByChild(lambda: replace(COMMITTEE, cost=SLOW))
    holder.do(jobs.StartKeys())
    process = pid(holder)
    lost: list[BaseException] = []

    def tries() -> None:
        try:
            holder.do(jobs.TryCard(CARDS[ROLES[0]]))
        except KeysLost as error:
            lost.append(error)

    thread = threading.Thread(target=tries)
    thread.start()
    while not holder._turn.locked():  # the card is on its way
        os.sched_yield()
    holder.end()
    thread.join(30)
    assert gone(process)
    assert len(lost) == 1


PARENT = """
import sys
from kiosk.keyholder.child import HeldByChild
from kiosk.post import jobs
from tests.keyholder.test_keyholder import SLOW
from tests.office import CARDS, COMMITTEE
from dataclasses import replace
holder = HeldByChild(lambda: replace(COMMITTEE, cost=SLOW) if sys.argv[1] == "busy" else COMMITTEE)
holder.do(jobs.StartKeys())
print(holder.pid, flush=True)
if sys.argv[1] == "busy":
    holder.do(jobs.TryCard(next(iter(CARDS.values()))))
sys.stdin.read()
"""


@pytest.mark.parametrize("how", ["idle", "busy"])
def test_it_dies_with_its_parent_whatever_it_is_at(how: str) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert parent.stdout is not None
    child = os.pidfd_open(int(parent.stdout.readline()))
    parent.kill()
    parent.communicate()
    assert ended(child)


def ended(process: int) -> bool:
    """Wait until a process that is not ours has ended."""
    try:
        return bool(select.select([process], [], [], 30)[0])
    finally:
        os.close(process)


# --- the journal's rows, one by one ---


def test_a_row_is_stripped_of_its_letter_and_keeps_its_digest(holder: Keyholder) -> None:
    gather(holder)
    row = keyring().seal_entry(entry(text="Кат"))
    stripped = holder.stripped(row.sealed)
    assert holder.digest(row.sealed) == holder.digest(stripped) == row.digest
    assert keyring().journal().open_entry(stripped).text == ""
    for act in (holder.stripped, holder.digest):
        with pytest.raises(DamagedRow):
            act(b"no row")


def test_no_row_is_touched_without_the_keys(holder: Keyholder) -> None:
    for act in (holder.stripped, holder.digest):
        with pytest.raises((KeysAbsent, KeysLost)):
            act(keyring().seal_entry(entry()).sealed)
