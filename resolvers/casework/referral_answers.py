"""
Answers that belong to a referral: given while it is drafted, sent with it, the client's once it is accepted.

They stand and fall with the referral: its steps move them, and its unit is theirs. Decision 0061.
"""

from typing import Any

from models.form import FormAnswer, FormTemplate
from models.referral import Referral
from resolvers.casework.forms import unanswered
from resolvers.context import Changes, PendingChange, Rulebook, Step, UnitOfWork
from resolvers.reading.sections import permission_of
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state, set_column
from workflow.form import REFERRAL_ANSWER_STATES, form_answer
from workflow.referral import DRAFT_REFERRAL_STATES
from workflow.roles import AccountKind, Role
from workflow.vocabulary import Permission

_DRAFT, _SENT, _ASKED, _CLOSED = REFERRAL_ANSWER_STATES
_OUTSIDE = (AccountKind.OFFICIAL, AccountKind.AGENCY)


async def answer_belongs(change: PendingChange) -> list[Problem]:
    """An answer is about a client, or belongs to a referral that is drafted; both only where the referral is theirs."""
    row = change.row
    if not change.keys & {"templateId", "referralId"}:
        return []
    if row.referral_id is None:
        return problem_unless(row.client_id is not None, "VALUE_REQUIRED", "clientId")
    referral: Any = await Referral.get(pk=row.referral_id, using_db=change.db)
    if row.client_id is not None:
        same = problem_unless(referral.client_id == row.client_id, "MISMATCH", "referralId")
        return same + problem_unless(change.context.viewer.kind not in _OUTSIDE, "REFERRAL_NOT_DRAFT", "referralId")
    asks = await FormTemplate.filter(pk=row.template_id, kind="REFERRAL").using_db(change.db).exists()
    drafted = problem_unless(referral.state in DRAFT_REFERRAL_STATES, "REFERRAL_NOT_DRAFT", "referralId")
    return drafted + problem_unless(asks, "TEMPLATE_NOT_OF_REFERRALS", "templateId")


async def referral_answers_complete(step: Step) -> None:
    """
    A referral is sent with every required question answered that its writers may answer.

    :raises CommandRefused: ANSWER_MISSING, naming every question
    """
    problems = [p for answer in await _answers(step, step.row, _DRAFT, _ASKED) for p in await _missing(step, answer)]
    if problems:
        raise CommandRefused(*problems)


async def _missing(step: Step, answer: Any) -> list[Problem]:
    missing = await unanswered(answer, _is_the_agencys, step.db)
    return [p for p in missing if _is_the_agencys(permission_of(answer.sections, p.path[1], "write"))]


def _is_the_agencys(needed: Permission) -> bool:
    return Role.OFFICIAL in form_answer.roles(_DRAFT, needed)


async def send_answers(step: Step) -> Changes:
    """Send the answers with their referral: they are frozen from now on."""
    return await _all_to(step, _SENT, "SEND", _DRAFT, _ASKED)


async def open_answers(step: Step) -> Changes:
    """Let the agency correct the answers while the unit asks for more."""
    return await _all_to(step, _ASKED, "ASK", _SENT)


async def follow_client(step: Step) -> Changes:
    """Let the answers of a referral be its client's."""
    for answer in await _answers(step, step.row, *REFERRAL_ANSWER_STATES):
        if told := set_column(answer, "client_id", "clientId", step.row.client_id):
            await move_to_state(step, "form_answer", answer, answer.state, "FOLLOW", told)
    return {}


async def close_answers(step: Step) -> Changes:
    """Close the answers with their referral."""
    return await _all_to(step, _CLOSED, "CLOSE", _DRAFT, _SENT, _ASKED)


async def _all_to(step: Step, state: str, action: str, *sources: str) -> Changes:
    for answer in await _answers(step, step.row, *sources):
        await move_to_state(step, "form_answer", answer, state, action)
    return {}


async def _answers(work: Step | UnitOfWork, referral: Any, *states: str) -> list[Any]:
    found = FormAnswer.filter(referral_id=referral.pk, state__in=states).using_db(work.db)
    return list(await found.order_by("id").select_for_update())


async def answers_in_same_unit(change: PendingChange) -> list[Problem]:
    """Let the answers of a referral move with it to another unit."""
    row = change.row
    if "unitId" not in change.keys or row.revision == 1:
        return []
    work = UnitOfWork(change.context, change.db)
    for answer in await _answers(work, row, *REFERRAL_ANSWER_STATES):
        if told := set_column(answer, "unit_id", "unitId", row.unit_id):
            await move_to_state(work, "form_answer", answer, answer.state, "UPDATE", told)
    return []


REFERRAL_ANSWER_RULES = Rulebook.of(
    guards=(referral_answers_complete,),
    effects=(
        send_answers,
        open_answers,
        follow_client,
        close_answers,
    ),
    rules=(
        answer_belongs,
        answers_in_same_unit,
    ),
)
