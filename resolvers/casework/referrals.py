"""Referrals: what they must hold, who they become, and the relationship that begins with them."""

from typing import Any
from uuid import UUID

from models.agency import Official
from models.client import Client
from models.referral import Referral
from models.sealed import Place, seal, unseal
from models.term import ServiceType
from resolvers.casework.consents import withdraw_referral_consent
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.protection.safety import next_review, restricted
from resolvers.refusals import Problem
from resolvers.writing.code_checks import unknown_term
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.term import OFFERED_SERVICE_STATES


async def complete_referral(step: Step) -> None:
    """
    A referral is sent with its goals, the consent or the statute it rests on, and the safety restriction asked about.

    :raises CommandRefused: REFERRAL_INCOMPLETE, naming the first field that is missing
    """
    row = step.row
    needed = {
        "goals": bool(row.goals),
        "consentGivenOn": row.basis != "CONSENT" or row.consent_given_on is not None,
        "safetyRestriction": row.safety_restriction is not None,
    }
    for key, is_given in needed.items():
        if not is_given:
            raise transition_refused("REFERRAL_INCOMPLETE", key)


async def consent_or_statute(step: Step) -> None:
    """
    Consent in force today, or a statutory basis.

    :raises CommandRefused: CONSENT_NOT_IN_FORCE
    """
    row, today = step.row, step.context.today
    if row.basis == "STATUTORY":
        return
    in_force = (
        row.consent_given_on is not None
        and row.consent_given_on <= today
        and row.consent_withdrawn_on is None
        and (row.consent_valid_until is None or row.consent_valid_until >= today)
    )
    if not in_force:
        raise transition_refused("CONSENT_NOT_IN_FORCE")


async def has_client_or_creates(step: Step) -> None:
    """
    A referral starts with the client that acceptance made or found.

    :raises CommandRefused: CLIENT_MISSING
    """
    if step.row.client_id is None:
        raise transition_refused("CLIENT_MISSING", "clientId")


async def has_coach_and_register(step: Step) -> None:
    """
    The relationship needs a responsible coach and a register.

    :raises CommandRefused: COACH_MISSING or REGISTER_MISSING
    """
    if step.row.responsible_coach_id is None:
        raise transition_refused("COACH_MISSING", "responsibleCoachId")
    if step.row.register_id is None:
        raise transition_refused("REGISTER_MISSING", "registerId")


async def final_report_delivered(step: Step) -> None:
    """
    A referral closes when the final report has gone to the agency.

    :raises CommandRefused: REPORT_MISSING
    """
    if step.row.final_report_delivered_on is None:
        raise transition_refused("REPORT_MISSING", "finalReportDeliveredOn")


async def receive_referral(step: Step) -> Changes:
    """Start the visible clock."""
    return set_column(step.row, "received_at", "receivedAt", step.context.now)


async def keep_decision_reason(step: Step) -> Changes:
    """Keep why it was rejected or withdrawn."""
    return set_column(step.row, "decision_reason", "decisionReason", step.reason)


async def create_client(step: Step) -> Changes:
    """
    Find the client by identity code, or make one of the subject data.

    Whether the person was known already is for the unit alone: the agency's referral shows no client. Rule R24.
    """
    row = step.row
    if row.client_id is not None:
        return {}
    known = None
    if row.identity_index is not None:
        known = await Client.get_or_none(identity_index=bytes(row.identity_index), using_db=step.db)
    client = known or await create_related(step, "client", **_subject(step))
    if known is not None and row.safety_restriction and not known.safety_restriction:
        await move_to_state(step, "client", known, known.state, "RESTRICT", restricted(known, step.context.today))
    if known is None and row.personal_identity_code is not None:
        await _seal_anew(step, client)
    return set_column(row, "client_id", "clientId", client.pk)


