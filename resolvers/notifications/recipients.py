"""The agencies that received a person's data, and the notices that tell them that the data was changed or erased."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from auth.disclosure import TOLD_TO_PAYER
from models.code_index import same_code_sql
from models.referral import Referral
from resolvers.context import CommandContext, PendingChange, Rulebook, Step, UnitOfWork
from resolvers.public_ids import public_id
from resolvers.refusals import Problem
from resolvers.writing.rules import problem_unless
from resolvers.writing.transitions import create_related

# The log names a person by the id of the client, and before acceptance by that of the referral. A field counts under
# every type that showed it.
_RECEIVING_AGENCIES = f"""
SELECT DISTINCT coalesce(a.agency_id, c.agency_id, w.id) AS agency FROM disclosure_log d
LEFT JOIN account a ON a.id = d.account AND a.kind = 'OFFICIAL'
LEFT JOIN agency_client c ON c.id = d.account
LEFT JOIN agency w ON d.operation = '{TOLD_TO_PAYER}' AND w.id = ANY(d.asked)
WHERE d.subjects && $1::uuid[] AND coalesce(a.agency_id, c.agency_id, w.id) IS NOT NULL
AND ($2::text[] IS NULL OR EXISTS (SELECT FROM unnest(d.fields) f WHERE split_part(f, '.', 2) = ANY($2::text[])))
ORDER BY 1
"""
MOST_REFERENCE = 200  # characters that the column holds

_REFERRALS = f"""
SELECT m.id FROM client m WHERE m.merged_into_id = $1::uuid UNION ALL
SELECT r.id FROM referral r JOIN client c ON c.id = $1::uuid
WHERE r.client_id = c.id OR (r.client_id IS NULL AND {same_code_sql("r", "c")} AND NOT c.identity_held)
"""


async def subject_ids(client: UUID, db: TransactionalDBClient) -> list[UUID]:
    """
    Return the ids under which the disclosure log names a person: those of the client and of the referrals.

    A client who was merged into this one was seen under an id of its own.
    """
    rows = await db.execute_query_dict(_REFERRALS, [client])
    return [client, *(UUID(str(row["id"])) for row in rows)]


async def agencies_with_disclosures(client: UUID, keys: Iterable[str] | None, db: TransactionalDBClient) -> list[UUID]:
    """
    Return the agencies that received a person's fields, ordered by id.

    `keys` names the fields; None means any field.
    """
    field_keys = None if keys is None else list(keys)
    rows = await db.execute_query_dict(_RECEIVING_AGENCIES, [await subject_ids(client, db), field_keys])
    return [UUID(str(row["agency"])) for row in rows]


async def inform_recipients(step: Step, request: Any, kind: str, keys: list[str] | None) -> int:
    """
    Create a notice for every agency that received the data, and return how many.

    The notice names what happened and which fields, and never a value. Source: GDPR article 19.
    """
    client = UUID(str(request.client_id))
    agencies = await agencies_with_disclosures(client, keys, step.db)
    for agency in agencies:
        referral = (
            await Referral.filter(client_id=client, agency_id=agency).using_db(step.db).order_by("-created_at").first()
        )
        await create_related(
            step,
            "disclosure_notice",
            agency_id=agency,
            kind=kind,
            field_keys=keys or [],
            noted_at=step.context.now,
            client_id=client,
            request_id=request.pk,
            referral_id=referral.pk if referral else None,
            reference=(referral.decision_reference or referral.plan_reference) if referral else None,
        )
    return len(agencies)


async def inform_of_erasure(context: CommandContext, client: UUID, db: TransactionalDBClient) -> int:
    """
    Tell every agency that received the data that it is erased, in the transaction of the erasure and before it happens.

    The notice has no link to the person: the agency recognises the case by its own references, or by the ids of its
    referrals that had no reference. Source: GDPR article 19.
    """
    agencies, subjects = await agencies_with_disclosures(client, None, db), await subject_ids(client, db)
    for agency in agencies:
        referrals = await Referral.filter(pk__in=subjects, agency_id=agency).using_db(db).order_by("created_at", "id")
        references = dict.fromkeys(
            r.decision_reference or r.plan_reference or public_id("referral", r.pk) for r in referrals
        )
        await create_related(
            UnitOfWork(context, db),
            "disclosure_notice",
            agency_id=agency,
            kind="ERASED",
            field_keys=[],
            noted_at=context.now,
            reference=", ".join(references)[:MOST_REFERENCE] or None,
        )
    return len(agencies)


async def notice_noted(change: PendingChange) -> list[Problem]:
    """Set when a notice was sent; one that is added by hand must name a client."""
    if "kind" not in change.keys:
        return []
    change.row.noted_at = change.context.now
    return problem_unless(change.row.client_id is not None, "VALUE_REQUIRED", "clientId")


RECIPIENT_RULES = Rulebook.of(
    rules=(notice_noted,),
)
