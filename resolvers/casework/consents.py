"""Consents: what one needs before it is given, what happens when it begins and ends, and those that expire."""

from datetime import date
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.transactions import in_transaction

from models.agreement_text import BEGUN_TEXTS, CONSENT
from models.consent import Consent
from models.vocabulary import first_texts
from resolvers.context import Changes, CommandContext, PendingChange, Rulebook, Step, UnitOfWork
from resolvers.refusals import Problem
from resolvers.writing.transitions import create_related, move_to_state, set_column, transition_refused
from workflow.consent import CONSENT_IN_FORCE_STATES, WITHDRAWN_CONSENT_STATES
from workflow.roles import AccountKind

FROM_REFERRAL = "lähete"  # text version: the authority showed its own form, not a text of this register
# A text of the purpose itself comes before the general one.
_VERSION_ON = "SELECT t.version " + BEGUN_TEXTS.format(
    day="$1", condition=f"t.kind = '{CONSENT}' AND (t.purpose IS NULL OR t.purpose = $2)", order="t.purpose IS NULL, "
)


async def consent_is_complete(step: Step) -> None:
    """
    Check that a consent names categories, has not expired, and was not given in the future.

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
    Check that a consent on paper says where the paper is.

    :raises CommandRefused: EVIDENCE_MISSING
    """
    if not step.row.evidence:
        raise transition_refused("EVIDENCE_MISSING", "evidence")


async def consent_text_in_force(step: Step) -> None:
    """
    Check that a consent names the text that is in force on the day on which it is given.

    :raises CommandRefused: CONSENT_TEXT_NOT_IN_FORCE, with the version that is
    """
    row = step.row
    in_force = await version_on(row.purpose, row.given_on or step.context.today, step.db)
    if row.text_version != in_force:
        raise transition_refused("CONSENT_TEXT_NOT_IN_FORCE", "textVersion", version=in_force)


async def consent_text_known(change: PendingChange) -> list[Problem]:
    """Fill in the text in force for a consent that names none, and refuse one that names another."""
    row = change.row
    if "textVersion" not in change.keys and row.text_version:
        return []
    in_force = await version_on(row.purpose, row.given_on or change.context.today, change.db)
    row.text_version = row.text_version or in_force
    if row.text_version == in_force:
        return []
    return [Problem("CONSENT_TEXT_NOT_IN_FORCE", ("textVersion",), {"version": in_force})]


async def version_on(purpose: str, day: date, db: TransactionalDBClient) -> str:
    """Return the version of the text that a consent of this purpose is given under on a day in Finland."""
    rows = await db.execute_query_dict(_VERSION_ON, [day, purpose])
    return str(rows[0]["version"]) if rows else first_texts()[CONSENT].version


async def consent_begins(step: Step) -> Changes:
    """Put the consent in force from today; an earlier one for the same agency and purpose is superseded."""
    row = step.row
    same_scope = {"client_id": row.client_id, "agency_id": row.agency_id, "purpose": row.purpose}
    for earlier in (
        await Consent.filter(**same_scope, state__in=CONSENT_IN_FORCE_STATES)
        .exclude(pk=row.pk)
        .using_db(step.db)
        .select_for_update()
    ):
        if earlier.referral_id in (None, row.referral_id):
            await move_to_state(step, "consent", earlier, "SUPERSEDED", "SUPERSEDE")
    viewer = step.context.viewer
    is_own = viewer.client == row.client_id or viewer.kind is AccountKind.GUARDIAN
    changes = set_column(row, "channel", "channel", "SERVICE" if is_own else "PAPER")
    return changes | set_column(row, "given_on", "givenOn", row.given_on or step.context.today)


async def consent_ends(step: Step) -> Changes:
    """
    Set the moment from which the data is hidden again.

    Source: rule R14.
    """
    return set_column(step.row, "withdrawn_at", "withdrawnAt", step.context.now)


async def keep_referral_consent(step: Step) -> Changes:
    """Create a consent from what the referral says; from then on the policy evaluates the consent."""
    row = step.row
    if row.basis != "CONSENT":
        return {}
    all_categories = list(step.context.content_types["consent"].fields["categories"].choices)
    await create_related(
        step,
        "consent",
        state="GIVEN",
        client_id=row.client_id,
        agency_id=row.agency_id,
        referral_id=row.pk,
        purpose="REFERRAL_FOLLOW_UP",
        categories=all_categories,
        text_version=FROM_REFERRAL,
        given_on=row.consent_given_on,
        valid_until=row.consent_valid_until,
        channel="AUTHORITY",
        provenance="AUTHORITY",
    )
    return {}


async def withdraw_referral_consent(context: CommandContext, row: Any, db: TransactionalDBClient) -> None:
    """Withdraw the consents that came from a referral, because the withdrawal was recorded on the referral."""
    for consent in (
        await Consent.filter(referral_id=row.pk, state__in=CONSENT_IN_FORCE_STATES).using_db(db).select_for_update()
    ):
        await _end_consent(UnitOfWork(context, db), consent, "WITHDRAWN", "WITHDRAW")


async def _end_consent(work: UnitOfWork, row: Any, state: str, action: str) -> None:
    withdrawn = (
        set_column(row, "withdrawn_at", "withdrawnAt", work.context.now) if state in WITHDRAWN_CONSENT_STATES else {}
    )
    await move_to_state(work, "consent", row, state, action, withdrawn)


async def expire_consents(context: CommandContext) -> int:
    """
    Mark the consents that have expired, at most 500, and return how many.

    The policy ignored them from midnight on.
    """
    async with in_transaction() as db:
        expired = Consent.filter(state__in=CONSENT_IN_FORCE_STATES, valid_until__lt=context.today).using_db(db)
        consents = await expired.select_for_update(skip_locked=True).limit(500)
        for row in consents:
            await _end_consent(UnitOfWork(context, db), row, "EXPIRED", "EXPIRE")
    return len(consents)


CONSENT_RULES = Rulebook.of(
    guards=(
        consent_is_complete,
        evidence_named,
        consent_text_in_force,
    ),
    rules=(consent_text_known,),
    effects=(
        consent_begins,
        consent_ends,
        keep_referral_consent,
    ),
)