def _subject(step: Step) -> dict[str, Any]:
    row = step.row
    protected = bool(row.safety_restriction)
    return {
        "unit_id": row.unit_id,
        "first_names": row.first_names,
        "last_name": row.last_name,
        "sort_key": row.sort_key,
        "date_of_birth": row.date_of_birth,
        "phones": [row.phone] if row.phone else [],
        "email": row.email,
        "municipality": row.municipality,
        "provenance": "AUTHORITY",
        "safety_restriction": protected,
        "safety_review_on": next_review(step.context.today) if protected else None,
    }


async def _seal_anew(step: Step, client: Any) -> None:
    """A seal belongs to its row: the code is opened in the referral and sealed for the client."""
    keyring, column = step.context.keyring, "personal_identity_code"
    here = Place("referral", column, UUID(str(step.row.pk)))
    code = unseal(keyring, here, bytes(step.row.personal_identity_code))
    client.personal_identity_code = seal(keyring, Place("client", column, UUID(str(client.pk))), code)
    client.identity_index = step.row.identity_index
    await client.save(using_db=step.db)


async def start_relationship(step: Step) -> Changes:
    """Begin the relationship today, and have the client active."""
    row, today = step.row, step.context.today
    await create_related(
        step,
        "relationship",
        client_id=row.client_id,
        register_id=row.register_id,
        unit_id=row.unit_id,
        responsible_coach_id=row.responsible_coach_id,
        referral_id=row.pk,
        started_on=today,
    )
    client = await Client.get(pk=row.client_id, using_db=step.db)
    if client.state not in ACTIVE_CLIENT_STATES:
        await move_to_state(step, "client", client, "ACTIVE", "ACTIVATE")
    return {}


async def referral_parties(change: PendingChange) -> list[Problem]:
    """Hold a referral to one agency, its own official, and a service that is offered."""
    row = change.row
    problems = problem_unless(row.agency_id is not None, "VALUE_REQUIRED", "agencyId")
    if row.official_id is not None:
        same = await Official.filter(pk=row.official_id, agency_id=row.agency_id).using_db(change.db).exists()
        problems += problem_unless(same, "MISMATCH", "officialId")
    if "serviceCode" in change.keys:
        offered = (
            await ServiceType.filter(code=row.service_code, state__in=OFFERED_SERVICE_STATES)
            .using_db(change.db)
            .exists()
        )
        problems += [] if offered else [unknown_term("service_type", "serviceCode")]
    return problems


async def entered_by_staff(change: PendingChange) -> list[Problem]:
    """Note which employee typed a referral that came on paper."""
    row = change.row
    if change.context.viewer.kind == "STAFF" and row.revision == 1 and row.entered_by is None:
        row.entered_by = change.context.viewer.account
    return []


async def withdrawal_stands(change: PendingChange) -> list[Problem]:
    """A consent that was withdrawn stays withdrawn, and is not withdrawn for a day to come. Rule R14."""
    row = change.row
    if "consentWithdrawnOn" not in change.keys:
        return []
    before = await Referral.get_or_none(pk=row.pk, using_db=change.db)
    if before is not None and row.consent_withdrawn_on is not None:
        await withdraw_referral_consent(change.context, row, change.db)
    stands = before is None or before.consent_withdrawn_on is None
    come = row.consent_withdrawn_on is None or row.consent_withdrawn_on <= change.context.today
    return problem_unless(stands, "WITHDRAWAL_STANDS", "consentWithdrawnOn") + problem_unless(
        come, "DAY_TO_COME", "consentWithdrawnOn"
    )


REFERRAL_RULES = Rulebook.of(
    guards=(
        complete_referral,
        consent_or_statute,
        has_client_or_creates,
        has_coach_and_register,
        final_report_delivered,
    ),
    effects=(
        receive_referral,
        keep_decision_reason,
        create_client,
        start_relationship,
    ),
    rules=(
        referral_parties,
        entered_by_staff,
        withdrawal_stands,
    ),
)
