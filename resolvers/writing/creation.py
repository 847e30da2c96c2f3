"""Creation of objects: the new row, the columns taken from its parents, the roles that may add it."""

from collections.abc import Mapping
from typing import Any

from tortoise.backends.base.client import TransactionalDBClient
from tortoise.models import Model
from uuid_utils.compat import uuid7

from auth.access_paths import RowFacts, access_paths, leads_to_row, represented_column
from auth.held_roles import unit_groups
from auth.path_selects import CASELOAD_SQL
from auth.representation import REPRESENTED_SQL
from resolvers.context import CommandContext
from resolvers.declaration import ContentType
from resolvers.refusals import CommandRefused, Problem
from resolvers.writing.copies import take_copies
from resolvers.writing.field_permissions import blocking_codes
from workflow.representation import MATTERS
from workflow.roles import PathKind, Role
from workflow.vocabulary import ADD, NEVER

_SOURCE = {"TRAINEE": "CLIENT", "GUARDIAN": "CLIENT", "OFFICIAL": "AUTHORITY", "AGENCY": "AUTHORITY"}


def new_row(context: CommandContext, type_: ContentType) -> Model:
    """Return a new row in the initial state; it is not saved yet."""
    now, account = context.now, context.viewer.account
    row: Model = type_.model(
        id=uuid7(),
        state=type_.kind.workflow.initial,
        revision=1,
        created_at=now,
        modified_at=now,
        created_by=account,
        modified_by=account,
        provenance=_SOURCE.get(context.viewer.kind, "OWN"),
    )
    for column, attribute in type_.forced.items():
        if (value := getattr(context.viewer, attribute)) is not None:
            setattr(row, column, value)
    return row


async def take_parent_columns(
    context: CommandContext, type_: ContentType, row: Model, references: Mapping[str, Model], db: TransactionalDBClient
) -> None:
    """
    Copy the columns that local roles need from the objects that the row refers to.

    A row that is created as a part of another object starts in the first state of that part.

    :raises CommandRefused: MISMATCH when two references belong to different clients
    """
    others: frozenset[str] = getattr(type_.model, "of_others")  # noqa: B009 # every content row has it
    own = [parent for column, parent in references.items() if column not in others]
    clients = {getattr(p, "client_id", None) for p in (row, *own)} - {None}
    if len(clients) > 1 and type_.kind.reach.client != "id":
        raise CommandRefused(Problem("MISMATCH", ("client",)))
    await take_copies(context, type_, row, db)
    content: Any = row
    part, client = type_.part_of, type_.kind.reach.client or ""
    if part and getattr(row, client) is None and getattr(row, part.column) is not None:
        content.state = part.states[0]


async def roles_to_add(
    context: CommandContext, type_: ContentType, row: Model, db: TransactionalDBClient
) -> frozenset[Role]:
    """
    Return the roles with which the viewer may add this row.

    A role in a unit adds rows of that unit, a coach adds rows of clients in the own caseload, and callers from outside
    add rows of their own objects: nobody reaches a client by adding a row.

    :raises CommandRefused: UNIT_REQUIRED when a role would suffice if the command named its unit; or the code of what
        blocks the permission, such as PROCESSING_RESTRICTION
    """
    viewer, reach = context.viewer, type_.kind.reach
    stored = {c: getattr(row, c, None) for c in type_.model._meta.fields_db_projection}
    facts = await _facts_of_client(context, type_, stored.get(reach.client or ""), db)
    holding = {
        role
        for role in type_.kind.workflow.add
        if any(leads_to_row(path, viewer, reach, stored, facts) for path in access_paths(viewer, reach, role))
    }
    if reach.client == "id" and stored[reach.unit or "unit_id"] in unit_groups(viewer).get(Role.COACH, ()):
        holding.add(Role.COACH)  # a new client is not in any caseload yet
    if not holding and (unit := _unnamed_unit(type_, stored)):
        unit_roles = {
            r for r in type_.kind.workflow.add for path in access_paths(viewer, reach, r) if path.kind is PathKind.UNIT
        }
        if unit_roles:
            raise CommandRefused(Problem("UNIT_REQUIRED", (unit,), {"roles": ", ".join(sorted(unit_roles))}))
    adding = frozenset(holding) & type_.kind.workflow.add
    if adding and (blocking := blocking_codes(viewer, type_.kind, adding, ADD, facts)):
        raise CommandRefused(*(Problem(code, ()) for code in blocking))
    return adding


def _unnamed_unit(type_: ContentType, stored: Mapping[str, Any]) -> str | None:
    """Return the key of the unit field when a command may set it and has not."""
    unit = type_.kind.reach.unit
    keys = (f.key for f in type_.fields.values() if f.column == unit and f.write is not NEVER)
    return next(keys, None) if unit and stored.get(unit) is None else None


async def _facts_of_client(
    context: CommandContext, type_: ContentType, client: Any, db: TransactionalDBClient
) -> RowFacts:
    """Return the policy's facts about the client to whom a new row belongs."""
    reach = type_.kind.reach
    if client is None:
        return RowFacts()
    columns = sorted(
        {restriction.column for restriction in type_.kind.workflow.restrictions if ADD in restriction.permissions}
    )
    rows = await db.execute_query_dict(
        f"SELECT c.id IN ({CASELOAD_SQL.format(staff='$2::uuid', today='$3::date')}) AS is_own"
        f"{''.join(f', c.{column}' for column in columns)} FROM client c WHERE c.id = $1",
        [client, context.viewer.staff, context.today],
    )
    if not rows:
        return RowFacts()
    matters = await _represented_matters(context, client, db) if represented_column(context.viewer, reach) else ()
    return RowFacts(
        frozenset({PathKind.CASELOAD} if rows[0]["is_own"] else ()),
        frozenset(c for c in columns if rows[0][c]),
        frozenset(matters),
    )


async def _represented_matters(context: CommandContext, client: Any, db: TransactionalDBClient) -> list[str]:
    """Return the matters in which the viewer represents a client today."""
    cells = [
        f'$1 IN ({REPRESENTED_SQL.format(account="$2::uuid", today="$3::date", matter=matter)}) AS "{matter}"'
        for matter in MATTERS
    ]
    sql = f"SELECT {', '.join(cells)}"
    [row] = await db.execute_query_dict(sql, [client, context.viewer.account, context.today])
    return [matter for matter in MATTERS if row[matter]]
