"""The sitting over the cards as a reducer, with real keys and without a kiosk."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk import events as ev
from kiosk.keyholder.answers import answer
from kiosk.post import jobs
from kiosk.post.committee import Committee
from kiosk.post.keys import Keyring
from kiosk.post.membership import Job, PrintCard, PrintList, attend
from kiosk.post.roles import Role
from kiosk.post.sitting import Said, Sitting, Step, Strip
from kiosk.post.tasks import NEW_KEYS, Task
from tests.office import CARDS, CHEAP, COMMITTEE, RECOVERY, ROLES
from tests.screens.members.scenes import SITTINGS

TODAY = date(2027, 9, 1)


class Table:
    """A sitting with its keys and a store that keeps, or not; `asked` are the jobs so far."""

    def __init__(self, committee: Committee | None = COMMITTEE, today: date | None = TODAY) -> None:
        self.keys = Keyring(committee, CHEAP)
        self.sitting = Sitting.begun(committee) if committee else Sitting((ROLES,))
        self.today, self.keeps = today, True
        self.asked: list[Job] = []

    def __call__(self, *events: ev.Event) -> Table:
        for event in events:
            self.sitting, follows = attend(self.sitting, event, self.today)
            for job in follows:
                self.asked.append(job)
                self._do(job)
        return self

    def _do(self, job: Job) -> None:
        match job:
            case jobs.KeepCommittee(committee=committee) if self.keeps:
                self(ev.CommitteeKept(committee))
            case jobs.KeepCommittee():
                self(ev.StoreFailed("keep_committee"))
            case PrintCard() | PrintList():
                pass
            case _:
                self(answer(self.keys, job))  # type: ignore[arg-type]

    @property
    def step(self) -> Step:
        return self.sitting.step

    def at(self, step: Step) -> bool:
        return self.step is step

    def gathers(self) -> Table:
        return self(*map(ev.CodeTyped, CARDS.values()))

    def makes(self, role: Role | None) -> str:
        """A card on the screen, typed back and put away."""
        self(ev.NewCardAsked(role), ev.CardShown(printed=False))
        assert self.sitting.making
        assert self.sitting.making.made
        code = self.sitting.making.made.code
        self(ev.SteppedOn(), ev.CodeTyped(code))
        assert self.at(Step.READY)
        self(ev.SteppedOn())
        return code

    def rescues(self, *roles: Role) -> Table:
        self(*(ev.CodeTyped(CARDS[role]) for role in roles))
        return self(ev.EnvelopeTurned(), ev.CodeTyped(RECOVERY))


def test_the_first_committee_is_formed_of_what_was_typed_back() -> None:
    table = Table(None)(ev.SteppedOn())
    codes = [table.makes(role) for role in ROLES]
    table.makes(None)
    table(ev.KeysAgreed())
    assert table.at(Step.DONE)
    assert isinstance(table.asked[-1], jobs.WipeKeys)
    formed = table.sitting.committee
    assert formed is not None
    keys = Keyring(formed)
    assert isinstance([keys.present(code) for code in codes][-1], ev.QuorumGathered)


@pytest.mark.parametrize("missing", [*ROLES, None])
def test_without_one_card_or_the_envelope_nothing_is_formed(missing: Role | None) -> None:
    table = Table(None)(ev.SteppedOn())
    for what in (*ROLES, None):
        if what is not missing:
            table.makes(what)
    table(ev.KeysAgreed())
    assert table.at(Step.ROSTER)
    assert not any(isinstance(job, jobs.Enrol) for job in table.asked)


def test_a_card_is_made_only_when_it_is_to_be_shown() -> None:
    table = Table(None)(ev.SteppedOn(), ev.NewCardAsked(ROLES[0]))
    assert table.at(Step.AWAY)
    assert table.asked == [jobs.StartKeys()]


@pytest.mark.parametrize("printed", [True, False])
def test_it_is_printed_once_and_only_when_that_was_asked(printed: bool) -> None:
    table = Table(None)(ev.SteppedOn(), ev.NewCardAsked(ROLES[0]), ev.CardShown(printed=printed))
    table(ev.SteppedOn(), ev.SteppedBack(), ev.SteppedOn())
    papers = [job for job in table.asked if isinstance(job, PrintCard)]
    assert len(papers) == int(printed)
    assert (table.sitting.making and table.sitting.making.strip) is (
        Strip.PRINTING if printed else Strip.NONE
    )


def test_on_a_day_that_is_not_known_nothing_begins_and_nothing_is_agreed() -> None:
    table = Table(None, None)(ev.SteppedOn())
    assert table.at(Step.START)
    assert table.sitting.said is Said.CLOCK_UNKNOWN
    here = Table().gathers()(ev.TaskChosen(Task.YEAR), ev.CardMarked(1))
    here.makes(ROLES[0])
    here.today = None
    here(ev.KeysAgreed())
    assert here.sitting.said is Said.CLOCK_UNKNOWN
    assert here.at(Step.ROSTER)


def test_in_doubt_a_card_to_be_added_is_void() -> None:
    table = Table().gathers()(ev.TaskChosen(Task.ADD), ev.NewCardAsked(ROLES[0]))
    table(ev.CardShown(printed=False), ev.SteppedOn())
    assert table.sitting.making
    assert table.sitting.making.made
    table.today = None
    table(ev.CodeTyped(table.sitting.making.made.code))
    assert table.sitting.said is None or table.sitting.said is Said.CLOCK_UNKNOWN
    assert isinstance(table.asked[-1], jobs.VoidCards)
    assert not any(isinstance(job, jobs.AddCards) for job in table.asked)


@pytest.mark.parametrize("task", sorted(NEW_KEYS - {Task.RESCUE}))
def test_new_keys_need_a_change_and_somebody_of_each_role(task: Task) -> None:
    table = Table().gathers()(ev.TaskChosen(task), ev.KeysAgreed())
    assert table.at(Step.ROSTER)
    table(ev.CardMarked(2), ev.KeysAgreed())
    assert table.sitting.bare == (ROLES[1],)
    assert table.at(Step.ROSTER)
    table.makes(ROLES[1])
    table(ev.KeysAgreed())
    assert table.at(Step.DONE)
    kept = table.sitting.committee
    assert kept is not None
    assert (kept.generation, kept.last_number) == (2, 4)
    assert [card.number for card in kept.cards] == [1, 3, 4]


def test_a_number_can_only_be_marked_where_keys_are_made() -> None:
    table = Table().gathers()(ev.CardMarked(1), ev.TaskChosen(Task.ADD), ev.CardMarked(1))
    assert table.sitting.out == frozenset()


def test_a_card_is_added_only_to_a_role_that_is_here() -> None:
    pairs = replace(COMMITTEE, quorum=COMMITTEE.quorum)
    table = Table(pairs).gathers()
    table.sitting = replace(table.sitting, present=ROLES[:1], task=Task.ADD)
    table(ev.NewCardAsked(ROLES[1]), ev.NewCardAsked(None))
    assert table.sitting.making is None


def test_two_roles_and_the_envelope_must_replace_the_third_and_the_envelope() -> None:
    table = Table().rescues(*ROLES[:2])
    assert (table.step, table.sitting.task) == (Step.ROSTER, Task.RESCUE)
    assert table.sitting.out == frozenset({3})
    table(ev.CardMarked(3), ev.KeysAgreed())
    assert table.sitting.bare == (ROLES[2],), "an old card does not do: its holder is not here"
    table.makes(ROLES[2])
    table(ev.KeysAgreed())
    assert table.at(Step.ROSTER)
    table.makes(None)
    table(ev.KeysAgreed())
    assert table.at(Step.DONE)


def test_a_rescue_leads_nowhere_else() -> None:
    table = Table().rescues(*ROLES[:2])
    table(ev.SteppedBack(), ev.TaskChosen(Task.ADD), ev.ListAsked())
    assert (table.step, table.sitting.task) == (Step.ROSTER, Task.RESCUE)


def test_with_the_envelope_two_roles_are_enough_for_new_keys_and_nothing_else() -> None:
    table = Table()(ev.EnvelopeTurned(), ev.CodeTyped(RECOVERY)).gathers()
    assert table.sitting.task is Task.RESCUE
    assert not table.sitting.gathered
    assert Table().gathers().at(Step.MENU)


def test_what_the_store_refuses_is_kept_at_the_second_touch() -> None:
    table = Table().gathers()(ev.TaskChosen(Task.DRILL))
    table.keeps = False
    table(ev.CodeTyped(RECOVERY))
    assert (table.step, table.sitting.said) == (Step.KEEPING, Said.NOT_KEPT)
    table.keeps = True
    table(ev.KeysAgreed())
    assert (table.step, table.sitting.said) == (Step.MENU, Said.DRILLED)
    assert table.sitting.committee is not None
    assert table.sitting.committee.recovery.drilled_on == TODAY


@pytest.mark.parametrize("scene", SITTINGS)
def test_while_something_is_on_its_way_no_touch_counts(scene: str) -> None:
    waiting = replace(SITTINGS[scene], working=True)
    for event in (ev.SteppedOn(), ev.SteppedBack(), ev.KeysAgreed(), ev.CodeTyped("1")):
        assert attend(waiting, event, TODAY) == (waiting, ())


@pytest.mark.parametrize("scene", SITTINGS)
def test_when_the_keys_are_gone_everything_begins_anew(scene: str) -> None:
    after, follows = attend(SITTINGS[scene], ev.KeysFailed("MakeCard"), TODAY)
    assert follows == (jobs.WipeKeys(),)
    assert after.step in {Step.START, Step.GATHER}
    assert not after.void


@pytest.mark.parametrize("scene", SITTINGS)
def test_what_happens_elsewhere_changes_nothing(scene: str) -> None:
    sitting = SITTINGS[scene]
    for event in (ev.LetterDropped(), ev.StoreFailed("board"), ev.LetterStored(), ev.KeysWiped()):
        after, follows = attend(replace(sitting, formed=None), event, TODAY)
        assert replace(after, working=sitting.working, said=sitting.said) == replace(
            sitting, formed=None
        )
        assert follows == ()


@pytest.mark.parametrize("scene", SITTINGS)
def test_touches_that_do_not_belong_to_a_step_do_nothing_bad(scene: str) -> None:
    """Every intent in every state: never an error, and never keys without a complete roster."""
    sitting = SITTINGS[scene]
    events: list[ev.Event] = [
        ev.SteppedOn(), ev.SteppedBack(), ev.EnvelopeTurned(), ev.KeysAgreed(), ev.ListAsked(),
        ev.CodeTyped("14825073966148203570"), ev.CardMarked(2), ev.CardShown(printed=True),
        *map(ev.TaskChosen, Task), *map(ev.NewCardAsked, (*Role, None)),
    ]  # fmt: skip
    for event in events:
        _, follows = attend(sitting, event, TODAY)
        for job in follows:
            if isinstance(job, jobs.Enrol | jobs.Rekey):
                assert sitting.complete
