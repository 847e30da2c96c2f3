"""Whose an identity code is, whichever index key a row still has; and the code of a row, opened."""

from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from models.client import Client
from models.code_index import SEALED_COLUMN, CodeIndexes
from models.sealed import Place, SealRefused, unseal
from resolvers.context import CommandContext
from resolvers.refusals import CommandRefused, Problem


async def client_with_code(indexes: CodeIndexes, db: BaseDBAsyncClient) -> Client | None:
    """Return the client with the identity code of these indexes, in any live version of the index; None without one."""
    given = {column: index for column, index in indexes.columns().items() if index is not None}
    if not given:
        return None
    return await Client.get_or_none(Q(join_type="OR", **given), using_db=db)


def opened_code(context: CommandContext, table: str, row: Any) -> str:
    """
    Return the identity code that a row of a table holds.

    :raises CommandRefused: VALUE_UNREADABLE when it was damaged; `python3 run.py verify` names such rows
    """
    place = Place(table, SEALED_COLUMN, UUID(str(row.pk)))
    try:
        return unseal(context.keyring, place, bytes(row.personal_identity_code))
    except SealRefused:
        raise CommandRefused(Problem("VALUE_UNREADABLE", ("personalIdentityCode",))) from None
