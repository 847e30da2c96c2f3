"""
Form answers that belong to a referral: written while it is a draft, sent with it, and the client's after acceptance.

Their state follows the referral's; so do client and unit, as every copy does. Decisions 0061 and 0093.
"""

from collections.abc import Set as AbstractSet
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.expressions import Q

from models.form import FormAnswer, FormTemplate
from models.referral import Referral
from models.term import ServiceType
from resolvers.casework.forms import unanswered
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.public_ids import public_id
from resolvers.reading.sections import permission_of
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.code_checks import unknown_term
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import move_to_state
from workflow.form import REFERRAL_ANSWER_STATES, TEMPLATE_IN_USE_STATES, form_answer
from workflow.referral import DRAFT_REFERRAL_STATES
from workflow.roles import AccountKind, Role
from workflow.term import OFFERED_SERVICE_STATES
from workflow.vocabulary import Permission

_DRAFT, _SENT, _REOPENED, _CLOSED = REFERRAL_ANSWER_STATES
_AGENCY_KINDS = (AccountKind.OFFICIAL, AccountKind.AGENCY)


async def answer_belongs(change: PendingChange) -> list[Problem]:
    """
    Check that answers are about a client, or belong to a referral that is a draft.

    Both may be given only when the referral is that client's.
    """
    row = change.row
    if not change.keys & {"templateId", "referralId"}:
        return []
    if row.referral_id is None:
        return problem_unless(row.client_id is not None, "VALUE_REQUIRED", "clientId")
    referral: Any = await Referral.get(pk=row.referral_id, using_db=change.db)
    if row.client_id is not None:
        problems = problem_unless(referral.client_id == row.client_id, "MISMATCH", "referralId")
        return problems + problem_unless(
            change.context.viewer.kind not in _AGENCY_KINDS, "REFERRAL_NOT_DRAFT", "referralId"
        )
    problems = problem_unless(referral.state in DRAFT_REFERRAL_STATES, "REFERRAL_NOT_DRAFT", "referralId")
    return problems + await template_of_referrals(change)


async def template_of_referrals(change: PendingChange) -> list[Problem]:
    """Check that the template of answers to a referral holds questions of referrals."""
    templates = FormTemplate.filter(pk=change.row.template_id, kind="REFERRAL").using_db(change.db)
    return problem_unless(await templates.exists(), "TEMPLATE_NOT_OF_REFERRALS", "templateId")


async def referral_answers_complete(step: Step) -> None:
    """
    Check that every required question that the agency may answer is answered before the referral is sent.

    :raises CommandRefused: ANSWER_MISSING, naming every question
    """
    problems = [
        p
        for answer in await _locked_answers(step, step.row, _DRAFT, _REOPENED)
        for p in await missing_answers(answer, step.db)
    ]
    if problems:
        raise CommandRefused(*problems)


async def asked_forms_answered(step: Step) -> None:
    """
    Check that each form that is asked of such referrals, and has required questions, is answered when it is sent.

    :raises CommandRefused: ANSWER_MISSING, naming every question of every form
    """
    answers: Any = FormAnswer.filter(referral_id=step.row.pk).using_db(step.db)
    forms = await answers.values_list("series_id", "template_id")
    answered = {UUID(str(uuid)) for of_one in forms for uuid in of_one if uuid}
    if problems := await questions_not_begun(step.row, answered, step.db):
        raise CommandRefused(*problems)


async def questions_not_begun(referral: Any, answered: AbstractSet[UUID], db: TransactionalDBClient) -> list[Problem]:
    """
    Return a problem for each required question of the forms that are asked of a referral and were not begun.

    `answered` are the first versions of the forms of which there are answers: what those lack is told of the answers.
    """
    templates: Any = FormTemplate.filter(
        Q(for_unit_id__isnull=True) | Q(for_unit_id=referral.unit_id),
        Q(for_service_code__isnull=True) | Q(for_service_code=referral.service_code),
        Q(for_unit_id__isnull=False) | Q(for_service_code__isnull=False),
        kind="REFERRAL",
        state__in=TEMPLATE_IN_USE_STATES,
    )
    return [
        Problem("ANSWER_MISSING", ("answers", public_id("form_template", template.pk), key))
        for template in await templates.using_db(db).order_by("id")
        if (template.lineage_id or template.pk) not in answered
        for key in template.json_schema.get("required", [])
        if _is_writable_by_agency(permission_of(template.sections, key, "write"))
    ]


async def asked_of_referrals(change: PendingChange) -> list[Problem]:
    """Check that a form that is asked of referrals holds their questions, and that the service exists."""
    row = change.row
    problems = [
        Problem("TEMPLATE_NOT_OF_REFERRALS", (key,))
        for key, value in (("forUnitId", row.for_unit_id), ("forServiceCode", row.for_service_code))
        if key in change.keys and value is not None and row.kind != "REFERRAL"
    ]
    if "forServiceCode" in change.keys and row.for_service_code is not None:
        offered = ServiceType.filter(code=row.for_service_code, state__in=OFFERED_SERVICE_STATES).using_db(change.db)
        problems += [] if await offered.exists() else [unknown_term("service_type", "forServiceCode")]
    return problems


async def missing_answers(answer: Any, db: TransactionalDBClient) -> list[Problem]:
    """Return a problem for each required question of a form that the agency may answer and has not answered."""
    missing = await unanswered(answer, _is_writable_by_agency, db)
    return [p for p in missing if _is_writable_by_agency(permission_of(answer.sections, p.path[1], "write"))]


def _is_writable_by_agency(needed: Permission) -> bool:
    return Role.OFFICIAL in form_answer.roles(_DRAFT, needed)


async def send_answers(step: Step) -> Changes:
    """Send the answers with their referral; from now on they cannot be changed."""
    return await _move_answers(step, _SENT, "SEND", _DRAFT, _REOPENED)


async def open_answers(step: Step) -> Changes:
    """Let the agency correct the answers while the unit requests more information."""
    return await _move_answers(step, _REOPENED, "ASK", _SENT)


async def close_answers(step: Step) -> Changes:
    """Close the answers with their referral."""
    return await _move_answers(step, _CLOSED, "CLOSE", _DRAFT, _SENT, _REOPENED)


async def _move_answers(step: Step, state: str, action: str, *sources: str) -> Changes:
    for answer in await _locked_answers(step, step.row, *sources):
        await move_to_state(step, "form_answer", answer, state, action)
    return {}


async def _locked_answers(step: Step, referral: Any, *states: str) -> list[Any]:
    answers = FormAnswer.filter(referral_id=referral.pk, state__in=states).using_db(step.db)
    return list(await answers.order_by("id").select_for_update())


REFERRAL_ANSWER_RULES = Rulebook.of(
    guards=(referral_answers_complete, asked_forms_answered),
    effects=(
        send_answers,
        open_answers,
        close_answers,
    ),
    rules=(answer_belongs, asked_of_referrals),
)
