"""
Proposals: what each kind needs, when the agency may be told, and how an accepted one is carried out.

What is accepted is done at once, by the transition of the thing itself and under its guards, in the name of the
service. What needs more (a coach, a new contract, something to be closed first) stays to be carried out, and is noted
as done by the transition that does it. Decision 0183.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient

from auth.access_paths import RowFacts
from auth.viewer import SYSTEM_ACCOUNT
from models.programme import Programme
from models.proposal import Proposal
from models.referral import Referral
from models.relationship import Relationship
from resolvers.context import Changes, CommandContext, LoadedRow, Rulebook, Step
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.object_changes import change_object, pass_transition
from resolvers.writing.transitions import move_to_state, set_column, transition_refused
from workflow.programme import UNFINISHED_PROGRAMME_STATES
from workflow.proposal import ACCEPTED_PROPOSAL_STATES, OPEN_PROPOSAL_STATES, UNTOLD
from workflow.referral import ENDED_REFERRAL_STATES, STARTED_REFERRAL_STATES, UNDECIDED_REFERRAL_STATES, referral
from workflow.relationship import OPEN_RELATIONSHIP_STATES, relationship

_START, _EXTEND, _END, _INTENSITY, _NOT_RELEVANT, _NO_SHOW = (
    "START",
    "EXTEND",
    "END",
    "CHANGE_INTENSITY",
    "NOT_RELEVANT",
    "NO_SHOW",
)
_AFTER_START = frozenset({_EXTEND, _END, _INTENSITY})
_BEFORE_START = frozenset({_START, _NOT_RELEVANT})
_UNTOLD = f"SELECT {UNTOLD.of_referral.format(alias='r', today='$2::date')} AS untold FROM referral r WHERE r.id = $1"


async def proposal_complete(step: Step) -> None:
    """
    Check that a proposal says what its kind needs, before it is sent.

    :raises CommandRefused: PROPOSAL_INCOMPLETE for every field that is missing
    """
    row = step.row
    is_started = await _relationship(row, step.db) is not None
    needed = {
        "text": bool(row.text),
        "startsOn": row.kind != _START or row.starts_on is not None,
        "endsOn": row.kind != _EXTEND or row.ends_on is not None,
        "daysPerWeek": row.kind != _INTENSITY or (row.days_per_week or row.minutes_per_day) is not None,
        "endReason": not (row.kind == _END or (row.kind == _NO_SHOW and is_started)) or row.end_reason is not None,
        "notRelevantReason": row.kind != _NOT_RELEVANT or row.not_relevant_reason is not None,
    }
    if missing := [key for key, is_given in needed.items() if not is_given]:
        raise CommandRefused(*(Problem("PROPOSAL_INCOMPLETE", (key,)) for key in missing))


async def proposal_ends_later(step: Step) -> None:
    """
    Check that the period that is proposed is not over, and does not end before it starts.

    :raises CommandRefused: PROPOSAL_OVER
    """
    row = step.row
    earliest = max(step.context.today, row.starts_on or step.context.today)
    if row.kind in (_START, _EXTEND, _INTENSITY) and row.ends_on is not None and row.ends_on < earliest:
        raise transition_refused("PROPOSAL_OVER", "endsOn")


async def proposal_fits_referral(step: Step) -> None:
    """
    Check that what is proposed can be done of a referral in this state: nothing ends that has not started.

    :raises CommandRefused: PROPOSAL_UNFIT
    """
    about, kind = await _referral(step.row, step.db), step.row.kind
    if kind in _AFTER_START:
        fits = about.state in STARTED_REFERRAL_STATES and await _relationship(step.row, step.db) is not None
    elif kind in _BEFORE_START:
        fits = about.state in UNDECIDED_REFERRAL_STATES
    else:
        fits = about.state not in ENDED_REFERRAL_STATES
    if not fits:
        raise transition_refused("PROPOSAL_UNFIT", "kind")


async def agency_may_be_told(step: Step) -> None:
    """
    Check that consent or statute lets the agency read the proposal: the rule by which it is shown.

    :raises CommandRefused: CONSENT_NOT_IN_FORCE
    """
    [found] = await step.db.execute_query_dict(_UNTOLD, [step.row.referral_id, step.context.today])
    if found["untold"]:
        raise transition_refused("CONSENT_NOT_IN_FORCE")


async def is_carried_out(step: Step) -> None:
    """
    Check that what was accepted has been done; of a change of the intensity, whoever notes it says how.

    :raises CommandRefused: PROPOSAL_TO_CARRY_OUT, ALREADY_CARRIED_OUT
    """
    if step.row.carried_out_on is not None:
        raise transition_refused("ALREADY_CARRIED_OUT")
    if step.row.kind != _INTENSITY and not await _is_done(step.row, step.db):
        raise transition_refused("PROPOSAL_TO_CARRY_OUT")


async def note_sent(step: Step) -> Changes:
    """Set when the proposal was sent."""
    return set_column(step.row, "sent_at", "sentAt", step.context.now)


async def note_decision(step: Step) -> Changes:
    """Set when the agency decided, and why it rejected."""
    changes = set_column(step.row, "decided_at", "decidedAt", step.context.now)
    return changes | set_column(step.row, "decision_reason", "decisionReason", step.reason)


async def note_carrying_out(step: Step) -> Changes:
    """Set that what was accepted has been done."""
    return set_column(step.row, "carried_out_on", "carriedOutOn", step.context.today)


async def carry_out_proposal(step: Step) -> Changes:
    """Do what was accepted, as far as nothing more is needed for it; otherwise it stays to be carried out."""
    row = step.row
    await row.save(using_db=step.db)  # what follows from it finds it decided
    work = replace(step, context=replace(step.context, viewer=SYSTEM_ACCOUNT))
    await step.db.execute_query("SAVEPOINT carrying_out")
    try:
        await _CARRYING_OUT[row.kind](work)
    except CommandRefused:
        await step.db.execute_query("ROLLBACK TO SAVEPOINT carrying_out")
        return {}
    return await note_carrying_out(step) if await _is_done(row, step.db) else {}


async def close_proposals(step: Step) -> Changes:
    """Withdraw the proposals about a referral that has ended and that nobody has decided."""
    for row in await _locked(step, OPEN_PROPOSAL_STATES):
        await move_to_state(step, "proposal", row, "WITHDRAWN", "WITHDRAW")
    return {}


async def note_carried_out(step: Step) -> Changes:
    """Note the accepted proposals that are carried out by this transition of a referral or a relationship."""
    await step.row.save(using_db=step.db)
    for row in await _locked(step, ACCEPTED_PROPOSAL_STATES):
        is_open = row.carried_out_on is None and row.decided_at != step.context.now  # its own acceptance notes that
        if is_open and row.kind != _INTENSITY and await _is_done(row, step.db):
            changes = set_column(row, "carried_out_on", "carriedOutOn", step.context.today)
            await move_to_state(step, "proposal", row, row.state, "CARRY_OUT", changes)
    return {}


async def _locked(step: Step, states: tuple[str, ...]) -> list[Any]:
    about = step.row.pk if step.loaded.type.noun == referral.noun else step.row.referral_id
    if about is None:
        return []
    found = Proposal.filter(referral_id=about, state__in=list(states)).using_db(step.db)
    return list(await found.order_by("id").select_for_update())


async def _referral(row: Any, db: TransactionalDBClient) -> Any:
    return await Referral.get(pk=row.referral_id, using_db=db)


async def _relationship(row: Any, db: TransactionalDBClient) -> Any:
    """Return the relationship that goes on from the referral of a proposal; None when none does."""
    found = Relationship.filter(referral_id=row.referral_id, state__in=list(OPEN_RELATIONSHIP_STATES)).using_db(db)
    return await found.select_for_update().first()


async def _is_done(row: Any, db: TransactionalDBClient) -> bool:
    """Return whether what a proposal proposes is so."""
    about = await _referral(row, db)
    if row.kind == _START:
        return about.state in STARTED_REFERRAL_STATES
    if row.kind == _EXTEND:
        running = Programme.filter(referral_id=about.pk, state__in=list(UNFINISHED_PROGRAMME_STATES))
        return bool(await running.filter(ends_on__gte=row.ends_on).using_db(db).exists())
    if row.kind == _INTENSITY:
        return False
    is_over = about.state in ENDED_REFERRAL_STATES
    return is_over or (about.state in STARTED_REFERRAL_STATES and await _relationship(row, db) is None)


async def _take(step: Step, noun: str, row: Any, name: str, reason: str | None) -> None:
    """Take a transition of what a proposal is about, in the name of the service and under its guards."""
    type_ = step.context.content_types[noun]
    transition = type_.kind.workflow.transitions[name]
    if row.state not in transition.source:
        raise transition_refused("WRONG_STATE", state=row.state, possible=",".join(sorted(transition.source)))
    target = transition.target_from(row.state)
    await pass_transition(step.context, _loaded(step.context, noun, row), name, target, step.comment, reason, step.db)


def _loaded(context: CommandContext, noun: str, row: Any) -> LoadedRow:
    stored = {column: getattr(row, column) for column in row._meta.fields_db_projection}
    return LoadedRow(context.content_types[noun], row, stored, RowFacts())


async def _start(step: Step) -> None:
    if step.row.starts_on <= step.context.today:
        await _take(step, referral.noun, await _locked_referral(step), "START", None)


async def _extend(step: Step) -> None:
    found = Programme.filter(referral_id=step.row.referral_id, state__in=list(UNFINISHED_PROGRAMME_STATES))
    running = await found.using_db(step.db).select_for_update()
    if len(running) == 1 and (running[0].ends_on or step.row.ends_on) < step.row.ends_on:
        loaded = _loaded(step.context, "programme", running[0])
        await change_object(step.context, loaded, {"endsOn": step.row.ends_on}, "EXTEND", step.db)


async def _end(step: Step) -> None:
    if (going_on := await _relationship(step.row, step.db)) is not None:
        await _take(step, relationship.noun, going_on, "END", step.row.end_reason)


async def _change_intensity(_step: Step) -> None:
    """Leave it to the unit: a new contract needs a week plan and signatures."""


async def _let_go(step: Step) -> None:
    await _take(step, referral.noun, await _locked_referral(step), "REJECT", step.row.not_relevant_reason)


async def _miss(step: Step) -> None:
    about = await _locked_referral(step)
    if about.state in STARTED_REFERRAL_STATES:
        await _end(step)
    else:
        await _take(step, referral.noun, about, "MISS", None)


async def _locked_referral(step: Step) -> Any:
    found = Referral.filter(pk=step.row.referral_id).using_db(step.db).select_for_update()
    return await found.get()


_CARRYING_OUT: Mapping[str, Callable[[Step], Awaitable[None]]] = {
    _START: _start,
    _EXTEND: _extend,
    _END: _end,
    _INTENSITY: _change_intensity,
    _NOT_RELEVANT: _let_go,
    _NO_SHOW: _miss,
}

PROPOSAL_RULES = Rulebook.of(
    guards=(proposal_complete, proposal_ends_later, proposal_fits_referral, agency_may_be_told, is_carried_out),
    effects=(note_sent, note_decision, note_carrying_out, carry_out_proposal, close_proposals, note_carried_out),
)
