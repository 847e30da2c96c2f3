"""The objects that are about one person, found by the declarations and not by the policy."""

from typing import Any
from uuid import UUID

from tortoise.backends.base.client import TransactionalDBClient

from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.public_ids import parse_public_id


async def own_object(
    context: CommandContext, client: Any, public_id: str, db: TransactionalDBClient, *, is_locked: bool = False
) -> tuple[ContentType, Any] | None:
    """
    Return the type and the row with a public id, if the row is the client or is about the client; otherwise None.

    It does not check the policy: the row may be shown or changed only under the person's own request.
    """
    parsed = parse_public_id(public_id)
    type_ = context.content_types.get(parsed[0]) if parsed else None
    if parsed is None or type_ is None or type_.kind.reach.client is None:
        return None
    query = type_.model.filter(pk=parsed[1]).using_db(db)
    row: Any = await (query.select_for_update() if is_locked else query).first()
    owner = getattr(row, type_.kind.reach.client, None)
    return (type_, row) if owner is not None and UUID(str(owner)) == UUID(str(client)) else None
