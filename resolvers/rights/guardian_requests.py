"""
What a guardian asks for a person: by which representation, for whom the package is cut, and whether it still fits.

A guardian asks as far as the representation covers the person's rights, and sees only the own requests and what came of
them; the person sees them all. Decision 0175.
"""

from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from auth.accounts.viewer_loading import viewer_of_account
from auth.representation import HOLDS_SQL, OF_MINORS_SQL
from auth.viewer import Viewer
from models.representation import Representation
from resolvers.context import CommandContext, PendingChange, Rulebook, Step
from resolvers.refusals import Problem
from resolvers.writing.transitions import transition_refused
from workflow.representation import AGE_OF_MAJORITY, RIGHTS_MATTER
from workflow.roles import ROLE_OF_ACCOUNT, AccountKind

_ACTING = (
    "SELECT v.id FROM representation v WHERE v.client_id = $1::uuid"
    " AND (v.account_id = $2::uuid OR $2::uuid IS NULL) AND (v.id = $3::uuid OR $3::uuid IS NULL)"
    f" AND {HOLDS_SQL.format(today='$4::date', matter=RIGHTS_MATTER)} ORDER BY v.id DESC LIMIT 1"
)
# Whether nothing that a guardian's package was cut by is narrower than when it was built: each representation `v` of
# the client by the same guardian, with its last day and the age of majority, what a minor keeps back, the restrictions
# of the client. `built` is the moment of the package.
STILL_FITS_SQL = (
    "NOT EXISTS (SELECT FROM representation n JOIN representation v ON v.client_id = n.client_id"
    " AND (v.id = n.id OR v.account_id = n.account_id) WHERE n.id = {representation} AND (v.modified_at > {built}"
    " OR (v.valid_until >= {built}::date AND v.valid_until < {today})"
    f" OR (v.kind IN ({OF_MINORS_SQL}) AND EXISTS (SELECT FROM client m WHERE m.id = v.client_id"
    f" AND m.date_of_birth > {{built}}::date - interval '{AGE_OF_MAJORITY} years'"
    f" AND m.date_of_birth <= {{today}} - interval '{AGE_OF_MAJORITY} years'))"
    " OR EXISTS (SELECT FROM telling_refusal f WHERE f.client_id = v.client_id AND f.modified_at > {built})"
    " OR EXISTS (SELECT FROM client m WHERE m.id = v.client_id AND m.modified_at > {built}"
    " AND (m.safety_restriction OR m.processing_restriction))))"
)


async def acting_representation(
    client: UUID, account: UUID | None, representation: UUID | None, today: date, db: BaseDBAsyncClient
) -> UUID | None:
    """Return the newest representation, of the account or the named one, that covers the person's rights today."""
    rows = await db.execute_query_dict(_ACTING, [client, account, representation, today])
    return UUID(str(rows[0]["id"])) if rows else None


async def asked_by_guardian(change: PendingChange) -> list[Problem]:
    """Set by which representation a guardian asks; what comes on paper names one that covers the person's rights."""
    row, viewer = change.row, change.context.viewer
    is_guardian = viewer.kind is AccountKind.GUARDIAN
    if "kind" not in change.keys or row.client_id is None or not (is_guardian or row.representation_id):
        return []
    account = viewer.account if is_guardian else None
    found = await acting_representation(row.client_id, account, row.representation_id, change.context.today, change.db)
    if found is None:
        return [Problem("RIGHTS_NOT_COVERED", ("representationId",))]
    row.representation_id = found
    return []


async def guardian_in_force(step: Step) -> None:
    """
    Check that a guardian's request still rests on a representation, before data is put together for the guardian.

    :raises CommandRefused: RIGHTS_NOT_COVERED
    """
    row = step.row
    if row.representation_id is None:
        return
    if await acting_guardian(step.context, row, step.db) is None:
        raise transition_refused("RIGHTS_NOT_COVERED", "representationId")


async def acting_guardian(context: CommandContext, request: Any, db: BaseDBAsyncClient) -> Representation | None:
    """Return the representation of a guardian's request while the guardian acts for the person; else None."""
    if request.representation_id is None:
        return None
    asked = await Representation.get(pk=request.representation_id, using_db=db)
    account, named = (asked.account_id, None) if asked.account_id else (None, asked.pk)
    found = await acting_representation(request.client_id, account, named, context.today, db)
    return await Representation.get(pk=found, using_db=db) if found else None


async def reader_of_request(context: CommandContext, request: Any, db: BaseDBAsyncClient) -> Viewer | None:
    """Return for whom the package of a request is cut: the guardian who asks; None for the person."""
    guardian = await acting_guardian(context, request, db)
    if guardian is None:
        return None
    loaded = await viewer_of_account(guardian.account_id, context.now, db) if guardian.account_id else None
    return loaded or Viewer(
        account=guardian.account_id or UUID(str(guardian.pk)),
        kind=AccountKind.GUARDIAN,
        epoch=0,
        name="",
        language=guardian.language,
        everywhere=frozenset({ROLE_OF_ACCOUNT[AccountKind.GUARDIAN]}),
    )


async def export_still_fits(step: Step) -> None:
    """
    Check that a guardian may still see everything that the package holds; the person always may.

    :raises CommandRefused: PACKAGE_TOO_WIDE
    """
    if step.context.viewer.kind is not AccountKind.GUARDIAN:
        return
    fits = STILL_FITS_SQL.format(representation="$1::uuid", built="$2::timestamptz", today="$3::date")
    values = [step.row.representation_id, step.row.package_built_at, step.context.today]
    [row] = await step.db.execute_query_dict(f"SELECT {fits} AS fits", values)
    if not row["fits"]:
        raise transition_refused("PACKAGE_TOO_WIDE", "packageBuiltAt")


GUARDIAN_REQUEST_RULES = Rulebook.of(guards=(guardian_in_force, export_still_fits), rules=(asked_by_guardian,))
