"""What goes with the objects of a register: every change of them, who had accounts, and the files."""

from collections.abc import AsyncIterator, Iterable
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from models.account import Account, RoleGrant
from models.attachment import Attachment
from models.log import History
from models.representation import Representation
from resolvers.context import CommandContext
from resolvers.public_ids import public_id
from resolvers.rights.whole_register.objects import Found, line_of
from workflow.roles import AccountKind

_OF_CLIENTS = (AccountKind.TRAINEE, AccountKind.GUARDIAN)
_LOG_IN = ("issuer",)  # by whom somebody logs in here; with the subject, which is no field, it would be a way in


async def changes_of(context: CommandContext, ids: list[UUID], db: BaseDBAsyncClient) -> AsyncIterator[dict[str, Any]]:
    """Yield the changes of these objects in order; a sealed field says only that it was changed."""
    types = context.content_types
    async for row in History.filter(object_id__in=ids).using_db(db).order_by("id"):
        if row.noun not in types:
            continue
        yield {
            "type": types[row.noun].name,
            "id": public_id(row.noun, row.object_id),
            "revision": row.revision,
            "at": row.at.isoformat(),
            "action": row.action,
            "by": public_id("account", row.actor),
            "byName": row.actor_name,
            "comment": row.comment,
            "reason": row.reason,
            "changes": row.changes,
        }


async def accounts_of_staff(context: CommandContext, db: BaseDBAsyncClient) -> AsyncIterator[dict[str, Any]]:
    """Yield the accounts of employees and contact persons, and the roles that each held and when."""
    kinds = [kind.value for kind in _OF_CLIENTS]
    async for line in _accounts(context, ~Q(kind__in=kinds), db):
        yield line
    grants = context.content_types["role_grant"]
    async for row in RoleGrant.all().using_db(db).order_by("id"):
        yield line_of(context, Found(grants, row))


async def accounts_of_clients(
    context: CommandContext, clients: list[UUID], written: set[UUID], db: BaseDBAsyncClient
) -> AsyncIterator[dict[str, Any]]:
    """Yield the accounts of clients and of their guardians; `written` are those that were yielded before."""
    acting = Representation.filter(client_id__in=clients, account_id__isnull=False).using_db(db)
    guardians = {UUID(str(one)) for one in await acting.values_list("account_id", flat=True)} - written
    written |= guardians
    async for line in _accounts(context, Q(client_id__in=clients) | Q(id__in=sorted(guardians)), db):
        yield line


async def _accounts(context: CommandContext, which: Q, db: BaseDBAsyncClient) -> AsyncIterator[dict[str, Any]]:
    type_ = context.content_types["account"]
    async for row in Account.filter(which).using_db(db).order_by("id"):
        line = line_of(context, Found(type_, row))
        for key in _LOG_IN:
            line["fields"].pop(key, None)
        if row.client_id is not None:
            line["fields"]["clientId"] = public_id("client", row.client_id)
        yield line


async def files_of(ids: Iterable[UUID], db: BaseDBAsyncClient) -> list[Attachment]:
    """Return the uploaded files of these objects."""
    rows = Attachment.filter(object_id__in=list(ids), uploaded_at__isnull=False)
    return await rows.using_db(db).order_by("id")


def file_line(file: Attachment, path: str | None) -> dict[str, Any]:
    """Return what is known of a file, and where it lies in the archive: nowhere when something harmful is in it."""
    return {
        "id": file.id.hex,
        "object": public_id(file.noun, file.object_id),
        "path": path,
        "name": file.name,
        "mediaType": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "addedAt": file.added_at.isoformat(),
        "addedByName": file.added_by_name,
        "finding": file.finding,
    }
