"""Creation: the empty row, what it takes over from what it hangs under, who may add it, and repeated commands."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model
from uuid_utils.compat import uuid7

from auth.access_paths import CASELOAD_SQL, RowFacts, access_paths, leads_to_row, unit_groups
from models.log import IdempotencyKey
from models.sealed import keyed_digests
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.field_permissions import blocking_codes
from workflow.roles import PathKind, Role
from workflow.vocabulary import ADD, NEVER

_SOURCE = {"TRAINEE": "CLIENT", "OFFICIAL": "AUTHORITY", "AGENCY": "AUTHORITY"}
# Columns through which local roles reach a row: taken over from the parent, so that nobody can hang a row elsewhere.
_INHERITED = ("client_id", "unit_id", "agency_id", "workplace_id", "relationship_id", "programme_id")


def new_row(context: CommandContext, type_: ContentType) -> Model:
    """Return a new row in the initial state, not saved yet."""
    moment, who = context.now, context.viewer.account
    row: Model = type_.model(
        id=uuid7(),
        state=type_.kind.workflow.initial,
        revision=1,
        created_at=moment,
        modified_at=moment,
        created_by=who,
        modified_by=who,
        provenance=_SOURCE.get(context.viewer.kind, "OWN"),
    )
    for column, attribute in type_.forced.items():
        if (value := getattr(context.viewer, attribute)) is not None:
            setattr(row, column, value)
    return row


async def inherit_parent_columns(
    context: CommandContext, type_: ContentType, row: Model, references: Mapping[str, Model], db: TransactionalDBClient
) -> None:
    """
    Take over from the referenced objects the columns that local roles need, and begin as a part of one where it is so.

    :raises CommandRefused: MISMATCH when two references belong to different clients
    """
    del context, db
    for column in _INHERITED:
        if column not in type_.model._meta.fields_db_projection:
            continue
        given = {getattr(p, column) for p in references.values() if column in p._meta.fields_db_projection} - {None}
        own = getattr(row, column, None)
        if own is None and len(given) == 1:
            setattr(row, column, given.pop())
        elif column == "client_id" and len(given | ({own} if own else set())) > 1:
            raise CommandRefused(Problem("MISMATCH", (column.removesuffix("_id"),)))
    content: Any = row
    part, client = type_.part_of, type_.kind.reach.client or ""
    if part and getattr(row, client) is None and getattr(row, part.column) is not None:
        content.state = part.states[0]


async def roles_to_add(
    context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient
) -> frozenset[Role]:
    """
    Return the roles with which the viewer adds this very row.

    A role of a unit adds in its unit, a coach to clients of the own caseload only, everybody outside to what is one's
    own: to add is never a way to reach a client who was not reached before.

    :raises CommandRefused: UNIT_REQUIRED when none does, but one would in a unit that the command does not name; or
        what takes it away, such as PROCESSING_RESTRICTION
    """
    viewer, reach = context.viewer, type_.kind.reach
    stored = {c: getattr(row, c, None) for c in type_.model._meta.fields_db_projection}
    facts = await _facts(context, type_, stored.get(reach.client or ""), db)
    held = {
        role
        for role in type_.kind.workflow.add
        if any(leads_to_row(path, viewer, reach, stored, facts) for path in access_paths(viewer, reach, role))
    }
    if reach.client == "id" and stored[reach.unit or "unit_id"] in unit_groups(viewer).get(Role.COACH, ()):
        held.add(Role.COACH)  # a new client is in nobody's caseload yet
    if not held and (unit := _unnamed_unit(type_, stored)):
        of_units = {
            r for r in type_.kind.workflow.add for path in access_paths(viewer, reach, r) if path.kind is PathKind.UNIT
        }
        if of_units:
            raise CommandRefused(Problem("UNIT_REQUIRED", (unit,), {"roles": ", ".join(sorted(of_units))}))
    adding = frozenset(held) & type_.kind.workflow.add
    if adding and (taken := blocking_codes(viewer, type_.kind, adding, ADD, facts)):
        raise CommandRefused(*(Problem(code, ()) for code in taken))
    return adding


def _unnamed_unit(type_: ContentType, stored: Mapping[str, Any]) -> str | None:
    """Return the key of the unit that a command may name and has not."""
    unit = type_.kind.reach.unit
    named = (f.key for f in type_.fields.values() if f.column == unit and f.write is not NEVER)
    return next(named, None) if unit and stored.get(unit) is None else None


async def _facts(context: CommandContext, type_: ContentType, client: Any, db: TransactionalDBClient) -> RowFacts:
    """Return what the policy asks about the client under whom a row is hung."""
    if client is None:
        return RowFacts()
    columns = sorted({m.column for m in type_.kind.workflow.restrictions if ADD in m.permissions})
    found = await db.execute_query_dict(
        f"SELECT c.id IN ({CASELOAD_SQL.format(staff='$2::uuid', today='$3::date')}) AS is_own"
        f"{''.join(f', c.{column}' for column in columns)} FROM client c WHERE c.id = $1",
        [client, context.viewer.staff, context.today],
    )
    if not found:
        return RowFacts()
    return RowFacts(
        frozenset({PathKind.CASELOAD} if found[0]["is_own"] else ()), frozenset(c for c in columns if found[0][c])
    )


def _digest(context: CommandContext, type_: ContentType, values: Mapping[str, Any]) -> bytes:
    """Keyed, because a command may hold an identity code, which a plain digest would let somebody guess."""
    command = orjson.dumps(dict(values), option=orjson.OPT_SORT_KEYS, default=str).decode()
    return keyed_digests(context.keyring, "idempotency", f"{type_.noun} {command}")[0]


async def object_of_earlier_command(
    context: CommandContext, key: str, type_: ContentType, values: Mapping[str, Any], db: TransactionalDBClient
) -> UUID | None:
    """
    Return the object that the same command created before.

    :raises CommandRefused: IDEMPOTENCY_CONFLICT when the key was used for another command
    """
    lock = int.from_bytes(hashlib.sha256(f"{context.viewer.account}|{key}".encode()).digest()[:8], signed=True)
    await db.execute_query("SELECT pg_advisory_xact_lock($1)", [lock])
    known = await IdempotencyKey.get_or_none(account=context.viewer.account, key=key, using_db=db)
    if known is None:
        return None
    if bytes(known.digest) != _digest(context, type_, values):
        raise CommandRefused(Problem("IDEMPOTENCY_CONFLICT", ("idempotencyKey",)))
    return known.object_id


async def remember_idempotency_key(
    context: CommandContext,
    key: str,
    type_: ContentType,
    values: Mapping[str, Any],
    row: Model,
    db: TransactionalDBClient,
) -> None:
    """Remember which object a command with this key created."""
    await IdempotencyKey.create(
        using_db=db,
        account=context.viewer.account,
        key=key,
        digest=_digest(context, type_, values),
        object_id=row.pk,
        at=context.now,
    )
