"""Referrals: what they must contain, the client that is found or created, and the relationship that starts from one."""

from typing import Any
from uuid import UUID

from models.agency import Official
from models.client import Client
from models.code_index import code_indexes, set_code_indexes
from models.referral import Referral
from models.relationship import Relationship
from models.sealed import Place, seal
from models.term import ServiceType
from resolvers.casework.consents import withdraw_referral_consent
from resolvers.context import Changes, PendingChange, Rulebook, Step
from resolvers.protection.possible_doubles import referred_not_there_already
from resolvers.protection.safety import next_review, restricted
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.code_checks import unknown_term
from resolvers.writing.identity_codes import client_with_code, opened_code
from resolvers.writing.references import references_ended_since
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.client import ACTIVE_CLIENT_STATES
from workflow.referral import is_consent_in_force
from workflow.relationship import OPEN_RELATIONSHIP_STATES
from workflow.term import OFFERED_SERVICE_STATES


async def complete_referral(step: Step) -> None:
    """
    Check that a referral is complete before it is sent.

    It has goals, an answer on the safety restriction and, unless its basis is statutory, the date of the consent.

    :raises CommandRefused: REFERRAL_INCOMPLETE for every field that is missing
    """
    row = step.row
    requirements = {
        "goals": bool(row.goals),
        "consentGivenOn": row.basis != "CONSENT" or row.consent_given_on is not None,
        "safetyRestriction": row.safety_restriction is not None,
    }
    if missing := [key for key, is_given in requirements.items() if not is_given]:
        raise CommandRefused(*(Problem("REFERRAL_INCOMPLETE", (key,)) for key in missing))


async def consent_or_statute(step: Step) -> None:
    """
    Check that the referral has a consent in force today, or a statutory basis.

    :raises CommandRefused: CONSENT_NOT_IN_FORCE
    """
    if not is_consent_in_force(step.row, step.context.today):
        raise transition_refused("CONSENT_NOT_IN_FORCE")


async def has_client_or_creates(step: Step) -> None:
    """
    Check that the referral has the client that its acceptance found or created.

    :raises CommandRefused: CLIENT_MISSING
    """
    if step.row.client_id is None:
        raise transition_refused("CLIENT_MISSING", "clientId")


async def has_coach_and_register(step: Step) -> None:
    """
    Check that the responsible coach and the register of the future relationship are set, and in service today.

    :raises CommandRefused: COACH_MISSING, REGISTER_MISSING and REFERENCE_ENDED, all at once
    """
    problems = problem_unless(step.row.responsible_coach_id is not None, "COACH_MISSING", "responsibleCoachId")
    problems += problem_unless(step.row.register_id is not None, "REGISTER_MISSING", "registerId")
    problems += await references_ended_since(step.context, step.loaded.type, step.row, step.db)
    if problems:
        raise CommandRefused(*problems)


async def final_report_delivered(step: Step) -> None:
    """
    Check that the final report was delivered to the agency before the referral closes.

    :raises CommandRefused: REPORT_MISSING
    """
    if step.row.final_report_delivered_on is None:
        raise transition_refused("REPORT_MISSING", "transition")


_COPIED = ("first_names", "last_name", "date_of_birth", "email", "municipality")
# The columns of a client that a referral fills: what the notice says comes from an authority.
FILLED_BY_REFERRAL = frozenset({*_COPIED, "phones", "personal_identity_code", "safety_restriction"})


async def receive_referral(step: Step) -> Changes:
    """Set the moment of receipt, from which the visible waiting time is counted."""
    return set_column(step.row, "received_at", "receivedAt", step.context.now)


async def keep_decision_reason(step: Step) -> Changes:
    """Store the reason code of a rejection or withdrawal."""
    return set_column(step.row, "decision_reason", "decisionReason", step.reason)


async def create_client(step: Step) -> Changes:
    """
    Find the client by the identity code, or create one from the subject data.

    Only the unit learns whether the person was known already: the agency's referral shows no client. Who may be known
    without the same code is decided by the unit first. Source: rule R24.
    """
    row = step.row
    if row.client_id is not None:
        return {}
    existing = None
    if (code := _code_of(step)) is not None:
        existing = await client_with_code(code_indexes(step.context.keyring, code), step.db)
    if existing is None:
        await referred_not_there_already(step)
    client = existing or await create_related(step, "client", **_subject_columns(step))
    if existing is not None and row.safety_restriction and not existing.safety_restriction:
        await move_to_state(
            step, "client", existing, existing.state, "RESTRICT", restricted(existing, step.context.today)
        )
    if existing is None and code is not None:
        await _seal_for_client(step, client, code)
    return set_column(row, "client_id", "clientId", client.pk)


