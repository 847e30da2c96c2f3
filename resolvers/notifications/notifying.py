"""
Notify accounts of an event, by a notice in the service or by mail.

Accounts are found by role, client or staff, and only those that see the object are notified.

A notice holds the title of the event and the id of the object; a mail row does not even hold the address. An account
that may not see the object at that moment gets nothing: a notification reveals nothing that a query hides.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
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
from workflow.account import GRANT_IN_FORCE_STATES
from workflow.relationship import OPEN_RELATIONSHIP_STATES, STANDING_IN_STATES
from workflow.roles import Role
from workflow.titles import LANGUAGES, Titles

IN_SERVICE, BY_EMAIL = "SERVICE", "EMAIL"
BOTH_CHANNELS = "SERVICE_AND_EMAIL"
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
    channel: str = BOTH_CHANNELS,
) -> int:
    """
    Notify accounts of an event, inside a transaction, and return how many were notified.

    Each account gets one notice, one mail, or both; accounts that may not see the object are left out.

    :raises LookupError: when there is no such event
    """
    titles = event_titles(context.content_types)[event]
    # The actor is named in the object's history, for those who may read it, and not in the notifications.
    context = replace(context, viewer=SYSTEM_ACCOUNT)
    viewers = [
        viewer
        for account in sorted(set(accounts))
        if (viewer := await _viewer_who_sees(context, noun, object_id, account, db))
    ]
    about = {"event": event, "link": public_id(noun, object_id)}
    if IN_SERVICE in channel:
        await _create_rows(context, "notification", [_notice(v, titles) | about for v in viewers], db)
    if BY_EMAIL in channel:
        await _create_rows(context, "delivery", [_mail(v, context.now) | about for v in viewers], db)
    return len(viewers)


def _notice(viewer: Viewer, titles: Titles) -> dict[str, Any]:
    return {"recipient_id": viewer.account, "text": titles[LANGUAGES.index(viewer.language)]}


def _mail(viewer: Viewer, now: datetime) -> dict[str, Any]:
    return {
        "account_id": viewer.account,
        "recipient_kind": str(viewer.kind),
        "staff_member_id": viewer.staff,
        "due_at": now,
    }


async def _create_rows(
    context: CommandContext, noun: str, rows: list[dict[str, Any]], db: TransactionalDBClient
) -> None:
    if not rows:
        return
    type_ = context.content_types[noun]
    creations: list[tuple[Any, dict[str, Any]]] = []
    for columns in rows:
        row = new_row(context, type_)
        for column, value in columns.items():
            setattr(row, column, value)
        creations.append((row, {}))
    await type_.model.bulk_create([row for row, _ in creations], using_db=db)
    await record_creations(context, type_, creations, db)


async def _viewer_who_sees(
    context: CommandContext, noun: str, object_id: UUID, account: UUID, db: BaseDBAsyncClient
) -> Viewer | None:
    viewer = await viewer_of_account(account, context.now, db)
    return viewer if viewer and await may_see_object(context, viewer, noun, object_id, db) else None


async def may_see_object(
    context: CommandContext, viewer: Viewer, noun: str, object_id: UUID, db: BaseDBAsyncClient
) -> bool:
    """Return whether a viewer may see an object now, by the predicate that guards every query."""
    return bool(await visible_ids(replace(context, viewer=viewer), context.content_types[noun], [object_id], db))


async def accounts_with_role(role: Role, unit_id: UUID | None, today: date, db: BaseDBAsyncClient) -> set[UUID]:
    """
    Return the active accounts that hold a role today, in the unit or for the whole organisation.

    Without a unit, the role may be held in any unit.
    """
    sql = (
        "SELECT a.id FROM account a JOIN role_grant g ON g.account_id = a.id WHERE a.disabled_at IS NULL"
        f" AND {GRANT_IN_FORCE_STATES.sql('g.state')} AND g.role = $1 AND g.starts_on <= $2"
        " AND (g.ends_before IS NULL OR g.ends_before > $2)"
        " AND ($3::uuid IS NULL OR g.unit_id IS NULL OR g.unit_id = $3::uuid)"
    )
    return await _accounts(sql, [str(role), today, unit_id], db)


async def accounts_of_client(client_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of a client; usually one or none."""
    return await _accounts("SELECT id FROM account WHERE disabled_at IS NULL AND client_id = $1::uuid", [client_id], db)


async def accounts_of_guardian(representation_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active account of the guardian of a representation; none or one."""
    sql = (
        "SELECT a.id FROM account a JOIN representation v ON v.account_id = a.id"
        " WHERE a.disabled_at IS NULL AND v.id = $1::uuid"
    )
    return await _accounts(sql, [representation_id], db)


async def accounts_of_staff(staff_ids: Iterable[UUID], db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of staff members."""
    return await _accounts(f"{_OF_STAFF} staff_id = ANY($1::uuid[])", [list(staff_ids)], db)


async def accounts_of_responsible(client_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of the coaches who are responsible for a client."""
    return await _accounts(f"{_OF_STAFF} staff_id IN ({_RESPONSIBLE})", [client_id], db)


async def accounts_of_coaches(client_id: UUID, today: date, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of those who coach a client today: responsible coaches and substitutes."""
    sql = f"{_OF_STAFF} staff_id IN ({_RESPONSIBLE} UNION {_STANDING_IN})"
    return await _accounts(sql, [client_id, today], db)


async def accounts_of_substitutes(client_id: UUID, today: date, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of those who stand in for a coach of a client today."""
    return await _accounts(f"{_OF_STAFF} staff_id IN ({_STANDING_IN})", [client_id, today], db)


async def accounts_of_guardians(client_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of all who have ever represented a client; what each may see is asked beside."""
    sql = (
        "SELECT a.id FROM account a JOIN representation v ON v.account_id = a.id"
        " WHERE a.disabled_at IS NULL AND v.client_id = $1::uuid"
    )
    return await _accounts(sql, [client_id], db)


async def accounts_of_workplace(workplace_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of a workplace."""
    sql = "SELECT id FROM account WHERE disabled_at IS NULL AND workplace_id = $1::uuid"
    return await _accounts(sql, [workplace_id], db)


async def accounts_of_agency(agency_id: UUID, db: BaseDBAsyncClient) -> set[UUID]:
    """Return the active accounts of an agency's officials."""
    return await _accounts("SELECT id FROM account WHERE disabled_at IS NULL AND agency_id = $1::uuid", [agency_id], db)


async def _accounts(sql: str, values: list[Any], db: BaseDBAsyncClient) -> set[UUID]:
    return {UUID(str(row["id"])) for row in await db.execute_query_dict(sql, values)}
