"""
Who is told of an event: accounts by role, client or staff, and a notice or a mail to those who may see the object.

A notice holds the event's own words and the object's id, a mail not even the address. Whoever does not see the object
at that moment is told nothing: what a query hides, no notice gives away.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient, TransactionalDBClient

from auth.accounts.viewer_loading import viewer_of_account
from auth.viewer import SYSTEM_ACCOUNT, Viewer
from resolvers.context import CommandContext
from resolvers.notifications.events import event_titles
from resolvers.public_ids import public_id
from resolvers.reading.loading import visible_ids
from resolvers.writing.creation import new_row
from resolvers.writing.history import record_creations
from workflow.relationship import OPEN_RELATIONSHIP_STATES, STANDING_IN_STATES
from workflow.roles import Role

SERVICE, EMAIL = "SERVICE", "EMAIL"
BOTH = "SERVICE_AND_EMAIL"
NOTICE_LANGUAGES = ("fi", "sv", "en")
_OF_STAFF = "SELECT id FROM account WHERE disabled_at IS NULL AND"
_RESPONSIBLE = (
    f"SELECT responsible_coach_id FROM relationship WHERE client_id = $1::uuid AND {OPEN_RELATIONSHIP_STATES.sql()}"
)
_STANDING_IN = (
    f"SELECT staff_member_id FROM substitution WHERE client_id = $1::uuid AND {STANDING_IN_STATES.sql('state')}"
    " AND starts_on <= $2 AND (ends_before IS NULL OR ends_before > $2)"
)


async def notify(
    context: CommandContext,
    event: str,
    noun: str,
    object_id: UUID,
    accounts: Iterable[UUID],
    db: TransactionalDBClient,
    channel: str = BOTH,
) -> int:
    """
    Tell accounts of an event, inside a transaction, and return how many were told.

    Each is told once, by a notice, a mail or both; accounts that may not see the object are left out.

    :raises LookupError: when the register knows no such event
    """
    words = event_titles(context.content_types)[event]
    context = replace(
        context, viewer=SYSTEM_ACCOUNT
    )  # who did it stands in the object's history, for those who may read that
    seeing = [v for account in sorted(set(accounts)) if (v := await _seeing(context, noun, object_id, account, db))]
    link = public_id(noun, object_id)
    if SERVICE in channel:
        notices = [
            {"recipient_id": v.account, "event": event, "text": words[NOTICE_LANGUAGES.index(v.language)], "link": link}
            for v in seeing
        ]
        await _stored(context, "notification", notices, db)
    if EMAIL in channel:
        mails = [
            {
                "account_id": v.account,
                "recipient_kind": str(v.kind),
                "staff_member_id": v.staff,
                "event": event,
                "link": link,
                "due_at": context.now,
            }
            for v in seeing
        ]
        await _stored(context, "delivery", mails, db)
    return len(seeing)


async def _stored(context: CommandContext, noun: str, rows: list[dict[str, Any]], db: TransactionalDBClient) -> None:
    if not rows:
        return
    type_ = context.content_types[noun]
    made: list[tuple[Any, dict[str, Any]]] = []
    for columns in rows:
        row = new_row(context, type_)
        for column, value in columns.items():
            setattr(row, column, value)
        made.append((row, {}))
    await type_.model.bulk_create([row for row, _ in made], using_db=db)
    await record_creations(context, type_, made, db)


async def _seeing(
    context: CommandContext, noun: str, object_id: UUID, account: UUID, db: BaseDBAsyncClient
) -> Viewer | None:
    viewer = await viewer_of_account(account, context.now, db)
    return viewer if viewer and await may_see_object(context, viewer, noun, object_id, db) else None


async def may_see_object(
    context: CommandContext, viewer: Viewer, noun: str, object_id: UUID, db: BaseDBAsyncClient
) -> bool:
    """Tell whether a viewer sees an object now, by the predicate that guards every query."""
    return bool(await visible_ids(replace(context, viewer=viewer), context.content_types[noun], [object_id], db))


async def accounts_with_role(role: Role, unit_id: UUID | None, today: date, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts that hold a role today in a unit or everywhere; without a unit, wherever they do."""
    sql = (
        "SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.disabled_at IS NULL"
        " AND g.role = $1 AND g.starts_on <= $2 AND (g.ends_before IS NULL OR g.ends_before > $2)"
        " AND ($3::uuid IS NULL OR g.unit_id IS NULL OR g.unit_id = $3::uuid)"
    )
    return await _accounts(sql, [str(role), today, unit_id], db)


async def accounts_of_client(client_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts of a client; usually one or none."""
    return await _accounts("SELECT id FROM account WHERE disabled_at IS NULL AND client_id = $1::uuid", [client_id], db)


async def accounts_of_staff(staff_ids: Iterable[UUID], db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts of staff members."""
    return await _accounts(f"{_OF_STAFF} staff_id = ANY($1::uuid[])", [list(staff_ids)], db)


async def accounts_of_responsible(client_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts of the coaches responsible for a client."""
    return await _accounts(f"{_OF_STAFF} staff_id IN ({_RESPONSIBLE})", [client_id], db)


async def accounts_of_coaches(client_id: UUID, today: date, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts of those who coach a client today, responsible or standing in."""
    sql = f"{_OF_STAFF} staff_id IN ({_RESPONSIBLE} UNION {_STANDING_IN})"
    return await _accounts(sql, [client_id, today], db)


async def accounts_of_agency(agency_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the live accounts of an agency's officials."""
    return await _accounts("SELECT id FROM account WHERE disabled_at IS NULL AND agency_id = $1::uuid", [agency_id], db)


async def _accounts(sql: str, values: list[Any], db: BaseDBAsyncClient) -> set[UUID]:
    return {UUID(str(row["id"])) for row in await db.execute_query_dict(sql, values)}