def _subject_columns(step: Step) -> dict[str, Any]:
    row = step.row
    protected = bool(row.safety_restriction)
    return {column: getattr(row, column) for column in _COPIED} | {
        "unit_id": row.unit_id,
        "sort_key": row.sort_key,
        "phones": [row.phone] if row.phone else [],
        "provenance": "AUTHORITY",
        "confirmed_distinct": row.confirmed_distinct,
        "safety_restriction": protected,
        "safety_review_on": next_review(step.context.today) if protected else None,
    }


def _code_of(step: Step) -> str | None:
    """Return the identity code of the referral, None when it has none."""
    if step.row.personal_identity_code is None:
        return None
    return opened_code(step.context, "referral", step.row)


async def _seal_for_client(step: Step, client: Any, code: str) -> None:
    """Seal the identity code for the client's row; a seal opens only on the row for which it was made."""
    keyring, column = step.context.keyring, "personal_identity_code"
    client.personal_identity_code = seal(keyring, Place("client", column, UUID(str(client.pk))), code)
    set_code_indexes(client, keyring, code)
    await client.save(using_db=step.db)


async def start_relationship(step: Step) -> Changes:
    """
    Create the relationship, from today on, and activate the client.

    A client whom no other unit serves comes into the unit of the referral, with all that follows the client.
    """
    row, today = step.row, step.context.today
    client = await Client.select_for_update().using_db(step.db).get(pk=row.client_id)
    is_served = (
        await Relationship.filter(client_id=client.pk, state__in=OPEN_RELATIONSHIP_STATES).using_db(step.db).exists()
    )
    moved = {} if is_served else set_column(client, "unit_id", "unitId", row.unit_id)
    if client.state not in ACTIVE_CLIENT_STATES:
        await move_to_state(step, "client", client, "ACTIVE", "ACTIVATE", moved)
    elif moved:
        await move_to_state(step, "client", client, client.state, "UPDATE", moved)
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
    return {}


async def referral_parties(change: PendingChange) -> list[Problem]:
    """
    Check that a referral has an agency, an official of that agency, and a service type that is offered.

    Who names only the official means the official's agency.
    """
    row = change.row
    if row.agency_id is None and row.official_id is not None:
        row.agency_id = (await Official.get(pk=row.official_id, using_db=change.db)).agency_id  # type: ignore[attr-defined] # a foreign key's column
    problems = problem_unless(row.agency_id is not None, "VALUE_REQUIRED", "agencyId")
    if row.official_id is not None:
        is_of_agency = await Official.filter(pk=row.official_id, agency_id=row.agency_id).using_db(change.db).exists()
        problems += problem_unless(is_of_agency, "MISMATCH", "officialId")
    if "serviceCode" in change.keys:
        is_offered = (
            await ServiceType.filter(code=row.service_code, state__in=OFFERED_SERVICE_STATES)
            .using_db(change.db)
            .exists()
        )
        problems += [] if is_offered else [unknown_term("service_type", "serviceCode")]
    return problems


async def entered_by_staff(change: PendingChange) -> list[Problem]:
    """Set which employee entered a referral that came on paper."""
    row = change.row
    if change.context.viewer.kind == "STAFF" and row.revision == 1 and row.entered_by is None:
        row.entered_by = change.context.viewer.account
    return []


async def withdrawal_stands(change: PendingChange) -> list[Problem]:
    """
    Check that a withdrawn consent stays withdrawn, and that the day of withdrawal is not in the future.

    Source: rule R14.
    """
    row = change.row
    if "consentWithdrawnOn" not in change.keys:
        return []
    before = await Referral.get_or_none(pk=row.pk, using_db=change.db)
    if before is not None and row.consent_withdrawn_on is not None:
        await withdraw_referral_consent(change.context, row, change.db)
    was_not_withdrawn = before is None or before.consent_withdrawn_on is None
    is_past = row.consent_withdrawn_on is None or row.consent_withdrawn_on <= change.context.today
    return problem_unless(was_not_withdrawn, "WITHDRAWAL_STANDS", "consentWithdrawnOn") + problem_unless(
        is_past, "DAY_TO_COME", "consentWithdrawnOn"
    )


async def waitlist_day(change: PendingChange) -> list[Problem]:
    """Check that a place in the queue is kept until a day that has not passed."""
    day, today = change.row.waitlist_until, change.context.today
    return problem_unless("waitlistUntil" not in change.keys or (day or today) >= today, "DAY_PAST", "waitlistUntil")


async def client_is_the_person(change: PendingChange) -> list[Problem]:
    """Check that a known client whom the unit names has no other identity code than the person of the referral."""
    row = change.row
    if "clientId" not in change.keys or row.client_id is None or row.personal_identity_code is None:
        return []
    named: Any = await Client.get(pk=row.client_id, using_db=change.db)
    if named.personal_identity_code is None:
        return []
    code = opened_code(change.context, "referral", row)
    found = await client_with_code(code_indexes(change.context.keyring, code), change.db)
    return problem_unless(found is not None and found.pk == named.pk, "MISMATCH", "clientId")


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
        waitlist_day,
        client_is_the_person,
    ),
)
