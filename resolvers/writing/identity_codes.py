"""
The uniqueness of identity codes, which tells nobody that a person of another unit exists.

A code that the caller could find is refused. A code of somebody whom the caller may not know is stored like any other,
and only held back from the constraint: answer, history and events are those of a code that is new. Both cases run the
same statements. The match itself is noticed later, by a job (resolvers/protection/identity_matches.py). Decision 0092.
"""

from typing import Any
from uuid import UUID, uuid4

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.expressions import Q

from auth.disclosure import authority_of, default_purpose, numbered_disclosure_row_sql
from auth.policy import access_rule, predicate_sql
from models.client import Client
from models.code_index import SEALED_COLUMN, CodeIndexes, code_indexes, has_code_sql
from models.sealed import Place, SealRefused, unseal
from resolvers.context import CommandContext, PendingChange, Rulebook
from resolvers.reading.loading import call_of_command
from resolvers.reading.parameters import StatementParameters
from resolvers.refusals import CommandRefused, Problem
from workflow.anomalies import IDENTITY_SEARCH
from workflow.roles import AccountKind
from workflow.vocabulary import IDENTITY

UNIQUE_CODE_RULE = "identity_unique"
_KEY = "personalIdentityCode"
# Of two who write one code at the same moment, the second waits and then finds the first: no constraint is violated.
_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_COMPARISON = numbered_disclosure_row_sql("SELECT NULL::uuid WHERE FALSE", first=1)


async def identity_unique(change: PendingChange) -> list[Problem]:
    """
    Refuse the code of a client whom the caller could find by it; hold back the code of any other.

    The comparison is a search by identity code: it leaves a row in the disclosure log.
    """
    row = change.row
    if _KEY not in change.keys:
        return []
    row.identity_held = False
    if row.personal_identity_code is None:
        return []
    code = opened_code(change.context, row._meta.db_table, row)
    indexes = code_indexes(change.context.keyring, code)
    oldest = min(index for index in indexes.columns().values() if index is not None)
    await change.db.execute_query(_ONE_AT_A_TIME, [oldest.hex()])
    await _log_comparison(change)
    found = await _clients_with_code(change, indexes)
    if any(is_known for _, is_known in found):
        return [Problem("IDENTITY_CODE_TAKEN", (_KEY,))]
    row.identity_held = any(not is_held for is_held, _ in found)
    return []


async def _clients_with_code(change: PendingChange, indexes: CodeIndexes) -> list[tuple[bool, bool]]:
    """Return, for every other client with the code, whether it is held back, and whether the caller could find it."""
    context, bind = change.context, StatementParameters()
    kind = context.content_types["client"].kind
    rule = access_rule(context.viewer, kind, IDENTITY)
    known = predicate_sql(kind, rule, "t", bind.viewer) if rule.grants else "FALSE"
    among = has_code_sql("t", *(bind.constant(index, "bytea") for index in (indexes.odd, indexes.even)))
    own = bind(("own",), lambda _: change.row.pk, "uuid")
    sql = f"SELECT t.identity_held, {known} AS is_known FROM client t WHERE {among} AND t.id <> {own}"
    rows = await change.db.execute_query_dict(sql, [get(call_of_command(context)) for get in bind.getters])
    return [(row["identity_held"], row["is_known"]) for row in rows]


async def _log_comparison(change: PendingChange) -> None:
    """Log that the caller compared a code with those of all clients; an import by the operator has no caller."""
    context, viewer = change.context, change.context.viewer
    if viewer.kind is AccountKind.SERVICE:
        return
    fields = [f"Client.{_KEY}", f"Client.{IDENTITY_SEARCH}"]
    given = [context.now, viewer.account, authority_of(viewer), "", "", fields, [change.row.pk]]
    token = [viewer.application, viewer.credential]
    await change.db.execute_query(_COMPARISON, [*given, default_purpose(viewer), uuid4(), *token])


async def client_with_code(indexes: CodeIndexes, db: BaseDBAsyncClient) -> Client | None:
    """Return the client with the identity code of these indexes, in any live version of the index; None without one."""
    given = {column: index for column, index in indexes.columns().items() if index is not None}
    if not given:
        return None
    return await Client.get_or_none(Q(join_type="OR", **given), identity_held=False, using_db=db)


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


IDENTITY_CODE_RULES = Rulebook.of(rules=(identity_unique,))
