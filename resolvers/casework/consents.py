"""Consents: what must be said before one is given, what begins and ends with it, and those that run out."""

from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.consent import Consent
from resolvers.context import Changes, CommandContext, Rulebook, Step, UnitOfWork
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.consent import CONSENT_IN_FORCE_STATES, WITHDRAWN_CONSENT_STATES

FROM_REFERRAL = "lähete"  # the text that the referring authority showed stands on its own form


async def consent_is_complete(step: Step) -> None:
    """
    A consent is given to something, and not for a time that is over.

    :raises CommandRefused: CONSENT_INCOMPLETE or DAY_TO_COME
    """
    row, today = step.row, step.context.today
    if not row.categories:
        raise transition_refused("CONSENT_INCOMPLETE", "categories")
    if row.valid_until is not None and row.valid_until < today:
        raise transition_refused("CONSENT_INCOMPLETE", "validUntil")
    if row.given_on is not None and row.given_on > today:
        raise transition_refused("DAY_TO_COME", "givenOn")


async def evidence_named(step: Step) -> None:
    """
    What came on paper says where the paper is.

    :raises CommandRefused: EVIDENCE_MISSING
    """
    if not step.row.evidence:
        raise transition_refused("EVIDENCE_MISSING", "evidence")


async def consent_begins(step: Step) -> Changes:
    """Have it in force from today, and let it take the place of an earlier one for the same agency and purpose."""
    row = step.row
    same = {"client_id": row.client_id, "agency_id": row.agency_id, "purpose": row.purpose}
    for earlier in (
        await Consent.filter(**same, state__in=CONSENT_IN_FORCE_STATES)
        .exclude(pk=row.pk)
        .using_db(step.db)
        .select_for_update()
    ):
        if earlier.referral_id in (None, row.referral_id):
            await move_to_state(step, "consent", earlier, "SUPERSEDED", "SUPERSEDE")
    is_own = step.context.viewer.client == row.client_id
    changes = set_column(row, "channel", "channel", "SERVICE" if is_own else "PAPER")
    return changes | set_column(row, "given_on", "givenOn", row.given_on or step.context.today)


async def consent_ends(step: Step) -> Changes:
    """Note the moment from which it hides again. Rule R14."""
    return set_column(step.row, "withdrawn_at", "withdrawnAt", step.context.now)


async def keep_referral_consent(step: Step) -> Changes:
    """Make a consent of what the referral says: from its start on the consent is what the policy asks."""
    row = step.row
    if row.basis != "CONSENT":
        return {}
    whole = list(step.context.content_types["consent"].fields["categories"].choices)
    await create_related(
        step,
        "consent",
        state="GIVEN",
        client_id=row.client_id,
        unit_id=row.unit_id,
        agency_id=row.agency_id,
        referral_id=row.pk,
        purpose="REFERRAL_FOLLOW_UP",
        categories=whole,
        text_version=FROM_REFERRAL,
        given_on=row.consent_given_on,
        valid_until=row.consent_valid_until,
        channel="AUTHORITY",
        provenance="AUTHORITY",
    )
    return {}


async def withdraw_referral_consent(context: CommandContext, row: Any, db: TransactionalDBClient) -> None:
    """Withdraw what a referral brought, because the withdrawal was written on the referral."""
    for given in (
        await Consent.filter(referral_id=row.pk, state__in=CONSENT_IN_FORCE_STATES).using_db(db).select_for_update()
    ):
        await _ended(UnitOfWork(context, db), given, "WITHDRAWN", "WITHDRAW")


async def _ended(work: UnitOfWork, row: Any, state: str, action: str) -> None:
    withdrawn = (
        set_column(row, "withdrawn_at", "withdrawnAt", work.context.now) if state in WITHDRAWN_CONSENT_STATES else {}
    )
    await move_to_state(work, "consent", row, state, action, withdrawn)


async def expire_consents(context: CommandContext) -> int:
    """Note the consents that ran out, and return how many: the policy stopped believing them at midnight already."""
    async with in_transaction() as db:
        over = Consent.filter(state__in=CONSENT_IN_FORCE_STATES, valid_until__lt=context.today).using_db(db)
        found = await over.select_for_update(skip_locked=True).limit(500)
        for row in found:
            await _ended(UnitOfWork(context, db), row, "EXPIRED", "EXPIRE")
    return len(found)


CONSENT_RULES = Rulebook.of(
    guards=(
        consent_is_complete,
        evidence_named,
    ),
    effects=(
        consent_begins,
        consent_ends,
        keep_referral_consent,
    ),
)
